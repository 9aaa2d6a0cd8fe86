"""What a web page says of itself: Open Graph, Dublin Core, schema.org in JSON-LD, and plain HTML."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from bronbrief.intake.dates import plain_date
from bronbrief.sources.identifiers import recognise

_DATES = ("article:published_time", "dcterms.issued", "dcterms.date", "dc.date", "dc.date.issued", "date")
_PUBLISHERS = ("dcterms.publisher", "dc.publisher", "og:site_name", "application-name")
_AUTHORS = ("author", "dcterms.creator", "dc.creator", "article:author")
_DUTCH_GAZETTE = ("overheidop.vergaderjaar", "overheidop.dossiernummer", "overheidop.ondernummer")
_IDENTIFIERS = ("dcterms.identifier", "dc.identifier")
_SCRIPTS = 20
_SCRIPT_LENGTH = 1 << 20


def page_facts(root: Element) -> dict[str, str]:
    """Return title, author, publisher, date, url, lang, genre and identifier; "" for what is not said."""
    meta = _meta(root)
    linked = [one for one in _linked_data(root) if "headline" in one or "datePublished" in one]
    headings = ["".join(one.itertext()) for one in root.iter("h1")]
    publisher = _first([*(_name(one.get("publisher")) for one in linked), *_named(meta, _PUBLISHERS)])
    authors = [*(_name(one.get("author")) for one in linked), *_named(meta, _AUTHORS)]
    titles = [meta.get("og:title", ""), *(_text(one.get("headline")) for one in linked)]
    dates = [*(_text(one.get("datePublished")) for one in linked), *_named(meta, _DATES)]
    return {
        "title": _first([*(headings if len(headings) == 1 else ()), *titles]) or _title(root, publisher),
        "author": _first(one for one in authors if not one.startswith(("http:", "https:"))),
        "publisher": publisher,
        "date": _first(map(plain_date, dates)),
        "url": _first([*_canonical(root), meta.get("og:url", "")]),
        "lang": root.get("lang", "") or meta.get("dcterms.language", ""),
        "identifier": _number(meta),
        "genre": _first(_text(one.get("@type")) for one in linked),
    }


def _meta(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in root.iter("meta"):
        name = (one.get("property") or one.get("name") or "").lower()
        found.setdefault(name, (one.get("content") or "").strip())
    return found


def _number(meta: Mapping[str, str]) -> str:
    """Return the official number that a page of officielebekendmakingen.nl states, if it has a known form."""
    session, file, sub = (meta.get(name, "") for name in _DUTCH_GAZETTE)
    chamber = "I" if re.fullmatch("[A-Z]+", sub) else "II"
    paper = f"Kamerstukken {chamber} {session}, {file}, {'' if chamber == 'I' else 'nr. '}{sub}"
    stated = (paper if session and file and sub else "", *_named(meta, _IDENTIFIERS))
    return _first(one for one in stated if recognise(one))


def _title(root: Element, publisher: str) -> str:
    """Return the title of the window, without the name of the site at its end."""
    found = root.find("head/title")
    title = " ".join("".join(found.itertext()).split()) if found is not None else ""
    for mark in (" | ", " - ", " – ", " — "):
        head, cut, tail = title.rpartition(mark)
        if cut and publisher and tail.casefold() == publisher.casefold():
            return head
    return title


def _canonical(root: Element) -> Iterator[str]:
    for one in root.iter("link"):
        if "canonical" in (one.get("rel") or "").lower().split():
            yield one.get("href") or ""


def _linked_data(root: Element) -> Iterator[Mapping[str, object]]:
    """Yield the objects of JSON-LD scripts, those of a graph one by one; what is not JSON is passed over."""
    scripts = (one for one in root.iter("script") if one.get("type") == "application/ld+json")
    for number, script in enumerate(scripts):
        text = "".join(script.itertext())
        if number >= _SCRIPTS or len(text) > _SCRIPT_LENGTH:
            return
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for one in data if isinstance(data, list) else [data]:
            graph = one.get("@graph") if isinstance(one, dict) else None
            yield from (
                part for part in (graph if isinstance(graph, list) else [one]) if isinstance(part, dict)
            )


def _name(value: object) -> str:
    """Return the names in a person, an organisation or a list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: object) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    return value.strip() if isinstance(value, str) else ""


def _named(meta: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [meta.get(name, "") for name in names]


def _first(texts: Iterable[str]) -> str:
    return next((" ".join(text.split()) for text in texts if text and text.strip()), "")
