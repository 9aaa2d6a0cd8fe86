"""Numbers in words, in Dutch and English: "zeventig", "anderhalf", "tiendaagse", "twenty-two thousand".

The library reads cardinals. Halves, ordinals, compounds such as "duizendjarig", and vague amounts such as
"tientallen" are read here.
"""

import re
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

SCALES = {
    **dict.fromkeys(("duizend", "thousand"), Decimal(1000)),
    # In Dutch a "ton" is a hundred thousand euros; of weights both sides are read alike.
    "ton": Decimal(100_000),
    **dict.fromkeys(("miljoen", "mln", "million"), Decimal(10**6)),
    **dict.fromkeys(("miljard", "mld", "billion", "bn"), Decimal(10**9)),
    **dict.fromkeys(("biljoen", "trillion"), Decimal(10**12)),
}
_PARTS = {
    **dict.fromkeys(("anderhalf", "anderhalve"), Decimal("1.5")),
    **dict.fromkeys(("half", "halve", "helft"), Decimal("0.5")),
    **dict.fromkeys(("kwart", "quarter"), Decimal("0.25")),
    "driekwart": Decimal("0.75"),
    **dict.fromkeys(("mln", "mln."), Decimal(10**6)),
    **dict.fromkeys(("mld", "mld."), Decimal(10**9)),
}
_VAGUE = {
    "nl": re.compile(
        r"(?:tien|honderd|duizend)tallen|honderden|(?:tien|honderd)?duizenden|miljoenen|miljarden"
    ),
    "en": re.compile(r"dozens|hundreds|thousands|millions|billions"),
}
# "Een tweede bericht", "in the second place": a way of telling things apart more often than a number.
_FILLERS = {"tweede", "second"}
_ORDINALS = {
    "nl": {"derde": "drie", "achtste": "acht"},
    "en": {
        "second": "two",
        "third": "three",
        "fifth": "five",
        "eighth": "eight",
        "ninth": "nine",
        "twelfth": "twelve",
    },
}
_ENDINGS = {
    "nl": re.compile(
        r"(?:-?(?:jarige?|daagse?|tal|voudige?|maal|delige?|koppige?|ledige?|procents|uurs|wekelijkse?|weekse?"
        r"|maandelijkse?|maands?e?|persoons|talige?|puntige?|jaarlijkse?)|ste|de)$"
    ),
    "en": re.compile(r"(?:-?(?:day|year|month|week|fold|member|point|part)|th)$"),
}
_STEMS = {
    "nl": re.compile(
        r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twin|der?tig|veertig"
        r"|tachtig|nul|honderd|duizend|miljoen|miljard|biljoen)"
    ),
    "en": re.compile(
        r"(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twent|fort|hundred"
        r"|thousand|million|billion|trillion)"
    ),
}


def vague(word: str, lang: str) -> bool:
    """Tell whether a word, in small letters, is an amount that names no number."""
    return bool(_VAGUE[lang].fullmatch(word))


@lru_cache(maxsize=4096)
def cardinal(words: str, lang: str) -> Decimal | None:
    """Return what a number in words, in small letters, comes to; None for words that are no number."""
    if words in _PARTS:
        return _PARTS[words]
    if not _STEMS[lang].match(words):
        return None
    try:
        return Decimal(text2num(words.replace("\u2019", "'"), lang))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def derived(word: str, lang: str) -> Decimal | None:
    """Return the number within an ordinal or a compound: "derde" has 3, "duizendjarig" 1000."""
    if word in _FILLERS:
        return None
    irregular = _ORDINALS[lang].get(word)
    if irregular is not None:
        return cardinal(irregular, lang)
    if not _STEMS[lang].match(word):
        return None
    ending = _ENDINGS[lang].search(word)
    if ending is None:
        return None
    stem = word[: ending.start()]
    return cardinal(stem, lang) or cardinal(re.sub("ie$", "y", stem), lang)
