"""RTF as tokens, and the letters that its bytes stand for (RTF 1.9.1, “RTF Syntax”, “Font Table”)."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bronbrief.intake.numerals import shown_symbol

_TOKEN = re.compile(
    rb"\\(?:'([0-9a-fA-F]{2})|([A-Za-z]{1,32})(-?\d{1,10})? ?|([^A-Za-z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|.",
    re.DOTALL,
)
_CHARSETS = {0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "cp936"}
_CHARSETS |= {136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256"}
_CHARSETS |= {186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850"}
SETS = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SYMBOL = 2
_UTF8 = 65001


@dataclass(frozen=True, slots=True)
class Token:
    """A token: a brace, a control word or symbol with its number, or bytes of text."""

    word: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token("{"), Token("}")


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a document; what `bin` carries is passed over."""
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        code, word, number, symbol, brace, text = found.groups()
        if text is not None:
            yield Token(data=text)
        elif code is not None:
            yield Token("'", data=bytes([int(code, 16)]))
        elif word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                at += max(0, value or 0)
            yield Token(word.decode("ascii"), value)
        elif brace is not None:
            yield OPEN if brace == b"{" else CLOSE
        elif symbol is not None:
            yield Token("par" if symbol in b"\r\n" else symbol.decode("latin-1"))


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
