"""What the typesetter says of a style stands at its line in the file of the template."""

from pathlib import Path

from bronbrief.core.diagnostics import Place
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from support.workspaces import BRIEF


def test_a_rule_that_is_not_known_is_told_at_its_line(workspace: Path) -> None:
    """Counted in its own file, and not in the sheet that the page is set with."""
    house = workspace / "templates" / "house.css"
    house.write_text("/* Huisstijl. */\n\n  h2 { kleur: rood; margin-top: 9pt }\n", encoding="utf-8")
    found = [
        one for one in build(Workspace(workspace), [BRIEF]).diagnostics if one.code == "pdf-engine-warning"
    ]
    (place,) = [one.place for one in found]
    assert isinstance(place, Place)
    assert (place.file, place.line, place.column) == ("templates/house.css", 3, 8)
