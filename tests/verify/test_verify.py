"""Verifying whole dossiers: files that were changed, swapped, removed or added; sources at hand or not."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.matter import Wishes
from bronbrief.dossier.papers import make_dossier
from bronbrief.dossier.rules import load_rules
from bronbrief.pipeline.run import build
from bronbrief.verify import bundle
from bronbrief.verify.checksums import CHECKSUMS, checksums
from bronbrief.verify.listing import check_listing
from bronbrief.verify.proofs import Standing, Verification
from bronbrief.verify.verify import verify
from support.dossiers import MEETING, two_annexes
from support.published import published_small, published_workspace
from support.tools import some
from support.workspaces import BRIEF, SOURCE_ID, SPEC, write_minimal_workspace

SOURCE = f"{SOURCE_ID}.txt"


@pytest.fixture(scope="module")
def made(built: Workspace) -> dict[str, bytes]:
    """Return the files of a dossier of two briefs with a combined file and the source."""
    rules = load_rules(built).value
    assert rules is not None
    sources = {SOURCE: (built.root / "seeds" / SOURCE).read_bytes()}
    done = make_dossier(two_annexes(built), MEETING, rules, Wishes(combined=True, sources=sources), built)
    assert done.value is not None, done.diagnostics
    return dict(done.value.files)


def _written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def _zipped(path: Path, entries: list[tuple[zipfile.ZipInfo | str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def _codes(done: Verification) -> set[str]:
    return {finding.code for finding in done.diagnostics}


def _name(files: dict[str, bytes], ending: str) -> str:
    return next(name for name in sorted(files) if name.endswith(ending))


def test_all_that_is_published_is_proven() -> None:
    """Every brief of this repository, in every form, is proven against its sources without a finding."""
    root = published_workspace()
    workspace = Workspace(root)
    folders = sorted(path for path in (root / "build").iterdir() if (path / f"{path.name}.pdf").is_file())
    for folder in some(folders, 3):
        for kind in ("pdf", "html", "evidence.jsonld"):
            done = verify(folder / f"{folder.name}.{kind}", workspace)
            assert done.standing is Standing.PROVEN, done.diagnostics
            assert all(quotation.labels for quotation in done.quotations)


@pytest.mark.parametrize("initial", ["lower", ""])
def test_another_first_letter_is_proven(tmp_path: Path, initial: str) -> None:
    """A quotation set off or in a line whose first letter has another case reads back and is proven."""
    root = write_minimal_workspace(tmp_path / "werk")
    spec = SPEC.replace(
        "    to: in stand.\n", "    to: in stand.\n    initial: lower\n" if initial else "    to: in stand.\n"
    )
    spec = spec.replace(
        "      ![[geen-reden]]", "      ![[geen-reden]]\n\n      Dus ![[in-stand]]\n\n      ![[in-stand]]"
    )
    (root / "briefs" / f"{BRIEF}.yaml").write_text(spec, encoding="utf-8")
    workspace = Workspace(root)

    assert build(workspace, [BRIEF]).exit_code == 0
    for kind in ("pdf", "html", "evidence.jsonld"):
        done = verify(root / "build" / BRIEF / f"{BRIEF}.{kind}", workspace)
        assert done.standing is Standing.PROVEN, done.diagnostics
    page = (root / "build" / BRIEF / f"{BRIEF}.html").read_text(encoding="utf-8")
    assert page.count('<span class="insertion initial">[d]</span>e gemeente') == (2 if initial else 0)


def test_a_dossier_is_proven_as_folder_and_as_archive(made: dict[str, bytes], tmp_path: Path) -> None:
    """Stamped and combined files, guide and sidecars: all is as listed, and no workspace is needed."""
    folder = _written(tmp_path / "dossier", made)
    archive = _zipped(tmp_path / "dossier.zip", [(f"dossier/{name}", data) for name, data in made.items()])
    for path in (folder, archive):
        done = verify(path)
        assert done.standing is Standing.PROVEN, done.diagnostics
        assert done.checked == len(made) - 1
        assert [len(brief.files) for brief in done.briefs] == [3, 3]


def test_the_combined_file_of_one_brief_is_not_called_changed(built: Workspace, tmp_path: Path) -> None:
    """It prints a brief whose record names other files; the list of checksums has it."""
    rules = load_rules(built).value
    assert rules is not None
    done = make_dossier(two_annexes(built)[:1], MEETING, rules, Wishes(combined=True), built)
    assert done.value is not None, done.diagnostics
    proof = verify(_written(tmp_path / "dossier", dict(done.value.files)), built)
    assert proof.standing is Standing.PROVEN, proof.diagnostics
    assert "verify-changed-since" not in _codes(proof)


def test_a_changed_byte_in_any_file_is_found(made: dict[str, bytes]) -> None:
    """Whatever file of a dossier is changed, its checksum tells; a changed list tells too."""
    for name, data in made.items():
        for at in (0, len(data) // 2, len(data) - 1):
            changed = bytearray(data)
            changed[at] ^= 1
            files = {**made, name: bytes(changed)}
            whole = bundle.Bundle("dossier", files, frozenset(files), whole=True)
            found = {finding.code for finding in check_listing(whole, CHECKSUMS).diagnostics}
            told = {"verify-checksum", "verify-manifest-line", "verify-file-missing", "verify-renamed"}
            assert found & told, (name, at)


def test_files_removed_added_and_swapped_are_found(made: dict[str, bytes], tmp_path: Path) -> None:
    """What is gone, what is new and what changed names are each said."""
    pdf, other = (name for name in sorted(made) if name.endswith(".pdf") and "bijlage " in name)
    without = {name: data for name, data in made.items() if name != pdf}
    done = verify(_written(tmp_path / "a", without))
    assert "verify-file-missing" in _codes(done)
    done = verify(_written(tmp_path / "b", {**made, "nog iets.txt": b"x"}))
    assert "verify-file-added" in _codes(done)
    swapped = {**made, pdf: made[other], other: made[pdf]}
    assert "verify-checksum" in _codes(verify(_written(tmp_path / "c", swapped)))
    relisted = {**swapped, CHECKSUMS: checksums({n: d for n, d in swapped.items() if n != CHECKSUMS})}
    assert "verify-title" in _codes(verify(_written(tmp_path / "d", relisted)))
    unlisted = {name: data for name, data in made.items() if name != CHECKSUMS}
    done = verify(_written(tmp_path / "e", unlisted))
    assert _codes(done) == {"verify-no-manifest"}
    assert done.standing is Standing.WRONG


def test_a_forgery_with_a_list_of_its_own_is_found_by_the_source(
    made: dict[str, bytes], built: Workspace, tmp_path: Path
) -> None:
    """Words changed in page, record and dossier's source together, with a new list: the true source tells."""
    true = (built.root / "seeds" / SOURCE).read_bytes()
    old, new = b"Wij zien geen reden om", b"Wij zien wel een reden"
    assert len(old) == len(new)
    forged = {
        name: data.replace(old, new) for name, data in made.items() if name.endswith((".html", ".jsonld"))
    }
    files = {**made, **forged, SOURCE: true.replace(old, new)}
    files[CHECKSUMS] = checksums({name: data for name, data in files.items() if name != CHECKSUMS})
    done = verify(_written(tmp_path / "dossier", files), built)
    wrong = {quotation.id for quotation in done.quotations if quotation.standing is Standing.WRONG}
    assert wrong == {"geen-reden"}
    assert "verify-words" in _codes(done)


def test_a_source_that_is_not_at_hand_is_neither_proof_nor_refutation(tmp_path: Path) -> None:
    """Without the source nothing is said against a quotation, and nothing for it."""
    build = published_small() / "build" / BRIEF
    folder = Path(shutil.copytree(build, tmp_path / BRIEF))
    done = verify(folder / f"{BRIEF}.pdf")
    assert {quotation.standing for quotation in done.quotations} == {Standing.UNCHECKED}
    assert _codes(done) == {"verify-source-absent"}
    found = verify(folder / f"{BRIEF}.pdf", folder=published_small() / "seeds")
    assert found.standing is Standing.PROVEN


def test_a_changed_source_is_named_with_the_quotation(tmp_path: Path) -> None:
    """The quotation whose words are gone is named; a change elsewhere leaves all standing, and is said."""
    root = Path(shutil.copytree(published_small(), tmp_path / "werk"))
    source, pdf = root / "seeds" / SOURCE, root / "build" / BRIEF / f"{BRIEF}.pdf"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("geen reden", "een reden"), encoding="utf-8")
    done = verify(pdf, Workspace(root))
    assert "verify-source-changed" in _codes(done)
    assert {one.id for one in done.quotations if one.standing is Standing.WRONG} == {"geen-reden"}
    source.write_text(text.replace("Over het jaar", "Voor het jaar"), encoding="utf-8")
    done = verify(pdf, Workspace(root))
    assert _codes(done) == {"verify-source-changed-outside"}
    assert done.standing is Standing.WRONG


@pytest.mark.parametrize(
    ("old", "new"),
    [("Havenkrant", "Avondkrant"), ("2023-11", "2023-12"), ("sha256: ", "sha256: 0"), ("Veer", "Veel")],
)
def test_a_changed_record_of_a_source_is_found(tmp_path: Path, old: str, new: str) -> None:
    """What evidence and record both say of a source must agree."""
    root = Path(shutil.copytree(published_small(), tmp_path / "werk"))
    record = root / "seeds" / f"{SOURCE_ID}.yaml"
    text = record.read_text(encoding="utf-8")
    changed = text.replace(old, new)
    if old.startswith("sha"):
        digest = text.split(old)[1].split()[0]
        changed = text.replace(digest, "0" * 64)
    record.write_text(changed, encoding="utf-8")
    done = verify(root / "build" / BRIEF / f"{BRIEF}.evidence.jsonld", Workspace(root))
    assert _codes(done) == {"verify-facts"}


def test_a_finished_file_without_its_record_is_not_proven(tmp_path: Path) -> None:
    """A PDF alone says nothing of where its quotations come from: it is not checked, and that is said."""
    path = tmp_path / "los.pdf"
    path.write_bytes((published_small() / "build" / BRIEF / f"{BRIEF}.pdf").read_bytes())
    assert _codes(verify(path)) == {"verify-no-record"}
    renamed = tmp_path / "iets anders.evidence.jsonld"
    renamed.write_bytes((published_small() / "build" / BRIEF / f"{BRIEF}.evidence.jsonld").read_bytes())
    done = verify(path, Workspace(published_small()))
    assert done.standing is Standing.PROVEN, done.diagnostics


def _link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o120777 << 16
    return entry


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names",
    [
        ["../weg.txt"],
        ["/etc/weg.txt"],
        ["a/../../weg.txt"],
        ["C:/weg.txt"],
        ["a//b.txt"],
        ["dubbel.txt", "dubbel.txt"],
        ["Dubbel.txt", "dubbel.TXT"],
        [_link("wijzer.txt")],
    ],
)
def test_names_that_deceive_are_refused(names: list[zipfile.ZipInfo | str], tmp_path: Path) -> None:
    """An archive whose names lead outside, are links or stand there twice is not read any further."""
    path = _zipped(tmp_path / "a.zip", [(name, b"x") for name in names])
    assert _codes(verify(path)) == {"verify-archive-name"}


def test_archives_that_hold_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits on files and bytes hold for what is unpacked, whatever the archive says of itself."""
    many = _zipped(tmp_path / "a.zip", [(f"{number}.txt", b"") for number in range(bundle.FILES_LIMIT + 1)])
    assert _codes(verify(many)) == {"verify-too-much"}
    monkeypatch.setattr(bundle, "BYTES_LIMIT", 100_000)
    huge = _zipped(tmp_path / "b.zip", [("a.txt", b"0" * 1_000_000)])
    assert huge.stat().st_size < 100_000
    assert _codes(verify(huge)) == {"verify-too-much"}


def test_a_damaged_archive_is_a_finding(made: dict[str, bytes], tmp_path: Path) -> None:
    """Bytes changed or cut off in an archive are reported, without a traceback, unless they say nothing.

    The date of an entry is such: the same files come out.
    """
    whole = _zipped(tmp_path / "a.zip", list(made.items())).read_bytes()
    for at in range(0, len(whole), len(whole) // 25):
        path = tmp_path / "b.zip"
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        opened = bundle.open_bundle(path).value
        same = opened is not None and opened.files == made
        assert verify(path).standing is not Standing.PROVEN or same, at
        path.write_bytes(whole[:at])
        assert verify(path).standing is not Standing.PROVEN, at


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    """A link out of the folder that is verified is left alone."""
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    folder = _written(tmp_path / "map", {"a.txt": b"a"})
    (folder / "b.txt").symlink_to(secret)
    opened = bundle.open_bundle(folder)
    assert opened.value is not None
    assert set(opened.value.files) == {"a.txt"}


def test_a_record_that_names_files_elsewhere_reads_none_of_them(tmp_path: Path) -> None:
    """A record may name any source by any path; only texts at hand are ever read."""
    data = (published_small() / "build" / BRIEF / f"{BRIEF}.evidence.jsonld").read_text(encoding="utf-8")
    record = json.loads(data)
    for item in record["first"]["items"]:
        for target in item["target"]:
            target["source"]["id"] = "../../../../etc/passwd"
            target["source"]["sha256"] = "0" * 64
    record["sources"] = [record["first"]["items"][0]["target"][0]["source"]]
    path = tmp_path / f"{BRIEF}.evidence.jsonld"
    path.write_text(json.dumps(record), encoding="utf-8")
    done = verify(path, Workspace(published_small()))
    assert _codes(done) == {"verify-source-absent", "verify-nothing"}


def test_what_a_librarian_knows_is_printed_and_compared(tmp_path: Path) -> None:
    """Number, whole, author, day of reading and archived copy print, are read back, and recorded."""
    root = write_minimal_workspace(tmp_path / "werk")
    record = root / "seeds" / f"{SOURCE_ID}.yaml"
    archived = "https://web.archive.org/web/2023/https://havenkrant.nl/veer"
    facts = {
        "identifier": "stcrt-2023-77",
        "part_of": "Zaterdag",
        "author": "J. Vis",
        "retrieved": "2026-11-20",
    }
    said = "".join(f"{key}: {value}\n" for key, value in (facts | {"archived": archived}).items())
    record.write_text(f"{record.read_text(encoding='utf-8')}{said}", encoding="utf-8")

    report = build(Workspace(root), [])
    page = (root / "build" / BRIEF / f"{BRIEF}.html").read_text(encoding="utf-8")
    evidence = root / "build" / BRIEF / f"{BRIEF}.evidence.jsonld"
    assert not [one for one in report.diagnostics if one.is_error]
    assert "J. Vis, <cite>" in page
    assert "in: Zaterdag, Havenkrant, november 2023, <i>Stcrt.</i> 2023, 77." in page
    assert verify(evidence, Workspace(root)).standing is Standing.PROVEN

    record.write_text(record.read_text(encoding="utf-8").replace("2023-77", "2023-78"), encoding="utf-8")
    assert _codes(verify(evidence, Workspace(root))) == {"verify-facts"}
