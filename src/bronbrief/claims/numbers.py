"""Find the numbers in a text, in digits and in words, with what they measure: percentages, money, time."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bronbrief.claims.legible import blotted
from bronbrief.claims.measures import clause_at, has_noun, is_left_open, measure_after, measure_within
from bronbrief.claims.number import ANY_UNIT, Number
from bronbrief.claims.number_words import SCALES, cardinal, derived, filler, ordinal, vague
from bronbrief.claims.own_forms import in_own_forms
from bronbrief.claims.units import CENT, measured
from bronbrief.claims.years import YEAR, counts, has_plural

# A longer run of digits is no number that anybody reads: it stands for itself, as a word.
_MOST_DIGITS = 24
_LARGEST = 40
_GROUP = "[.\u00a0\u202f\u2009 ]"
_FRACTION = "[¼½¾⅐-⅞]"
_DIGITS = {
    "nl": rf"\d{{1,3}}(?:{_GROUP}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)?",
    "en": r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,:]\d+)?",
}
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_TOKENS = {
    lang: re.compile(
        rf"(?P<digits>(?<![\w])(?:(?:{digits})(?:[\u2009\u202f ]?{_FRACTION})?|{_FRACTION}))"
        rf"|(?P<word>{_WORD})"
    )
    for lang, digits in _DIGITS.items()
}
_HALVES = {
    "nl": {("en", "een", "half"), ("en", "een", "halve")},
    "en": {("and", "a", "half")},
}
# Alone they are more often a turn of phrase than a number: "half september", "een kwart eeuw".
_BARE = {"half", "halve", "kwart", "quarter"}
_NAMED = {"nl": re.compile("(?:eer|[a-z]+d|[a-z]+st)e"), "en": re.compile("first|second|third|[a-z]+th")}
_ARTICLES = {"een", "één", "a", "one", "an"}
# "De raad acht dit nodig", "in acht nemen": no number.
_VERB_ACHT = re.compile(
    r"\s+(?:het|de|dit|dat|zich|haar|hem|hen|een|geen|te|nemen|genomen|geslagen|men)\b", re.IGNORECASE
)
# "Zoals het college nodig acht": where a clause ends it is a number only after words such as these.
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")
_BEFORE_ACHT = re.compile(
    r"(?:^|[(:;\x1f–—/-]\s*|\b(?:er|de|alle|zijn|was|waren|werden|werd|wordt|worden|blijven|bleven|zo['’]n|ruim"
    r"|bijna|circa|ongeveer|minstens|hooguit|slechts|maar|nog|al|precies|totaal|tot|naar|van|met|uit|dan|en|of"
    r"|telde|telden|telt|tellen|nummer|nr|vraag|vragen|antwoord|artikel|punt|bijlage|pagina|bladzijde|om)\s+)$",
    re.IGNORECASE,
)
_BEFORE_ORDINAL = re.compile(
    r"(?:^|[|\x1f(:;]\s*|\b(?:de|het|een|elke|elk|iedere|ieder|deze|die|dit|dat|mijn|zijn|haar|hun|ons|onze|uw|als"
    r"|op|ten|nummer|eindigde|werd|wordt|voor|en|tot|of|twee|drie|met)\s+)$",
    re.IGNORECASE,
)
_ORDINAL_END = re.compile(r"-?(?:e|ste|de|st|nd|rd|th)\b")
# "Van 70 naar 80 procent": the second lends its unit to the first.
_LENDS = re.compile(r"\s*(?:[,/–—-]|\b(?:tot(?: en met)?|t/m|à|naar|of|en|to|or|and)\b)\s*", re.IGNORECASE)
# "Het tweede lid", "voor de tweede keer": here these are numbers after all.
_TOLD_APART = re.compile(
    r"\s+(?:lid|keer|maal|ronde|lezing|termijn|fase|instantie|paragraph|subsection|time|round)\b"
)
# "Kerkstraat 14a": other letters are units, or the ends of ordinals.
_LETTER = re.compile(r"[a-cA-C](?![\w’'])")
_SHORT_SCALES = {"m": Decimal(10**6), "k": Decimal(1000)}
_SIGN = re.compile(r"[€$£]\s?$")
_COMPARED = re.compile(r"\s+(?:meer|minder|extra|more|less)\b")
_EDGES = " \n\x1f|.()"


def find_numbers(text: str, lang: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; `lang` is "nl" or "en". A plain "een" or "one" is none."""
    found = in_own_forms(text, lang)
    left = blotted(text, ((number.start, number.end) for number in found))
    tokens = list(_TOKENS[lang].finditer(left))
    at = 0
    while at < len(tokens):
        read = _read(left, tokens, at, lang)
        at += 1
        if read is not None:
            number, at = read
            found.append(_measured(left, number, lang))
    return _with_lent(text, sorted(found, key=lambda number: number.start))


def _with_lent(text: str, found: list[Number]) -> tuple[Number, ...]:
    """Add the units that numbers without one have from the words around them."""
    later: Number | None = None
    for at in range(len(found) - 1, -1, -1):
        number = found[at]
        if number.value is not None and not number.unit and not number.measure:
            # In Dutch a "ton" of money is a hundred thousand euros.
            lent, scaled = "EUR" if text[number.start : number.end].endswith("ton") else "", None
            if later is not None and _LENDS.fullmatch(text, number.end, later.start):
                lent = later.unit or (f":{later.measure}" if later.measure else later.lent)
                scaled = (number.value * later.scale).normalize() if later.scale > number.scale else None
            elif len(found) == 1 and not (text[: number.start] + text[number.end :]).strip(_EDGES):
                lent = ANY_UNIT
            found[at] = number = replace(number, lent=lent, scaled=scaled)
        later = number
    return tuple(_compared(text, found))


def _compared(text: str, found: list[Number]) -> Iterator[Number]:
    """Lend the unit of a number to one that is compared with it: "138 duizend euro, 12 duizend meer"."""
    unit = ""
    for number in found:
        if not (number.unit or number.lent or number.measure) and _COMPARED.match(text, number.end):
            yield replace(number, lent=unit)
        else:
            yield number
        unit = number.unit


def _read(text: str, tokens: list[re.Match[str]], at: int, lang: str) -> tuple[Number, int] | None:
    """Read the number that begins at a token, and say which token comes after it."""
    first = tokens[at]
    word = _plain(first)
    if _in_name(text, tokens, at, lang) or (word == "vierde" and _is_past(text, first)):
        return None
    if vague(word, lang):
        return _vague(tokens, at, lang)
    value, after = _base(text, tokens, at, lang)
    if value is None:
        return _other(first, word, lang, at)
    if word in _BARE and not {_plain(token) for token in tokens[after : after + 2]} & SCALES.keys():
        return _half(text, tokens, at)
    halves = [_plain(token) for token in tokens[after : after + 3]]
    if tuple(halves) in _HALVES[lang]:
        value, after = value + Decimal("0.5"), after + 3
    scale, after = _scale(text, tokens, at, after, value)
    end = tokens[after - 1].end()
    named = after == at + 1 and bool(_ORDINAL_END.match(text, end))
    letter = _LETTER.match(text, end) if first["digits"] and after == at + 1 else None
    if letter:
        word = text[first.start() : letter.end()].lower()
        return Number(first.start(), letter.end(), value, word=word), after
    return Number(first.start(), end, value * scale, is_ordinal=named, scale=scale), after


def _vague(tokens: list[re.Match[str]], at: int, lang: str) -> tuple[Number, int]:
    """Read an amount that names no number: "honderden", "tens of thousands"."""
    amount = vague(_plain(tokens[at]), lang)
    following = [_plain(token) for token in tokens[at + 1 : at + 3]]
    more = vague(following[-1], lang) if following[:1] == ["of"] else ""
    after = at + 3 if more else at + 1
    word = f"{amount} of {more}" if more else amount
    return Number(tokens[at].start(), tokens[after - 1].end(), None, word=word), after


def _scale(
    text: str, tokens: list[re.Match[str]], at: int, after: int, value: Decimal
) -> tuple[Decimal, int]:
    """Read the scales behind a number, "duizend miljoen", and say which token comes after them."""
    scale = Decimal(1)
    words = [_plain(token) for token in tokens[after : after + 1]]
    if _plain(tokens[at]) == "half" and words == ["a"]:
        after += 1
    if set(words) & _SHORT_SCALES.keys() and _is_money(text, tokens[at], tokens[after]):
        scale, after = _SHORT_SCALES[words[0]], after + 1
    while after < len(tokens) and _is_scale(tokens[after]) and _adjacent(text, tokens, after):
        if (value * scale).adjusted() > _LARGEST:
            break
        scale, after = scale * SCALES[_plain(tokens[after])], after + 1
    return scale, after


def _is_scale(token: re.Match[str]) -> bool:
    """Tell whether a word is a scale, as "dozen" is in English; in Dutch these are boxes."""
    return _plain(token) in SCALES and not (_plain(token) == "dozen" and token.re is _TOKENS["nl"])


def _half(text: str, tokens: list[re.Match[str]], at: int) -> tuple[Number, int] | None:
    """Read half of a measure: "een half jaar", "half an hour"; "half september" is no number."""
    last = tokens[at + 1] if _plain(tokens[at]) == "half" and at + 1 < len(tokens) else tokens[at]
    end = last.end() if _plain(last) in ("a", "an") else tokens[at].end()
    if "hal" not in _plain(tokens[at]) or measure_after(text, end)[1] in ("", "century"):
        return None
    return Number(tokens[at].start(), end, Decimal("0.5")), at + 1


def _is_money(text: str, digits: re.Match[str], scale: re.Match[str]) -> bool:
    """Tell whether a single letter is a scale, as in "€246m"."""
    return digits.end() == scale.start() and bool(
        _SIGN.search(text, max(0, digits.start() - 2), digits.start())
    )


def _other(token: re.Match[str], word: str, lang: str, at: int) -> tuple[Number, int] | None:
    """Read a token that is no cardinal: an ordinal, a compound, or digits beyond reading."""
    span, value = token.span(), derived(word, lang)
    if value is None and _TOLD_APART.match(token.string, token.end()):
        value = filler(word)
    if value is not None:
        named = ordinal(word, lang) is not None
        return Number(*span, value, is_ordinal=named, measure="" if named else measure_within(word)), at + 1
    return (Number(*span, None, word=word), at + 1) if token["digits"] else None


def _base(text: str, tokens: list[re.Match[str]], at: int, lang: str) -> tuple[Decimal | None, int]:
    """Read digits, or the longest run of words that make a number together."""
    first = tokens[at]
    if first["digits"]:
        return _digits(first["digits"], lang), at + 1
    word = _plain(first)
    if word in _ARTICLES:
        # "een miljoen", "one and a half billion"; a lone article says nothing.
        following = [_plain(token) for token in tokens[at + 1 : at + 4]]
        if following and (following[0] in SCALES or tuple(following) in _HALVES[lang]):
            return Decimal(1), at + 1
        return None, at
    if word == "acht" and _is_verb(text, first):
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


def _is_verb(text: str, acht: re.Match[str]) -> bool:
    """Tell whether "acht" is a form of "achten"."""
    if _CLAUSE_ENDS.match(text, acht.end()):
        return not _BEFORE_ACHT.search(text, max(0, acht.start() - 14), acht.start())
    return bool(_VERB_ACHT.match(text, acht.end()))


def _is_past(text: str, vierde: re.Match[str]) -> bool:
    """Tell whether "vierde" is a form of "vieren": no article or other word of its kind stands before it."""
    return not _BEFORE_ORDINAL.search(text, max(0, vierde.start() - 14), vierde.start())


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


def _digits(digits: str, lang: str) -> Decimal | None:
    """Read digits: in Dutch a comma begins the fraction and a point groups; in English the reverse."""
    part = Decimal(str(unicodedata.numeric(digits[-1]))) if re.match(_FRACTION, digits[-1]) else Decimal(0)
    plain = re.sub(f"[\u00a0\u202f\u2009 ]|{_FRACTION}", "", digits).replace(":", ".")
    if len(plain) > _MOST_DIGITS:
        return None
    group, fraction = (".", ",") if lang == "nl" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{fraction}\d+)?", plain):
        plain = plain.replace(group, "")
    return Decimal(plain.replace(",", ".") or 0) + part


def _measured(text: str, number: Number, lang: str) -> Number:
    """Add the unit that stands before or after a number, or that it may be a year."""
    if number.value is None:
        return number
    value, measure = number.value, number.measure
    start, end, unit = measured(text, number.start, number.end)
    if unit == CENT and lang == "nl":  # elsewhere nobody knows of what it is the hundredth part
        value, unit = value / 100, "EUR"
    if not unit and not measure:
        start, end, measure = clause_at(text, start, end, is_ordinal=number.is_ordinal)
        if not measure and not number.is_ordinal:
            end, measure = measure_after(text, end)
    digits = text[number.start : number.end]
    alone = not unit and not measure
    return replace(
        number,
        start=start,
        end=end,
        value=value.normalize(),
        unit=unit,
        measure=measure,
        may_be_year=alone and bool(re.fullmatch(YEAR, digits)) and not counts(text, number.start, end, lang),
        is_open=alone and is_left_open(text, end),
        counts=alone and has_noun(text, start, end) and has_plural(text, end, lang),
    )
