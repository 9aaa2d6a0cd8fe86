"""Names that mean the same: Belarus and Wit-Rusland, Chinese and China, Lukashenko and Loekasjenko."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from bronbrief.claims.match.language import NOTHING, Language
from bronbrief.claims.match.languages import languages, lines

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "VVD's" and "VVD'er" are said of the same.
_GENITIVE = re.compile(r"['’](?:s|ers?)?$")
_LONGEST, _ABBREVIATION = 5, 3
_TWICE = re.compile(r"(.)\1+")
_SHORTEST = 3


@cache
def _places() -> dict[tuple[str, ...], str]:
    """Return the code of a place by the words of each of its names."""
    codes: dict[tuple[str, ...], str] = {}
    for lang in languages().values():
        for code, name in Locale(lang.code).territories.items():
            codes[words(str(name))] = f"@{code}"
    for lang in languages().values():
        for line in lines(lang.code, "places.txt"):
            code, _, names = line.partition(":")
            own = () if code.isupper() or code.isdigit() else (code,)
            for name in (*own, *names.split(",")):
                codes[words(name)] = f"@{code.strip()}"
    return codes


@cache
def _written_as_one() -> re.Pattern[str]:
    return re.compile("|".join(lang.names.split_words for lang in languages().values()), re.IGNORECASE)


@cache
def names_of_place(code: str) -> frozenset[tuple[str, ...]]:
    """Return the names of a place by its code, each as its words."""
    return frozenset(name for name, of in _places().items() if of == code)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without hyphens and genitive marks.

    Short abbreviations keep their capitals: "US" is not "us".
    """
    return tuple(map(_word, _TOKEN.findall(_written_as_one().sub(_apart, text))))


def _apart(match: re.Match[str]) -> str:
    return " ".join(part for part in match.groups() if part)


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


def english_spellings(word: str) -> set[str]:
    """Write a name that a language has from Cyrillic as English does: "loekasjenko" becomes "lukashenko"."""
    return {english_spelling(word, lang) for lang in languages().values() if lang.names.cyrillic}


def english_spelling(word: str, lang: Language) -> str:
    """Write a name that one language has from Cyrillic as English does."""
    given = dict(lang.names.cyrillic)
    return _cyrillic(lang).sub(lambda match: given[match[0]], word)


@cache
def _cyrillic(lang: Language) -> re.Pattern[str]:
    return re.compile("|".join(own for own, _ in lang.names.cyrillic) or NOTHING)


def adjective_stems(word: str) -> frozenset[str]:
    """Return what may be left of a word in small letters without the ending of an adjective or inhabitant.

    "Halse" has "hal", as the place "Halle" has: what a place and a word that is named after it share.
    """
    known = [lang.names for lang in languages().values()]
    found = [word.removesuffix(end) for names in known for end in names.adjective_ends if word.endswith(end)]
    found += [word[:-1] for names in known if names.elided_end and word.endswith(names.elided_end)]
    return _shared(found)


def place_stems(word: str) -> frozenset[str]:
    """Return what may be left of a place in small letters in a word that is named after it."""
    ends = (end for lang in languages().values() for end in lang.names.place_ends)
    return _shared([word, *(word.removesuffix(end) for end in ends if word.endswith(end))])


def _shared(stems: list[str]) -> frozenset[str]:
    """Write doubled letters once, as spelling doubles them for sound only."""
    once = (_TWICE.sub(r"\1", stem) for stem in stems)
    return frozenset(stem for stem in once if len(stem) >= _SHORTEST)
