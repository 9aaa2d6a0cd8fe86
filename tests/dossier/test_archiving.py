"""What archives, council systems and the Woo index are told of a dossier, and what contradicts itself."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.dossier.described import description_diagnostics
from bronbrief.dossier.diwoo import NAMESPACE as DIWOO
from bronbrief.dossier.index import DossierSaid, index_schema
from bronbrief.dossier.matter import Annex, Meeting, Wishes
from bronbrief.dossier.papers import Dossier, make_dossier
from bronbrief.dossier.rules import Organisation, load_rules
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import brief_model
from support.dossiers import ARCHIVE as WHOLE_ARCHIVE
from support.dossiers import MEETING
from support.tools import MDTO_SCHEMA
from support.workspaces import SPEC

NORTH = Organisation(
    name="Gemeente Bergen", identifier="https://identifier.overheid.nl/tooi/id/gemeente/gm0373"
)
FOLDER = "2026-12-08 agendapunt 7"
FIRST = "2026-12-08 veerdienst - bijlage 2"

ARCHIVE = WHOLE_ARCHIVE.replace("  retention: {years: 10}\n", "")
CLOSED = ARCHIVE.replace("label: Openbaar", "label: Vertrouwelijk")
KEPT = ARCHIVE.replace("Tijdelijk te bewaren, code: V", "Blijvend te bewaren")


def saying(annex: Annex, more: str) -> Annex:
    """Return an annex whose spec says something more, as built before."""
    read = read_yaml((SPEC + more).encode(), annex.loaded.path).value
    assert read is not None
    spec = brief_model(BLOCKS).model_validate(read.value)
    return replace(annex, loaded=LoadedSpec(annex.loaded.name, annex.loaded.path, spec, read.places))


def attempt(
    built: Workspace,
    annexes: list[Annex],
    wishes: Wishes | None = None,
    meeting: Meeting = MEETING,
    **rules: object,
) -> Outcome[Dossier]:
    """Make a dossier by the rules that are shipped, with some of them changed."""
    shipped = load_rules(built).value
    assert shipped is not None
    changed = replace(shipped, **rules)  # type: ignore[arg-type]
    return make_dossier(annexes, meeting, changed, wishes or Wishes(), built)


def made(done: Outcome[Dossier]) -> Mapping[str, bytes]:
    """Return the files of a dossier that was made."""
    assert done.value is not None, done.diagnostics
    return done.value.files


def codes(done: Outcome[Dossier]) -> set[str]:
    """Return the codes of what was found."""
    return {one.code for one in done.diagnostics}


def tree_of(data: bytes) -> etree._Element:
    """Return XML that fits the schema of MDTO."""
    tree = etree.fromstring(data)
    etree.XMLSchema(etree.parse(MDTO_SCHEMA)).assertValid(tree)
    return tree


def identifiers(files: Mapping[str, bytes]) -> set[str]:
    """Return the identifiers that the sidecars of a dossier give."""
    trees = [etree.fromstring(data) for name, data in files.items() if name.endswith(".mdto.xml")]
    return {str(tree.findtext("*/{*}identificatie/{*}identificatieKenmerk")) for tree in trees}


@pytest.mark.ci
def test_the_dossier_is_one_object_and_each_brief_is_a_part_of_it(
    built: Workspace, annexes: list[Annex]
) -> None:
    """References lead both ways, by identifiers that the sidecars themselves bear."""
    files = made(attempt(built, [saying(one, ARCHIVE) for one in annexes]))
    whole, part = tree_of(files[f"{FOLDER}.mdto.xml"]), tree_of(files[f"{FIRST}.mdto.xml"])
    own = "*/{*}identificatie/{*}identificatieKenmerk"
    parts = [one.text for one in whole.iterfind(".//{*}bevatOnderdeel//{*}identificatieKenmerk")]

    assert whole.findtext("*/{*}aggregatieniveau/{*}begripLabel") == "Dossier"
    assert part.findtext("*/{*}aggregatieniveau/{*}begripLabel") == "Archiefstuk"
    assert part.findtext(".//{*}isOnderdeelVan//{*}identificatieKenmerk") == whole.findtext(own)
    assert len(parts) == 2
    assert part.findtext(own) == parts[0]
    for tree in (whole, part):
        named = {one.text for one in tree.iterfind(".//{*}heeftRepresentatie//{*}identificatieKenmerk")}
        assert named
        assert named <= identifiers(files)


def test_every_file_is_described_but_the_list_of_all(built: Workspace, annexes: list[Annex]) -> None:
    """A sidecar of the list would have to stand in the list."""
    files = made(attempt(built, [saying(one, ARCHIVE) for one in annexes], Wishes(combined=True)))
    told = {name.removesuffix(".bestand.mdto.xml") for name in files if name.endswith(".bestand.mdto.xml")}

    assert told == {name for name in files if not name.endswith(".mdto.xml")} - {"SHA256SUMS"}


def test_retention_and_disclosure_are_told_with_their_terms(built: Workspace, annexes: list[Annex]) -> None:
    """How long a record is kept, from when, and until when it is closed."""
    more = """\
council: {confidentiality: vertrouwelijk}
archive:
  appraisal: {label: Tijdelijk te bewaren, code: V}
  creators: [Gemeente Oostdam]
  retention: {years: 10, start: 2026-12-08, end: 2036-12-08, trigger: {label: Afhandeling, list: Lijst}}
  category: {label: "1.2", list: Selectielijst}
  restrictions:
    - label: Vertrouwelijk
      list: Eigen begrippenlijst
      note: Economische belangen, Woo artikel 5.1
      term: {end: 2031-12-08}
"""
    files = made(attempt(built, [saying(annexes[0], more)]))

    for name in (f"{FIRST}.mdto.xml", f"{FOLDER}.mdto.xml"):
        tree = tree_of(files[name])
        assert tree.findtext(".//{*}bewaartermijn/{*}termijnLooptijd") == "P10Y"
        assert tree.findtext(".//{*}beperkingGebruikTermijn/{*}termijnEinddatum") == "2031-12-08"


def test_the_numbers_and_the_day_of_a_paper_are_told_where_they_belong(
    built: Workspace, annexes: list[Annex]
) -> None:
    """Its own numbers are further identifiers of the record; the day on which it was sent goes to ORI."""
    numbered = ARCHIVE + (
        "council: {registration_number: D-2026-1187, our_reference: BZ/2026/31, sent: 2026-11-26}\n"
    )
    made = attempt(built, [saying(annexes[0], numbered), annexes[1]], organisation=NORTH).value
    assert made is not None
    record = etree.fromstring(made.files[f"{FIRST}.mdto.xml"])
    etree.XMLSchema(file=str(MDTO_SCHEMA)).assertValid(record)
    own = record.findall("./{*}informatieobject/{*}identificatie")
    assert [one.findtext("{*}identificatieKenmerk") for one in own][1:] == ["D-2026-1187", "BZ/2026/31"]
    assert {one.findtext("{*}identificatieBron") for one in own} == {NORTH.name}
    assert json.loads(made.files[f"{FIRST}.ori.json"])["datumIngediend"] == "2026-11-26"


@pytest.mark.ci
def test_two_councils_share_no_identifier(built: Workspace, annexes: list[Annex]) -> None:
    """Not even with the same brief, the same agenda and the same name: municipalities may share one."""
    told = [saying(one, ARCHIVE) for one in annexes]
    south = NORTH.model_copy(update={"identifier": NORTH.identifier.replace("0373", "0893")})  # type: ignore[union-attr]
    nameless = [replace(told[0], pdf=told[0].pdf + b"\n"), *told[1:]]
    sets = [
        identifiers(made(attempt(built, told, organisation=NORTH))),
        identifiers(made(attempt(built, told, organisation=south))),
        identifiers(made(attempt(built, told))),
        identifiers(made(attempt(built, nameless))),
        identifiers(made(attempt(built, told, meeting=Meeting(MEETING.date, "8"), organisation=NORTH))),
    ]

    assert len(set.union(*sets)) == sum(map(len, sets))


def test_identifiers_outlive_a_correction(built: Workspace, annexes: list[Annex]) -> None:
    """Where the organisation is known, the same paper for the same meeting keeps its identifier."""
    before = attempt(built, [saying(annexes[0], ARCHIVE)], organisation=NORTH)
    after = attempt(built, [saying(annexes[0], "summary: Anders.\n" + ARCHIVE)], organisation=NORTH)

    assert identifiers(made(before)) == identifiers(made(after))


@pytest.mark.parametrize(
    ("more", "code", "stops"),
    [
        ("council: {confidentiality: geheim}\n" + ARCHIVE, "archive-disclosure", True),
        (CLOSED, "archive-disclosure", False),
        (ARCHIVE + "  level: {label: Dossier}\n", "archive-level", True),
        (ARCHIVE, "archive-retention", False),
        (KEPT + "  retention: {years: 7}\n", "archive-kept-for-ever", True),
        (ARCHIVE + "  retention: {start: 2027-01-01}\n", "archive-term", True),
        (ARCHIVE + "  retention: {start: 2027-01-01, end: 2026-01-01}\n", "archive-term", True),
        (ARCHIVE + "  retention: {start: 2027-01-01, years: 5, end: 2040-01-01}\n", "archive-term", True),
        (ARCHIVE + "  retention: {start: 2027-01-01, years: 999999, end: 2040-01-01}", "archive-term", True),
        ("council: {embargo: 2026-12-05}\n", "dossier-published-early", True),
    ],
)  # fmt: skip
def test_contradictions_are_findings(
    built: Workspace, annexes: list[Annex], more: str, code: str, *, stops: bool
) -> None:
    """A brief, the council's system and the archive are not told different things."""
    done = attempt(built, [saying(annexes[0], more)], Wishes(published=dt.date(2026, 12, 1)))

    assert code in codes(done)
    assert (done.value is None) == stops
    assert all(one.place is not None for one in done.diagnostics if one.code == code)


@pytest.mark.parametrize("end", ["2036-12-31", "2037-01-01"])
def test_a_term_may_end_on_its_last_day_or_on_the_next(
    built: Workspace, annexes: list[Annex], end: str
) -> None:
    """Both are said; neither contradicts."""
    more = ARCHIVE + f"  retention: {{start: 2027-01-01, years: 10, end: {end}}}\n"

    assert not {one for one in codes(attempt(built, [saying(annexes[0], more)])) if one.startswith("archive")}


def test_papers_that_do_not_belong_in_one_dossier_are_named(built: Workspace, annexes: list[Annex]) -> None:
    """Public beside confidential, kept for ever beside for a time."""
    closed = "council: {confidentiality: vertrouwelijk}\n" + CLOSED.replace("code: V", "code: X")
    done = attempt(built, [saying(annexes[0], ARCHIVE), saying(annexes[1], closed)])
    whole = tree_of(made(done)[f"{FOLDER}.mdto.xml"])
    labels = [one.text for one in whole.iterfind(".//{*}beperkingGebruikType/{*}begripLabel")]

    assert {"dossier-mixed", "archive-differs"} <= codes(done)
    assert labels == ["Vertrouwelijk"]


def test_the_index_fits_its_schema_and_says_what_systems_ask(built: Workspace, annexes: list[Annex]) -> None:
    """Order, role, names, marking, day of publication, and each file with its size and checksum."""
    closed = saying(annexes[0], "council: {confidentiality: vertrouwelijk}\nshort_title: Veer\n")
    wishes = Wishes(main=annexes[1].loaded.name, published=dt.date(2026, 12, 1))
    files = made(attempt(built, [closed, saying(annexes[1], "")], wishes))
    said = json.loads(files["dossier.json"])
    Draft202012Validator(index_schema()).validate(said)
    main, annex = said["documents"]

    assert [(one["order"], one["role"], one["annex"]) for one in (main, annex)] == [
        (1, "main", 3),
        (2, "annex", 2),
    ]
    assert annex["display_name"] == "Bijlage 2: Veer"
    assert (annex["confidential"], annex["published"]) == (True, None)
    assert (main["confidential"], main["published"]) == (False, "2026-12-01")
    told = [*said["files"], *(file for one in said["documents"] for file in (one["file"], *one["files"]))]
    assert {one["file_name"] for one in told} == {
        name for name in files if not name.endswith(".mdto.xml")
    } - {"SHA256SUMS", "dossier.json"}


@pytest.mark.ci
def test_a_dossier_says_what_it_replaces(built: Workspace, annexes: list[Annex]) -> None:
    """Annex 3 of the next meeting takes the place of annex 2 of this one; made again, it says the same."""
    before = _index(attempt(built, annexes[:1]))
    replaced = {one.name: (one,) for one in before.documents}
    later = Meeting(dt.date(2027, 1, 12), "4")
    after = _index(attempt(built, [replace(annexes[0], number=3)], Wishes(replaced=replaced), later))
    again = _index(
        attempt(
            built,
            [replace(annexes[0], number=3)],
            Wishes(replaced={one.name: (one,) for one in after.documents}),
            later,
        )
    )

    (gone,) = after.documents[0].replaces
    assert (gone.identifier, gone.annex) == (before.documents[0].identifier, 2)
    assert again == after


def _index(done: Outcome[Dossier]) -> DossierSaid:
    return DossierSaid.model_validate_json(made(done)["dossier.json"])


def test_a_public_paper_gets_a_record_for_the_woo_index(built: Workspace, annexes: list[Annex]) -> None:
    """Mandatory elements of Woo-metadata 0.9.8, in the order of its documentation, with values of TOOI."""
    files = made(
        attempt(built, [saying(annexes[0], "summary: Kort.\nkeywords: [veer]\n")], organisation=NORTH)
    )
    body = etree.fromstring(files[f"{FIRST}.diwoo.xml"])[0]

    assert [etree.QName(one).localname for one in body] == [
        "identifiers", "publisher", "titelcollectie", "omschrijvingen", "classificatiecollectie",
        "creatiedatum", "language", "format", "documenthandelingen",
    ]  # fmt: skip
    assert {etree.QName(one).namespace for one in body.iter()} == {DIWOO}
    assert body.find("{*}publisher").get("resource") == NORTH.identifier
    assert body.findtext(".//{*}informatiecategorie") == "vergaderstukken decentrale overheden"


@pytest.mark.parametrize(
    ("more", "rules"),
    [
        ("council: {confidentiality: geheim}\n", {"organisation": NORTH}),
        ("council: {concept: true}\n", {"organisation": NORTH}),
        ("", {"organisation": Organisation(name="Gemeente Bergen")}),
    ],
)
def test_no_record_for_what_is_not_public_or_whose_publisher_is_unknown(
    built: Workspace, annexes: list[Annex], more: str, rules: dict[str, Any]
) -> None:
    """Nothing is guessed, and nothing that is closed is announced."""
    done = attempt(built, [saying(annexes[0], more)], **rules)

    assert not [name for name in made(done) if ".diwoo." in name]
    public = not more
    assert ("diwoo-publisher" in codes(done)) == public
    assert ("wooInformatiecategorie" in json.loads(made(done)[f"{FIRST}.ori.json"])) == public


@pytest.mark.every(6)
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("dossier.json", b'"size": ', b'"size": 1'),
        ("dossier.json", b"bronbrief-dossier/1", b"bronbrief-dossier/9"),
        (f"{FIRST}.diwoo.xml", b"officieleTitel>De", b"officieleTitel>Den"),
        (f"{FIRST}.diwoo.xml", b"creatiedatum>2026", b"creatiedatum>2025"),
        ("2026-12-08 veer-in-cijfers - bijlage 3.fragment.html", b'content="2026-11', b'content="2026-10'),
        (f"{FOLDER}.mdto.xml", b"urn:uuid:", b"urn:uuid:0"),
        (f"{FIRST}.mdto.xml", b"<naam>", b"<naam"),
        ("dossier.json.bestand.mdto.xml", b"<omvang>", b"<omvang>9"),
    ],
)
def test_a_description_that_was_changed_is_named(
    built: Workspace, annexes: list[Annex], name: str, old: bytes, new: bytes
) -> None:
    """Also where its checksum was made anew."""
    flemish = replace(annexes[1], loaded=replace(annexes[1].loaded, spec=annexes[1].spec.model_copy(
        update={"archive": saying(annexes[0], ARCHIVE).spec.archive}
    )))  # fmt: skip
    files = dict(made(attempt(built, [saying(annexes[0], ARCHIVE), flemish], organisation=NORTH)))
    assert not list(description_diagnostics(files, FOLDER))
    assert old in files[name]
    files[name] = files[name].replace(old, new)

    assert name in {one.params["file"] for one in description_diagnostics(files, FOLDER)}
