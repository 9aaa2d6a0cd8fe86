"""Signs of the fonts Symbol, Wingdings and Webdings as characters of Unicode."""

from collections.abc import Mapping

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
