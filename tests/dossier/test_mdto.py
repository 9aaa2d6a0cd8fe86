"""MDTO sidecars against the schema of the Nationaal Archief."""

import pytest
from lxml import etree

from bronbrief.dossier.mdto import (
    PDF_A_2A,
    DataFile,
    InformationObject,
    Term,
    data_file,
    information_object,
)
from support.tools import MDTO_SCHEMA

APPRAISAL = Term("Blijvend te bewaren", "Begrippenlijst Waarderingen MDTO", "B")
RESTRICTION = Term("Openbaar", "Eigen begrippenlijst")


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """Return the published schema."""
    return etree.XMLSchema(etree.parse(MDTO_SCHEMA))


def test_a_full_information_object_is_valid(schema: etree.XMLSchema) -> None:
    """Every field that we fill stands where the schema wants it."""
    xml = information_object(
        InformationObject(
            identifier="coevorden-brest",
            name="Coevorden & Brest <stedenband>",
            appraisal=APPRAISAL,
            creators=("Gemeente Voorbeeld", "Griffie"),
            restrictions=(RESTRICTION,),
            level=Term("Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO"),
            classification=Term("Bestuur", "Eigen classificatie"),
            keywords=("stedenband", "Belarus"),
            description="Tijdlijn.",
            languages=("nl-NL",),
            created="2026-11-21",
            files=("a.pdf",),
        )
    )

    schema.assertValid(etree.fromstring(xml))


def test_the_smallest_information_object_is_valid(schema: etree.XMLSchema) -> None:
    """The mandatory fields alone are enough."""
    xml = information_object(InformationObject("x", "X", APPRAISAL, ("Gemeente",), (RESTRICTION,)))

    schema.assertValid(etree.fromstring(xml))


def test_a_file_is_valid_and_names_its_format(schema: etree.XMLSchema) -> None:
    """A file carries its size, its PRONOM format and its checksum."""
    xml = data_file(DataFile("a.pdf", "a.pdf", 48211, PDF_A_2A, "0" * 64, "2026-11-21T00:00:00", "Een brief"))
    tree = etree.fromstring(xml)

    schema.assertValid(tree)
    assert tree.findtext(".//{*}bestandsformaat/{*}begripCode") == "fmt/476"


def test_a_missing_element_is_noticed(schema: etree.XMLSchema) -> None:
    """The schema check can fail."""
    tree = etree.fromstring(data_file(DataFile("a", "a", 1, PDF_A_2A, "0", "2026-11-21T00:00:00", "x")))
    body = tree[0]
    body.remove(body.find("{*}omvang"))

    assert not schema.validate(tree)
