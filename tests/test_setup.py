"""Setting up: nothing is done twice, versions are locked, and a validator left out is never silent."""

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from support.tools import ROOT

NAME = re.compile(r"[A-Za-z0-9_.-]+")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder, with a space in its name, that holds the Makefile and what it watches."""
    folder = tmp_path / "een kloon"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def _planned(folder: Path, *goals: str) -> list[str]:
    """Return the commands that make would run, without running them, whatever it was told itself."""
    given = ("MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS", "PYTEST_ARGS", "PYTHON")
    done = subprocess.run(
        ["make", "--dry-run", *goals],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in given},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


def _stamp(folder: Path, *names: str) -> None:
    """Make it look as if the clone had been set up here."""
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (folder / ".venv" / ".at").write_text(f"{folder.resolve()}\n", encoding="utf-8")
    for name in names:
        (folder / ".venv" / name).touch()


def test_a_fresh_clone_is_set_up_before_it_builds(clone: Path) -> None:
    """In a fresh clone, make sets up for running; make test sets up for testing, once."""
    assert _planned(clone) == ['scripts/setup run "python3"', ".venv/bin/bronbrief build"]
    assert _planned(clone, "test")[0] == 'scripts/setup dev "python3"'
    assert sum("scripts/setup" in line for line in _planned(clone, "test", "check")) == 1


def test_a_second_make_does_no_set_up_work(clone: Path) -> None:
    """Once set up, make builds and does nothing else: no pip, no apt, no network."""
    _stamp(clone, ".ready", ".ready-dev")
    assert _planned(clone) == [".venv/bin/bronbrief build"]
    assert not any("setup" in line for line in _planned(clone, "test"))


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_a_change_of_dependencies_sets_up_again(clone: Path, name: str) -> None:
    """When what is allowed or what is locked changes, the next make installs it."""
    _stamp(clone, ".ready", ".ready-dev")
    later = time.time() + 60
    os.utime(clone / name, (later, later))
    assert any("scripts/setup run" in line for line in _planned(clone))
    assert any("scripts/setup dev" in line for line in _planned(clone, "test"))


def test_a_clone_that_moved_is_set_up_again(clone: Path) -> None:
    """A virtual environment knows its place by heart, so a clone that moves makes a new one."""
    _stamp(clone, ".ready", ".ready-dev")
    moved = clone.rename(clone.with_name("elders"))
    assert _planned(moved)[0] == 'scripts/setup run "python3"'


def test_a_python_that_is_gone_is_replaced(clone: Path) -> None:
    """When the system's Python is removed, the virtual environment is made anew with another."""
    _stamp(clone, ".ready", ".ready-dev")
    (clone / ".venv" / "bin" / "python").unlink()
    assert _planned(clone, "test")[0] == 'scripts/setup dev "python3"'


def test_help_names_every_goal(clone: Path) -> None:
    """Make help lists each goal that a person may call."""
    done = subprocess.run(["make", "help"], cwd=clone, capture_output=True, encoding="utf-8", check=True)
    makefile = (clone / "Makefile").read_text(encoding="utf-8")
    goals = re.search(r"^\.PHONY: ([a-z -]+)$", makefile, re.MULTILINE)
    assert goals is not None
    assert {line.split()[1] for line in done.stdout.splitlines()} == set(goals[1].split())


def test_every_dependency_is_locked_to_a_version() -> None:
    """Constraints.txt names each direct dependency once, with an exact version and no address."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    locked = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.+!]+", line) for line in locked)
    names = [_canonical(line) for line in locked]
    assert len(names) == len(set(names))
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *settings["build-system"]["requires"],
    ]
    assert {_canonical(line) for line in wanted} <= set(names)


@pytest.mark.parametrize("name", ["constraints.txt", "scripts/validators/package-lock.json"])
def test_no_lock_file_names_a_registry(name: str) -> None:
    """A lock file holds versions and checksums only, so that it fits any mirror."""
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.ci
@pytest.mark.parametrize(("in_ci", "status"), [("", 0), ("true", 1)])
def test_an_absent_validator_is_named_at_the_end_of_the_run(tmp_path: Path, in_ci: str, status: int) -> None:
    """Without Java the run ends by naming the validator and its cure; with CI=true it fails."""
    tests = [f"{ROOT}/tests/test_tooling.py", "-k", "test_nu"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT,
        env={"PATH": str(tmp_path), "CI": in_ci},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    if not in_ci:
        assert "validators not installed" in done.stdout
        assert "1 tests skipped for want of nu; to install it: make validators" in done.stdout


def _canonical(requirement: str) -> str:
    name = NAME.match(requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name[0]).lower()
