"""`bronbrief open`: what was built opens in the user's program; where it cannot, its place is told."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bronbrief.cli.open import command, launch
from support.workspaces import BRIEF


def run(workspace: Path, *arguments: str) -> Result:
    """Run the command in a workspace, in English."""
    return CliRunner().invoke(command, ["--workspace", str(workspace), "--lang", "en", *arguments])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is opened, which nothing really is."""
    targets: list[str] = []

    def launch(target: str) -> bool:
        targets.append(target)
        return True

    monkeypatch.setattr("bronbrief.cli.open.launch", launch)
    return targets


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ([BRIEF], f"build/{BRIEF}/{BRIEF}.pdf"),
        ([f"briefs/{BRIEF}.yaml"], f"build/{BRIEF}/{BRIEF}.pdf"),
        ([BRIEF, "--html"], f"build/{BRIEF}/{BRIEF}.html"),
        ([], "build/index.html"),
    ],
)
def test_what_was_built_is_opened(
    workspace: Path, opened: list[str], arguments: list[str], path: str
) -> None:
    """The PDF, the web page, or the list of all; what is not built is told how to be."""
    missing = run(workspace, *arguments)
    assert (missing.exit_code, opened) == (2, [])
    assert "not-built" in missing.stderr
    file = workspace / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x")
    assert run(workspace, *arguments).exit_code == 0
    assert opened == [str(file)]


def test_an_unknown_brief_gets_the_nearest(workspace: Path, opened: list[str]) -> None:
    """A name mistyped opens nothing."""
    result = run(workspace, BRIEF[:-1])
    assert (result.exit_code, opened) == (2, [])
    assert BRIEF in result.stderr


def test_no_link_leads_out_of_the_workspace(workspace: Path, tmp_path: Path, opened: list[str]) -> None:
    """A link in build/ to a file elsewhere is not followed."""
    (tmp_path / "elders.pdf").write_bytes(b"x")
    (workspace / "build" / BRIEF).mkdir(parents=True)
    (workspace / "build" / BRIEF / f"{BRIEF}.pdf").symlink_to(tmp_path / "elders.pdf")
    result = run(workspace, BRIEF)
    assert (result.exit_code, opened) == (2, [])
    assert "path-outside-workspace" in result.stderr


def test_without_a_desktop_it_is_said_where_the_file_is(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a server nothing is started that would take over the terminal; the path is told, and exit 2."""
    (workspace / "build").mkdir(exist_ok=True)
    (workspace / "build" / "index.html").write_bytes(b"x")
    monkeypatch.setattr("bronbrief.cli.open.sys.platform", "linux")
    monkeypatch.setattr("bronbrief.cli.open.click.launch", lambda _: pytest.fail("started"))
    monkeypatch.setattr("bronbrief.cli.open.launch", lambda target: launch(target, {}))
    result = run(workspace)
    assert result.exit_code == 2
    assert "build/index.html" in result.stdout
