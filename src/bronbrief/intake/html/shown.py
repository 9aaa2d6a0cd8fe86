"""What of a page a reader does not see on a screen, and why, element by element."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from tinycss2.color4 import parse_color

from bronbrief.intake.html.style import Declared, Styles

# What browsers never show, and what they show something else for (HTML, section 15.3 “Rendering”).
UNSEEN: Mapping[str, str] = {
    **dict.fromkeys(["noscript", "template"], "script"),
    **dict.fromkeys(["noembed", "noframes"], "hidden"),
    **dict.fromkeys(["datalist", "meter", "progress"], "form"),
    **dict.fromkeys(["iframe", "object", "video", "audio", "canvas", "map"], "image"),
    **dict.fromkeys("title desc metadata defs symbol annotation annotation-xml".split(), "drawing"),
}
_LENGTH = re.compile(r"(-?(?:\d++\.?\d*+|\.\d++))(px|pt|r?em|ex|ch|vw|vh|%|)(?![\w.])")
_FAR = {"px": 500, "pt": 400, "em": 50, "rem": 50, "ex": 100, "ch": 100, "vw": 100, "vh": 100, "%": 100}
_BEYOND = 10
_EDGES = ("left", "right", "top", "bottom")
_NO_CLIP = re.compile(
    r"inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|inset\([^)]*\b100%|(?:circle|ellipse)\(\s*0(?:px|%)?\b"
    r"|polygon\((?:\s*+0(?:px|%)?\s++0(?:px|%)?\s*+,?)++\)"
)
_SCALED = re.compile(r"scale(?:3d|x|y)?\((?:[^()]*,)?\s*0?\.?0+\s*[,)]|rotate[xy]\(\s*-?(?:90|270)deg")
_SMALLEST = 1.0
_FAINTEST = 0.05
_FONT_NOTHING = re.compile(r"(?:\A|\s)0(?:px|pt|em|rem|%)?(?:/|\s|\Z)")
_FONT_SIZES = {"px": 1.0, "pt": 4 / 3, "": 1.0, "rem": 16.0}
_USUAL = 16.0
_RELATIVE = {"em": _USUAL, "%": _USUAL / 100, "ex": _USUAL / 2, "ch": _USUAL / 2}
_ALIKE = 0.02
_OUT_OF_FLOW = frozenset(["absolute", "fixed"])
_KEPT = frozenset(["none", "inherit", "unset", "currentcolor"])
Colour = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """How the text of an element is shown; `reason` holds for all that is within, the rest may be turned."""

    reason: str = ""
    visible: bool = True
    tiny: bool = False
    moved: bool = False
    tight: bool = False
    filled: bool = False
    colour: Colour | None = (0.0, 0.0, 0.0, 1.0)
    ground: Colour | None = (1.0, 1.0, 1.0, 1.0)
    mark: str = ""

    def why(self) -> str:
        """Say why a reader does not see the text; "" where it is seen."""
        if self.reason or not self.visible:
            return self.reason or "hidden"
        if self.tiny or self.tight:
            return "too-small"
        if self.moved:
            return "off-page"
        if self.colour is None or self.ground is None:
            return ""
        if self.colour[3] <= _FAINTEST:  # with a ground that is no colour, letters may be cut out of it
            return "invisible"
        pairs = zip(self.colour, self.ground, strict=True)
        return "white" if all(abs(one - other) < _ALIKE for one, other in pairs) else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Why elements are not seen, and which are marked as deleted, struck or inserted."""

    unseen: dict[Element, str]
    marks: dict[Element, str]


def look_over(root: Element, styles: Styles) -> Shown:
    """Look a page over from the top down. Elements without an entry are seen, and bear no mark.

    White on white is judged only where the page has no style sheets elsewhere, which may colour the ground.
    """
    shown = Shown({}, {})
    whole = not any("stylesheet" in (one.get("rel") or "").lower().split() for one in root.iter("link"))
    stack = [(root, _State() if whole else _State(ground=None))]
    while stack:
        element, above = stack.pop()
        tag = local_name(element)
        state = _state(element, tag, styles.own.get(element, {}), above)
        if why := state.why():
            shown.unseen[element] = why
        if state.mark:
            shown.marks[element] = state.mark
        stack.extend((child, state) for child in element)
    return shown


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _state(element: Element, tag: str, said: Declared, above: _State) -> _State:
    state = replace(above, mark=_mark(tag, said) or above.mark)
    if not above.reason:
        state = replace(state, reason=_reason(element, tag, said))
    if visibility := said.get("visibility"):
        state = replace(state, visible=visibility not in {"hidden", "collapse"})
    if size := said.get("font-size"):
        state = replace(state, tiny=_tiny(size, above.tiny))
    if indent := said.get("text-indent"):
        state = replace(state, moved=_far(indent))
    if spacing := said.get("letter-spacing"):
        state = replace(state, tight=_tight(spacing))
    colour = said.get("color") or (element.get("color") if tag == "font" else None)
    if fill := said.get("-webkit-text-fill-color"):  # goes before the colour, wherever that is declared
        state = replace(state, filled=fill not in _KEPT)
        colour = fill if state.filled else colour
    elif state.filled:
        colour = None
    ground = said.get("background-color") or element.get("bgcolor")
    if colour and colour not in _KEPT:
        state = replace(state, colour=_colour(colour))
    if said.get("position") in _OUT_OF_FLOW:  # it may lie over a picture
        state = replace(state, ground=None)
    return _on_ground(state, ground) if ground else state


def _mark(tag: str, said: Declared) -> str:
    if tag == "del":
        return "deleted"
    if tag in {"s", "strike"} or "line-through" in said.get("text-decoration-line", ""):
        return "struck"
    return "inserted" if tag == "ins" else ""


def _reason(element: Element, tag: str, said: Declared) -> str:
    display = said.get("display", "")
    if display == "none" or said.get("content-visibility") == "hidden":
        return "hidden"
    if not display and (
        element.get("hidden") is not None
        or element.get("popover") is not None
        or (tag == "dialog" and element.get("open") is None)
    ):
        return "hidden"
    if tag in UNSEEN:
        return UNSEEN[tag]
    if _faint(said.get("opacity", "")) or _faint(said.get("filter", "").partition("opacity(")[2]):
        return "hidden"
    zoom = _LENGTH.match(said.get("zoom", ""))
    if zoom and 0 < float(zoom[1]) / (100 if zoom[2] == "%" else 1) <= _FAINTEST:
        return "too-small"
    return "hidden" if _clipped(said) else ("off-page" if _off_page(said) else "")


def _faint(value: str) -> bool:
    opacity = _LENGTH.match(value)
    return opacity is not None and float(opacity[1]) / (100 if opacity[2] == "%" else 1) <= _FAINTEST


def _clipped(said: Declared) -> bool:
    scaled = f"{said.get('transform', '')} scale({said.get('scale', '1')})"
    if _NO_CLIP.match(said.get("clip-path", "")) or _SCALED.search(scaled):
        return True
    corners = [float(number) for number, _ in _LENGTH.findall(said.get("clip", "").partition("(")[2])]
    if said.get("position") in _OUT_OF_FLOW and len(corners) == len(_EDGES):
        top, right, bottom, left = corners
        return bottom - top <= _SMALLEST or right - left <= _SMALLEST
    if not said.get("overflow", "").startswith(("hidden", "clip")):
        return False
    sizes = (_LENGTH.fullmatch(said.get(key, "")) for key in ("height", "max-height", "width", "max-width"))
    return any(
        size is not None and float(size[1]) <= (_SMALLEST if size[2] in {"", "px"} else 0) for size in sizes
    )


def _off_page(said: Declared) -> bool:
    if said.get("position") in {"absolute", "fixed", "relative"} and any(
        _far(said.get(edge, "")) for edge in (*_EDGES, "inset")
    ):
        return True
    moved = (
        said.get("transform", "") if "translate" in said.get("transform", "") else said.get("translate", "")
    )
    if said.get("position") in _OUT_OF_FLOW and _far(moved):
        return True
    # A share of the width also serves to set columns beside each other.
    apart = (moved, *(said.get(key, "") for key in ("margin", "margin-left", "margin-top")))
    return any(_far(one) for one in apart if "%" not in one)


def _far(value: str) -> bool:
    """Tell whether a length, or one within a function, leads off the page."""
    lengths = [(float(number), _FAR.get(unit, _FAR["px"])) for number, unit in _LENGTH.findall(value)]
    return any(-length >= far or length >= _BEYOND * far for length, far in lengths)


def _tiny(size: str, above: bool) -> bool:  # noqa: FBT001
    if _FONT_NOTHING.search(size):
        return True
    found = _LENGTH.search(size)
    if found and found[2] in _FONT_SIZES:
        return float(found[1]) * _FONT_SIZES[found[2]] <= _SMALLEST
    return found is not None and (above or float(found[1]) * _RELATIVE.get(found[2], _USUAL) <= _SMALLEST)


def _tight(spacing: str) -> bool:
    """Tell whether letters stand upon each other: half of their size closer, which is their width."""
    found = _LENGTH.match(spacing)
    if found is None:
        return False
    unit = _FONT_SIZES.get(found[2], 0) or _RELATIVE.get(found[2], 0)
    return float(found[1]) * unit <= -_USUAL / 2


def _colour(value: str) -> Colour | None:
    """Read a colour (CSS Color 4) as red, green, blue and opacity, from 0 to 1; None for what is none."""
    found = parse_color(value)
    if found is None or isinstance(found, str):
        return None
    try:
        plain = found.to("srgb")
    except NotImplementedError:
        return None
    return (*(float(part or 0) for part in plain.coordinates), float(found.alpha))


def _on_ground(state: _State, ground: str) -> _State:
    """Take a ground: a full colour counts, and what is none, such as a picture, is unknown."""
    colours = [one for one in map(_colour, [ground, *ground.split()]) if one]
    if ground in _KEPT or (colours and colours[0][3] == 0):
        return state
    return replace(state, ground=colours[0] if colours and colours[0][3] == 1 else None)
