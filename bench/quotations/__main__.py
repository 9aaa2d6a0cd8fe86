"""`python -m bench.quotations`: make cases, ask every checker, and write `docs/quotation-benchmark.md`.

Cases are made by a seed, so that anybody gets the same. Half are altered, half are harmless variants; which
is which is settled by `oracle.py`, which shares no code with any checker. Others are asked a part of them.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.material import ROOT
from bench.quotations import checkers, texts
from bench.quotations.changes import ALTERED, HARMLESS
from bench.quotations.forgeries import forged_files
from bench.quotations.oracle import places

SEED, SOURCES, PART = 20261128, 24, 3000
PAGE = ROOT / "docs" / "quotation-benchmark.md"
Tally = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Case:
    """A quotation to check: from which text, what was done to it, and whether it stands there."""

    source: str
    kind: str
    quotation: str
    true: bool


def cases(known: Mapping[str, str], count: int) -> Iterator[Case]:
    """Yield cases without end, altered ones and harmless ones in turn, until there are enough of both."""
    chance = random.Random(SEED)  # noqa: S311 - the same cases each time
    wanted = {False: count // 2, True: count - count // 2}
    seen: set[tuple[str, str]] = set()
    while any(wanted.values()):
        name = chance.choice(list(known))
        paragraph = " ".join(chance.choice(re.split(r"(?:\r?\n){2,}", known[name].strip())).split())
        words = paragraph.split(" ")
        length = chance.randint(6, 24)
        start = chance.randrange(max(len(words) - length, 1))
        original = " ".join(words[start : start + length])
        for true, kinds in ((False, ALTERED), (True, HARMLESS)):
            kind = chance.choice(list(kinds))
            quotation = kinds[kind](original, chance)
            fresh = (name, quotation) not in seen and (true or quotation != original)
            if (
                wanted[true]
                and fresh
                and places(original, known[name]) == 1 == places(quotation, known[name]) + (not true)
            ):
                seen.add((name, quotation))
                wanted[true] -= 1
                yield Case(name, kind, quotation, true)


def ask(check: checkers.Checker, asked: list[Case]) -> Tally:
    """Return how many cases of each kind there were, and how many were judged right."""
    tally: Tally = Counter()
    for case in asked:
        try:
            said = check(case.quotation, case.source)
        except Exception:  # noqa: BLE001 - a checker that fails accepts nothing
            said = False
        for kind in (case.kind, "harmless" if case.true else "altered"):
            tally[kind, "all"] += 1
            tally[kind, "right"] += said == case.true
    return tally


def main() -> None:
    """Ask everybody, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m bench.quotations")
    parser.add_argument("--cases", type=int, default=60_000)
    parser.add_argument("--no-page", action="store_true", help="print, and leave the page as it is")
    given = parser.parse_args()
    known = texts.sources(SOURCES, SEED)
    asked = list(cases(known, given.cases))
    step = max(len(asked) // PART, 1)
    part = asked[::step] if step % 2 else asked[:: step + 1]
    results = [(f"Bronbrief ({len(asked):,})", ask(checkers.ours(known), asked))]
    others = [(checkers.SUBSTRING, checkers.substring(known)), *checkers.peers(known)]
    results += [(name, ask(check, part)) for name, check in others]
    page = _page(results, len(part), list(forged_files()))
    print(page)
    if not given.no_page:
        PAGE.write_text(page, encoding="utf-8")


def _page(results: list[tuple[str, Tally]], part: int, forged: list[tuple[str, int, int]]) -> str:
    lines = [
        "# Quotation checkers, side by side",
        "",
        "Made by `make bench-quotations` (`python -m bench.quotations`). Texts and cases are made by a seed;",
        "what is right is settled by an oracle that shares no code with any checker. An alteration that is",
        "accepted is an altered quotation in print; a harmless variant that is refused costs an author time.",
        f"Others were asked {part:,} of the same cases, by the calls that their documentation gives.",
        "",
        "| checker | altered, refused | harmless, accepted |",
        "|---|---:|---:|",
    ]
    lines += [
        f"| {name} | {_share(tally, 'altered')} | {_share(tally, 'harmless')} |" for name, tally in results
    ]
    names = [name for name, _ in results]
    for title, kinds in (("Altered: refused", ALTERED), ("Harmless: accepted", HARMLESS)):
        lines += ["", f"## {title}", "", f"| kind | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
        for kind in kinds:
            lines.append(f"| {kind} | {' | '.join(_share(tally, kind) for _, tally in results)} |")
    lines += ["", "## Forged finished files", "", "Each with its evidence record made to fit.", ""]
    lines += ["| files | kinds | named by `verify` |", "|---|---:|---:|"]
    lines += [f"| {name} | {count} | {named} |" for name, count, named in forged]
    return "\n".join(lines) + "\n"


def _share(tally: Tally, kind: str) -> str:
    every, right = tally[kind, "all"], tally[kind, "right"]
    return f"{right:,} of {every:,}" if every else "–"


main()
