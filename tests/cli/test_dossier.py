"""`bronbrief dossier` as a clerk meets it."""

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.verify.reading import read_tree, transcript
from support.dossiers import ARCHIVE, FLEMISH, FLEMISH_SPEC
from support.sealing import CLERK, PASSPHRASE, clerk, issuer
from support.workspaces import BRIEF

MEETING = ["--meeting", "2026-12-08", "--item", "7"]
FOLDER = Path("build/dossier/2026-12-08 agendapunt 7")
DUTCH_PDF = "2026-12-08 De veerdienst over de Lange Vliet - bijlage {}.pdf"


@pytest.fixture
def folder(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a workspace with two briefs and an archive that is known."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (workspace / "briefs" / "_defaults.yaml").write_text(ARCHIVE, encoding="utf-8")
    (workspace / "briefs" / f"{FLEMISH}.yaml").write_text(FLEMISH_SPEC, encoding="utf-8")
    monkeypatch.chdir(workspace)
    return workspace


@pytest.mark.usefixtures("folder")
def test_a_brief_becomes_a_folder_and_a_zip(capsys: pytest.CaptureFixture[str]) -> None:
    """One command says what was made and where; `sha256sum` and `unzip` agree with it."""
    assert run(["dossier", BRIEF, *MEETING, "--annex", "2", "--made", "2026-11-30"]) == 0
    captured = capsys.readouterr()

    assert captured.err == ""
    assert captured.out.splitlines()[:2] == [f"dossier      {FOLDER}", f"zip          {FOLDER}.zip"]
    names = {path.name for path in FOLDER.iterdir()}
    assert DUTCH_PDF.format(2) in names
    with zipfile.ZipFile(f"{FOLDER}.zip") as archive:
        assert archive.testzip() is None
        assert {name.rsplit("/", 1)[-1] for name in archive.namelist()} == names
    subprocess.run(["sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS"], cwd=FOLDER, check=True)


@pytest.mark.usefixtures("folder")
def test_renumbering_sets_no_page_anew() -> None:
    """Another agenda item makes another stamp on the same pages, and the built brief stays as it is."""
    assert run(["dossier", BRIEF, *MEETING, "--quiet"]) == 0
    built = Path(f"build/{BRIEF}/{BRIEF}.pdf")
    before, stamp = built.read_bytes(), built.stat().st_mtime_ns
    assert run(["dossier", BRIEF, "--meeting", "2026-12-08", "--item", "9b", "--annex", "4", "--quiet"]) == 0
    other = Path("build/dossier/2026-12-08 agendapunt 9b") / DUTCH_PDF.format(4)

    assert transcript(read_tree(other.read_bytes())).startswith("Bijlage 4 bij agendapunt 9b\n")
    assert (built.read_bytes(), built.stat().st_mtime_ns) == (before, stamp)


def test_a_file_lists_the_briefs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A YAML file names meeting, item and briefs; numbers count on, and options win."""
    (folder / "raad.yaml").write_text(
        f"meeting: 2026-12-08\nitem: 6\nbriefs:\n  - brief: {FLEMISH}\n    annex: 3\n  - {BRIEF}\n",
        encoding="utf-8",
    )
    os.chdir(folder / "briefs")

    assert run(["dossier", "../raad.yaml", "--item", "7", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)["dossier"]
    assert Path(made["folder"]).name == FOLDER.name
    assert DUTCH_PDF.format(4) in made["files"]
    assert "2026-12-08 Coördinatie van het veer - wat het kost - bijlage 3.pdf" in made["files"]


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("meting: 2026-12-08\nbriefs: [{brief}]\n", "spec-misspelt-key", "meting"),
        ("meeting: 8-12-2026\nitem: 7\nbriefs: [{brief}]\n", "spec-not-a-date", "8-12-2026"),
        ("meeting: 2026-12-08\nitem: 7\nbriefs: [veerdinst]\n", "brief-unknown", "veerdinst"),
        ("meeting: 2026-12-08\nitem: 7\nbriefs: [{{brief: veerdinst}}]\n", "brief-unknown", "veerdinst"),
        ("meeting: 2026-12-08\nitem: 7\nbriefs: [{brief}, {brief}]\n", "dossier-brief-twice", "{brief}"),
        ("item: 7\nbriefs: [{brief}]\n", "dossier-meeting-missing", ""),
        ("meeting: 2026-12-08\nbriefs: [{brief}]\n", "dossier-item-missing", ""),
    ],
)
def test_mistakes_in_the_file_are_found_where_they_stand(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, code: str, at: str
) -> None:
    """A mistake is one finding in the file, and no dossier is made."""
    written = text.format(brief=BRIEF)
    (folder / "raad.yaml").write_text(written, encoding="utf-8")

    assert run(["dossier", "raad.yaml", "--json"]) in {1, 2}
    document = json.loads(capsys.readouterr().out)
    place = document["diagnostics"][0]["place"]
    line = written.splitlines()[place["line"] - 1] if place["line"] else ""
    assert document["dossier"] is None
    assert [found["code"] for found in document["diagnostics"]] == [code]
    assert place["file"] == "raad.yaml"
    assert line[place["column"] - 1 : place["end_column"] - 1] == at.format(brief=BRIEF)
    assert not (folder / FOLDER.parent).exists()


@pytest.mark.ci
def test_what_is_left_out_comes_from_the_brief(folder: Path) -> None:
    """The meeting, the item and the number that a spec gives need not be given again."""
    spec = folder / "briefs" / f"{BRIEF}.yaml"
    more = 'council: {meeting: 2026-12-08, agenda_item: "7", annex: 5}\n'
    spec.write_text(spec.read_text(encoding="utf-8") + more, encoding="utf-8")

    assert run(["dossier", BRIEF, "--quiet"]) == 0
    assert (FOLDER / DUTCH_PDF.format(5)).is_file()


@pytest.mark.ci
def test_personal_data_is_told_and_can_stop_the_dossier(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A council decides whether a BSN is a warning or stops the dossier; what stood before stays."""
    assert run(["dossier", BRIEF, *MEETING, "--quiet"]) == 0
    before = {path: path.read_bytes() for path in FOLDER.iterdir()}
    spec = folder / "briefs" / f"{BRIEF}.yaml"
    text = spec.read_text(encoding="utf-8")
    spec.write_text(
        text.replace("ziet geen aanleiding", "(111222333) ziet geen aanleiding"), encoding="utf-8"
    )
    (folder / "streng.yaml").write_text("screening: {bsn: error}\n", encoding="utf-8")
    capsys.readouterr()

    assert run(["dossier", BRIEF, *MEETING, "--council", "streng.yaml"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "[personal-bsn]" in captured.err
    assert {path: path.read_bytes() for path in FOLDER.iterdir()} == before
    assert run(["dossier", BRIEF, *MEETING]) == 0
    assert "warning" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_the_dossier_can_go_elsewhere(tmp_path: Path) -> None:
    """`--output` names any folder, and makes it."""
    place = tmp_path / "naar" / "de griffie"

    assert run(["dossier", BRIEF, *MEETING, "--output", str(place), "--quiet"]) == 0
    assert (place / FOLDER.name / "SHA256SUMS").is_file()
    assert (place / f"{FOLDER.name}.zip").is_file()
    assert not Path("build/dossier").exists()


def test_a_brief_with_errors_makes_no_dossier(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be built cannot be bundled."""
    spec = folder / "briefs" / f"{BRIEF}.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("geen reden", "goede reden"), encoding="utf-8")

    assert run(["dossier", BRIEF, FLEMISH, *MEETING]) == 1
    assert "[quote-drift]" in capsys.readouterr().err
    assert not FOLDER.exists()


@pytest.mark.ci
def test_a_draft_says_so_on_every_page_and_on_the_cover(folder: Path) -> None:
    """Concept and confidentiality print as text: at the head, among the facts, on the cover."""
    spec = folder / "briefs" / f"{BRIEF}.yaml"
    more = "council: {concept: true, confidentiality: vertrouwelijk}\n" + ARCHIVE.replace(
        "Openbaar", "Gesloten"
    )
    spec.write_text(spec.read_text(encoding="utf-8") + more, encoding="utf-8")

    assert run(["dossier", BRIEF, *MEETING, "--combined", "--with-sources", "--quiet"]) == 0
    text = transcript(read_tree((FOLDER / DUTCH_PDF.format(1)).read_bytes())).splitlines()
    whole = transcript(read_tree((FOLDER / f"{FOLDER.name} - alle bijlagen.pdf").read_bytes()))
    page = (FOLDER / DUTCH_PDF.format(1)).with_suffix(".html").read_text(encoding="utf-8")
    assert text[1] == "Concept – vertrouwelijk"
    assert "Status Concept" in text
    assert "(Concept, vertrouwelijk)" in whole
    assert '<p class="marking">Concept – vertrouwelijk</p>' in page
    assert (FOLDER / "havenkrant-2023.txt").is_file()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [["dossier"], ["dossier", BRIEF, "--meeting", "8 december"], ["dossier", BRIEF, "--annex", "0"]],
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    """No brief, a date that is none, a number below one: usage."""
    assert run(arguments) == 2


@pytest.mark.every(3)
@pytest.mark.parametrize(("epoch", "options", "checked"), [
    ("1764547200", [], "2025-12-01T00:00:00+00:00"),
    ("1764547200", ["--made", "2026-11-30"], "2026-11-30T00:00:00"),
    ("vandaag", [], "2026-11-21T00:00:00"),
])  # fmt: skip
@pytest.mark.usefixtures("folder")
def test_the_date_of_the_checksums_is_what_was_said(
    monkeypatch: pytest.MonkeyPatch, epoch: str, options: list[str], checked: str
) -> None:
    """`--made` goes before SOURCE_DATE_EPOCH, and the date of the brief stands where neither says it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert run(["dossier", BRIEF, *MEETING, *options, "--quiet"]) == 0
    told = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.bestand.mdto.xml")]
    assert told
    assert all(f"<checksumDatum>{checked}</checksumDatum>" in one for one in told)


@pytest.mark.ci
@pytest.mark.usefixtures("folder")
def test_a_next_dossier_says_what_it_replaces() -> None:
    """`--replaces` names the folder of an earlier dossier; what is none is a finding, and makes nothing."""
    assert run(["dossier", BRIEF, *MEETING, "--quiet"]) == 0
    later = ["--meeting", "2027-01-12", "--item", "4", "--annex", "3", "--quiet"]
    assert run(["dossier", BRIEF, *later, "--replaces", str(FOLDER)]) == 0
    said = json.loads(Path("build/dossier/2027-01-12 agendapunt 4/dossier.json").read_text(encoding="utf-8"))

    assert [one["annex"] for one in said["documents"][0]["replaces"]] == [1]
    assert run(["dossier", BRIEF, *MEETING, "--replaces", "seeds", "--quiet"]) == 1


@pytest.mark.ci
def test_a_seal_by_the_command_is_proven_by_the_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The pass phrase comes from a variable; `verify` says who sealed, in plain words."""
    party = clerk(issuer())
    certificate = party.write(folder / "griffie.p12")
    trusted = party.write_issuer(folder / "uitgever.pem")
    seal = ["dossier", BRIEF, *MEETING, "--made", "2026-11-30", "--seal", str(certificate)]
    monkeypatch.setenv("BRONBRIEF_SEAL_PASSPHRASE", "verkeerd")
    assert run(seal) == 2
    assert "[dossier-seal-key]" in capsys.readouterr().err
    assert not FOLDER.exists()
    monkeypatch.setenv("BRONBRIEF_SEAL_PASSPHRASE", PASSPHRASE)

    assert run(seal) == 0
    assert run(["verify", str(FOLDER)]) == 0
    assert f"seal of {CLERK}" in capsys.readouterr().out
    assert run(["verify", str(FOLDER), "--strict"]) == 1
    assert run(["verify", str(FOLDER), "--strict", "--trust", str(trusted)]) == 0


def test_the_schema_of_the_index_is_written(folder: Path) -> None:
    """Who reads `dossier.json` gets its shape from the command."""
    assert run(["schema", "--dossier", "--output", "dossier.schema.json"]) == 0
    assert (
        "documents" in json.loads((folder / "dossier.schema.json").read_text(encoding="utf-8"))["properties"]
    )


def test_sample_text_that_nobody_replaced_keeps_a_brief_out_of_a_dossier(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `new` and `init` wrote is a warning when the brief is built, and an error for a council."""
    with (folder / "briefs" / "_defaults.yaml").open("a", encoding="utf-8") as shared:
        shared.write("author: Griffie (voorbeeld)\n")
    assert run(["build", BRIEF, "--quiet"]) == 0
    capsys.readouterr()
    assert run(["dossier", BRIEF, *MEETING, "--lang", "nl"]) == 1
    said = capsys.readouterr().err

    assert "fout: Hier staat nog voorbeeldtekst: “Griffie (voorbeeld)” [unedited]" in said
    assert not FOLDER.exists()
