"""What a brief says in its own words, held against what it cites: loaded while its PDF is being set.

Reading numbers, dates and names takes many patterns, which take as long to prepare as a brief does to prove.
"""

from collections.abc import Iterator, Mapping

from bronbrief.claims.check import check_claims
from bronbrief.claims.house_words import advise
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.evidence.model import Excerpt
from bronbrief.pipeline.context import Desk
from bronbrief.spec.load import LoadedSpec


def weigh(desk: Desk, loaded: LoadedSpec, excerpts: Mapping[str, Excerpt]) -> Iterator[Diagnostic]:
    """Yield claims without a source, and advice on the author's words."""
    yield from check_claims(loaded, excerpts, desk.catalogue, desk.facts)
    yield from advise(loaded, excerpts, desk.catalogue)
