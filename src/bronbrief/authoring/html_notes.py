"""Calls to notes in a web page: links that are no words of the text, and would stick to the word before."""

import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

_MARK = r"(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5}|\*{1,3}|[†‡§¶]{1,2})"
_ITEM = rf"[\[(]?{_MARK}[\])]?"
_MARKS = re.compile(rf"{_ITEM}(?:(?:\s*[,;]\s*|(?<=[\])])\s*|\s+(?=[\d*\[(])){_ITEM})*", re.IGNORECASE)
_LONGEST = 40
_NOTE = re.compile(r"(?:fn|ftn|edn|note|noot|cite)", re.IGNORECASE)
_CALLER = re.compile(r"(?:fn|ftn|edn|note|noot|cite)[-_:]?ref", re.IGNORECASE)
_ARROWS = re.compile(r"[\s\[(]*[\^↑↩↵⏎⤴⮐⬆\ufe0e\ufe0f]+[\s\])]*")


def drop_note_calls(root: Element) -> tuple[str, ...]:
    """Take the calls to notes out of a page, and the arrows that lead back; return the calls.

    A call is a link to a place in the page itself that shows nothing but a number, a letter or a sign, and
    is raised, or leads to what is named as a note. A raised number that leads nowhere stays: it may be an
    exponent.
    """
    places = {name for one in root.iter() for name in (one.get("id"), one.get("name")) if name}
    calls: list[str] = []
    for parent in root.iter():
        for child in list(parent):
            if _is_call(child, places):
                calls.append("".join(child.itertext()).strip())
                _drop(parent, child)
            elif child.tag == "a" and _is_way_back(child, places):
                _drop(parent, child)
    return tuple(calls)


def _is_call(element: Element, places: set[str]) -> bool:
    if element.tag not in {"sup", "a"}:
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
    words = "".join(link.itertext())
    return bool(_ARROWS.fullmatch(words)) and any(_targets(link, places))


def _targets(element: Element, places: set[str]) -> Iterator[str]:
    """Yield the places in the page that an element and the links in it lead to."""
    for link in element.iter("a"):
        target = unquote((link.get("href") or "").partition("#")[2])
        if target in places:
            yield target


def _drop(parent: Element, child: Element) -> None:
    """Remove an element but not the text after it."""
    at = list(parent).index(child)
    if at:
        before = parent[at - 1]
        before.tail = (before.tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)
