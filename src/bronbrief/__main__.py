"""The command `bronbrief`, as `python -m bronbrief`.

Python looks for modules in the current folder first when it is started so, and whoever sent us a workspace
may have put some there. What `runpy` itself imports before this line cannot be helped; `bronbrief` can.
"""

import sys

if not sys.flags.safe_path:
    del sys.path[0]

from bronbrief.cli.main import main

main()
