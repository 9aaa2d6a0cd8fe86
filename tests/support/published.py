"""Finished briefs for tests that verify them: built once, in folders that are cleared at the end."""

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import build
from support.tools import ROOT, TEMPORARY
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


@cache
def published_workspace() -> Path:
    """Build the briefs of this repository in a workspace of their own, and return it."""
    root = _folder() / "raad"
    root.mkdir()
    for name in ("briefs", "templates", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    return _built(root)


@cache
def published_small() -> Path:
    """Build one small brief with a mark, an insertion and an omission, and return its workspace."""
    root = write_minimal_workspace(_folder() / "klein")
    path = root / "briefs" / f"{BRIEF}.yaml"
    spec = path.read_text(encoding="utf-8")
    head, tail = spec.split("  in-stand:\n", 1)
    _, rest = tail.split("  geen-reden:\n", 1)
    spec = f"{head}{EXCERPTS}  geen-reden:\n{rest}"
    spec = spec.replace("om te stoppen.\n", "om te stoppen, ‘op’ kosten [@kosten] van ![[kosten]] niet.\n")
    path.write_text(spec, encoding="utf-8")
    return _built(root)


def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="published-", dir=os.environ[TEMPORARY]))


def _built(root: Path) -> Path:
    report = build(Workspace(root))
    assert report.exit_code == 0, report.diagnostics
    return root
