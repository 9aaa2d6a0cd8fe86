"""Words of a page that stand beside its text: names for who listens, tips, and what search engines are told.

All of them say again what the text says, or are fixed words; any others are not checked, and named.
"""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from bronbrief.brief.labels import shipped_labels
from bronbrief.spec.types import LANGUAGES
from bronbrief.verify.apparatus import squeezed
from bronbrief.verify.compare import all_text
from bronbrief.verify.reading import Node
from bronbrief.verify.web_page import data_in, is_aside

_META = frozenset({"viewport", "color-scheme", "keywords"})
"""Metadata that say how a page is shown, or by what it may be found."""
_NAMED = ("aria-label", "title", "content", "alt", "abbr")
_TERMS = frozenset({"article", "Report", "Quotation", "CreativeWork", "Organization", "Audience"})
_PLACE = re.compile(r"\\\{\w+\\\}")
_CODE = re.compile(r"https://schema\.org|[a-z]{2}(?:[-_][A-Z]{2})?|#[\w-]+|[\d.-]+")


def unseen_words(root: Element, tree: Node) -> Iterator[str]:
    """Yield what a page says beside its text, where the text and the fixed words do not say it."""
    whole = squeezed("".join((*all_text(tree), summary_of(root)))).casefold()
    ways = {one.get("href", "") for one in root.iter("a")}
    for element in root.iter():
        for said in _said(element):
            if said not in ways and not _is_known(said, whole):
                yield f"“{said}”"
        yield from (
            f"<{element.tag} {name}>"
            for name in element.attrib
            if name.startswith("aria-") and name not in ("aria-label", "aria-hidden")
        )
        date, text = element.get("datetime", ""), "".join(element.itertext())
        parts = re.findall(r"\d+", date)
        if any(part.lstrip("0") not in text for part in parts[:1] + parts[2:3]):  # months are words
            yield f'datetime="{date}"'


def summary_of(root: Element) -> str:
    """Return what a page says that it is about, for a PDF of the same brief to say too; no page shows it."""
    return next((one.get("content", "") for one in root.iter("meta") if one.get("name") == "description"), "")


def _said(element: Element) -> Iterator[str]:
    """Yield what an element says beside the text; what a drawing says is read as part of it."""
    if element.get("http-equiv") or element.get("name") in _META:
        return
    if "svg" not in str(element.tag) and element.tag != "img":
        yield from (element.get(name, "") for name in _NAMED if element.get(name))
    if element.tag == "script":
        yield from (text for data in data_in(element) for text in _strings(data))
    if is_aside(element):
        yield from element.itertext()


def _strings(data: object) -> Iterator[str]:
    """Yield all texts in data, those of quotations apart: these are held against the record."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for one in data:
            yield from _strings(one)
    elif isinstance(data, dict):
        for name, one in data.items():
            quoted = name == "hasPart" and isinstance(one, list)
            parts = (
                [{**part, "text": ""} if isinstance(part, dict) else part for part in one] if quoted else one
            )
            yield from _strings(parts if name != "keywords" else "")


def _is_known(said: str, whole: str) -> bool:
    words = squeezed(said).casefold()
    year = re.match(r"\d{4}", said)
    if words in whole or said in _TERMS or (_CODE.fullmatch(said) and (not year or year[0] in whole)):
        return True
    first, *rest = said.split(": ", 1)
    named = any(shape.fullmatch(squeezed(first).casefold()) for shape in _shapes())
    return named and all(_is_known(one, whole) for one in rest)


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Return the fixed words of each language, as patterns in which names and numbers may stand."""
    labels = (text for lang in LANGUAGES for text in shipped_labels(lang).values())
    shapes = (_PLACE.sub(".{1,40}", re.escape(squeezed(text).casefold())) for text in labels)
    return tuple(re.compile(rf"{shape}(?:\d{{1,3}})?") for shape in dict.fromkeys(shapes))
