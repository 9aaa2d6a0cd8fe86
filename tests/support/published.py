"""Finished briefs for tests that verify them: built once a run, in folders that are cleared at its end."""

from functools import cache
from pathlib import Path

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from support.generated_builds import shipped_briefs
from support.once import once
from support.workspaces import BRIEF, write_minimal_workspace

EXCERPTS = """\
  in-stand:
    source: havenkrant-2023
    from: De gemeente Oostdam houdt
    to: in stand.
    sic: [houdt]
    insert:
      - {after: veerdienst, text: naar de overkant}
  kosten:
    source: havenkrant-2023
    quote: zegt de wethouder. […] 1,5 miljoen euro
"""


def published_workspace() -> Path:
    """Return a workspace with the briefs of this repository, built."""
    return shipped_briefs()[0].root


@cache
def published_small() -> Path:
    """Build one small brief with a mark, an insertion and an omission, and return its workspace."""
    return once("klein", _build_small)


def _build_small(root: Path) -> Path:
    write_minimal_workspace(root)
    path = root / "briefs" / f"{BRIEF}.yaml"
    spec = path.read_text(encoding="utf-8")
    head, tail = spec.split("  in-stand:\n", 1)
    _, rest = tail.split("  geen-reden:\n", 1)
    spec = f"{head}{EXCERPTS}  geen-reden:\n{rest}"
    spec = spec.replace("om te stoppen.\n", "om te stoppen, ‘op’ kosten [@kosten] van ![[kosten]] niet.\n")
    path.write_text(spec, encoding="utf-8")
    report = build(Workspace(root))
    assert report.exit_code == 0, report.diagnostics
    return root
