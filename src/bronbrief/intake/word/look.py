"""What a reader sees of a run of text: nothing at all, capitals, raised or lowered signs, signs of a font."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.core.colours import contrast
from bronbrief.intake.word.package import descend
from bronbrief.intake.word.styles import Properties, RunProperties, font, number, value

UNKNOWN = "unknown"
PAPER = "FFFFFF"
_SYMBOL_FONTS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")
_SHADES = """
    black 000000 white FFFFFF red FF0000 blue 0000FF green 00FF00 yellow FFFF00 cyan 00FFFF magenta FF00FF
    darkBlue 000080 darkCyan 008080 darkGreen 008000 darkMagenta 800080 darkRed 800000 darkYellow 808000
    darkGray 808080 lightGray C0C0C0
""".split()
_HIGHLIGHTS = dict(zip(_SHADES[::2], _SHADES[1::2], strict=True))
_THEME = {"background1": PAPER, "light1": PAPER, "bg1": PAPER, "text1": "000000", "dark1": "000000"}
_SMALLEST = 4  # half points: two points
_NARROWEST = 5  # per cent of the width of letters
_UPON = 5  # twentieths of a point for each half point: letters half their size closer stand upon each other
_LEAST_CONTRAST = 1.1
_TRANSPARENT = 95_000  # thousandths of a per cent
_RAISED = 4  # half points


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is shown: why nobody sees it, whether it is struck, in capitals, raised or lowered.

    `script` is "^", "_" or empty; `font` is the font of signs that it is set in, if it is one.
    """

    hidden: str = ""
    struck: bool = False
    capitals: bool = False
    script: str = ""
    font: str = ""


def look_of(run: RunProperties, background: str) -> Look:
    """Judge a run by its properties and by the colour behind it, `UNKNOWN` where that cannot be told."""
    raised = value(run.nearest.get("w:vertAlign"))
    offset = number(value(run.nearest.get("w:position")))
    up = raised == "superscript" or (not raised and offset >= _RAISED)
    down = raised == "subscript" or (not raised and offset <= -_RAISED)
    named = font(run.nearest.get("w:rFonts")).lower()
    return Look(
        hidden=_why_unseen(run, background),
        struck=run.on("w:strike") or run.on("w:dstrike"),
        capitals=run.on("w:caps"),
        script="^" if up else "_" if down else "",
        font=named if named in _SYMBOL_FONTS else "",
    )


def fill(shading: Element | None) -> str:
    """Return the colour that a shading puts behind text, `UNKNOWN` for a pattern, empty for none."""
    if shading is None or value(shading) in {"nil", ""}:
        return ""
    pattern = value(shading)
    if pattern == "solid":
        return _colour(shading.get("w:color"))
    plain = not (shading.get("w:themeFillTint") or shading.get("w:themeFillShade"))
    theme = _THEME.get(shading.get("w:themeFill", "")) if plain else None
    colour = theme or _colour(shading.get("w:fill"))
    if pattern == "clear":
        return UNKNOWN if not colour and shading.get("w:themeFill") else colour
    return UNKNOWN


def _why_unseen(run: RunProperties, background: str) -> str:
    nearest = run.nearest
    if run.on("w:vanish"):
        return "hidden"
    size = number(value(nearest.get("w:sz")), 20)
    upon = number(value(nearest.get("w:spacing"))) <= -_UPON * size
    if upon or size < _SMALLEST or number(value(nearest.get("w:w")).rstrip("%"), 100) < _NARROWEST:
        return "too-small"
    highlight = _HIGHLIGHTS.get(value(nearest.get("w:highlight")), "")
    behind = highlight or fill(nearest.get("w:shd")) or background
    colour, seen = _own_colour(nearest)
    if not seen:
        return "invisible"
    if not colour and highlight == "000000":
        return "covered"  # a bar of black over letters whose colour nobody chose
    if not colour or not _colour(behind) or _contrast(colour, behind) >= _LEAST_CONTRAST:
        return ""
    return "white" if _contrast(behind, PAPER) < _LEAST_CONTRAST else "covered"


def _own_colour(found: Properties) -> tuple[str, bool]:
    """Return the colour of the letters, empty if Word picks one that shows, and whether they show at all."""
    effect, outline = found.get("w14:textFill"), found.get("w14:textOutline")
    if effect is None:
        return _text_colour(found.get("w:color")), True
    outlined = outline is not None and outline.find("w14:noFill") is None and len(outline) > 0
    alphas = (number(value(one)) for one in effect.iter("w14:alpha"))
    clear = effect.find("w14:noFill") is not None or any(alpha >= _TRANSPARENT for alpha in alphas)
    plain = descend(effect, "w14:solidFill/w14:srgbClr")
    scheme = descend(effect, "w14:solidFill/w14:schemeClr")
    theme = _THEME.get(value(scheme), "") if scheme is not None and not len(scheme) else ""
    return ("" if outlined else theme or _colour(value(plain))), outlined or not clear


def _text_colour(element: Element | None) -> str:
    """Return the colour of letters; one of the theme goes before the one written beside it."""
    if element is None:
        return ""
    plain = not (element.get("w:themeTint") or element.get("w:themeShade"))
    theme = _THEME.get(element.get("w:themeColor", "")) if plain else None
    return theme or _colour(value(element))


def _colour(text: str | None) -> str:
    written = (text or "").upper().lstrip("#")
    is_hex = len(written) == len(PAPER) and all(char in "0123456789ABCDEF" for char in written)
    return written if is_hex else ""


def _contrast(one: str, other: str) -> float:
    return contrast(f"#{one}", f"#{other}")
