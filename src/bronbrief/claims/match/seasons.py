"""Parts of a year: seasons, quarters and halves."""

from collections.abc import Iterator

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.number import ordinal

# The months that each part may be said of; the seasons by the weather and by the sun.
MONTHS = {
    "S1": (3, 4, 5, 6),
    "S2": (6, 7, 8, 9),
    "S3": (9, 10, 11, 12),
    "S4": (12, 1, 2, 3),
    **{f"Q{n}": (3 * n - 2, 3 * n - 1, 3 * n) for n in range(1, 5)},
    "H1": (1, 2, 3, 4, 5, 6),
    "H2": (7, 8, 9, 10, 11, 12),
}
OF_EDTF = {"21": "S1", "22": "S2", "23": "S3", "24": "S4"}
_LAST = {"Q": 4, "H": 2}


def find_parts(text: str, lang: Language) -> Iterator[tuple[int, int, str]]:
    """Yield where a part of a year stands, and which: "S" and 1 for spring, "Q" and "H" with their number."""
    known = lang.dates.parts_of_year
    for match in known.season.finditer(text):
        name = match.lastgroup or "season"
        yield *match.span(name), known.seasons[match[name].lower()]
    for letter, pattern in (("Q", known.quarter), ("H", known.half)):
        for match in pattern.finditer(text):
            number = _nth(match.groupdict(), letter, lang)
            if number <= _LAST[letter]:
                yield *match.span(), f"{letter}{number}"


def _nth(groups: dict[str, str | None], letter: str, lang: Language) -> int:
    digit = groups.get("q") or groups.get("k")
    word = (groups.get("nth") or digit or "").lower()
    if word in lang.dates.parts_of_year.last:
        return _LAST[letter]
    return int(word[0]) if word[0].isdigit() else int(ordinal(word, lang) or 0)
