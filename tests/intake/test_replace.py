"""`add --replace`: a newer version of a source, its record kept, and what becomes of each quotation."""

import hashlib
import os
from pathlib import Path

import pytest

from bronbrief.authoring.replacement import replace_and_compare
from bronbrief.core.diagnostics import Outcome, Severity
from bronbrief.core.workspace import Workspace
from bronbrief.intake.add import Intake, Request
from bronbrief.sources.catalogue import load_catalogue
from support.workspaces import SOURCE, SOURCE_ID

RECORD = f"seeds/{SOURCE_ID}.yaml"
TEXT = f"seeds/{SOURCE_ID}.txt"


def replaced(workspace: Path, name: str, data: bytes, source_id: str = SOURCE_ID) -> Outcome[Intake]:
    """Replace the source by a document of this name."""
    path = workspace.parent / name
    path.write_bytes(data)
    return replace_and_compare(Workspace(workspace), Request(str(path), source_id))


def seeds(workspace: Path) -> dict[str, bytes]:
    """Return all files of seeds/."""
    return {path.name: path.read_bytes() for path in (workspace / "seeds").iterdir()}


def test_each_quotation_is_told_to_stand_to_have_moved_or_to_be_gone(workspace: Path) -> None:
    """A paragraph put in before moves one, other words in another are shown with what changed."""
    newer = SOURCE.replace('"Wij zien', 'Een nieuwe alinea.\n\n"Wij zien').replace("in 2024", "in 2025")
    outcome = replaced(workspace, "nieuw.txt", newer.encode())
    assert outcome.value is not None, outcome.diagnostics
    (effect,) = outcome.diagnostics
    assert (effect.code, effect.place and effect.place.file) == (
        "source-change-effect",
        "briefs/veerdienst.yaml",
    )
    counts = {key: effect.params[key] for key in ("stand", "moved", "gone")}
    assert counts == {"stand": "0", "moved": "1", "gone": "1"}
    assert "→ geen-reden: al. 2 → al. 3" in effect.detail
    assert "[-2024-]" in effect.detail
    assert "{+2025+}" in effect.detail
    assert load_catalogue(Workspace(workspace)).diagnostics == ()
    assert (workspace / TEXT).read_bytes() == newer.encode()


def test_a_version_that_changes_nothing_quoted_says_so(workspace: Path) -> None:
    """What was added at the end leaves every quotation where it was."""
    outcome = replaced(workspace, "nieuw.txt", f"{SOURCE}\nNog een zin.\n".encode())
    (effect,) = outcome.diagnostics
    assert effect.severity is Severity.HINT
    assert {key: effect.params[key] for key in ("stand", "moved", "gone")} == {
        "stand": "2",
        "moved": "0",
        "gone": "0",
    }


def test_the_record_keeps_what_the_author_wrote(workspace: Path) -> None:
    """Facts, comments, order and blank lines stay; what is said of the file follows it, back and forth."""
    before = (workspace / RECORD).read_text(encoding="utf-8")
    own = f"# Zelf nagekeken.\n{before.replace('kind: news', 'kind: news  # ja')}\nnote: Let op\n# Slot.\n"
    (workspace / RECORD).write_text(own, encoding="utf-8")
    page = f"<h1>Kop</h1><p>{SOURCE}</p><p hidden>weg: 'a'</p>"
    assert replaced(workspace, "nieuw.html", page.encode()).value is not None
    now = (workspace / RECORD).read_text(encoding="utf-8")
    assert [line for line in now.splitlines() if line.startswith(("sha256", "orig", "extr", "left", "  - "))]
    kept = [line for line in own.splitlines() if not line.startswith("sha256")]
    assert [line for line in now.splitlines() if line in kept] == kept
    assert "original: havenkrant-2023.original.html" in now
    assert "left_out:\n  - {reason: hidden, text: \"weg: 'a'\"}\n" in now
    assert load_catalogue(Workspace(workspace)).diagnostics == ()
    assert replaced(workspace, "weer.txt", SOURCE.encode()).value is not None
    again = (workspace / RECORD).read_text(encoding="utf-8")
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    assert again == f"{own.rstrip()}\norigin: weer.txt\n"
    assert f"sha256: {digest}" in again
    assert set(seeds(workspace)) == {f"{SOURCE_ID}.txt", f"{SOURCE_ID}.yaml"}


@pytest.mark.parametrize(
    ("name", "data", "source_id", "code"),
    [
        ("x.txt", b" ", SOURCE_ID, "document-without-text"),
        ("x.pdf", b"geen pdf", SOURCE_ID, "document-unreadable"),
        ("x.txt", b"Tekst.", "havenkrant-2032", "source-misspelt"),
        ("x.txt", b"Tekst.", "onbekend", "source-unknown"),
    ],
)
def test_what_cannot_take_its_place_changes_nothing(
    workspace: Path, name: str, data: bytes, source_id: str, code: str
) -> None:
    """A document without text, a broken one, and a source that there is not."""
    before = seeds(workspace)
    outcome = replaced(workspace, name, data, source_id)
    assert (outcome.value, [one.code for one in outcome.diagnostics]) == (None, [code])
    assert seeds(workspace) == before


def test_a_write_that_fails_is_put_back(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk halfway leaves the old version whole."""
    before, real, written = seeds(workspace), os.fsync, 0

    def full(descriptor: int) -> None:
        nonlocal written
        written += 1
        if written == 2:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    outcome = replaced(workspace, "nieuw.html", b"<p>Andere tekst.")
    assert [one.code for one in outcome.diagnostics] == ["output-unwritable"]
    assert seeds(workspace) == before


def test_a_text_that_was_changed_in_place_is_compared_with_the_last_build(workspace: Path) -> None:
    """Where the old text is gone, no quotation can be proven in it, and none is claimed to stand."""
    path = workspace / TEXT
    path.write_bytes(SOURCE.replace("in stand.", "in bedrijf.").encode())
    outcome = replace_and_compare(Workspace(workspace), Request(str(path), SOURCE_ID))
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    assert load_catalogue(Workspace(workspace)).diagnostics == ()
