"""What a brief says of an assistant that helped stands in its pages and in its record, and is compared."""

import json
import shutil
from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.job import Result
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import build, check
from bronbrief.verify.reading import read_tree
from bronbrief.verify.verify import verify
from support.tools import ROOT
from support.workspaces import BRIEF

SAID = "Bij het opstellen is een digitale assistent gebruikt: Meedenker 2."


def _built(root: Path, made_with: str = "Meedenker 2") -> Path:
    spec = root / "briefs" / f"{BRIEF}.yaml"
    spec.write_text(f"made_with: {made_with}\n{spec.read_text('utf-8')}", encoding="utf-8")
    report = build(Workspace(root))
    assert report.exit_code == 0, report.diagnostics
    return root / "build" / BRIEF


def test_page_paper_and_record_say_it(workspace: Path) -> None:
    """The web page and the PDF say which assistant helped, the record names it, and `verify` agrees."""
    folder = _built(workspace)
    record = json.loads((folder / f"{BRIEF}.evidence.jsonld").read_text("utf-8"))

    assert SAID in (folder / f"{BRIEF}.html").read_text("utf-8").replace("\u00ad", "")
    assert SAID in read_tree((folder / f"{BRIEF}.pdf").read_bytes()).text.replace("\u00ad", "")
    assert record["madeWith"] == "Meedenker 2"
    assert [one.code for one in verify(folder, Workspace(workspace)).diagnostics if one.is_error] == []


@pytest.mark.parametrize("change", ["page", "record", "record without it"])
def test_what_is_said_of_an_assistant_cannot_be_changed(workspace: Path, change: str) -> None:
    """Another name on the page or in the record, or none in the record, is found."""
    folder = _built(workspace)
    path = folder / (f"{BRIEF}.html" if change == "page" else f"{BRIEF}.evidence.jsonld")
    text = path.read_text("utf-8")
    if change == "record without it":
        value = json.loads(text)
        del value["madeWith"]
        value["@context"].pop()
        changed = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    else:
        changed = text.replace("Meedenker 2", "Niemand")
    assert changed != text
    path.write_text(changed, encoding="utf-8")

    found = {one.code for one in verify(folder, Workspace(workspace)).diagnostics if one.is_error}
    assert found


def test_every_template_says_it(tmp_path: Path) -> None:
    """Each template that is shipped prints which assistant helped: a brief of each is read back with it."""
    for name in ("briefs", "templates", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for path in (tmp_path / "briefs").glob("[!_]*.yaml"):
        path.write_text(f"made_with: Meedenker 2\n{path.read_text('utf-8')}", encoding="utf-8")
    heard: list[Result] = []
    report = check(Workspace(tmp_path), (), Options(hears=heard.append))
    pages = {one.shown[0].name: one.shown[1] for one in heard if one.shown}

    assert [one.code for one in report.diagnostics if one.is_error] == []
    assert len(pages) == len(report.briefs) > 5
    assert [name for name, page in pages.items() if "Meedenker 2" not in page] == []


@pytest.mark.parametrize("name", ["de bron zegt “nee”", '\'t College: "ja"', "x" * 101])
def test_a_name_says_nothing_else(workspace: Path, name: str) -> None:
    """What is no name, quotation marks above all, is refused: it would print without having been proven."""
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    spec.write_text(f"made_with: {json.dumps(name)}\n{spec.read_text('utf-8')}", encoding="utf-8")
    found = [one.code for one in check(Workspace(workspace)).diagnostics if one.is_error]
    assert len(found) == 1
    assert found[0] in {"spec-not-an-assistant", "spec-text-too-long"}
