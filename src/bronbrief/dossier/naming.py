"""Names of files that go to a council: readable, because in Flanders the file name is the link's text."""

import unicodedata
from collections.abc import Iterator, Mapping
from string import Formatter

from pathvalidate import sanitize_filename

from bronbrief.core.hidden import without_hidden

PATTERN_FIELDS = frozenset({"meeting", "title", "annex", "item", "version", "name"})
NAME_LIMIT = 120
# What no title may end in where it was cut: articles, prepositions, conjunctions, numerals.
_LEADING = """
de het een 't 'n der den des van voor met in op aan bij uit over onder tegen tot naar door om te na per sinds
tussen zonder en of maar als dat die dit hoe wat wie niet geen ook nog
één twee drie vier vijf zes zeven acht negen tien elf twaalf alle elke ieder
the a an of for with in on at by from over under against to into between without and or but as that how what
one two three four five six seven eight nine ten eleven twelve all every no not
"""
LEADING = frozenset(_LEADING.split())
# What other systems refuse stands for something; the nearest character that they accept keeps the sense.
_STAND_INS = str.maketrans(
    {":": " -", "/": "-", "\\": "-", "|": "-", "?": "", "*": "", '"': "", "<": "", ">": ""}
)


def unknown_fields(pattern: str) -> tuple[str, ...]:
    """Return the fields of a pattern that no file can fill, in order.

    A field is a name and nothing more: no width, no conversion, no attribute. Raises ValueError for a
    pattern with unbalanced braces.
    """
    fields = []
    for _, name, width, conversion in Formatter().parse(pattern):
        if name is not None and (width or conversion or name not in PATTERN_FIELDS):
            fields.append(name + (f"!{conversion}" if conversion else "") + (f":{width}" if width else ""))
    return tuple(fields)


def file_name(pattern: str, values: Mapping[str, str], suffix: str) -> str:
    """Fill a pattern and return a file name that every file system takes, at most 120 characters.

    Letters keep their diacritics (NFC). Where the name is too long the title is shortened, never the rest:
    the date and the number of the annex tell files apart. `suffix` begins with a dot.
    """
    names = (
        _filled(pattern, {**values, "title": title}) + suffix
        for title in _shorter(unicodedata.normalize("NFC", values.get("title", "")))
    )
    return next((name for name in names if len(name) <= NAME_LIMIT), "")


def _shorter(title: str) -> Iterator[str]:
    """Yield a title, what stands before its colon, then ever fewer words: none leads up to a next one."""
    yield title
    before, colon, _ = title.partition(": ")
    if colon:
        yield before
    words = before.split()
    while words:
        words.pop()
        while words and (words[-1].casefold() in LEADING or words[-1].isdigit()):
            words.pop()
        yield " ".join(words)


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    text = unicodedata.normalize("NFC", without_hidden(pattern.format_map(values))).translate(_STAND_INS)
    tidy = " ".join(text.split()).strip(" .-–—,;")
    return sanitize_filename(tidy, platform="universal") or "stuk"
