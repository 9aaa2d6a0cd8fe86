"""The record of a document just taken in: what is known and how, and what is left for the author."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bronbrief.core.yaml.writing import flow_list, scalar
from bronbrief.locale import i18n

# Order as in a citation. What an author may know is asked for where it was not found.
_ASKED = ("publisher", "author", "date", "url")
_ORDER = ("title", "title_basis", "publisher", "author", "date", "date_basis", "url", "kind", "lang")
_LAST = ("sha256", "origin", "original", "original_sha256", "extractor", "ocr")

DOUBTFUL = frozenset({"file name", "made", "guessed", "language", "assumed", "document"})


@dataclass(frozen=True, slots=True)
class Known:
    """A fact and how it is known: a key of the area “record” of words."""

    value: str
    how: str = "given"


@dataclass(frozen=True, slots=True)
class ToDo:
    """A place in the record for the author to look at: the line, the key, what stands there and why."""

    line: int
    key: str
    value: str
    reason: str


def write_record(
    facts: Mapping[str, Known], countries: tuple[str, ...], lang: str, kinds: str
) -> tuple[str, tuple[ToDo, ...]]:
    """Write a record with a comment at each fact that is in doubt or missing; return it and those places."""
    said = i18n.words("record", lang)
    lines: list[str] = []
    places: list[ToDo] = []
    for key, known in _entries(facts):
        reason = said["missing"] if known is None else said[known.how].format(known=kinds)
        value = "" if known is None else known.value
        written = f"{key}: {scalar(value)}" if value else f"{key}:"
        lines.append(f"{written}  # {reason}" if reason else written)
        if known is None or known.how in DOUBTFUL:
            places.append(ToDo(len(lines), key, value, reason))
        if key == "lang" and countries:
            lines.append(f"countries: {flow_list(list(countries))}")
    return "\n".join(lines) + "\n", tuple(places)


def _entries(facts: Mapping[str, Known]) -> Iterator[tuple[str, Known | None]]:
    for key in (*_ORDER, "licence", *_LAST):
        if key in facts:
            yield key, facts[key]
        elif key in _ASKED:
            yield key, None
