"""What a brief's road is given: the workspace and its sources, which a process keeps from brief to brief."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePosixPath
from typing import TypeVar

from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.workspace import SEEDS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.evidence.searchable import Searchable, SearchPool
from bronbrief.pipeline.build_record import Made
from bronbrief.sources.catalogue import known_ids, load_catalogue, stray_files
from bronbrief.sources.model import RECORD, TEXT, Catalogue, Source

T = TypeVar("T")

_WORD = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Diagnostics:
    """Gathers what the steps find, so that each step can be written as one line."""

    found: list[Diagnostic] = field(default_factory=list)

    def take(self, outcome: Outcome[T]) -> T | None:
        """Keep an outcome's findings and hand on its value."""
        self.found.extend(outcome.diagnostics)
        return outcome.value

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep findings that come without a value."""
        self.found.extend(diagnostics)

    @property
    def stop(self) -> bool:
        """Tell whether anything found so far stops the brief."""
        return has_errors(self.found)


@dataclass(frozen=True, slots=True)
class BuildContext:
    """The workspace of one brief, the sources that its spec names, and what was found in them.

    `search` keeps the sources ready for searching from brief to brief, `facts` what they say.
    """

    workspace: Workspace
    catalogue: Catalogue
    source_diagnostics: tuple[Diagnostic, ...]
    search: SearchPool
    facts: FactCache

    def about(self, source_ids: Iterable[str]) -> Iterator[Diagnostic]:
        """Yield what was found in these sources and their records."""
        return _about(self.source_diagnostics, set(source_ids))


def open_context(workspace: Workspace, path: str) -> BuildContext:
    """Read the sources that a spec names: those of them that this process does not have as they are."""
    kept = kept_sources()
    loaded = kept.load(workspace, _named(workspace, path))
    catalogue = loaded.value or Catalogue({})
    search = SearchPool(catalogue, lambda: kept.load(workspace).value or catalogue, kept.searchable)
    return BuildContext(workspace, catalogue, loaded.diagnostics, search, kept.facts)


@dataclass(frozen=True, slots=True)
class _Kept:
    digests: tuple[str, str]
    source: Source | None
    diagnostics: tuple[Diagnostic, ...]


class SourceCache:
    """Sources by id, with what was found in them; each counts while its text and record stay the same."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: dict[str, _Kept] = {}
        self.searchable: dict[str, Searchable] = {}
        self.facts = FactCache()

    def load(self, workspace: Workspace, ids: Iterable[str] | None = None) -> Outcome[Catalogue]:
        """Load the sources named, or all, as `load_catalogue` does; what is kept is not read again."""
        wanted = sorted(known_ids(workspace) if ids is None else ids)
        now = {one: _digests(workspace, one) for one in wanted}
        anew = [one for one in wanted if one not in self._kept or self._kept[one].digests != now[one]]
        if anew:
            self.keep(workspace, load_catalogue(workspace, anew), anew)
        kept = [self._kept[one] for one in wanted]
        sources = {one: known.source for one, known in zip(wanted, kept, strict=True) if known.source}
        return Outcome(Catalogue(sources), tuple(finding for known in kept for finding in known.diagnostics))

    def keep(self, workspace: Workspace, loaded: Outcome[Catalogue], ids: Iterable[str]) -> None:
        """Keep what was loaded in place of what it was before; facts count for one text of each source."""
        for one in ids:
            digests = _digests(workspace, one)
            if one in self._kept and self._kept[one].digests != digests:
                self.facts = FactCache()
                self.searchable.pop(one, None)
            source = loaded.value.get(one) if loaded.value else None
            self._kept[one] = _Kept(digests, source, tuple(_about(loaded.diagnostics, {one})))


@cache
def kept_sources() -> SourceCache:
    """Return the sources of this process."""
    return SourceCache()


def read_sources(workspace: Workspace, before: Made | None) -> tuple[Diagnostic, ...]:
    """Return what is found in all sources and in what lies beside them, and keep them for briefs to come.

    Of sources that are as they were, what was found `before` is told again.
    """
    held = before.inputs if before else {}
    ids = known_ids(workspace)
    same = {one for one in ids if _digests(workspace, one) == tuple(map(held.get, files_of(one)))}
    loaded = kept_sources().load(workspace, [one for one in ids if one not in same])
    files = {path for one in same for path in files_of(one)}
    again = (one for one in (before.diagnostics if before else ()) if one.place and one.place.file in files)
    return (*stray_files(workspace), *again, *loaded.diagnostics)


def files_of(source_id: str) -> tuple[str, str]:
    """Return the paths of a source's text and of its record."""
    return f"{SEEDS}/{source_id}{TEXT}", f"{SEEDS}/{source_id}{RECORD}"


def _digests(workspace: Workspace, source_id: str) -> tuple[str, str]:
    text, record = files_of(source_id)
    workspace.depends_on(text)
    workspace.depends_on(record)
    return workspace.reads[text], workspace.reads[record]


def _about(found: Iterable[Diagnostic], ids: set[str]) -> Iterator[Diagnostic]:
    return (one for one in found if one.place and PurePosixPath(one.place.file).stem in ids)


def _named(workspace: Workspace, path: str) -> set[str]:
    """Return the sources that may be named in a spec: every id that stands in it as a word."""
    try:
        words = set(_WORD.findall(workspace.read(path, SPEC_LIMIT)))
    except FileProblemError:
        return set()  # said when the spec is loaded
    return {word.decode() for word in words}.intersection(known_ids(workspace))
