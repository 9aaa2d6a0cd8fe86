"""Metadata for council information systems: the VNG ORI model as JSON, and a Flemish fragment of HTML."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from bronbrief.core.json_files import to_json
from bronbrief.core.renditions import MEDIA_TYPES
from bronbrief.dossier.rules import Organisation
from bronbrief.spec.council import DocumentType

TITLE_LIMIT = 200
# What the ORI model (2.0.0-beta.4) takes of each field, in characters.
LIMITS: Mapping[str, int] = {"titel": TITLE_LIMIT, "auteur": 200, "versie": 5, "portefeuillehouder": 100}
# TOOI, Woo article 3.3, second paragraph, under a and c, by their labels.
RECEIVED = ("c_8c840238", "bij vertegenwoordigende organen ingekomen stukken")
MEETING_PAPER = ("c_db4862c3", "vergaderstukken decentrale overheden")
TOOI = "https://identifier.overheid.nl/tooi/"
# ISO 639-2/B, as the ORI model asks.
_LANGUAGES = {"nl": "dut", "en": "eng"}
_PREFIXES = (
    "dct: http://purl.org/dc/terms/ eli: http://data.europa.eu/eli/ontology# foaf: http://xmlns.com/foaf/0.1/"
    " nfo: http://www.semanticdesktop.org/ontologies/2007/03/22/nfo# xsd: http://www.w3.org/2001/XMLSchema#"
)


@dataclass(frozen=True, slots=True)
class CouncilDocument:
    """What a council information system is told of one PDF; what nobody filled is None.

    `identifier` names the record and `size` counts bytes; `public` tells whether it may be published at all.
    """

    title: str
    file_name: str
    document_type: DocumentType
    lang: str
    version: str
    date: str
    identifier: str
    size: int
    public: bool = True
    url: str | None = None
    published: str | None = None
    author: str | None = None
    organisation: Organisation = field(default_factory=Organisation)
    description: str | None = None
    keywords: tuple[str, ...] = ()
    confidentiality: str | None = None
    portfolio_holder: str | None = None
    agenda_item: str | None = None
    meeting: str | None = None
    sent: str | None = None
    file_number: str | None = None

    @property
    def woo_category(self) -> tuple[str, str]:
        """Return the code and the label of its Woo category (TOOI)."""
        return RECEIVED if self.document_type is DocumentType.RECEIVED else MEETING_PAPER


def ori_json(document: CouncilDocument) -> tuple[bytes, tuple[str, ...]]:
    """Write the metadata as an ORI InformatieObject, and name the fields that had to be shortened.

    Fields without a value are left out.
    """
    fields = {
        "identificatie": document.identifier,
        "titel": document.title,
        "informatieobjecttype": document.document_type.value,
        "formaat": MEDIA_TYPES["pdf"],
        "bestandsnaam": document.file_name,
        "taal": _LANGUAGES[document.lang.partition("-")[0]],
        "versie": _without_diacritics(document.version),
        "creatiedatum": document.date,
        "datumIngediend": document.sent,
        "auteur": document.author,
        "organisatie": _organisation(document.organisation),
        "bronorganisatie": document.organisation.name,
        "omschrijving": document.description,
        "vertrouwelijkheidsaanduiding": document.confidentiality,
        "portefeuillehouder": document.portfolio_holder,
        "agendapunten": [document.agenda_item] if document.agenda_item else None,
        "vergaderingen": [document.meeting] if document.meeting else None,
        "zaken": [{"zaakidentificatie": document.file_number}] if document.file_number else None,
        "wooInformatiecategorie": document.woo_category[0] if document.public else None,
        "inhoudLink": document.url,
    }
    filled = {name: value for name, value in fields.items() if value is not None}
    long = tuple(name for name, limit in LIMITS.items() if len(str(filled.get(name, ""))) > limit)
    filled |= {name: shortened(str(filled[name]), LIMITS[name]) for name in long}
    return to_json(filled), long


def shortened(text: str, limit: int) -> str:
    """Cut a text to a number of characters, at a word where there is one, and say so by an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + "…"


def _organisation(organisation: Organisation) -> dict[str, str] | None:
    """Name an organisation as ORI does: its kind with its code, such as gemeente and gm0109."""
    kind, _, code = (organisation.identifier or "").removeprefix(f"{TOOI}id/").partition("/")
    if not (organisation.identifier or "").startswith(f"{TOOI}id/") or not code:
        return None
    return {kind: code, **({"naam": organisation.name} if organisation.name else {})}


def _without_diacritics(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isascii())


def flemish_fragment(document: CouncilDocument) -> bytes:
    """Write a link for a Flemish agenda item: a foaf:Document, never a decision (besluit:Besluit)."""
    properties: tuple[tuple[str, str | None, str], ...] = (
        ("dct:title", document.title, ""),
        ("dct:identifier", document.identifier, ""),
        ("dct:language", document.lang, ""),
        ("dct:date", document.date, "xsd:date"),
        ("dct:issued", document.published, "xsd:date"),
        ("dct:publisher", document.organisation.name, ""),
        ("dct:format", MEDIA_TYPES["pdf"], ""),
        ("nfo:fileSize", str(document.size), "xsd:integer"),
    )
    metas = "".join(
        f'\n  <meta property="{name}"{f" datatype={chr(34)}{kind}{chr(34)}" if kind else ""}'
        f' content="{escape(value)}">'
        for name, value, kind in properties
        if value
    )
    href = escape(document.url or quote(document.file_name))
    return (
        f'<p prefix="{_PREFIXES}">\n'
        f'  <a property="eli:related_to" href="{href}" resource="{href}" typeof="foaf:Document">'
        f"{escape(document.file_name)}</a>\n"
        f'  <span resource="{href}">{metas}\n  </span>\n</p>\n'
    ).encode()
