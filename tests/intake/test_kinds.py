"""A document is known by what it holds; its name counts where that says nothing."""

import io
import zipfile

import pytest

from bronbrief.intake.kinds import kind_of
from support.documents import docx
from support.open_documents import flat_odt, odt


def zipped(*names: str) -> bytes:
    """Make an archive with parts of these names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return written.getvalue()


MHTML = (
    b"From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"
)


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"%PDF-1.7\n", "", ".pdf"),
        (b"{\\rtf1 x}", ".doc", ".rtf"),
        (b"{\\rtf1 x}", ".txt", ".rtf"),
        (docx(["x"]), ".doc", ".docx"),
        (docx(["x"]), ".docm", ".docm"),
        (odt("x"), ".zip", ".odt"),
        (zipped("x.txt"), ".zip", ".zip"),
        (flat_odt("x"), ".xml", ".fodt"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><gemeenteblad/>", "", ".xml"),
        (b"<!DOCTYPE x SYSTEM 'x.dtd' [<!ELEMENT x ANY>]><kamerstuk/>", ".txt", ".txt"),
        (b"<!DOCTYPE x SYSTEM 'x.dtd'><kamerstuk/>", ".xml", ".xml"),
        (b"<!doctype html><p>x", ".doc", ".html"),
        (b"<html xmlns='x'><body/></html>", ".xml", ".html"),
        ("\ufeff<html></html>".encode("utf-16-le"), "", ".html"),
        (MHTML, ".html", ".eml"),
        (MHTML, "", ".eml"),
        (MHTML, ".txt", ".txt"),
        (b'  {"text": "x"}', "", ".json"),
        (b"<html>niet gevonden</html>", ".pdf", ".pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".rtf", ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".msg", ".msg"),
        (b"gewone tekst", "", ""),
        (b"", ".docx", ".docx"),
    ],
)
def test_the_kind_is_in_the_bytes(data: bytes, suffix: str, kind: str) -> None:
    """Markup, archives and mails are known by how they begin; plain text is what its name says."""
    assert kind_of(data, suffix) == kind
