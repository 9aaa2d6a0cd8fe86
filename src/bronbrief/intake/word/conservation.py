"""Hold a Word document against its text by a second reading, which shares no code with the first.

The letters of every part that the document refers to are counted, whatever stands around them, and held
against the text and what was left out. Counting knows nothing of order; it finds what was lost or doubled.
"""

import io
import posixpath
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from xml.etree import ElementTree as ET

_LETTERS = frozenset(["t", "delText"])
_DASHES = dict.fromkeys([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x207B], "-")
_ALTERNATIVE = "http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CODE = re.compile("[0-9a-cA-Ce-fE-F][0-9a-fA-F]{3}|[dD][0-7][0-9a-fA-F]{2}")
_SILENT = frozenset("Cc Cf Cs Cn Mc Me Mn Zl Zp Zs".split())
_SHOWN = 20


def unaccounted(
    data: bytes, main: str, kept: Sequence[str], taken: Sequence[str], added: Sequence[str]
) -> list[str]:
    """Return the texts of a document that are neither in `kept` nor in `taken`; then letters too many.

    `kept` is the text and what was left out, `taken` what stands there in another form, `added` what the
    document does not say in letters. An empty list means that everything is accounted for.
    """
    texts = [text for name in _reachable(data, main) for text in _texts(name)]
    said = _count(texts) + _count(added)
    have = _count(kept) + _count(taken)
    lost, doubled = said - have, have - said
    found = []
    if lost:
        whole = "".join(_skeleton(text) for text in kept)
        found = [text.strip() for text in texts if _skeleton(text) and _skeleton(text) not in whole]
        found = found[:_SHOWN] or ["".join(lost.elements())]
    return found + (["+ " + "".join(doubled.elements())] if doubled else [])


def _count(texts: Sequence[str]) -> Counter[str]:
    signs: Counter[str] = Counter()
    for char, count in Counter("".join(texts)).items():
        for one in _sign(char):
            signs[one] += count
    return signs


def _skeleton(text: str) -> str:
    return "".join(map(_sign, text))


@cache
def _sign(char: str) -> str:
    """Return what a character shows, without case, marks and the forms of compatibility (UAX 15)."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold()).translate(_DASHES)
    return "".join(one for one in plain if unicodedata.category(one) not in _SILENT)


def _texts(root: ET.Element) -> Iterator[str]:
    """Yield the letters below an element; of alternatives that say the same, one."""
    space, _, local = str(root.tag).rpartition("}")
    if f"{space}}}{local}".endswith(_ALTERNATIVE):
        branches = {_skeleton("".join(texts)): texts for texts in ([*_below(one)] for one in root)}
        for texts in branches.values():
            yield from texts
        return
    if "wordprocessingml" in space or space.endswith("/math"):
        if local in _LETTERS:
            yield root.text or ""
        elif local == "noBreakHyphen":
            yield "-"
        elif local == "sym":
            codes = (value for name, value in root.items() if name.rpartition("}")[2] == "char")
            yield "".join(chr(int(code, 16)) for code in codes if _CODE.fullmatch(code))
    yield from _below(root)


def _below(root: ET.Element) -> Iterator[str]:
    for child in root:
        yield from _texts(child)


def _reachable(data: bytes, main: str) -> Iterator[ET.Element]:
    """Yield the parts of the document that it refers to, over and over, but the list of building blocks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = {name.lower(): name for name in package.namelist()}
        waiting, seen = [main.lower()], {main.lower()}
        while waiting:
            name = waiting.pop()
            try:
                yield ET.fromstring(package.read(names[name]))  # noqa: S314 - declarations are refused before
            except ET.ParseError:
                continue
            folder, base = posixpath.split(name)
            related = names.get(f"{folder}/_rels/{base}.rels".lstrip("/"))
            for one in ET.fromstring(package.read(related)) if related else ():  # noqa: S314
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                building_blocks = one.get("Type", "").endswith("/glossaryDocument")
                if target.lower() in names and target.lower() not in seen and not building_blocks:
                    seen.add(target.lower())
                    waiting.append(target.lower())
