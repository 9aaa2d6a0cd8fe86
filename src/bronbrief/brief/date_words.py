"""Dates that are certain, about or perhaps, and stretches of time between them, in words.

Forms of EDTF (Library of Congress, 2019, levels 0 and 1) that are read as they stand: a season, a quarter,
a day, a month or a year, with `~`, `?` or `%` behind it, and intervals of these.
"""

from collections.abc import Callable

from bronbrief.brief.plain_dates import DAY_PARTS, EXACT, is_dutch, plain_text
from bronbrief.core.edtf_dates import OPEN, PART_OF_YEAR, UNKNOWN

_WORDS = {
    "about": ("ca.", "c."),
    "maybe": ("mogelijk", "possibly"),
    "on_after": ("op of na", "on or after"),
    "in_after": ("in of na", "in or after"),
    "on_before": ("op of vóór", "on or before"),
    "in_before": ("in of vóór", "in or before"),
    "from": ("vanaf", "from"),
    "until": ("tot en met", "up to and including"),
    "between": ("tussen {} en {}", "between {} and {}"),
    "decade": ("de jaren {}", "the {}s"),
    "21": ("voorjaar {}", "spring {}"),
    "22": ("zomer {}", "summer {}"),
    "23": ("najaar {}", "autumn {}"),
    "24": ("winter {}", "winter {}"),
    "33": ("eerste kwartaal van {}", "first quarter of {}"),
    "34": ("tweede kwartaal van {}", "second quarter of {}"),
    "35": ("derde kwartaal van {}", "third quarter of {}"),
    "36": ("vierde kwartaal van {}", "fourth quarter of {}"),
}
_QUALIFIERS = {"~": ("about",), "?": ("maybe",), "%": ("maybe", "about")}


def word(name: str, lang: str) -> str:
    """Return a word for dates in the language of a brief."""
    return _WORDS[name][0 if is_dutch(lang) else 1]


def date_text(edtf: str, lang: str) -> str:
    """Write a plain date, with a qualifier or without; raises ValueError for any other text."""
    if part := PART_OF_YEAR.fullmatch(edtf):
        return word(part[2], lang).format(part[1])
    mark = edtf[-1:]
    if mark in _QUALIFIERS:
        return qualified(plain_text(edtf[:-1], lang), mark, lang)
    return plain_text(edtf, lang)


def qualified(inner: str, mark: str, lang: str) -> str:
    """Put the words for `~`, `?` or `%` before a date in words."""
    return " ".join([*(word(name, lang) for name in _QUALIFIERS.get(mark, ())), inner])


def interval_text(first: str, last: str, lang: str, write: Callable[[str, str], str] = date_text) -> str:
    """Write an interval; its ends are dates, OPEN or UNKNOWN. Raises ValueError where neither is a date."""
    if {first, last} <= {OPEN, UNKNOWN}:
        raise ValueError("an interval without a date")
    if last in (OPEN, UNKNOWN):
        return f"{word(_side(first, 'after') if last == OPEN else 'from', lang)} {write(first, lang)}"
    if first in (OPEN, UNKNOWN):
        return f"{word(_side(last, 'before') if first == OPEN else 'until', lang)} {write(last, lang)}"
    if first == last:
        return write(first, lang)
    if EXACT.fullmatch(first) and EXACT.fullmatch(last):
        return _range(first, last, lang)
    return f"{write(first, lang)} – {write(last, lang)}"


def _side(known: str, side: str) -> str:
    day = len(known.strip("~?%").split("-")) == DAY_PARTS
    return f"{'on' if day else 'in'}_{side}"


def _range(first: str, last: str, lang: str) -> str:
    """Write a closed interval, naming a month or year that both ends share only once."""
    one, other = first.split("-"), last.split("-")
    start, end = plain_text(first, lang), plain_text(last, lang)
    if len(one) != len(other):
        return f"{start} – {end}"
    if len(one) == 1:
        return f"{first}–{last}"
    if one[0] != other[0]:
        return f"{start} – {end}"
    if len(one) == DAY_PARTS and one[1] == other[1]:
        return f"{int(one[2])}–{end}"
    without_year = start.removesuffix(f" {one[0]}")
    dash = " – " if len(one) == DAY_PARTS else "–"
    return f"{without_year}{dash}{end}"
