"""Metadata: both standards declared, and XMP and the information dictionary in agreement."""

import io
import re
from xml.etree import ElementTree as ET

import pikepdf

from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.metadata import information, xmp_packet
from support.typesetting import META, rich_pdf


def test_packet_declares_both_standards() -> None:
    """The one rdf:RDF says PDF/A-2a and PDF/UA-1, and describes the property that PDF/A does not know."""
    packet = xmp_packet(META).decode()
    assert packet.count("<rdf:RDF") == 1
    assert "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in packet


def test_packet_lies_open_in_the_file() -> None:
    """The packet is not compressed: archives look for it in the bytes."""
    assert xmp_packet(META) in rich_pdf()


def test_both_places_say_the_same() -> None:
    """Title, author, subject, keywords, producer and dates are equal in XMP and the dictionary."""
    with pikepdf.open(io.BytesIO(rich_pdf())) as pdf:
        info = {key[1:]: str(value) for key, value in pdf.docinfo.items()}
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == info["Title"] == META.title
            assert xmp["dc:creator"] == [info["Author"]] == [META.author]
            assert xmp["dc:description"] == info["Subject"] == META.subject
            assert xmp["pdf:Keywords"] == info["Keywords"] == "stedenband, Wit-Rusland"
            assert xmp["pdf:Producer"] == info["Producer"] == META.producer
            assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-11-21T00:00:00Z"
        assert info["CreationDate"] == info["ModDate"] == "D:20261121000000Z"


def test_title_and_language_are_on_show() -> None:
    """Viewers show the title, not the file's name, and know the language."""
    with pikepdf.open(io.BytesIO(rich_pdf())) as pdf:
        assert pdf.Root.Lang == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.MarkInfo.Marked


def test_hostile_words_stay_words() -> None:
    """Markup and control characters in a title cannot break the packet."""
    meta = DocumentMeta("</rdf:RDF><x>&\x00\x1f\ufffe ✓", "nl-NL", "2026-11-21", "p")
    packet = xmp_packet(meta).decode()
    root = ET.fromstring(re.sub(r"<\?xpacket.*?\?>", "", packet))  # noqa: S314 - our own bytes
    assert "</rdf:RDF><x>& ✓" in "".join(root.itertext())


def test_nothing_is_said_of_what_is_not_known() -> None:
    """Fields that nobody filled are left out, not written empty."""
    meta = DocumentMeta("T", "nl-NL", "2026-11-21", "p")
    assert set(information(meta)) == {"Title", "Creator", "Producer", "CreationDate", "ModDate"}
    assert "dc:creator" not in xmp_packet(meta).decode()
