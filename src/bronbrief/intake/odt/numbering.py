"""Numbers of lists and headings as OpenDocument counts them (ODF 1.3, part 3, 16.30 to 16.36 and 19.880)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.intake.numerals import box, format_number

_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = re.compile("%([1-9]|10)%")
_PADDED = re.compile("0+1")
_NONE = Element("none")
OUTLINE = "\x00outline"


@dataclass(slots=True)
class OpenList:
    """A list that is open: its style, what it has counted by level, and how deep it stands."""

    style: str
    counts: dict[int, int]
    level: int = 1


@dataclass(slots=True)
class Numbering:
    """Counts the items of a document's lists, and its headings."""

    styles: Mapping[str, Mapping[int, Element]]
    _by_id: dict[str, dict[int, int]] = field(default_factory=dict)
    _last: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: Element) -> "Numbering":
        """Gather the styles of lists, and that of the outline."""
        found: dict[str, Mapping[int, Element]] = {}
        for root in roots:
            for one in root.iter():
                if one.tag in {"text:list-style", "text:outline-style"}:
                    name = OUTLINE if one.tag == "text:outline-style" else one.get("style:name", "")
                    found[name] = {_number(level.get("text:level"), 1): level for level in one}
                    if name == OUTLINE:
                        found[one.get("style:name", "Outline")] = found[name]
        return cls(found)

    def open(self, element: Element, around: OpenList | None, style: str = "") -> OpenList:
        """Open a list: within another it counts on with that; by itself it begins, unless it goes on."""
        style = element.get("text:style-name") or style
        if around is not None:
            return OpenList(style or around.style, around.counts, around.level + 1)
        counts: dict[int, int] = {}
        if before := element.get("text:continue-list"):
            counts = self._by_id.get(before, counts)
        elif element.get("text:continue-numbering") == "true":
            counts = self._last.get(style, counts)
        self._by_id[element.get("xml:id", "")] = self._last[style] = counts
        return OpenList(style, counts)

    def numbered(self, element: Element) -> OpenList:
        """Return the list that a numbered paragraph counts in (`text:numbered-paragraph`)."""
        counts = self._by_id.setdefault(element.get("text:list-id", ""), {})
        return OpenList(element.get("text:style-name", ""), counts, _number(element.get("text:level"), 1))

    def outline(self) -> OpenList:
        """Return the list that headings outside lists count in."""
        return OpenList(OUTLINE, self._last.setdefault(OUTLINE, {}))

    def mark(self, within: OpenList, *, start: str | None = None, style: str = "") -> str | None:
        """Count an item and return its number or bullet, "" for none; None where its kind is not known.

        `start` is a number that the item has of its own.
        """
        levels, counts = self.styles.get(style or within.style, {}), within.counts
        level = levels.get(within.level, _NONE)
        for upper in range(1, within.level):
            counts.setdefault(upper, _start(levels.get(upper, _NONE)))
        if start is not None:
            counts[within.level] = _number(start, 1)
        else:
            before = counts.get(within.level)
            counts[within.level] = _start(level) if before is None else before + 1
        for deeper in [one for one in counts if one > within.level]:
            del counts[deeper]
        if level.tag in {"text:list-level-style-bullet", "text:list-level-style-image"}:
            return _bullet(level)
        return _written(within.level, levels, counts)


def _written(at: int, levels: Mapping[int, Element], counts: Mapping[int, int]) -> str | None:
    level = levels.get(at, _NONE)
    around = (level.get("style:num-prefix", ""), level.get("style:num-suffix", ""))
    shown = _number(level.get("text:display-levels"), 1)
    places = range(max(1, at - shown + 1), at + 1)
    numbers = {one: _formatted(levels.get(one, _NONE), counts.get(one, 1)) for one in range(1, at + 1)}
    form = level.get("loext:num-list-format")
    used = [int(one) for one in _PLACE.findall(form)] if form is not None else list(places)
    if any(numbers.get(one, "") is None for one in used):
        return None
    if not numbers[at]:
        return "".join(around).strip() if form is None else ""
    if form is not None:
        return _PLACE.sub(lambda found: numbers.get(int(found[1])) or "", form).strip()
    whole = ".".join(number for one in places if (number := numbers[one]))
    return f"{around[0]}{whole}{around[1]}".strip()


def _formatted(level: Element, number: int) -> str | None:
    kind = level.get("style:num-format", "")
    if not kind:
        return ""
    if _PADDED.fullmatch(kind):
        return f"{number:0{len(kind)}d}"
    return format_number(number, _KINDS.get(kind, kind))


def _bullet(level: Element) -> str:
    """Return a dash for a bullet, or the box that may be ticked which serves as one."""
    properties = level.find("style:text-properties")
    fonts = properties.attrib if properties is not None else {}
    font = (fonts.get("fo:font-family") or fonts.get("style:font-name") or "").strip("'")
    return box(font, level.get("text:bullet-char", "")) or "-"


def _start(level: Element) -> int:
    return _number(level.get("text:start-value"), 1)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default  # noqa: PLR2004
