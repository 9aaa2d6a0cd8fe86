"""Code that lies in the current folder never runs, whatever its name and whichever command is given there."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from support.documents import docx, pdf
from support.tools import some
from support.workspaces import replace_samples

LIMIT = 120
TRAP = "with open({log!r}, 'a') as log:\n    log.write(__name__ + '\\n')\n"
SCRIPT = "from bronbrief.cli.main import main\nif __name__ == '__main__':\n    main()\n"
MINE = "Het college houdt de brug zes weken dicht. Dat staat in de brief van het college."
BUILT = "build/voorbeeld/voorbeeld"
COMMANDS = (
    ["build", "--jobs", "2", "--force"],
    ["check", "--force"],
    ["sources"],
    ["find", "brug"],
    ["add", "bron.txt", "--id", "een"],
    ["add", "bron.md", "--id", "twee"],
    ["add", "bron.html", "--id", "drie"],
    ["add", "bron.docx", "--id", "vier"],
    ["add", "bron.pdf", "--id", "vijf"],
    ["new", "nieuw"],
    ["templates"],
    ["schema"],
    ["inspect", f"{BUILT}.pdf"],
    ["verify", f"{BUILT}.pdf"],
    ["dossier", "voorbeeld", "--meeting", "2026-12-08", "--item", "7"],
    ["explain", "quote-drift"],
    ["doctor"],
    ["init", "ander"],
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a workspace of two briefs, and documents to take in."""
    root = tmp_path / "werk"
    run(["init", str(root)], tmp_path, script(tmp_path))
    replace_samples(root)
    second = (root / "briefs" / "voorbeeld.yaml").read_bytes()
    (root / "briefs" / "tweede.yaml").write_bytes(second)
    (root / "bron.txt").write_text(MINE, encoding="utf-8")
    (root / "bron.md").write_text(MINE, encoding="utf-8")
    (root / "bron.html").write_text(f"<!doctype html><body><main><p>{MINE}</p>", encoding="utf-8")
    (root / "bron.docx").write_bytes(docx([MINE]))
    (root / "bron.pdf").write_bytes(pdf([[MINE]]))
    return root


def script(folder: Path) -> list[str]:
    """Return the command as installers write it: a script in a folder of its own."""
    path = folder / "bin" / "bronbrief"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SCRIPT, encoding="utf-8")
    return [sys.executable, str(path)]


def as_module(_: Path) -> list[str]:
    """Return the command as a module that Python is told to run."""
    return [sys.executable, "-m", "bronbrief"]


def run(arguments: Sequence[str], folder: Path, command: Sequence[str]) -> None:
    """Run a command in a folder, and see that it worked."""
    done = subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
    )
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)


def run_until(told: str, arguments: Sequence[str], folder: Path, command: Sequence[str]) -> None:
    """Run a command that goes on until it says this, then interrupt it as Ctrl-C does."""
    process = subprocess.Popen(
        [*command, *arguments], cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        assert any(told in line for line in process.stdout), arguments
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(LIMIT) == 0
        process.stdout.close()


def environment() -> dict[str, str]:
    """Return the environment without what the tests' own process set, so that the command must see to it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    return kept | {"LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}


def plant(root: Path, spared: Sequence[str]) -> Path:
    """Put a module of every name that Python or a library of ours knows in a folder; return their log."""
    log = root.parent / "gelopen"
    names = {*sys.stdlib_module_names, *packages_distributions()} - {*spared, "bronbrief", "__main__"}
    for name in names:
        if name.isidentifier():
            (root / f"{name}.py").write_text(TRAP.format(log=str(log)), encoding="utf-8")
    return log


def loaded_by_runpy() -> list[str]:
    """Return the modules that `python -m` has loaded before the first line of the module that it runs."""
    code = "import runpy, sys, json; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    return [str(name) for name in json.loads(done.stdout) if name != "json"] + ["runpy"]


@pytest.mark.ci
@pytest.mark.parametrize("start", [script, as_module], ids=["script", "module"])
def test_no_module_in_the_current_folder_is_imported(start: object, root: Path) -> None:
    """Every command, with its workers and servers, in a folder full of modules imports none of them."""
    assert callable(start)
    command = start(root.parent)
    log = plant(root, loaded_by_runpy() if start is as_module else ())
    for arguments in some(COMMANDS, 9):
        run(arguments, root, command)
        assert not log.exists(), (arguments, log.read_text("utf-8"))
    for path in (root / "briefs").glob("[!_]*.yaml"):
        path.write_text(path.read_text("utf-8") + "# anders\n", encoding="utf-8")
    run_until("brief", ["watch"], root, command)
    run_until("http", ["serve", "--port", "0"], root, command)
    assert not log.exists(), log.read_text("utf-8")


@pytest.mark.ci
def test_a_build_from_a_program_imports_none_either(root: Path) -> None:
    """Who calls `build` from a program of their own has workers that do not look in the current folder."""
    log = plant(root, ())
    program = root.parent / "programma.py"
    program.write_text(
        "from pathlib import Path\n"
        "from bronbrief.core.workspace import Workspace\n"
        "from bronbrief.pipeline.run import build\n"
        "from bronbrief.pipeline.options import Options\n"
        "if __name__ == '__main__':\n"
        "    done = build(Workspace(Path.cwd()), options=Options(jobs=2))\n"
        "    raise SystemExit(done.exit_code)\n",
        encoding="utf-8",
    )
    run([], root, [sys.executable, str(program)])
    assert not log.exists(), log.read_text("utf-8")
