"""Read a locator as people write it, and find the passages that it names."""

import re

from bronbrief.sources.model import Locator, Passage, Source, Unit

_UNITS = {
    "al": Unit.PARAGRAPH,
    "alinea": Unit.PARAGRAPH,
    "kop": Unit.HEADING,
    "bijschrift": Unit.CAPTION,
    "vraag": Unit.QUESTION,
    "antwoord": Unit.ANSWER,
    "regel": Unit.LINE,
}
_PARAGRAPH = r"(?:al|alinea)\b\.?\s*(?P<paragraph>[0-9]{1,9})"
_LOCATOR = re.compile(
    rf"(?P<unit>{'|'.join(_UNITS)})\b\.?\s*(?P<number>[0-9]{{1,9}})(?:\s*+(?:,\s*+)?{_PARAGRAPH})?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?P<unit>vraag|antwoord)\b\s*(?P<name>[0-9]{{1,3}}[a-z]?(?:(?:-|, | en )[0-9]{{1,3}}[a-z]?)*)"
    rf"(?:\s*,\s*{_PARAGRAPH})?",
    re.IGNORECASE,
)
_SPEAKER = re.compile(rf"(?P<name>[^\W\d_][^,;@:]{{0,119}}?)\s*,\s*{_PARAGRAPH}", re.IGNORECASE)

_SEVERAL = re.compile(
    rf"(?:(?P<unit>{'|'.join(_UNITS)})\b\.?\s*)?(?P<first>[0-9]{{1,6}})"
    rf"(?:\s*(?:[-–—]|t/m|tot|to)\s*(?:(?:{'|'.join(_UNITS)})\b\.?\s*)?(?P<last>[0-9]{{1,6}}))?",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:(?<!\s)\s++)?[,;+&]\s*+|(?<!\s)\s++(?:en|and)\s++")
_MOST = 20


def parse_locator(text: str) -> Locator | None:
    """Read "al. 3", "antwoord 2, al. 1", "antwoord 2 en 3" or "Jambon, al. 2"; None for anything else."""
    text = " ".join(text.split())
    found = _LOCATOR.fullmatch(text)
    if not found:
        return _parse_named(text)
    unit, number = _UNITS[found["unit"].lower()], int(found["number"])
    paragraph = int(found["paragraph"]) if found["paragraph"] else None
    divisible = unit in {Unit.QUESTION, Unit.ANSWER}
    if number == 0 or paragraph == 0 or (paragraph is not None and not divisible):
        return None
    return Locator(unit, number, paragraph)


def _parse_named(text: str) -> Locator | None:
    found = _NAMED.fullmatch(text)
    if found:
        paragraph = int(found["paragraph"]) if found["paragraph"] else None
        number = int(re.split(r"\D", found["name"])[0])
        return Locator(_UNITS[found["unit"].lower()], number, paragraph, found["name"].lower())
    found = _SPEAKER.fullmatch(text)
    if (
        not found
        or not int(found["paragraph"])
        or re.match(rf"(?:{'|'.join(_UNITS)})\b", text, re.IGNORECASE)
    ):
        return None
    return Locator(Unit.SPEAKER, 1, int(found["paragraph"]), found["name"])


def several_locators(text: str) -> tuple[Locator, ...]:
    """Read "al. 3-5", "al. 3 t/m 5", "al. 3, al. 4 en 7" or a bare "3", which no locator is; else nothing."""
    unit, found = Unit.PARAGRAPH, list[Locator]()
    for part in _AND.split(" ".join(text.split()).replace("tot en met", "t/m")):
        match = _SEVERAL.fullmatch(part)
        if not match:
            return ()
        unit = _UNITS[match["unit"].lower()] if match["unit"] else unit
        first, last = int(match["first"]), int(match["last"] or match["first"])
        if not 0 < first <= last < first + _MOST:
            return ()
        found += [Locator(unit, number) for number in range(first, last + 1)]
    return tuple(found[:_MOST])


def find_passages(source: Source, locator: Locator) -> tuple[Passage, ...]:
    """Return the passages that a locator names, in order; empty if there are none.

    "antwoord 2" names all its paragraphs. An answer of one paragraph has no "al. 1" in its locator, but
    is found by it.
    """
    return tuple(passage for passage in source.passages if _names(locator, passage.locator))


def _names(asked: Locator, given: Locator) -> bool:
    mine, theirs = (asked.unit, asked.number, asked.name), (given.unit, given.number, given.name)
    if mine[:2] != theirs[:2] or mine[2].casefold() != theirs[2].casefold():
        return False
    return asked.paragraph is None or asked.paragraph == (given.paragraph or 1)
