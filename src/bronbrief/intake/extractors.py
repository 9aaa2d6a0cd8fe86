"""One extractor for each kind of document: bytes to text and the facts that the document states.

They run in the child process of `extraction.py`; the libraries are imported only there.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from importlib.metadata import version
from types import MappingProxyType
from xml.etree import ElementTree as ET

from bronbrief.intake.dates import plain_date
from bronbrief.intake.refusal import Refusal

Answer = dict[str, object]

UNPACKED_LIMIT = 256 << 20
PART_LIMIT = 64 << 20
PARTS_LIMIT = 5000
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_STYLES = "p[style-name='Title'] => h1:fresh"
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def from_text(data: bytes) -> Answer:
    """Read plain text: UTF-8 as it is, else UTF-16 with its mark, else Windows-1252."""
    try:
        return {"text": data.decode("utf-8-sig"), "extractor": ""}
    except UnicodeDecodeError:
        pass
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encoding = "utf-16" if wide else "cp1252"
    if b"\0" in data and not wide:
        raise Refusal("document-unreadable", "no text")
    text = data.decode(encoding)
    return {"text": _clean(text), "extractor": f"Bronbrief, {'UTF-16' if wide else 'Windows-1252'} to UTF-8"}


def from_markdown(data: bytes) -> Answer:
    """Read Markdown (CommonMark with tables): the text that it prints, without its marks."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only in the child process

    text = _FRONT_MATTER.sub("", str(from_text(data)["text"]).replace("\r\n", "\n"))
    html = MarkdownIt("commonmark").enable("table").render(text)
    answer = _from_page(f"<!doctype html><body>{html}")
    return answer | {"extractor": f"markdown-it-py {version('markdown-it-py')}"}


def from_html(data: bytes) -> Answer:
    """Read a web page: the text of its main part, and what its metadata say.

    Bytes that are UTF-8 are read so, whatever the page declares or fails to; others as HTML prescribes.
    """
    try:
        page: bytes | str = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        page = data
    return _from_page(page) | {"extractor": f"tinyhtml5 {version('tinyhtml5')}"}


def from_docx(data: bytes) -> Answer:
    """Read a Word document: its text with footnotes, and the properties of the file."""
    import mammoth  # noqa: PLC0415 - only in the child process

    facts = _office_facts(data)
    no_image = mammoth.images.img_element(lambda _: {"src": ""})
    html = mammoth.convert_to_html(
        io.BytesIO(data),
        convert_image=no_image,
        style_map=_STYLES,
        include_embedded_style_map=False,  # a document has no say in what is read of it
    ).value
    answer = _from_page(f"<!doctype html><body>{html}")
    inside = answer["facts"]
    merged = facts | (inside if isinstance(inside, dict) else {})
    return answer | {"facts": merged, "extractor": f"mammoth {version('mammoth')}"}


def from_pdf(data: bytes) -> Answer:
    """Read a PDF: the text of its pages, with a form feed between two pages, and its properties."""
    from bronbrief.intake.pdf_reader import read_pdf  # noqa: PLC0415 - only in the child process

    return read_pdf(data)


def _from_page(page: bytes | str) -> Answer:
    from bronbrief.intake.html_text import read_page  # noqa: PLC0415 - only in the child process

    text, facts, calls = read_page(page)
    return {
        "text": _clean(text),
        "facts": _known(facts),
        "left_out": [{"reason": "note-call", "text": call} for call in calls],
    }


def _office_facts(data: bytes) -> dict[str, str]:
    """Refuse bombs and declarations of entities, and read the properties (ECMA-376, part 2)."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise Refusal("document-unreadable", "not a Word document") from error
    with package:
        parts = package.infolist()
        total = sum(part.file_size for part in parts)
        if len(parts) > PARTS_LIMIT or total > UNPACKED_LIMIT or any(p.file_size > PART_LIMIT for p in parts):
            raise Refusal("document-hostile", f"{total >> 20} MiB")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")) and _DECLARATION.search(package.read(part)):
                raise Refusal("document-hostile", part.filename)
        if "docProps/core.xml" not in package.namelist():
            return {}
        core = ET.fromstring(package.read("docProps/core.xml"))  # noqa: S314 - declarations are refused above
    facts = {name: core.findtext(f"{_DUBLIN}{name}") or "" for name in ("title", "language")}
    facts["author"] = core.findtext(f"{_DUBLIN}creator") or ""
    facts["made"] = plain_date(core.findtext(f"{_TERMS}created") or "")
    return _known({("lang" if key == "language" else key): value for key, value in facts.items()})


def _known(facts: Mapping[str, str]) -> dict[str, str]:
    return {key: " ".join(value.split())[:1000] for key, value in facts.items() if value.strip()}


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text)


EXTRACTORS: Mapping[str, Callable[[bytes], Answer]] = MappingProxyType(
    {
        ".txt": from_text,
        ".md": from_markdown,
        ".markdown": from_markdown,
        ".html": from_html,
        ".htm": from_html,
        ".xhtml": from_html,
        ".pdf": from_pdf,
        ".docx": from_docx,
    }
)
SUFFIXES = tuple(EXTRACTORS)
