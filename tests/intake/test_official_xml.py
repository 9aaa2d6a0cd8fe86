"""Publications in the XML of officielebekendmakingen.nl are read as that site shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.official_xml import read_official

RECORD = (
    '<metadata><meta name="DCTERMS.creator" content="Oostdam"/>'
    '<meta name="DCTERMS.available" content="2024-03-12"/>'
    '<meta name="OVERHEIDop.externMetadataRecord" '
    'content="https://zoek.officielebekendmakingen.nl/gmb-2024-12345/metadata.xml"/></metadata>'
)

EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def publication(body: str, metadata: str = "", prologue: str = "") -> bytes:
    """Make a publication of what stands in it."""
    root = f"<officiele-publicatie>{metadata}{body}</officiele-publicatie>"
    return f'<?xml version="1.0" encoding="utf-8"?>{prologue}{root}'.encode()


def read(body: str, changes: str = "") -> tuple[list[str], list[tuple[str, str]]]:
    """Return the blocks of a publication and what was left out; every letter is accounted for."""
    answer = read_official(publication(body), changes)
    assert answer.unaccounted == []
    blocks = answer.text.rstrip("\n").split("\n\n")
    return blocks, answer.left_out


SHOWN = {
    """<artikel><kop><label>Artikel</label><nr>1</nr><titel>Begrippen</titel></kop>
    <lid><lidnr>1.</lidnr><al>Eerste.</al></lid><lid><lidnr>2.</lidnr><al>Tweede.</al></lid></artikel>""": [
        *("# Artikel 1 Begrippen", "1. Eerste.", "2. Tweede.")
    ],
    """<divisie><kop><nr>1</nr><titel>A</titel></kop><divisie><kop><nr>1.1</nr><titel>B</titel></kop>
    <tussenkop>C</tussenkop><al>D</al></divisie></divisie>""": ["# 1 A", "## 1.1 B", "### C", "D"],
    """<lijst><li><li.nr>a.</li.nr><al>punt:</al><lijst><li><li.nr>1°</li.nr><al>sub</al></li></lijst>
    <al>slot</al></li><li nr='b.'><al>ander</al></li></lijst>""": [
        *("a. punt:", "1° sub", "slot", "b. ander")
    ],
    "<al>Voor<lijst><li><li.nr>–</li.nr><al>punt</al></li></lijst>na</al>": ["Voor", "– punt", "na"],
    """<table><title>Tabel 1</title><tgroup><colspec/>
    <thead><row><entry>Jaar</entry><entry><al>Aantal</al></entry></row></thead>
    <tbody><row><entry><al>2023</al></entry><entry><al>31</al></entry></row></tbody></tgroup></table>""": [
        *("Tabel 1", "Jaar | Aantal", "2023 | 31")
    ],
    "<al>Op de ser<?xpp afbm?>ver staan 10<sup>3</sup>\n en CO<inf>2</inf>.</al>": [
        "Op de server staan 10³ en CO2."
    ],
    """<spreekbeurt><spreker><voorvoegsels>De heer</voorvoegsels> <naam><voornaam>Jan</voornaam>
    <achternaam>Dam</achternaam></naam><politiek>PvdA</politiek></spreker>
    <tekst><al>Nee.</al></tekst></spreekbeurt>""": ["De heer Jan Dam (PvdA):", "Nee."],
    """<ondertekening><functie>De griffier,</functie><naam><achternaam>Jansen</achternaam></naam>
    </ondertekening>""": ["De griffier,", "Jansen"],
    "<vraag><nr>Vraag 1</nr><al>Klopt het?</al></vraag>": ["Vraag 1", "Klopt het?"],
    "<onbekend><ding>woord</ding><ding>nog een <raar>woord</raar></ding></onbekend>": [
        *("woord", "nog een woord")
    ],
}


@pytest.mark.parametrize(("body", "blocks"), SHOWN.items())
def test_elements_are_read_as_they_show(body: str, blocks: list[str]) -> None:
    """Heads, articles, lists, tables, speakers, and what nobody told us of."""
    assert read(body)[0] == blocks


def test_notes_stand_behind_the_text() -> None:
    """A call does not stick to a year, and a note in a head stays out of it."""
    noted = "<noot><noot.nr>{0}</noot.nr><noot.al>Noot {0}.</noot.al></noot>"
    body = f"<titel>Besluit{noted.format(1)}</titel><al>In 2024{noted.format(2)} besloot de raad.</al>"
    assert read(body) == (
        ["# Besluit", "In 2024 besloot de raad.", "1. Noot 1.", "2. Noot 2."],
        [("note-call", "1"), ("note-call", "2")],
    )


@pytest.mark.parametrize(
    "body",
    [
        "<al>Het is <nadruk type='doorhalen'>niet </nadruk>waar.</al>",
        "<al>Het is <VerwijderdeTekst>niet </VerwijderdeTekst>waar.</al>",
    ],
)
def test_two_versions_are_a_choice_of_the_author(body: str) -> None:
    """Text that was struck or taken out is in the text of one version."""
    with pytest.raises(ExtractionError, match="document-two-versions"):
        read(body)
    assert read(body, "accept")[0] == ["Het is waar."]
    assert read(body, "reject")[0] == ["Het is niet waar."]


def test_metadata_are_facts() -> None:
    """Number, address, day and authority are proposed as the document states them."""
    title = "<kop><titel>Verordening op de haven<noot><noot.al>x</noot.al></noot></titel></kop>"
    body = f"<verordening>{title}<al>x</al></verordening>"
    facts = read_official(publication(body, RECORD)).facts
    assert {
        "title": "Verordening op de haven",
        "kind": "law",
        "identifier": "gmb-2024-12345",
        "url": "https://zoek.officielebekendmakingen.nl/gmb-2024-12345.html",
        "date": "2024-03-12",
        "publisher": "Oostdam",
    }.items() <= facts.items()


def test_the_head_of_a_parliamentary_paper_gives_its_number() -> None:
    """Session, file and number stand in the head in parts."""
    head = (
        "<kamerstukkop><tekstregel inhoud='vergaderjaar'>Vergaderjaar 2017-2018</tekstregel></kamerstukkop>"
        "<dossier><dossiernummer><dossiernr>34 851</dossiernr></dossiernummer></dossier>"
        "<stuk><stuknr>Nr. <ondernummer kamer='2'>4</ondernummer></stuknr>"
        "<datumtekst>Ontvangen <datum isodatum='2018-02-20'>20 februari 2018</datum></datumtekst></stuk>"
    )
    facts = read_official(publication(head)).facts
    assert facts["identifier"] == "Kamerstukken II 2017-2018, 34 851, nr. 4"
    assert facts["date"] == "2018-02-20"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (publication("<al>&e;</al>", prologue=EXTERNAL), "document-hostile"),
        (publication("<al>x"), "document-unreadable"),
        (b"<rss><item>x</item></rss>", "document-xml"),
        (publication("<tekst>" * 20000 + "</tekst>" * 20000), "document-too-heavy"),
    ],
)
def test_hostile_broken_and_unknown_files_are_findings(data: bytes, code: str) -> None:
    """Entities, damage, other XML and depth end in a finding."""
    assert [one.code for one in extract(data, "x.xml").diagnostics] == [code]


def test_a_document_type_without_entities_is_read() -> None:
    """Older publications name their document type; it is not fetched."""
    outcome = extract(
        publication("<al>x</al>", prologue='<!DOCTYPE x SYSTEM "http://example.nl/x.dtd">'), "x.xml"
    )
    assert outcome.value is not None
    assert outcome.value.text == "x\n"


TAGS = """
    al li li.nr lidnr lid nr kop titel noot noot.nr noot.al tussenkop lijst table row entry sup nadruk spreker
    naam politiek onbekend ins del
""".split()


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    """Draw elements in each other, whether they belong there or not."""
    tag = draw(st.sampled_from(TAGS))
    words = draw(st.sampled_from(["", "αβω ", "αγω"]))
    inside = "".join(
        draw(elements(depth + 1)) + draw(st.sampled_from(["", "αδω"]))
        for _ in range(draw(st.integers(0, 3)))
        if depth < 4
    )
    return f"<{tag}>{words}{inside}</{tag}>"


@given(st.lists(elements(), max_size=4))
def test_every_letter_is_in_the_text_or_named(body: list[str]) -> None:
    """Whatever the structure, in both versions."""
    for changes in ("accept", "reject"):
        read("".join(body) + "<al>x</al>", changes)
