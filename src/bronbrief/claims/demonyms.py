"""Places and what is named after them: "Halle" and "Halse", "Nijmegen" and "Nijmeegse", "Gentenaar".

Both are brought back to what they share. Only words with a capital are compared, and only where one of the
two has the ending of an adjective or of an inhabitant.
"""

import re

# Longest first; a lone e only behind an s that belongs to the place: "Leiemeerse" of "Leiemeersen".
_ADJECTIVES = ("enaars", "enaar", "aars", "aar", "ers", "er", "sche", "se", "s")
_PLACES = ("enland", "land", "en", "e", "a")
_TWICE = re.compile(r"(.)\1+")
_SHORTEST = 3


def adjective_stems(word: str) -> frozenset[str]:
    """Return what may be left of a word in small letters without the ending of an adjective."""
    found = [word.removesuffix(ending) for ending in _ADJECTIVES if word.endswith(ending)]
    if word.endswith("se"):
        found.append(word[:-1])
    return _shared(found)


def place_stems(word: str) -> frozenset[str]:
    """Return what may be left of a place in small letters in a word that is named after it."""
    return _shared([word, *(word.removesuffix(ending) for ending in _PLACES if word.endswith(ending))])


def _shared(stems: list[str]) -> frozenset[str]:
    """Write doubled letters once, as spelling doubles them for sound only."""
    once = (_TWICE.sub(r"\1", stem) for stem in stems)
    return frozenset(stem for stem in once if len(stem) >= _SHORTEST)
