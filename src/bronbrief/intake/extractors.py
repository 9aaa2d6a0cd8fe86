"""One extractor for each kind of document: bytes to text and the facts that the document states.

They run in the child process of `extraction.py`; the libraries are imported only there.
"""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version
from types import MappingProxyType
from typing import TYPE_CHECKING

from bronbrief.intake.dates import plain_date
from bronbrief.intake.refusal import Refusal

if TYPE_CHECKING:
    from bronbrief.intake.html.text import Page

Answer = dict[str, object]

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_WIDE = (
    *((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")),
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
)
_ENCODED = re.compile(rb"charset|\A\xff\xfe|\A\xfe\xff", re.IGNORECASE)


def from_text(data: bytes) -> Answer:
    """Read plain text: UTF-8 as it is, UTF-16 or UTF-32 with its mark, else by a guess Windows-1252."""
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), "")
    text = data.decode(wide) if wide else ""
    if b"\0" in data and (not wide or "\0" in text):
        raise Refusal("document-unreadable", "no text")
    if wide:
        return {"text": text, "extractor": f"Bronbrief, {wide.upper()} to UTF-8"}
    with suppress(UnicodeDecodeError):
        return {"text": data.decode("utf-8-sig"), "extractor": ""}
    text = data.decode("cp1252")
    guess = [word for word in text.split() if not word.isascii()]
    return {"text": text, "extractor": "Bronbrief, Windows-1252 to UTF-8", "guessed": guess}


def from_markdown(data: bytes, changes: str = "") -> Answer:
    """Read Markdown: the text that it prints, without its marks; its front matter gives facts."""
    from bronbrief.intake.html.text import read_page  # noqa: PLC0415 - only in the child process
    from bronbrief.intake.markdown_text import lost_words, print_markdown  # noqa: PLC0415

    decoded = from_text(data)
    text = str(decoded["text"]).replace("\r\n", "\n").replace("\r", "\n")
    printed = print_markdown(text)
    read = read_page(printed.page, changes)
    facts = read.facts | printed.facts | {"date": plain_date(printed.facts.get("date", ""))}
    left_out = [*read.left_out]
    if printed.front_matter:
        left_out.insert(0, {"reason": "metadata", "text": printed.front_matter})
    lost = lost_words(text, printed, [read.text, *(one["text"] for one in read.left_out)])
    answer = _answer(replace(read, facts=facts, left_out=left_out, lost=[*read.lost, *lost]))
    return decoded | answer | {"extractor": f"markdown-it-py {version('markdown-it-py')}"}


def from_html(data: bytes, changes: str = "") -> Answer:
    """Read a web page: the text of its main part, and what its metadata say.

    Bytes that are UTF-8 are read so, whatever the page declares or fails to; others as HTML prescribes.
    """
    try:
        page: bytes | str = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        page = data
    answer = _from_page(page, changes) | {"extractor": f"tinyhtml5 {version('tinyhtml5')}"}
    if isinstance(page, bytes) and not _ENCODED.search(data[:1024]):
        answer["guessed"] = [word for word in str(answer["text"]).split() if not word.isascii()]
    return answer


def from_word(data: bytes, changes: str = "") -> Answer:
    """Read a Word document in one of its versions: its text with notes, and the properties of the file."""
    from bronbrief.intake.word.document import read_word  # noqa: PLC0415 - only in the child process

    return _cleaned(read_word(data, changes))


def from_odt(data: bytes, changes: str = "") -> Answer:
    """Read an OpenDocument text in one of its versions."""
    from bronbrief.intake.odt.document import read_odt  # noqa: PLC0415 - only in the child process

    return _cleaned(read_odt(data, changes))


def from_rtf(data: bytes, changes: str = "") -> Answer:
    """Read an RTF document in one of its versions."""
    from bronbrief.intake.rtf.document import read_rtf  # noqa: PLC0415 - only in the child process

    return _cleaned(read_rtf(data, changes))


def from_mail(data: bytes, changes: str = "") -> Answer:
    """Read a mail, or a page that was saved as one: what is shown of it, and its headers as facts."""
    from bronbrief.intake.mail import read_mail  # noqa: PLC0415 - only in the child process

    return _cleaned(read_mail(data, changes))


def from_xml(data: bytes, changes: str = "") -> Answer:
    """Read a publication of a Dutch authority in its own XML."""
    from bronbrief.intake.official_xml import read_official  # noqa: PLC0415 - only in the child process

    return _cleaned(read_official(data, changes))


def from_json(data: bytes) -> Answer:
    """Read a document that Open Raadsinformatie answered: its text, and what is said of it."""
    from bronbrief.intake.council_json import read_council_json  # noqa: PLC0415 - only in the child process

    return _cleaned(read_council_json(data))


def from_pdf(data: bytes, changes: str = "") -> Answer:
    """Read a PDF: the text of its pages, with a form feed between two pages, and its properties."""
    from bronbrief.intake.pdf.reader import read_pdf  # noqa: PLC0415 - only in the child process

    return read_pdf(data, changes)


def _from_page(page: bytes | str, changes: str = "") -> Answer:
    from bronbrief.intake.html.text import read_page  # noqa: PLC0415 - only in the child process

    return _answer(read_page(page, changes))


def _answer(read: "Page") -> Answer:
    answer: Answer = {"text": _clean(read.text), "facts": _known(read.facts), "left_out": read.left_out}
    return answer | {"choices": read.choices, "unaccounted": read.lost}


def _cleaned(answer: Answer) -> Answer:
    facts = answer["facts"]
    known = _known(facts) if isinstance(facts, dict) else {}
    return answer | {"text": _clean(str(answer["text"])), "facts": known}


def _known(facts: Mapping[str, str]) -> dict[str, str]:
    return {key: " ".join(value.split())[:1000] for key, value in facts.items() if value.strip()}


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)


EXTRACTORS: Mapping[str, Callable[..., Answer]] = MappingProxyType(
    {
        ".txt": from_text,
        ".md": from_markdown,
        ".markdown": from_markdown,
        ".html": from_html,
        ".htm": from_html,
        ".xhtml": from_html,
        ".pdf": from_pdf,
        ".docx": from_word,
        ".docm": from_word,
        ".odt": from_odt,
        ".ott": from_odt,
        ".fodt": from_odt,
        ".rtf": from_rtf,
        ".xml": from_xml,
        ".json": from_json,
        ".eml": from_mail,
        ".mhtml": from_mail,
        ".mht": from_mail,
    }
)
SUFFIXES = tuple(EXTRACTORS)
# Documents that may hold two versions of a text; their extractors also take which of them is wanted.
VERSIONED = frozenset(SUFFIXES) - {".txt", ".json"}


def answer(asked: str, data: bytes) -> bytes:
    """Read a document, of the ending and in the version that is asked for, and answer in JSON."""
    suffix, _, changes = asked.partition(" ")
    try:
        read = EXTRACTORS[suffix]
        found: object = read(data, changes) if suffix in VERSIONED else read(data)
    except Refusal as refusal:
        found = {"code": refusal.code, "reason": refusal.reason, "differences": refusal.differences}
    text = json.dumps(found, ensure_ascii=False)
    # Half a character, as some encodings and escapes have it, is none: U+FFFD shows that something was there.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
