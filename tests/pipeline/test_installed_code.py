"""Findings and files are those of Bronbrief as installed now: no record outlives the code that made it."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import pytest

import bronbrief
from bronbrief.core.workspace import packaged_templates

RUN = "import sys; from bronbrief.cli.main import main; main()"
CLAIM = "De vaart kost 7,5 miljoen euro per jaar. [@geen-reden]"
DISTRIBUTIONS = ("text2num", "fontpkg_ibm_plex_serif", "fontpkg_atkinson_hyperlegible", "phonenumbers")
NEW = ("claims/nieuw.py", "claims/nieuw/woorden.txt", "locale/de/woorden.yaml")


@dataclass(frozen=True, slots=True)
class Installed:
    """A Bronbrief of its own, with distributions beside it, and a workspace to run it in."""

    library: Path
    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the workspace."""
        environment = os.environ | {"PYTHONPATH": str(self.library), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, "-P", "-c", RUN, *arguments, "--lang", "en"],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def codes(self) -> set[str]:
        """Return the codes that `check` reports."""
        done = self.run("check", "--format", "json")
        return {one["code"] for one in json.loads(done.stdout)["diagnostics"]}

    def stale(self) -> bool:
        """Tell whether a build would make the brief anew."""
        (brief,) = json.loads(self.run("build", "--format", "html", "--explain", "--json").stdout)
        return not brief["fresh"]

    def build(self) -> None:
        """Build the web page of the brief."""
        done = self.run("build", "--format", "html")
        assert done.returncode == 0, done.stderr

    def distribution(self, name: str, version: str) -> None:
        """Leave the traces of a distribution, of a version that need not exist, as installers do."""
        for before in self.library.glob(f"{name}-*.dist-info"):
            shutil.rmtree(before)
        folder = self.library / f"{name}-{version}.dist-info"
        folder.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n"
        (folder / "METADATA").write_text(metadata, encoding="utf-8")
        points = distribution(name).read_text("entry_points.txt") or ""
        (folder / "entry_points.txt").write_text(points, encoding="utf-8")


@pytest.fixture
def installed(workspace: Path, tmp_path: Path) -> Installed:
    """Install Bronbrief in a folder, and write a brief with a claim that its source does not carry."""
    library = tmp_path / "site-packages"
    package = Path(bronbrief.__file__).parent
    shutil.copytree(package, library / "bronbrief", ignore=shutil.ignore_patterns("__pycache__"))
    if packaged_templates().parent != package:
        shutil.copytree(packaged_templates(), library / "bronbrief" / "_templates")
    (spec,) = (workspace / "briefs").glob("*.yaml")
    said = spec.read_text("utf-8").replace("De wethouder ziet geen aanleiding om te stoppen.", CLAIM)
    spec.write_text(said, encoding="utf-8")
    return Installed(library, workspace)


@pytest.mark.ci
def test_findings_are_those_of_the_claims_check_as_installed(installed: Installed) -> None:
    """A claims check that finds nothing any more, and one that finds it again, are each believed at once."""
    code = installed.library / "bronbrief" / "claims" / "check.py"
    before = code.read_text("utf-8")
    found = installed.codes()
    assert any(one.startswith("claim-") for one in found)
    code.write_text(before + "\n\ncheck_claims = lambda *_, **__: ()\n", encoding="utf-8")
    assert not any(one.startswith("claim-") for one in installed.codes())
    code.write_text(before, encoding="utf-8")
    assert installed.codes() == found


@pytest.mark.ci
def test_another_version_of_what_is_used_is_seen(installed: Installed) -> None:
    """A library or a typeface of another version makes the brief stale, and the old one fresh again."""
    for name in DISTRIBUTIONS:
        installed.distribution(name, "98.0")
    installed.build()
    assert not installed.stale()
    for name in DISTRIBUTIONS:
        installed.distribution(name, "99.0")
        assert installed.stale(), name
        installed.distribution(name, "98.0")
    assert not installed.stale()


@pytest.mark.ci
def test_every_file_of_the_package_counts(installed: Installed) -> None:
    """A file that comes, changes or goes, be it code, words or a list, makes the brief stale."""
    package = installed.library / "bronbrief"
    installed.build()
    assert not installed.stale()
    for path in NEW:
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).write_text("# nieuw\n", encoding="utf-8")
        assert installed.stale(), path
        (package / path).unlink()
    for file in (package / "claims" / "match" / "numbers.py", package / "py.typed"):
        whole = file.read_bytes()
        file.write_bytes(whole + b"# anders\n")
        assert installed.stale(), file
        file.unlink()
        assert installed.stale(), file
        file.write_bytes(whole)
    assert not installed.stale()
