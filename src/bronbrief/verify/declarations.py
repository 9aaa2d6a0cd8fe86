"""Which declarations may reach a quotation: those that leave its words as they are, and in sight.

What is not allowed here is not known to be harmless. Colours are held against their ground elsewhere.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

import tinycss2

from bronbrief.core.styles import Token
from bronbrief.verify.allow_lists import allow_list, allow_lists
from bronbrief.verify.tokens import Values, flat, is_picture, solid, words
from bronbrief.verify.values import RULES, content, margin, within


class Reach(StrEnum):
    """What a declaration reaches: words of a quotation, what belongs to one or is around one, or others.

    Of others, those beside a quotation, or beside what is around one, may say whose it is.
    """

    WORDS = "words"
    PART = "part"
    AROUND = "around"
    BESIDE = "beside"
    OTHER = "other"


Known = Callable[[str], Sequence[Values]]
"""The values that a custom property may have, by its name."""
OTHERS = frozenset({Reach.BESIDE, Reach.OTHER})
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_ROUNDS, _CHOICES = 8, 32
_WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_VENDOR = re.compile(r"-(?:webkit|moz|ms|o)-")

_HARMLESS = allow_list("style", "harmless")
_KEYWORDS = {
    **allow_lists("style", "keywords"),
    **dict.fromkeys(allow_list("style", "none"), frozenset({"none"})),
}
_SHOWN_WORDS = frozenset({"inline", "inline-block", "block"})
_SHOWN = _SHOWN_WORDS | {"list-item", "flow-root", "flex", "grid", "table", "table-row", "table-cell"}
_HEIGHTS = frozenset({"height", "max-height", "block-size", "max-block-size"})
_WHOLE = frozenset({"auto", "none", "min-content", "max-content", "fit-content"})
_LINES = frozenset({"line-clamp", "max-lines", "block-ellipsis", "continue"})
_REORDERED = frozenset({"contents", "table-caption", "table-footer-group", "table-header-group"})
_OPENING = re.compile('["“„‟‘‚‛«‹❝❛〝「『]')
_PLACES = frozenset("top right bottom left width height min-width min-height".split())
_JUDGED = ("bookmark-label", "box-shadow", "outline", "inset", "top", "right", "bottom", "left")
_MOVING = frozenset({"transform", "translate", "rotate", "scale", "zoom", "offset", "offset-path"})


def allowed(name: str, value: Values, reach: Reach) -> bool:
    """Tell whether a declaration is known to change, hide, add and cover no word of a quotation."""
    said = words(value)
    name = _VENDOR.sub("", name, count=1)
    if reach in OTHERS:
        return _stays_aside(name, value, said) and not (reach is Reach.BESIDE and _displaces(name, said))
    if name in ("float", "quotes") and reach is Reach.WORDS:
        return said == ["none"]
    if name.startswith("--") or (len(said) == 1 and said[0] in _WIDE):
        return name != "all"
    if name == "display":
        return set(said) <= (_SHOWN_WORDS if reach is Reach.WORDS else _SHOWN)
    return _is_harmless(name, value, said)


def _is_harmless(name: str, value: Values, said: list[str]) -> bool:
    if name in _HARMLESS:
        return not any(map(is_picture, flat(value)))
    if name in _KEYWORDS:
        return bool(said) and set(said) <= _KEYWORDS[name] and len(said) == len(solid(value))
    return name in RULES and RULES[name](value)


def _stays_aside(name: str, value: Values, said: list[str]) -> bool:
    """Tell whether a declaration leaves an element elsewhere on the page in its own place."""
    if name == "position":
        return not {"absolute", "fixed", "sticky"} & set(said)
    if name.startswith(_JUDGED):
        return name not in RULES or (len(said) == 1 and said[0] in _WIDE) or RULES[name](value)
    if name == "content":
        return "open-quote" not in said and not any(_opens(one) for one in flat(value))
    if name in ("display", "visibility", "content-visibility"):
        return not {"none", "hidden", "collapse"} & set(said)
    if name in _MOVING:
        return said == ["none"]
    return margin(name)(value) if name.startswith("margin") else True


def _displaces(name: str, said: list[str]) -> bool:
    """Tell whether a declaration may show an element in another place of its row or column, or cut it off."""
    if name == "display":
        return bool(_REORDERED & set(said))
    if name in _HEIGHTS:
        return not (said and set(said) <= _WHOLE)
    return name in _LINES or name in ("order", "grid-area") or name.startswith("grid-row")


def _opens(token: Token) -> bool:
    """Tell whether a string opens a quotation, which would be nobody's."""
    return token.type == "string" and bool(_OPENING.search(token.value))


def lies_small(name: str, value: Values, *, ground: bool) -> bool:
    """Tell whether what lies over a page stays small, and near its head; without `ground` it has none."""
    if name == "position":
        return not {"fixed", "sticky"} & set(words(value))
    if name.startswith(("background", "border", "box-shadow", "outline")):
        return name.endswith("radius") or (ground and within(-12, 12)(value))
    if name.startswith("inset") or name in _MOVING:
        return words(value) == ["none"]
    if name in _PLACES or name.startswith("padding"):
        return within(-240, 32, 0)(value) if ground else within(-240, 240)(value)
    return content(value) if name == "content" else True


def substituted(value: Values, known: Known) -> tuple[Values, ...]:
    """Return a value with each of the values that its custom properties may have; none where too many."""
    if not any(token.type == "function" and token.lower_name == "var" for token in flat(value)):
        return (value,)
    texts = {tinycss2.serialize(value)}
    for _ in range(_ROUNDS):
        if not any(_VAR.search(text) for text in texts):
            return tuple(tinycss2.parse_component_value_list(text) for text in sorted(texts))
        texts = {other for text in texts for other in _put_in(text, known)}
        if len(texts) > _CHOICES:
            break
    return ()


def _put_in(text: str, known: Known) -> Iterator[str]:
    found = _VAR.search(text)
    if found is None:
        yield text
        return
    choices = [tinycss2.serialize(one) for one in known(found[1])]
    choices += [found[2]] if found[2] else []
    for choice in choices or ["initial"]:
        yield f"{text[: found.start()]}{choice}{text[found.end() :]}"
