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
    **dict.fromkeys(("dozijn", "dozen"), Decimal(12)),
    "tiental": Decimal(10),
    # In Dutch a "ton" is a hundred thousand euros; of weights both sides are read alike.
    "ton": Decimal(100_000),
    **dict.fromkeys(("miljoen", "mln", "mio", "million", "mn"), Decimal(10**6)),
    **dict.fromkeys(("miljard", "mld", "mrd", "billion", "bn"), Decimal(10**9)),
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
# Amounts that name no number, and what they are called in both languages.
_VAGUE = {
    "nl": {
        **dict.fromkeys(("tientallen", "dozijnen"), "tens"),
        **dict.fromkeys(("honderden", "honderdtallen"), "hundreds"),
        **dict.fromkeys(("duizenden", "duizendtallen"), "thousands"),
        "tienduizenden": "tens of thousands",
        "honderdduizenden": "hundreds of thousands",
        "miljoenen": "millions",
        "miljarden": "billions",
    },
    "en": {
        **dict.fromkeys(("tens", "dozens", "scores"), "tens"),
        **{name: name for name in ("hundreds", "thousands", "millions", "billions")},
    },
}
# "Een tweede bericht", "in the second place": a way of telling things apart more often than a number.
_FILLERS = {"eerste": Decimal(1), "tweede": Decimal(2), "first": Decimal(1), "second": Decimal(2)}
_ORDINALS = {
    "nl": {"eerste": "een", "derde": "drie", "achtste": "acht"},
    "en": {
        "first": "one",
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
        r"|maandelijkse?|maands?e?|persoons|talige?|puntige?|jaarlijkse?))$"
    ),
    "en": re.compile(r"(?:-?(?:day|year-olds?|year|month|week|fold|member|point|part))$"),
}
_STEMS = {
    "nl": re.compile(
        r"(?:(?:een|één)(?=en|honderd|duizend)|anderhal|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf"
        r"|twaalf|dertien|veertien|twin|der?tig|veertig|tachtig|nul|honderd|duizend|miljoen|miljard|biljoen)"
    ),
    "en": re.compile(
        r"(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|fif|twent|fort|hundred"
        r"|thousand|million|billion|trillion)"
    ),
}


_UNITS = {"een": Decimal(1), "one": Decimal(1), "twee": Decimal(2), "two": Decimal(2)}
_ORDINAL = {
    "nl": re.compile("(?P<stem>.*?)(?:(?P<irregular>eerste|derde|achtste)|ste|de)"),
    "en": re.compile("(?P<stem>.*?)(?:(?P<irregular>first|second|third|fifth|eighth|ninth|twelfth)|th)"),
}
# "Drieënhalf", "vijfeneenhalf", "three-and-a-half".
_AND_HALF = re.compile(r"(?P<stem>.+?)(?:[eë]n-?(?:[eé][eé]n-?)?hal(?:f|ve)|-and-a-half)")
# The longest number that anybody writes as one word has some seventy letters.
_LONGEST = 120


def filler(word: str) -> Decimal | None:
    """Return the number of an ordinal that more often tells things apart than counts them."""
    return _FILLERS.get(word)


def vague(word: str, lang: str) -> str:
    """Return under what name a word in small letters is an amount that names no number; "" for others."""
    return _VAGUE[lang].get(word, "")


@lru_cache(maxsize=4096)
def cardinal(words: str, lang: str) -> Decimal | None:
    """Return what a number in words, in small letters, comes to; None for words that are no number."""
    if words in _PARTS:
        return _PARTS[words]
    if len(words) > _LONGEST:
        return None
    if "hal" in words and (halved := _AND_HALF.fullmatch(words)):
        whole = Decimal(1) if halved["stem"] == "one" else cardinal(halved["stem"], lang)
        return None if whole is None else whole + Decimal("0.5")
    if not _STEMS[lang].match(words):
        return None
    if lang == "nl":
        words = re.sub("^(?:een|één)(?=honderd|duizend)", "", words)
    try:
        return Decimal(text2num(words.replace("\u2019", "'"), lang))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def derived(word: str, lang: str) -> Decimal | None:
    """Return the number within an ordinal or a compound: "derde" has 3, "duizendjarig" 1000."""
    if word in _FILLERS:
        return None
    if (number := ordinal(word, lang)) is not None:
        return number
    if len(word) > _LONGEST or not _STEMS[lang].match(word):
        return None
    ending = _ENDINGS[lang].search(word)
    return cardinal(word[: ending.start()], lang) if ending else None


@lru_cache(maxsize=4096)
def ordinal(word: str, lang: str) -> Decimal | None:
    """Return the number of an ordinal in small letters: "eerste" is 1, "twenty-first" 21."""
    found = _ORDINAL[lang].fullmatch(word) if len(word) <= _LONGEST else None
    if found is None:
        return None
    stem, irregular = found["stem"], found["irregular"]
    if irregular:
        units = _ORDINALS[lang][irregular]
        return cardinal(stem + units, lang) or (None if stem else _UNITS.get(units))
    return _UNITS.get(stem) or cardinal(stem, lang) or cardinal(re.sub("ie$", "y", stem), lang)
