"""Calls to notes in a web page: links that are no words of the text, and would stick to the word before."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote
from xml.etree.ElementTree import Element

# Each mark is read in one way only, or a row of them could be read in too many.
_MARK = r"(?>\d{1,3}(?!\d)|(?:[ivxlc]{1,5}|[a-z]{1,2})(?![a-z])|\*{1,3}(?!\*)|[†‡§¶]{1,2}(?![†‡§¶]))"
_ITEM = rf"[\[(]?{_MARK}[\])]?"
_MARKS = re.compile(rf"{_ITEM}(?:(?>\s*[,;]\s*|(?<=[\])])\s*|\s+(?=[\d*\[(])){_ITEM})*", re.IGNORECASE)
_LONGEST, _MANY = 40, 20
_NOTE = re.compile(r"(?:fn|ftn|edn|note|noot|cite)", re.IGNORECASE)
_CALLER = re.compile(r"(?:fn|ftn|edn|note|noot|cite)[-_:]?ref", re.IGNORECASE)
_ARROWS = re.compile(r"[\s\[(]*[\^↑↩↵⏎⤴⮐⬆\ufe0e\ufe0f]+[\s\])]*")


def drop_note_calls(root: Element) -> list[tuple[str, str]]:
    """Take the calls to notes out of a page, and the arrows that lead back; return both with the reason.

    A call is a link to a place in the page itself that shows nothing but a number, a letter or a sign, and
    is raised, or leads to what is named as a note. A raised number that leads nowhere stays: it may be an
    exponent.
    """
    places = {name for one in root.iter() for name in (one.get("id"), one.get("name")) if name}
    out: list[tuple[str, str]] = []
    for parent in root.iter():
        dropped = []
        for at, child in enumerate(parent):
            called = _is_call(child, places)
            if called or _is_way_back(child, places):
                words = "".join(child.itertext()).strip()
                out.append(("note-call" if called else "navigation", words))
                dropped.append(at)
        if dropped:
            drop(parent, frozenset(dropped))
    return out


def _is_call(element: Element, places: set[str]) -> bool:
    if element.tag not in {"sup", "a"} or len(list(islice(element.iter(), _MANY))) == _MANY:
        return False
    targets = list(_targets(element, places))
    if not targets or any(_CALLER.search(target) for target in targets):
        return False
    words = "".join(element.itertext())
    if len(words) > _LONGEST or not _MARKS.fullmatch(words.strip()):
        return False
    raised = element.tag == "sup" or any("".join(one.itertext()) == words for one in element.iter("sup"))
    return raised or element.get("role") == "doc-noteref" or all(map(_NOTE.search, targets))


def _is_way_back(link: Element, places: set[str]) -> bool:
    if link.tag != "a" or len(list(islice(link.iter(), _MANY))) == _MANY:
        return False
    words = "".join(link.itertext())
    return len(words) <= _LONGEST and bool(_ARROWS.fullmatch(words)) and any(_targets(link, places))


def _targets(element: Element, places: set[str]) -> Iterator[str]:
    """Yield the places in the page that an element and the links in it lead to."""
    for link in element.iter("a"):
        target = unquote((link.get("href") or "").partition("#")[2])
        if target in places:
            yield target


def drop(parent: Element, places: frozenset[int]) -> None:
    """Remove children by their places, but not the text after them."""
    kept: list[Element] = []
    for at, child in enumerate(parent):
        if at not in places:
            kept.append(child)
        elif kept:
            kept[-1].tail = (kept[-1].tail or "") + (child.tail or "")
        else:
            parent.text = (parent.text or "") + (child.tail or "")
    parent[:] = kept
