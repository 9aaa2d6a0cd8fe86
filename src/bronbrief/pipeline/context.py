"""What the briefs of a run share, and the sheet on which the steps of one brief note what they find."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeVar

from bronbrief.claims.match.fact_cache import FactCache
from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.workspace import SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.evidence.searchable import SearchPool
from bronbrief.pipeline.options import FORMATS, Options
from bronbrief.sources.catalogue import known_ids, load_catalogue
from bronbrief.sources.model import Catalogue

__all__ = ["FORMATS", "BuildContext", "Findings", "Options", "open_context"]

T = TypeVar("T")

_WORD = re.compile(rb"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class BuildContext:
    """The workspace with its sources, read once, and what was found in them.

    `whole` tells that the catalogue holds every source, and not just those that the specs name. `search`
    keeps the sources ready for searching from brief to brief, `facts` what they say.
    """

    workspace: Workspace
    catalogue: Catalogue
    source_findings: tuple[Diagnostic, ...]
    options: Options
    whole: bool = True
    search: SearchPool | None = None
    facts: FactCache = field(default_factory=FactCache)

    def about(self, source_ids: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Return what was found in these sources and their records."""
        wanted = set(source_ids)
        return tuple(
            finding
            for finding in self.source_findings
            if finding.place and PurePosixPath(finding.place.file).stem in wanted
        )


@dataclass(slots=True)
class Findings:
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


def open_context(workspace: Workspace, options: Options, specs: Sequence[str] | None = None) -> BuildContext:
    """Read the sources: those that these specs name, or all of them."""
    ids = _named(workspace, specs) if specs is not None else None
    loaded = load_catalogue(workspace, ids)
    catalogue = loaded.value or Catalogue({})
    whole = specs is None
    search = SearchPool(catalogue, None if whole else lambda: load_catalogue(workspace).value or catalogue)
    return BuildContext(workspace, catalogue, loaded.diagnostics, options, whole, search)


def _named(workspace: Workspace, specs: Sequence[str]) -> set[str]:
    """Return the sources that may be named in these specs: every id that stands in one as a word."""
    words: set[bytes] = set()
    for path in specs:
        try:
            words.update(_WORD.findall(workspace.read(path, SPEC_LIMIT)))
        except FileProblemError:
            continue  # said when the spec is loaded
    return {source for source in known_ids(workspace) if source.encode() in words}
