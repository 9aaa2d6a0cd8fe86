"""What the evidence record of a brief says: its excerpts, what it prints beside them, its finished files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bronbrief.evidence.model import Segment, Translation, plain_text

FACTS = {
    "publisher": "publisher",
    "author": "author",
    "date": "date",
    "identifier": "identifier",
    "url": "url",
    "retrieved": "retrieved",
    "archived": "archived",
    "part_of": "partOf",
    "kind": "kind",
    "title_ground": "titleBasis",
    "date_ground": "dateBasis",
    "licence": "licence",
}
"""What is known of a source: as its own record names it, and as the evidence does."""


@dataclass(frozen=True, slots=True)
class RecordedSource:
    """What a record says of a source; `facts` are those of FACTS that are known, by their first names."""

    path: str
    sha256: str
    title: str
    lang: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecordedPart:
    """One stretch of a source: the words, what stands around them, and where, in characters and in bytes."""

    source: RecordedSource
    locator: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    byte_start: int
    byte_end: int


@dataclass(frozen=True, slots=True)
class RecordedQuotation:
    """One excerpt: what prints, in paragraphs of segments, and the parts it was cut from."""

    id: str
    verdict: str
    folds: tuple[str, ...]
    locators: tuple[str, ...]
    paragraphs: tuple[tuple[Segment, ...], ...]
    lang: str
    translation: Translation | None
    parts: tuple[RecordedPart, ...]

    @property
    def printed(self) -> str:
        """Return what prints: lines are paragraphs, […] what is left out."""
        return plain_text(self.paragraphs)


@dataclass(frozen=True, slots=True)
class RecordedNote:
    """A note: the excerpt that it gives, or the source that it cites by locator; how often it is called."""

    calls: int
    excerpt: str = ""
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """A finished file as it was published: its format, its SHA-256, and of a page that of its style sheet."""

    format: str
    sha256: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """An evidence record, whole, with its excerpts in order.

    `lang` is the language of the brief. `set_off` and `inline` are the ids of the excerpts that it quotes, in
    order; `sources` are all that it cites; `method` are the author's own paragraphs on how it was made,
    `labels` the fixed words that are not those that Bronbrief ships, `made_with` the assistant that helped.
    `facts` is what it prints for a council at its head and its end, line by line.
    """

    path: str
    name: str
    title: str
    date: str
    quotations: tuple[RecordedQuotation, ...]
    lang: str = "nl-NL"
    set_off: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    notes: tuple[RecordedNote, ...] = ()
    sources: tuple[RecordedSource, ...] = ()
    method: tuple[str, ...] = ()
    files: tuple[RecordedFile, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    made_with: str = ""
    facts: tuple[str, ...] = ()
