"""What the evidence record of a brief says: its excerpts, what it prints beside them, its finished files.

Where the file of a record has something under another name, or deeper, is said beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import AliasPath, BeforeValidator, Field, Strict

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

Text = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Strict()]


def _under(name: str, *path: str | int) -> Any:  # noqa: ANN401 - as the library has it
    return Field(validation_alias=AliasPath(name, *path))


@dataclass(frozen=True, slots=True)
class RecordedSource:
    """What a record says of a source; `facts` are those of FACTS that are known, by their first names."""

    path: Annotated[Text, _under("id")]
    sha256: Text
    title: Annotated[Text, _under("label")]
    lang: Annotated[Text, _under("language")]
    facts: Mapping[str, Text]


def _with_facts(source: object) -> object:
    if not isinstance(source, dict):
        return source
    return {**source, "facts": {name: source[key] for name, key in FACTS.items() if key in source}}


Source = Annotated[RecordedSource, BeforeValidator(_with_facts)]


@dataclass(frozen=True, slots=True)
class RecordedPart:
    """One stretch of a source: the words, what stands around them, and where, in characters and in bytes."""

    source: Source
    locator: Text
    exact: Annotated[Text, _under("selector", 0, "exact")]
    prefix: Annotated[str, _under("selector", 0, "prefix")]
    suffix: Annotated[str, _under("selector", 0, "suffix")]
    start: Annotated[Count, _under("selector", 1, "start")]
    end: Annotated[Count, _under("selector", 1, "end")]
    byte_start: Annotated[Count, _under("selector", 2, "start")]
    byte_end: Annotated[Count, _under("selector", 2, "end")]


def _second(bodies: object) -> object:
    """Return what follows what prints: a translation, if there is one."""
    return (bodies[1:2] or [None])[0] if isinstance(bodies, list) else bodies


@dataclass(frozen=True, slots=True)
class RecordedQuotation:
    """One excerpt: what prints, in paragraphs of segments, and the parts it was cut from."""

    id: Text
    verdict: Text
    folds: tuple[str, ...]
    locators: Annotated[tuple[str, ...], _under("passages")]
    paragraphs: Annotated[tuple[tuple[Segment, ...], ...], _under("segments")]
    lang: Annotated[Text, _under("body", 0, "language")]
    translation: Annotated[Translation | None, BeforeValidator(_second), Field(validation_alias="body")]
    parts: Annotated[tuple[RecordedPart, ...], _under("target")]

    @property
    def printed(self) -> str:
        """Return what prints: lines are paragraphs, […] what is left out."""
        return plain_text(self.paragraphs)


@dataclass(frozen=True, slots=True)
class RecordedNote:
    """A note: the excerpt that it gives, or the source that it cites by locator; how often it is called."""

    calls: Count
    excerpt: Text = ""
    source: Text = ""
    locator: Text = ""


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """A finished file as it was published: its format, its SHA-256, and of a page that of its style sheet."""

    format: Text
    sha256: Text
    style: Text = ""


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """An evidence record, whole, with its excerpts in order.

    `lang` is the language of the brief. `set_off` and `inline` are the ids of the excerpts that it quotes, in
    order; `sources` are all that it cites; `method` are the author's own paragraphs on how it was made,
    `labels` the fixed words that are not those that Bronbrief ships, `made_with` the assistant that helped.
    `facts` is what it prints for a council at its head and its end, line by line.
    """

    path: str
    name: Annotated[Text, _under("id")]
    title: Annotated[Text, _under("label")]
    date: Text
    quotations: Annotated[tuple[RecordedQuotation, ...], _under("first", "items")]
    lang: Annotated[Text, _under("language")] = "nl-NL"
    set_off: Annotated[tuple[str, ...], _under("setOff")] = ()
    inline: tuple[str, ...] = ()
    notes: tuple[RecordedNote, ...] = ()
    sources: tuple[Source, ...] = ()
    method: tuple[str, ...] = ()
    files: Annotated[tuple[RecordedFile, ...], _under("renditions")] = ()
    labels: Mapping[str, Text] = field(default_factory=dict)
    made_with: Annotated[Text, _under("madeWith")] = ""
    facts: tuple[str, ...] = ()
