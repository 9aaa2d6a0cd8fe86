"""Words that turn what a sentence says: negations, conditions, hedges; each language.s are in `words/`."""

import re
import tomllib
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

_FOLDER = files("bronbrief.evidence") / "words"
_PARTS = ("cardinals", "joints")
_LANGUAGES = ("nl", "en", "fr", "de")


class Turn(StrEnum):
    """What words do to the sentence that they stand in; the order is that of weight."""

    NEGATION = "negation"
    CONDITION = "condition"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Turning:
    """Words at characters `start` to `end` of a text, and what they do."""

    start: int
    end: int
    text: str
    turn: Turn


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What stands directly before and after numbers and belongs to them; `scale`, `range` want no digits."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    scale: re.Pattern[str]
    range: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The words and patterns of one language, or of several together."""

    turning: re.Pattern[str]
    affirming: re.Pattern[str]
    complement: re.Pattern[str]
    depends: re.Pattern[str]
    contrast: re.Pattern[str]
    counter: re.Pattern[str]
    boundary: re.Pattern[str]
    join: re.Pattern[str]
    ends: re.Pattern[str]
    relative: re.Pattern[str]
    reason: re.Pattern[str]
    truth: re.Pattern[str]
    takes_up: re.Pattern[str]
    lack: re.Pattern[str]
    nobody: re.Pattern[str]
    clause: re.Pattern[str]
    back: re.Pattern[str]
    small: re.Pattern[str]
    preposition: re.Pattern[str]
    numbers: NumberWords
    speaker: re.Pattern[str]

    def turns(self, text: str) -> Iterator[Turning]:
        """Yield the words of a text that turn it, in order."""
        for match in self.turning.finditer(text):
            if match.lastgroup != "idle":
                yield Turning(*match.span(), match[0], Turn(str(match.lastgroup)))

    def adds(self, text: str) -> str:
        """Return a word of an addition that denies or affirms; "" where it has none."""
        affirmed = self.affirming.search(text)
        denied = next((one.text for one in self.turns(text) if one.turn is Turn.NEGATION), "")
        return denied or (affirmed[0] if affirmed else "")

    def negates(self, text: str) -> bool:
        """Tell whether a text holds a negation."""
        return any(one.turn is Turn.NEGATION for one in self.turns(text))


@cache
def words_of(tag: str) -> Words:
    """Return the words of a language by its tag (BCP 47); of one without a file, Dutch and English ones."""
    code = tag.partition("-")[0].lower()
    files_read = [_read(one) for one in ((code,) if code in _LANGUAGES else ("nl", "en"))]
    given = {key: _any([word for one in files_read for word in one[key]]) for key in files_read[0]}
    complement, joins = given["complements"], given["joins"]
    opening = rf"(?:(?<=[,;:–—] )|\A\W*){given['opening_conditions']}"
    turning = (
        rf"(?P<idle>{given['idle']})|(?P<condition>{given['conditions']}|{opening})"
        rf"|(?P<negation>{given['negations']})|(?P<hedge>{given['hedges']})"
    )
    return Words(
        turning=_pattern(turning),
        affirming=_pattern(given["affirmations"]),
        complement=_pattern(complement),
        depends=_pattern(rf"(?:\A(?:\W*+\w++){{0,2}}\W++{complement}|{complement}\W*\Z)"),
        contrast=_pattern(rf"\W*{given['contrasts']}"),
        counter=_pattern(rf"\W*{given['counters']}"),
        join=_pattern(rf" ?{joins}(?: |\Z)"),
        clause=_pattern(rf"[;:] |, (?={joins}|{given['contrasts']})"),
        boundary=_pattern(rf"[,;:()–—]|{joins}|{given['reasons']}"),
        ends=_pattern(rf", {given['contrasts']}\W*\Z"),
        relative=_pattern(rf"\W*{given['relatives']}"),
        reason=_pattern(given["reasons"]),
        truth=_pattern(given["truths"]),
        takes_up=_pattern(given["takes_up"]),
        lack=_pattern(given["lacks"]),
        nobody=_pattern(given["nobody"]),
        back=_pattern(rf"\W*{given['refers_back']}"),
        small=_pattern(given["small"]),
        preposition=_pattern(rf"{given['prepositions']}(?: (?:de|het|the|die|der|das|la|le|les))?\W*\Z"),
        numbers=_numbers(given, *("|".join(w for one in files_read for w in one[k]) for k in _PARTS)),
        speaker=_pattern(rf"{given['titles']}(?: [\w.’'-]+){{0,4}}(?: \([^()]{{1,40}}\))?:"),
    )


def _numbers(given: Mapping[str, str], cardinals: str, joints: str) -> NumberWords:
    """Make the patterns of numbers; a word for one may be made of several, as "vijfentwintig" is."""
    to, scale = given["to"], given["scales"]
    follows = (
        rf"{scale}|{given['units']}|{given['months']}|(?:{to}|{given['of']})\s*\d|[-–]?{given['suffixes']}"
    )
    high = rf"(?:(?<![\w.,])\d[\d.,]*+(?!\w)|(?<!\w)(?:{cardinals})(?:{cardinals}|{joints})*+(?!\w))"
    low = rf"(?:{high}|{given['lowest']})(?:\s(?:{scale}|{given['units']})){{0,3}}"
    between = rf"{given['between']}(?:\s\w{{2,3}})?\s{low}\s{given['both']}"
    until = rf"{low}(?:-?\s(?!{given['both']}){to}|\s?[–—/-])"
    return NumberWords(
        before=_pattern(rf"(?:{given['before']}|\d\s?{to}|(?<!\d)\d{{1,2}}\s{given['of']})\s?\Z"),
        after=_pattern(rf"\s?(?:{follows})"),
        scale=_pattern(rf"\s?{scale}"),
        range=_pattern(rf"(?:{between}|{until})(?:\s\w{{2,3}})?\s?{high}"),
    )


def _read(code: str) -> dict[str, list[str]]:
    """Read the file of a language; its tables only keep its lists apart for who reads it."""
    given = tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    tables = (value for value in given.values() if isinstance(value, dict))
    return dict(ChainMap({key: value for key, value in given.items() if isinstance(value, list)}, *tables))


def _any(words: list[str]) -> str:
    """Make a pattern of whole words, the longest first."""
    return rf"(?<![^\W\d])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
