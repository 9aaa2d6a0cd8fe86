"""What a spec may say for the council and the archive."""

from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.workspace import Workspace
from bronbrief.spec.council import DocumentType
from bronbrief.spec.load import load_spec
from support.workspaces import BRIEF

ARCHIVE = "archive:\n  appraisal: {label: Tijdelijk te bewaren, code: V}\n  creators: [Gemeente Oostdam]\n"


def add(workspace: Path, text: str) -> None:
    """Write more at the end of the spec."""
    path = workspace / "briefs" / f"{BRIEF}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_the_archive_is_joined_key_by_key(workspace: Path) -> None:
    """What all briefs share of the archive stays, where a spec adds a key of its own."""
    (workspace / "briefs" / "_defaults.yaml").write_text(ARCHIVE, encoding="utf-8")
    add(workspace, "archive: {creators: [Griffie]}\n")
    loaded = load_spec(Workspace(workspace), f"briefs/{BRIEF}.yaml", BLOCKS).value

    assert loaded is not None
    assert loaded.spec.archive is not None
    assert loaded.spec.archive.creators == ["Griffie"]
    assert loaded.spec.archive.appraisal is not None
    assert loaded.spec.archive.appraisal.code == "V"


def test_council_values_are_read(workspace: Path) -> None:
    """A draft, its embargo and its type are more than text."""
    add(workspace, "council: {concept: true, embargo: 2026-12-01, document_type: ingekomen_stuk}\n")
    loaded = load_spec(Workspace(workspace), f"briefs/{BRIEF}.yaml", BLOCKS).value

    assert loaded is not None
    assert loaded.spec.council is not None
    assert loaded.spec.council.concept
    assert loaded.spec.council.embargo is not None
    assert loaded.spec.council.embargo.isoformat() == "2026-12-01"
    assert loaded.spec.council.document_type is DocumentType.RECEIVED


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("council: {document_type: notitie}\n", "spec-not-a-document-type", "notitie"),
        ("council: {document_type: [a]}\n", "spec-text-not-list", "document_type"),
        ("council: {concept: ja}\n", "spec-not-boolean", "ja"),
        ("council: {embargo: 2026-02-30}\n", "spec-no-such-date", "2026-02-30"),
        ("council: {purpose: ter kennisneming}\n", "spec-not-a-purpose", "ter kennisneming"),
        ("council: {sent: 3 mei 2026}\n", "spec-not-a-date", "3 mei 2026"),
        ("council: {decided: 2026-04-31}\n", "spec-no-such-date", "2026-04-31"),
        ("council: {cc: Rekenkamer}\n", "spec-list-not-text", "Rekenkamer"),
        ("council: {onderwerp: Brug}\n", "spec-misspelt-key", "onderwerp"),
        ("council: {signatories: [{naam: Jansen}]}\n", "spec-misspelt-key", "naam"),
        ("fields: [{label: Programma}]\n", "spec-missing-key", "{label: Programma}"),
        ("our_reference: B-1\n", "spec-key-elsewhere", "our_reference"),
        ("archive: {apraisal: {label: x}}\n", "spec-misspelt-key", "apraisal"),
        ("archive: {waardering: {label: x}}\n", "spec-misspelt-key", "waardering"),
        ("archive: {creators: Griffie}\n", "spec-list-not-text", "Griffie"),
    ],
)
def test_mistakes_are_found_where_they_stand(workspace: Path, text: str, code: str, at: str) -> None:
    """Each mistake is one finding, at its own characters."""
    add(workspace, text)
    found = load_spec(Workspace(workspace), f"briefs/{BRIEF}.yaml", BLOCKS).diagnostics

    assert [one.code for one in found] == [code]
    assert found[0].place is not None
    assert text[found[0].place.column - 1 : found[0].place.end_column - 1] == at
