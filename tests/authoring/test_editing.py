"""Edits are shown before they are written, are made in the file that they were made from, and mend it."""

from hashlib import sha256

import pytest

from bronbrief.authoring.editing import fixed, save
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check
from support.workspaces import BRIEF, SPEC

PATH = f"briefs/{BRIEF}.yaml"
QUOTE = "Wij zien geen reden om de dienst te staken"


def write(workspace: Workspace, spec: str) -> tuple[Diagnostic, ...]:
    """Write the spec and return what is found in it."""
    (workspace.root / PATH).write_text(spec, encoding="utf-8")
    return check(workspace).diagnostics


@pytest.fixture(name="there")
def _there(workspace: object) -> Workspace:
    return Workspace(workspace)  # type: ignore[arg-type]


@pytest.mark.every(4)
@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Wij zien geen aanleiding om de dienst te staken", f"quote: {QUOTE}"),
        ("wij zien geen reden om de dienst te staken", f"quote: {QUOTE}\n    initial: lower"),
        (f"{QUOTE}!", f"quote: {QUOTE}"),
        ("[W]ij zien geen reden om de dienst te staken", f"quote: {QUOTE}"),
    ],
)
def test_a_quotation_becomes_what_its_source_has(there: Workspace, typed: str, mended: str) -> None:
    """The fix is proven before it is offered: nothing is wrong once it is made."""
    found = write(there, SPEC.replace(f"quote: {QUOTE}", f'quote: "{typed}"'))
    (edit,) = fixed(there, found)
    assert f"    {mended}\n" in edit.after
    assert write(there, edit.after) == ()


def test_a_quotation_of_other_words_has_no_fix(there: Workspace) -> None:
    """What nothing in the source is like is for the author to mend."""
    found = write(there, SPEC.replace(QUOTE, "De haven wordt met ingang van maandag gesloten"))
    assert [one.code for one in found if one.is_error]
    assert fixed(there, found) == ()


def test_the_diff_shows_what_changes(there: Workspace) -> None:
    """Nothing is written by asking."""
    spec = SPEC.replace("title:", "titel:")
    (edit,) = fixed(there, write(there, spec))
    assert "-titel: De veerdienst" in edit.diff()
    assert "+title: De veerdienst" in edit.diff()
    assert (there.root / PATH).read_text(encoding="utf-8") == spec


def test_what_another_wrote_meanwhile_stays(there: Workspace) -> None:
    """The file is written only if it is still the one that was read."""
    (edit,) = fixed(there, write(there, SPEC.replace("title:", "titel:")))
    (there.root / PATH).write_text("van een ander", encoding="utf-8")
    refused = save(there, PATH, edit.after.encode(), edit.sha256)
    assert [one.code for one in refused.diagnostics] == ["file-changed-meanwhile"]
    assert (there.root / PATH).read_text(encoding="utf-8") == "van een ander"


def test_what_was_saved_is_known_by_its_hash(there: Workspace) -> None:
    """The next edit names the hash of this one; a byte order mark and CRLF stay."""
    spec = "\ufeff" + SPEC.replace("title:", "titel:").replace("\n", "\r\n")
    (there.root / PATH).write_bytes(spec.encode())
    (edit,) = fixed(there, check(there).diagnostics)
    saved = save(there, PATH, edit.after.encode(), edit.sha256)
    data = (there.root / PATH).read_bytes()
    assert saved.value == sha256(data).hexdigest()
    assert data == spec.replace("titel:", "title:").encode()
    assert save(there, PATH, b"title: weer", str(saved.value)).ok


def test_a_link_out_of_the_workspace_is_not_written(there: Workspace) -> None:
    """Neither it nor what it leads to changes."""
    outside = there.root.parent / "buiten.yaml"
    outside.write_text("title: buiten", encoding="utf-8")
    (there.root / "briefs/naar.yaml").symlink_to(outside)
    refused = save(there, "briefs/naar.yaml", b"x", sha256(b"title: buiten").hexdigest())
    assert not refused.ok
    assert outside.read_text(encoding="utf-8") == "title: buiten"
