"""Parts of a year: seasons, quarters and halves, in Dutch and English."""

import re
from collections.abc import Iterator

from bronbrief.claims.number_words import ordinal

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
_SEASONS = {
    "nl": {"lente": "S1", "voorjaar": "S1", "zomer": "S2", "najaar": "S3", "herfst": "S3", "winter": "S4"},
    "en": {"spring": "S1", "summer": "S2", "autumn": "S3", "fall": "S3", "winter": "S4"},
}
# In English a season may be a verb or a well as well, in Dutch a surname.
_SEASON = {
    "nl": re.compile(r"(?<![\w-])(?P<season>lente|voorjaar|zomer|najaar|herfst|winter)s?(?![\w-])"),
    "en": re.compile(
        r"\b(?:in|last|this|next|early|late|of|since|until|by|from)\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?"
        r"(?P<season>spring|summer|autumn|winter)\b(?!\s+(?:water|well)s?\b)"
        r"|\bthe\s+(?P<of>spring|summer|autumn|fall|winter)\s+of\s+\d{4}"
        r"|\b(?P<dated>spring|summer|autumn|fall|winter)\s+\d{4}|\bin\s+the\s+(?P<fall>fall)\b(?!\s+of\s+[a-z])",
        re.IGNORECASE,
    ),
}
_NTH = {
    "nl": r"(?P<nth>eerste|tweede|derde|vierde|[1-4](?:e|ste|de))",
    "en": r"(?P<nth>first|second|third|fourth|last|[1-4](?:st|nd|rd|th))",
}
_QUARTER = {
    "nl": re.compile(
        rf"\b{_NTH['nl']}\s+(?:kwartaal|trimester)\b|\b[QK](?P<q>[1-4])\b|\bkwartaal\s(?P<k>[1-4])\b"
    ),
    "en": re.compile(rf"\b{_NTH['en']}\s+quarter\b|\bQ(?P<q>[1-4])\b", re.IGNORECASE),
}
_HALF = {
    "nl": re.compile(rf"\b{_NTH['nl']}\s+(?:halfjaar|jaarhelft|helft)\b"),
    "en": re.compile(rf"\b{_NTH['en']}\s+half\b(?:\s+of\s+the\s+year\b)?", re.IGNORECASE),
}
_LAST = {"Q": 4, "H": 2}


def find_parts(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a part of a year stands, and which: "S" and 1 for spring, "Q" and "H" with their number."""
    for match in _SEASON[lang].finditer(text):
        name = match.lastgroup or "season"
        yield *match.span(name), _SEASONS[lang][match[name].lower()]
    for letter, pattern in (("Q", _QUARTER[lang]), ("H", _HALF[lang])):
        for match in pattern.finditer(text):
            number = _nth(match.groupdict(), letter, lang)
            if number <= _LAST[letter]:
                yield *match.span(), f"{letter}{number}"


def _nth(groups: dict[str, str | None], letter: str, lang: str) -> int:
    digit = groups.get("q") or groups.get("k")
    word = (groups.get("nth") or digit or "").lower()
    if word == "last":
        return _LAST[letter]
    if word in ("tweede", "second"):
        return 2
    return int(word[0]) if word[0].isdigit() else int(ordinal(word, lang) or 0)
