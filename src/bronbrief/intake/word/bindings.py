"""Content controls that show a value of the package (ECMA-376-1, 17.5.2.6): its own XML, or a property.

Word puts the value in the control each time that it opens a document; the text that was saved in the control
may be another one. What Word shows is read, and the other is named.
"""

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from bronbrief.core.meant_dates import MONTHS, meant_date
from bronbrief.intake.archive import declares
from bronbrief.intake.dates import plain_date
from bronbrief.intake.word.package import Package, raw_text, short_names
from bronbrief.intake.word.reading import Reading
from bronbrief.intake.word.styles import said, value

_BUILT_IN = {
    "docProps/core.xml": "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "docProps/app.xml": "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
}
Steps = Sequence[tuple[str, str, str, str]]
"""The steps of a path: "@" for an attribute, the prefix, the name, and which of several it is."""
_STEP = re.compile(r"/(@?)(?:([\w.-]+):)?([\w.-]+)(?:\[([1-9]\d{0,5})\])?(?=/|\Z)")
_MAPPING = re.compile(r"xmlns:([\w.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LETTERS = frozenset({"w:t", "w:delText", "m:t"})
_SIGNS = frozenset({"w:sym", "w:noBreakHyphen", "w:tab", "w:br", "w:cr"})
_NOTHING = "w:lastRenderedPageBreak"
_CODE = re.compile("(?![dD][89a-fA-F])[0-9a-fA-F]{4}")  # without surrogates
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORM = re.compile(r"'[^']*'|d+|M+|y+|.", re.DOTALL)
_STATES = {"w14:checkedState": "2612", "w14:uncheckedState": "2610"}


def show_bound(reading: Reading, root: Element) -> None:
    """Put the values that Word shows in the controls below `root`; leave out what stood there instead."""
    stores = list(_stores(reading.package)) if next(root.iter("w:sdt"), None) is not None else []
    inside: set[int] = set()
    for control in root.iter("w:sdt"):
        content, properties = control.find("w:sdtContent"), control.find("w:sdtPr")
        if content is None or properties is None or id(control) in inside:
            continue
        binding = next((one for one in properties if one.tag.endswith(":dataBinding")), None)
        if binding is None or properties.find("w:picture") is not None:
            continue
        path = binding.get("w:xpath", "").removesuffix("/text()")
        steps = _STEP.findall(path)
        if "".join(map(_written, steps)) != path:
            reading.leave_out("unsupported", path, counted=False)
            continue
        kept, found = " ".join(raw_text(content).split()), _value(stores, binding, steps)
        shown = kept if found is None else _shown(properties, found, kept)
        if shown != kept and (shown or properties.find("w:showingPlcHdr") is None):
            inside |= {id(one) for one in content.iter("w:sdt")}
            reading.leave_out("alternative", kept)
            reading.added.append(shown)
            _put(content, shown)


def _written(step: tuple[str, str, str, str]) -> str:
    attribute, prefix, name, at = step
    return f"/{attribute}{f'{prefix}:' if prefix else ''}{name}{f'[{at}]' if at else ''}"


def _value(stores: Sequence[tuple[str, Element]], binding: Element, steps: Steps) -> str | None:
    """Return the text of the first node that a binding leads to; None where it leads to none."""
    spaces = {
        name: one or other for name, one, other in _MAPPING.findall(binding.get("w:prefixMappings", ""))
    }
    wanted = binding.get("w:storeItemID", "").upper()
    for name, store in stores:
        if wanted in ("", name.upper()):
            found = _at(store, steps, spaces)
            if found is not None:
                return found
    return None


def _stores(package: Package) -> Iterator[tuple[str, Element]]:
    """Yield the parts that controls may be bound to, with their names; the properties come last."""
    for one in package.relations(package.main).values():
        store = _parsed(package, one.target) if one.kind == "customXml" else None
        if store is not None:
            kinds = {other.kind: other.target for other in package.relations(one.target).values()}
            properties = _parsed(package, kinds.get("customXmlProps", ""))
            named = properties.items() if properties is not None else ()
            yield next((text for key, text in named if key.rpartition("}")[2] == "itemID"), ""), store
    for part, name in _BUILT_IN.items():
        store = _parsed(package, part)
        if store is not None:
            yield name, store


def _parsed(package: Package, name: str) -> Element | None:
    """Return a part as a tree; None for one that is not there or no XML: nothing is bound to it."""
    try:
        return package.parsed(name)
    except ET.ParseError:
        return None


def _at(store: Element, steps: Steps, spaces: dict[str, str]) -> str | None:
    level = [store]
    for number, (attribute, prefix, name, at) in enumerate(steps):
        if prefix and prefix not in spaces:
            return None
        whole = f"{{{spaces[prefix]}}}{name}" if prefix else name
        if attribute:
            return next((one.get(whole) for one in level), None)
        kids = [[one for one in (above if number else [above]) if one.tag == whole] for above in level]
        level = [one for several in kids for one in (several[int(at) - 1 :][:1] if at else several)]
    return level[0].text or "" if level and not len(level[0]) else None


def _shown(properties: Element, text: str, kept: str) -> str:
    """Return what a control shows for a value: an entry of its list, a box, a date in its form, the text."""
    flat = " ".join(text.split())
    box, date = properties.find("w14:checkbox"), properties.find("w:date")
    if box is not None:
        tag = "w14:checkedState" if flat.lower() in {"1", "true"} else "w14:uncheckedState"
        code = said(box.find(tag), "w14:val", _STATES[tag])
        return chr(int(code, 16)) if _CODE.fullmatch(code) else kept
    day = plain_date(flat) if date is not None and _DAY.match(flat) else ""
    if day:
        return kept if meant_date(kept.lower()) == day else _dated(day, properties)
    for one in properties.iter("w:listItem"):
        if one.get("w:value") == text:
            return " ".join((one.get("w:displayText") or text).split())
    return _of_package(flat) if flat.startswith("<") else flat


def _dated(day: str, properties: Element) -> str:
    """Write a day as a control for dates does, where its form is one of figures and months."""
    forms = {one.tag: value(one) for one in properties.iter()}
    year, month, number = day.split("-")
    dutch = next(name for name, at in MONTHS.items() if at == int(month))
    english = forms.get("w:lid", "").startswith("en")
    parts = {
        "d": str(int(number)),
        "dd": number,
        "M": str(int(month)),
        "MM": month,
        "MMMM": month_name[int(month)] if english else dutch,
        "yy": year[2:],
        "yyyy": year,
    }
    pieces = _FORM.findall(forms.get("w:dateFormat", ""))
    known = pieces and all(one in parts or not one[0].isalpha() for one in pieces)
    return "".join(parts.get(one, one.strip("'")) for one in pieces) if known else day


def _of_package(text: str) -> str:
    """Return the letters of a document that is kept as a value, as controls for rich text have it."""
    try:
        root = None if declares(text.encode(), doctypes=False) else ET.fromstring(text)  # noqa: S314
    except ET.ParseError:
        return text
    if root is None:
        return text
    short_names(root)
    body = next(root.iter("w:body"), root)
    return " ".join(raw_text(body).split())


def _put(content: Element, shown: str) -> None:
    """Let a control hold one text, in the look of the first letters that stood in it."""
    letters = [one for one in content.iter() if one.tag in _LETTERS]
    for one in content.iter():
        if one.tag in _SIGNS:
            one.tag = _NOTHING
    for one in letters:
        one.text = ""
    if not letters:
        holder = next((one for tag in ("w:r", "w:p") for one in content.iter(tag)), content)
        run = holder if holder.tag == "w:r" else ET.SubElement(holder, "w:r")
        letters.append(ET.SubElement(run, "w:t"))
    letters[0].text = shown
