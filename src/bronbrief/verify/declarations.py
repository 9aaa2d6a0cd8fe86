"""Which declarations of a style sheet may reach a quotation: those that leave its words as they are and in sight.

What is not allowed here is not known to be harmless. Colours are held against their ground elsewhere.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

import tinycss2

Token = Any
Values = Sequence[Token]


class Reach(StrEnum):
    """What a declaration reaches: words of a quotation, what belongs to one, what is around one, or others."""

    WORDS = "words"
    PART = "part"
    AROUND = "around"
    OTHER = "other"


_PX = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0, "q": 0.945}
_RELATIVE = {"em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "lh": 20.0, "rlh": 20.0}
_WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_ROUNDS, _CHOICES = 8, 32
_VENDOR = re.compile(r"-(?:webkit|moz|ms|o)-")

_ANY = frozenset(
    """
    accent-color align-content align-items align-self background-clip background-origin border border-block
    border-block-end border-block-start border-bottom border-bottom-color border-bottom-left-radius
    border-bottom-right-radius border-bottom-style border-bottom-width border-collapse border-color border-inline
    border-inline-end border-inline-start border-left border-left-color border-left-style border-left-width
    border-radius border-right border-right-color border-right-style border-right-width border-spacing border-style
    border-top border-top-color border-top-left-radius border-top-right-radius border-top-style border-top-width
    border-width box-decoration-break box-sizing break-after break-before break-inside caption-side clear color
    background-color color-scheme column-count column-fill column-gap column-rule column-rule-color column-rule-style
    column-rule-width column-span column-width columns cursor empty-cells flex-basis flex-grow flex-shrink
    font-kerning font-optical-sizing font-style font-weight gap grid-template-columns hanging-punctuation
    hyphenate-limit-chars hyphenate-limit-last hyphenate-limit-lines hyphenate-limit-zone hyphens justify-content
    justify-items justify-self line-break min-height orphans outline-color outline-style overflow-wrap page
    page-break-after page-break-before page-break-inside print-color-adjust row-gap scroll-behavior scroll-margin-top
    scroll-padding-top tab-size table-layout text-align text-align-last text-decoration-color
    text-decoration-skip-ink text-decoration-style text-decoration-thickness text-justify text-rendering
    text-size-adjust text-underline-offset text-underline-position text-wrap text-wrap-mode text-wrap-style
    user-select vertical-align widows word-break word-wrap
    """.split()  # noqa: SIM905
)
_KEYWORDS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "direction": "ltr",
        "flex-direction": "row column",
        "flex-wrap": "nowrap wrap",
        "float": "none left right inline-start inline-end",
        "font-variant": "normal lining-nums oldstyle-nums tabular-nums proportional-nums common-ligatures",
        "font-variant-caps": "normal",
        "font-variant-ligatures": "normal none common-ligatures no-common-ligatures",
        "font-variant-numeric": "normal lining-nums oldstyle-nums tabular-nums proportional-nums slashed-zero",
        "font-variant-position": "normal",
        "height": "auto",
        "hyphenate-character": "auto",
        "list-style": "none disc circle square decimal inside outside",
        "list-style-image": "none",
        "list-style-position": "inside outside",
        "list-style-type": "none disc circle square decimal",
        "max-height": "none",
        "overflow": "visible auto",
        "overflow-x": "visible auto",
        "overflow-y": "visible auto",
        "position": "static relative",
        "quotes": "none auto",
        "text-transform": "none",
        "unicode-bidi": "normal isolate",
        "visibility": "visible",
        "white-space": "normal nowrap pre-line pre-wrap",
        "writing-mode": "horizontal-tb",
        **dict.fromkeys(
            [
                "animation",
                "background-image",
                "border-image",
                "clip-path",
                "filter",
                "mask",
                "mask-image",
                "rotate",
                "scale",
                "text-emphasis",
                "text-shadow",
                "transform",
                "transition",
                "translate",
            ],
            "none",
        ),
    }.items()
}
_SHOWN = frozenset(
    [
        "block",
        "inline",
        "inline-block",
        "list-item",
        "flow-root",
        "flex",
        "grid",
        "table",
        "table-row",
        "table-cell",
    ]
)
_SHOWN_WORDS = frozenset({"inline", "inline-block", "block"})
_SIZES = frozenset("medium small large x-large xx-large smaller larger".split())  # noqa: SIM905
_FAMILIES = frozenset(
    [
        "brief-text",
        "brief-display",
        "serif",
        "sans-serif",
        "system-ui",
        "ui-serif",
        "ui-sans-serif",
        "arial",
        "helvetica",
        "verdana",
        "tahoma",
        "georgia",
        "calibri",
        "cambria",
    ]
) | {"times new roman", "segoe ui", "helvetica neue", "trebuchet ms"}
_FEATURES = frozenset({"tnum", "lnum", "pnum", "onum", "kern", "liga", "clig", "calt"})
_MOVING = frozenset("transform translate rotate scale zoom offset offset-path".split())  # noqa: SIM905


def allowed(name: str, value: Values, reach: Reach) -> bool:
    """Tell whether a declaration is known to change, hide, add and cover no word of a quotation."""
    words = _words(value)
    name = _VENDOR.sub("", name, count=1)
    if reach is Reach.OTHER:
        return _stays_aside(name, value, words)
    if name.startswith("--"):
        return True
    if name == "all":
        return False
    if len(words) == 1 and words[0] in _WIDE:
        return True
    if name == "float" and reach is Reach.WORDS:
        return words == ["none"]
    if name == "display":
        return set(words) <= (_SHOWN_WORDS if reach is Reach.WORDS else _SHOWN)
    if name in _ANY:
        return not any(token.type == "url" or _is_function(token, "url", "image") for token in _flat(value))
    if name in _KEYWORDS:
        return bool(words) and set(words) <= _KEYWORDS[name] and len(words) == len(_solid(value))
    rule = _RULES.get(name)
    return rule is not None and rule(value)


def _stays_aside(name: str, value: Values, words: list[str]) -> bool:
    """Tell whether a declaration leaves an element elsewhere on the page in its own place."""
    if name == "position":
        return not {"absolute", "fixed"} & set(words)
    if name in ("display", "visibility", "content-visibility"):
        return not {"none", "hidden", "collapse"} & set(words)
    if name in _MOVING:
        return words == ["none"]
    return _margin(name)(value) if name.startswith("margin") else True


def _size(value: Values) -> bool:
    tokens = _solid(value)
    return bool(tokens) and all(_is_size(token) for token in _flat(tokens))


def _is_size(token: Token) -> bool:
    match token.type:
        case "dimension":
            return (
                7.2 <= _pixels(token) <= 100
                or (token.lower_unit in _RELATIVE and token.value >= 0.7)
                or _fluid(token)
            )
        case "percentage":
            return bool(70 <= token.value <= 400)  # noqa: PLR2004
        case "ident":
            return token.lower_value in _SIZES
        case "number":
            return False
        case _:
            return True


def _fluid(token: Token) -> bool:
    return token.lower_unit.startswith(("v", "cq", "sv", "lv", "dv")) and 0 < token.value <= 10  # noqa: PLR2004


def _line_height(value: Values) -> bool:
    for token in _flat(_solid(value)):
        if token.type == "number" and not 0.9 <= token.value <= 4:  # noqa: PLR2004
            return False
        if token.type == "dimension" and not 9 <= _pixels(token) <= 100:  # noqa: PLR2004
            return False
        if token.type == "percentage" and not 90 <= token.value <= 400:  # noqa: PLR2004
            return False
    return True


def _font(value: Values) -> bool:
    """Judge the shorthand: style and weight, size, perhaps a line height, typefaces."""
    tokens = _solid(value)
    at = next((n for n, one in enumerate(tokens) if _begins_size(one)), None)
    if at is None:
        return False
    if any(one.type == "ident" and one.lower_value == "small-caps" for one in tokens[:at]):
        return False
    rest = tokens[at + 1 :]
    height: list[Token] = []
    if rest and rest[0] == "/":
        height, rest = rest[1:2], rest[2:]
    return _size(tokens[at : at + 1]) and _line_height(height) and _families(rest)


def _begins_size(token: Token) -> bool:
    return token.type in ("dimension", "percentage", "function") or (
        token.type == "ident" and token.lower_value in _SIZES
    )


def _families(value: Values) -> bool:
    names: list[str] = []
    for token in _solid(value):
        if token == ",":
            names.append("")
        elif token.type in ("ident", "string"):
            names = names or [""]
            names[-1] = f"{names[-1]} {token.value}".strip().lower()
        else:
            return False
    return bool(names) and set(names) <= _FAMILIES


def _features(value: Values) -> bool:
    tokens = _solid(value)
    tags = {token.value for token in tokens if token.type == "string"}
    return tags <= _FEATURES if tags else _words(value) == ["normal"]


def _within(least: float, most: float, share: float = 100) -> Callable[[Values], bool]:
    """Judge lengths: each within these pixels, percentages up to a share, plain numbers small."""

    def judge(value: Values) -> bool:
        return all(_fits(token, least, most, share) for token in _flat(value))

    return judge


def _fits(token: Token, least: float, most: float, share: float) -> bool:
    match token.type:
        case "dimension":
            return least <= _pixels(token) <= most
        case "percentage":
            return bool(abs(token.value) <= share)
        case "number":
            return bool(-2 <= token.value <= 2)  # noqa: PLR2004 - 0, or a factor in a sum
        case "url" | "string":
            return False
        case _:
            return True


def _margin(name: str) -> Callable[[Values], bool]:
    """Judge a margin: what stands above or below may move up by a line, to the side by a column."""
    if name.endswith(("top", "bottom", "block", "block-start", "block-end")):
        return _within(-26, 600)
    if name != "margin":
        return _within(-240, 600)

    def judge(value: Values) -> bool:
        sides = _solid(value)
        upright, across = sides[::2], sides[1::2]
        return _within(-26, 600)(upright) and _within(-240, 600)(across)

    return judge


def _width(value: Values) -> bool:
    for token in _solid(value):
        if token.type == "dimension" and not 32 <= _pixels(token) <= 2000:  # noqa: PLR2004
            return False
        if token.type == "percentage" and not 10 <= token.value <= 100:  # noqa: PLR2004
            return False
        if token.type == "number":
            return False
    return True


def _opacity(value: Values) -> bool:
    least = {"number": 0.7, "percentage": 70.0}
    return all(token.type in least and token.value >= least[token.type] for token in _solid(value))


def _layer(value: Values) -> bool:
    return all(
        (token.type == "number" and token.value >= 0) or token.type == "ident" for token in _solid(value)
    )


def _content(value: Values) -> bool:
    tokens = _solid(value)
    return all(
        (one.type == "string" and not one.value.strip())
        or (one.type == "ident" and one.lower_value in ("none", "normal"))
        for one in tokens
    )


def _decoration(value: Values) -> bool:
    return not {"line-through", "blink", "spelling-error", "grammar-error"} & set(_words(value))


def _background(value: Values) -> bool:
    return not any(token.type in ("url", "string") or _is_picture(token) for token in _flat(value))


def _is_picture(token: Token) -> bool:
    return token.type == "function" and token.lower_name.endswith(
        ("gradient", "image", "image-set", "element", "paint")
    )


_SIDES = (
    "top",
    "right",
    "bottom",
    "left",
    "block",
    "inline",
    "block-start",
    "block-end",
    "inline-start",
    "inline-end",
)
_RULES: Mapping[str, Callable[[Values], bool]] = {
    "background": _background,
    "box-shadow": _within(-12, 12),
    "content": _content,
    "flex": _within(0, 2000),
    "font": lambda value: _words(value) == ["inherit"] or _font(value),
    "font-family": _families,
    "font-feature-settings": _features,
    "font-size": _size,
    "letter-spacing": _within(-0.8, 6, 0),
    "line-height": _line_height,
    "max-width": _width,
    "min-width": _within(0, 2000),
    "opacity": _opacity,
    "outline": _within(0, 6, 0),
    "outline-offset": _within(0, 8, 0),
    "outline-width": _within(0, 6, 0),
    "text-decoration": _decoration,
    "text-decoration-line": _decoration,
    "text-indent": _within(-48, 48, 10),
    "width": _width,
    "word-spacing": _within(-1, 12, 0),
    "z-index": _layer,
    "margin": _margin("margin"),
    "padding": _within(0, 600),
    **{f"margin-{side}": _margin(f"margin-{side}") for side in _SIDES},
    **{f"padding-{side}": _within(0, 600) for side in _SIDES},
    **{side: _within(-4, 4, 0) for side in _SIDES[:4]},
    **dict.fromkeys(("inset", "inset-block", "inset-inline"), _within(-4, 4, 0)),
}


def _solid(value: Iterable[Token]) -> list[Token]:
    return [token for token in value if token.type not in ("whitespace", "comment")]


def _words(value: Values) -> list[str]:
    return [token.lower_value for token in _solid(value) if token.type == "ident"]


def _flat(value: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of a value, those within functions and brackets after each."""
    for token in value:
        if token.type in ("whitespace", "comment"):
            continue
        yield token
        inner = getattr(token, "arguments", None) or getattr(token, "content", None)
        if inner is not None:
            yield from _flat(inner)


def _is_function(token: Token, *names: str) -> bool:
    return bool(token.type == "function" and token.lower_name in names)


def _pixels(token: Token) -> float:
    unit = token.lower_unit
    return float(token.value) * (_PX.get(unit) or _RELATIVE.get(unit) or 10.0)


def substituted(value: Values, known: Mapping[str, Sequence[Values]]) -> tuple[Values, ...]:
    """Return a value with each of the values that its custom properties may have; none where there are too many."""
    texts = {tinycss2.serialize(value)}
    for _ in range(_ROUNDS):
        if not any(_VAR.search(text) for text in texts):
            return tuple(tinycss2.parse_component_value_list(text) for text in sorted(texts))
        texts = {other for text in texts for other in _put_in(text, known)}
        if len(texts) > _CHOICES:
            break
    return ()


def _put_in(text: str, known: Mapping[str, Sequence[Values]]) -> Iterator[str]:
    found = _VAR.search(text)
    if found is None:
        yield text
        return
    choices = [tinycss2.serialize(one) for one in known.get(found[1], ())]
    choices += [found[2]] if found[2] else []
    for choice in choices or ["initial"]:
        yield f"{text[: found.start()]}{choice}{text[found.end() :]}"
