"""A workspace with two built briefs, one Dutch and one Flemish, for tests of what goes to a council."""

import datetime as dt
from pathlib import Path

from bronbrief.blocks.registry import BLOCKS
from bronbrief.brief.labels import load_labels
from bronbrief.core.workspace import Workspace
from bronbrief.dossier.matter import Annex, Meeting
from bronbrief.pipeline.run import build
from bronbrief.spec.load import load_spec
from support.workspaces import BRIEF, SPEC, write_minimal_workspace

FLEMISH = "veer-in-cijfers"
FLEMISH_SPEC = (
    SPEC.replace("De veerdienst over de Lange Vliet", '"Coördinatie van het veer: wat het kost"')
    .replace("nl-NL", "nl-BE")
    .replace("template: raadsinformatiebrief", "template: vergelijking")
    + """\
  - heading: Vergelijking
    comparison:
      columns: [Kosten, Vaart, Reden, Jaar, Raad, Brug, Weg]
      rows:
        - actor: Oostdam
          cells: ["1,5 miljoen", ja, "–", "2024", "–", "–", "–"]
          cite: [[in-stand], [], [], [], [], [], []]
"""
)
ARCHIVE = """\
archive:
  appraisal: {label: Tijdelijk te bewaren, code: V}
  creators: [Gemeente Oostdam]
  restrictions:
    - {label: Openbaar, list: Eigen begrippenlijst}
  retention: {years: 10}
"""
MEETING = Meeting(dt.date(2026, 12, 8), "7")


def write_two_briefs(root: Path) -> Workspace:
    """Write a workspace with two briefs and build both."""
    workspace = Workspace(write_minimal_workspace(root))
    (root / "briefs" / f"{FLEMISH}.yaml").write_text(FLEMISH_SPEC, encoding="utf-8")
    report = build(workspace)
    assert report.exit_code == 0, report.diagnostics
    return workspace


def annex_of(workspace: Workspace, name: str, number: int, base: str | None = None) -> Annex:
    """Return a built brief as an annex."""
    loaded = load_spec(workspace, f"briefs/{name}.yaml", BLOCKS)
    assert loaded.value is not None, loaded.diagnostics
    labels = load_labels(workspace, loaded.value.spec.lang).value
    folder = workspace.build / name
    pdf, html, evidence = (
        (folder / f"{name}.{kind}").read_bytes() for kind in ("pdf", "html", "evidence.jsonld")
    )
    named = base or f"2026-12-08 {name} - bijlage {number}"
    return Annex(loaded.value, number, named, labels or {}, pdf, html, evidence)


def two_annexes(workspace: Workspace) -> list[Annex]:
    """Return both briefs, as annexes 2 and 3."""
    return [annex_of(workspace, BRIEF, 2), annex_of(workspace, FLEMISH, 3)]
