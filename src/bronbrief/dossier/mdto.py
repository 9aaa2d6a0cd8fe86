"""MDTO 1.0 sidecars: metadata of an information object and of its files (Nationaal Archief, XSD 1.0.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{NAMESPACE}/MDTO-XML1.0.1.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SOURCE_OF_IDS = "Bronbrief"


@dataclass(frozen=True, slots=True)
class Term:
    """A term from a list of terms (begripGegevens)."""

    label: str
    list_name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class InformationObject:
    """What MDTO says of a brief as a record (informatieobject).

    `appraisal`, `creators` and `restrictions` are mandatory in MDTO and only the archive's owner knows
    them. `languages` are BCP 47 tags, `created` is an ISO 8601 date, `files` the names of its files.
    """

    identifier: str
    name: str
    appraisal: Term
    creators: tuple[str, ...]
    restrictions: tuple[Term, ...]
    level: Term | None = None
    classification: Term | None = None
    keywords: tuple[str, ...] = ()
    description: str | None = None
    languages: tuple[str, ...] = ()
    created: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataFile:
    """What MDTO says of one file (bestand); `size` is in bytes, `checked` an ISO 8601 date and time."""

    identifier: str
    name: str
    size: int
    format: Term
    sha256: str
    checked: str
    represents: str


PDF_A_2A = Term("Acrobat PDF/A - Portable Document Format 2a", "PRONOM-register", "fmt/476")
HTML_5 = Term("Hypertext Markup Language 5", "PRONOM-register", "fmt/471")
JSON = Term("JSON-LD", "PRONOM-register", "fmt/880")
_SHA_256 = Term("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
_CREATION = Term("Creatie", "Begrippenlijst EventTypeLijst MDTO")


def information_object(record: InformationObject) -> bytes:
    """Write the sidecar of an information object as UTF-8 XML, elements in the order of the schema."""
    root, body = _document("informatieobject")
    _identity(body, record.identifier, record.name)
    _terms(body, "aggregatieniveau", [record.level] if record.level else [])
    _terms(body, "classificatie", [record.classification] if record.classification else [])
    for keyword in record.keywords:
        _text(body, "trefwoord", keyword)
    if record.description:
        _text(body, "omschrijving", record.description)
    for language in record.languages:
        _text(body, "taal", language)
    if record.created:
        event = SubElement(body, "event")
        _terms(event, "eventType", [_CREATION])
        _text(event, "eventTijd", record.created)
    _terms(body, "waardering", [record.appraisal])
    for file in record.files:
        _reference(body, "heeftRepresentatie", file)
    for creator in record.creators:
        _reference(body, "archiefvormer", creator)
    for restriction in record.restrictions:
        _terms(SubElement(body, "beperkingGebruik"), "beperkingGebruikType", [restriction])
    return _serialise(root)


def data_file(file: DataFile) -> bytes:
    """Write the sidecar of a file as UTF-8 XML, elements in the order of the schema."""
    root, body = _document("bestand")
    _identity(body, file.identifier, file.name)
    _text(body, "omvang", str(file.size))
    _terms(body, "bestandsformaat", [file.format])
    checksum = SubElement(body, "checksum")
    _terms(checksum, "checksumAlgoritme", [_SHA_256])
    _text(checksum, "checksumWaarde", file.sha256)
    _text(checksum, "checksumDatum", file.checked)
    _reference(body, "isRepresentatieVan", file.represents)
    return _serialise(root)


def _document(kind: str) -> tuple[Element, Element]:
    register_namespace("xsi", _XSI)
    root = Element("MDTO", {"xmlns": NAMESPACE, f"{{{_XSI}}}schemaLocation": f"{NAMESPACE} {SCHEMA}"})
    return root, SubElement(root, kind)


def _identity(parent: Element, identifier: str, name: str) -> None:
    identity = SubElement(parent, "identificatie")
    _text(identity, "identificatieKenmerk", identifier)
    _text(identity, "identificatieBron", _SOURCE_OF_IDS)
    _text(parent, "naam", name)


def _terms(parent: Element, tag: str, terms: Sequence[Term]) -> None:
    for term in terms:
        element = SubElement(parent, tag)
        _text(element, "begripLabel", term.label)
        if term.code:
            _text(element, "begripCode", term.code)
        _reference(element, "begripBegrippenlijst", term.list_name)


def _reference(parent: Element, tag: str, name: str) -> None:
    _text(SubElement(parent, tag), "verwijzingNaam", name)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text


def _serialise(root: Element) -> bytes:
    indent(root)
    xml: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return xml + b"\n"
