"""When a source no longer fits its record, `check` says what that means for each quotation, and proposes."""

import hashlib
import shutil
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check
from support.published import published_small
from support.workspaces import BRIEF, SOURCE_ID


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace that was built, with an excerpt that is selected by its passage."""
    root = Path(shutil.copytree(published_small(), tmp_path / "werk"))
    spec = root / "briefs" / f"{BRIEF}.yaml"
    text = spec.read_text(encoding="utf-8")
    old = "    quote: Wij zien geen reden om de dienst te staken\n"
    assert old in text
    spec.write_text(text.replace(old, "    passage: al. 2\n"), encoding="utf-8")
    return root


def _files(root: Path) -> dict[Path, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path: path.read_bytes() for path in paths}


def _checked(root: Path, old: str, new: str) -> tuple[dict[str, Diagnostic], str]:
    """Change the source, check, and return the findings by code and the new checksum."""
    source = root / "seeds" / f"{SOURCE_ID}.txt"
    text = source.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new), encoding="utf-8")
    before = _files(root)
    report = check(Workspace(root))
    assert _files(root) == before
    return {one.code: one for one in report.diagnostics}, hashlib.sha256(source.read_bytes()).hexdigest()


def test_quotations_that_moved_come_with_the_lines_to_change(root: Path) -> None:
    """A paragraph put in before gives the new locator, the record's new checksum and the spec's line."""
    found, digest = _checked(root, '"Wij zien', 'Een alinea ertussen.\n\n"Wij zien')
    assert found["source-changed"].severity is Severity.ERROR
    effect = found["source-change-effect"]
    assert dict(effect.params) == {"source": SOURCE_ID, "stand": "1", "moved": "2", "gone": "0"}
    lines = effect.detail.splitlines()
    assert "✓ in-stand: al. 1" in lines
    assert "→ geen-reden: al. 2 → al. 3" in lines
    assert f"  + sha256: {digest}" in lines
    at = lines.index("  - passage: al. 2")
    assert lines[at + 1] == "  + passage: al. 3"
    file, _, line = lines[at - 1].partition(":")
    assert (root / file).read_text(encoding="utf-8").splitlines()[int(line) - 1].strip() == "passage: al. 2"


def test_quotations_that_are_gone_come_with_the_words_that_are_there(root: Path) -> None:
    """Changed words show beside those that were quoted, and as the quotation that would fit."""
    spec = root / "briefs" / f"{BRIEF}.yaml"
    text = spec.read_text(encoding="utf-8")
    quote = "    quote: Wij zien geen reden om de dienst te staken\n"
    spec.write_text(text.replace("    passage: al. 2\n", quote), encoding="utf-8")
    found, _ = _checked(root, "geen reden", "nog geen reden")
    effect = found["source-change-effect"]
    assert effect.params["gone"] == "1"
    assert "  + quote: Wij zien nog geen reden om de dienst te staken" in effect.detail.splitlines()


def test_a_source_that_fits_its_record_is_not_spoken_of(root: Path) -> None:
    """Without a change there is nothing to propose."""
    codes = {one.code for one in check(Workspace(root)).diagnostics}
    assert not codes & {"source-changed", "source-change-effect"}


def test_without_an_earlier_build_there_is_nothing_to_compare(root: Path) -> None:
    """The change itself stays an error, whether or not there is a record of an earlier build."""
    shutil.rmtree(root / "build")
    found, _ = _checked(root, "geen reden", "een reden")
    assert "source-changed" in found
    assert "source-change-effect" not in found
