"""Which words are ordinary ones, so that a capital at the start of a sentence need not make a name.

The lists in `words/` hold words in small letters: for Dutch those of OpenTaal, for English those of SCOWL,
and names that look like a Dutch compound ("Kortrijk") or are ordinary words as well ("Bakker"). They are read
when the first doubtful word is met.
"""

import gzip
from functools import cache, lru_cache
from importlib.resources import files

_SHORTEST_PART = 4
# No list has words with an apostrophe.
_CLIPPED = frozenset(
    {
        *("zo'n", "m'n", "z'n", "d'r", "'m", "'t"),
        *("it's", "that's", "there's", "don't", "isn't", "didn't", "wasn't", "weren't", "doesn't"),
    }
)


@cache
def _words(name: str) -> frozenset[str]:
    data = files("bronbrief.claims").joinpath("words", f"{name}.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode().split("\n"))


@cache
def _own(name: str) -> frozenset[str]:
    lines = (
        files("bronbrief.claims").joinpath("words", f"{name}.txt").read_text(encoding="utf-8").splitlines()
    )
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=8192)
def is_ordinary(word: str, lang: str) -> bool:
    """Tell whether a word in small letters is in the list of a language ("nl" or "en"), or made of such.

    A hyphenated word is ordinary if its parts are; in Dutch so is a compound, with or without a linking s.
    """
    known = _words(lang)
    if lang == "nl" and (word in _words("nl-names") or word in _own("bodies")):
        return False
    plain = word.replace("’", "'")
    parts = plain.split("-")
    return plain in _CLIPPED or all(_in_list(part, known, compounds=lang == "nl") for part in parts if part)


def may_be_surname(word: str, lang: str) -> bool:
    """Tell whether an ordinary word in small letters is a surname, or a party, as well."""
    return lang == "nl" and word in _own("surnames")


def _in_list(word: str, known: frozenset[str], *, compounds: bool) -> bool:
    bare = word.removesuffix("'s").removesuffix("'")
    if len(bare) <= 1 or word in known or bare in known:
        return True
    if not compounds:
        return False
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        joined = head in known or (head.endswith("s") and head[:-1] in known)
        if joined and (tail in known or (len(tail) > len(head) and _in_list(tail, known, compounds=True))):
            return True
    return False
