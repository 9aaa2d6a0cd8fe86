"""`python -m bench [NAME ...]`: measure side by side, ratios first, and write `docs/performance.md`.

Every comparison runs its contestants in turn, some rounds over, and takes the best of each: what else the
machine does then weighs on all of them alike. Without names, all measurements are made.
"""

import argparse
import tempfile
from pathlib import Path

from bench import page
from bench.measures import MEASURES


def main() -> None:
    """Measure, print as results come in, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", action="store_true", help="a tenth of the work, to try the bench itself")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bronbrief-bench-") as folder:
        for name in asked.names or MEASURES:
            result = MEASURES[name](Path(folder), asked.rounds, 0.1 if asked.small else 1.0)
            print(page.as_text(result), flush=True)
            if not asked.small:
                page.keep(result)
                page.write(MEASURES)


main()
