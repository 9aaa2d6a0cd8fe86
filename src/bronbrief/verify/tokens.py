"""Tokens of the value of a declaration: keywords, lengths, colours and pictures (CSS Syntax 3)."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import tinycss2
from tinycss2.color5 import parse_color

from bronbrief.core.styles import Token, walk

Rgba = tuple[float, float, float, float]
Values = Sequence[Token]

_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0, "q": 0.945}
RELATIVE = {"em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "lh": 20.0, "rlh": 20.0}
_OTHER_UNIT = 10.0


def solid(value: Iterable[Token]) -> list[Token]:
    """Return the tokens that are neither spaces nor comments."""
    return [token for token in value if token.type not in ("whitespace", "comment")]


def words(value: Values) -> list[str]:
    """Return the keywords of a value, in lower case."""
    return [token.lower_value for token in solid(value) if token.type == "ident"]


def flat(value: Iterable[Token]) -> list[Token]:
    """Return the tokens of a value that are solid, those within functions and brackets after each."""
    return solid(walk(value))


def is_picture(token: Token) -> bool:
    """Tell whether a token draws a picture."""
    endings = ("gradient", "image", "image-set", "element", "paint", "url")
    return bool(token.type == "url" or (token.type == "function" and token.lower_name.endswith(endings)))


def pixels(token: Token) -> float:
    """Return the length that a token gives, about."""
    unit = token.lower_unit
    return float(token.value) * (_PX.get(unit) or RELATIVE.get(unit) or _OTHER_UNIT)


def rgba(token: Token) -> Rgba | None:
    """Return the colour that a token is; None for what is none, or depends on what is around."""
    return _parsed(tinycss2.serialize([token]))


@lru_cache(maxsize=256)
def _parsed(text: str) -> Rgba | None:
    found = parse_color(text)
    if found is None or isinstance(found, str):
        return None
    red, green, blue, alpha = found.to("srgb")
    return red, green, blue, alpha
