"""What the sources of a run say, each passage read once for all briefs that cite it.

It takes nothing to load: a run has one before it knows whether a claim is to be judged.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bronbrief.claims.match.spellings import Spellings
    from bronbrief.claims.match.support import Support


@dataclass(slots=True)
class FactCache:
    """What passages, whole sources and records say, by source and the language of the brief; and their words.

    One cache serves one catalogue of sources; see `source_facts`.
    """

    passages: "dict[tuple[str, int, str], Support]" = field(default_factory=dict)
    wholes: "dict[tuple[str, str], Support]" = field(default_factory=dict)
    records: "dict[tuple[str, str], Support]" = field(default_factory=dict)
    spellings: "dict[str, Spellings]" = field(default_factory=dict)
