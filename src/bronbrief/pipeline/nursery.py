"""What every worker process starts from: imported once by the fork server, shared by the workers it forks.

Importing the engine takes most of a second and half of a worker's memory. It starts no threads, so that a
process that has only imported it can be forked. A machine without the engine must not stop the fork server:
each worker finds that out by itself, and says so.
"""

import contextlib
import gc
import io

with contextlib.suppress(OSError, ImportError), contextlib.redirect_stdout(io.StringIO()):
    import bronbrief.pdf.engine
    import bronbrief.pdf.stylesheet_cache
    import bronbrief.pdf.typeset  # noqa: F401 - all three for the workers to find them loaded

gc.collect()
gc.freeze()  # what is shared stays shared: the collector does not write to it
