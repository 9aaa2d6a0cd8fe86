"""What a source is: its id, its bytes, its record, and the passages that can be quoted from it."""

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import PurePosixPath

ID_LENGTH = 80
TEXT, RECORD, ORIGINAL = ".txt", ".yaml", ".original"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ĳ": "ij", "œ": "oe"})


class Unit(StrEnum):
    """The kinds of passage; the values are the words that locators use in specs.

    A LINE has no words: a ruling, a number alone between paragraphs. A SPEAKER is named by the locator.
    """

    HEADING = "kop"
    PARAGRAPH = "al."
    CAPTION = "bijschrift"
    QUESTION = "vraag"
    ANSWER = "antwoord"
    SPEAKER = "spreker"
    LINE = "regel"


@dataclass(frozen=True, slots=True, order=True)
class Locator:
    """Where a passage stands, in a form that a reader can count on paper.

    "al. 3" is the third running paragraph (headings and captions are not counted); "antwoord 2, al. 1"
    the first paragraph of the answer that the source itself numbers 2; "Jambon, al. 2" the second paragraph
    that Jambon speaks. `name` is how the source names it where a number does not: "2 en 3", "4a", a speaker.
    """

    unit: Unit
    number: int
    paragraph: int | None = None
    name: str = ""

    def __str__(self) -> str:
        """Write the locator as specs do, for example "antwoord 2, al. 1"."""
        tail = "" if self.paragraph is None else f", {Unit.PARAGRAPH} {self.paragraph}"
        if self.unit is Unit.SPEAKER:
            return f"{self.name}{tail}"
        return f"{self.unit} {self.name or self.number}{tail}"


class Doubt(IntEnum):
    """Whether a word has a hyphen of its own at a line end: beyond doubt, likely so, or as likely not."""

    NONE = 0
    LITTLE = 1
    MUCH = 2


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of passage text that stands unbroken in the decoded source.

    Characters `view` to `view + length` of the passage are characters `origin` to `origin + span` of the
    source. `span` equals `length`, except for a joint: one space (length 1) that stands for a line break
    and what surrounds it (white space, and a page number where a page ends in mid-sentence), or nothing
    (length 0) for a line break within a word, with its hyphen where the word has none of its own. `doubt`
    tells how sure a joint is of the hyphen that it dropped or kept.
    """

    view: int
    length: int
    origin: int
    span: int
    doubt: Doubt = Doubt.NONE


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, caption, question or answer: text with its lines joined, and its way back.

    `origin_start` and `origin_end` bound the passage in the decoded source, in characters.
    """

    index: int
    locator: Locator
    text: str
    runs: tuple[Run, ...]
    origin_start: int
    origin_end: int

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map characters `start` to `end` of the passage to characters of the decoded source.

        Raises ValueError for an empty or reversed span, or one outside the passage.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}:{end} in a passage of {len(self.text)} characters")
        return self._origin_of(start)[0], self._origin_of(end - 1)[1]

    def _origin_of(self, position: int) -> tuple[int, int]:
        at = bisect_right(self.runs, position, key=lambda run: run.view) - 1
        run = self.runs[at]
        if run.span != run.length:
            return run.origin, run.origin + run.span
        start = run.origin + position - run.view
        return start, start + 1


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a document shows or holds and its text does not have: the reason, the words, and how often.

    `reason` is one of `facts.REASONS`. Where `text` was cut, `length` is how many characters there were.
    """

    reason: str
    text: str = ""
    count: int = 1
    length: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a source. Facts that nobody knows are None or empty, never invented.

    `date` is EDTF (Library of Congress, 2019, levels 0 and 1). `date_ground` and `title_ground` say on
    what basis a fact is known; `identifier` is the number under which it can be found, in a form of
    `sources.identifiers` or any other; `retrieved` is the day on which it was read at `url`, `archived` the
    address of a copy that stays; `note` holds what a reader of the source should be told. `original` is the
    file in `seeds/` from which `extractor` took the text, where it was not received as text; `ocr` is "true"
    where software recognised that text in pictures.
    """

    title: str
    title_ground: str
    kind: str
    lang: str
    sha256: str
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    date_ground: str | None = None
    url: str | None = None
    countries: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    origin: str | None = None
    note: str | None = None
    licence: str | None = None
    original: str | None = None
    original_sha256: str | None = None
    extractor: str | None = None
    changes: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    ocr: str | None = None
    part_of: str | None = None
    identifier: str | None = None
    retrieved: str | None = None
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document in `seeds/`: its bytes as received, its record and the view that quotations are cut from.

    `text` is the decoded file, whole, without a byte order mark; passages leave out a leading date header.
    `path` and `record_path` are relative to the workspace.
    """

    id: str
    path: str
    record_path: str
    record: Record
    data: bytes
    text: str
    passages: tuple[Passage, ...]

    def byte_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets, in bytes of the file as received, of characters `start` to `end`."""
        mark = len(codecs.BOM_UTF8) if self.data.startswith(codecs.BOM_UTF8) else 0
        first = mark + len(self.text[:start].encode())
        return first, first + len(self.text[start:end].encode())

    @property
    def word_count(self) -> int:
        """Count the words of all passages."""
        return sum(len(passage.text.split()) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sources of a workspace by id, in alphabetical order."""

    sources: Mapping[str, Source]

    def get(self, source_id: str) -> Source | None:
        """Return the source with this id, or None."""
        return self.sources.get(source_id)


def is_source_id(name: str) -> bool:
    """Tell whether a name may be an id: small letters without accents and digits, joined by hyphens."""
    return len(name) <= ID_LENGTH and _ID.fullmatch(name) is not None


def is_original(path: str) -> bool:
    """Tell whether a file is a document kept as received beside the text taken from it."""
    return PurePosixPath(path).stem.endswith(ORIGINAL)


def slug(text: str, length: int = ID_LENGTH) -> str:
    """Turn any text into an id of at most `length` characters, cut between words; may come out empty."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char)))
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > length:
            break
        kept = longer
    return kept or "".join(words)[:length]
