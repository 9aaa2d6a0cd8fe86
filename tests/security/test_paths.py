"""No path leads out of the workspace, and nothing that is not a file keeps Bronbrief waiting."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.digests import ABSENT
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check
from support.impatience import impatience
from support.workspaces import BRIEF, SOURCE_ID

ELSEWHERE = "geheim-van-buiten"
PATIENCE = 60
"""Seconds after which a read counts as hanging; none of these takes one."""


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Fail a test that hangs, rather than wait with it."""
    with impatience(PATIENCE):
        yield


@pytest.fixture
def outside(workspace: Path) -> Path:
    """Return a file beside the workspace that nothing in it may reach."""
    path = workspace.parent / "buiten.txt"
    path.write_text(f"{ELSEWHERE}: x\n", encoding="utf-8")
    return path


def diagnostics(root: Path) -> list[Diagnostic]:
    """Check a workspace and return all that was found."""
    report = check(Workspace(root))
    return [*report.general, *(one for brief in report.briefs for one in brief.diagnostics)]


def show(root: Path, path: str) -> None:
    """Add a figure to the brief, with a path as the author wrote it."""
    spec = root / "briefs" / "veerdienst.yaml"
    text = spec.read_text("utf-8") + f"    figure: {{image: {path}, alt: Een vlak}}\n"
    spec.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "../buiten.txt",
            "briefs/../../buiten.txt",
            "/etc/hostname",
            "/dev/zero",
            "//host/share",
            "link.png",
        ),
        *(
            "file:///etc/hostname",
            "http://127.0.0.1/x.png",
            "~/.ssh/id_rsa",
            "$HOME/x",
            "'C:/x.png'",
            "'C:\\x.png'",
        ),
        *(
            "'\\\\host\\share'",
            "'.'",
            "'..'",
            "'/'",
            "seeds",
            "map/x.png",
            "bronbrief:font/x/y.ttf",
        ),
        *("'" + "a/" * 900 + "'", "x" * 1900, "con", "loop.png", "pipe.png"),
    ],
)
def test_an_image_stays_in_the_workspace(path: str, workspace: Path, outside: Path) -> None:
    """Whatever an author writes as the path of an image, it is a finding there and nothing is read."""
    (workspace / "link.png").symlink_to(outside)
    (workspace / "loop.png").symlink_to("loop.png")
    (workspace / "map").symlink_to(outside.parent)
    os.mkfifo(workspace / "pipe.png")
    show(workspace, path)
    (finding,) = [one for one in diagnostics(workspace) if one.is_error]
    assert finding.code in ("path-outside-workspace", "file-missing", "file-unreadable")
    assert finding.place is not None
    assert (finding.place.file, finding.place.line) == ("briefs/veerdienst.yaml", 23)


PLACES = (
    *("briefs/veerdienst.yaml", "briefs/ander.yaml", "briefs/_defaults.yaml", "seeds/havenkrant-2023.txt"),
    *("seeds/havenkrant-2023.yaml", "seeds/ander.txt", "templates/_labels/nl-NL.yaml"),
    *("templates/_shared/print.css", "templates/_shared/base.html.j2"),
    "templates/raadsinformatiebrief/template.yaml",
)


def put(root: Path, place: str, make: Callable[[Path], None]) -> None:
    """Put something else where a file is expected."""
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)


@pytest.mark.parametrize("place", PLACES)
def test_a_link_to_a_file_outside_is_not_read(place: str, workspace: Path, outside: Path) -> None:
    """A link that leaves the workspace is a finding that shows nothing of what it leads to."""
    put(workspace, place, lambda path: path.symlink_to(outside))
    found = diagnostics(workspace)
    assert any(one.is_error and one.place is not None for one in found)
    assert ELSEWHERE not in repr(found)


@pytest.mark.every(4)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["pipe", "folder", "loop", "nowhere"])
def test_what_is_no_file_keeps_nobody_waiting(place: str, kind: str, workspace: Path) -> None:
    """A named pipe, a folder or a link to nothing in the place of a file ends in findings or nothing."""
    makers: dict[str, Callable[[Path], None]] = {
        "pipe": os.mkfifo,
        "folder": Path.mkdir,
        "loop": lambda path: path.symlink_to(path.name),
        "nowhere": lambda path: path.symlink_to("nergens"),
    }
    put(workspace, place, makers[kind])
    assert all(one.code for one in diagnostics(workspace))


@pytest.mark.parametrize("folder", ["briefs", "seeds", "templates"])
def test_a_folder_may_not_lie_elsewhere(folder: str, workspace: Path, outside: Path) -> None:
    """A folder of the workspace that is a link to another folder gives nothing of what stands there."""
    elsewhere = outside.parent / "elders"
    shutil.move(workspace / folder, elsewhere)
    (workspace / folder).symlink_to(elsewhere)
    (elsewhere / "x.yaml").write_text(f"{ELSEWHERE}: x\n", encoding="utf-8")
    assert ELSEWHERE not in repr(diagnostics(workspace))


@pytest.mark.parametrize(
    "name", ["a\nb", "\u202etxt.b", "a b", "-rf", "é", "\x1b[31m", "con", "NUL", "..", ".x", "a:b", "x" * 200]
)
@pytest.mark.parametrize("folder", ["seeds", "briefs"])
def test_strange_names_are_told_and_not_obeyed(name: str, folder: str, workspace: Path) -> None:
    """A file whose name steers a terminal or means something to a system is at most a finding."""
    (workspace / folder / f"{name}.txt").write_text("x\n", encoding="utf-8")
    (workspace / folder / f"{name}.yaml").write_text("x: y\n", encoding="utf-8")
    assert all(one.code for one in diagnostics(workspace))


def test_names_that_are_no_text_are_told(workspace: Path) -> None:
    """A file name of bytes that are not UTF-8 is no reason to stop."""
    with open(os.fsencode(workspace) + b"/seeds/\xff\xfe.txt", "wb") as stream:  # noqa: PTH123 - a path of bytes
        stream.write(b"x")
    assert "file-name-not-utf8" in {one.code for one in diagnostics(workspace)}


@pytest.mark.parametrize(
    "asked",
    [("init", "{}"), ("build", "--workspace", "{}"), ("add", "{}"), ("dossier", "{}.yaml"), ("check", "{}")],
)
def test_a_name_that_is_too_long_is_a_mistake_of_the_user(
    asked: tuple[str, ...],
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A name longer than any file system takes ends in a finding, wherever it is given."""
    monkeypatch.chdir(workspace)
    assert run([one.format("lang-" * 300) for one in asked]) in (1, 2)
    said = capsys.readouterr()
    assert "lang-lang" in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert "Dit is een fout in Bronbrief" not in said.out + said.err


@pytest.mark.parametrize(
    "at", [f"seeds/{SOURCE_ID}.txt", "seeds", "templates/eigen/template.yaml", "templates"]
)
def test_what_a_link_leads_out_to_is_not_even_hashed(workspace: Path, tmp_path: Path, at: str) -> None:
    """For what is up to date, a file or a folder outside counts as not there; one inside as what it is."""
    outside, place = tmp_path / "buiten", workspace / at
    (outside / "eigen").mkdir(parents=True)
    (outside / "eigen" / "template.yaml").write_text("geheim", encoding="utf-8")
    target = outside / "eigen" / "template.yaml" if place.suffix else outside
    shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(target)
    inside = at if place.suffix else f"{at}/"
    assert Workspace(workspace).digest(inside) == ABSENT
    assert Workspace(workspace).digest(f"{at}/eigen/template.yaml") == ABSENT
    (workspace / "briefs" / "ook.yaml").symlink_to(workspace / "briefs" / f"{BRIEF}.yaml")
    assert Workspace(workspace).digest("briefs/ook.yaml") == Workspace(workspace).digest(
        f"briefs/{BRIEF}.yaml"
    )
