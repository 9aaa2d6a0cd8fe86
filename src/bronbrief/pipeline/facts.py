"""What the table of contents tells of a brief: read from its published files, and kept while they stay so.

A published page is read again only where its look has changed since it was read, so that the table of
contents costs what changed. The record is a cache: without it, all is read, to the same effect.
"""

import datetime as dt
import json
import os
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from html.parser import HTMLParser
from pathlib import Path

from bronbrief import __version__
from bronbrief.core.workspace import Stamp, Workspace, stamp_of
from bronbrief.pipeline.kept import read_kept, write_kept

KEPT, FORM = "contents", f"1 {__version__}"
EVIDENCE, PAGE = ".evidence.jsonld", ".html"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a brief. `lang` is empty where only the record of its evidence tells of it."""

    title: str
    date: str
    lang: str = ""
    subtitle: str | None = None
    audience: str | None = None
    quotations: int = 0
    sources: int = 0


_Look = tuple[Stamp | None, Stamp | None]
"""The stamps of the files that facts are read from: the record of the evidence, and the web page."""


def published_facts(workspace: Workspace, names: Iterable[str]) -> dict[str, Facts]:
    """Return the facts of those briefs that stand published, in the order given."""
    kept = _kept(workspace)
    found: dict[str, tuple[_Look, Facts]] = {}
    for name in names:
        folder = f"{workspace.build}/{name}/{name}"
        look = (_stamp(folder + EVIDENCE), _stamp(folder + PAGE))
        known = kept.get(name)
        if known is not None and known[0] == look:
            found[name] = known
        elif look[0] is not None and (facts := _read(Path(folder + EVIDENCE), Path(folder + PAGE))):
            found[name] = (look, facts)
    if found != kept:
        write_kept(
            workspace,
            KEPT,
            FORM,
            {"briefs": [[name, *look, *astuple(facts)] for name, (look, facts) in found.items()]},
        )
    return {name: facts for name, (_, facts) in found.items()}


def _kept(workspace: Workspace) -> dict[str, tuple[_Look, Facts]]:
    read = read_kept(workspace, KEPT, FORM)
    try:
        return {
            row[0]: ((_as_stamp(row[1]), _as_stamp(row[2])), _checked(*row[3:]))
            for row in (read["briefs"] if read else ())
        }
    except (ValueError, LookupError, TypeError):
        return {}


def _stamp(path: str) -> Stamp | None:
    try:
        return stamp_of(os.stat(path))
    except OSError:
        return None


def _as_stamp(row: list[int] | None) -> Stamp | None:
    return None if row is None else (row[0], row[1], row[2], row[3])


def _read(evidence: Path, page: Path) -> Facts | None:
    """Read what stands published; the web page tells all, and where there is none the evidence the least."""
    try:
        if not page.is_file():
            least = json.loads(evidence.read_text(encoding="utf-8"))
            return _checked(least["label"], least["date"])
        reader = _DataReader()
        head, _, body = page.read_text(encoding="utf-8").partition("</head>")
        reader.feed(head)
        if not reader.data:
            reader.feed(body)
        told = json.loads(reader.data)
        return _checked(
            told["name"],
            told["datePublished"],
            told["inLanguage"],
            told.get("alternativeHeadline"),
            told.get("audience", {}).get("audienceType"),
            len(told.get("hasPart", ())),
            len(told.get("citation", ())),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _checked(  # noqa: PLR0913, PLR0917 - the facts in order
    title: str,
    date: str,
    lang: str = "",
    subtitle: str | None = None,
    audience: str | None = None,
    quotations: int = 0,
    sources: int = 0,
) -> Facts:
    """Make facts of what a file says. Raises TypeError or ValueError where it says something else."""
    if not all(isinstance(text, str) for text in (title, date, lang, subtitle or "", audience or "")):
        raise TypeError("a text was expected")
    dt.date.fromisoformat(date)
    return Facts(title, date, lang, subtitle, audience, int(quotations), int(sources))


class _DataReader(HTMLParser):
    """Reads the JSON-LD of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.data = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter the element that holds the data."""
        self._inside = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - whatever ends, the data has ended
        """Leave the element."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """Keep the data."""
        if self._inside:
            self.data += data
