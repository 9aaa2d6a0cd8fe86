"""`bronbrief inspect` reads a PDF aloud."""

import json
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.core.confine import Limits
from bronbrief.verify import contained
from support.typesetting import page, pdf_of


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Return a small PDF of ours."""
    path = tmp_path / "brief.pdf"
    path.write_bytes(pdf_of(page("<h1>Kop</h1><p>Een <em>zin</em>.</p>")))
    return path


def test_prints_the_outline(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without options it prints an element a line."""
    assert run(["inspect", str(pdf)]) == 0
    assert capsys.readouterr().out == "Document\n  H1  “Kop”\n  P  “Een ….”\n    Em  “zin”\n"


def test_prints_the_transcript(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --transcript it prints the words, a block a line."""
    assert run(["inspect", "--transcript", str(pdf)]) == 0
    assert capsys.readouterr().out == "Kop\nEen zin.\n"


def test_says_what_is_wrong_with_other_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without structure is a finding, with exit code 1 and no traceback."""
    path = tmp_path / "x.pdf"
    path.write_bytes(b"geen pdf")
    assert run(["inspect", str(path)]) == 1
    assert "pdf-not-tagged" in capsys.readouterr().err


def test_what_overwhelms_its_reader_is_a_finding(
    pdf: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read in a process with limits, as `verify` reads: what takes more, or is too large, is told."""
    monkeypatch.setattr(contained, "LIMITS", Limits(memory=1 << 20))
    assert run(["inspect", str(pdf), "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert "verify-too-heavy" in said or "verify-unreadable" in said
    monkeypatch.setattr(contained, "BYTES_LIMIT", 100)
    assert run(["inspect", str(pdf), "--lang", "en"]) == 1
    assert "file-too-large" in capsys.readouterr().err


def test_json_holds_the_tree(pdf: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --json it prints each element with its children."""
    assert run(["inspect", "--json", str(pdf)]) == 0
    assert [kid["type"] for kid in json.loads(capsys.readouterr().out)["kids"]] == ["H1", "P"]
