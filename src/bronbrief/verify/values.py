"""Which values of a declaration leave words in sight: sizes to be read, shifts that stay on the page."""

import re
from collections.abc import Callable, Collection, Mapping
from math import inf

from bronbrief.core.styles import Token
from bronbrief.verify.allow_lists import allow_list
from bronbrief.verify.tokens import RELATIVE, Values, flat, is_picture, pixels, rgba, solid, words

Judge = Callable[[Values], bool]

# In pixels of CSS, or in shares of what is around.
SMALLEST, LARGEST, LEAST_SHARE, MOST_SHARE = 7.2, 100.0, 0.7, 4.0
FLUID = 10.0
TIGHTEST, LOOSEST, LEAST_LEADING = 0.9, 4.0, 9.0
NARROWEST, WIDEST = 32.0, 2000.0
UP, ASIDE, AWAY = -26.0, -240.0, 600.0
FACTOR = 2.0
THICKEST = 4.0
COLUMNS, COLUMN = 4, 96.0

SIZES = frozenset(("medium", "small", "large", "x-large", "xx-large", "smaller", "larger"))
FAMILIES = frozenset(name.replace("_", " ") for name in allow_list("style", "families"))
_OTHER = re.compile(r"brief-other-\d")
"""Typefaces for characters that those of the brief lack."""
SYSTEM = frozenset({"currentcolor", "canvas", "canvastext"})
"""Colours of what is around; others of the system are not known here."""
_GROUND = allow_list("style", "ground")
_MEASURES = frozenset({"literal", "dimension", "percentage", "number"})
FEATURES = allow_list("style", "features")


def size(value: Values) -> bool:
    """Judge sizes of letters: each one can be read."""
    tokens = solid(value)
    return bool(tokens) and all(map(_is_size, flat(tokens)))


def _is_size(token: Token) -> bool:
    match token.type:
        case "dimension":
            relative = token.lower_unit in RELATIVE and token.value >= LEAST_SHARE
            fluid = token.lower_unit[:1] in "vcsld" and 0 < token.value <= FLUID and "v" in token.lower_unit
            return SMALLEST <= pixels(token) <= LARGEST or relative or fluid
        case "percentage":
            return bool(LEAST_SHARE <= token.value / 100 <= MOST_SHARE)
        case "ident":
            return token.lower_value in SIZES
        case "number":
            return False
        case _:
            return True


def measures(others: Collection[str] | None = None, **bounds: tuple[float, float]) -> Judge:
    """Judge numbers, percentages, and lengths in pixels: each within its bounds.

    Of tokens that are none of these only `others` may stand there, or all but texts and addresses.
    """

    def fits(token: Token) -> bool:
        if token.type in bounds:
            least, most = bounds[token.type]
            return bool(least <= (pixels(token) if token.type == "dimension" else token.value) <= most)
        return token.type not in ("url", "string") if others is None else token.type in others

    return lambda value: all(map(fits, flat(value)))


def within(least: float, most: float, share: float = 100) -> Judge:
    """Judge lengths: each within these pixels, percentages up to a share; a number is 0, or a factor."""
    return measures(dimension=(least, most), percentage=(-share, share), number=(-FACTOR, FACTOR))


line_height = measures(
    dimension=(LEAST_LEADING, LARGEST),
    percentage=(100 * TIGHTEST, 100 * LOOSEST),
    number=(TIGHTEST, LOOSEST),
)
"""The distance of lines: they do not lie over each other."""
columns = measures({"ident"}, number=(1, COLUMNS), dimension=(COLUMN, inf))
"""Few, with room for words, which lie over the next column otherwise."""
opacity = measures((), number=(LEAST_SHARE, inf), percentage=(100 * LEAST_SHARE, inf))
"""Hardly see-through."""
layer = measures({"ident"}, number=(0, inf))
"""Not behind what is around it."""


def font(value: Values) -> bool:
    """Judge the shorthand: style and weight, size, perhaps a line height, typefaces."""
    tokens = solid(value)
    if words(tokens) == ["inherit"]:
        return True
    at = next((n for n, one in enumerate(tokens) if _begins_size(one)), None)
    if at is None or "small-caps" in words(tokens[:at]):
        return False
    height: list[Token] = []
    rest = tokens[at + 1 :]
    if rest and rest[0] == "/":
        height, rest = rest[1:2], rest[2:]
    return size(tokens[at : at + 1]) and line_height(height) and families(rest)


def _begins_size(token: Token) -> bool:
    keyword = token.type == "ident" and token.lower_value in SIZES
    return keyword or token.type in ("dimension", "percentage", "function")


def families(value: Values) -> bool:
    """Judge typefaces: those of the brief, general ones, and well-known ones for text."""
    names = [""]
    for token in solid(value):
        if token.type == "literal" and token.value == ",":
            names.append("")
        elif token.type in ("ident", "string"):
            names[-1] = f"{names[-1]} {token.value}".strip().lower()
        else:
            return False
    return all(name in FAMILIES or _OTHER.fullmatch(name) for name in names)


def features(value: Values) -> bool:
    """Judge features of typefaces: those that leave letters what they are."""
    tags = {one.value for one in solid(value) if one.type == "string"}
    return tags <= FEATURES if tags else words(value) == ["normal"]


def margin(name: str) -> Judge:
    """Judge a margin: what stands above or below may move up by a line, to the side by a column."""
    if name.endswith(("top", "bottom", "block", "block-start", "block-end")):
        return within(UP, AWAY)
    if name != "margin":
        return within(ASIDE, AWAY)

    def judge(value: Values) -> bool:
        sides = solid(value)
        return within(UP, AWAY)(sides[::2]) and within(ASIDE, AWAY)(sides[1::2])

    return judge


def width(value: Values) -> bool:
    """Judge a width: room for a word or two at least."""
    return all(map(_is_wide, solid(value)))


def _is_wide(token: Token) -> bool:
    match token.type:
        case "function" if token.lower_name in ("min", "clamp"):
            return all(map(_is_wide, solid(token.arguments)))
        case "dimension":
            return NARROWEST <= pixels(token) <= WIDEST
        case "percentage":
            return bool(FLUID <= token.value <= 100)  # noqa: PLR2004
        case "number":
            return False
        case _:
            return True


def label(value: Values) -> bool:
    """Judge what a heading is called among the bookmarks: by its own words."""
    return all(one.type == "function" and one.lower_name == "content" for one in solid(value))


def color_scheme(value: Values) -> bool:
    """Judge which looks a page has: the light one among them, for which its colours are worked out."""
    return "dark" not in words(value) or "light" in words(value)


def content(value: Values) -> bool:
    """Judge generated content: nothing that can be read."""
    empty = [one.type == "string" and not one.value.strip() for one in solid(value)]
    return all(empty) or (len(empty) == 1 and words(value) in (["none"], ["normal"]))


def decoration(value: Values) -> bool:
    """Judge lines at words: none that strikes them, or is so thick that it covers them."""
    struck = {"line-through", "blink", "spelling-error", "grammar-error"} & set(words(value))
    return not struck and all(pixels(one) <= THICKEST for one in flat(value) if one.type == "dimension")


def background(value: Values) -> bool:
    """Judge what is behind words: colours that can be worked out, no pictures."""
    plain = all(
        _is_colour(one) or one.type in _MEASURES or set(words([one])) & _GROUND for one in solid(value)
    )
    return plain and not any(map(is_picture, flat(value)))


def colour(value: Values) -> bool:
    """Judge a colour: one that can be worked out, and so be held against its ground."""
    return all(map(_is_colour, solid(value)))


def _is_colour(token: Token) -> bool:
    return rgba(token) is not None or bool(SYSTEM & set(words([token])))


_SIDES = ("top", "right", "bottom", "left")
_FLOW = ("block", "inline", "block-start", "block-end", "inline-start", "inline-end")
_BESIDE = within(-4, 4, 0)
RULES: Mapping[str, Judge] = {
    "background": background,
    "background-color": background,
    "color": colour,
    "bookmark-label": label,
    "box-shadow": within(-12, 12),
    "color-scheme": color_scheme,
    "column-count": columns,
    "column-width": columns,
    "columns": columns,
    "content": content,
    "flex": within(0, WIDEST),
    "font": font,
    "font-family": families,
    "font-feature-settings": features,
    "font-size": size,
    "letter-spacing": within(-0.8, 6, 0),
    "line-height": line_height,
    "max-width": width,
    "min-width": within(0, WIDEST),
    "opacity": opacity,
    "outline": within(0, 6, 0),
    "outline-offset": within(0, 8, 0),
    "outline-width": within(0, 6, 0),
    "text-decoration": decoration,
    "text-decoration-line": decoration,
    "text-decoration-thickness": within(0, THICKEST, 0),
    "text-underline-offset": within(0, 12, 0),
    "text-indent": within(-48, 48, 10),
    "width": width,
    "word-spacing": within(-1, 12, 0),
    "z-index": layer,
    "margin": margin("margin"),
    "padding": within(0, AWAY),
    **{f"margin-{side}": margin(f"margin-{side}") for side in (*_SIDES, *_FLOW)},
    **{f"padding-{side}": within(0, AWAY) for side in (*_SIDES, *_FLOW)},
    **dict.fromkeys((*_SIDES, "inset", "inset-block", "inset-inline"), _BESIDE),
}
"""How the values of a property are judged, by its name."""
