"""`build/index.html`: what stands in `build/`, read back from the published files themselves.

The page is made from the output and not from the run, so that building one brief and building all give
the same table of contents, and a brief whose last build failed is listed as it was last published.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from pydantic import ValidationError

from bronbrief.brief.locale import load_labels, long_date
from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.html.index_page import Entry, Rendition, contents_page
from bronbrief.pipeline.facts import EVIDENCE, PAGE, Facts, published_facts
from bronbrief.pipeline.publish import Published, publish_file
from bronbrief.spec.load import DEFAULTS
from bronbrief.spec.model import House
from bronbrief.spec.paths import spec_paths

INDEX = "index.html"
LANGUAGES = ("nl-NL", "nl-BE", "en")
RENDITIONS = (("pdf", ".pdf"), ("html", PAGE), ("evidence", EVIDENCE))
KILOBYTE = 1000


def publish_index(workspace: Workspace) -> Outcome[Published]:
    """Write the table of contents of every brief that has a spec and stands in `build/`."""
    about = published_facts(workspace, [PurePosixPath(path).stem for path in spec_paths(workspace)])
    used = {facts.lang for facts in about.values()}
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


def _entry(folder: Path, name: str, facts: Facts, lang: str) -> Entry:
    return Entry(
        name=name,
        title=facts.title,
        subtitle=facts.subtitle,
        lang=facts.lang or lang,
        date=facts.date,
        date_text=long_date(facts.date, lang),
        audience=facts.audience,
        quotations=facts.quotations,
        sources=facts.sources,
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
