"""What a build publishes, a reader's proof does not call wrong, whatever the house style."""

import shutil
from pathlib import Path

import pytest

from bronbrief.core.diagnostics import Diagnostic, Outcome, report
from bronbrief.pipeline.report import BuildReport
from bronbrief.verify.finished import Finished
from support.altered import built, published, rewrite, write_altered
from support.house_styles import house_style, wrong_of

BASE = "_shared/base.html.j2"


def _readback(done: BuildReport) -> list[Diagnostic]:
    return [one for one in done.diagnostics if one.code.startswith("readback-")]


@pytest.mark.every(10)
@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_published_that_its_proof_calls_wrong(seed: int, tmp_path: Path) -> None:
    """Whatever a house style does, a build refuses it or makes files that `verify` does not call wrong."""
    rules = house_style(seed)
    workspace = write_altered(tmp_path, {f"_shared/{one}.css": f"\n{rules}\n" for one in ("print", "screen")})
    done = built(workspace)
    assert "worker-failed" not in {one.code for one in done.diagnostics}, rules
    assert published(workspace) or done.exit_code == 1, rules
    assert not wrong_of(workspace), rules


REFUSED = {
    "a number over the words": (".quotation-number{margin-left:40pt}", "“Citaat 1”", "PDF"),
    "headings without bookmarks": ("h2{bookmark-level:none}", "<H2> “Kernpunten”", "PDF"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_only_the_finished_file_shows_is_an_error(kind: str, tmp_path: Path) -> None:
    """A style that changes no word, and yet puts others among those quoted, is told with these words."""
    rules, what, where = REFUSED[kind]
    found = _readback(built(write_altered(tmp_path, {"_shared/print.css": f"\n{rules}\n"}), "pdf"))
    assert {one.code for one in found} == {"readback-foreign"}
    assert found[0].params["what"].startswith(what)
    assert found[0].params["where"] == where
    assert found[0].place
    assert found[0].place.file == "templates/_shared/print.css"


FOREIGN = {
    "an id twice": ("<main", '<p id="inhoud">x</p><p id="inhoud">y</p><main', 'id="inhoud"'),
    "words for the eye only": ("<main", '<p aria-hidden="true">Besluit: nee</p><main', "<p aria-hidden>"),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_a_template_may_not_add_to_a_page_is_an_error(kind: str, tmp_path: Path) -> None:
    """What the proof of a web page calls foreign is told before it is published."""
    old, new, what = FOREIGN[kind]
    found = _readback(built(rewrite(write_altered(tmp_path), BASE, old, new), "html"))
    assert [(one.code, one.params["what"]) for one in found] == [("readback-foreign", what)]


def test_styles_that_the_typesetter_cannot_carry_out_are_a_finding(tmp_path: Path) -> None:
    """Where the engine gives up on a page, that is told of the brief, with what it says."""
    workspace = write_altered(tmp_path, {"_shared/print.css": "\nol li::marker{content:'→ '}\n"})
    done = built(workspace, "pdf")
    codes = {one.code for one in done.diagnostics}
    assert "pdf-engine-error" in codes, done.diagnostics
    assert "worker-failed" not in codes
    assert not published(workspace)


def test_the_style_of_the_house_is_named(tmp_path: Path) -> None:
    """Where the templates are those that ship, what the finished file shows is told at the house style."""
    workspace = write_altered(tmp_path)
    shutil.rmtree(tmp_path / "templates")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "house.css").write_text(REFUSED["a number over the words"][0], encoding="utf-8")
    found = _readback(built(workspace, "pdf"))
    assert {(one.code, one.place.file) for one in found if one.place} == {
        ("readback-foreign", "templates/house.css")
    }


def test_a_pdf_that_cannot_be_read_back_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the reader of finished files gets nothing out of it, though it only warns, that is an error."""
    unread: Outcome[Finished] = Outcome(None, (report("verify-untagged", file="veerdienst.pdf"),))
    monkeypatch.setattr("bronbrief.pipeline.reading_back.read_finished", lambda *_: unread)
    workspace = write_altered(tmp_path)
    (found,) = _readback(built(workspace, "pdf"))
    assert (found.code, found.params["file"]) == ("readback-unreadable", "veerdienst.pdf")
    assert not published(workspace)
