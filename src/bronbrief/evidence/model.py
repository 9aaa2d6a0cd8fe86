"""What a proven quotation is: the parts of a source that it was cut from, and what prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bronbrief.core.text import Fold
from bronbrief.sources.model import Locator


class Verdict(StrEnum):
    """What was found of a quotation in its source. Only EXACT and FOLDED build."""

    EXACT = "exact"
    FOLDED = "folded"
    DRIFT = "drift"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Part:
    """One unbroken stretch of one passage.

    `start` and `end` are characters of the passage's text, `byte_start` and `byte_end` bytes of the file
    as received, and `text` the source's own characters. `prefix` and `suffix` are the text around it,
    at most 32 characters each (W3C Web Annotation Data Model, 4.2.4).
    """

    passage: int
    locator: Locator
    start: int
    end: int
    byte_start: int
    byte_end: int
    text: str
    prefix: str
    suffix: str


class Mark(StrEnum):
    """What a segment of a printed quotation is."""

    TEXT = "text"
    OMISSION = "omission"
    INSERTION = "insertion"
    SIC = "sic"
    EMPHASIS = "emphasis"
    INITIAL = "initial"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a printed quotation.

    TEXT, SIC and EMPHASIS hold the source's own characters; an INSERTION holds the author's word
    without brackets, an INITIAL the first letter as the author writes it, an OMISSION holds nothing:
    templates print the brackets.
    """

    mark: Mark
    text: Annotated[str, Field(validation_alias="value")] = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """The author's own rendering of a quotation in another language; never proven, always labelled."""

    lang: Annotated[str, Field(min_length=1, validation_alias="language")]
    text: Annotated[str, Field(validation_alias="value")]
    by: Annotated[str, Field(min_length=1)] | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quotation that was found in its source.

    `paragraphs` is what prints: segments for each paragraph, in order. `lang` is the source's language.
    """

    id: str
    source_id: str
    verdict: Verdict
    folds: tuple[Fold, ...]
    parts: tuple[Part, ...]
    paragraphs: tuple[tuple[Segment, ...], ...]
    lang: str
    translation: Translation | None = None

    @property
    def text(self) -> str:
        """Return what prints, plain: omissions as […], insertions in brackets, paragraphs by line breaks."""
        return plain_text(self.paragraphs)

    @property
    def locators(self) -> tuple[Locator, ...]:
        """Return the locators of the parts, in order, each once."""
        return tuple(dict.fromkeys(part.locator for part in self.parts))


def plain_text(paragraphs: Iterable[Iterable[Segment]]) -> str:
    """Return what prints of segments, plain: a line for each paragraph."""
    return "\n".join("".join(map(_plain, paragraph)) for paragraph in paragraphs)


def _plain(segment: Segment) -> str:
    match segment.mark:
        case Mark.OMISSION:
            return "[…]"
        case Mark.INSERTION | Mark.INITIAL:
            return f"[{segment.text}]"
        case Mark.SIC:
            return f"{segment.text} [sic]"
        case _:
            return segment.text
