"""The typesetting engine as installed; importing this module loads it, in half a second.

Raises OSError on import where Pango is not installed, ImportError where WeasyPrint is not. Whoever needs the
engine imports this module first.
"""

import weasyprint

import bronbrief.pdf.balanced_columns  # noqa: F401 - the one function of it that is ours

VERSION = str(weasyprint.__version__)
