"""A template that is made for a number of pages is held to it."""

from pathlib import Path

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from support.workspaces import BRIEF, SPEC

LONG = "De veerdienst over de Lange Vliet blijft een vraag voor de raad. " * 12


def test_a_brief_with_more_pages_than_its_template_is_meant_for_is_not_built(workspace: Path) -> None:
    """The error says how many there are, at the key that names the template; a shorter brief is built."""
    spec = SPEC.replace("raadsinformatiebrief", "factsheet")
    path = workspace / "briefs" / f"{BRIEF}.yaml"
    parts = "".join(f"  - heading: Deel {at}\n    body: {LONG}\n" for at in range(12))
    path.write_text(spec + parts, "utf-8")
    report = build(Workspace(workspace))
    (found,) = [one for one in report.diagnostics if one.is_error]
    assert found.code == "pdf-too-many-pages"
    assert found.params == {"template": "factsheet", "most": "2", "pages": "3"}
    assert found.place is not None
    assert found.place.line == 2
    assert not (workspace / "build" / BRIEF).exists()

    path.write_text(spec, "utf-8")
    assert build(Workspace(workspace)).exit_code == 0
