"""A document as Open Raadsinformatie (ORI) answered it: JSON with its text, and facts of the meeting."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bronbrief import __version__
from bronbrief.intake.converted import no_parts
from bronbrief.intake.dates import plain_date
from bronbrief.intake.extractors import Answer, ExtractionError
from bronbrief.intake.html.text import read_page
from bronbrief.intake.markdown_text import lost_words, print_markdown

Document = Mapping[str, Any]
_TEXTS = ("text_pages", "text", "md_text")
_LISTS = ("hits", "results", "documents", "items", "@graph", "docs")
_TOLD = ("name", "description")
_WORDS = 12


def read_council_json(data: bytes, _changes: str = "") -> Answer:
    """Read a saved answer that holds one document."""
    try:
        found = list(_documents(json.loads(data)))
    except ValueError as error:
        raise ExtractionError("document-unreadable", str(error)) from error
    if len(found) != 1:
        names = ", ".join(_said(one, "name") for one in found[:5])
        raise ExtractionError("document-several", f"{len(found)}: {names}" if found else "0")
    document = found[0]
    readings = {key: _reading(key, document[key]) for key in _TEXTS if document.get(key)}
    key, (text, lost) = next(iter(readings.items()))
    left_out = [
        ("alternative", more)
        for other, (words, _) in readings.items()
        if other != key and (more := _more(words, text))
    ]
    left_out += [("metadata", said) for name in _TOLD if (said := _said(document, name))]
    return Answer(
        text.rstrip("\n") + "\n",
        f"Bronbrief {__version__}, ORI JSON",
        facts=_facts(document),
        left_out=left_out,
        unaccounted=lost,
    )


def _documents(value: object) -> Iterator[Document]:
    """Yield the documents in an answer: alone, in a list, or as hits of a search."""
    if isinstance(value, list):
        for one in value:
            yield from _documents(one)
    elif isinstance(value, dict):
        inner = value.get("_source")
        if isinstance(inner, dict):
            yield from _documents(inner)
        elif any(value.get(key) for key in _TEXTS):
            yield value
        else:
            for key in _LISTS:
                yield from _documents(value.get(key))


def _reading(key: str, value: object) -> tuple[str, list[str]]:
    """Return a text of a document as people read it, and what is lost; a form feed stands between pages."""
    pages = value if isinstance(value, list) else [value]
    texts = [str(page.get("text", "")) if isinstance(page, dict) else str(page) for page in pages]
    whole = ("\f" if key == "text_pages" else "\n\n").join(texts).replace("\r\n", "\n")
    if key != "md_text":
        return whole, []
    printed = print_markdown(whole)
    text = read_page(printed.page, "accept", no_parts).text
    return text, lost_words(whole, printed, [text])


def _more(words: str, text: str) -> str:
    """Return what one text of a document says and another does not."""
    more = Counter(_tokens(words)) - Counter(_tokens(text))
    return " ".join(list(more)[:_WORDS])


def _tokens(text: str) -> list[str]:
    return [
        "".join(filter(str.isalnum, word)) for word in text.casefold().split() if any(map(str.isalnum, word))
    ]


def _facts(document: Document) -> dict[str, str]:
    return {
        "title": _said(document, "name", "title"),
        "title_basis": "stated",
        "url": _said(document, "original_url", "url"),
        "discussed": plain_date(_said(document, "last_discussed_at")),
        "publisher": _said(document, "organization_name", "publisher", "has_organization_name"),
        "lang": _said(document, "language"),
    }


def _said(document: Document, *keys: str) -> str:
    """Return the first of these facts that is a text, or an object or list that has a name."""
    for key in keys:
        value = document.get(key)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""
