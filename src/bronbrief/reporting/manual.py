"""The manual page of every diagnostic, and the explanation of one, from the words of each.

`python -m bronbrief.reporting.manual DIR` writes `diagnostics.md` and `diagnostics.nl.md` to a folder.
"""

import sys
from itertools import groupby
from pathlib import Path

from bronbrief.core.diagnostics import Outcome, codes, report
from bronbrief.core.near import nearest_first
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import words
from bronbrief.reporting.shapes import ExplanationShape

NEAR = 3


def page_name(lang: str) -> str:
    """Return the name of the page in a language; the English one goes without."""
    return "diagnostics.md" if lang == i18n.ENGLISH else f"diagnostics.{lang}.md"


def asked_code(asked: str) -> Outcome[str]:
    """Return the code that is asked for, in the brackets of a finding or without; else report the nearest."""
    code = asked.strip("[]").casefold()
    if code in codes():
        return Outcome(code)
    near = nearest_first(code, codes(), NEAR)
    return Outcome(None, (report("code-unknown", asked=code, codes=near),))


def explain(code: str, lang: str) -> str:
    """Explain one code in plain lines: its headline, cause and cure. Raises KeyError for an unknown one."""
    said, text = i18n.words("diagnostics", lang), words(code, lang)
    severity = said[codes()[code].severity]
    return (
        f"{code} ({severity})\n\n  {text.headline}\n\n{said['cause']}\n  {text.cause}\n\n"
        f"{said['cure']}\n  {text.cure}\n"
    )


def as_data(code: str, lang: str) -> ExplanationShape:
    """Return the same as data, with the hint."""
    text = words(code, lang)
    return {
        "code": code,
        "severity": str(codes()[code].severity),
        "headline": text.headline,
        "hint": text.hint,
        "cause": text.cause,
        "cure": text.cure,
    }


def manual(lang: str) -> str:
    """Write the manual page of all codes in Markdown, in the order of the areas, then by code."""
    said = i18n.words("diagnostics", lang)["manual"]
    parts = [f"# {said['title']}", said["intro"]]
    for area, members in groupby(codes(), lambda code: codes()[code].area):
        parts.append(f"## {i18n.say(f'diagnostics/{area}', 'title', lang)}")
        parts.extend(_entry(code, lang) for code in sorted(members))
    return "\n\n".join(parts) + "\n"


def _entry(code: str, lang: str) -> str:
    said, text = i18n.words("diagnostics", lang), words(code, lang)
    lines = (
        f"### {code}",
        f"*{said[codes()[code].severity]}*: {text.headline}",
        f"**{said['cause']}.** {text.cause}",
        f"**{said['cure']}.** {text.cure}",
    )
    return "\n\n".join(lines)


def main(folder: str) -> None:
    """Write the page in each language to a folder."""
    for lang in i18n.languages():
        (Path(folder) / page_name(lang)).write_text(manual(lang), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
