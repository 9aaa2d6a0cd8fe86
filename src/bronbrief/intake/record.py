"""The record of a document just taken in: what is known and how, and what is left for the author."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bronbrief.core.yaml.writing import in_flow, scalar
from bronbrief.intake.left_out import bounded
from bronbrief.locale import i18n
from bronbrief.sources.facts import KINDS
from bronbrief.sources.model import LeftOut

# Order as in a citation. What an author may know is asked for where it was not found.
_ASKED = ("publisher", "author", "date", "url")
_ORDER = tuple(
    """
    title title_basis publisher author part_of date date_basis identifier url retrieved archived kind lang
    """.split()
)
OF_THE_FILE = ("sha256", "origin", "original", "original_sha256", "extractor", "changes", "ocr")
"""What a record says of the file and not of the document: it follows when a newer version comes."""

DOUBTFUL = frozenset(
    {"file name", "property", "heading", "guessed", "language", "assumed", "document", "discussed"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """A fact and how it is known: a key of the area “record” of words, and values for its fields."""

    value: str
    how: str = "given"
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToDo:
    """A place in the record for the author to look at: the line, the key, what stands there and why."""

    line: int
    key: str
    value: str
    reason: str


def write_record(
    facts: Mapping[str, Known],
    countries: tuple[str, ...],
    left_out: tuple[LeftOut, ...],
    lang: str,
) -> tuple[str, tuple[ToDo, ...]]:
    """Write a record with a comment at each fact that is in doubt or missing; return it and those places."""
    lines: list[str] = []
    places: list[ToDo] = []
    for key, known in _entries(facts):
        reason = why(known, lang)
        value = "" if known is None else known.value
        written = f"{key}: {scalar(value)}" if value else f"{key}:"
        lines.append(f"{written}  # {reason}" if reason else written)
        if known is None or not value or known.how in DOUBTFUL:
            places.append(ToDo(len(lines), key, value, reason))
        if key == "lang" and countries:
            lines.append(f"countries: {in_flow([*countries])}")
    return "\n".join([*lines, *left_out_lines(left_out)]) + "\n", tuple(places)


def why(known: Known | None, lang: str) -> str:
    """Say how a fact is known, or why it is not."""
    said = i18n.words("record", lang)[known.how if known else "missing"]
    return str(said).format(known=", ".join(KINDS), **(known.values if known else {}))


def left_out_lines(left_out: tuple[LeftOut, ...]) -> Iterator[str]:
    """Write what was left out of a document, an entry on each line."""
    for at, one in enumerate(bounded(left_out)):
        if not at:
            yield "left_out:"
        numbers = {"count": one.count if one.count > 1 else 0, "length": one.length}
        entry = {"reason": one.reason, "text": one.text}
        entry |= {key: str(number) for key, number in numbers.items() if number}
        yield f"  - {in_flow({key: value for key, value in entry.items() if value})}"


def _entries(facts: Mapping[str, Known]) -> Iterator[tuple[str, Known | None]]:
    for key in (*_ORDER, "licence", "note", *OF_THE_FILE):
        if key in facts:
            yield key, facts[key]
        elif key in _ASKED:
            yield key, None
