"""The command `bronbrief`, as `python -m bronbrief`."""

from bronbrief.cli.main import main

main()
