"""What changed nothing is no alarm: other names, line ends, left-over files; what was added is found."""

import hashlib
import json
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.dossier.described import described
from bronbrief.dossier.matter import Wishes
from bronbrief.dossier.papers import make_dossier
from bronbrief.dossier.rules import load_rules
from bronbrief.pipeline.run import build
from bronbrief.verify.checksums import CHECKSUMS, checksums
from bronbrief.verify.proofs import Standing, Verification
from bronbrief.verify.verify import verify
from support.dossiers import MEETING, two_annexes
from support.published import published_small
from support.workspaces import BRIEF, SOURCE_ID, write_minimal_workspace

Files = dict[str, bytes]
SOURCE = f"{SOURCE_ID}.txt"


@pytest.fixture(scope="module")
def made(built: Workspace) -> Files:
    """Return the files of a dossier of two briefs, with a combined file and the source."""
    rules = load_rules(built).value
    assert rules is not None
    sources = {SOURCE: (built.root / "seeds" / SOURCE).read_bytes()}
    done = make_dossier(two_annexes(built), MEETING, rules, Wishes(combined=True, sources=sources), built)
    assert done.value is not None, done.diagnostics
    return dict(done.value.files)


@pytest.mark.parametrize("said", ["subtitle: Een kaart van het veer", "author: Griffie van Oostdam", ""])
def test_what_a_file_says_of_itself_in_other_words_is_no_alarm(said: str, tmp_path: Path) -> None:
    """What a brief is about is its summary, else its subtitle; whose it is may be left out."""
    workspace = Workspace(write_minimal_workspace(tmp_path))
    path = tmp_path / "briefs" / f"{BRIEF}.yaml"
    path.write_text(f"{said}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert build(workspace).exit_code == 0
    assert not [one for one in verify(tmp_path / "build" / BRIEF, workspace).diagnostics if one.is_error]


def test_a_brief_with_a_chart_is_proven(tmp_path: Path) -> None:
    """Its page says the caption first, its PDF what the picture shows; both say the same."""
    workspace = Workspace(write_minimal_workspace(tmp_path))
    path = tmp_path / "briefs" / f"{BRIEF}.yaml"
    rows = '[{label: Nu, values: ["1,5"], cite: [kosten]}]'
    chart = f"chart: {{caption: Wat de vaart kost, unit: miljoen euro, columns: [Kosten], rows: {rows}}}"
    quoted = f"  kosten: {{source: {SOURCE_ID}, passage: al. 2}}\n"
    spec = path.read_text(encoding="utf-8").replace("\nsections:", f"\n{quoted}sections:")
    path.write_text(f"{spec}  - heading: De kosten\n    {chart}\n", encoding="utf-8")
    report = build(workspace)
    assert report.exit_code == 0, report.diagnostics
    assert not [one for one in verify(tmp_path / "build" / BRIEF, workspace).diagnostics if one.is_error]


def _written(folder: Path, files: Files) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def _zipped(path: Path, files: Files) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def _relisted(files: Files) -> Files:
    rest = {name: data for name, data in files.items() if name != CHECKSUMS}
    return {**rest, CHECKSUMS: checksums(rest)}


def _codes(done: Verification) -> set[str]:
    return {one.code for one in done.diagnostics}


def _underscored(files: Files) -> Files:
    return {name.replace(" ", "_"): data for name, data in files.items()}


def _crlf(files: Files) -> Files:
    return {**files, CHECKSUMS: files[CHECKSUMS].replace(b"\n", b"\r\n")}


def _decomposed(files: Files) -> Files:
    return {unicodedata.normalize("NFD", name): data for name, data in files.items()}


def _littered(files: Files) -> Files:
    names = (".DS_Store", "__MACOSX/._a.pdf", "Thumbs.db", "desktop.ini", "._b.html")
    return {**files, **dict.fromkeys(names, b"\0")}


@pytest.mark.every(6)
@pytest.mark.parametrize("change", [_underscored, _crlf, _decomposed, _littered])
@pytest.mark.parametrize("packed", [True, False])
def test_what_portals_and_programs_do_to_a_dossier_is_no_alarm(
    made: Files, tmp_path: Path, change: Callable[[Files], Files], *, packed: bool
) -> None:
    """Names, line ends and left-over files change no content: all is proven as before."""
    files = change(made)
    path = _zipped(tmp_path / "a.zip", files) if packed else _written(tmp_path / "a", files)
    done = described(path, verify(path))
    assert done.standing is Standing.PROVEN, done.diagnostics
    assert done.checked == len(made) - 1


@pytest.mark.parametrize("name", ["LEESMIJ.html", "tweede/stuk.pdf", "dossier/nog iets.txt"])
def test_what_lies_beside_or_in_a_dossier_unlisted_is_found(made: Files, tmp_path: Path, name: str) -> None:
    """The list names every file: any other in the archive is named, wherever it lies."""
    files = {f"dossier/{one}": data for one, data in made.items()}
    done = verify(_zipped(tmp_path / "a.zip", {**files, name: b"<p>Onwaar</p>"}))
    assert "verify-file-added" in _codes(done)


def test_an_archive_within_which_another_is_hidden_is_found(made: Files, tmp_path: Path) -> None:
    """What stands before or behind an archive is not in its list: it is named."""
    path = _zipped(tmp_path / "a.zip", made)
    true = path.read_bytes()
    other = _zipped(tmp_path / "b.zip", {"a.pdf": b"x"}).read_bytes()
    for forged in (other + true, true + b"x" * 30):
        path.write_bytes(forged)
        assert verify(path).standing is Standing.WRONG


def test_descriptions_that_fit_no_file_are_found(made: Files, tmp_path: Path) -> None:
    """Checksums and sizes of MDTO, titles and meetings of ORI, are held against the files themselves."""
    mdto = next(name for name in made if name.endswith(".pdf.bestand.mdto.xml"))
    ori = next(name for name in made if name.endswith(".ori.json"))
    document = json.loads(made[ori])
    later = json.dumps({**document, "vergaderingen": ["Raad 2027-01-12"]}).encode()
    forged = {
        "sums": {**made, mdto: made[mdto].replace(b"<checksumWaarde>", b"<checksumWaarde>0")},
        "size": {**made, mdto: made[mdto].replace(b"<omvang>", b"<omvang>1")},
        "meeting": {**made, ori: later},
        "title": {**made, ori: json.dumps({**document, "titel": "Anders"}).encode()},
    }
    for name, files in forged.items():
        path = _written(tmp_path / name / "2026-12-08 agendapunt 7", _relisted(files))
        assert "verify-sidecar" in _codes(described(path, verify(path))), name


def test_a_renamed_copy_finds_its_record_by_its_bytes(tmp_path: Path) -> None:
    """In a workspace a copy under any name is known, and said to be unchanged."""
    copy = tmp_path / "Bijlage 7 (1).pdf"
    copy.write_bytes((published_small() / "build" / BRIEF / f"{BRIEF}.pdf").read_bytes())
    done = verify(copy, Workspace(published_small()))
    assert done.standing is Standing.PROVEN, done.diagnostics
    assert done.briefs[0].unchanged == {copy.name}


def test_a_source_with_ligatures_is_quoted_without_an_alarm(tmp_path: Path) -> None:
    """A typeface draws U+FB01 as it draws an f and an i: that neither is the other is no finding."""
    root = write_minimal_workspace(tmp_path / "werk")
    source, record = (root / "seeds" / f"{SOURCE_ID}.{kind}" for kind in ("txt", "yaml"))
    old = source.read_bytes()
    new = old.replace(b"geen reden", "geen ﬁnanciële reden".encode())
    source.write_bytes(new)
    before, after = (hashlib.sha256(one).hexdigest() for one in (old, new))
    record.write_text(record.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    spec = root / "briefs" / f"{BRIEF}.yaml"
    text = spec.read_text(encoding="utf-8").replace("geen reden", "geen financiële reden")
    spec.write_text(text, encoding="utf-8")
    assert build(Workspace(root)).exit_code == 0
    done = verify(root / "build" / BRIEF / f"{BRIEF}.pdf", Workspace(root))
    assert done.standing is Standing.PROVEN, done.diagnostics
    assert any("ﬁ" in one.words for one in done.quotations)


def test_a_file_that_was_saved_anew_is_proven_and_said_to_be_changed(tmp_path: Path) -> None:
    """That bytes changed is one line, and not the proof."""
    build = published_small() / "build" / BRIEF
    for kind in ("html", "evidence.jsonld"):
        (tmp_path / f"{BRIEF}.{kind}").write_bytes((build / f"{BRIEF}.{kind}").read_bytes())
    page = tmp_path / f"{BRIEF}.html"
    page.write_bytes(page.read_bytes() + b"\n")
    done = verify(page, Workspace(published_small()))
    assert _codes(done) == {"verify-changed-since"}
    assert {one.standing for one in done.quotations} == {Standing.PROVEN}
