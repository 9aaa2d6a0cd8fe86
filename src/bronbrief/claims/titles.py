"""Offices that one person seldom holds together with another, and who was said to hold them."""

import re
from collections.abc import Iterator

_OFFICES = {
    "mayor": "burgemeester mayor",
    "alderman": "wethouder schepen alderman",
    "minister": "minister minister-president premier",
    "secretary": "staatssecretaris",
    "deputy": "gedeputeerde",
    "clerk": "griffier",
    "governor": "gouverneur governor",
    "prosecutor": "procureur prosecutor",
    "chief": "korpschef",
    "ambassador": "ambassadeur ambassador",
}
_CODES = {name: code for code, names in _OFFICES.items() for name in names.split()}
_TITLE = r"(?:(?:mr|dr|drs|ir|ing|prof|mevrouw|mw|de\sheer|Mr|Mrs|Ms|Dr)\.?\s+){0,4}"
_PARTICLE = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|el|El|in|'t|’t)\s+){0,3}"
_NAME = rf"{_PARTICLE}[A-ZÀ-Þ][\w’'-]+"
_HELD = re.compile(
    rf"\b(?i:(?P<office>{'|'.join(sorted(_CODES, key=len, reverse=True))}))\s+(?:van\s+[A-Z]\w+\s+)?{_TITLE}"
    rf"(?P<name>(?:[A-ZÀ-Þ]\.\s?){{0,5}}{_NAME}(?:\s+{_NAME}){{0,4}})"
)
_SURNAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_GENITIVE = re.compile(r"['’]s?$")


def office_of(title: str) -> str:
    """Return the office of a title in small letters; "" for one that goes together with others."""
    return _CODES.get(title.rpartition("-")[2], "")


def surname_of(name: str) -> str:
    """Return the last word of a name, in small letters."""
    found = _SURNAME.findall(name)
    return _GENITIVE.sub("", found[-1]).casefold() if found else ""


def offices(text: str) -> Iterator[tuple[str, str]]:
    """Yield the surnames that stand right behind an office, each with that office."""
    for match in _HELD.finditer(text):
        yield surname_of(match["name"]), _CODES[match["office"].lower()]
