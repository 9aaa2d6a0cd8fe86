"""Loading the typesetting engine late, and saying in the user's terms why it does not load."""

import contextlib
import io
import re

from bronbrief.core.diagnostics import Diagnostic, Outcome, report


def load_engine() -> Outcome[str]:
    """Load the typesetting engine, in half a second, and return its version, or say why it does not load.

    What the engine prints on its own account when Pango is missing is left out: the finding says it.
    """
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: PLC0415

            import bronbrief.pdf.balanced_columns  # noqa: F401, PLC0415 - the one function of it that is ours
    except (OSError, ImportError) as error:
        return Outcome(None, (explain_engine_failure(error),))
    return Outcome(str(weasyprint.__version__))


def explain_engine_failure(error: OSError | ImportError) -> Diagnostic:
    """Turn what importing the engine raised into a finding; for OSError it names the library."""
    named = re.search(r"cannot load library '([^']+)'", str(error))
    if named:
        return report("engine-library-missing", library=named.group(1), detail=str(error))
    return report("engine-broken", reason=str(error), detail=repr(error))
