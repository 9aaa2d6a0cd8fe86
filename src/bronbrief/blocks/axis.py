"""The axis of a timeline, drawn to scale from the moments themselves.

Places along it are percentages of its width, so that one drawing serves paper and every screen; heights and
the sizes of marks are points.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from babel.dates import format_skeleton

from bronbrief.brief.dates import babel_locale
from bronbrief.core.edtf import DateSpan

FEWEST, OVERVIEW_ABOVE, OVERVIEW_YEARS = 3, 20, 100
_WIDTH, _LABEL = 440, 44
"""The width in points for which labels are set apart: between a telephone and a page."""
_LEVELS, _RISE, _LIFT, _SLANT = 6, 21, (14, 36), 2
_STEP = 3.2
"""Percent of the width between crowded marks: in a narrow column too, stems pass beside lower marks."""
_EDGE = 4
"""Percent of the width kept free at either end, so that the first and last mark and label are whole."""
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
_MONTHS, _WEEKS = 30, 75
_YEAR = 365.2425
_SHARE, _ZOOM = 0.6, 0.5


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the axis; without a label it is short."""

    at: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class AxisMark:
    """A moment on the axis: its number in the list, where it stands, and from where to where it runs.

    `head` is where its number is drawn and `level` how many steps it is raised, to keep clear of its
    neighbours; its stem leads to where it stands. `bar` tells that it lasts longer than a month; `about`
    that its date is approximate. Without a number it is a dot.
    """

    number: int
    at: float
    head: float
    start: float
    end: float
    level: int
    bar: bool
    about: bool
    contested: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: its ticks and marks, left to right, its height in points, and its first and last label.

    `base` is the height of its line, `lift` how far above it stems lead aside; 0 if none does.
    """

    ticks: tuple[Tick, ...]
    marks: tuple[AxisMark, ...]
    height: int
    base: int
    lift: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment as the axis takes it."""

    number: int
    span: DateSpan
    contested: bool


def axes(moments: Sequence[Dated], lang: str) -> tuple[Axis, ...]:
    """Return one axis, or an overview and a detail of many moments; none for fewer than three."""
    if len(moments) < FEWEST:
        return ()
    days = [day for one in moments for day in _ends(one.span)]
    first, last = min(days), max(days)
    crowded = len(moments) > OVERVIEW_ABOVE or last - first > OVERVIEW_YEARS * _YEAR
    window = _window(moments) if crowded else None
    if window is None:
        return (_axis(moments, first, last, lang),)
    inside = [one for one in moments if window[0] <= middle(one.span) <= window[1]]
    dots = frozenset(one.number for one in inside)
    return _axis(moments, first, last, lang, dots), _axis(inside, *window, lang)


def _window(moments: Sequence[Dated]) -> tuple[int, int] | None:
    """Return the shortest stretch that holds most moments, if it is much shorter than the whole."""
    places = sorted((middle(one.span), *_ends(one.span)) for one in moments)
    many = max(FEWEST, round(len(places) * _SHARE))
    least = min(range(len(places) - many + 1), key=lambda at: places[at + many - 1][0] - places[at][0])
    held = places[least : least + many]
    start, end = min(one[1] for one in held), max(one[2] for one in held)
    whole = max(one[2] for one in places) - min(one[1] for one in places)
    return (start, end) if end - start < _ZOOM * whole else None


def _axis(
    moments: Sequence[Dated], first: int, last: int, lang: str, dots: frozenset[int] = frozenset()
) -> Axis:
    start, end, ticks = _scale(first, last, lang)

    def place(day: float) -> float:
        return round(_EDGE + (100 - 2 * _EDGE) * (day - start) / (end - start), 2)

    marks = tuple(_marks(moments, place, dots))
    top = max((one.level for one in marks), default=0) * _RISE
    aside = max((abs(one.head - one.at) for one in marks), default=0.0)
    lift = min(_LIFT[1], round(_LIFT[0] + _SLANT * aside)) if aside else 0
    labels = [tick for tick in ticks if tick[1]]
    lines = tuple(Tick(place(day), label) for day, label in ticks)
    return Axis(lines, marks, top + lift + 58, top + lift + 36, lift, labels[0][1], labels[-1][1])


def _marks(
    moments: Sequence[Dated], place: Callable[[float], float], dots: frozenset[int]
) -> Iterator[AxisMark]:
    ordered = sorted(moments, key=lambda one: (middle(one.span), one.number))
    numbered = [one for one in ordered if one.number not in dots]
    heads = _spread([place(middle(one.span)) for one in numbered])
    raised = dict(zip((one.number for one in numbered), zip(heads, _levels(heads), strict=True), strict=True))
    for one in ordered:
        start, end = _ends(one.span)
        at = place(middle(one.span))
        head, level = raised.get(one.number, (at, 0))
        bar = one.span.precision not in ("day", "month")
        shown = 0 if one.number in dots else one.number
        about = one.span.about
        yield AxisMark(shown, at, head, place(start), place(end + 1), level, bar, about, one.contested)


def _spread(places: Sequence[float]) -> list[float]:
    """Move places apart that are closer than a step, each as little as can be; their order stays.

    What is kept is the least squares of the moves: places that would change order move as one (isotonic
    regression by pooling neighbours).
    """
    room = 100 - 2 * _EDGE
    step = min(_STEP, room / max(1, len(places) - 1))
    pools: list[tuple[float, int]] = []
    for number, at in enumerate(places):
        mean, count = at - number * step, 1
        while pools and pools[-1][0] >= mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), count + many
        pools.append((mean, count))
    starts = [mean for mean, count in pools for _ in range(count)]
    most = 100 - _EDGE - (len(places) - 1) * step
    return [round(min(max(start, _EDGE), most) + at * step, 2) for at, start in enumerate(starts)]


def _levels(heads: Sequence[float]) -> Iterator[int]:
    """Yield how many steps each mark is raised: the lowest at which it keeps clear of the one before it."""
    free = [-100.0] * _LEVELS
    for head in heads:
        clear = (level for level, last in enumerate(free) if head - last >= 2 * _STEP - 0.1)
        level = next(clear, free.index(min(free)))
        free[level] = head
        yield level


def _scale(first: int, last: int, lang: str) -> tuple[int, int, list[tuple[int, str]]]:
    """Return where the axis begins and ends, and its ticks: days, months or years, by how long it is."""
    most = _WIDTH / _LABEL
    if last - first < _WEEKS:
        step = max(1, round((last - first + 1) / most))
        days = range(first, last + step + 1, step)
        return days[0], days[-1], [(day, _words("MMMd", dt.date.fromordinal(day), lang)) for day in days]
    if (last - first) / _YEAR * 12 < _MONTHS:
        return _month_scale(first, last, lang)
    low, high = dt.date.fromordinal(first).year, dt.date.fromordinal(last).year + 1
    step = next((one for one in _YEAR_STEPS if (high - low) / one < most), _YEAR_STEPS[-1])
    low, high = max(low - low % step, dt.MINYEAR), min(high + -high % step, dt.MAXYEAR)
    small = step if step > 20 else 1  # noqa: PLR2004 - finer ticks would run together
    years = [year for year in range(low, high + 1) if year % small == 0 or year in (low, high)]
    named = {year for year in years if year % step == 0} | {low}
    ticks = [(dt.date(year, 1, 1).toordinal(), str(year) if year in named else "") for year in years]
    return ticks[0][0], ticks[-1][0], ticks


def _month_scale(first: int, last: int, lang: str) -> tuple[int, int, list[tuple[int, str]]]:
    begin, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    months = range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month + 1)
    step = next(one for one in (1, 2, 3, 6, 12) if len(months) / one < _WIDTH / _LABEL)
    ticks = []
    for at, month in enumerate(months):
        day = dt.date(month // 12, month % 12 + 1, 1)
        named = at % step == 0
        skeleton = "yMMM" if at == 0 or month % 12 < step else "MMM"
        ticks.append((day.toordinal(), _words(skeleton, day, lang) if named else ""))
    return ticks[0][0], ticks[-1][0], ticks


def _words(skeleton: str, day: dt.date, lang: str) -> str:
    return format_skeleton(skeleton, day, locale=babel_locale(lang))


def _ends(span: DateSpan) -> tuple[int, int]:
    """Return the first and last day; where an end is open, the other stands for it."""
    start = dt.date.fromisoformat(span.start or span.end)
    end = dt.date.fromisoformat(span.end or span.start)
    return start.toordinal(), end.toordinal()


def middle(span: DateSpan) -> float:
    """Return the middle of a span, in days."""
    start, end = _ends(span)
    return (start + end + 1) / 2
