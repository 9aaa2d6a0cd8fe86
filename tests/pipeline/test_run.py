"""The main road: all findings of all briefs in one run, and nothing half-done."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from bronbrief.authoring.scaffold import scaffold
from bronbrief.core.diagnostics import Outcome, report
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import context
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BriefReport, BuildReport, State
from bronbrief.pipeline.run import build, check
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Catalogue
from support.workspaces import replace_samples

BRIEF = "briefs/voorbeeld.yaml"


class Diary:
    """Follows a run and writes down what it hears."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def starts(self, names: Sequence[str]) -> None:
        """Note the names."""
        self.heard.append(" ".join(names))

    def enters(self, name: str, stage: str) -> None:
        """Note the stage."""
        self.heard.append(f"{name} {stage}")

    def ends(self, brief: BriefReport) -> None:
        """Note the state."""
        self.heard.append(f"{brief.name} {brief.state}")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Make a workspace with the example, as its author's own."""
    assert scaffold(tmp_path).ok
    replace_samples(tmp_path)
    return Workspace(tmp_path)


def change(workspace: Workspace, old: str, new: str, path: str = BRIEF, source: str = BRIEF) -> None:
    """Write a file of the workspace anew with one thing changed."""
    text = (workspace.root / source).read_text(encoding="utf-8")
    assert old in text
    (workspace.root / path).write_text(text.replace(old, new), encoding="utf-8")


def codes(done: BuildReport) -> list[str]:
    """Return the codes of all findings."""
    return [finding.code for finding in done.diagnostics]


def test_build_publishes_all_files_and_tells_its_way(workspace: Workspace) -> None:
    """A brief in order gives PDF, page and evidence; the contents and the schema come last."""
    diary = Diary()
    done = build(workspace, options=Options(progress=diary))

    assert done.diagnostics == ()
    assert done.briefs[0].files == tuple(
        f"build/voorbeeld/voorbeeld.{ending}" for ending in ("pdf", "html", "evidence.jsonld")
    )
    assert done.files == ("build/brief.schema.json", "build/index.html")
    assert (workspace.root / done.briefs[0].files[0]).read_bytes().startswith(b"%PDF-1.7")
    assert "voorbeeld" in json.dumps(
        json.loads((workspace.build / "brief.schema.json").read_bytes())["$defs"]
    )
    assert diary.heard == [
        "voorbeeld",
        *(f"voorbeeld {stage}" for stage in ("pdf", "publish", "built")),
    ]


def test_only_the_formats_asked_for(workspace: Workspace) -> None:
    """With one format named, the folder holds that one and the evidence, and the contents list no other."""
    done = build(workspace, options=Options(("html",)))

    assert [path.rpartition("/")[2] for path in done.briefs[0].files] == [
        "voorbeeld.html",
        "voorbeeld.evidence.jsonld",
    ]
    assert ".pdf" not in (workspace.build / "index.html").read_text(encoding="utf-8")


def test_check_publishes_nothing(workspace: Workspace) -> None:
    """Checking leaves no file that a reader of build/ would see."""
    done = check(workspace)

    assert done.briefs[0].state is State.CHECKED
    assert [path.name for path in workspace.build.iterdir() if not path.name.startswith(".")] == []


def test_errors_of_one_step_do_not_hide_those_of_the_next(workspace: Workspace) -> None:
    """A wrong quotation, a wrong citation and an unknown template are told in one run."""
    change(workspace, "gaat zes weken dicht", "gaat acht weken dicht")
    change(workspace, "[@zes-weken]", "[@niets-hiervan]")
    change(workspace, "date: 2026", "template: bestaat-niet\ndate: 2026")

    assert {"quote-drift", "citation-unknown", "template-unknown"} <= set(codes(check(workspace)))


def test_one_wrong_brief_does_not_stop_another(workspace: Workspace) -> None:
    """Of two briefs, the one in order is built, and the contents list only that one."""
    change(workspace, "title: ", "titel: ", "briefs/fout.yaml")
    done = build(workspace, options=Options(("html",)))

    assert [(brief.name, brief.state) for brief in done.briefs] == [
        ("fout", State.FAILED),
        ("voorbeeld", State.BUILT),
    ]
    assert done.exit_code == 1
    assert not (workspace.build / "fout").exists()
    assert 'id="fout"' not in (workspace.build / "index.html").read_text(encoding="utf-8")


def test_wrong_source_stops_only_the_briefs_that_use_it(workspace: Workspace) -> None:
    """A source that changed stops its own briefs; a brief asked for by name hears only of its own sources."""
    text = "Een andere tekst.\n"
    (workspace.root / "seeds" / "ander.txt").write_text(text, encoding="utf-8")
    record = "seeds/ander.yaml"
    change(workspace, "sha256: a", "sha256: b", record, "seeds/voorbeeld-brug.yaml")

    assert build(workspace, ["voorbeeld"], Options(("html",))).diagnostics == ()
    everything = build(workspace, options=Options(("html",)))
    assert codes(everything) == ["source-changed"]
    assert everything.briefs[0].state is State.UNCHANGED

    change(workspace, "sha256: a", "sha256: b", "seeds/voorbeeld-brug.yaml", "seeds/voorbeeld-brug.yaml")
    assert build(workspace, ["voorbeeld"], Options(("html",))).briefs[0].state is State.FAILED


def test_sources_are_read_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many briefs there are, the catalogue is loaded one time."""
    times: list[Workspace] = []

    def counted(where: Workspace, ids: Iterable[str] | None = None) -> Outcome[Catalogue]:
        times.append(where)
        return load_catalogue(where, ids)

    monkeypatch.setattr(context, "load_catalogue", counted)
    for name in "abc":
        change(workspace, "title: ", "title: ", f"briefs/{name}.yaml")

    assert len(check(workspace).briefs) == 4
    assert len(times) == 1


def test_failed_brief_stays_in_the_contents_as_last_published(workspace: Workspace) -> None:
    """What an earlier build left can still be found from the contents."""
    build(workspace, options=Options(("html",)))
    change(workspace, "title: ", "titel: ")
    done = build(workspace, options=Options(("html",)))

    assert done.briefs[0].state is State.FAILED
    assert 'href="voorbeeld/voorbeeld.html"' in (workspace.build / "index.html").read_text(encoding="utf-8")


def test_contents_are_the_same_for_one_brief_and_for_all(workspace: Workspace) -> None:
    """Building a single brief writes the same table of contents as building everything."""
    change(workspace, "title: ", "title: ", "briefs/tweede.yaml")
    build(workspace, options=Options(("html",)))
    before = (workspace.build / "index.html").read_bytes()
    build(workspace, ["tweede"], Options(("html",)))

    assert (workspace.build / "index.html").read_bytes() == before
    assert before.count(b'class="entry"') == 2


def test_contents_survive_a_build_of_the_pdf_alone(workspace: Workspace) -> None:
    """Without a web page, the contents take title and date from the evidence."""
    build(workspace, options=Options(("pdf",)))
    page = (workspace.build / "index.html").read_text(encoding="utf-8")

    assert "Voorbeeld: de brug over de Molenvaart" in page
    assert '<time datetime="2026-01-15"><span class="together">15 januari</span> 2026</time>' in page
    assert ">Webpagina" not in page


def test_contents_escape_what_the_author_wrote(workspace: Workspace) -> None:
    """A title that looks like markup prints as it stands."""
    change(workspace, 'title: "Voorbeeld: de brug', 'title: "<script>alert(1)</script> & de brug')
    build(workspace, options=Options(("html",)))
    page = (workspace.build / "index.html").read_text(encoding="utf-8")

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; de brug" in page


def test_broken_engine_is_told_once(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the typesetting engine nothing is built, the exit code is 2, and the next build tries again."""
    spec = workspace.root / BRIEF
    spec.with_name("tweede.yaml").write_bytes(spec.read_bytes())
    missing = report("engine-library-missing", library="pango")
    with monkeypatch.context() as patch:
        patch.setattr("bronbrief.pipeline.typesetting.load_engine", lambda: Outcome(None, (missing,)))
        done = build(workspace, options=Options(jobs=1))

    assert done.exit_code == 2
    assert done.diagnostics == (missing,)
    assert {brief.state for brief in done.briefs} == {State.FAILED}
    assert not list(workspace.build.rglob("*.pdf"))
    assert {brief.state for brief in build(workspace, options=Options(jobs=1)).briefs} == {State.BUILT}
