"""Every folder in `cases/` is a small workspace with one thing wrong, and what is said of it.

`expected/check.txt` holds the findings as a reader in English sees them, `expected/exit` the exit code.
After a change of words, run `BRONBRIEF_UPDATE_CASES=1 pytest tests/test_cases.py` and read the difference.
To add a case, make a folder with `briefs/`, `seeds/` and an empty `expected/`, and do the same.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.core.workspace import SPEC_LIMIT

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())
IN_ORDER = "in-order"
WRONG = [name for name in NAMES if name != IN_ORDER]
UPDATE = os.environ.get("BRONBRIEF_UPDATE_CASES") == "1"


def copy(name: str, target: Path, fonts: Path | None = None) -> Path:
    """Copy a case without what is expected of it, with typefaces that were cut to size before."""
    workspace = shutil.copytree(
        CASES / name, target / name, ignore=shutil.ignore_patterns("expected", "build")
    )
    if fonts is not None:
        shutil.copytree(fonts / "build" / ".cache", workspace / "build" / ".cache")
    return Path(workspace)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and the time of change of every published file."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the workspace in which all is in order, once."""
    workspace = copy(IN_ORDER, tmp_path_factory.mktemp("built"))
    assert run(["build", "--workspace", str(workspace), "--quiet", "--lang", "en"]) == 0
    return workspace


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_those_expected(
    name: str, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each mistake gives the findings that stand beside it, word for word, and the exit code."""
    workspace, expected = copy(name, tmp_path, built), CASES / name / "expected"
    code = run(["check", "--workspace", str(workspace), "--lang", "en"])
    said = capsys.readouterr().out
    if UPDATE:
        expected.mkdir(exist_ok=True)
        (expected / "check.txt").write_text(said, encoding="utf-8")

    assert said == (expected / "check.txt").read_text(encoding="utf-8")
    assert code == (0 if name == IN_ORDER else 1)


@pytest.mark.parametrize("name", WRONG)
def test_every_finding_has_a_place_and_a_cure(name: str) -> None:
    """Each case has at least one error, located in a file, with a hint and a way to read more."""
    said = (CASES / name / "expected" / "check.txt").read_text(encoding="utf-8")
    found = re.findall(r"^([^\s:]+)(:\d+:\d+)?: (?:error|warning): .+ \[[a-z0-9-]+\]$", said, re.MULTILINE)

    assert found
    assert said.count("\n  hint: ") == said.count("\n  more: bronbrief explain ") == len(found)


@pytest.mark.every(4)
@pytest.mark.parametrize("name", WRONG)
def test_the_last_good_build_stays_untouched(
    name: str, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build that fails exits with 1, shows no traceback, and leaves what was built before as it was."""
    workspace = copy(name, tmp_path)
    shutil.copytree(built / "build", workspace / "build")
    before = snapshot(workspace / "build" / "brug")
    code = run(["build", "brug", "--workspace", str(workspace), "--lang", "en"])

    assert code == 1
    assert "Traceback" not in capsys.readouterr().err
    assert sorted(before) == ["brug.evidence.jsonld", "brug.html", "brug.pdf"]
    assert snapshot(workspace / "build" / "brug") == before


def test_second_build_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Built anew from the same files in another folder, every file of `build/` holds the same bytes."""
    workspace = copy(IN_ORDER, tmp_path)
    assert run(["build", "--workspace", str(workspace), "--quiet"]) == 0

    again, before = snapshot(workspace / "build"), snapshot(built / "build")
    assert {path: data for path, (data, _) in again.items()} == {
        path: data for path, (data, _) in before.items()
    }


def test_unchanged_build_writes_nothing(built: Path) -> None:
    """Built again in place, no file is written: all keep their time of change."""
    before = snapshot(built / "build")
    assert run(["build", "--workspace", str(built), "--quiet"]) == 0

    assert snapshot(built / "build") == before


@pytest.mark.parametrize("size", [SPEC_LIMIT + 1, 100 * 1024 * 1024])
def test_enormous_spec_is_refused_unread(
    size: int, built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A spec of a hundred megabytes is refused by its size, and the other briefs are still looked at."""
    workspace = copy(IN_ORDER, tmp_path, built)
    with (workspace / "briefs" / "groot.yaml").open("wb") as stream:
        stream.truncate(size)

    assert run(["check", "--workspace", str(workspace), "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "briefs/groot.yaml: error: briefs/groot.yaml is larger than 1 MiB [file-too-large]" in said
    assert "1 brief in order, 1 brief with errors; 1 error." in said
