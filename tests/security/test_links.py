"""No link that lies in a workspace leads a command to write, make or delete anything outside it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from support.workspaces import BRIEF

BUILD = ["build", "--format", "html"]
DOSSIER = ["dossier", BRIEF, "--meeting", "2026-12-08", "--item", "7"]
PAGE = f"build/{BRIEF}/{BRIEF}.html"
SAYS = "path-outside-workspace"
Tree = dict[str, bytes | None]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Make a folder beside the workspace with a file in it, which nothing may touch."""
    folder = tmp_path / "buiten"
    (folder / "map").mkdir(parents=True)
    (folder / "slachtoffer.txt").write_text("van een ander", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def here(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in the workspace, as a user does who has just unpacked it."""
    monkeypatch.chdir(workspace)
    (workspace / "nota.txt").write_text("Het college antwoordt de raad.\n", encoding="utf-8")


def tree(folder: Path) -> Tree:
    """Return all that stands in a folder."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def link(path: str, target: Path) -> None:
    """Lay a link in the workspace in the place of whatever stands there."""
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir() and not place.is_symlink():
        place.rename(place.with_name(f"eerder-{place.name}"))
    place.unlink(missing_ok=True)
    place.symlink_to(target)


FILES: dict[str, tuple[list[str], Callable[[], str]]] = {
    "the record of builds": (BUILD, lambda: "build/.cache/ledger.json"),
    "the record of builds, as it is being written": (BUILD, lambda: f"build/.cache/.ledger-{os.getpid()}"),
    "the record of contents": (BUILD, lambda: "build/.cache/contents.json"),
    "the record of contents, as it is being written": (
        BUILD,
        lambda: f"build/.cache/.contents-{os.getpid()}",
    ),
    "the record of checks": (["check"], lambda: "build/.cache/checks.json"),
    "the record of checks, as it is being written": (
        ["check"],
        lambda: f"build/.cache/.checks-{os.getpid()}",
    ),
    "the search index": (["find", "veerdienst"], lambda: "build/.cache/search.sqlite"),
    "the journal of the search index": (["find", "veerdienst"], lambda: "build/.cache/search.sqlite-journal"),
    "the lock of the search index": (["find", "veerdienst"], lambda: "build/.cache/search.lock"),
    "a web page": (BUILD, lambda: PAGE),
    "the folder of a brief, as it is being written": (BUILD, lambda: f"build/.new-{BRIEF}"),
    "the folder of a brief, as it was": (BUILD, lambda: f"build/.old-{BRIEF}"),
    "the table of contents": (BUILD, lambda: "build/index.html"),
    "the table of contents, as it is being written": (BUILD, lambda: "build/.new-index.html"),
    "the schema, by build": (BUILD, lambda: "build/brief.schema.json"),
    "the schema": (["schema"], lambda: "build/brief.schema.json"),
    "the schema of defaults": (["schema", "--defaults"], lambda: "build/defaults.schema.json"),
    "a schema elsewhere": (["schema", "--output", "schema.json"], lambda: "schema.json"),
    "the ZIP of a dossier": (DOSSIER, lambda: "build/dossier/2026-12-08 agendapunt 7.zip"),
    "the folder of a dossier": (DOSSIER, lambda: "build/dossier/2026-12-08 agendapunt 7"),
    "what a verification says": (["verify", PAGE, "--html", "verslag.html"], lambda: "verslag.html"),
}
"""Each file that a command writes, and how it is named."""


@pytest.mark.every(8)
@pytest.mark.parametrize("target", ["slachtoffer.txt", "map", "nergens"])
@pytest.mark.parametrize(("command", "path"), FILES.values(), ids=FILES)
def test_a_link_in_the_place_of_a_file_is_not_followed(
    command: list[str], path: Callable[[], str], target: str, outside: Path
) -> None:
    """The command does its work, and what the link leads to stays as it is or is not there."""
    assert run(BUILD) == 0
    link(path(), outside / target)
    spec = Path(f"briefs/{BRIEF}.yaml")
    spec.write_text(spec.read_text("utf-8").replace("title: De", "title: Een"), encoding="utf-8")
    before = tree(outside)
    force = ["--force"] if command[0] in {"build", "check"} else []
    a_folder_was_named = target == "map" and path() in command
    assert run([*command, *force]) == (2 if a_folder_was_named else 0)
    assert tree(outside) == before


def test_the_search_index_of_this_very_folder_is_not_followed(outside: Path) -> None:
    """A link under the name that the index has here is replaced."""
    assert run(["find", "veerdienst"]) == 0
    (index,) = Path("build/.cache").glob("search*.sqlite")
    link(str(index), outside / "slachtoffer.txt")
    before = tree(outside)
    assert run(["find", "veerdienst"]) == 0
    assert tree(outside) == before
    assert not index.is_symlink()


def test_a_journal_that_came_along_deletes_nothing(outside: Path) -> None:
    """SQLite deletes the file that a journal names once it was played back: none from elsewhere is played."""
    victim = outside / "slachtoffer.txt"
    assert run(["find", "veerdienst"]) == 0
    (index,) = Path("build/.cache").glob("search*.sqlite")
    foreign = index.with_name("search.sqlite")
    index.rename(foreign)
    name = os.fsencode(victim)
    head = bytes.fromhex("d9d505f920a163d7") + bytes(4) * 2 + b"\0\0\1\0\0\0\2\0\0\0\x10\0"
    tail = b"\0\0\1\0" + name + len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + head[:8]
    foreign.with_name("search.sqlite-journal").write_bytes(head.ljust(512, b"\0") + tail)
    assert run(["find", "veerdienst"]) == 0
    assert victim.exists()


FOLDERS: dict[str, tuple[list[str], str, bool]] = {
    "all that is built": (BUILD, "build", True),
    "all that is built, for the schema": (["schema"], "build", True),
    "all that is built, for a dossier": (DOSSIER, "build", True),
    "all that is built, for a search": (["find", "veerdienst"], "build", False),
    "all that is built, for a check": (["check"], "build", False),
    "the records": (BUILD, "build/.cache", False),
    "the records, for a search": (["find", "veerdienst"], "build/.cache", False),
    "the records, for a check": (["check"], "build/.cache", False),
    "a brief": (BUILD, f"build/{BRIEF}", False),
    "dossiers": (DOSSIER, "build/dossier", True),
    "dossiers elsewhere": ([*DOSSIER, "--output", "stukken/raad"], "stukken", True),
    "briefs": (["new", "nieuw", "--template", "tijdlijn", "--title", "Nieuw"], "briefs", True),
    "sources": (["add", "nota.txt", "--id", "nota"], "seeds", True),
    "a new workspace": (["init", "ander"], "ander/briefs", True),
    "a schema elsewhere": (["schema", "--output", "schema/een.json"], "schema", True),
    "a verification": (["verify", PAGE, "--html", "verslag/een.html"], "verslag", True),
}
"""Each folder that a command writes in, and whether it must say that it leads out of the workspace."""


@pytest.mark.every(8)
@pytest.mark.parametrize(("command", "path", "refused"), FOLDERS.values(), ids=FOLDERS)
def test_a_folder_that_leads_outside_is_refused(
    command: list[str], path: str, outside: Path, capsys: pytest.CaptureFixture[str], *, refused: bool
) -> None:
    """Nothing is written there; it is told, unless only time is lost."""
    if not path.startswith("build"):
        assert run(BUILD) == 0
    capsys.readouterr()
    link(path, outside / "map")
    before = tree(outside)
    code = run([*command, "--lang", "en"])
    assert tree(outside) == before
    said = capsys.readouterr().err
    assert (code != 0) is refused
    assert (SAYS in said) is refused


@pytest.mark.parametrize("name", ["nota.txt", "nota.yaml", "nota.original.html"])
def test_a_link_in_the_place_of_a_source_is_not_followed(name: str, outside: Path) -> None:
    """A link that leads to nothing yet counts as a source that exists."""
    Path("nota.html").write_text("<p>Het college antwoordt de raad.</p>", encoding="utf-8")
    link(f"seeds/{name}", outside / "nergens")
    before = tree(outside)
    assert run(["add", "nota.html"]) == 2
    assert tree(outside) == before


def test_a_link_in_the_place_of_a_brief_is_not_followed(outside: Path) -> None:
    """A link that leads to nothing yet counts as a brief that exists."""
    link("briefs/nieuw.yaml", outside / "nergens")
    before = tree(outside)
    assert run(["new", "nieuw", "--template", "tijdlijn", "--title", "Nieuw"]) == 2
    assert tree(outside) == before


def test_a_lock_that_is_a_link_makes_nothing(outside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build that cannot take its lock says so; the file that the lock leads to is not made."""
    link("build/.lock", outside / "nergens")
    before = tree(outside)
    assert run([*BUILD, "--lang", "en"]) != 0
    assert "output-unwritable" in capsys.readouterr().err
    assert tree(outside) == before


def test_the_machine_is_not_called_ready_where_output_leads_outside(
    outside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`doctor` tries to write where a build would, and not elsewhere."""
    link("build", outside / "map")
    assert run(["doctor", "--lang", "en"]) == 2
    assert capsys.readouterr().out
