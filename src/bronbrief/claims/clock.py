"""Times of day, in digits and in words: "19.30 uur", "half acht", "20u15", "a quarter past seven"."""

import re
from collections.abc import Iterator

# The words of an hour may stand for its first or its second half of the day: "half acht" is 19.30 as well.
HALF_DAY = 720
_HOURS = {
    "nl": ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    "en": (
        *("one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}
_MINUTES = {
    "nl": {"vijf": 5, "tien": 10, "twintig": 20, "kwart": 15},
    "en": {"five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "quarter": 15, "half": 30},
}
_HOUR = r"(?:[01]?\d|2[0-4])"
_DIGITS = rf"(?<![\w.,:/-])(?P<h>{_HOUR})"
_TO = r"(?=\s*(?:tot|en|–|-|to|and|until)\s*\d{1,2}[.:]\d{2}\s*(?:uur|u\b|h\b|[ap]\.?m\b))"
_AT = {
    "nl": r"\b(?:om|rond|omstreeks|tegen|vanaf|sinds|tot|klokslag)\s+(?:circa\s+|ongeveer\s+)?",
    "en": r"\b(?:at|by|until|from|around)\s+(?:about\s+)?",
}
_ENDS = r"(?![\w]|[.,:]\d)"


def _spoken(lang: str) -> str:
    hours = "|".join(sorted(_HOURS[lang], key=len, reverse=True))
    return rf"(?P<word>{hours})\b"


_PATTERNS = {
    "nl": (
        rf"{_DIGITS}[.:](?P<m>[0-5]\d)(?:\s*(?:uur|u|h)\b|{_TO})",
        rf"{_DIGITS}(?:u|h)(?P<m>[0-5]\d)?{_ENDS}",
        rf"{_AT['nl']}(?P<at>(?P<h>{_HOUR})(?:\.(?P<m>[0-5]\d){_ENDS}(?!\s*(?:m|meter|euro|procent|%))|\s+uur\b))",
        rf"(?<!artikel )(?<!art\. )(?<!lid ){_DIGITS}:(?P<m>[0-5]\d){_ENDS}",
        (
            rf"{_AT['nl']}(?P<at>(?P<past>vijf|tien|twintig)\s+(?:minuten\s+)?(?P<side>over|voor|vóór|na)\s+"
            rf"(?P<half>half\s+)?{_spoken('nl')})"
        ),
        rf"\b(?P<past>vijf|tien|twintig)\s+(?P<side>over)\s+(?P<half>half\s+)?{_spoken('nl')}",
        rf"\b(?P<half>half)\s+(?!een\b(?!\s+uur)){_spoken('nl')}(?!\s+(?:mil|duiz))",
        rf"\b(?P<past>kwart)\s+(?P<side>over|voor|vóór|na)\s+{_spoken('nl')}",
        rf"{_AT['nl']}(?P<at>{_spoken('nl')}\s+uur\b)",
        rf"(?:{_DIGITS}|\b{_spoken('nl')})\s+uur\s+['’]s[\s-]?(?:avonds|ochtends|morgens|middags|nachts)\b",
    ),
    "en": (
        rf"{_DIGITS}(?:[.:](?P<m>[0-5]\d))?\s*(?:[ap]\.m\.|[ap]m\b|o['’]clock)",
        rf"{_DIGITS}[.:](?P<m>[0-5]\d)(?:\s*(?:hours|hrs|h)\b|{_TO})",
        rf"{_DIGITS}:(?P<m>[0-5]\d){_ENDS}",
        rf"{_AT['en']}(?P<at>(?P<h>{_HOUR})\.(?P<m>[0-5]\d){_ENDS}(?!\s*(?:m|metres|euros|per\s?cent|%)))",
        (
            r"\b(?:a\s+)?(?P<past>half|quarter|five|ten|twenty-five|twenty)\s+(?:minutes\s+)?"
            rf"(?P<side>past|to)\s+{_spoken('en')}"
        ),
        rf"{_spoken('en')}\s+o['’]clock",
    ),
}
_TIMES = {lang: tuple(re.compile(one, re.IGNORECASE) for one in given) for lang, given in _PATTERNS.items()}
# Every time has one of these: most texts have none, and need not be searched for each form.
_MAY_HAVE = {
    "nl": re.compile(r"\d|half|kwart|uur|vijf|tien|twintig", re.IGNORECASE),
    "en": re.compile(r"\d|half|quarter|five|ten|twenty|clock", re.IGNORECASE),
}


def find_times(text: str, lang: str) -> Iterator[tuple[int, int, int]]:
    """Yield where a time of day stands, and its minutes after midnight or noon; longest first."""
    for pattern in _TIMES[lang] if _MAY_HAVE[lang].search(text) else ():
        for match in pattern.finditer(text):
            groups = match.groupdict()
            start, end = match.span("at") if groups.get("at") else match.span()
            yield start, end, _minutes(groups, lang) % HALF_DAY


def _minutes(groups: dict[str, str | None], lang: str) -> int:
    """Count the minutes of a time, as its parts were read."""
    word = groups.get("word")
    if word is None:
        return 60 * int(groups["h"] or 0) + int(groups.get("m") or 0)
    minutes = 60 * (_HOURS[lang].index(word.lower()) + 1)
    minutes -= 30 if groups.get("half") else 0
    past = _MINUTES[lang].get((groups.get("past") or "").lower(), 0)
    return minutes + (past if groups.get("side") in (None, "over", "na", "past") else -past)
