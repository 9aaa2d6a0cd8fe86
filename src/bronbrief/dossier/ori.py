"""Metadata for council information systems: the VNG ORI model as JSON, and a Flemish fragment of HTML."""

import json
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from bronbrief.spec.council import DocumentType

__all__ = ["CouncilDocument", "DocumentType", "flemish_fragment", "ori_json"]

TITLE_LIMIT = 200
VERSION_LIMIT = 5
HOLDER_LIMIT = 100
# TOOI: "vergaderstuk decentrale overheid", Woo article 3.3, second paragraph, under c.
WOO_CATEGORY = "c_db4862c3"
# ISO 639-2/B, as the ORI model asks.
_LANGUAGES = {"nl": "dut", "en": "eng"}
_PREFIXES = (
    "dct: http://purl.org/dc/terms/ eli: http://data.europa.eu/eli/ontology# foaf: http://xmlns.com/foaf/0.1/"
)


@dataclass(frozen=True, slots=True)
class CouncilDocument:
    """What a council information system is told of one file; what nobody filled is None."""

    title: str
    file_name: str
    document_type: DocumentType
    lang: str
    version: str
    date: str
    media_type: str = "application/pdf"
    author: str | None = None
    organisation: str | None = None
    description: str | None = None
    confidentiality: str | None = None
    portfolio_holder: str | None = None
    agenda_item: str | None = None
    meeting: str | None = None
    file_number: str | None = None


def ori_json(document: CouncilDocument) -> bytes:
    """Write the metadata as an ORI InformatieObject; fields without a value are left out."""
    fields = {
        "titel": document.title[:TITLE_LIMIT],
        "informatieobjecttype": document.document_type.value,
        "formaat": document.media_type,
        "bestandsnaam": document.file_name,
        "taal": _LANGUAGES.get(document.lang.partition("-")[0]),
        "versie": document.version[:VERSION_LIMIT],
        "creatiedatum": document.date,
        "auteur": document.author,
        "bronorganisatie": document.organisation,
        "omschrijving": document.description,
        "vertrouwelijkheidsaanduiding": document.confidentiality,
        "portefeuillehouder": document.portfolio_holder and document.portfolio_holder[:HOLDER_LIMIT],
        "agendapunten": [document.agenda_item] if document.agenda_item else None,
        "vergaderingen": [document.meeting] if document.meeting else None,
        "zaken": [{"zaakidentificatie": document.file_number}] if document.file_number else None,
        "wooInformatiecategorie": WOO_CATEGORY,
    }
    filled = {name: value for name, value in fields.items() if value is not None}
    return (json.dumps(filled, ensure_ascii=False, indent=2) + "\n").encode()


def flemish_fragment(document: CouncilDocument) -> bytes:
    """Write a link for a Flemish agenda item: a foaf:Document, never a decision (besluit:Besluit)."""
    properties = {
        "dct:title": document.title,
        "dct:language": document.lang,
        "dct:date": document.date,
    }
    metas = "".join(
        f'\n  <meta property="{name}" content="{escape(value)}">' for name, value in properties.items()
    )
    href = escape(quote(document.file_name))
    return (
        f'<p prefix="{_PREFIXES}">\n'
        f'  <a property="eli:related_to" href="{href}" resource="{href}" typeof="foaf:Document">'
        f"{escape(document.file_name)}</a>\n"
        f'  <span resource="{href}">{metas}\n  </span>\n</p>\n'
    ).encode()
