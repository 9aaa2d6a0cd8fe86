"""Verifying what cannot be read, or holds nothing: never passed in silence, always said in plain words."""

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from bronbrief.cli.main import run
from bronbrief.core.workspace import Workspace
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.verify.proofs import Standing
from bronbrief.verify.verify import verify
from support.published import published_small
from support.workspaces import BRIEF


def _pdf() -> bytes:
    return (published_small() / "build" / BRIEF / f"{BRIEF}.pdf").read_bytes()


def _page() -> bytes:
    return (published_small() / "build" / BRIEF / f"{BRIEF}.html").read_bytes()


def _untagged() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf())) as pdf:
        del pdf.Root["/StructTreeRoot"]
        pdf.save(out)
    return out.getvalue()


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "garbage": ("pdf", lambda: b"garbage", "verify-unreadable"),
    "empty": ("pdf", lambda: b"", "verify-unreadable"),
    "cut": ("pdf", lambda: _pdf()[:900], "verify-unreadable"),
    "untagged": ("pdf", _untagged, "verify-untagged"),
    "empty page": ("html", lambda: b"", "verify-not-printed"),
    "latin-1": ("html", lambda: _page() + "é".encode("latin-1"), "verify-not-utf8"),
    "a page as a PDF": ("pdf", _page, "verify-unreadable"),
}


@pytest.mark.every(6)
@pytest.mark.parametrize("beside", [True, False], ids=["with its record", "alone"])
@pytest.mark.parametrize("case", CASES)
def test_a_file_that_cannot_be_read_never_passes(case: str, tmp_path: Path, *, beside: bool) -> None:
    """A named file that cannot be read is wrong or not checked, with its record and without; exit 1."""
    kind, data, code = CASES[case]
    path = tmp_path / f"{BRIEF}.{kind}"
    path.write_bytes(data())
    if beside:
        record = published_small() / "build" / BRIEF / f"{BRIEF}.evidence.jsonld"
        shutil.copy(record, tmp_path / record.name)
    done = verify(path, Workspace(published_small()))
    found = {one.code for one in done.diagnostics}
    assert done.standing is (Standing.UNCHECKED if code == "verify-untagged" else Standing.WRONG)
    assert done.unread == (path.name,) or done.standing is Standing.WRONG
    assert code in found or (not beside and "verify-no-record" in found), found
    assert run(["verify", str(path), "--workspace", str(published_small())]) == 1


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_a_folder_or_archive_of_which_nothing_was_verified_never_passes(kind: str, tmp_path: Path) -> None:
    """Papers without a quotation are not proven: that is said, and exits 1."""
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "agenda.txt").write_text("agenda", encoding="utf-8")
    path = folder
    if kind == "zip":
        path = tmp_path / "stukken.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("agenda.txt", "agenda")
    assert verify(path).standing is Standing.WRONG
    assert run(["verify", str(path)]) == 1


def test_a_record_without_a_quotation_is_not_proven(tmp_path: Path) -> None:
    """Where a brief quotes nothing, nothing is verified, and it is said so."""
    source = published_small() / "build" / BRIEF / f"{BRIEF}.evidence.jsonld"
    record = json.loads(source.read_bytes())
    record["total"], record["first"]["items"] = 0, []
    record |= {key: [] for key in ("setOff", "inline", "notes", "sources")}
    path = tmp_path / source.name
    path.write_text(json.dumps(record), encoding="utf-8")
    done = verify(path)
    assert "verify-nothing" in {one.code for one in done.diagnostics}
    assert done.standing is Standing.WRONG


@pytest.mark.parametrize("case", CASES)
def test_what_could_not_be_read_is_said_in_the_language_of_the_reader(case: str, tmp_path: Path) -> None:
    """No English stands in the Dutch words about a file that cannot be read."""
    kind, data, _ = CASES[case]
    path = tmp_path / f"stuk.{kind}"
    path.write_bytes(data())
    for finding in verify(path).diagnostics:
        said = f"{headline(finding, 'nl')} {hint(finding, 'nl')}".split()
        assert not {"the", "not", "this", "has", "cannot"} & set(said), said
