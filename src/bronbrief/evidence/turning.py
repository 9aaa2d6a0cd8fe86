"""Words that turn what a sentence says: negations, conditions, hedges; each language's are in `words/`."""

import re
from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from bronbrief.core.tables import filled, read_table

_FOLDER = files("bronbrief.evidence") / "words"
_PATTERNS = "patterns.toml"


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
    known = {file.name for file in _FOLDER.iterdir()} - {_PATTERNS}
    read = [_read(one) for one in ((code,) if f"{code}.toml" in known else ("nl", "en"))]
    lists = {key: [word for one in read for word in one[key]] for key in read[0]}
    parts = {key: _any(words) for key, words in lists.items()}
    parts |= {f"{key}_within": "|".join(lists[key]) for key in ("cardinals", "joints")}
    patterns = read_table(_FOLDER / _PATTERNS)
    parts |= patterns.pop("parts")
    numbers = NumberWords(**_compiled(patterns.pop("numbers"), parts))
    return Words(numbers=numbers, **_compiled(patterns, parts))


def _read(code: str) -> dict[str, list[str]]:
    """Read the file of a language; its tables only keep its lists apart for who reads it."""
    given = read_table(_FOLDER / f"{code}.toml")
    tables = (value for value in given.values() if isinstance(value, dict))
    return dict(ChainMap({key: value for key, value in given.items() if isinstance(value, list)}, *tables))


def _any(words: list[str]) -> str:
    """Make a pattern of whole words, the longest first."""
    return rf"(?<![^\W\d])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)"


def _compiled(patterns: dict[str, str], parts: dict[str, str]) -> dict[str, Any]:
    return {name: re.compile(filled(one, parts), re.IGNORECASE) for name, one in patterns.items()}
