"""MDTO sidecars against the schema of the Nationaal Archief."""

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree

from bronbrief.dossier.identity import Identifier
from bronbrief.dossier.mdto import (
    PDF_A_2A,
    Archived,
    DataFile,
    InformationObject,
    Period,
    Reference,
    Restriction,
    Term,
    data_file,
    information_object,
)
from support.tools import MDTO_SCHEMA

APPRAISAL = Term("Blijvend te bewaren", "Begrippenlijst Waarderingen MDTO", "B")
OPEN = Restriction(Term("Openbaar", "Eigen begrippenlijst"))
ID = Identifier("urn:uuid:1", "Gemeente Voorbeeld")
WHOLE = Reference("Stukken bij agendapunt 7", Identifier("urn:uuid:2", "Gemeente Voorbeeld"))
SMALLEST = InformationObject(ID, "X", Archived(APPRAISAL, ("Gemeente",), (OPEN,)))
FILE = DataFile(ID, "a.pdf", 48211, PDF_A_2A, "0" * 64, "2026-11-21T00:00:00", WHOLE)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """Return the published schema."""
    return etree.XMLSchema(etree.parse(MDTO_SCHEMA))


def test_a_full_information_object_is_valid(schema: etree.XMLSchema) -> None:
    """Every field that we fill stands where the schema wants it."""
    term = Period(Term("Vaststelling", "Eigen lijst"), dt.date(2026, 12, 8), 10, dt.date(2036, 12, 8))
    archived = Archived(
        appraisal=replace(APPRAISAL, label="Tijdelijk te bewaren", code="V"),
        creators=("Gemeente Voorbeeld", "Griffie"),
        restrictions=(Restriction(Term("Beperkt", "Eigen lijst"), "Woo artikel 5.1", term), OPEN),
        retention=term,
        category=Term("1.2", "Selectielijst gemeenten"),
        classification=Term("Bestuur", "Eigen classificatie"),
    )
    xml = information_object(
        InformationObject(
            identifier=ID,
            name="Coevorden & Brest <stedenband>",
            archived=archived,
            level=Term("Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO"),
            keywords=("stedenband", "Belarus"),
            description="Tijdlijn.",
            languages=("nl-NL",),
            created="2026-11-21",
            part_of=WHOLE,
            parts=(WHOLE,),
            files=(Reference("a.pdf", ID), Reference("b.pdf")),
            extra=(Reference("a.ori.json", ID),),
        )
    )
    tree = etree.fromstring(xml)

    schema.assertValid(tree)
    assert tree.findtext(".//{*}bewaartermijn/{*}termijnLooptijd") == "P10Y"
    assert tree.findtext(".//{*}isOnderdeelVan//{*}identificatieKenmerk") == "urn:uuid:2"


def test_the_smallest_information_object_is_valid(schema: etree.XMLSchema) -> None:
    """The mandatory fields alone are enough."""
    schema.assertValid(etree.fromstring(information_object(SMALLEST)))


def test_a_file_is_valid_and_names_its_format_and_what_it_represents(schema: etree.XMLSchema) -> None:
    """A file carries its size, its PRONOM format and its checksum, and the identifier of its object."""
    tree = etree.fromstring(data_file(replace(FILE, url="https://raad.example/a%20b.pdf")))

    schema.assertValid(tree)
    assert tree.findtext(".//{*}bestandsformaat/{*}begripCode") == "fmt/476"
    assert tree.findtext(".//{*}isRepresentatieVan//{*}identificatieKenmerk") == "urn:uuid:2"


def test_a_missing_element_is_noticed(schema: etree.XMLSchema) -> None:
    """The schema check can fail."""
    tree = etree.fromstring(data_file(FILE))
    body = tree[0]
    body.remove(body.find("{*}omvang"))

    assert not schema.validate(tree)
