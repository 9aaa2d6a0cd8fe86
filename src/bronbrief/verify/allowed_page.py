"""What a finished web page may hold: an allow-list of all that Bronbrief writes. All else is named.

Elements, attributes and links are those that building allows; around quotations, fewer. The policy is the one
that Bronbrief puts in, the style sheet is judged by the rules of reading back, and the typefaces in it draw
the letters that they say.
"""

import base64
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont

from bronbrief.brief.language_tags import is_right_to_left
from bronbrief.html.csp import policy
from bronbrief.html.inspection import POLICY, forbidden, unfolding_too_far
from bronbrief.verify.judging import judge, style_sheets
from bronbrief.verify.letterforms import Shapes, face_of, false_letters
from bronbrief.verify.own_words import unproven
from bronbrief.verify.styled_page import matched_rules
from bronbrief.verify.web_page import data_in

_FACE = re.compile(
    r'@font-face\{font-family:"brief-(?:text|display)[\w-]*";font-weight:\d+;font-style:\w+;'
    r'src:url\("data:font/woff2;base64,([A-Za-z0-9+/=]+)"\) format\("woff2"\);font-display:block\}\n'
)
_OVERRIDES = re.compile("[\0\u202a-\u202e\u2066-\u2069]")
_VIEWPORT = "width=device-width, initial-scale=1"
_SVG = "{http://www.w3.org/2000/svg}svg"
_SOFT_HYPHEN = 0xAD
_UNSEEN = frozenset({"head", "title", "meta", "script", "style"})
_SHOWING = frozenset({"display", "content", "visibility", "all"})


def foreign(text: str, root: Element, *, fragment: bool = False) -> Iterator[str]:
    """Yield what a page holds that Bronbrief does not put there; a fragment of one has no policy or style."""
    yield from (one.shown for one in (*forbidden(text, beside=True), *unfolding_too_far(text)))
    sheets = style_sheets(root)
    policies = [one.get("content", "") for one in root.iter("meta") if _names(one, POLICY)]
    if not fragment and (len(sheets) != 1 or policies != [policy(sheets[0])]):
        yield "Content-Security-Policy"
    if not fragment and not text.lower().startswith("<!doctype html>"):
        yield "<!DOCTYPE html>"
    bare, faces = without_faces(sheets)
    yield from added(text, root, bare)
    for data in faces:
        yield from _false(data)
    if _quotes(root):
        yield from (one.what for one in judge(root, bare, "screen") if not one.what.startswith("@"))


def added(text: str, root: Element, sheets: Sequence[str]) -> Iterator[str]:
    """Yield what no template may add, beside what filling its page refuses and styles do to quotations."""
    yield from _told_twice(root)
    for one in root.iter():
        if one.get("aria-hidden") and one.tag not in ("svg", _SVG) and "".join(one.itertext()).strip():
            yield f"<{one.tag} aria-hidden>"
        if one.get("name") == "viewport" and one.get("content") != _VIEWPORT:
            yield "viewport"
        if one.get("dir", "").lower() == "rtl" and not is_right_to_left(one.get("lang", "")):
            yield f'<{one.tag} dir="rtl">'
    said = (part for one in root.iter() for part in (one.text, one.tail, *one.attrib.values()) if part)
    yield from (f"U+{ord(found[0]):04X}" for part in (text, *said) if (found := _OVERRIDES.search(part)))
    if _quotes(root):
        yield from _shown_metadata(root, sheets)


def _told_twice(root: Element) -> Iterator[str]:
    """Name ids that more than one element has: a link leads to the first."""
    counted = Counter(one.get("id") for one in root.iter() if one.get("id"))
    yield from (f'id="{name}"' for name, count in counted.items() if count > 1)


def _quotes(root: Element) -> bool:
    """Tell whether a page quotes anything, or has notes: what does not has no words that are proven."""
    return any(one.tag in ("blockquote", "q") or one.get("role") == "doc-endnotes" for one in root.iter())


def unjudged(root: Element) -> Iterator[str]:
    """Yield the rules and declarations of which is not known what they can do to words, an author's too."""
    if _quotes(root):
        bare, _ = without_faces(style_sheets(root))
        yield from (one.what for one in judge(root, bare, "screen") if one.what.startswith("@"))
        yield from unproven(root, bare)


def data_texts(root: Element) -> tuple[str, ...]:
    """Return the texts of the quotations that a page names for search engines (schema.org)."""
    found: list[str] = []
    for data in data_in(root):
        parts: Any = data.get("hasPart", []) if isinstance(data, dict) else [None]
        try:
            found += [str(part["text"]) for part in parts]
        except (TypeError, KeyError):
            found.append("")
    return tuple(found)


def without_faces(sheets: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part style sheets from the typefaces that Bronbrief puts into them, which are in base64."""
    faces = [data for sheet in sheets for data in _FACE.findall(sheet)]
    return [_FACE.sub("", sheet) for sheet in sheets], faces


def _names(meta: Element, name: str) -> bool:
    return meta.get("http-equiv", "").lower() == name


@lru_cache(maxsize=64)
def _false(encoded: str) -> tuple[str, ...]:
    """Name the letters that a typeface draws otherwise than the installed one that it is cut from."""
    try:
        font = Shapes(TTFont(io.BytesIO(base64.b64decode(encoded, validate=True)), lazy=True))
        numbers = {name: at for at, name in enumerate(font.order)}
        said = {numbers[name]: chr(code) for code, name in font.cmap.items() if code != _SOFT_HYPHEN}
        face = face_of(font, said, "")
        return ("@font-face",) if face is None else tuple(dict.fromkeys(false_letters(font, face, said)))
    except Exception:  # noqa: BLE001 - whatever those raise that read damaged typefaces
        return ("@font-face",)


def _shown_metadata(root: Element, sheets: Sequence[str]) -> Iterator[str]:
    """Name the rules that show what no page shows: its title, its data, its style sheet."""
    for found in matched_rules(root, tuple(sheets), _UNSEEN).values():
        for *_, rule in found:
            yield from (one.text for one in rule.declarations if one.name in _SHOWING)
