"""Which words are ordinary ones, so that a capital at the start of a sentence need not make a name.

The lists in `words/` hold words in small letters: for Dutch those of OpenTaal, for English those of SCOWL,
and names that look like a Dutch compound ("Kortrijk"). They are read when the first doubtful word is met.
"""

import gzip
from functools import cache, lru_cache
from importlib.resources import files

_SHORTEST_PART = 4


@cache
def _words(name: str) -> frozenset[str]:
    data = files("bronbrief.brief").joinpath("words", f"{name}.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode().split("\n"))


@lru_cache(maxsize=8192)
def is_ordinary(word: str, lang: str) -> bool:
    """Tell whether a word in small letters is in the list of a language ("nl" or "en"), or made of such.

    A hyphenated word is ordinary if its parts are; in Dutch so is a compound, with or without a linking s.
    """
    known = _words(lang)
    if lang == "nl" and word in _words("nl-names"):
        return False
    parts = word.replace("’", "'").split("-")
    return all(_in_list(part, known, compounds=lang == "nl") for part in parts if part)


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
