"""`authoring/server`: the board, the workers, the words and the pages, each by itself."""

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bronbrief.authoring.excerpt_yaml import Selected
from bronbrief.core.diagnostics import Place, Severity
from bronbrief.core.findings import report
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.serve import pages
from bronbrief.serve import sources as shelf_module
from bronbrief.serve.ahead import Ahead, Asked
from bronbrief.serve.board import Board, BriefState
from bronbrief.serve.crew import Worker
from bronbrief.serve.findings import as_data
from bronbrief.serve.languages import preferred_language
from bronbrief.serve.pages import PageImages
from bronbrief.serve.preview import Preview
from bronbrief.serve.site import front_page, static_files
from bronbrief.serve.sources import SourceShelf
from bronbrief.serve.tasks import Aim, Answer, Done, Shown, Task
from support.workspaces import BRIEF, SOURCE_ID

STATIC = Path(__file__).parents[2] / "src" / "bronbrief" / "serve" / "static"
ERROR = (report("file-missing", Place("briefs/x.yaml"), path="x"),)


def board_of(workspace: Path) -> Board:
    """Return a board that knows the one brief."""
    board = Board(Workspace(workspace))
    board.keep([BRIEF])
    return board


def state_of(board: Board) -> BriefState:
    """Return the state of the one brief."""
    state = board.get(BRIEF)
    assert state is not None
    return state


def test_a_brief_that_comes_back_begins_no_turn_again(workspace: Path) -> None:
    """What was found of a spec before it was deleted is not shown of one that stands there later."""
    board = board_of(workspace)
    first = state_of(board).turn
    board.keep([])
    board.open(BRIEF)
    board.keep([BRIEF])
    board.show(shown(first, "oud"))
    assert state_of(board).turn > first
    assert state_of(board).html is None


def shown(turn: int, html: str) -> Shown:
    """Return the web page of the one brief in a turn."""
    return Shown(BRIEF, turn, html, "Titel", "nl-NL", (), ())


def test_answers_to_an_earlier_turn_come_too_late(workspace: Path) -> None:
    """What was found of an older version of the files is never shown over what a newer one needs."""
    board = board_of(workspace)
    board.touch(BRIEF)
    board.show(shown(1, "oud"))
    board.finish(Done(Task(BRIEF, 1, Aim.PUBLISH), ERROR, frozenset()))
    assert state_of(board).html is None
    assert state_of(board).diagnostics == ()
    board.show(shown(2, "nieuw"))
    page = state_of(board).html
    assert page is not None
    assert page.data == b"nieuw"


def test_the_last_good_page_stays_while_there_are_errors(workspace: Path) -> None:
    """A brief with errors keeps its last page, and the same page has the same version."""
    board = board_of(workspace)
    board.show(shown(1, "goed"))
    first = state_of(board).html
    turn = board.touch(BRIEF)
    board.finish(Done(Task(BRIEF, turn, Aim.PAGE), ERROR, frozenset()))
    assert state_of(board).html == first
    assert state_of(board).diagnostics == ERROR
    turn = board.touch(BRIEF)
    board.show(shown(turn, "goed"))
    assert state_of(board).html == first


def test_findings_of_the_whole_build_outweigh_those_of_the_page(workspace: Path) -> None:
    """The setter finds more: what it found is not replaced by the check of the same turn."""
    board = board_of(workspace)
    board.finish(Done(Task(BRIEF, 1, Aim.PUBLISH), ERROR, frozenset()))
    board.finish(Done(Task(BRIEF, 1, Aim.PAGE), (), frozenset()))
    assert state_of(board).diagnostics == ERROR


@contextmanager
def at_work(root: Path, heard: list[Answer], wake: threading.Condition) -> Iterator[Worker]:
    """Run a worker whose answers come in a list."""

    def hear(answer: Answer) -> None:
        with wake:
            heard.append(answer)
            wake.notify_all()

    worker = Worker(root, hear, sets=True)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()


def test_a_worker_that_dies_is_replaced(workspace: Path) -> None:
    """When the process ends in the middle of a task, that is said, and the next task is performed."""
    heard: list[Answer] = []
    wake = threading.Condition()
    with at_work(workspace, heard, wake) as worker:
        worker.give(Task(BRIEF, 1, Aim.CHECK))
        with wake:
            assert wake.wait_for(lambda: len(heard) == 1, 60)
        process = worker._process
        assert process is not None
        assert process.pid is not None
        os.kill(process.pid, 9)
        process.join(10)
        worker.give(Task(BRIEF, 2, Aim.CHECK))
        with wake:
            assert wake.wait_for(lambda: len(heard) == 2, 60)
        worker.give(Task(BRIEF, 3, Aim.PAGE))
        with wake:
            assert wake.wait_for(lambda: isinstance(heard[-1], Done) and heard[-1].task.turn == 3, 60)
    died = heard[1]
    assert isinstance(died, Done)
    assert [finding.code for finding in died.diagnostics] == ["preview-stopped"]
    page = heard[2]
    assert isinstance(page, Shown)
    assert [one.id for one in page.quotations] == ["in-stand", "geen-reden"]
    assert f"briefs/{BRIEF}.yaml" in heard[3].reads  # type: ignore[union-attr]


def test_a_selection_tells_how_often_its_words_stand_there(workspace: Path) -> None:
    """Words that stand once, and words that stand twice: the excerpt of either points at the one selected."""
    shelf = SourceShelf(Workspace(workspace))
    source, _ = shelf.get(SOURCE_ID) or pytest.fail("no source")
    passage = next(one for one in source.passages if "De vaart kost" in one.text)
    at = passage.text.index("vaart")
    twice = shelf.pick(SOURCE_ID, Selected(passage.index, at + 1, passage.index, at + 3), ())
    assert twice is not None
    assert (twice.text, twice.places) == ("vaart", 2)
    assert "prefix" in twice.yaml or "suffix" in twice.yaml
    once = shelf.pick(SOURCE_ID, Selected(passage.index, at, passage.index, len(passage.text)), ("vaart",))
    assert once is not None
    assert once.places == 1
    assert shelf.pick(SOURCE_ID, Selected(passage.index, 3, passage.index, 3), ()) is None


def test_findings_show_the_line_with_its_mark(workspace: Path) -> None:
    """The panel gets the line in three: before the mark, in it and after it; errors come first."""
    place = Place(f"briefs/{BRIEF}.yaml", 1, 8, 1, 10)
    advice = report("file-missing", place, severity=Severity.HINT, path="y")
    found = as_data([advice, report("file-missing", place, path="x")], Workspace(workspace), "nl")
    assert [one["severity"] for one in found] == ["error", "hint"]
    assert found[0]["place"]["source"] == ("title: ", "De", " veerdienst over de Lange Vliet")
    assert found[0]["headline"].startswith("Er is geen bestand")


def test_pages_of_a_broken_pdf_are_none() -> None:
    """A file that is not a PDF has no pages, and no image is made at a scale of somebody's own."""
    images = PageImages()
    assert images.sizes("a", b"geen pdf") == ()
    assert images.image("a", b"geen pdf", 1, 1.5) is None
    assert images.image("a", b"geen pdf", 1, 40.0) is None
    assert images.places("a", b"geen pdf", 1, (("a", "tekst"),)) is None


def test_page_images_are_made_once_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was begun ahead is not made again, sizes come before images, and the oldest give way."""
    made: list[tuple[object, ...]] = []

    def note(*what: object) -> bytes:
        made.append(what[1:])
        return b"png"

    monkeypatch.setattr(pages, "_sizes", note)
    monkeypatch.setattr(pages, "_image", note)
    monkeypatch.setattr(pages, "KEPT", 3)
    images = PageImages()
    images.prepare("a", b"pdf", 2, 1.5)
    assert images.image("a", b"pdf", 1, 1.5) == images.image("a", b"pdf", 2, 1.5) == b"png"
    images.sizes("a", b"pdf")
    assert made == [(), (2, 1.5), (1, 1.5)]
    images.image("b", b"pdf", 1, 1.5)
    images.image("a", b"pdf", 1, 1.5)
    assert made == [(), (2, 1.5), (1, 1.5), (1, 1.5), (1, 1.5)]


def test_the_page_in_view_is_made_ahead(workspace: Path) -> None:
    """Of another PDF, the page that was asked for first of the one before is begun before it is asked for."""
    board = Board(Workspace(workspace))
    board.keep([BRIEF])
    begun: list[tuple[str, int, float]] = []

    class Images(PageImages):
        def prepare(self, version: str, pdf: bytes, number: int, scale: float) -> None:
            assert pdf
            begun.append((version, number, scale))

    ahead = Ahead(board, Images())
    folder = workspace / "build" / BRIEF
    folder.mkdir()

    def published(data: bytes) -> str:
        (folder / f"{BRIEF}.pdf").write_bytes(data)
        board.publish(Task(BRIEF, 1, Aim.PUBLISH))
        state = board.get(BRIEF)
        assert state is not None
        return state.pdf

    first = published(b"een")
    assert begun == []
    for number in (3, 4):
        ahead.note(Asked(BRIEF, first, number, 2.0))
    second = published(b"twee")
    board.tell()
    assert begun == [(second, 3, 2.0)]
    board.publish(Task(BRIEF, 0, Aim.PUBLISH))
    assert begun == [(second, 3, 2.0)]


class Noted:
    """A worker that notes what it is given, and does none of it."""

    def __init__(self) -> None:
        self.idle = True
        self.given: list[Task] = []

    def give(self, task: Task, *, urgent: bool = True) -> None:
        """Note a task."""
        assert urgent
        self.given.append(task)


def test_a_page_is_made_once_by_whoever_is_first(workspace: Path) -> None:
    """The one that sets the PDF makes the page on the way, unless it is busy or had no page to show."""
    preview = Preview(Workspace(workspace))
    setter, pages = Noted(), Noted()
    preview._setter, preview._pages = setter, pages  # type: ignore[assignment] # neither is a process
    preview.board.keep([BRIEF])
    preview.enter(BRIEF)
    publish, page = Task(BRIEF, 1, Aim.PUBLISH), Task(BRIEF, 1, Aim.PAGE)
    assert (setter.given, pages.given) == ([publish], [])
    preview._hear(Done(publish, (), frozenset()))
    assert pages.given == [page]
    preview._hear(Done(page, (), frozenset()))

    preview.board.touch(BRIEF)
    preview._bring_up_to_date(BRIEF)
    publish = Task(BRIEF, 2, Aim.PUBLISH)
    preview._hear(Shown(BRIEF, 2, "<p>Een</p>", "Een", "nl", (), ()))
    preview._hear(Done(publish, (), frozenset()))
    assert (setter.given[1:], pages.given[1:]) == ([publish], [])

    setter.idle = False
    preview.board.touch(BRIEF)
    preview._bring_up_to_date(BRIEF)
    preview._hear(Done(publish, (), frozenset()))
    assert pages.given[1:] == [Task(BRIEF, 3, Aim.PAGE)]


def test_the_app_says_nothing_that_there_are_no_words_for() -> None:
    """Every phrase that the scripts ask for is there, and the page is in the language asked for."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
    used = {one or other for one, other in re.findall(r"words\.(\w+)|say\(\"(\w+)\"", scripts)}
    assert used <= i18n.words("preview", i18n.ENGLISH).keys()
    for lang in i18n.languages():
        assert f'<html lang="{lang}">' in front_page(lang)


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "nl"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("en-GB,en;q=0.9,nl;q=0.4", "en"),
        ("fr-FR,fr;q=0.9", "nl"),
        ("fr,en;q=0.5", "en"),
        ("en;q=0, nl;q=0.1", "nl"),
        ("en;q=kapot", "nl"),
    ],
)
def test_the_browser_chooses_the_language(accepted: str, lang: str) -> None:
    """Dutch unless the browser would rather have English."""
    assert preferred_language(accepted) == lang


def test_only_styles_scripts_and_the_icon_are_files_of_the_app() -> None:
    """The page itself goes through its words, and nothing else lies in the folder."""
    assert set(static_files()) == {path.name for path in STATIC.iterdir()} - {"index.html"}
    text = "".join(data.decode() for _, data in static_files().values())
    assert "innerHTML" not in text
    assert "insertAdjacentHTML" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_sources_are_found_by_what_they_are_called(workspace: Path) -> None:
    """Words of the title, the publisher or the id find a source, whatever their case and accents."""
    shelf = SourceShelf(Workspace(workspace))
    for text in ("VEERDIENST voorlopig", "havenkránt", SOURCE_ID, "veer", '"vaart"'):
        assert [one["id"] for one in shelf.named(text, "nl")] == [SOURCE_ID], text
    for text in ("dienst", "veerdienst brug", " ", "%"):
        assert shelf.named(text, "nl") == [], text


def test_a_search_reads_records_for_a_short_while_only(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the time is up, sources are found by their ids; the next search reads on."""
    shelf = SourceShelf(Workspace(workspace))
    monkeypatch.setattr(shelf_module, "NAMING", -1)
    assert [one["id"] for one in shelf.named(SOURCE_ID, "nl")] == [SOURCE_ID]
    assert shelf.named("vaart", "nl") == []
    monkeypatch.undo()
    assert [one["id"] for one in shelf.named("vaart", "nl")] == [SOURCE_ID]


def test_a_hit_says_the_title_of_its_source(workspace: Path) -> None:
    """Also where so many sources are there that the list does not name this one."""
    (hit,) = SourceShelf(Workspace(workspace)).find("wethouder", "nl")["hits"]
    assert hit["title"] == "Veerdienst vaart voorlopig door"


def test_a_search_says_how_it_read_the_question(workspace: Path) -> None:
    """A word that no source has is replaced by one like it, and that is said; else nothing is."""
    shelf = SourceShelf(Workspace(workspace))
    mistyped = shelf.find("wethoudder", "nl")
    assert mistyped["hits"] == shelf.find("wethouder", "nl")["hits"]
    assert mistyped["remarks"] == ["“wethoudder” staat in geen bron; gezocht is naar: wethouder."]
    assert shelf.find("wethouder", "en")["remarks"] == []
    assert shelf.find("xqzxqz", "en")["remarks"] == ["No source has “xqzxqz”, or anything like it."]


def test_a_source_that_was_renamed_is_found_by_its_new_title(workspace: Path) -> None:
    """What sources are called is remembered only until something in `seeds/` changes."""
    shelf = SourceShelf(Workspace(workspace))
    assert shelf.named("brug", "nl") == []
    record = workspace / "seeds" / f"{SOURCE_ID}.yaml"
    record.write_text(record.read_text("utf-8").replace("title: Veerdienst", "title: Brug"), "utf-8")
    shelf.refresh()
    assert [one["title"] for one in shelf.named("brug", "nl")] == ["Brug vaart voorlopig door"]
