"""The direction of imports, and the one door that each library has."""

import subprocess
import sys
from pathlib import Path

from support.tools import ROOT


def test_imports_run_in_one_direction() -> None:
    """Every rule on imports in pyproject.toml holds: layers, and one door for each library."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_starting_up_loads_neither_the_engine_nor_the_models() -> None:
    """Asking for the version imports neither WeasyPrint nor Pydantic, so that the command answers at once."""
    code = (
        "import sys\nfrom bronbrief.cli.main import run\nrun(['--version'])\n"
        "print(sorted({'weasyprint', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_build_with_nothing_to_do_loads_no_library(workspace: Path) -> None:
    """Finding that all is up to date takes no library of the building; building takes them in workers."""
    build = f"run(['build', '--format', 'html', '--workspace', {str(workspace)!r}])"
    heavy = {
        "weasyprint",
        "pebble",
        "pydantic",
        "jinja2",
        "markdown",
        "yaml",
        "rich.console",
        "babel",
        "fontTools",
    }
    code = (
        f"import sys\nfrom bronbrief.cli.main import run\ncode = {build}\n"
        f"print(code, sorted({heavy!r} & set(sys.modules)))"
    )
    ends = []
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
        ends.append(done.stdout.splitlines()[-1])
    assert ends == ["0 ['pebble']", "0 []"]
