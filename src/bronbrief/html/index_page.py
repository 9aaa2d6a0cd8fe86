"""The table of contents of `build/`: every brief that stands there, in the looks of the briefs themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.html.finishing import Assets, finish
from bronbrief.html.fonts import load_fonts
from bronbrief.html.own_style import own_style
from bronbrief.html.templates import load_index


@dataclass(frozen=True, slots=True)
class Rendition:
    """A file of a brief: what it is ("pdf", "html" or "evidence"), its address, its size in kilobytes."""

    kind: str
    href: str
    kilobytes: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief in the table of contents. `date` is ISO 8601, `date_text` the same in words.

    `kind` is the title of its template; empty where no web page tells it.
    """

    name: str
    title: str
    kind: str
    subtitle: str | None
    lang: str
    date: str
    date_text: str
    audience: str | None
    summary: str | None
    quotations: int
    sources: int
    renditions: tuple[Rendition, ...]


def contents_page(
    entries: Sequence[Entry],
    lang: str,
    labels: Mapping[str, str],
    house: HouseStyle,
    workspace: Workspace,
) -> Outcome[str]:
    """Make the table of contents: one file that needs no network and no script."""
    template, fonts = load_index(workspace), load_fonts(house)
    findings = (*template.diagnostics, *fonts.diagnostics)
    if template.value is None or fonts.value is None:
        return Outcome(None, findings)
    values = {"entries": entries, "lang": lang, "labels": labels, "house": house}
    assets = Assets("screen", own_style(house, fonts.value, "screen"), beside=True)
    filled = finish(template.value, values, assets)
    return Outcome(filled.value, (*findings, *filled.diagnostics))
