"""Records as CSL-JSON, the form in which reference managers such as Zotero hand on what they know, and back.

The names are those of the Citation Style Language (CSL 1.0.2, appendices III and IV; csl-data.json). What a
record has no key for is named, and nothing is made up.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bronbrief.core.edtf import PART_OF_YEAR, is_edtf
from bronbrief.core.meant_dates import meant_date
from bronbrief.intake.left_out import one_line
from bronbrief.sources.facts import KINDS, language_tag
from bronbrief.sources.model import Record, Source
from bronbrief.sources.record import FIELDS

# Of kinds with one type, the first is the kind that the type is read as.
_TYPES = {
    "news": "article-newspaper",
    "web": "webpage",
    "letter": "personal_communication",
    "report": "report",
    "law": "legislation",
    "judgment": "legal_case",
    "minutes": "hearing",
}
_READ_TYPES = {type_: kind for kind, type_ in _TYPES.items()} | {
    "article-magazine": "news",
    "post": "web",
    "post-weblog": "web",
    "regulation": "law",
}
_OTHER_TYPE = "document"
# The site or the paper is the publisher of these; of others it is the whole that they stand in.
_IN_A_PUBLICATION = ("news", "web")
# What says nothing of the document: how a manager keeps its entries.
_OF_THE_MANAGER = frozenset({"id", "type", "citation-key", "source"})
_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?~?")
_SEASONS = 20
_DAY_PARTS = 3


@dataclass(frozen=True, slots=True)
class CslFacts:
    """What an entry says in the terms of a record, by key, and the names of what a record cannot hold."""

    facts: Mapping[str, str]
    unkept: tuple[str, ...]


def as_csl(source: Source) -> dict[str, object]:
    """Write what a record says of a source as an entry; `genre` holds the kind where no type does."""
    record = source.record
    item: dict[str, object | None] = {
        "id": source.id,
        "type": _TYPES.get(record.kind, _OTHER_TYPE),
        "genre": record.kind.replace("-", " "),
        "title": f"[{record.title}]" if record.title_ground == "supplied" else record.title,
        "author": [{"literal": record.author}] if record.author else None,
        **_publication(record),
        "issued": _date_of(record.date) if record.date else None,
        "number": record.identifier,
        "URL": record.url,
        "accessed": _date_of(record.retrieved) if record.retrieved else None,
        "archive_location": record.archived,
        "language": record.lang,
        "note": record.note,
    }
    return {key: value for key, value in item.items() if value}


def read_csl(data: bytes) -> tuple[Mapping[str, Any], ...]:
    """Read the entries of a file, one or a list. Raises ValueError for what is no CSL-JSON."""
    try:
        read = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    items = read if isinstance(read, list) else [read]
    if not items or not all(isinstance(one, dict) and isinstance(one.get("type"), str) for one in items):
        raise ValueError("no list of entries, each with a type")
    return tuple(items)


def choose_entry(items: Sequence[Mapping[str, Any]], name: str, text: str) -> Mapping[str, Any] | None:
    """Return the only entry, the one of that name, or the only one whose title the text has; else None."""
    if len(items) == 1:
        return items[0]
    named = [one for one in items if name and name in (str(one.get("id")), one.get("citation-key"))]
    plain = " ".join(text.casefold().split())
    titled = [one for one in items if (title := _text(one.get("title"))) and title.casefold() in plain]
    return next((found[0] for found in (named, titled) if len(found) == 1), None)


def facts_of(item: Mapping[str, Any]) -> CslFacts:
    """Read an entry in the terms of a record: only what a record takes as it stands."""
    kind = _kind(item)
    within, own = _text(item.get("container-title")), _text(item.get("publisher"))
    of_publication = not own and (kind in _IN_A_PUBLICATION or not kind)
    said = {
        "title": re.sub(r"^\[([^][]*)\]$", r"\1", _text(item.get("title"))),
        "author": _names(item.get("author")),
        "publisher": within if of_publication else own,
        "part_of": _text(item.get("collection-title")) if of_publication else within,
        "date": _date(item.get("issued")),
        "identifier": _text(item.get("number")),
        "url": _text(item.get("URL")),
        "retrieved": _date(item.get("accessed")),
        "archived": _text(item.get("archive_location")),
        "kind": kind,
        "lang": language_tag(_text(item.get("language"))),
        "note": _text(item.get("note")),
    }
    facts = {key: value for key, value in said.items() if value and FIELDS[key].takes(value)}
    names = dict(zip(said, _names_in_csl(of_publication=of_publication), strict=True))
    kept = {names[key] for key in facts} | ({"genre"} if _named_kind(item) else set())
    lost = [key for key, value in item.items() if value and key not in kept | _OF_THE_MANAGER]
    return CslFacts(facts, tuple(lost if kind else ["type", *lost]))


def _names_in_csl(*, of_publication: bool) -> tuple[str, ...]:
    whole = ("container-title", "collection-title") if of_publication else ("publisher", "container-title")
    return (
        *("title", "author", *whole, "issued", "number", "URL", "accessed", "archive_location"),
        *("type", "language", "note"),
    )


def _publication(record: Record) -> dict[str, str | None]:
    if record.kind in _IN_A_PUBLICATION:
        return {"container-title": record.publisher, "collection-title": record.part_of}
    return {"publisher": record.publisher, "container-title": record.part_of}


def _kind(item: Mapping[str, Any]) -> str:
    return _named_kind(item) or _READ_TYPES.get(str(item.get("type")), "")


def _named_kind(item: Mapping[str, Any]) -> str:
    named = _text(item.get("genre")).casefold().replace(" ", "-")
    return named if named in KINDS else ""


def _text(value: object) -> str:
    return one_line(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _names(value: object) -> str:
    """Write names as they are spoken, with commas between them."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    names = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    written = (" ".join(filter(None, (_text(name.get(part)) for part in parts))) for name in names)
    return ", ".join(filter(None, written))


def _date_of(edtf: str) -> dict[str, object]:
    """Write a date in its parts; one that has none, such as on or after a day, as it stands in the record."""
    first, _, last = edtf.partition("/")
    ends = [first, last] if last else [first]
    quarters = any(PART_OF_YEAR.fullmatch(end) and end[-2] == "3" for end in ends)
    seasons = last and any(map(PART_OF_YEAR.fullmatch, ends))
    if quarters or seasons or ("/" in edtf and not last) or not all(map(_PLAIN.fullmatch, ends)):
        return {"raw": edtf}
    parts = [[int(part) for part in end.rstrip("~").split("-")] for end in ends]
    season = {"season": parts[0].pop() - _SEASONS} if PART_OF_YEAR.fullmatch(edtf) else {}
    return {"date-parts": parts, **season, **({"circa": True} if "~" in edtf else {})}


def _date(value: object) -> str:
    """Read a date as EDTF; nothing where it has no such form."""
    if not isinstance(value, dict):
        return ""
    stated = _text(value.get("raw")) or _text(value.get("literal"))
    if stated:
        return stated if is_edtf(stated) else meant_date(stated)
    try:
        ends = [_iso(end) for end in value["date-parts"]]
    except (KeyError, TypeError, ValueError):
        return ""
    season = value.get("season")
    if season and str(season) in {"1", "2", "3", "4"} and len(ends) == 1:
        ends = [f"{ends[0][:4]}-{_SEASONS + int(season)}"]
    about = "~" if value.get("circa") else ""
    return "/".join(f"{end}{about}" for end in ends if end)


def _iso(parts: Sequence[object]) -> str:
    """Write year, month and day as ISO 8601, as far as they are given."""
    numbers = [int(str(part)) for part in parts[:_DAY_PARTS] if part]
    return "-".join(f"{number:0{2 if at else 4}}" for at, number in enumerate(numbers))
