"""Find the numbers in a text, in digits and in words, with what they measure: percentages and money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bronbrief.brief.number_words import SCALES, cardinal, derived, vague

_GROUP = "[.\u00a0\u202f\u2009 ]"
_DIGITS = {
    "nl": rf"\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)?",
    "en": r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,:]\d+)?",
}
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_TOKENS = {
    lang: re.compile(rf"(?P<digits>(?<![\w])(?:{digits}))|(?P<word>{_WORD})")
    for lang, digits in _DIGITS.items()
}
_CURRENCIES = {
    **dict.fromkeys(("€", "eur", "euro", "euro's", "euros"), "EUR"),
    **dict.fromkeys(("$", "usd", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("£", "gbp", "pond", "pounds"), "GBP"),
    **dict.fromkeys(("roebel", "roebels", "rouble", "roubles", "rubles"), "RUB"),
    **dict.fromkeys(("¥", "yuan", "renminbi"), "CNY"),
}
_BEFORE = re.compile(r"(?P<unit>[€$£¥]|\b(?:EUR|USD|GBP)\b)\s?$", re.IGNORECASE)
_AFTER = re.compile(
    r"\s?(?P<sign>[%€$£¥])|[\s-](?P<unit>procent(?:punt(?:en)?)?|percent|per\s+cent|pct"
    r"|euro(?:['’]s|s)?|dollars?|pond|pounds|roebels?|roubles?|rubles|yuan|renminbi|EUR|USD|GBP)\b",
    re.IGNORECASE,
)
_HALVES = {"nl": ("en", "een", "half"), "en": ("and", "a", "half")}
# Alone they are more often a turn of phrase than a number: "half september", "een kwart eeuw".
_BARE = {"half", "halve", "kwart", "quarter"}
_NAMED = {"nl": re.compile("(?:eer|[a-z]+d|[a-z]+st)e"), "en": re.compile("first|second|third|[a-z]+th")}
_ARTICLES = {"een", "één", "a", "one", "an"}
# "De raad acht dit nodig", "in acht nemen": no number.
_VERB_ACHT = re.compile(
    r"\s*[.,;:]|\s*$"
    r"|\s+(?:het|de|dit|dat|zich|haar|hem|hen|een|geen|te|nemen|genomen|geslagen|men)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at characters `start` to `end`; `unit` is "%", a currency's code or empty.

    `value` is None for a vague amount, which `word` then holds.
    """

    start: int
    end: int
    value: Decimal | None
    unit: str = ""
    word: str = ""


def find_numbers(text: str, lang: str) -> Iterator[Number]:
    """Yield the numbers of a text in order; `lang` is "nl" or "en". A plain "een" or "one" is none."""
    tokens = list(_TOKENS[lang].finditer(text))
    at = 0
    while at < len(tokens):
        found = _read(text, tokens, at, lang)
        if found is None:
            at += 1
            continue
        number, at = found
        yield _measured(text, number)


def _read(text: str, tokens: list[re.Match[str]], at: int, lang: str) -> tuple[Number, int] | None:
    """Read the number that begins at a token, and say which token comes after it."""
    first = tokens[at]
    word = _plain(first)
    if _in_name(text, tokens, at, lang):
        return None
    if vague(word, lang):
        return Number(first.start(), first.end(), None, word=word), at + 1
    value, after = _base(text, tokens, at, lang)
    if value is None:
        value = derived(word, lang)
        return None if value is None else (Number(first.start(), first.end(), value), at + 1)
    if word in _BARE and not {_plain(token) for token in tokens[after : after + 2]} & SCALES.keys():
        return None
    halves = [_plain(token) for token in tokens[after : after + 3]]
    if tuple(halves) == _HALVES[lang]:
        value, after = value + Decimal("0.5"), after + 3
    if lang == "en" and word == "half" and after < len(tokens) and _plain(tokens[after]) == "a":
        after += 1
    while after < len(tokens) and _plain(tokens[after]) in SCALES and _adjacent(text, tokens, after):
        value, after = value * SCALES[_plain(tokens[after])], after + 1
    return Number(first.start(), tokens[after - 1].end(), value), after


def _base(text: str, tokens: list[re.Match[str]], at: int, lang: str) -> tuple[Decimal | None, int]:
    """Read digits, or the longest run of words that make a number together."""
    first = tokens[at]
    if first["digits"]:
        return _digits(first["digits"], lang), at + 1
    word = _plain(first)
    if word in _ARTICLES:
        # "een miljoen", "one and a half billion"; a lone article says nothing.
        following = [_plain(token) for token in tokens[at + 1 : at + 4]]
        if following and (following[0] in SCALES or tuple(following) == _HALVES[lang]):
            return Decimal(1), at + 1
        return None, at
    if word == "acht" and _VERB_ACHT.match(text, first.end()):
        return None, at
    best, after = cardinal(word, lang), at + 1
    words = word
    for later in range(at + 1, min(at + 8, len(tokens))):
        if best is None or not _adjacent(text, tokens, later) or tokens[later]["digits"]:
            break
        words = f"{words} {_plain(tokens[later])}"
        longer = cardinal(words, lang)
        if longer is not None:
            best, after = longer, later + 1
        elif _plain(tokens[later]) not in ("and", "en"):
            break
    return best, after


def _in_name(text: str, tokens: list[re.Match[str]], at: int, lang: str) -> bool:
    """Tell whether an ordinal is part of a name, as in "Tweede Kamer"."""
    token = tokens[at][0]
    if not token[0].isupper() or at + 1 >= len(tokens) or not _NAMED[lang].fullmatch(token.lower()):
        return False
    return tokens[at + 1][0][0].isupper() and _adjacent(text, tokens, at + 1)


def _adjacent(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    return not text[tokens[at - 1].end() : tokens[at].start()].strip(" \n\u00a0-")


def _plain(token: re.Match[str]) -> str:
    return token[0].lower()


def _digits(digits: str, lang: str) -> Decimal:
    """Read digits: in Dutch a comma begins the fraction and a point groups; in English the reverse."""
    plain = re.sub("[\u00a0\u202f\u2009 ]", "", digits).replace(":", ".")
    group, fraction = (".", ",") if lang == "nl" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{fraction}\d+)?", plain):
        plain = plain.replace(group, "")
    return Decimal(plain.replace(",", "."))


def _measured(text: str, number: Number) -> Number:
    """Add the unit that stands before or after a number."""
    if number.value is None:
        return number
    start, end, unit = number.start, number.end, ""
    if before := _BEFORE.search(text, max(0, start - 5), start):
        start, unit = before.start(), _CURRENCIES[before["unit"].lower()]
    elif after := _AFTER.match(text, end):
        end = after.end()
        said = (after["sign"] or after["unit"]).lower().replace("’", "'")
        unit = _CURRENCIES.get(said, "%")
    return Number(start, end, number.value.normalize(), unit)
