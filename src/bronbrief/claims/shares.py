"""Parts of a whole: "twee derde", "de helft", "een op de vijf", "1/3", "80 van de 100", "three quarters"."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bronbrief.claims.number_words import SCALES, cardinal, ordinal

HUNDRED = Decimal(100)
_SMALL = {
    "nl": "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien",
    "en": "one|two|three|four|five|six|seven|eight|nine|ten",
}
_ONE = {"een", "één", "a", "one"}
_OF = {
    "nl": "derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|twaalfde|twintigste|honderdste",
    "en": "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth",
}
# "Een derde man" is the third; "een derde van de mannen", "een derde minder" are parts.
_PART = {
    "nl": r"\s*(?:$|[.,;:!?)|\x1f]|(?:van|voor|uit|door|aan|bij|naar|afkomstig|deel|minder|meer|lager"
    r"|hoger|kleiner|groter|ervan|daarvan|is|was|komt|kwam|gaat|ging|wordt|werd|bestaat|betaalt|betreft)\b)",
    "en": r"\s*(?:$|[.,;:!?)|\x1f]|(?:of|from|by|for|less|more|fewer|lower|higher|is|was|are|were"
    r"|comes|came)\b)",
}
_NO_SCALE = rf"(?!\s+(?:{'|'.join(SCALES)})\b)"
_NUMBER = r"(?<![\w.,])(?P<tops>\d{1,3}|[a-zé-]+)"
_WHOLE = r"(?P<whole>\d{1,3}|[a-zé]+)\b(?![.,]\d)"
_VULGAR = "[¼½¾⅐-⅞]"
_PATTERNS = {
    "nl": (
        rf"(?<!\d)(?P<sign>{_VULGAR})(?!\w)(?!\s+(?:uur|jaar|eeuw))",
        r"(?<![\w.,/-])(?P<n>\d{1,2})/(?P<d>\d{1,2})(?![\w/]|[.,-]\d)",
        rf"\b(?P<top>{_SMALL['nl']})\s?-?(?P<of>{_OF['nl']})n?\b(?!\s+kwarta)",
        r"\b(?P<top>een|één|drie)\s?(?P<quarter>kwart)\b(?!\s+(?:eeuw|over|voor|na)\b)",
        r"\b(?P<half>(?:de|een)\s+helft)\b",
        rf"{_NUMBER}\s+(?P<ratio>op|van)\s+(?:(?:de|elke|iedere)\s+)?{_WHOLE}",
    ),
    "en": (
        rf"(?<!\d)(?P<sign>{_VULGAR})(?!\w)(?!\s+(?:hour|year|century))",
        r"(?<![\w.,/-])(?P<n>\d{1,2})/(?P<d>\d{1,2})(?![\w/]|[.,-]\d)",
        rf"\b(?P<top>a|{_SMALL['en']})[\s-](?P<of>{_OF['en']})s?\b",
        r"\b(?P<half>half)(?=\s+(?:of|the|its|their|his|her|our|all)\b|[.,;:!?)])",
        rf"{_NUMBER}\s+(?P<ratio>in|out\s+of|of)\s+(?:every\s+|the\s+)?{_WHOLE}",
    ),
}
_SHARES = {
    lang: tuple(re.compile(one + _NO_SCALE, re.IGNORECASE) for one in given)
    for lang, given in _PATTERNS.items()
}
_AS_PART = {lang: re.compile(one, re.IGNORECASE) for lang, one in _PART.items()}
_TIMES_A_YEAR = re.compile(r"\b(?:once|twice|times|per)\s+$", re.IGNORECASE)
_MOST = 100


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole at characters `start` to `end`; `numbers` are those that were said for it.

    `of_hundred` marks what is said of a hundred, which is a percentage.
    """

    start: int
    end: int
    value: Decimal
    numbers: tuple[Decimal, ...] = ()
    of_hundred: bool = False


def find_shares(text: str, lang: str, *, doubtful: bool = False) -> Iterator[Share]:
    """Yield the parts of a whole that a text has, in no order, some twice.

    `doubtful` yields what may be the third of some as well: "een derde liet het na".
    """
    for pattern in _SHARES[lang]:
        for match in pattern.finditer(text):
            share = _read(text, match, lang, doubtful=doubtful)
            if share is not None:
                yield share


def _read(text: str, match: re.Match[str], lang: str, *, doubtful: bool) -> Share | None:
    groups = match.groupdict()
    start, end = match.span()
    if groups.get("sign"):
        given = Fraction(unicodedata.numeric(match["sign"])).limit_denominator(10)
        return Share(start, end, _divided(Decimal(given.numerator), Decimal(given.denominator)))
    if groups.get("half"):
        return Share(start, end, Decimal("0.5"))
    if groups.get("quarter"):
        top = Decimal(1) if match["top"].lower() in _ONE else Decimal(3)
        return Share(start, end, top / 4)
    if groups.get("n"):
        return _of_two(start, end, Decimal(match["n"]), Decimal(match["d"]))
    if groups.get("ratio"):
        return _ratio(match, lang)
    return _in_words(text, match, lang, doubtful=doubtful)


def _in_words(text: str, match: re.Match[str], lang: str, *, doubtful: bool) -> Share | None:
    """Read "twee derde"; "een derde" only where it can be no ordinal."""
    one = match["top"].lower() in _ONE
    top = Decimal(1) if one else cardinal(match["top"].lower(), lang)
    of = match["of"].lower()
    whole = Decimal(4) if of == "quarter" else ordinal(of, lang)
    if top is None or whole is None or top >= whole or ordinal(match[0].lower(), lang) is not None:
        return None  # "zestiende" is no six tenths
    if one and not doubtful and not _AS_PART[lang].match(text, match.end()):
        return None
    if of == "quarter" and _TIMES_A_YEAR.search(text, max(0, match.start() - 8), match.start()):
        return None
    # Of a source "een derde" may be an ordinal after all.
    said = (whole,) if one and of != "quarter" else ()
    return Share(*match.span(), _divided(top, whole), said)


def _ratio(match: re.Match[str], lang: str) -> Share | None:
    """Read "een op de drie", and "80 van de 100"; "19 van de 23" are two numbers."""
    top, whole = (_number(match[name].lower(), lang) for name in ("tops", "whole"))
    if top is None or whole is None or top >= whole or whole > _MOST:
        return None
    one_in_many = match["ratio"].lower() not in ("van", "of")
    if whole != HUNDRED and not (one_in_many and whole <= 12):  # noqa: PLR2004 as people say it
        return None
    return Share(*match.span(), _divided(top, whole), (top, whole), of_hundred=whole == HUNDRED)


def _of_two(start: int, end: int, top: Decimal, whole: Decimal) -> Share | None:
    return Share(start, end, _divided(top, whole), (top, whole)) if 0 < top < whole else None


def _number(word: str, lang: str) -> Decimal | None:
    if word.isdigit():
        return Decimal(word)
    return Decimal(1) if word in _ONE - {"a"} else cardinal(word, lang)


def _divided(top: Decimal, whole: Decimal) -> Decimal:
    return (top / whole).normalize()
