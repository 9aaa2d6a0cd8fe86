"""One number in all the ways in which texts have it: 1200, 1.200, 1 200, twaalfhonderd."""

from collections.abc import Iterator, Mapping
from functools import cache

Words = tuple[str, ...]

_MOST_WRITTEN_OUT = 10_000
_LONGEST = 12
_GROUP = 3
_DUTCH = """
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
achttien negentien
""".split()
_DUTCH_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_ENGLISH = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
""".split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def number_forms(words: Words) -> tuple[Words, ...]:
    """Return the other forms of a number given as plain words; none for what is no number."""
    number = _number(words)
    if number is None:
        return ()
    digits = str(number)
    groups = tuple(f"{number:,}".split(","))
    written = _written_out(number) if number < _MOST_WRITTEN_OUT else ()
    return tuple(form for form in dict.fromkeys([(digits,), groups, *written]) if form != words)


def _number(words: Words) -> int | None:
    """Read digits, perhaps in groups of three, or a number written out."""
    first, *rest = words
    if not all(word.isascii() and word.isdigit() for word in words):
        return _numbers().get(words)
    grouped = all(len(word) == _GROUP for word in rest) and (not rest or len(first) <= _GROUP)
    whole = "".join(words)
    return int(whole) if grouped and len(whole) <= _LONGEST and not whole.startswith("0") else None


@cache
def _numbers() -> Mapping[Words, int]:
    return {form: number for number in range(_MOST_WRITTEN_OUT) for form in _written_out(number)}


def _written_out(number: int) -> tuple[Words, ...]:
    return (*dict.fromkeys(_dutch(number)), *_english(number))


def _dutch(number: int) -> Iterator[Words]:
    """Write a number in Dutch without marks on letters, in one word, and apart behind "duizend"."""
    thousands, rest = divmod(number, 1000)
    if not thousands:
        yield from ((word,) for word in _dutch_hundreds(number))
        return
    for before in ("", "een") if thousands == 1 else (_DUTCH[thousands],):
        head = f"{before}duizend"
        for tail in _dutch_hundreds(rest) if rest else ("",):
            yield from ((f"{head}{tail}",), *([(head, tail)] if tail else []))
    hundreds, last = divmod(number, 100)
    if hundreds % 10 and hundreds < 100:  # noqa: PLR2004
        head = f"{next(_dutch_hundreds(hundreds))}honderd"
        yield from ((f"{head}{tail}",) for tail in (_dutch_hundreds(last) if last else ("",)))


def _dutch_hundreds(number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if hundreds:
        head = f"{_DUTCH[hundreds] if hundreds > 1 else ''}honderd"
        for tail in _dutch_hundreds(rest) if rest else ("",):
            yield from (f"{head}{link}{tail}" for link in (("", "en") if rest else ("",)))
    elif number < len(_DUTCH):
        yield _DUTCH[number]
    else:
        tens, unit = divmod(number, 10)
        yield f"{_DUTCH[unit] + 'en' if unit else ''}{_DUTCH_TENS[tens - 2]}"


def _english(number: int) -> Iterator[Words]:
    if number < len(_ENGLISH):
        yield (_ENGLISH[number],)
    elif number < 100:  # noqa: PLR2004
        tens, unit = divmod(number, 10)
        yield (_ENGLISH_TENS[tens - 2], *([_ENGLISH[unit]] if unit else []))
