"""The typesetting engine as installed; importing this module loads it, in three quarters of a second.

Raises OSError on import where Pango is not installed, ImportError where WeasyPrint is not.
"""

import weasyprint

VERSION: str = weasyprint.__version__
