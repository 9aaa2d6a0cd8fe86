"""Abbreviations and what they stand for: RvS and Raad van State, Awb and Algemene wet bestuursrecht."""

import re
from functools import lru_cache

_WORD = re.compile(r"(?P<word>[^\W\d_][\w’'-]*)|(?P<stop>[^\s\w&])")
_SMALL = 6
_SHORT = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ&]{1,6}")
_LONGEST_IN_SMALL = 3
_FEWEST = 3


def may_abbreviate(name: str) -> bool:
    """Tell whether a name looks like an abbreviation: capitals, or a short word with more than one."""
    return bool(_SHORT.fullmatch(name))


def stands_for(abbreviation: str, texts: tuple[str, ...]) -> bool:
    """Tell whether words in a row begin with the letters of an abbreviation.

    Between words with a capital small ones may have no letter: "Centraal Bureau voor de Statistiek".
    A letter of a word without a capital follows directly on the one before; from three letters on.
    """
    return bool(_pattern(abbreviation.replace("&", "")).search(_initials(texts)))


def initials(name: str) -> str:
    """Return the capitals with which the words of a name begin, "" where they are fewer than three."""
    letters = "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
    return letters if len(letters) >= _FEWEST else ""


@lru_cache(maxsize=4096)
def acronyms(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words of texts that are all capitals."""
    return frozenset(word for text in texts for word in re.findall(r"\b[A-ZÀ-Þ]{3,8}\b", text))


@lru_cache(maxsize=4096)
def _initials(texts: tuple[str, ...]) -> str:
    """Return for each word of texts its first letter, and whether it is a small one: "R+v-S+"."""
    found = []
    for match in _WORD.finditer(" | ".join(texts)):
        word = match["word"]
        if word is None:
            found.append("|")
        else:
            found.append(f"{word[0]}{'-' if word.islower() and len(word) <= _SMALL else '+'}")
    return "".join(found)


@lru_cache(maxsize=512)
def _pattern(abbreviation: str) -> re.Pattern[str]:
    parts = [f"{re.escape(abbreviation[0])}[+-]"]
    for letter in abbreviation[1:]:
        upper, lower = re.escape(letter.upper()), re.escape(letter.lower())
        direct = f"|{lower}[+-]" if len(abbreviation) >= _LONGEST_IN_SMALL else ""
        parts.append(f"(?:(?:[^|]-){{0,2}}{upper}[+-]{direct})")
    return re.compile("".join(parts))
