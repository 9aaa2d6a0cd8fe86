"""The dossier as a whole: what it holds, what stops it, and that it says the same every time."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.dossier.combine import page_count
from bronbrief.dossier.guide import GUIDE, guide
from bronbrief.dossier.matter import Annex, Meeting, Wishes
from bronbrief.dossier.papers import Dossier, make_dossier
from bronbrief.dossier.rules import Contact, Organisation, Rules, load_rules
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import brief_model
from bronbrief.verify.checksums import CHECKSUMS, checksums
from bronbrief.verify.reading import read_tree, transcript
from support.browser import SCHEMES, WIDTHS, Browser, Scheme
from support.dossiers import ARCHIVE, FLEMISH_SPEC, MEETING
from support.validators import mdto, nu, siegfried, verapdf
from support.workspaces import SPEC

MADE = dt.datetime(2026, 11, 30, 9, 30, tzinfo=dt.UTC)
OOSTDAM = Organisation(
    name="Gemeente Oostdam", identifier="https://identifier.overheid.nl/tooi/id/gemeente/gm9999"
)
CLERK = Contact(name="Griffie Oostdam", telephone="14 0599", email="griffie@oostdam.example")
PLACE = "https://raad.oostdam.example/stukken/"


def changed(annex: Annex, more: str, base: str | None = None, spec: str = SPEC) -> Annex:
    """Return an annex whose spec says something more, as built before."""
    path = annex.loaded.path
    read = read_yaml((spec + more).encode(), path).value
    assert read is not None
    said = brief_model(BLOCKS).model_validate(read.value)
    return replace(
        annex, loaded=LoadedSpec(annex.loaded.name, path, said, read.places), base=base or annex.base
    )


def attempt(
    workspace: Workspace,
    annexes: list[Annex],
    wishes: Wishes | None = None,
    meeting: Meeting = MEETING,
    **rules: object,
) -> Outcome[Dossier]:
    """Make a dossier by the rules that are shipped, with some of them changed."""
    shipped = load_rules(workspace).value
    assert shipped is not None
    own: Rules = replace(shipped, **rules)  # type: ignore[arg-type]
    return make_dossier(annexes, meeting, own, wishes or Wishes(), workspace)


@pytest.fixture(scope="module")
def whole(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, Path]:
    """Return a dossier with everything in it, and the folder that it was written to."""
    from support.dossiers import two_annexes  # noqa: PLC0415

    first, second = two_annexes(built)
    sources = {"havenkrant-2023.txt": (built.root / "seeds" / "havenkrant-2023.txt").read_bytes()}
    flemish = changed(second, ARCHIVE, spec=FLEMISH_SPEC)
    wishes = Wishes(combined=True, sources=sources, made=MADE, published=dt.date(2026, 12, 1))
    done = attempt(
        built, [changed(first, ARCHIVE), flemish], wishes, organisation=OOSTDAM, contact=CLERK, publish=PLACE
    )
    assert done.value is not None, done.diagnostics
    folder = tmp_path_factory.mktemp("stukken")
    for name, data in done.value.files.items():
        (folder / name).write_bytes(data)
    return done.value, folder


def test_what_a_dossier_holds(whole: tuple[Dossier, Path]) -> None:
    """Each file of each brief with its description, the combined file, the guide and the checksums."""
    first, second = "2026-12-08 veerdienst - bijlage 2", "2026-12-08 veer-in-cijfers - bijlage 3"
    own = [f"{base}.{kind}" for base in (first, second) for kind in ("pdf", "html", "evidence.jsonld")]
    described = [
        "2026-12-08 agendapunt 7 - alle bijlagen.pdf",
        f"{first}.ori.json",
        f"{first}.diwoo.xml",
        f"{second}.fragment.html",
        f"{GUIDE}.pdf",
        f"{GUIDE}.html",
        "havenkrant-2023.txt",
        "dossier.json",
    ]

    assert whole[0].folder == "2026-12-08 agendapunt 7"
    assert set(whole[0].files) == {
        *own,
        *described,
        *(f"{name}.bestand.mdto.xml" for name in described),
        *(f"{name}.bestand.mdto.xml" for name in own),
        f"{first}.mdto.xml",
        f"{second}.mdto.xml",
        f"{whole[0].folder}.mdto.xml",
        CHECKSUMS,
    }


def test_every_pdf_conforms(whole: tuple[Dossier, Path]) -> None:
    """Stamped, combined and guide: PDF/A-2a and PDF/UA-1, and archives recognise them."""
    files = sorted(whole[1].glob("*.pdf"))

    assert not verapdf(files)
    assert {siegfried(file) for file in files} == {"fmt/476"}


def test_every_description_is_valid_and_true(whole: tuple[Dossier, Path]) -> None:
    """MDTO files fit the schema, and say the size, the checksum and the format that the file has."""
    described = sorted(whole[1].glob("*.bestand.mdto.xml"))

    assert [failure for file in sorted(whole[1].glob("*.mdto.xml")) for failure in mdto(file)] == []
    for sidecar in described:
        file = whole[1] / sidecar.name.removesuffix(".bestand.mdto.xml")
        text = sidecar.read_text(encoding="utf-8")
        assert f"<omvang>{file.stat().st_size}</omvang>" in text
        assert sha256_of(file.read_bytes()) in text
        assert siegfried(file) in text or file.name.endswith(".fragment.html")
        assert "<checksumDatum>2026-11-30T09:30:00+00:00</checksumDatum>" in text


def test_the_web_pages_are_sound(whole: tuple[Dossier, Path]) -> None:
    """The guide is valid HTML."""
    assert not nu([whole[1] / f"{GUIDE}.html"])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_guide_is_accessible(whole: tuple[Dossier, Path], browser: Browser, scheme: Scheme) -> None:
    """The web page of the guide passes axe at every width, and nothing sticks out at its side."""
    page = whole[1] / f"{GUIDE}.html"

    for width in WIDTHS:
        assert not browser.axe(page, width=width, scheme=scheme)
        assert browser.overhang(page, width=width) == 0


def test_the_guide_is_one_page_with_the_names_of_this_dossier(whole: tuple[Dossier, Path]) -> None:
    """A reader meets the files at hand, a quotation of these papers, and its checksum."""
    data = whole[0].files[f"{GUIDE}.pdf"]
    text = transcript(read_tree(data))

    assert page_count(data) == 1
    for words in (
        "2026-12-08 veerdienst - bijlage 2.pdf",
        "sha256sum -c SHA256SUMS",
        "De gemeente Oostdam houdt de veerdienst over de Lange Vliet in 2024 in stand.",
        "Havenkrant",
        "al. 1",
        sha256_of(whole[0].files["havenkrant-2023.txt"]),
    ):
        assert words in text


def test_the_guide_is_one_page_however_much_there_is_to_tell(built: Workspace, annexes: list[Annex]) -> None:
    """Many annexes with long names, a combined file, a seal, somebody to ask: a reader turns no page."""
    long = "2026-12-08 Wat zes gemeenten over hun veren en hun bruggen besloten in 2026 - bijlage"
    many = [replace(annexes[0], number=number, base=f"{long} {number}") for number in range(1, 8)]
    rules = load_rules(built).value
    assert rules is not None
    asked = replace(rules, contact=CLERK.model_copy(update={"name": "Griffie van de gemeente Oostdam"}))
    folder = "2026-12-08 agendapunt 7"
    made = guide(many, folder, f"{folder} - alle bijlagen.pdf", asked, Wishes(seal=True), built)

    assert made.value is not None
    assert page_count(made.value[f"{GUIDE}.pdf"]) == 1
    assert not made.diagnostics


def test_metadata_for_the_council_information_system(whole: tuple[Dossier, Path]) -> None:
    """A Dutch brief has ORI fields; a Flemish one a document, never a decision."""
    fields = json.loads(whole[0].files["2026-12-08 veerdienst - bijlage 2.ori.json"])
    fragment = whole[0].files["2026-12-08 veer-in-cijfers - bijlage 3.fragment.html"].decode()

    assert fields["agendapunten"] == ["7"]
    assert fields["informatieobjecttype"] == "mededeling"
    assert fields["bestandsnaam"] == "2026-12-08 veerdienst - bijlage 2.pdf"
    assert "foaf:Document" in fragment
    assert "besluit" not in fragment.lower()


def test_the_manifest_covers_every_file_but_itself(whole: tuple[Dossier, Path]) -> None:
    """No file can be changed or added without the manifest showing it."""
    files: Mapping[str, bytes] = {name: data for name, data in whole[0].files.items() if name != CHECKSUMS}

    assert whole[0].files[CHECKSUMS] == checksums(files)


def test_the_same_briefs_give_the_same_dossier(built: Workspace, annexes: list[Annex]) -> None:
    """The clock, the machine and the run leave no trace."""
    once, again = attempt(built, annexes).value, attempt(built, annexes).value

    assert once is not None
    assert once == again


def test_what_the_archive_must_say_is_asked_for(built: Workspace, annexes: list[Annex]) -> None:
    """Without the owner's values there is no description of the record, and a warning names the keys."""
    half = "archive:\n  creators: [Gemeente Oostdam]\n  restrictions: [{label: Openbaar}]\n"
    done = attempt(built, [changed(annexes[0], half)])
    found = [one for one in done.diagnostics if one.code == "archive-incomplete"]

    assert done.value is not None
    assert not [name for name in done.value.files if name.endswith("2.mdto.xml")]
    assert [one.params["keys"] for one in found] == ["archive.appraisal, archive.restrictions.list"]
    assert found[0].place is not None
    assert (SPEC + half).splitlines()[found[0].place.line - 1].startswith(("archive:", "  creators"))


@pytest.mark.parametrize(
    ("more", "code", "line"),
    [
        ("council: {embargo: 2026-12-09}\n", "dossier-embargo", "council: {embargo: 2026-12-09}"),
        ("", "dossier-field-missing", ""),
    ],
)
def test_what_stops_a_dossier(
    built: Workspace, annexes: list[Annex], more: str, code: str, line: str
) -> None:
    """An embargo that has not passed and a field that the council asks for: no dossier, and the place."""
    required = ("council.body",) if code == "dossier-field-missing" else ()
    done = attempt(built, [changed(annexes[0], more)], required=required)
    found = [one for one in done.diagnostics if one.is_error]

    assert done.value is None
    assert [one.code for one in found] == [code]
    assert found[0].place is not None
    assert not line or (SPEC + more).splitlines()[found[0].place.line - 1] == line


@pytest.mark.ci
def test_an_embargo_that_ends_on_the_day_is_none(built: Workspace, annexes: list[Annex]) -> None:
    """The embargo date is the first day on which the brief may be public."""
    assert attempt(built, [changed(annexes[0], "council: {embargo: 2026-12-08}\n")]).value is not None


def test_limits_hold_for_stamped_files(built: Workspace, annexes: list[Annex]) -> None:
    """A file too large and a brief too long are named with the limit."""
    large = attempt(built, annexes[:1], max_bytes=20_000)
    long = attempt(built, annexes, max_pages=1)

    assert large.value is None
    assert {one.code for one in large.diagnostics if one.is_error} == {"dossier-file-too-large"}
    assert long.value is None
    assert {one.code for one in long.diagnostics if one.is_error} == {"dossier-too-many-pages"}


def test_two_annexes_never_share_a_name_or_a_number(built: Workspace, annexes: list[Annex]) -> None:
    """One file would replace the other; letter case does not tell them apart everywhere."""
    same_name = [replace(annexes[0], base="Stuk"), replace(annexes[1], base="stuk")]
    same_number = [annexes[0], replace(annexes[1], number=2)]

    assert {one.code for one in attempt(built, same_name).diagnostics if one.is_error} == {
        "dossier-name-twice"
    }
    assert {one.code for one in attempt(built, same_number).diagnostics if one.is_error} == {
        "dossier-annex-twice"
    }


def test_a_brief_that_prints_another_number_is_reported(built: Workspace, annexes: list[Annex]) -> None:
    """What the brief itself prints of the meeting must not contradict the stamp."""
    done = attempt(
        built, [changed(annexes[0], "council: {agenda_item: 6a, meeting: 2026-12-08, annex: 1}\n")]
    )
    found = [one.params for one in done.diagnostics if one.code == "dossier-differs"]

    assert done.value is not None
    assert [(one["key"], one["printed"], one["given"]) for one in found] == [
        ("agenda_item", "6a", "7"),
        ("annex", "1", "2"),
    ]


def test_a_stamp_that_cannot_be_printed_is_refused(built: Workspace, annexes: list[Annex]) -> None:
    """A character without a glyph is named."""
    done = attempt(built, annexes[:1], meeting=Meeting(MEETING.date, "七"))

    assert done.value is None
    assert [one.params["character"] for one in done.diagnostics if one.is_error] == ["七"]
