"""What a paragraph may open with: a number, a bullet, a heading's hashes, a label such as "Vraag 2:"."""

import re
from dataclasses import dataclass
from enum import Enum, auto

import regex


class Opening(Enum):
    """The kinds of opening. A DASH may also be a parenthesis that a line break happens to precede.

    A TURN is a label of someone's turn of unknown form ("Reactie:", "Vervolgvraag:"): whose, is not told. A
    CLAUSE may begin a part of a motion.
    """

    NUMBER = auto()
    LETTER = auto()
    BULLET = auto()
    DASH = auto()
    HASHES = auto()
    QUESTION = auto()
    ANSWER = auto()
    TURN = auto()
    CLAUSE = auto()
    CREDIT = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph opens with. `alone` tells that nothing follows it on its line.

    `number` is the first number, `name` the numbers as a locator has them where they are more than that:
    "2 en 3", "4a".
    """

    opening: Opening
    number: int | None = None
    name: str = ""
    alone: bool = False


HASHES = regex.compile(r"#{1,6}\s+(?=[^\s\p{M}\u200d]|\p{Zs}[\p{M}\u200d])")
"""Hashes and the white space behind them; a space that carries a combining mark belongs to the words."""

_REACH = 120
_ASKING = r"(?:vra(?:ag|gen)|questions?)"
_PART = r"\d{1,3}[a-z]?"
_TO = r"-|–|t/m|tot en met|tot|to"
_NUMBERS = rf"{_PART}(?:\s*(?:{_TO}|[,/&]|en|and)\s*(?:{_ASKING}\s+)?{_PART})*(?!\w)"
_NUMBER = re.compile(
    r"\(?(?P<numbers>\d{1,3}(?:\.?\s?(?:-|–|en|t/m|tot en met)\s?\d{1,3})?)\s?[.)]{1,2}(?=\s|\Z)"
    r"(?P<rest>\s*\S)?"
)
_ITEM = re.compile(r"\(?(?P<letter>[a-z])[.)]{1,2}\s+\S")
_BY = (
    r"(?:\s*\([^()]{1,60}\)|\s+(?:van\s+)?(?:het\s+|de\s+)?(?:college(?:\s+van\s+B\s?(?:&|en)\s?W)?|B\s?&\s?W"
    r"|gemeente|regering|kabinet|bestuur|(?:wethouder|burgemeester|minister(?:-president)?|staatssecretaris"
    r"|gedeputeerde|schepen|raadslid|lid|fractie)(?:\s+[^\s:]+){0,4})(?=\s*:))"
)
_WORD = re.compile(
    rf"(?:(?P<asked>{_ASKING})|antw(?:oord(?:en)?|\.)|answers?)"
    rf"(?:\s+(?:op|to|bij))?(?:\s+(?:de\s+)?{_ASKING})?"
    rf"(?:\s+(?P<numbers>{_NUMBERS}))?(?:{_BY})?"
    r"(?P<mark>\s*[:.)](?=\s|\Z)|\s*\Z|\s+(?-i:(?=[A-Z])))(?P<rest>\s*\S)?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?:(?P<asked>[VQ])|A)\s?(?P<numbers>\d{1,3})?(?P<mark>\s?:)(?=\s|\Z)(?P<rest>\s*\S)?")
_TURN = re.compile(
    r"(?:\d{1,3}[a-z]?\s+)?(?-i:(?=[A-Z&]))(?:[^\s.:?!]+\s+){0,4}?"
    r"(?:\w*vra(?:ag|gen)|\w*antwoord(?:en|ing)?|antw|\w*reacties?|[rd]upliek|repliek|respons|we[ed]erwoord"
    r"|questions?|answers?|repl(?:y|ies)|responses?|follow-up)\b[^.:?!]{0,60}\.?:(?=\s|\Z)(?P<rest>\s*\S)?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:gehoord|gelezen|gelet op|constaterende?|overwegende|kennisnemende|van (?:mening|oordeel)|verzoekt"
    r"|roept|spreekt uit|draagt|besluit|en gaat over tot de orde)\b"
)
_SIGNS = (
    (Opening.HASHES, HASHES),
    (Opening.BULLET, re.compile(r"[•▪◦‣●○■□▸►·]\s*\S")),
    (Opening.DASH, re.compile(r"[-–—*+]\s+\S")),
)
_CREDIT = re.compile(
    r"(?:foto(?:'s|’s)?|beeld|afbeelding|illustratie|photo|image)\s*(?:\d+\s*)?[:©]|©", re.IGNORECASE
)
_SEPARATOR = re.compile(rf"(?:(?<!\s)\s++)?(?:(?P<to>{_TO})|[,/&]|en\b|and\b)\s*+", re.IGNORECASE)


def read_label(text: str, start: int, end: int) -> Label | None:
    """Read the label at the head of the line from `start` to `end`, if it has one."""
    first = text[start]
    head = text[start : min(end, start + _REACH)]
    if first.isdigit() or first == "(":
        return _numbered(Opening.NUMBER, _NUMBER.match(head)) or _read_item(head) or _read_turn(head)
    if not first.isalnum():
        sign = next((opening for opening, pattern in _SIGNS if pattern.match(head)), None)
        if sign:
            return Label(sign)
        return Label(Opening.CREDIT) if _CREDIT.match(head) else None
    if _CLAUSE.match(head):
        return Label(Opening.CLAUSE)
    return _read_item(head) or _read_word(head) or _read_turn(head)


def _read_item(head: str) -> Label | None:
    found = _ITEM.match(head)
    return Label(Opening.LETTER, ord(found["letter"]) - ord("a") + 1) if found else None


def _read_turn(head: str) -> Label | None:
    found = _TURN.match(head) if ":" in head else None
    return Label(Opening.TURN, alone=not found["rest"]) if found else None


def _read_word(head: str) -> Label | None:
    if head[0] in "fFbBiIpP":
        return Label(Opening.CREDIT) if _CREDIT.match(head) else None
    found = (_LETTER.match(head) or _WORD.match(head)) if head[0] in "vVaAqQ" else None
    if not found:
        return None
    mark = found["mark"].strip()
    bare = not mark and found["rest"]
    if not found["numbers"] and (bare or (mark and mark != ":")):
        return None
    return _numbered(Opening.QUESTION if found["asked"] else Opening.ANSWER, found)


def _numbered(opening: Opening, found: re.Match[str] | None) -> Label | None:
    if found is None:
        return None
    numbers = found["numbers"]
    if not numbers:
        return Label(opening, alone=not found["rest"])
    if numbers.isdigit():
        return Label(opening, int(numbers), alone=not found["rest"])
    name = name_of_numbers(numbers)
    return Label(opening, int(re.split(r"\D", name)[0]), name, alone=not found["rest"])


def name_of_numbers(text: str) -> str:
    """Write several numbers as locators do: "2 en 3", "1, 2 en 4", "5-7", "4a"."""
    parts = re.findall(_PART, text, re.IGNORECASE)
    seams = [found["to"] for found in _SEPARATOR.finditer(re.sub(_ASKING, "", text, flags=re.IGNORECASE))]
    name = str(parts[0])
    for at, part in enumerate(parts[1:]):
        last = at == len(parts) - 2
        name += ("-" if at < len(seams) and seams[at] else " en " if last else ", ") + part
    return name.lower()
