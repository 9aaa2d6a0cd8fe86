"""`build/index.html`: what stands in `build/`, read back from the published files themselves.

The page is made from the output and not from the run, so that building one brief and building all give
the same table of contents, and a brief whose last build failed is listed as it was last published.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from pydantic import ValidationError

from bronbrief.brief.dates import long_date
from bronbrief.brief.labels import load_labels
from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.renditions import EVIDENCE, FORMATS
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.html.index_page import Entry, Rendition, contents_page
from bronbrief.spec.load import shared_values
from bronbrief.spec.model import House
from bronbrief.spec.paths import spec_paths
from bronbrief.spec.types import LANGUAGES

KILOBYTE = 1000
LIMIT = 256 * 1024 * 1024
_OPENS, _ENDS = b'<script type="application/ld+json">', b"</script>"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a brief. `lang` is empty where only the record of its evidence tells of it."""

    title: str
    date: str
    lang: str = ""
    kind: str = ""
    subtitle: str | None = None
    audience: str | None = None
    summary: str | None = None
    quotations: int = 0
    sources: int = 0

    def __post_init__(self) -> None:
        """Refuse what is no fact: raises TypeError or ValueError."""
        given = (self.kind, self.subtitle or "", self.audience or "", self.summary or "")
        texts = (self.title, self.date, self.lang, *given)
        if not all(isinstance(text, str) for text in texts):
            raise TypeError("a text was expected")
        dt.date.fromisoformat(self.date)


def contents(workspace: Workspace) -> Outcome[bytes]:
    """Make the table of contents of every brief that has a spec and stands in `build/`."""
    about = published_facts(workspace, [PurePosixPath(path).stem for path in spec_paths(workspace)])
    used = {facts.lang for facts in about.values()}
    lang = next((known for known in LANGUAGES if known in used), LANGUAGES[0])
    labels = load_labels(workspace, lang)
    if labels.value is None:
        return Outcome(None, labels.diagnostics)
    entries = [_entry(workspace.build / name, name, facts, lang) for name, facts in about.items()]
    entries.sort(key=lambda entry: (entry.kind.casefold(), entry.title.casefold(), entry.name))
    page = contents_page(entries, lang, labels.value, _house(workspace), workspace)
    return Outcome(page.value.encode() if page.value is not None else None, page.diagnostics)


def _entry(folder: Path, name: str, facts: Facts, lang: str) -> Entry:
    return Entry(
        name=name,
        title=facts.title,
        kind=facts.kind,
        subtitle=facts.subtitle,
        lang=facts.lang or lang,
        date=facts.date,
        date_text=long_date(facts.date, lang),
        audience=facts.audience,
        summary=facts.summary,
        quotations=facts.quotations,
        sources=facts.sources,
        renditions=tuple(_renditions(folder, name)),
    )


def _renditions(folder: Path, name: str) -> Iterator[Rendition]:
    for kind, ending in (*((one, one) for one in FORMATS), ("evidence", EVIDENCE)):
        file = folder / f"{name}.{ending}"
        if file.is_file():
            kilobytes = max(1, round(file.stat().st_size / KILOBYTE))
            yield Rendition(kind, f"{quote(name)}/{quote(file.name)}", kilobytes)


def _house(workspace: Workspace) -> HouseStyle:
    """Return the house style that all briefs share; what is wrong with it was said of the briefs."""
    try:
        house = House.model_validate(shared_values(workspace).get("house") or {})
    except ValidationError:
        house = House()
    return HouseStyle(house.name, house.accent, house.ink, house.fonts.text, house.fonts.display)


def published_facts(workspace: Workspace, names: Iterable[str]) -> dict[str, Facts]:
    """Return the facts of those briefs that stand published, in the order given."""
    apart = workspace.recording()  # nobody waits for a change of what was made here
    read = {name: _read(apart, f"{BUILD}/{name}/{name}") for name in names}
    return {name: facts for name, facts in read.items() if facts is not None}


def _read(workspace: Workspace, path: str) -> Facts | None:
    """Read what stands published; the web page tells all, and where there is none the evidence the least."""
    try:
        least = json.loads(workspace.read(f"{path}.{EVIDENCE}", LIMIT))
        noted = (note.get("excerpt") for note in least["notes"])
        quotations = len({*least["setOff"], *least["inline"], *filter(None, noted)})
        sources = len(least["sources"])
        if not (workspace.root / f"{path}.html").is_file():
            return Facts(least["label"], least["date"], quotations=quotations, sources=sources)
        page = workspace.read(f"{path}.html", LIMIT)
        told = json.loads(page.partition(_OPENS)[2].partition(_ENDS)[0])
        return Facts(
            told["name"],
            told["datePublished"],
            told["inLanguage"],
            told.get("genre", ""),
            told.get("alternativeHeadline"),
            told.get("audience", {}).get("audienceType"),
            told.get("abstract"),
            quotations,
            sources,
        )
    except (FileProblemError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
