"""A workspace with quotations in every place, whose templates a test may alter."""

import io
import shutil
from pathlib import Path

from PIL import Image

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BuildReport
from bronbrief.pipeline.run import build
from support.tools import ROOT
from support.workspaces import BRIEF, SPEC, write_minimal_workspace

_MORE = """\
  kosten:
    source: havenkrant-2023
    quote: De vaart kost 1,5 miljoen euro per jaar.
    translation: {lang: en, text: The ferry costs 1.5 million euros a year., by: de auteur}
  daarna:
    source: havenkrant-2023
    quote: is nog niets besloten
  college:
    source: havenkrant-2023
    quote: Dat schrijft het college aan de raad.
"""
_SECTIONS = """\
  - heading: Kosten
    body: |
      Over later is volgens de krant ![[daarna]].

      ![[kosten]]
  - heading: Verloop
    timeline:
      - date: 2023-11
        event: Het college schrijft de raad. [@in-stand]
        quote: college
  - heading: Standpunten
    comparison:
      columns: [Standpunt]
      rows:
        - actor: Wethouder
          cells: ["Doorgaan: ![[geen-reden]]"]
  - heading: Beeld
    figure: {image: beeld/boot.png, alt: Een boot, caption: De boot, credit: Havenkrant}
  - heading: Vragen
    questions:
      - question: Vaart zij door?
        answer: |
          1. Ja.
          2. Volgens de krant ![[daarna]].
"""


def write_altered(root: Path, files: dict[str, str] | None = None) -> Workspace:
    """Write the workspace; each of `files` below `templates/` is the shipped one with this text added."""
    write_minimal_workspace(root)
    spec = SPEC.replace("sections:\n", f"{_MORE}sections:\n") + _SECTIONS
    (root / "briefs" / f"{BRIEF}.yaml").write_text(spec, encoding="utf-8")
    (root / "beeld").mkdir()
    (root / "beeld" / "boot.png").write_bytes(_png())
    for name, text in (files or {}).items():
        path = root / "templates" / name
        path.parent.mkdir(exist_ok=True)
        shipped = ROOT / "templates" / name
        path.write_text(
            (shipped.read_text(encoding="utf-8") if shipped.exists() else "") + text, encoding="utf-8"
        )
    return Workspace(root)


def _png() -> bytes:
    """Return an image of one pixel."""
    out = io.BytesIO()
    Image.new("RGB", (1, 1)).save(out, "PNG")
    return out.getvalue()


def rewrite(workspace: Workspace, name: str, old: str, new: str) -> Workspace:
    """Copy a shipped file into the workspace with some of its text replaced, wherever it stands."""
    path = workspace.root / "templates" / name
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        shutil.copy(ROOT / "templates" / name, path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return workspace


def built(workspace: Workspace, *formats: str) -> BuildReport:
    """Build the brief of a workspace in this process."""
    return build(workspace, (), Options(formats=formats or ("pdf", "html"), jobs=1))


def published(workspace: Workspace) -> list[str]:
    """Return what was published of the brief."""
    return sorted(path.name for path in (workspace.root / "build" / BRIEF).glob("*"))
