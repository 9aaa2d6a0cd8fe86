"""What a paragraph may open with: a number, a bullet, a heading's hashes, a label such as "Vraag 2:"."""

import re
from dataclasses import dataclass
from enum import Enum, auto

import regex


class Opening(Enum):
    """The kinds of opening. A DASH may also be a parenthesis that a line break happens to precede."""

    NUMBER = auto()
    BULLET = auto()
    DASH = auto()
    HASHES = auto()
    QUESTION = auto()
    ANSWER = auto()
    CREDIT = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph opens with. `alone` tells that nothing follows it on its line."""

    opening: Opening
    number: int | None = None
    alone: bool = False


HASHES = regex.compile(r"#{1,6}\s+(?=[^\s\p{M}\u200d]|\p{Zs}[\p{M}\u200d])")
"""Hashes and the white space behind them; a space that carries a combining mark belongs to the words."""

_REACH = 80
_NUMBER = re.compile(
    r"\(?(?P<number>\d{1,3})"
    r"(?:\.?\s?(?:-|–|en|t/m|tot en met)\s?\d{1,3})?\s?[.)]{1,2}(?=\s|\Z)(?P<rest>\s*\S)?"
)
_WORD = re.compile(
    r"(?P<word>vraag|antwoord|question|answer)(?:\s+(?:op|to))?(?:\s+(?:vraag|question))?"
    r"(?:\s+(?P<number>\d{1,3}))?(?P<mark>\s*[:.)](?=\s|\Z)|\s*\Z|\s+(?-i:(?=[A-Z])))(?P<rest>\s*\S)?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<word>[VAQ])\s?(?P<number>\d{1,3})?\s?:(?=\s|\Z)(?P<rest>\s*\S)?")
_SIGNS = (
    (Opening.HASHES, HASHES),
    (Opening.BULLET, re.compile(r"[•▪◦‣●○■□▸►·]\s*\S")),
    (Opening.DASH, re.compile(r"[-–—*+]\s+\S")),
)
_CREDIT = re.compile(
    r"(?:foto(?:'s|’s)?|beeld|afbeelding|illustratie|photo|image)\s*(?:\d+\s*)?[:©]|©", re.IGNORECASE
)


def read_label(text: str, start: int, end: int) -> Label | None:
    """Read the label at the head of the line from `start` to `end`, if it has one."""
    first = text[start]
    head = text[start : min(end, start + _REACH)]
    if first.isdigit() or first == "(":
        found = _NUMBER.match(head)
        return Label(Opening.NUMBER, int(found["number"]), not found["rest"]) if found else None
    if not first.isalnum():
        sign = next((opening for opening, pattern in _SIGNS if pattern.match(head)), None)
        if sign:
            return Label(sign)
        return Label(Opening.CREDIT) if _CREDIT.match(head) else None
    return _read_word(head) if first in "vVaAqQfFbBiIpP" else None


def _read_word(head: str) -> Label | None:
    found = _LETTER.match(head) or _WORD.match(head)
    if not found:
        return Label(Opening.CREDIT) if _CREDIT.match(head) else None
    mark = found.groupdict().get("mark")
    bare = mark is not None and not mark.strip() and found["rest"]
    if (bare and not found["number"]) or (mark and mark.strip() != ":" and not found["number"]):
        return None
    asked = found["word"][0] in "vVqQ"
    number = int(found["number"]) if found["number"] else None
    return Label(Opening.QUESTION if asked else Opening.ANSWER, number, not found["rest"])
