"""MDTO sidecars against the schema of the Nationaal Archief."""

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree

from bronbrief.dossier.identity import Identifier
from bronbrief.dossier.mdto import (
    PDF_A_2A,
    DataFile,
    InformationObject,
    Reference,
    data_file,
    information_object,
)
from bronbrief.spec.council import Archive, ArchiveTerm, Period, Restriction
from support.tools import MDTO_SCHEMA

APPRAISAL = ArchiveTerm(label="Blijvend te bewaren", code="B")
OPEN = Restriction(label="Openbaar", list="Eigen begrippenlijst")
ID = Identifier("urn:uuid:1", "Gemeente Voorbeeld")
WHOLE = Reference("Stukken bij agendapunt 7", Identifier("urn:uuid:2", "Gemeente Voorbeeld"))
SMALLEST = InformationObject(
    ID, "X", Archive(appraisal=APPRAISAL, creators=["Gemeente"], restrictions=[OPEN])
)
FILE = DataFile(ID, "a.pdf", 48211, PDF_A_2A, "0" * 64, "2026-11-21T00:00:00", WHOLE)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """Return the published schema."""
    return etree.XMLSchema(etree.parse(MDTO_SCHEMA))


def test_a_full_information_object_is_valid(schema: etree.XMLSchema) -> None:
    """Every field that we fill stands where the schema wants it."""
    trigger = ArchiveTerm(label="Vaststelling", list="Eigen lijst")
    term = Period(trigger=trigger, start=dt.date(2026, 12, 8), years=10, end=dt.date(2036, 12, 8))
    closed = Restriction(label="Beperkt", list="Eigen lijst", note="Woo artikel 5.1", term=term)
    archive = Archive(
        appraisal=ArchiveTerm(label="Tijdelijk te bewaren", code="V"),
        creators=["Gemeente Voorbeeld", "Griffie"],
        restrictions=[closed, OPEN],
        retention=term,
        category=ArchiveTerm(label="1.2", list="Selectielijst gemeenten"),
        classification=ArchiveTerm(label="Bestuur", list="Eigen classificatie"),
    )
    xml = information_object(
        InformationObject(
            identifier=ID,
            name="Coevorden & Brest <stedenband>",
            archive=archive,
            level=ArchiveTerm(label="Archiefstuk"),
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
