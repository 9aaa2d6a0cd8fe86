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
_LOCATOR = re.compile(
    rf"(?P<unit>{'|'.join(_UNITS)})\b\.?\s*(?P<number>[0-9]{{1,9}})"
    r"(?:\s*,?\s*(?:al|alinea)\b\.?\s*(?P<paragraph>[0-9]{1,9}))?",
    re.IGNORECASE,
)

_SEVERAL = re.compile(
    rf"(?:(?P<unit>{'|'.join(_UNITS)})\b\.?\s*)?(?P<first>[0-9]{{1,6}})"
    rf"(?:\s*(?:[-–—]|t/m|tot|to)\s*(?:(?:{'|'.join(_UNITS)})\b\.?\s*)?(?P<last>[0-9]{{1,6}}))?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*[,;+&]\s*|\s+(?:en|and)\s+")
_MOST = 20


def parse_locator(text: str) -> Locator | None:
    """Read "al. 3", "alinea 3", "kop 1", "antwoord 2" or "antwoord 2, al. 1"; None for anything else."""
    found = _LOCATOR.fullmatch(text.strip())
    if not found:
        return None
    unit, number = _UNITS[found["unit"].lower()], int(found["number"])
    paragraph = int(found["paragraph"]) if found["paragraph"] else None
    divisible = unit in {Unit.QUESTION, Unit.ANSWER}
    if number == 0 or paragraph == 0 or (paragraph is not None and not divisible):
        return None
    return Locator(unit, number, paragraph)


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
    if (asked.unit, asked.number) != (given.unit, given.number):
        return False
    return asked.paragraph is None or asked.paragraph == (given.paragraph or 1)
