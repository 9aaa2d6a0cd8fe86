"""The metadata of a PDF: XMP and the information dictionary, saying the same (ISO 19005-2, 6.6).

One packet declares PDF/A-2a and PDF/UA-1. The extension schema describes the property that PDF/A does not
know. The packet is not compressed, so that archives can identify the file (PRONOM fmt/476).
"""

from xml.sax.saxutils import escape

import pydyf

from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.engine_types import Pdf

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
{properties}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def xmp_packet(meta: DocumentMeta) -> bytes:
    """Return the XMP packet, in UTF-8."""
    time = f"{meta.date}T00:00:00Z"
    properties = [
        _alternative("dc:title", meta.title),
        f"<dc:language><rdf:Bag><rdf:li>{escape(meta.lang)}</rdf:li></rdf:Bag></dc:language>",
        _simple("xmp:CreateDate", time),
        _simple("xmp:ModifyDate", time),
        _simple("xmp:CreatorTool", meta.creator),
        _simple("pdf:Producer", meta.producer),
        _sequence("dc:creator", "Seq", (meta.author,) if meta.author else ()),
        _alternative("dc:description", meta.subject),
        _sequence("dc:subject", "Bag", meta.keywords),
        _simple("pdf:Keywords", ", ".join(meta.keywords)),
    ]
    return _PACKET.format(properties="\n".join(filter(None, properties))).encode()


def information(meta: DocumentMeta) -> dict[str, str]:
    """Return the entries of the information dictionary, equal to the packet's."""
    time = f"D:{meta.date.replace('-', '')}000000Z"
    entries = {
        "Title": meta.title,
        "Author": meta.author,
        "Subject": meta.subject,
        "Keywords": ", ".join(meta.keywords),
        "Creator": meta.creator,
        "Producer": meta.producer,
        "CreationDate": time,
        "ModDate": time,
    }
    return {key: value for key, value in entries.items() if value}


def write_metadata(pdf: Pdf, meta: DocumentMeta) -> None:
    """Put the metadata in a PDF, in place of the engine's, with its language and its title on show."""
    packet = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    packet.stream, packet.compress = [xmp_packet(meta)], False
    pdf.info.clear()
    pdf.info.update({key: pydyf.String(value) for key, value in information(meta).items()})
    pdf.catalog["Lang"] = pydyf.String(meta.lang)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(_legal(value))}</{name}>" if value else ""


def _alternative(name: str, value: str) -> str:
    text = escape(_legal(value))
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></{name}>' if text else ""


def _sequence(name: str, kind: str, values: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{escape(_legal(value))}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _legal(text: str) -> str:
    """Leave out the characters that XML 1.0 forbids."""
    return "".join(char for char in text if char in "\t\n\r" or char >= " ").replace("\ufffe", "")
