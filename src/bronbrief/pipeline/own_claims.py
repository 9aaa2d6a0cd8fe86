"""What a brief says in its own words, held against what it cites: loaded while its PDF is being set.

Reading numbers, dates and names takes many patterns, which take as long to prepare as a brief does to prove.
"""

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary

from bronbrief.claims.check import check_claims
from bronbrief.claims.house_words import advise
from bronbrief.claims.library import Library
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.searchable import SearchPool
from bronbrief.pipeline.context import Desk
from bronbrief.spec.load import LoadedSpec

_libraries: WeakKeyDictionary[SearchPool, Library] = WeakKeyDictionary()
"""What the sources of a run say, each passage read once for all briefs, as long as its pool is there."""


def weigh(desk: Desk, loaded: LoadedSpec, excerpts: Mapping[str, Excerpt]) -> Iterator[Diagnostic]:
    """Yield claims without a source, and advice on the author's words."""
    yield from check_claims(loaded, excerpts, desk.catalogue, _library(desk))
    yield from advise(loaded, excerpts, desk.catalogue)


def _library(desk: Desk) -> Library:
    if desk.shelf is None:
        return Library()
    return _libraries.setdefault(desk.shelf, Library())
