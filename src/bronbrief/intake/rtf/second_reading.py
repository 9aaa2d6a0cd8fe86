"""All the text of an RTF document, by a second reading that shares no code with the first.

It knows no styles, tables or notes: only braces, which groups hold no text, and the letters of fonts. Signs
of fonts like Symbol are not among the texts.
"""

import re

_PIECE = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\bin(?P<bin>\d+) ?|\\u(?P<unicode>-?\d+) ?|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\(?P<symbol>[^a-z])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|.",
    re.DOTALL | re.IGNORECASE,
)
_OPENING = re.compile(rb"\s*+(?:(\\\*)\s*+)?\\([a-z]+)", re.IGNORECASE)
_SILENT = frozenset(
    b"""
    fonttbl colortbl stylesheet info pict nonshppict nonesttables shprslt sp xe tc rxe upr
    """.split()
)
_LOUD = frozenset(
    b"""
    annotation moMath shppict shpinst do dptxbxtext shptxt ud footnote fldrslt result shp listtext pntext
    nesttableprops header headerl headerr headerf footer footerl footerr footerf
    """.split()
)
_WORDS = dict(zip(b"emdash endash bullet lquote rquote ldblquote rdblquote".split(), "—–•‘’“”", strict=True))
_SYMBOLS = {b"{": "{", b"}": "}", b"\\": "\\", b"_": "-"}
_SYMBOL = 2
_CHARSETS = {0: "1252", 128: "932", 129: "949", 134: "936", 136: "950", 161: "1253", 162: "1254", 177: "1255"}
_CHARSETS |= {178: "1256", 186: "1257", 204: "1251", 222: "874", 238: "1250", 254: "437", 255: "850"}

_PAGES = frozenset(b"437 850 852 866 874 932 936 949 950".split()) | {b"%d" % at for at in range(1250, 1259)}


def rtf_texts(data: bytes) -> list[str]:
    """Return the texts of a document in order, whoever sees them."""
    whole = (text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in _Scan(data).texts)
    return [text for text in whole if text.strip()]


class _Scan:
    """One way through the bytes; `font`, `skip` and `silent` are those of each group that is open."""

    def __init__(self, data: bytes) -> None:
        self.texts: list[str] = [""]
        page = re.search(rb"\\ansicpg(\d+)", data)
        self.page = f"cp{page[1].decode()}" if page and page[1] in _PAGES else "cp1252"
        self.charsets: dict[int, int] = {}
        self.stack: list[tuple[int, int, bool]] = []
        self.font, self.skip, self.silent = -1, 1, False
        self.bytes = bytearray()
        self.pass_over = 0
        at = 0
        while found := _PIECE.match(data, at):
            at = found.end() + int(found["bin"] or 0)
            self._piece(found, data)
        self._end()

    def _piece(self, found: re.Match[bytes], data: bytes) -> None:
        if found["text"] is not None or found["hex"] is not None:
            raw = found["text"] if found["hex"] is None else bytes.fromhex(found["hex"].decode())
            passed = min(self.pass_over, len(raw))
            self.pass_over -= passed
            self.bytes += raw[passed:]
            return
        if self.pass_over and (found["word"] or found["symbol"]):
            self.pass_over -= 1
            return
        self._end()
        if found["open"]:
            self._open(data, found.end())
        elif found["close"]:
            self.pass_over = 0
            if self.stack:
                self.font, self.skip, self.silent = self.stack.pop()
            self.texts.append("")
        elif found["unicode"]:
            self._add(chr(int(found["unicode"]) & 0xFFFF))
            self.pass_over = self.skip
        elif found["symbol"]:
            self._add(_SYMBOLS.get(found["symbol"], ""))
        elif found["word"]:
            self._word(found["word"], int(found["number"] or 0))

    def _open(self, data: bytes, at: int) -> None:
        self.stack.append((self.font, self.skip, self.silent))
        self.pass_over = 0
        opening = _OPENING.match(data, at)
        if opening:
            name = opening[2]
            quiet = name in _SILENT or (opening[1] is not None and name not in _LOUD)
            self.silent = (self.silent or quiet) and name != b"ud"

    def _word(self, word: bytes, number: int) -> None:
        if word == b"f":
            self.font = number
        elif word == b"fcharset":
            self.charsets[self.font] = number
        elif word == b"plain":
            self.font = -1
        elif word == b"uc":
            self.skip = max(0, number)
        self._add(_WORDS.get(word, ""))

    def _end(self) -> None:
        """Decode the bytes at hand in the letters of their font."""
        if self.bytes:
            charset = self.charsets.get(self.font)
            page = f"cp{_CHARSETS[charset]}" if charset in _CHARSETS else self.page
            self._add(bytes(self.bytes).decode(page, "replace"))
            self.bytes.clear()

    def _add(self, text: str) -> None:
        if text and not self.silent and self.charsets.get(self.font) != _SYMBOL:
            self.texts[-1] += text
