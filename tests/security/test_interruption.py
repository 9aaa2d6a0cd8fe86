"""A killed build loses nothing, two builds do not meet, and build/ may be in any state."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support.tools import sized
from support.workspaces import BRIEF, write_minimal_workspace

COMMAND = [
    sys.executable,
    "-c",
    "from bronbrief.cli.main import main; main()",
    "build",
    "--quiet",
    "--lang",
    "en",
]
KILLS = sized(4, 2)
LIMIT = 120
FILES = ["veerdienst.evidence.jsonld", "veerdienst.html", "veerdienst.pdf"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a workspace once."""
    root = write_minimal_workspace(tmp_path_factory.mktemp("eens") / "werk")
    assert build(root).returncode == 0
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a workspace that was built, cache and all."""
    return Path(shutil.copytree(built, tmp_path / "werk"))


def build(root: Path) -> subprocess.CompletedProcess[str]:
    """Build a workspace in a process of its own, which must come to an end."""
    command = [*COMMAND, "--workspace", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)


def change(root: Path, version: str) -> None:
    """Give the brief another version, so that there is something to build."""
    spec = root / "briefs" / f"{BRIEF}.yaml"
    lines = [line for line in spec.read_text("utf-8").splitlines() if not line.startswith("version:")]
    spec.write_text("\n".join([f'version: "{version}"', *lines, ""]), encoding="utf-8")


def versions(root: Path) -> set[str]:
    """Return the versions that the files of the brief tell, after seeing that all of them are whole."""
    folder = root / "build" / BRIEF
    assert sorted(path.name for path in folder.iterdir()) == FILES
    pdf, page = (folder / "veerdienst.pdf").read_bytes(), (folder / "veerdienst.html").read_text("utf-8")
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert page.rstrip().endswith("</html>")
    return {version for version in (f"9.{n}" for n in range(KILLS)) if f'"version":"{version}"' in page}


@pytest.mark.ci
def test_a_killed_build_loses_nothing(root: Path) -> None:
    """Killed at any moment, alone or with its workers, a build leaves whole files, and the next one works."""
    chance = random.Random(20261121)  # noqa: S311 - moments to kill at
    begin = time.monotonic()
    change(root, "8.0")
    build(root)
    whole = time.monotonic() - begin
    for number in range(KILLS):
        change(root, f"9.{number}")
        command = [*COMMAND, "--workspace", str(root)]
        running = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.4, 1.0) * whole)
        if running.poll() is None:
            (os.killpg if number % 2 else os.kill)(running.pid, signal.SIGKILL)
        running.wait()
        assert len(versions(root)) <= 1
    assert build(root).returncode == 0
    assert versions(root) == {f"9.{KILLS - 1}"}
    left = {path.name for path in (root / "build").iterdir()}
    assert not [name for name in left if name.startswith((".new-", ".old-"))]


@pytest.mark.ci
def test_two_builds_at_once_give_one_result(root: Path) -> None:
    """Two builds of the same change both succeed, and what they leave is whole."""
    change(root, "9.1")
    command = [*COMMAND, "--workspace", str(root)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    assert [one.communicate(timeout=LIMIT)[1] for one in both] == [b"", b""]
    assert [one.returncode for one in both] == [0, 0]
    assert versions(root) == {"9.1"}


def a_file(build: Path) -> None:
    """Put a file in the place of build/."""
    shutil.rmtree(build)
    build.write_text("van mij", encoding="utf-8")


def a_link_out(build: Path) -> None:
    """Let build/ lead out of the workspace."""
    shutil.rmtree(build)
    build.symlink_to(build.parents[1] / "buiten")


def a_brief_that_is_a_file(build: Path) -> None:
    """Put a file in the place of a brief's folder."""
    shutil.rmtree(build / BRIEF)
    (build / BRIEF).write_text("van mij", encoding="utf-8")


def a_brief_that_leads_out(build: Path) -> None:
    """Let a brief's folder, and what publishing uses, lead out of the workspace."""
    shutil.rmtree(build / BRIEF)
    for name in (BRIEF, f".new-{BRIEF}", f".old-{BRIEF}"):
        (build / name).symlink_to(build.parents[1] / "buiten")


def a_cache_that_leads_out(build: Path) -> None:
    """Let the cache lead out of the workspace."""
    shutil.rmtree(build / ".cache")
    (build / ".cache").symlink_to(build.parents[1] / "buiten")


def a_cache_of_noise(build: Path) -> None:
    """Fill every file of the cache with noise."""
    for path in (build / ".cache").rglob("*"):
        if path.is_file():
            path.write_bytes(bytes(range(256)))


def a_cache_of_depth(build: Path) -> None:
    """Nest the records of the cache, and those of a brief that is gone, beyond what a reader can follow."""
    (build / "weg").mkdir()
    paths = [
        *(build / ".cache").glob("*.json"),
        build / "weg" / "weg.evidence.jsonld",
        build / "weg" / "weg.html",
    ]
    for path in paths:
        path.write_text("[" * 100_000, encoding="utf-8")


def a_lock_that_waits(build: Path) -> None:
    """Put a named pipe in the place of the lock."""
    (build / ".lock").unlink()
    os.mkfifo(build / ".lock")


@pytest.mark.every(8)
@pytest.mark.parametrize(
    ("spoil", "codes"),
    [
        (a_file, {1, 2}),
        (a_link_out, {1, 2}),
        (a_brief_that_is_a_file, {0}),
        (a_brief_that_leads_out, {0}),
        (a_cache_that_leads_out, {0}),
        (a_cache_of_noise, {0}),
        (a_cache_of_depth, {0}),
        (a_lock_that_waits, {0}),
    ],
)
def test_build_may_be_in_any_state(spoil: Callable[[Path], None], codes: set[int], root: Path) -> None:
    """Whatever stands in build/, a build mends it or says why not, and touches nothing outside."""
    outside = root.parent / "buiten"
    outside.mkdir()
    (outside / "dierbaar").write_text("x", encoding="utf-8")
    change(root, "9.1")
    spoil(root / "build")
    done = build(root)
    assert done.returncode in codes
    assert "mistake in Bronbrief" not in done.stderr
    assert [path.name for path in outside.iterdir()] == ["dierbaar"]
    if done.returncode == 0:
        assert versions(root) == {"9.1"}
