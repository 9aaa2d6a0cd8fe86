"""A DiWoo metadata record of a paper that will be public (KOOP, Woo-metadata 0.9.8), for the Woo index.

It is a `diwoo:Document`, which the sitemap of a website takes in beside the address of the file. Elements
stand in the order of the schema's documentation; values come from the lists of TOOI.
"""

from xml.etree.ElementTree import Element, SubElement, register_namespace

from bronbrief.dossier.mdto import serialise
from bronbrief.dossier.ori import TOOI, CouncilDocument

NAMESPACE = "https://standaarden.overheid.nl/diwoo/metadata/"
_TERM = f"{TOOI}def/thes/kern/"
_EUROPE = "http://publications.europa.eu/resource/authority/"
_LANGUAGES = {"nl": ("language/NLD", "Nederlands"), "en": ("language/ENG", "Engels")}
_SETTLED = ("c_641ecd76", "vaststelling")


def lacks_publisher(document: CouncilDocument) -> bool:
    """Tell whether the schema's mandatory publisher is unknown: a name, with its address in TOOI."""
    organisation = document.organisation
    return not (organisation.name and (organisation.identifier or "").startswith(TOOI))


def diwoo_record(document: CouncilDocument) -> bytes:
    """Write the record of a public document whose publisher is known, as UTF-8 XML."""
    register_namespace("diwoo", NAMESPACE)
    root = Element(_name("Document"))
    body = SubElement(root, _name("DiWoo"))
    publisher = (document.organisation.identifier or "", document.organisation.name or "")
    _add(_add(body, "identifiers"), "identifier", document.identifier)
    _term(body, "publisher", *publisher)
    _add(_add(body, "titelcollectie"), "officieleTitel", document.title)
    if document.description:
        _add(_add(body, "omschrijvingen"), "omschrijving", document.description)
    classified = _add(body, "classificatiecollectie")
    code, label = document.woo_category
    _term(_add(classified, "informatiecategorieen"), "informatiecategorie", f"{_TERM}{code}", label)
    if document.keywords:
        keywords = _add(classified, "trefwoorden")
        for keyword in document.keywords:
            _add(keywords, "trefwoord", keyword)
    _add(body, "creatiedatum", document.date)
    language, label = _LANGUAGES[document.lang.partition("-")[0]]
    _term(body, "language", _EUROPE + language, label)
    _term(body, "format", f"{_EUROPE}file-type/PDF", "PDF")
    handled = _add(_add(body, "documenthandelingen"), "documenthandeling")
    _term(handled, "soortHandeling", _TERM + _SETTLED[0], _SETTLED[1])
    _add(handled, "atTime", f"{document.date}T00:00:00")
    _term(handled, "wasAssociatedWith", *publisher)
    return serialise(root)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _add(parent: Element, tag: str, text: str | None = None) -> Element:
    element = SubElement(parent, _name(tag))
    element.text = text
    return element


def _term(parent: Element, tag: str, resource: str, label: str) -> None:
    _add(parent, tag, label).set("resource", resource)
