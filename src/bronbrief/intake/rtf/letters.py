"""In which letters the bytes of an RTF document are (RTF 1.9.1, “Character Set”, “Font Table”)."""

import codecs

from bronbrief.intake.word.symbols import shown_symbol

_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
}
_CHARSETS |= {161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257"}
_CHARSETS |= {204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"}
SETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SYMBOL = 2
_UTF8 = 65001


def codec_of(page: int) -> str:
    """Return the codec of a code page; that of Windows where it is not known."""
    name = "utf-8" if page == _UTF8 else f"cp{page}"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


class Font:
    """A font of the document: its name, and the letters that its bytes stand for."""

    def __init__(self) -> None:
        self.name = ""
        self.charset: int | None = None
        self.codec = ""

    def read(self, data: bytes, default: str) -> tuple[str, bytes]:
        """Return bytes as text, and those that show a sign which is not known here."""
        if self.of_signs:
            signs = [(byte, shown_symbol(self.name, chr(byte))) for byte in data]
            unknown = bytes(byte for byte, sign in signs if sign is None)
            return "".join(sign or "" for _, sign in signs), unknown
        codec = self.codec or _CHARSETS.get(1 if self.charset is None else self.charset, default)
        return data.decode(codec, "replace"), b""

    @property
    def of_signs(self) -> bool:
        """Tell whether it is a font of signs, such as Symbol."""
        return self.charset == _SYMBOL

    def sign(self, char: str) -> str:
        """Return a character as the font shows it."""
        return (shown_symbol(self.name, char) or char) if self.of_signs else char
