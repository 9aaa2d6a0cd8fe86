"""Words are read when they are needed, an area at a time: most runs say little."""

import subprocess
import sys
from pathlib import Path

import pytest

from bronbrief.cli.main import run

RUN = """
import sys
from pathlib import Path
read, read_text = [], Path.read_text
Path.read_text = lambda path, *args, **how: read.append(str(path)) or read_text(path, *args, **how)
from bronbrief.cli.main import run
run(sys.argv[1:])
print(*sorted({name.split("/locale/")[1] for name in read if "/locale/" in name and name.endswith("toml")}))
"""


def read_by(folder: Path, *arguments: str) -> list[str]:
    """Return the files of words that a command reads."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1].split()


def test_the_version_needs_no_words(tmp_path: Path) -> None:
    """`--version` reads none."""
    assert read_by(tmp_path, "--version") == []


@pytest.mark.ci
def test_a_build_without_findings_reads_no_diagnostics(workspace: Path) -> None:
    """What was built and is up to date takes the words of the summary only."""
    assert run(["check", "--workspace", str(workspace), "--quiet"]) == 0

    assert read_by(workspace, "check", "--lang", "nl") == ["en/outcome.toml", "nl/outcome.toml"]


def test_a_finding_reads_its_area_only(workspace: Path) -> None:
    """A spec that is not there takes the words of one area, and what stands around findings."""
    read = read_by(workspace, "check", "absent", "--lang", "en")

    assert read == ["en/diagnostics.toml", "en/diagnostics/pipeline.toml", "en/outcome.toml"]
