"""Which words are ordinary ones, so that a capital at the start of a sentence need not make a name.

A language has lists of words in small letters: its own, names that look like a compound of them ("Kortrijk"),
and names that are ordinary words as well ("Bakker"). They are read when the first doubtful word is met.
"""

from functools import lru_cache

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import words

_SHORTEST_PART = 4


@lru_cache(maxsize=8192)
def is_ordinary(word: str, lang: Language) -> bool:
    """Tell whether a word in small letters is in the list of a language, or made of such.

    A hyphenated word is ordinary if its parts are; where the language has compounds, so is one of listed
    words, with or without a linking s.
    """
    known = words(lang.code, "words.txt.gz")
    if word in words(lang.code, "names.txt.gz") or word in words(lang.code, "bodies.txt"):
        return False
    plain = word.replace("’", "'")
    compounds = lang.names.compounds
    return plain in lang.names.clipped or all(
        _in_list(part, known, compounds=compounds) for part in plain.split("-") if part
    )


def may_be_surname(word: str, lang: Language) -> bool:
    """Tell whether an ordinary word in small letters is a surname, or a party, as well."""
    return word in words(lang.code, "surnames.txt")


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
