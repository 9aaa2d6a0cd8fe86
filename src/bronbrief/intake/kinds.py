"""What kind of document a file is: by what it holds, and where that is silent by the ending of its name."""

import re

_ZIP, _OLE, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
_ODF_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_WORD = frozenset([".docx", ".docm"])
_AS_NAMED = frozenset([".txt", ".md", ".markdown", ".pdf", ".odt", ".ott", *_WORD])
_MAIL = frozenset([".eml", ".mht", ".mhtml"])
_HEAD = 4096
_MARKUP = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>\s*)*+<([A-Za-z][\w.:-]*)", re.DOTALL
)
_FIELD = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type):", re.IGNORECASE)


def kind_of(data: bytes, suffix: str) -> str:
    """Return the ending under which a file of this kind is read, given the ending of its name.

    Plain text stays text, and a page under the name of a PDF is the page that came in its place.
    """
    if data.startswith(_PDF):
        return ".pdf"
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(_ZIP):
        return _of_archive(data, suffix)
    if data.startswith(_OLE):
        return ".doc" if suffix in {".rtf", ".odt", ".ott"} else suffix
    return suffix if suffix in _AS_NAMED else _of_text(data, suffix)


def _of_archive(data: bytes, suffix: str) -> str:
    if data[30:].startswith(_ODF_TYPE):
        return ".odt"
    if b"[Content_Types].xml" in data and b"word/" in data and suffix not in _WORD:
        return ".docx"
    return suffix


def _of_text(data: bytes, suffix: str) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    head = data[:_HEAD].decode("utf-16" if wide else "utf-8-sig", "replace").removeprefix("\ufeff")
    root = found[1] if (found := _MARKUP.match(head)) else ""
    if root == "office:document":
        return ".fodt"
    if root.lower() == "html" or head.lstrip()[:14].lower() == "<!doctype html":
        return ".html"
    if root and suffix not in {".html", ".htm", ".xhtml"} | _MAIL:
        return ".xml"
    if suffix in {"", ".json", ".jsonld"} and head.lstrip()[:1] in {"{", "["}:
        return ".json"
    if _FIELD.match(head.replace("\r\n", "\n").lstrip("\n")):
        return ".eml"
    return suffix
