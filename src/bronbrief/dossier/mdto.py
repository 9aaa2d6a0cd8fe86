"""MDTO 1.0 sidecars: metadata of an information object and of its files (Nationaal Archief, XSD 1.0.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from bronbrief.dossier.identity import Identifier
from bronbrief.spec.council import Archive, ArchiveTerm, Period

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{NAMESPACE}/MDTO-XML1.0.1.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to an object (verwijzingGegevens): its name, and its identifier where it has one."""

    name: str
    identifier: Identifier | None = None


@dataclass(frozen=True, slots=True)
class InformationObject:
    """What MDTO says of a record or a dossier (informatieobject).

    `archive` is what only its owner can know, with an appraisal, creators and restrictions. `numbers` are
    further identifiers, such as that of a register. `languages` are BCP 47 tags, `created` is an ISO 8601
    date. `part_of` is the object one level up, `parts` are those one level down, `files` are its files,
    `extra` those of them that hold further metadata.
    """

    identifier: Identifier
    name: str
    archive: Archive
    numbers: tuple[Identifier, ...] = ()
    level: ArchiveTerm | None = None
    keywords: tuple[str, ...] = ()
    description: str | None = None
    languages: tuple[str, ...] = ()
    created: str | None = None
    part_of: Reference | None = None
    parts: tuple[Reference, ...] = ()
    files: tuple[Reference, ...] = ()
    extra: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class DataFile:
    """What MDTO says of one file (bestand); `size` is in bytes, `checked` an ISO 8601 date and time."""

    identifier: Identifier
    name: str
    size: int
    format: ArchiveTerm
    sha256: str
    checked: str
    represents: Reference
    url: str | None = None


def _listed(label: str, list_name: str, code: str | None = None) -> ArchiveTerm:
    return ArchiveTerm(label=label, code=code, list=list_name)


APPRAISALS = "Begrippenlijst Waarderingen MDTO"
LEVELS = "Begrippenlijst Aggregatieniveaus MDTO"
PDF_A_2A = _listed("Acrobat PDF/A - Portable Document Format 2a", "PRONOM-register", "fmt/476")
HTML_5 = _listed("Hypertext Markup Language 5", "PRONOM-register", "fmt/471")
HTML = _listed("Hypertext Markup Language", "PRONOM-register", "fmt/96")
JSON_LD = _listed("JSON-LD", "PRONOM-register", "fmt/880")
JSON = _listed("JSON Data Interchange Format", "PRONOM-register", "fmt/817")
XML = _listed("Extensible Markup Language 1.0", "PRONOM-register", "fmt/101")
TEXT = _listed("Plain Text File", "PRONOM-register", "x-fmt/111")
_SHA_256 = _listed("SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
_CREATION = _listed("Creatie", "Begrippenlijst EventTypeLijst MDTO")


def information_object(record: InformationObject) -> bytes:
    """Write the sidecar of an information object as UTF-8 XML, elements in the order of the schema."""
    root, body = _document("informatieobject")
    archive = record.archive
    for identifier in (record.identifier, *record.numbers):
        _identity(body, identifier)
    _text(body, "naam", record.name)
    _term(body, "aggregatieniveau", record.level, LEVELS)
    _term(body, "classificatie", archive.classification)
    for keyword in record.keywords:
        _text(body, "trefwoord", keyword)
    _text(body, "omschrijving", record.description)
    for language in record.languages:
        _text(body, "taal", language)
    if record.created:
        event = SubElement(body, "event")
        _term(event, "eventType", _CREATION)
        _text(event, "eventTijd", record.created)
    _term(body, "waardering", archive.appraisal, APPRAISALS)
    _period(body, "bewaartermijn", archive.retention)
    _term(body, "informatiecategorie", archive.category)
    _references(body, "isOnderdeelVan", [record.part_of] if record.part_of else [])
    _references(body, "bevatOnderdeel", record.parts)
    _references(body, "heeftRepresentatie", record.files)
    _references(body, "aanvullendeMetagegevens", record.extra)
    _references(body, "archiefvormer", [Reference(creator) for creator in archive.creators])
    for restriction in archive.restrictions:
        element = SubElement(body, "beperkingGebruik")
        _term(element, "beperkingGebruikType", restriction)
        _text(element, "beperkingGebruikNadereBeschrijving", restriction.note)
        _period(element, "beperkingGebruikTermijn", restriction.term)
    return serialise(root)


def data_file(file: DataFile) -> bytes:
    """Write the sidecar of a file as UTF-8 XML, elements in the order of the schema."""
    root, body = _document("bestand")
    _identity(body, file.identifier)
    _text(body, "naam", file.name)
    _text(body, "omvang", str(file.size))
    _term(body, "bestandsformaat", file.format)
    checksum = SubElement(body, "checksum")
    _term(checksum, "checksumAlgoritme", _SHA_256)
    _text(checksum, "checksumWaarde", file.sha256)
    _text(checksum, "checksumDatum", file.checked)
    _text(body, "URLBestand", file.url)
    _references(body, "isRepresentatieVan", [file.represents])
    return serialise(root)


def _document(kind: str) -> tuple[Element, Element]:
    register_namespace("xsi", _XSI)
    root = Element("MDTO", {"xmlns": NAMESPACE, f"{{{_XSI}}}schemaLocation": f"{NAMESPACE} {SCHEMA}"})
    return root, SubElement(root, kind)


def _identity(parent: Element, identifier: Identifier, tag: str = "identificatie") -> None:
    identity = SubElement(parent, tag)
    _text(identity, "identificatieKenmerk", identifier.value)
    _text(identity, "identificatieBron", identifier.source)


def _term(parent: Element, tag: str, term: ArchiveTerm | None, usual_list: str = "") -> None:
    """Write a term (begripGegevens) with the list that it comes from."""
    if term is not None:
        element = SubElement(parent, tag)
        _text(element, "begripLabel", term.label)
        _text(element, "begripCode", term.code)
        _references(element, "begripBegrippenlijst", [Reference(term.list_ or usual_list)])


def _period(parent: Element, tag: str, period: Period | None) -> None:
    """Write a term of time (termijnGegevens)."""
    if period is not None:
        element = SubElement(parent, tag)
        _term(element, "termijnTriggerStartLooptijd", period.trigger)
        _text(element, "termijnStartdatumLooptijd", period.start and period.start.isoformat())
        _text(element, "termijnLooptijd", period.years and f"P{period.years}Y")
        _text(element, "termijnEinddatum", period.end and period.end.isoformat())


def _references(parent: Element, tag: str, references: Sequence[Reference]) -> None:
    for reference in references:
        element = SubElement(parent, tag)
        _text(element, "verwijzingNaam", reference.name)
        if reference.identifier is not None:
            _identity(element, reference.identifier, "verwijzingIdentificatie")


def _text(parent: Element, tag: str, text: object) -> None:
    if text:
        SubElement(parent, tag).text = str(text)


def serialise(root: Element) -> bytes:
    """Write an XML document in UTF-8, indented."""
    indent(root)
    xml: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return xml + b"\n"
