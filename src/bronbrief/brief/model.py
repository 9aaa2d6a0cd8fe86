"""The resolved brief: frozen, free of markup but for sanitised prose, and dumpable to JSON.

Everything that a template may print stands here. Numbers, labels and dates are decided; a template
decides only looks. Text is plain unless its type is `Prose`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal, TypeAlias

from bronbrief.core.places import Path
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.model import Record

Width: TypeAlias = Literal["column", "page", "wide page"]
FactPlace: TypeAlias = Literal["head", "summary", "end"]


@dataclass(frozen=True, slots=True)
class Prose:
    """Sanitised HTML made from the author's Markdown; Jinja prints it as it stands.

    `plain` is the same without markup, for metadata and checks.
    """

    html: str
    plain: str

    def __html__(self) -> str:
        """Tell MarkupSafe that this is markup already."""
        return self.html


@dataclass(frozen=True, slots=True)
class Citation:
    """A call to a note: the number prints, `anchor` is the id of this call, `note` that of the note."""

    number: int
    anchor: str
    note: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """An excerpt as it prints: numbered, with its attribution.

    `anchor` is the id of the element. `label` is short and goes under the quotation ("RTV Drenthe,
    maart 2024, al. 5"). `source_anchor` is the id of the entry in the list of sources. `fragment_url`
    is the source's address with a text fragment, where there is an address.
    """

    number: int
    anchor: str
    excerpt: Excerpt
    label: str
    source_anchor: str
    fragment_url: str | None


@dataclass(frozen=True, slots=True)
class Image:
    """An image: its path in the workspace, and what it shows in words."""

    path: str
    alt: str


Texts: TypeAlias = Iterator[tuple[Path, str | Prose]]


class Block(ABC):
    """A part of a section as it prints; the dataclasses that a block type makes are its values."""

    __slots__ = ()

    @property
    @abstractmethod
    def kind(self) -> str:
        """Return the name of what it is: a field, so that it stands in the dump."""

    @property
    def macro(self) -> str:
        """Return the name of the macro in `_shared/blocks.html.j2` that prints it."""
        return self.kind

    @property
    def width(self) -> Width:
        """Return how much room it wants."""
        return "column"

    @abstractmethod
    def texts(self, path: Path) -> Texts:
        """Yield what it prints beside quotations, with its place in the spec; `path` is the section's.

        The typefaces must have its characters, and finished files are read for it.
        """

    def images(self) -> Iterator[Image]:
        """Yield the images that it shows."""
        return iter(())


@dataclass(frozen=True, slots=True)
class ProseBlock(Block):
    """Running text."""

    prose: Prose
    kind: str = "prose"

    def texts(self, path: Path) -> Texts:
        """Yield the text."""
        yield (*path, "body"), self.prose


@dataclass(frozen=True, slots=True)
class QuotationBlock(Block):
    """A quotation set off from the text."""

    quotation: Quotation
    kind: str = "quotation"

    @property
    def macro(self) -> str:
        """Return the macro that unpacks it: `quotation` prints the quotations within other blocks too."""
        return "quotation_block"

    def texts(self, path: Path) -> Texts:  # noqa: ARG002
        """Yield nothing: what it prints is an excerpt."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its blocks and the sections within it; `level` is 2 for those at the top.

    `role` is what it is in a council's paper, `number` its number among arguments.
    """

    heading: str
    anchor: str
    level: int
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()
    role: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """An endnote: what carries a claim.

    `calls` are the anchors of the places that call it, in order. `excerpt` is the quotation that carries
    the claim, printed in the note unless the brief prints it as a quotation: then `see` points there.
    A note that cites a source by locator alone has no excerpt, but a `locator`, unless it cites all of it.
    """

    number: int
    anchor: str
    calls: tuple[str, ...]
    label: str
    source_anchor: str
    excerpt: Excerpt | None = None
    see: Quotation | None = None
    fragment_url: str | None = None
    locator: str = ""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """An entry in the list of sources: the whole description, and the grounds of what is inferred.

    `short` is how notes name it ("B2").
    """

    id: str
    anchor: str
    record: Record
    title: str
    entry: Prose
    date: str
    remarks: tuple[str, ...]
    short: str = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """House style as a template needs it; `logo` is a workspace path."""

    name: str | None
    accent: str
    ink: str
    text_font: str
    display_font: str
    logo: str | None = None
    logo_alt: str | None = None
    other_fonts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverImage:
    """An image below the head of page 1: its path in the workspace, what it shows, and who made it."""

    image: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the head or the end of a paper: its key in the spec, its label, and its values as they print.

    A value is one line, or two: who signs, and in which role. `date` is ISO 8601 where the value is a day.
    """

    key: str
    label: str
    values: tuple[tuple[str, ...], ...]
    place: FactPlace = "head"
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, whole: `date` is ISO 8601, `date_text` the same in words; `labels` are fixed words.

    `facts` are the lines of its head and its end that its template prints. `marking` is what every page must
    say at its head: that this is a draft, or is not public.
    """

    name: str
    template: str
    lang: str
    title: str
    subtitle: str | None
    date: str
    date_text: str
    version: str
    audience: str | None
    author: str | None
    summary: str | None
    keywords: tuple[str, ...]
    key_messages: tuple[Prose, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    quotations: tuple[Quotation, ...]
    excerpts: tuple[Excerpt, ...]
    sources: tuple[CitedSource, ...]
    method: tuple[Prose, ...]
    house: HouseStyle
    facts: tuple[Fact, ...] = ()
    marking: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    cover: str = "colour"
    cover_image: CoverImage | None = None
    made_with: str | None = None

    def dump(self) -> dict[str, object]:
        """Return the brief as plain values that `json.dumps` takes."""
        return asdict(self)
