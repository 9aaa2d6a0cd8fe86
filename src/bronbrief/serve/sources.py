"""The sources as the preview shows them: listed, searched, opened, and quoted from."""

import re
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from threading import Lock
from time import monotonic
from typing import Any

from bronbrief.authoring.excerpt_yaml import Selected, whole_words, write_excerpt
from bronbrief.authoring.search_remarks import how_it_was_read
from bronbrief.brief.dates import edtf_text
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import SEEDS, Workspace
from bronbrief.evidence.searchable import PLACES_LIMIT, Searchable
from bronbrief.locale import i18n
from bronbrief.sources.catalogue import load_catalogue, source_ids
from bronbrief.sources.model import RECORD, TEXT, Record, Source
from bronbrief.sources.record import read_record
from bronbrief.sources.search import search
from bronbrief.sources.search_words import plain

LISTED, HITS, NAMED, OPEN = 200, 40, 10, 12
NAMING = 0.15
"""Seconds that one search may take to read records for what sources are called."""
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Picked:
    """What a selection in a source comes to.

    `selected` and `text` are the selection made of whole words, `places` how often these words stand in the
    source, whose text has this `sha256`; `yaml` is an excerpt that was proven to be them, empty where
    `refusals` say why there is none.
    """

    selected: Selected
    text: str
    places: int
    yaml: str
    refusals: tuple[Diagnostic, ...]
    sha256: str


class SourceView:
    """The sources of a workspace; those lately used are kept open until `refresh` is called."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = workspace.root
        self._open: OrderedDict[str, tuple[Source, Searchable]] = OrderedDict()
        self._ids: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._lock = Lock()
        self.version = ""
        self.refresh()

    def refresh(self) -> None:
        """Forget what was read, because something in `seeds/` changed."""
        with self._lock:
            self._ids = source_ids(Workspace(self._root))
            self._open.clear()
            self._names = {}
            self.version = self._state()

    def _state(self) -> str:
        """Name the sources as they are: the same after a restart, another after a change."""
        state = sha256()
        for name in self._ids:
            for kind in (TEXT, RECORD):
                with suppress(OSError):
                    found = (self._root / SEEDS / f"{name}{kind}").stat()
                    state.update(f"{name}{kind} {found.st_size} {found.st_mtime_ns}\n".encode())
        return state.hexdigest()[:20]

    def paths(self) -> set[str]:
        """Return the files of the sources that are open: the list of names is watched in any case."""
        return {f"{SEEDS}/{name}{kind}" for name in self._ids[:LISTED] for kind in (TEXT, RECORD)} | {
            f"{SEEDS}/{name}{kind}" for name in tuple(self._open) for kind in (TEXT, RECORD)
        }

    def listing(self, lang: str) -> dict[str, Any]:
        """Return the sources with their titles, at most `LISTED` of them, and how many there are."""
        listed = [self._entry(name, lang) for name in self._ids[:LISTED]]
        return {"sources": listed, "total": len(self._ids)}

    def get(self, source_id: str) -> tuple[Source, Searchable] | None:
        """Return a source; None for an id that no file has, or a source that cannot be read."""
        with self._lock:
            if source_id not in self._ids:
                return None
            if source_id in self._open:
                self._open.move_to_end(source_id)
                return self._open[source_id]
            loaded = load_catalogue(Workspace(self._root), [source_id]).value
            source = loaded.get(source_id) if loaded else None
            if source is None:
                return None
            self._open[source_id] = (source, Searchable(source))
            while len(self._open) > OPEN:
                self._open.popitem(last=False)
            return self._open[source_id]

    def view(self, source_id: str, lang: str) -> dict[str, Any] | None:
        """Return a source as it is read: its title, and the words and locator of every passage."""
        found = self.get(source_id)
        if found is None:
            return None
        source, _ = found
        passages = [
            {"index": one.index, "locator": str(one.locator), "unit": one.locator.unit.name, "text": one.text}
            for one in source.passages
        ]
        said = {"lang": source.record.lang, "sha256": source.record.sha256}
        return {**about(source_id, source.record, lang), **said, "passages": passages}

    def find(self, text: str, lang: str) -> dict[str, Any]:
        """Search all sources, and say how the question was read; marks are stretches of a passage's text."""
        found = search(Workspace(self._root), text, limit=HITS)
        records = {name: self._record(name) for name in {hit.source_id for hit in found.hits}}
        hits = [
            {
                "source": hit.source_id,
                "title": record.title if (record := records[hit.source_id]) else hit.source_id,
                "passage": hit.number,
                "locator": hit.locator,
                "text": hit.text,
                "marks": hit.marks,
            }
            for hit in found.hits
        ]
        return {"hits": hits, "remarks": how_it_was_read(found, lang)}

    def named(self, text: str, lang: str) -> list[dict[str, str]]:
        """Return the sources with all these words, or their beginnings, among their facts."""
        words = _TOKEN.findall(plain(text))
        if not words:
            return []
        until = monotonic() + NAMING
        found = (name for name in self._ids if all(f" {word}" in self._name(name, until) for word in words))
        return [self._entry(name, lang) for name in islice(found, NAMED)]

    def pick(self, source_id: str, selected: Selected, taken: tuple[str, ...]) -> Picked | None:
        """Write the excerpt of a selection, under a name that is not `taken`.

        None for a source or passage that does not exist, or a selection without words.
        """
        found = self.get(source_id)
        if found is None:
            return None
        source, searchable = found
        count = len(source.passages)
        if not (0 <= selected.first <= selected.last < count):
            return None
        whole = whole_words(source, selected)
        if whole is None:
            return None
        text = _words(source, whole)
        written = write_excerpt(source, whole, taken=taken)
        places = min(len(searchable.find(text).spans), PLACES_LIMIT)
        refusals = () if written.value else written.diagnostics
        return Picked(
            whole, text, places, written.value.yaml if written.value else "", refusals, source.record.sha256
        )

    def _entry(self, name: str, lang: str) -> dict[str, str]:
        return about(name, self._record(name), lang)

    def _record(self, name: str) -> Record | None:
        return read_record(Workspace(self._root), f"{SEEDS}/{name}{RECORD}").value

    def _name(self, name: str, until: float) -> str:
        """Return what a source is called, as words to be found: by its id alone once the time is up.

        Records are read once until something changes; of very many, some with every search.
        """
        known = self._names.get(name)
        if known is None:
            record = self._record(name) if (there_is_time := monotonic() < until) else None
            facts = (record.publisher, record.author, record.identifier) if record else ()
            said = (name, record.title, *filter(None, facts)) if record else (name,)
            known = " ".join(["", *_TOKEN.findall(plain(" ".join(said)))])
            if there_is_time:
                self._names[name] = known
        return known


def about(name: str, record: Record | None, lang: str) -> dict[str, str]:
    """Return what a list of sources says of one: its title, who published it when, and its number."""
    if record is None:
        return {"id": name, "title": name, "about": ""}
    date = edtf_text(record.date, i18n.say("language", "tag", lang)) if record.date else None
    return {
        "id": name,
        "title": record.title,
        "about": ", ".join(filter(None, (record.publisher, date, record.identifier))),
    }


def _words(source: Source, selected: Selected) -> str:
    """Return the words of a selection as an author would type them, passages apart."""
    if selected.first == selected.last:
        return source.passages[selected.first].text[selected.start : selected.end]
    first = source.passages[selected.first].text[selected.start :]
    inner = [passage.text for passage in source.passages[selected.first + 1 : selected.last]]
    return "\n\n".join([first, *inner, source.passages[selected.last].text[: selected.end]])
