"""Names that mean the same: Belarus and Wit-Rusland, Chinese and China, Lukashenko and Loekasjenko."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from babel import Locale

# A member of a chamber is written as one word with it: "Tweede Kamerlid".
_MEMBER = re.compile(r"(kamer)(lid|leden)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "VVD's" and "VVD'er" are said of the same.
_GENITIVE = re.compile(r"['’](?:s|ers?)?$")
_LONGEST, _ABBREVIATION = 5, 3
# Names from Cyrillic as Dutch and as English write them (BGN/PCGN, without the finer points).
_SPELLINGS = (
    *(("tsj", "ch"), ("sj", "sh"), ("zj", "zh"), ("oe", "u"), ("ts", "ts"), ("ch", "kh"), ("ks", "x")),
    *(("j", "y"), ("ije", "ie")),
)
_SPELLING = re.compile("|".join(dutch for dutch, _ in _SPELLINGS))


@cache
def _places() -> dict[tuple[str, ...], str]:
    """Return the code of a place by the words of each of its names."""
    codes: dict[tuple[str, ...], str] = {}
    for lang in ("nl", "en"):
        for code, name in Locale(lang).territories.items():
            codes[words(str(name))] = f"@{code}"
    lines = files("bronbrief.claims").joinpath("words", "places.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("#") or not line.strip():
            continue
        code, _, names = line.partition(":")
        own = () if code.isupper() or code.isdigit() else (code,)
        for name in (*own, *names.split(",")):
            codes[words(name)] = f"@{code.strip()}"
    return codes


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without hyphens and genitive marks.

    Short abbreviations keep their capitals: "US" is not "us".
    """
    return tuple(map(_word, _TOKEN.findall(_MEMBER.sub(r"\1 \2", text))))


def _word(token: str) -> str:
    bare = _GENITIVE.sub("", token.replace("’", "'"))
    return bare if bare.isupper() and 1 < len(bare) <= _ABBREVIATION else bare.casefold()


def canonical(text: str) -> tuple[str, ...]:
    """Return the words of a text with every name of a known place replaced by that place's code."""
    return tuple(_replaced(words(text)))


def _replaced(given: tuple[str, ...]) -> Iterator[str]:
    at = 0
    places = _places()
    while at < len(given):
        for length in range(min(_LONGEST, len(given) - at), 0, -1):
            code = places.get(given[at : at + length])
            if code is not None:
                yield code
                at += length
                break
        else:
            yield given[at]
            at += 1


def english_spelling(word: str) -> str:
    """Write a name that Dutch has from Cyrillic as English does: "loekasjenko" becomes "lukashenko"."""
    return _SPELLING.sub(lambda match: dict(_SPELLINGS)[match[0]], word)
