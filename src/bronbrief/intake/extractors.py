"""One extractor for each kind of document: bytes to text and the facts that the document states.

They run in the child process of `extraction.py`; the libraries are imported only there.
"""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_FACT_LENGTH = 1000
_WIDE = (
    *((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")),
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
)


@dataclass(frozen=True)
class Answer:
    """What was read of a document: its text, and the facts that it states, by key of a record.

    `extractor` names what read it, and is empty where the file is the text, byte for byte. `left_out` are
    reasons, each with words that are not in the text for it; `unaccounted` are texts that are neither there
    nor in the text, and `added` is what the text has that the document does not hold as text. `choices` are
    what the author decided, by key of a record. `guessed` are words that depend on a guessed encoding. `ocr`
    tells that software read it from pictures.
    """

    text: str
    extractor: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    unaccounted: list[str] = field(default_factory=list)
    added: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    guessed: list[str] = field(default_factory=list)
    ocr: bool = False


class ExtractionError(Exception):
    """A document that cannot be read: the code of a finding, and a reason in the words of a library.

    `differences` shows what two versions of a document do not share, a line for each place.
    """

    def __init__(self, code: str, reason: str = "", differences: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason
        self.differences = differences


def from_text(data: bytes, _changes: str = "") -> Answer:
    """Read plain text: UTF-8 as it is, UTF-16 or UTF-32 with its mark, else by a guess Windows-1252."""
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), "")
    text = data.decode(wide) if wide else ""
    if b"\0" in data and (not wide or "\0" in text):
        raise ExtractionError("document-unreadable", "no text")
    if wide:
        return Answer(text, f"Bronbrief, {wide.upper()} to UTF-8")
    with suppress(UnicodeDecodeError):
        return Answer(data.decode("utf-8-sig"))
    text = data.decode("cp1252")
    return Answer(text, "Bronbrief, Windows-1252 to UTF-8", guessed=beyond_ascii(text))


def beyond_ascii(text: str) -> list[str]:
    """Return the words with letters that depend on the encoding."""
    return [word for word in text.split() if not word.isascii()]


def _read(reader: str, data: bytes, changes: str = "") -> Answer:
    """Read a document with a function of a module that is imported only now."""
    module, _, function = reader.partition(":")
    read: Answer = getattr(import_module(f"bronbrief.intake.{module}"), function)(data, changes)
    said = {key: " ".join(value.split())[:_FACT_LENGTH] for key, value in read.facts.items()}
    facts = {key: value for key, value in said.items() if value}
    return replace(read, text=_CONTROLS.sub("", read.text), facts=facts)


_READERS = {
    "markdown_text:read_markdown": [".md", ".markdown"],
    "html.text:read_html": [".html", ".htm", ".xhtml"],
    "pdf.reader:read_pdf": [".pdf"],
    "word.document:read_word": [".docx", ".docm"],
    "odt.document:read_odt": [".odt", ".ott", ".fodt"],
    "rtf.document:read_rtf": [".rtf"],
    "official_xml:read_official": [".xml"],
    "council_json:read_council_json": [".json"],
    "mail:read_mail": [".eml", ".mhtml", ".mht"],
}
EXTRACTORS: dict[str, Callable[..., Answer]] = {".txt": from_text}
for _reader, _suffixes in _READERS.items():
    EXTRACTORS |= dict.fromkeys(_suffixes, partial(_read, _reader))
SUFFIXES = tuple(EXTRACTORS)


def answer(asked: str, data: bytes) -> bytes:
    """Read a document, of the ending and in the version that is asked for, and answer in JSON."""
    suffix, _, changes = asked.partition(" ")
    try:
        found = vars(EXTRACTORS[suffix](data, changes))
    except ExtractionError as error:
        found = vars(error)
    text = json.dumps(found, ensure_ascii=False)
    # Half a character, as some encodings and escapes have it, is none: U+FFFD shows that something was there.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
