"""`build/index.html`: what stands in `build/`, read back from the published files themselves.

The page is made from the output and not from the run, so that building one brief and building all give
the same table of contents, and a brief whose last build failed is listed as it was last published.
"""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from pydantic import ValidationError

from bronbrief.brief.locale import load_labels, long_date
from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.positions import read_yaml
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.pipeline.publish import Published, publish_file
from bronbrief.render.contents import Entry, Rendition, contents_page
from bronbrief.spec.load import DEFAULTS
from bronbrief.spec.model import House
from bronbrief.spec.paths import spec_paths

INDEX = "index.html"
LANGUAGES = ("nl-NL", "nl-BE", "en")
EVIDENCE = ".evidence.jsonld"
RENDITIONS = (("pdf", ".pdf"), ("html", ".html"), ("evidence", EVIDENCE))
KILOBYTE = 1000


def publish_index(workspace: Workspace) -> Outcome[Published]:
    """Write the table of contents of every brief that has a spec and stands in `build/`."""
    names = [PurePosixPath(path).stem for path in spec_paths(workspace)]
    about = {name: facts for name in names if (facts := _facts(workspace.build / name, name))}
    used = {facts["inLanguage"] for facts in about.values()}
    lang = next((known for known in LANGUAGES if known in used), LANGUAGES[0])
    labels = load_labels(workspace, lang)
    if labels.value is None:
        return Outcome(None, labels.diagnostics)
    entries = [_entry(workspace.build / name, name, facts, lang) for name, facts in about.items()]
    entries.sort(key=lambda entry: (entry.title.casefold(), entry.name))
    page = contents_page(entries, lang, labels.value, _house(workspace), workspace)
    if page.value is None:
        return Outcome(None, page.diagnostics)
    written = publish_file(workspace, INDEX, page.value.encode())
    return Outcome(written.value, (*page.diagnostics, *written.diagnostics))


def _facts(folder: Path, name: str) -> dict[str, Any] | None:
    """Return what stands published of a brief, in schema.org terms; None where nothing does.

    The web page tells all; where only the PDF was built, the record of the evidence tells the least.
    """
    try:
        evidence = json.loads((folder / f"{name}{EVIDENCE}").read_text(encoding="utf-8"))
        facts = {"name": evidence["label"], "datePublished": evidence["date"], "inLanguage": ""}
        page = folder / f"{name}.html"
        if not page.is_file():
            return facts
        reader = _DataReader()
        reader.feed(page.read_text(encoding="utf-8"))
        return {**facts, **json.loads(reader.data)}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


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


def _entry(folder: Path, name: str, facts: dict[str, Any], lang: str) -> Entry:
    date = facts["datePublished"]
    return Entry(
        name=name,
        title=facts["name"],
        subtitle=facts.get("alternativeHeadline"),
        lang=facts["inLanguage"] or lang,
        date=date,
        date_text=long_date(date, lang),
        audience=facts.get("audience", {}).get("audienceType"),
        quotations=len(facts.get("hasPart", ())),
        sources=len(facts.get("citation", ())),
        renditions=tuple(_renditions(folder, name)),
    )


def _renditions(folder: Path, name: str) -> Iterator[Rendition]:
    for kind, ending in RENDITIONS:
        file = folder / f"{name}{ending}"
        if file.is_file():
            kilobytes = max(1, round(file.stat().st_size / KILOBYTE))
            yield Rendition(kind, f"{quote(name)}/{quote(file.name)}", kilobytes)


def _house(workspace: Workspace) -> HouseStyle:
    """Return the house style that all briefs share; what is wrong with it was said of the briefs."""
    house = House()
    try:
        read = read_yaml(workspace.read(DEFAULTS, SPEC_LIMIT), DEFAULTS)
        if read.value is not None:
            house = House.model_validate(read.value.value.get("house") or {})
    except (FileProblemError, ValidationError):
        pass
    return HouseStyle(house.name, house.accent, house.ink, house.fonts.text, house.fonts.display)
