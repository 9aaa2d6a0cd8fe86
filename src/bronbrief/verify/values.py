"""Which values of a declaration leave words in sight: sizes to be read, shifts that stay on the page."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

Token = Any
Values = Sequence[Token]
Judge = Callable[[Values], bool]

_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0, "q": 0.945}
_RELATIVE = {"em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "lh": 20.0, "rlh": 20.0}
_OTHER_UNIT = 10.0

# In pixels of CSS, or in shares of what is around.
SMALLEST, LARGEST, LEAST_SHARE, MOST_SHARE = 7.2, 100.0, 0.7, 4.0
FLUID = 10.0
TIGHTEST, LOOSEST, LEAST_LEADING = 0.9, 4.0, 9.0
NARROWEST, WIDEST = 32.0, 2000.0
UP, ASIDE, AWAY = -26.0, -240.0, 600.0
FACTOR = 2.0
THICKEST = 4.0

SIZES = frozenset(("medium", "small", "large", "x-large", "xx-large", "smaller", "larger"))
FAMILIES = frozenset(
    (
        *("brief-text", "brief-display", "serif", "sans-serif", "system-ui", "ui-serif", "ui-sans-serif"),
        *("arial", "helvetica", "helvetica neue", "verdana", "tahoma", "trebuchet ms", "segoe ui"),
        *("georgia", "calibri", "cambria", "times new roman"),
    )
)
_OTHER = re.compile(r"brief-other-\d")
"""Typefaces for characters that those of the brief lack."""
FEATURES = frozenset({"tnum", "lnum", "pnum", "onum", "kern", "liga", "clig", "calt"})


def solid(value: Iterable[Token]) -> list[Token]:
    """Return the tokens that are neither spaces nor comments."""
    return [token for token in value if token.type not in ("whitespace", "comment")]


def words(value: Values) -> list[str]:
    """Return the keywords of a value, in lower case."""
    return [token.lower_value for token in solid(value) if token.type == "ident"]


def flat(value: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of a value, those within functions and brackets after each."""
    for token in solid(value):
        yield token
        inner = getattr(token, "arguments", None) or getattr(token, "content", None)
        if inner is not None:
            yield from flat(inner)


def is_picture(token: Token) -> bool:
    """Tell whether a token draws a picture."""
    endings = ("gradient", "image", "image-set", "element", "paint", "url")
    return bool(token.type == "url" or (token.type == "function" and token.lower_name.endswith(endings)))


def pixels(token: Token) -> float:
    """Return the length that a token gives, about."""
    unit = token.lower_unit
    return float(token.value) * (_PX.get(unit) or _RELATIVE.get(unit) or _OTHER_UNIT)


def size(value: Values) -> bool:
    """Judge sizes of letters: each one can be read."""
    tokens = solid(value)
    return bool(tokens) and all(map(_is_size, flat(tokens)))


def _is_size(token: Token) -> bool:
    match token.type:
        case "dimension":
            relative = token.lower_unit in _RELATIVE and token.value >= LEAST_SHARE
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


def line_height(value: Values) -> bool:
    """Judge the distance of lines: they do not lie over each other."""
    return all(map(_is_leading, flat(value)))


def _is_leading(token: Token) -> bool:
    match token.type:
        case "number":
            return bool(TIGHTEST <= token.value <= LOOSEST)
        case "percentage":
            return bool(TIGHTEST <= token.value / 100 <= LOOSEST)
        case "dimension":
            return LEAST_LEADING <= pixels(token) <= LARGEST
        case _:
            return True


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


def within(least: float, most: float, share: float = 100) -> Judge:
    """Judge lengths: each within these pixels, percentages up to a share, plain numbers small."""

    def judge(value: Values) -> bool:
        return all(_fits(token, least, most, share) for token in flat(value))

    return judge


def _fits(token: Token, least: float, most: float, share: float) -> bool:
    match token.type:
        case "dimension":
            return least <= pixels(token) <= most
        case "percentage":
            return bool(abs(token.value) <= share)
        case "number":
            return bool(-FACTOR <= token.value <= FACTOR)  # 0, or a factor in a sum
        case "url" | "string":
            return False
        case _:
            return True


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
        case "dimension":
            return NARROWEST <= pixels(token) <= WIDEST
        case "percentage":
            return bool(FLUID <= token.value <= 100)  # noqa: PLR2004
        case "number":
            return False
        case _:
            return True


def opacity(value: Values) -> bool:
    """Judge opacity: hardly see-through."""
    least = {"number": LEAST_SHARE, "percentage": 100 * LEAST_SHARE}
    return all(token.type in least and token.value >= least[token.type] for token in solid(value))


def layer(value: Values) -> bool:
    """Judge a layer: not behind what is around it."""
    return all(
        token.type == "ident" or (token.type == "number" and token.value >= 0) for token in solid(value)
    )


def content(value: Values) -> bool:
    """Judge generated content: nothing that can be read."""
    empty = [one.type == "string" and not one.value.strip() for one in solid(value)]
    return all(empty) or (len(empty) == 1 and words(value) in (["none"], ["normal"]))


def decoration(value: Values) -> bool:
    """Judge lines at words: none that strikes them, or is so thick that it covers them."""
    struck = {"line-through", "blink", "spelling-error", "grammar-error"} & set(words(value))
    return not struck and all(pixels(one) <= THICKEST for one in flat(value) if one.type == "dimension")


def background(value: Values) -> bool:
    """Judge what is behind words: colours, no pictures."""
    return not any(token.type == "string" or is_picture(token) for token in flat(value))


_SIDES = ("top", "right", "bottom", "left")
_FLOW = ("block", "inline", "block-start", "block-end", "inline-start", "inline-end")
_BESIDE = within(-4, 4, 0)
RULES: Mapping[str, Judge] = {
    "background": background,
    "box-shadow": within(-12, 12),
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
