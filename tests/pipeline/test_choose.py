"""A brief is named by its name or by its path."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.choose import choose
from bronbrief.spec.paths import spec_paths, unread_specs

SPECS = ("briefs/coevorden-brest.yaml", "briefs/enschede.yml", "briefs/vlaanderen.yaml")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Make a workspace with three specs."""
    (tmp_path / "briefs").mkdir()
    for path in SPECS:
        (tmp_path / path).touch()
    return Workspace(tmp_path)


def test_nothing_named_means_all(workspace: Workspace) -> None:
    """Without a name, a command takes every brief, in the order of the workspace."""
    assert choose(workspace, SPECS, [], workspace.root).value == SPECS


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("enschede", "."),
        ("enschede.yml", "."),
        ("briefs/enschede.yml", "."),
        ("./briefs/../briefs/enschede.yml", "."),
        ("enschede.yml", "briefs"),
        ("../briefs/enschede.yml", "briefs"),
        ("briefs/enschede.yml", "briefs"),
        ("{root}/briefs/enschede.yml", "/"),
    ],
)
def test_name_or_path(workspace: Workspace, name: str, folder: str) -> None:
    """A name, a path from where the user stands or from the top, and an absolute path all answer."""
    wanted = name.format(root=workspace.root)

    assert choose(workspace, SPECS, [wanted], workspace.root / folder).value == ("briefs/enschede.yml",)


def test_named_twice_is_built_once(workspace: Workspace) -> None:
    """A brief that is named by its name and by its path counts once; the order is the user's."""
    wanted = ["vlaanderen", "enschede", "briefs/vlaanderen.yaml"]

    assert choose(workspace, SPECS, wanted, workspace.root).value == (SPECS[2], SPECS[1])


@pytest.mark.parametrize("name", ["coevorden", "coevorden-breest", "briefs/coevorden-brest.yml"])
def test_unknown_name_brings_the_nearest(workspace: Workspace, name: str) -> None:
    """A name that nothing answers to is told with the nearest one first."""
    (finding,) = choose(workspace, SPECS, ["enschede", name], workspace.root).diagnostics

    assert finding.code == "brief-unknown"
    assert finding.params["name"] == name
    assert finding.params["names"].startswith("coevorden-brest")


@pytest.mark.parametrize("name", ["../outside.yaml", "/etc/passwd", "\0", "", ".", "briefs", "_defaults"])
def test_what_is_not_a_spec_is_unknown(workspace: Workspace, name: str) -> None:
    """Paths elsewhere, folders and odd names are answered like any unknown name."""
    outcome = choose(workspace, SPECS, [name], workspace.root)

    assert [finding.code for finding in outcome.diagnostics] == ["brief-unknown"]


def test_every_unknown_name_is_reported(workspace: Workspace) -> None:
    """Two wrong names give two findings, and nothing is chosen."""
    outcome = choose(workspace, SPECS, ["a", "b", "enschede"], workspace.root)

    assert outcome.value is None
    assert len(outcome.diagnostics) == 2


def test_workspace_without_specs(workspace: Workspace) -> None:
    """A workspace in which nothing was written yet says so."""
    assert [finding.code for finding in choose(workspace, (), [], workspace.root).diagnostics] == [
        "briefs-none"
    ]


def test_a_spec_that_is_not_read_is_named_with_where_it_belongs(workspace: Workspace) -> None:
    """A folder within briefs/ and an ending in capitals hide a brief; a name with _ is meant to be hidden."""
    for path in ("briefs/2026/mei/zwembad.yaml", "briefs/HAVEN.YAML", "briefs/_oud/een.yaml", "briefs/a.svg"):
        (workspace.root / path).parent.mkdir(parents=True, exist_ok=True)
        (workspace.root / path).touch()

    found = {one.params["path"]: one.params["meant"] for one in unread_specs(workspace)}

    assert found == {
        "briefs/2026/mei/zwembad.yaml": "briefs/zwembad.yaml",
        "briefs/HAVEN.YAML": "briefs/HAVEN.yaml",
    }
    assert spec_paths(workspace) == SPECS
