"""An RTF document as a page, in one version (RTF 1.9.1, “Contents of an RTF File”), and to its text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from locale import windows_locale

from bronbrief.intake.converted import Converted, read_versions
from bronbrief.intake.extractors import Answer, ExtractionError
from bronbrief.intake.page_writer import TAB, Look
from bronbrief.intake.rtf import words as known
from bronbrief.intake.rtf.destinations import Destinations
from bronbrief.intake.rtf.second_reading import rtf_texts
from bronbrief.intake.rtf.state import shade
from bronbrief.intake.rtf.tokens import CLOSE, OPEN, SETS, Font, Token, codec_of, tokens
from bronbrief.intake.word.styles import HEADING

_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_NO_FONT = Font()


@dataclass(slots=True)
class Reader(Destinations):
    """Follows the tokens of a document, and gathers what it says of fonts, colours and styles."""

    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    codec: str = "cp1252"
    _bytes: bytearray = field(default_factory=bytearray)
    _starred: bool = False
    _skipped: int = 0
    _high: int = 0
    _rgb: dict[str, int] = field(default_factory=dict)

    def read(self, document: Iterable[Token]) -> None:
        """Read all tokens."""
        for token in document:
            if token is OPEN or token is CLOSE:
                self._flush()
                self._skipped, self._starred = 0, False
                if token is OPEN:
                    self.open_group()
                elif self.groups:
                    self.close_group()
            elif token.data:
                skipped = min(self._skipped, len(token.data))
                self._skipped -= skipped
                self._bytes += token.data[skipped:]
            elif self._skipped:
                self._skipped -= 1
            else:
                self._flush()
                self._word(token.word, token.number)
        self._flush()
        while self.groups:
            self.close_group()
        self.shown.finish()

    def _flush(self) -> None:
        """Decode the bytes that were gathered, which may be half a character each."""
        if not self._bytes:
            return
        data = bytes(self._bytes)
        self._bytes.clear()
        text, unknown = self._at_hand().read(data, self.codec)
        self._say(text.replace("\t", TAB))
        if unknown and not self.state.where:
            self.shown.writer.tell("unsupported", unknown.decode("cp1252", "replace"))

    def _say(self, text: str) -> None:
        """Take text in where its destination has it."""
        where, signs = self.state.where, self._at_hand().of_signs
        if not where:
            for one in self.fields[-1:] if self.state.fields else ():
                one.shows = one.shows or bool(text.strip())
            self.shown.text("" if signs else text, self.look(), self.state, self._level())
            if signs:
                self.shown.writer.add(text, self.look())
        elif where.startswith(known.TOLD):
            self.shown.writer.text(text, Look(reason=where.removeprefix(known.TOLD)))
        elif where == known.LISTED and signs:
            self.shown.signs += text
        elif where == "fldinst" and self.fields:
            self.fields[-1].code += text
        else:
            self._keep(where, text)

    def _keep(self, where: str, text: str) -> None:
        """Gather the names of fonts and styles, the colours, and what else a document says of itself."""
        if where == "fonttbl":
            self._font().name += text.partition(";")[0]
        elif where == "stylesheet":
            self.styles[self.state.style] = self.styles.get(self.state.style, "") + text
        elif where == "colortbl":
            for _ in range(text.count(";")):
                said = (self._rgb.get(one, 0) for one in ("red", "green", "blue"))
                self.colours.append("#{:02x}{:02x}{:02x}".format(*said) if self._rgb else "")
                self._rgb = {}
        else:
            self.kept[where] = self.kept.get(where, "") + text

    def _level(self) -> int:
        """Return the level of the heading at hand; 0 where it is none."""
        name = self.styles.get(self.state.style, "").strip(" ;").lower()
        found = HEADING.fullmatch(name)
        return self.state.level or (int(found[1]) if found else int(name == "title"))

    def _at_hand(self) -> Font:
        return self.fonts.get(self.state.font, _NO_FONT)

    def _font(self) -> Font:
        return self.fonts.setdefault(self.state.font, Font())

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, word == "*"
        if word == "*" or self.goes(word, starred=starred):
            return
        if word == "u":
            self._unicode((number or 0) & 0xFFFF)
        elif word in known.CHARACTERS:
            self._say(known.CHARACTERS[word])
        elif not self.state.set(word, number):
            self._define(word, 0 if number is None else number)
            if not self.state.where:
                self._structure(word, number or 0)
            elif word in {"par", "cell"} and self.state.where.startswith(known.TOLD):
                self._say(" ")

    def _unicode(self, code: int) -> None:
        """Take in a character by its number, and pass over what stands there for older readers."""
        self._skipped = self.state.uc
        if code in _HIGH:
            self._high = code
            return
        if code in _LOW:
            high, self._high = self._high, 0
            code = 0x10000 + ((high - _HIGH.start) << 10) + (code - _LOW.start) if high else 0xFFFD
        self._say(self._at_hand().sign(chr(code)))

    def _define(self, word: str, number: int) -> None:
        """Follow a word that says something of a font, a colour, a field or the whole document."""
        where = self.state.where
        if word == "ansicpg" or word in SETS:
            self.codec = codec_of(number) if word == "ansicpg" else SETS[word]
        elif where == "fonttbl" and word == "fcharset":
            self._font().charset = number
        elif where == "fonttbl" and word == "cpg":
            self._font().codec = codec_of(number)
        elif where == "colortbl":
            self._rgb[word] = max(0, min(number, 255))
        elif where == "formfield" and self.fields:
            self.fields[-1].numbers[word] = number
        elif where == "creatim" or word == "deflang":
            self.numbers[word] = number
        else:
            self.shown.define_notes(word, number)

    def _structure(self, word: str, number: int) -> None:
        """Follow a word that ends a paragraph, a cell or a row, or shows what is worked out each time."""
        shown, tables = self.shown, self.shown.tables
        depth = max(2, self.state.depth)
        if word in {"par", "cell", "nestcell"}:
            shown.end_paragraph(self.look() if word == "par" else Look(), self.state, self._level())
        if word == "sect":
            shown.end_section()
        elif word in {"cell", "nestcell"}:
            tables.end_cell(1 if word == "cell" else depth)
        elif word in {"row", "nestrow"}:
            tables.end_row(1 if word == "row" else depth)
        elif word in {"trowd", "clcbpat", "cellx"}:
            if self.state.depth <= 1:
                tables.define(word, shade(self.colours, number))
        elif word == "chftn":
            shown.call_note(self.state, self._level())
        elif word == "ftnalt":
            shown.kind = "aftn"
        elif word in {"chpgn", "chdate", "chtime", "chdpl", "chdpa", "sectnum"}:
            shown.writer.tell("unsupported", f"\\{word}")


def read_rtf(data: bytes, changes: str = "") -> Answer:
    """Read an RTF document."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ExtractionError("document-unreadable", "no {\\rtf")
    texts = rtf_texts(data)

    def convert(accept: bool) -> Converted:  # noqa: FBT001 - one of the two versions
        reader = Reader(accept)
        reader.read(tokens(data))
        writer = reader.shown.writer
        return Converted(writer.page(css="color:auto"), writer.added, reader.shown.taken, _facts(reader))

    return read_versions(convert, texts, changes, "RTF")


def _facts(reader: Reader) -> dict[str, str]:
    language = windows_locale.get(reader.numbers.get("deflang", 0), "")
    return {
        "title": reader.kept.get("title", "").strip(),
        "author": reader.kept.get("author", "").strip(),
        "lang": language.replace("_", "-"),
        "made": _day(*(reader.numbers.get(one, 0) for one in ("yr", "mo", "dy"))),
    }


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
