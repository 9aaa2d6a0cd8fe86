"""How numbers of lists are written (ECMA-376, 17.18.59), and the signs of fonts such as Symbol."""

import re
from collections.abc import Callable, Mapping
from string import ascii_lowercase, ascii_uppercase

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CIRCLED = 20
_MOST = 32_767
_PADDED = re.compile(r"(0*)1\s*,")
BOXES = "☐☑☒✓✗"
_PRIVATE = 0xF000
_BYTE = 0xFF

# The encoding of Symbol from 0x20, a full stop in the middle (·) for what has no character.
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼·"
    "································€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪·〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭·"
)
_WINGDINGS = {
    int(pair[:2], 16): pair[2]
    for pair in """
    22✂ 28☎ 29✆ 3F✍ 41✌ 45☜ 46☞ 47☝ 48☟ 4A☺ 4C☹ 52☼ 6C● 6D❍ 6E■ 6F☐ 70☐ 71❑ 72❒ 74⧫ 75◆ 76❖ 78☒ 9F• A1○
    A7▪ A8☐ AB★ D8➢ DF← E0→ E1↑ E2↓ E3↖ E4↗ E5↙ E6↘ E8➔ EF⇦ F0⇨ F1⇧ F2⇩ FB✗ FC✓ FD☒ FE☑
    """.split()
} | {
    0x20: " ",
    **{0x80 + at: "⓪①②③④⑤⑥⑦⑧⑨⑩"[at] for at in range(11)},
    **{0x8C + at: "❶❷❸❹❺❻❼❽❾❿"[at] for at in range(10)},
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": {0x20 + at: char for at, char in enumerate(_SYMBOL) if char != "·"},
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x20: " "},
    "wingdings 3": {0x20: " "},
    "webdings": {0x20: " ", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗"},
}


def format_number(number: int, kind: str, pattern: str = "") -> str | None:
    """Write a number; None for a kind whose words or signs are not known here.

    `pattern` is the row of examples of a kind of one's own: "001, 002, 003, ...".
    """
    if kind == "none":
        return ""
    padded = _PADDED.match(pattern)
    if padded and kind == "custom":
        return f"{number:0{len(padded[1]) + 1}d}"
    if kind in _FIGURES:
        return _FIGURES[kind].format(number)
    if kind in _ENCLOSED and 0 < number <= _CIRCLED:
        return chr(_ENCLOSED[kind] + number)
    return _FORMS[kind](number) if kind in _FORMS and 0 < number <= _MOST else None


def _repeated(signs: str, number: int) -> str:
    """Return the sign of a number, doubled once all have been used, and so on."""
    return signs[(number - 1) % len(signs)] * (-(-number // len(signs)))


def roman(number: int) -> str:
    """Write a number in Roman numerals, in small letters."""
    written = []
    for size, sign in _ROMAN:
        written.append(sign * (number // size))
        number %= size
    return "".join(written)


_FIGURES = {"decimal": "{}", "decimalZero": "{:02d}", "numberInDash": "- {} -", "hex": "{:X}"}
_ENCLOSED = {
    "decimalEnclosedCircle": 0x245F,
    "decimalEnclosedParen": 0x2473,
    "decimalEnclosedFullstop": 0x2487,
}
_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lambda number: _repeated(ascii_lowercase, number),
    "upperLetter": lambda number: _repeated(ascii_uppercase, number),
    "chicago": lambda number: _repeated("*†‡§", number),
}


def box(font: str, sign: str) -> str:
    """Return the box that may be ticked which a sign shows that serves as a bullet; "" for any other sign."""
    shown = (shown_symbol(font, sign) or sign) if len(sign) == 1 else sign
    return shown if shown in BOXES else ""


def shown_symbol(font: str, char: str) -> str | None:
    """Return the character that a sign of a font shows; None where it is not known here."""
    code = ord(char) if char else 0
    byte = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + _BYTE else code
    signs = _FONTS.get(font.lower())
    if signs is not None and byte <= _BYTE:
        return signs.get(byte)
    is_character = byte == code and code >= ord(" ") and not 0xD800 <= code <= 0xF8FF  # noqa: PLR2004
    return char if is_character else None
