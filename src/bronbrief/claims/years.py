"""Years that stand alone: 2020, ’98 and decades; and four digits that count people or things instead."""

import re
from collections.abc import Iterator

from bronbrief.claims.measures import measure_after

YEAR = r"(?:1[5-9]|20|21)\d\d"
SHORT_YEAR = r"[‘’']\d\d"
Span = tuple[int, int]
# "In 2019 jaren later" is nothing that anybody writes, "een weg van 2000 meter" is.
_OF_TIME = {"year", "month", "week", "day", "hour", "minute", "second", "century", "decade"}

# Two digits up to this belong to this century.
_NEWEST = 35
_BARE = re.compile(
    rf"(?:(?<![\w.,:-])|(?<=\d\d\d\d[-–]))(?P<y>{YEAR})"
    r"(?!\w|[.,]\d|-(?:jarig|jaar|year|voudig|fold|tal))(?!\s*(?:%|procent|euro|dollar))"
)
_TEMPORAL = {
    "nl": r"in|sinds|van|vanaf|tot|uit|voor|vóór|na|rond|omstreeks|tussen|per|tegen|over|naar|t/m"
    r"|begin|eind|einde|half|medio|anno|jaar|jaren|jaargang|zomer|winter|najaar|herfst|voorjaar|lente|seizoen",
    "en": r"in|since|of|from|until|till|to|by|before|after|around|about|between|during|for|through"
    r"|early|mid|late|year|years|summer|winter|spring|autumn|fall|season|circa|into",
}
_BEFORE = {
    lang: re.compile(rf"(?:\b(?:{words})[\s-]+|\b\d{{4}}\s(?:en|of|and|or)\s|[-–/(]\s?)$", re.IGNORECASE)
    for lang, words in _TEMPORAL.items()
}
_SHORT = re.compile(rf"(?<![\w]){SHORT_YEAR}(?![\w%]|\s*(?:%|procent|euro|dollar))")
_TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_DECADE = {
    "nl": re.compile(
        r"\b(?:jaren)\s+(?:(?P<full>(?:1[5-9]|20)\d0)(?!\w)|[‘’']?(?P<tens>[3-9]0)(?!\w)"
        r"|(?P<word>dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?P<full>(?:1[5-9]|20)\d0)['’]?s\b|[‘’'](?P<tens>[3-9]0)['’]?s\b"
        r"|\bthe\s+(?:early\s+|late\s+|mid-?\s?)?(?P<word>thirties|forties|fifties|sixties|seventies|eighties"
        r"|nineties)\b",
        re.IGNORECASE,
    ),
}
# "Er vielen 2020 gewonden" counts; "de verkiezingen 2020 waren" and "the disputed 2020 elections" do not.
_COUNTED = {
    "nl": re.compile(
        r"\s+(?!(?:zijn|waren|worden|werden|hebben|hadden|zullen|zouden|kunnen|konden|moeten|moesten|mogen|mochten"
        r"|gaan|gingen|komen|kwamen|staan|stonden|blijven|bleven|lieten|laten|tussen|tegen|binnen|boven|buiten|samen"
        r"|alleen|sindsdien|eveneens|soms|steeds|reeds|tevens|hadden|willen|wilden|vonden|kregen|namen|begonnen"
        r"|[a-z]*(?:tegen|eens))\b)"
        r"(?:[a-zà-ÿ-]+e\s+)?(?:[a-zà-ÿ-]{2,}(?:en|['’]s)|[a-zà-ÿ-]+(?:ers|els|aars|eurs|ums|keer|maal)|man|keer)\b"
    ),
    "en": re.compile(
        r"\s+(?:[a-z-]+\s+)?(?P<who>(?:people|men|women|children|wounded|dead|injured|deaths|casualties|victims"
        r"|citizens|residents|inhabitants|soldiers|troops|vehicles|prisoners|protesters|refugees|students)\b)?"
        r"(?(who)|[a-z-]{2,}(?<!s)s\b)"
    ),
}
# In English a year may stand before any noun: only after these does it count what has no other sign of it.
_AMOUNT = re.compile(
    r"\b(?:there\s+(?:were|are)|some|about|over|nearly|almost|than|least|most|only|exactly|with|killed|arrested"
    r"|detained|helped|injured|wounded|had|have|has)\s+$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|this|that|these|those|its|his|her|their|our|every|each)|['’]s)(?:\s+[\w-]+){0,2}\s+$",
    re.IGNORECASE,
)
_REACH = 40


def find_years(text: str, lang: str) -> Iterator[tuple[int, int, int]]:
    """Yield where a year stands alone, and which: four digits, or two behind an apostrophe."""
    for match in _BARE.finditer(text):
        if not counts(text, *match.span(), lang):
            yield *match.span(), int(match["y"])
    for match in _SHORT.finditer(text):
        if _BEFORE[lang].search(text, max(0, match.start() - _REACH), match.start()):
            yield *match.span(), full_year(match[0])


def find_decades(text: str, lang: str) -> Iterator[tuple[int, int, Span]]:
    """Yield where a decade stands, with its first and last year: "de jaren ’90", "the 1990s"."""
    for match in _DECADE[lang].finditer(text):
        tens = match["tens"] or _TENS.get((match["word"] or "").lower())
        first = int(match["full"] or 1900 + int(tens or 0))
        yield *match.span(), (first, first + 9)


def full_year(text: str) -> int:
    """Read a year of four digits, or of two behind an apostrophe."""
    year = int(text.lstrip("‘’'"))
    if year > 99:  # noqa: PLR2004 four digits
        return year
    return year + (2000 if year <= _NEWEST else 1900)


def counts(text: str, start: int, end: int, lang: str) -> bool:
    """Tell whether digits that might be a year count what follows them."""
    counted, window = _COUNTED[lang].match(text, end), max(0, start - _REACH)
    measured = measure_after(text, end)[1]
    if measured and not _BEFORE[lang].search(text, window, start):
        return True
    if counted is None:
        return measured not in ("", *_OF_TIME)
    if lang == "en" and not counted["who"]:
        return bool(_AMOUNT.search(text, window, start))
    if _BEFORE[lang].search(text, window, start):
        return False
    return lang == "nl" or not _DETERMINED.search(text, window, start)


def has_plural(text: str, end: int, lang: str) -> bool:
    """Tell whether a plural follows a number that ends here."""
    return bool(_COUNTED[lang].match(text, end))
