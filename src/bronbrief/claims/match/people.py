"""People: whether a word or a letter is somebody's name, and who was said to hold which office."""

import re
from collections.abc import Iterator
from functools import cache

from bronbrief.claims.match.language import Language
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.lexicon import may_be_surname

# "Van Hamme (Groen)".
_BEHIND_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-Þ][\w’'-]*\s\($")
_WINDOW, _REACH = 12, 40
# A role may be written as one word with what it is for: "mobiliteitsminister", "oud-burgemeester".
_SHORTEST_ROLE = 6
_SURNAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+")
_GENITIVE = re.compile(r"['’]s?$")


def is_somebody(text: str, match: re.Match[str], lang: Language) -> bool:
    """Tell whether a word with which a sentence or a parenthesis begins is a name, by what is around it."""
    if text[match.end() : match.end() + 1] == ")":
        return bool(_BEHIND_NAME.search(text, max(0, match.start() - _REACH), match.start()))
    return may_be_surname(match[0].lower(), lang) and bool(lang.names.acts.match(text, match.end()))


def is_label(text: str, start: int, following: str, lang: Language) -> bool:
    """Tell whether a letter at an offset is a label, with which a sentence ends; else it is an initial."""
    labelled = lang.names.labelled.search(text, max(0, start - _WINDOW), start)
    return following in lang.names.starts or bool(labelled)


def is_role(word: str, lang: Language) -> bool:
    """Tell whether a word in small letters is a role or an institution, which says nothing without a name."""
    return word in lang.names.roles or word in lang.names.persons


@cache
def _long_roles(lang: Language) -> re.Pattern[str]:
    return re.compile(
        rf".*(?:{'|'.join(role for role in lang.names.persons if len(role) >= _SHORTEST_ROLE)})"
    )


def ends_in_role(word: str, lang: Language) -> bool:
    """Tell whether a word in small letters is a compound of a role: "mobiliteitsminister"."""
    return bool(_long_roles(lang).fullmatch(word))


@cache
def _offices() -> dict[str, str]:
    return {name: code for lang in languages().values() for name, code in lang.names.offices.items()}


@cache
def _held() -> re.Pattern[str]:
    """Match an office with a name behind it, in any language: the names of offices stay when texts travel."""
    between = [lang.names.office_words for lang in languages().values()]
    particles = "|".join(words.particles for words in between)
    name = rf"(?:(?:{particles})\s+){{0,3}}[A-ZÀ-Þ][\w’'-]+"
    return re.compile(
        rf"\b(?i:(?P<office>{'|'.join(sorted(_offices(), key=len, reverse=True))}))\s+"
        rf"(?:(?:{'|'.join(words.of for words in between)})\s+[A-Z]\w+\s+)?"
        rf"(?:(?:{'|'.join(words.titles for words in between)})\.?\s+){{0,4}}"
        rf"(?P<name>(?:[A-ZÀ-Þ]\.\s?){{0,5}}{name}(?:\s+{name}){{0,4}})"
    )


def office_of(title: str) -> str:
    """Return the office of a title in small letters; "" for one that goes together with others."""
    return _offices().get(title.rpartition("-")[2], "")


def surname_of(name: str) -> str:
    """Return the last word of a name, in small letters."""
    found = _SURNAME.findall(name)
    return _GENITIVE.sub("", found[-1]).casefold() if found else ""


def offices(text: str) -> Iterator[tuple[str, str]]:
    """Yield the surnames that stand right behind an office, each with that office."""
    for match in _held().finditer(text):
        yield surname_of(match["name"]), _offices()[match["office"].lower()]
