"""The drawings of a chart: bars from zero, or lines over a scale of their own.

Places along the width are percentages, so that one drawing serves paper and every screen; heights and type
are in CSS pixels. What has to fit beside other things is reckoned for the narrowest width.
"""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

ZERO = Decimal(0)
NARROW = 300
"""The width for which labels are broken and set apart: a telephone, or a column of a factsheet."""
_CHARACTER = 6.6
_LINE, _BAR, _GAP, _APART = 15, 14, 3, 11
_BESIDE, _ABOVE = 15, 44
_PLOT, _TOP = 190, 30
_STEPS = (1, 2, 2.5, 5, 10)
_TICKS = 4
_NEAR_ZERO = 0.5
_FEW = 10

Values = Sequence[Sequence[Decimal | None]]
"""For each row a value for each series, or None."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a drawing: at a place, moved by `dx` pixels; `centred` words have their middle there."""

    text: str
    at: float
    y: float
    dx: float = 0
    centred: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a series, from `at` over `width` percent, with its top at `y`."""

    series: int
    at: float
    width: float
    y: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; of series -1 it is a rule of the scale."""

    series: int
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a series."""

    series: int
    at: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, drawn: `from_zero` tells whether its scale begins at zero."""

    height: float
    words: tuple[Words, ...]
    bars: tuple[Bar, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    points: tuple[Point, ...] = ()
    from_zero: bool = True


def draw_bars(labels: Sequence[str], values: Values, write: Callable[[Decimal], str]) -> Drawing:
    """Draw a group of bars for each label: its words stand beside it if they are short, else above it.

    The line of zero does not run through words that stand above.
    """
    known = [one for row in values for one in row if one is not None]
    low, high = min(ZERO, *known), max(ZERO, *known)
    high = high if high > low else Decimal(1)
    beside = max(map(len, labels)) <= _BESIDE
    left = _percent(max(map(len, labels)) * _CHARACTER + 8) if beside else 0
    right = 100 - _percent(max(len(write(one)) for one in known) * _CHARACTER + 10)

    def place(value: Decimal) -> float:
        return round(left + (right - left) * float((value - low) / (high - low)), 2)

    zero, y = place(ZERO), 0.0
    words, bars, tops = [], [], []
    for label, row in zip(labels, values, strict=True):
        lines = [label] if beside else textwrap.wrap(label, _ABOVE)
        words += [Words(line, 0, y + _LINE * at + 11) for at, line in enumerate(lines)]
        y += 0 if beside else _LINE * len(lines) + 1
        tops.append(y)
        for series, value in enumerate(row):
            end = zero if value is None else place(value)
            if end != zero:
                bars.append(Bar(series, min(zero, end), round(abs(end - zero), 2), y))
            said = "–" if value is None else write(value)
            words.append(Words(said, max(zero, end), y + 11, dx=5, bold=True))
            y += _BAR + _GAP
        y += _APART
    height = y - _APART
    deep = len(values[0]) * (_BAR + _GAP)
    lines_of_zero = [(0, height)] if beside else [(top, top + deep) for top in tops]
    strokes = tuple(Stroke(-1, zero, top, zero, bottom) for top, bottom in lines_of_zero)
    return Drawing(height, tuple(words), tuple(bars), strokes)


def draw_lines(
    labels: Sequence[str], places: Sequence[float], values: Values, write: Callable[[Decimal], str]
) -> Drawing:
    """Draw a line for each series over places that rise, with a scale of four or five rules."""
    known = [one for row in values for one in row if one is not None]
    ticks = _scale(min(known), max(known))
    low, high = ticks[0], ticks[-1]
    most = max(len(write(tick)) for tick in ticks)
    left = max(_percent(most * _CHARACTER + 14), _half(labels[0]))
    right = 100 - max(_percent(max(map(len, map(write, known))) * _CHARACTER + 10), _half(labels[-1]))
    span = places[-1] - places[0] or 1
    across = [round(left + (right - left) * (one - places[0]) / span, 2) for one in places]

    def height(value: Decimal) -> float:
        return round(_TOP + _PLOT * float((high - value) / (high - low)), 2)

    rules = [Stroke(-1, 0, height(tick), 100, height(tick)) for tick in ticks]
    words = [Words(write(tick), 0, height(tick) - 3) for tick in ticks]
    strokes, points = [], []
    for series in range(len(values[0])):
        line = [(at, row[series]) for at, row in zip(across, values, strict=True)]
        drawn = [(at, None if value is None else height(value)) for at, value in line]
        points += [Point(series, at, y) for at, y in drawn if y is not None]
        for (x1, y1), (x2, y2) in pairwise(drawn):
            if y1 is not None and y2 is not None:
                strokes.append(Stroke(series, x1, y1, x2, y2))
        if len(values[0]) == 1 and len(values) <= _FEW:
            words += _at_points(line, drawn, write)
    words += _below(labels, across, _TOP + _PLOT + 17)
    return Drawing(
        _TOP + _PLOT + 24, tuple(words), (), (*rules, *strokes), tuple(points), from_zero=low <= 0 <= high
    )


def _at_points(
    line: Sequence[tuple[float, Decimal | None]],
    drawn: Sequence[tuple[float, float | None]],
    write: Callable[[Decimal], str],
) -> Iterator[Words]:
    """Yield the value of each point: above it, or below it where the line comes down to it."""
    for at, ((x, value), (_, y)) in enumerate(zip(line, drawn, strict=True)):
        if value is None or y is None:
            continue
        beside = [other for _, other in drawn[max(0, at - 1) : at + 2] if other is not None and other != y]
        below = bool(beside) and all(other < y for other in beside) and y + 2 * _LINE < _TOP + _PLOT
        yield Words(write(value), x, y + (20 if below else -10), centred=True, bold=True)


def _below(labels: Sequence[str], across: Sequence[float], y: float) -> Iterator[Words]:
    """Yield the labels below a drawing that have room: the first and the last always."""
    room, last = -100.0, across[-1] - _half(labels[-1])
    for at, (label, x) in enumerate(zip(labels, across, strict=True)):
        ends = at == len(labels) - 1
        half = _half(label)
        if ends or (x - half > room and (x + half < last - 1)):
            yield Words(label, x, y, centred=True)
            room = x + half + 1


def _scale(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return round numbers from below the least value to above the greatest; from zero where that is near."""
    if low >= 0 and low <= high * Decimal(_NEAR_ZERO):
        low = ZERO
    if high <= 0 and high >= low * Decimal(_NEAR_ZERO):
        high = ZERO
    wide = high - low or abs(high) or Decimal(1)
    power = Decimal(10) ** ((wide / _TICKS).adjusted())
    step = next(power * Decimal(str(one)) for one in _STEPS if power * Decimal(str(one)) * _TICKS >= wide)
    first = int((low / step).to_integral_value(rounding="ROUND_FLOOR"))
    last = max(first + 1, int((high / step).to_integral_value(rounding="ROUND_CEILING")))
    fine = min(0, _exponent(step.normalize()))
    return [(number * step).quantize(Decimal(1).scaleb(fine)) for number in range(first, last + 1)]


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _half(label: str) -> float:
    return _percent(len(label) * _CHARACTER / 2 + 2)


def _percent(pixels: float) -> float:
    return round(min(45.0, 100 * pixels / NARROW), 2)
