"""Find the numbers in a text, in digits and in words, with what they measure: percentages, money, time."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.legible import blotted
from bronbrief.claims.match.number import ANY_UNIT, Number, cardinal, derived, ordinal
from bronbrief.claims.match.own_forms import in_own_forms
from bronbrief.claims.match.units import (
    CENT,
    clause_at,
    has_noun,
    is_left_open,
    measure_after,
    measure_within,
    measured,
)
from bronbrief.claims.match.years import counts, has_plural
from bronbrief.core.digits import read_digits

# A longer run of digits is no number that anybody reads: it stands for itself, as a word.
_MOST_DIGITS = 24
_LARGEST = 40
_FRACTION = "[¼½¾⅐-⅞]"
# "Kerkstraat 14a": other letters are units, or the ends of ordinals.
_LETTER = re.compile(r"[a-cA-C](?![\w’'])")
_SHORT_SCALES = {"m": Decimal(10**6), "k": Decimal(1000)}
_SIGN = re.compile(r"[€$£]\s?$")
_EDGES = " \n\x1f|.()"


def find_numbers(text: str, lang: Language) -> tuple[Number, ...]:
    """Return the numbers of a text in order; a plain "een" or "one" is none."""
    found = in_own_forms(text, lang)
    left = blotted(text, found)
    tokens = list(lang.numbers.token.finditer(left))
    at = 0
    while at < len(tokens):
        read = _read(left, tokens, at, lang)
        at += 1
        if read is not None:
            number, at = read
            found.append(_measured(left, number, lang))
    return _with_lent(text, sorted(found, key=lambda number: number.start), lang)


def _with_lent(text: str, found: list[Number], lang: Language) -> tuple[Number, ...]:
    """Add the units that numbers without one have from the words around them."""
    later: Number | None = None
    for at in range(len(found) - 1, -1, -1):
        number = found[at]
        if number.value is not None and not number.unit and not number.measure:
            lent, scaled = _money_of(text[number.start : number.end], lang), None
            if later is not None and lang.numbers.lends.fullmatch(text, number.end, later.start):
                lent = later.unit or (f":{later.measure}" if later.measure else later.lent)
                scaled = (number.value * later.scale).normalize() if later.scale > number.scale else None
            elif len(found) == 1 and not (text[: number.start] + text[number.end :]).strip(_EDGES):
                lent = ANY_UNIT
            found[at] = number = replace(number, lent=lent, scaled=scaled)
        later = number
    return tuple(_compared(text, found, lang))


def _money_of(words: str, lang: Language) -> str:
    """Return the currency that a scale stands for: a Dutch "ton" of money is in euros."""
    scales = lang.numbers.money_scales.items()
    return next((unit for scale, unit in scales if words.endswith(scale)), "")


def _compared(text: str, found: list[Number], lang: Language) -> Iterator[Number]:
    """Lend the unit of a number to one that is compared with it: "138 duizend euro, 12 duizend meer"."""
    unit = ""
    for number in found:
        if not (number.unit or number.lent or number.measure) and lang.numbers.compared.match(
            text, number.end
        ):
            yield replace(number, lent=unit)
        else:
            yield number
        unit = number.unit


def _read(text: str, tokens: list[re.Match[str]], at: int, lang: Language) -> tuple[Number, int] | None:
    """Read the number that begins at a token, and say which token comes after it."""
    first = tokens[at]
    word = _plain(first)
    if _in_name(text, tokens, at, lang) or _is_verb(text, first, lang):
        return None
    if word in lang.numbers.vague:
        return _vague(tokens, at, lang)
    value, after = _base(text, tokens, at, lang)
    if value is None:
        return _other(first, word, lang, at)
    following = {_plain(token) for token in tokens[after : after + 2]}
    if word in lang.numbers.bare and not following & lang.numbers.scales.keys():
        return _half(text, tokens, at, lang)
    if _is_and_half(tokens, after, lang):
        value, after = value + Decimal("0.5"), after + 3
    scale, after = _scale(tokens, at, after, value, lang)
    end = tokens[after - 1].end()
    named = after == at + 1 and bool(lang.numbers.ordinal_end.match(text, end))
    letter = _LETTER.match(text, end) if first["digits"] and after == at + 1 else None
    if letter:
        word = text[first.start() : letter.end()].lower()
        return Number(first.start(), letter.end(), value, word=word), after
    return Number(first.start(), end, value * scale, is_ordinal=named, scale=scale), after


def _vague(tokens: list[re.Match[str]], at: int, lang: Language) -> tuple[Number, int]:
    """Read an amount that names no number: "honderden", "tens of thousands"."""
    known = lang.numbers
    amount = known.vague[_plain(tokens[at])]
    following = [_plain(token) for token in tokens[at + 1 : at + 3]]
    more = known.vague.get(following[-1], "") if following[:1] == [known.vague_link] else ""
    after = at + 3 if more else at + 1
    word = f"{amount} of {more}" if more else amount
    return Number(tokens[at].start(), tokens[after - 1].end(), None, word=word), after


def _is_and_half(tokens: list[re.Match[str]], at: int, lang: Language) -> bool:
    """Tell whether three words say that half of one comes on top: "twee en een half"."""
    return " ".join(_plain(token) for token in tokens[at : at + 3]) in lang.numbers.and_half


def _scale(
    tokens: list[re.Match[str]], at: int, after: int, value: Decimal, lang: Language
) -> tuple[Decimal, int]:
    """Read the scales behind a number, "duizend miljoen", and say which token comes after them."""
    scale, scales, text = Decimal(1), lang.numbers.scales, tokens[at].string
    words = [_plain(token) for token in tokens[after : after + 1]]
    if _plain(tokens[at]) in lang.numbers.half and not lang.numbers.half_articles.isdisjoint(words):
        after += 1
    if set(words) & _SHORT_SCALES.keys() and _is_money(text, tokens[at], tokens[after]):
        scale, after = _SHORT_SCALES[words[0]], after + 1
    while after < len(tokens) and _plain(tokens[after]) in scales and _adjacent(text, tokens, after):
        if (value * scale).adjusted() > _LARGEST:
            break
        scale, after = scale * scales[_plain(tokens[after])], after + 1
    return scale, after


def _half(text: str, tokens: list[re.Match[str]], at: int, lang: Language) -> tuple[Number, int] | None:
    """Read half of a measure: "een half jaar", "half an hour"; "half september" is no number."""
    known, end = lang.numbers, tokens[at].end()
    if at + 1 < len(tokens) and _plain(tokens[at + 1]) in known.half_articles:
        end = tokens[at + 1].end()
    if _plain(tokens[at]) not in known.half or measure_after(text, end, lang)[1] in ("", "century"):
        return None
    return Number(tokens[at].start(), end, Decimal("0.5")), at + 1


def _is_money(text: str, digits: re.Match[str], scale: re.Match[str]) -> bool:
    """Tell whether a single letter is a scale, as in "€246m"."""
    return digits.end() == scale.start() and bool(
        _SIGN.search(text, max(0, digits.start() - 2), digits.start())
    )


def _other(token: re.Match[str], word: str, lang: Language, at: int) -> tuple[Number, int] | None:
    """Read a token that is no cardinal: an ordinal, a compound, or digits beyond reading."""
    span, value = token.span(), derived(word, lang)
    if value is None and lang.numbers.told_apart.match(token.string, token.end()):
        value = lang.numbers.fillers.get(word)
    if value is not None:
        named = ordinal(word, lang) is not None
        measure = "" if named else measure_within(word, lang)
        return Number(*span, value, is_ordinal=named, measure=measure), at + 1
    return (Number(*span, None, word=word), at + 1) if token["digits"] else None


def _base(text: str, tokens: list[re.Match[str]], at: int, lang: Language) -> tuple[Decimal | None, int]:
    """Read digits, or the longest run of words that make a number together."""
    first = tokens[at]
    if first["digits"]:
        return _digits(first["digits"], lang), at + 1
    word = _plain(first)
    if word in lang.numbers.articles:
        # "een miljoen", "one and a half billion"; a lone article says nothing.
        scaled = at + 1 < len(tokens) and _plain(tokens[at + 1]) in lang.numbers.scales
        return (Decimal(1), at + 1) if scaled or _is_and_half(tokens, at + 1, lang) else (None, at)
    best, after = cardinal(word, lang), at + 1
    words = word
    for later in range(at + 1, min(at + 8, len(tokens))):
        if best is None or not _adjacent(text, tokens, later) or tokens[later]["digits"]:
            break
        words = f"{words} {_plain(tokens[later])}"
        longer = cardinal(words, lang)
        if longer is not None:
            best, after = longer, later + 1
        elif _plain(tokens[later]) not in lang.numbers.joins:
            break
    return best, after


def _is_verb(text: str, token: re.Match[str], lang: Language) -> bool:
    """Tell whether a word that may be a number is a verb: "acht" of "achten", "vierde" of "vieren"."""
    known = lang.numbers.homographs.get(_plain(token))
    if known is None:
        return False
    if known.open.match(text, token.end()):
        return not known.number_after.search(text, max(0, token.start() - 14), token.start())
    return bool(known.verb_before.match(text, token.end()))


def _in_name(text: str, tokens: list[re.Match[str]], at: int, lang: Language) -> bool:
    """Tell whether an ordinal is part of a name, as in "Tweede Kamer"."""
    token = tokens[at][0]
    if (
        not token[0].isupper()
        or at + 1 >= len(tokens)
        or not lang.numbers.ordinal_in_name.fullmatch(token.lower())
    ):
        return False
    return tokens[at + 1][0][0].isupper() and _adjacent(text, tokens, at + 1)


def _adjacent(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    return not text[tokens[at - 1].end() : tokens[at].start()].strip(" \n\u00a0-")


def _plain(token: re.Match[str]) -> str:
    return token[0].lower()


def _digits(digits: str, lang: Language) -> Decimal | None:
    """Read digits: in Dutch a comma begins the fraction and a point groups; in English the reverse."""
    part = Decimal(str(unicodedata.numeric(digits[-1]))) if re.match(_FRACTION, digits[-1]) else Decimal(0)
    plain = re.sub(_FRACTION, "", digits).replace(":", ".")
    if len(plain) > _MOST_DIGITS:
        return None
    return (read_digits(plain, lang.numbers.group, lang.numbers.decimal) or Decimal(0)) + part


def _measured(text: str, number: Number, lang: Language) -> Number:
    """Add the unit that stands before or after a number, or that it may be a year."""
    if number.value is None:
        return number
    value, measure = number.value, number.measure
    start, end, unit = measured(text, number.start, number.end, lang)
    if unit == CENT and lang.units.cent_of:
        value, unit = value / 100, lang.units.cent_of
    if not unit and not measure:
        start, end, measure = clause_at(text, start, end, lang, is_ordinal=number.is_ordinal)
        if not measure and not number.is_ordinal:
            end, measure = measure_after(text, end, lang)
    is_year = lang.dates.years.year.fullmatch(text, number.start, number.end)
    alone = not unit and not measure
    return replace(
        number,
        start=start,
        end=end,
        value=value.normalize(),
        unit=unit,
        measure=measure,
        may_be_year=bool(alone and is_year) and not counts(text, number.start, end, lang),
        is_open=alone and is_left_open(text, end, lang),
        counts=alone and has_noun(text, start, end, lang) and has_plural(text, end, lang),
    )
