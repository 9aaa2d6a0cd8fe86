"""Find the dates in a text: in words and digits, whole or in part, and days of the week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

_EARLIEST, _LATEST = 1500, 2199
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_ISO = re.compile(rf"(?<![\d-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>[0-3]\d))?(?![\d-])")
_SHORT = re.compile(
    rf"(?<![\d.,/-])(?P<d>[0-3]?\d)(?P<s>[-/.])(?P<m>[01]?\d)(?P=s)(?P<y>{_YEAR}|\d\d)(?![\d-])"
)
_BARE_YEAR = re.compile(rf"(?<![\w.,:-])(?P<y>{_YEAR})(?![\w]|[.,]\d|-\D)(?!\s*(?:%|procent|euro|dollar))")
_AMBIGUOUS = {"may", "march"}
_BEFORE_MONTH = re.compile(
    r"\b(?:in|of|since|until|till|by|from|late|early|mid|before|after|about)[\s-]+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date at characters `start` to `end`; parts that are not said are None. `weekday` is 0 for Monday."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@cache
def _months(lang: str) -> dict[str, int]:
    wide = Locale(lang).months["format"]["wide"]
    names = {str(name).lower(): number for number, name in wide.items()}
    short = {name[:3]: number for name, number in names.items() if len(name) > 4}  # noqa: PLR2004
    return names | short | ({"mrt": 3, "sept": 9} if lang == "nl" else {"sept": 9})


@cache
def _weekdays(lang: str) -> dict[str, int]:
    return {str(name).lower(): number for number, name in Locale(lang).days["format"]["wide"].items()}


@cache
def _in_words(lang: str) -> re.Pattern[str]:
    months = "|".join(sorted(_months(lang), key=len, reverse=True))
    day = r"(?P<d>[0-3]?\d)(?:\s?(?:e|de|ste|st|nd|rd|th))?"
    comma = ",?" if lang == "en" else ""
    forms = [rf"(?<![\w.,]){day}\s+(?:of\s+)?(?P<m>{months})\b\.?(?:{comma}\s+(?P<y>{_YEAR}))?"]
    if lang == "en":
        forms.append(
            rf"\b(?P<m2>{months})\b\.?\s+(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?(?![\d])(?:,?\s+(?P<y2>{_YEAR}))?"
        )
    forms.append(rf"\b(?P<m3>{months})\b\.?(?:\s+(?P<y3>{_YEAR}))?")
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE)


def find_days(text: str, lang: str) -> tuple[Day, ...]:
    """Return the dates of a text in order, none within another; `lang` is "nl" or "en"."""
    found: list[Day] = []
    for day in (*_numeric(text), *_worded(text, lang), *_weekday(text, lang), *_years(text)):
        if not any(day.start < other.end and other.start < day.end for other in found):
            found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


def _numeric(text: str) -> Iterator[Day]:
    for pattern in (_ISO, _SHORT):
        for match in pattern.finditer(text):
            year = int(match["y"])
            year += 0 if year > 99 else 2000  # noqa: PLR2004 two digits
            day = int(match["d"]) if match["d"] else None
            if 1 <= int(match["m"]) <= 12:  # noqa: PLR2004 months
                yield Day(match.start(), match.end(), year, int(match["m"]), day)


def _worded(text: str, lang: str) -> Iterator[Day]:
    for match in _in_words(lang).finditer(text):
        groups = match.groupdict()
        month = next(groups[key] for key in ("m", "m2", "m3") if groups.get(key))
        day = next((groups[key] for key in ("d", "d2") if groups.get(key)), None)
        year = next((groups[key] for key in ("y", "y2", "y3") if groups.get(key)), None)
        alone = day is None and year is None
        if alone and not _is_month(text, match, month, lang):
            continue
        parts = int(year) if year else None, _months(lang)[month.lower()], int(day) if day else None
        yield Day(match.start(), match.end(), *parts)


def _is_month(text: str, match: re.Match[str], month: str, lang: str) -> bool:
    """Tell whether a word that may be a month is one: abbreviations need a day or a year beside them."""
    if len(month) == 3 and month.lower() != "mei" and month.lower() != "may":  # noqa: PLR2004
        return False
    if lang == "en":
        known = month[0].isupper()
        return known and (
            month.lower() not in _AMBIGUOUS or bool(_BEFORE_MONTH.search(text[: match.start()]))
        )
    return True


def _weekday(text: str, lang: str) -> Iterator[Day]:
    for match in re.finditer(r"[^\W\d_]+", text):
        if (number := _weekdays(lang).get(match[0].lower())) is not None:
            yield Day(match.start(), match.end(), weekday=number)


def _years(text: str) -> Iterator[Day]:
    for match in _BARE_YEAR.finditer(text):
        if _EARLIEST <= int(match["y"]) <= _LATEST:
            yield Day(match.start(), match.end(), int(match["y"]))
