"""Papers of a brief whose spec is gone are named, and removed on request; nothing else is."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import build
from support.workspaces import BRIEF, write_minimal_workspace

PAGES = Options(("html",), jobs=1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Build a brief, and another whose spec is then removed."""
    root = write_minimal_workspace(tmp_path / "werk")
    spec = root / "briefs" / f"{BRIEF}.yaml"
    other = spec.with_name("pontje.yaml")
    other.write_bytes(spec.read_bytes())
    assert build(Workspace(root), (), PAGES).exit_code == 0
    other.unlink()
    return root


def found(root: Path, *, prune: bool) -> list[tuple[str, str]]:
    """Build, and return the codes and places of what is said of papers in build/."""
    report = build(Workspace(root), (), Options(("html",), jobs=1, prune=prune))
    assert report.exit_code == 0
    return [(one.code, one.place.file) for one in report.diagnostics if one.place and "papers" in one.code]


def test_papers_of_a_removed_brief_are_named_each_time_and_removed_on_request(root: Path) -> None:
    """A hint names them at each build; --prune removes them and nothing else; then nothing is said."""
    others = {path for path in (root / "build").rglob("*") if "pontje" not in str(path)}
    for _ in range(2):
        assert found(root, prune=False) == [("papers-without-spec", "build/pontje/")]
    assert (root / "build" / "pontje").is_dir()
    assert found(root, prune=True) == [("papers-removed", "build/pontje/")]
    assert set((root / "build").rglob("*")) == others
    assert found(root, prune=True) == []


@pytest.mark.parametrize("kind", ["another file", "a folder", "a link", "no evidence", "other evidence"])
def test_what_is_not_ours_stays_unnamed_and_in_place(kind: str, root: Path) -> None:
    """A folder with anything that Bronbrief did not publish is neither named nor removed."""
    folder = root / "build" / "pontje"
    match kind:
        case "another file":
            (folder / "notitie.txt").write_text("van mij", encoding="utf-8")
        case "a folder":
            (folder / "bijlagen").mkdir()
        case "a link":
            page = (folder / "pontje.html").rename(root / "elders.html")
            (folder / "pontje.html").symlink_to(page)
        case "no evidence":
            (folder / "pontje.evidence.jsonld").unlink()
        case _:
            (folder / "pontje.evidence.jsonld").write_text('{"type": "Dataset"}', encoding="utf-8")
    before = sorted(folder.iterdir())
    assert found(root, prune=True) == []
    assert sorted(folder.iterdir()) == before


def test_the_dossier_and_a_brief_of_other_capitals_stay(root: Path) -> None:
    """Dossiers are no papers of a brief; where capitals do not count, a folder may be that of a brief."""
    (root / "build" / "pontje").rename(root / "build" / "pontje-bewaard")
    spec = root / "briefs" / f"{BRIEF}.yaml"
    spec.rename(spec.with_name(f"{BRIEF.capitalize()}.yaml"))
    (root / "build" / "dossier").mkdir()
    found(root, prune=True)
    assert (root / "build" / BRIEF).is_dir()
    assert (root / "build" / "dossier").is_dir()


def test_names_that_differ_by_capitals_alone_are_a_finding(root: Path) -> None:
    """Where capitals do not count one would take the place of the other; a warning names both."""
    spec = root / "briefs" / f"{BRIEF}.yaml"
    spec.with_name(f"{BRIEF.upper()}.yaml").write_bytes(spec.read_bytes())
    report = build(Workspace(root), (), PAGES)
    (one,) = [one for one in report.diagnostics if one.code == "brief-names-differ-by-case"]
    assert {one.params["path"], one.params["other"]} == {
        f"briefs/{BRIEF}.yaml",
        f"briefs/{BRIEF.upper()}.yaml",
    }
    assert report.exit_code == 0
