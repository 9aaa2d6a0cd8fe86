"""The command `bronbrief`, also as `python -m bronbrief`.

Python looks for modules in the current folder first when it is started so, and whoever sent us a workspace
may have put some there. What `runpy` itself imports before this line cannot be helped; `bronbrief` can.
"""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    del sys.path[0]


def main() -> None:
    """Run the command, where it can run at all: Windows has neither its locks nor its limits."""
    if sys.platform == "win32":
        from bronbrief.locale import i18n  # noqa: PLC0415 - as everywhere, when used

        sys.stderr.write("\n\n".join(i18n.say("usage", "windows", lang) for lang in i18n.languages()) + "\n")
        sys.exit(2)
    from bronbrief.cli.main import main as run  # noqa: PLC0415 - cannot be imported on Windows

    run()


if __name__ == "__main__":
    main()
