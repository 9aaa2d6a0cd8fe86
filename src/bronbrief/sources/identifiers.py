"""Official numbers of documents: which forms of Dutch and Flemish practice a text has, read into their parts.

The forms are those of the Leidraad voor juridische auteurs (2022), of the Aanwijzingen voor de regelgeving
(3.43), of Juridische verwijzingen en afkortingen (V&A) and of the European Case Law Identifier (ECLI, Council
conclusions 2019/C 360/01). They are read as people write them, as a document prints them at its foot, and as
officielebekendmakingen.nl names its files. What has none of these forms is a number all the same.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bronbrief.core.meant_dates import meant_day

NUMBER, ITEM, PAGE, DAY, BARE = "number", "item", "page", "day", "bare"
"""What a detail is: three have a word in front, a day is written in words, the last stands alone."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in a known form: a series, printed in italics, what follows on it, and details after commas.

    `kind` is the kind of source that the number itself names, such as written-question; its word then stands
    for the series.
    """

    series: str
    tail: str
    details: tuple[tuple[str, str], ...] = ()
    kind: str = ""


def recognise(text: str) -> Identifier | None:
    """Read a number that has a known form whole; None for every other text."""
    for pattern, read in _FORMS:
        if (found := pattern.fullmatch(text)) and (identifier := read(found)):
            return identifier
    return None


def mistaken(text: str) -> str:
    """Return how a number should be written whose form is known and whose parts cannot be; else nothing."""
    if re.match(r"ECLI\b", text, re.IGNORECASE):
        return "" if _ECLI.fullmatch(text) else "ECLI:NL:HR:2019:2006"
    if re.match(r"(?:kamerst|handel|aanh|parl|hand\b)", text, re.IGNORECASE):
        years = re.search(_SESSION, text)
        return f"{years[1]}/{(int(years[1]) + 1) % 100:02}" if years and not _session(years) else ""
    return ""


_SESSION = r"\b(?P<first>(?:18|19|20)\d\d)\s?[-–/]?\s?(?P<last>(?:\d\d)?\d\d)\b"
_NR = r"(?:n(?:r|rs|o)\.?\s?|nummer\s)"
_PAGE = r"(?:,?\s(?:p|pp|blz)\.\s?(?P<page>\d+(?:\s?[-–]\s?\d+)?))?"
_FILE = r"(?P<file>\d{2}\s?\d{3}(?:[\s-](?:[IVX]+[A-E]?|\(?R\s?\d+\)?))?)"
_SUB = (
    rf"(?:(?:,\s?|\s)(?:{_NR}(?P<number>\d+[a-z]*|[A-Z]{{1,3}})|(?<=,\s)(?P<letter>[A-Z]{{1,3}}|\d+[a-z]*)))?"
)
_CHAMBER = r"(?P<chamber>II?|eerste kamer|tweede kamer|EK|TK)"
_BODY = r"(?P<body>Vl\.?\s?Parl\.?|Vlaams Parlement|Kamer|Senaat)"
_GAZETTE = (
    r"(?P<series>{names})(?:\s(?:van\s)?(?:de\s)?(?P<place>[^\d,]+?))?"
    r",?\s(?:jaargang\s)?(?P<year>\d{{4}}),?\s{nr}?(?P<number>\d+)"
)
_DAY = r"(?P<date>\d\d?[\s./-](?:[a-z]+|\d\d?)[\s./-]\d{4})"
_ECLI = re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}", re.IGNORECASE)
_BODIES = {"k": "Kamer", "s": "Senaat", "v": "Vl.Parl."}
_SERIES = {
    "stb": "Stb.",
    "staatsblad": "Stb.",
    "stcrt": "Stcrt.",
    "staatscourant": "Stcrt.",
    "trb": "Trb.",
    "tractatenblad": "Trb.",
    "gmb": "Gemeenteblad",
    "gemeenteblad": "Gemeenteblad",
    "prb": "Provinciaal blad",
    "provinciaal blad": "Provinciaal blad",
    "wsb": "Waterschapsblad",
    "waterschapsblad": "Waterschapsblad",
}


def _session(found: re.Match[str]) -> tuple[int, int] | None:
    """Return the two years of a session; None where one does not follow the other."""
    first, last = int(found["first"]), found["last"]
    return (first, first + 1) if int(last) == (first + 1) % 10 ** len(last) else None


def _house(found: re.Match[str]) -> str:
    return {"i": "I", "eerste kamer": "I", "ek": "I"}.get(found["chamber"].lower(), "II")


def _details(found: re.Match[str], *names: str) -> tuple[tuple[str, str], ...]:
    """Return the details that were written; a range has a short dash."""
    known = found.groupdict()
    return tuple((name, re.sub(r"\s?–\s?", "-", known[name])) for name in names if known.get(name))


def _in_session(series: str, *details: str) -> Callable[[re.Match[str]], Identifier | None]:
    """Read what is numbered within a session of a Dutch chamber."""

    def read(found: re.Match[str]) -> Identifier | None:
        years = _session(found)
        tail = f"{years[0]}/{years[1] % 100:02}" if years else ""
        return Identifier(f"{series} {_house(found)}", tail, _details(found, *details)) if years else None

    return read


def _parliamentary_paper(found: re.Match[str]) -> Identifier | None:
    years = _session(found)
    if years is None:
        return None
    file, sub = re.sub(r"-(?=[IVX(R])", " ", found["file"]), found["number"] or found["letter"]
    # The papers of the upper house have letters, and those no word in front (Aanwijzing 3.43).
    details = () if sub is None else ((BARE if sub.isupper() else NUMBER, sub),)
    tail = f"{years[0]}/{years[1] % 100:02}, {file}"
    return Identifier(f"Kamerstukken {_house(found)}", tail, (*details, *_details(found, PAGE)))


def _gazette(found: re.Match[str]) -> Identifier:
    place = found.groupdict().get("place")
    series = _SERIES[found["series"].lower().rstrip(".")]
    named = f"{series} van {place.removeprefix('gemeente ').removeprefix('provincie ')}" if place else series
    return Identifier(named, f"{found['year']}, {found['number']}")


def _belgian(series: str) -> Callable[[re.Match[str]], Identifier | None]:
    """Read what is numbered within a session of a Belgian assembly (V&A)."""

    def read(found: re.Match[str]) -> Identifier | None:
        years, known = _session(found), found.groupdict()
        if years is None:
            return None
        number = known.get("number")
        part = known.get("part")
        details = [(NUMBER, f"{number}/{part}" if part else number)] if number else []
        if date := known.get("date"):
            details.append((DAY, meant_day(date)))
        if page := known.get("page"):
            details.append((BARE, page))
        body = _BODIES[(known.get("body") or "v")[0].lower()]
        return Identifier(series, f"{body} {years[0]}-{years[1] % 100:02}", tuple(details))

    return read


def _question(kind: str) -> Callable[[re.Match[str]], Identifier | None]:
    """Read a question of the Flemish Parliament: a number and the session (its own form)."""

    def read(found: re.Match[str]) -> Identifier | None:
        years = _session(found)
        tail = f"({years[0]}-{years[1]})" if years else ""
        return Identifier("", tail, ((NUMBER, found["number"]),), kind) if years else None

    return read


def _belgian_gazette(found: re.Match[str]) -> Identifier | None:
    day = meant_day(found["date"])
    return Identifier("BS", "", ((DAY, day), *_details(found, PAGE))) if day else None


def _form(
    pattern: str, read: Callable[[re.Match[str]], Identifier | None]
) -> tuple[re.Pattern[str], Callable[[re.Match[str]], Identifier | None]]:
    return re.compile(pattern, re.IGNORECASE), read


_NATIONAL = "staatsblad|stb|staatscourant|stcrt|tractatenblad|trb"
_LOCAL = "gemeenteblad|provinciaal blad|waterschapsblad"
_FORMS = (
    # Case-sensitive: a letter of the upper house is a capital.
    (
        re.compile(
            rf"(?:(?i:kamerstuk(?:ken)?)\s)?(?i:{_CHAMBER}),?\s(?i:vergaderjaar\s)?{_SESSION},?\s{_FILE}{_SUB}{_PAGE}"
        ),
        _parliamentary_paper,
    ),
    _form(
        rf"handelingen\s{_CHAMBER},?\s(?:vergaderjaar\s)?{_SESSION},?\s{_NR}(?P<number>\d+)(?:,?\sitem\s(?P<item>\d+))?{_PAGE}",
        _in_session("Handelingen", NUMBER, ITEM, PAGE),
    ),
    _form(
        r"h-(?P<chamber>[te]k)-(?P<first>\d{4})(?P<last>\d{4})-(?P<number>\d+)-(?P<item>\d+)",
        _in_session("Handelingen", NUMBER, ITEM),
    ),
    _form(
        rf"aanhangsel\s(?:van\sde\s)?handelingen,?\s{_CHAMBER},?\s(?:vergaderjaar\s)?{_SESSION},?\s{_NR}?(?P<number>\d+){_PAGE}",
        _in_session("Aanhangsel Handelingen", NUMBER, PAGE),
    ),
    _form(
        r"ah-(?P<chamber>[te]k)-(?P<first>\d{4})(?P<last>\d{4})-(?P<number>\d+)",
        _in_session("Aanhangsel Handelingen", NUMBER),
    ),
    _form(
        rf"(?P<series>{_NATIONAL})\.?,?\s(?:jaargang\s)?(?P<year>\d{{4}}),?\s{_NR}?(?P<number>\d+)", _gazette
    ),
    _form(r"(?P<series>stb|stcrt|trb|gmb|prb|wsb)-(?P<year>\d{4})-(?P<number>\d+)", _gazette),
    _form(_GAZETTE.format(names=_LOCAL, nr=_NR), _gazette),
    _form(_ECLI.pattern, lambda found: Identifier("", found[0].upper())),
    _form(
        rf"parl\.?\s?st\.?\s{_BODY}\s{_SESSION},?\s{_NR}?(?P<number>\d[\d/-]*)(?:,\s(?:p\.\s)?(?P<page>\d[\d-]*))?",
        _belgian("Parl.St."),
    ),
    _form(
        rf"(?:stuk\s)?(?P<number>\d+)(?:-[A-Z])?\s\({_SESSION}\)\s?[-–—]?\s?{_NR}(?P<part>\d+)",
        _belgian("Parl.St."),
    ),
    _form(
        rf"hand\.?\s{_BODY}\s{_SESSION}(?:,?\s(?:{_NR}(?P<number>\d+)|{_DAY}))?(?:,\s(?:p\.\s)?(?P<page>\d[\d-]*))?",
        _belgian("Hand."),
    ),
    _form(
        rf"(?:schriftelijke vraag|written question|SV)\s{_NR}?(?P<number>\d+)\s\({_SESSION}\)",
        _question("written-question"),
    ),
    _form(
        rf"(?:vraag om uitleg|VOU)\s{_NR}?(?P<number>\d+)\s\({_SESSION}\)",
        _question("question-for-explanation"),
    ),
    _form(
        rf"(?:BS|B\.S\.|Belgisch Staatsblad)\s(?:van\s)?{_DAY}{_PAGE}",
        _belgian_gazette,
    ),
)
