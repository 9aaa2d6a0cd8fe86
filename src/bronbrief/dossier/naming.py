"""Names of files that go to a council: readable, because in Flanders the file name is the link's text."""

import unicodedata
from collections.abc import Mapping
from string import Formatter

from pathvalidate import sanitize_filename

from bronbrief.core.hidden import without_hidden

PATTERN = "{meeting} {title} - bijlage {annex}"
PATTERN_FIELDS = frozenset({"meeting", "title", "annex", "item", "version", "name"})
NAME_LIMIT = 80
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
    """Fill a pattern and return a file name that every file system takes, at most 80 characters.

    Letters keep their diacritics (NFC). Where the name is too long the title is shortened at a word, never
    the rest: the date and the number of the annex tell files apart. `suffix` begins with a dot.
    """
    title = unicodedata.normalize("NFC", values.get("title", ""))
    words = title.split()
    while len(name := _filled(pattern, {**values, "title": " ".join(words)}) + suffix) > NAME_LIMIT and words:
        words.pop()
    return name


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    text = unicodedata.normalize("NFC", without_hidden(pattern.format_map(values))).translate(_STAND_INS)
    tidy = " ".join(text.split()).strip(" .-–—,;")
    return sanitize_filename(tidy, platform="universal") or "stuk"
