"""`authoring/server`: the store, the workers, the words and the pages, each by itself."""

import json
import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from bronbrief.authoring.excerpt_yaml import Selected
from bronbrief.core.diagnostics import Place, Severity, report
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.serve import sources as sources_module
from bronbrief.serve import task_queue
from bronbrief.serve.brief_store import BriefState, BriefStore
from bronbrief.serve.diagnostics import as_data
from bronbrief.serve.preview import Preview
from bronbrief.serve.site import PAGES, app_page, front_page, preferred_language, static_files
from bronbrief.serve.sources import SourceView
from bronbrief.serve.task_queue import TaskQueue
from bronbrief.serve.tasks import Aim, PreviewPage, Task, TaskResult
from support.tasks import echo, endless_first, kill
from support.workspaces import BRIEF, SOURCE_ID

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src/bronbrief/serve/static"
ERROR = (report("file-missing", Place("briefs/x.yaml"), path="x"),)


def board_of(workspace: Path) -> BriefStore:
    """Return a store that knows the one brief."""
    store = BriefStore(Workspace(workspace))
    store.keep([BRIEF])
    return store


def state_of(store: BriefStore) -> BriefState:
    """Return the state of the one brief."""
    state = store.get(BRIEF)
    assert state is not None
    return state


def paged(revision: int, html: str) -> TaskResult:
    """Return the web page of the one brief in a revision."""
    return TaskResult(Task(BRIEF, revision, Aim.PAGE), page=PreviewPage(html, "Titel", "nl-NL"))


def test_a_brief_that_comes_back_gets_no_old_revision(workspace: Path) -> None:
    """What was found of a spec before it was deleted is not shown of one that stands there later."""
    store = board_of(workspace)
    first = state_of(store).revision
    store.keep([])
    store.open(BRIEF)
    store.keep([BRIEF])
    store.finish(paged(first, "oud"))
    assert state_of(store).revision > first
    assert state_of(store).html is None


def test_results_of_an_earlier_revision_come_too_late(workspace: Path) -> None:
    """What was found of an older version of the files is never shown over what a newer one needs."""
    store = board_of(workspace)
    store.touch(BRIEF)
    store.finish(paged(1, "oud"))
    store.finish(TaskResult(Task(BRIEF, 1, Aim.PUBLISH), ERROR))
    assert state_of(store).html is None
    assert state_of(store).diagnostics == ()
    assert state_of(store).tried == frozenset()
    store.finish(paged(2, "nieuw"))
    page = state_of(store).html
    assert page is not None
    assert page.data == b"nieuw"
    assert state_of(store).tried == {Aim.PAGE}


def test_the_last_good_page_stays_while_there_are_errors(workspace: Path) -> None:
    """A brief with errors keeps its last page, and the same page has the same version."""
    store = board_of(workspace)
    store.finish(paged(1, "goed"))
    first = state_of(store).html
    revision = store.touch(BRIEF)
    store.finish(TaskResult(Task(BRIEF, revision, Aim.PAGE), ERROR))
    assert not state_of(store).checked
    store.finish(TaskResult(Task(BRIEF, revision, Aim.CHECK), ERROR))
    assert state_of(store).checked
    assert state_of(store).html == first
    assert state_of(store).diagnostics == ERROR
    revision = store.touch(BRIEF)
    store.finish(paged(revision, "goed"))
    assert state_of(store).html == first


def test_a_check_of_a_brief_shows_no_page(workspace: Path) -> None:
    """Nobody looks at it: its title and findings are known, and what is looked at later is made then."""
    store = board_of(workspace)
    store.finish(TaskResult(Task(BRIEF, 1, Aim.CHECK), ERROR, page=PreviewPage("goed", "Titel", "nl-NL")))
    state = state_of(store)
    assert (state.title, state.known, state.diagnostics, state.html) == ("Titel", True, ERROR, None)


def test_findings_of_the_whole_build_outweigh_those_of_the_page(workspace: Path) -> None:
    """Building finds more: what it found is not replaced by the check of the same revision."""
    store = board_of(workspace)
    store.finish(TaskResult(Task(BRIEF, 1, Aim.PUBLISH), ERROR))
    store.finish(TaskResult(Task(BRIEF, 1, Aim.CHECK)))
    assert state_of(store).diagnostics == ERROR


def test_a_page_is_seen_before_anything_is_found_in_it(workspace: Path) -> None:
    """Its findings are those of the revision before, until it is checked."""
    store = board_of(workspace)
    store.finish(TaskResult(Task(BRIEF, 1, Aim.CHECK), ERROR))
    store.finish(paged(store.touch(BRIEF), "nieuw"))
    state = state_of(store)
    assert state.html is not None
    assert (state.diagnostics, state.checked) == (ERROR, False)


class Heard:
    """Hears the results of a queue."""

    def __init__(self) -> None:
        self.results: list[TaskResult] = []
        self._wake = threading.Condition()

    def hear(self, result: TaskResult) -> None:
        """Note a result."""
        with self._wake:
            self.results.append(result)
            self._wake.notify_all()

    def published(self, task: Task) -> None:
        """Have nobody to tell."""

    def reviewed(self, task: Task) -> None:
        """Remember nothing."""

    def wait(self, number: int) -> TaskResult:
        """Return a result by its number, once it is there."""
        with self._wake:
            assert self._wake.wait_for(lambda: len(self.results) >= number, 200)
        return self.results[number - 1]


@contextmanager
def at_work(root: Path, heard: Heard, prepare: Callable[[], object] = int) -> Iterator[TaskQueue]:
    """Run a queue with its worker."""
    queue = TaskQueue(root, heard, prepare)
    queue.start()
    try:
        yield queue
    finally:
        queue.stop()


def worker_of(queue: TaskQueue) -> int:
    """Return the process of a queue that has nothing to do."""
    assert queue._pool is not None
    return queue._pool.submit(os.getpid).result(60)


@pytest.mark.ci
def test_a_worker_that_dies_is_replaced(workspace: Path) -> None:
    """When the process ends between two tasks, the next task is performed, and nobody notices."""
    heard = Heard()
    with at_work(workspace, heard) as queue:
        queue.give(Task(BRIEF, 1, Aim.CHECK))
        assert heard.wait(1).diagnostics == ()
        os.kill(worker_of(queue), signal.SIGKILL)
        queue.give(Task(BRIEF, 2, Aim.PAGE))
        result = heard.wait(2)
    assert result.task.revision == 2
    assert result.diagnostics == ()
    assert result.page is not None
    assert [one.id for one in result.page.quotations] == ["in-stand", "geen-reden"]
    assert f"briefs/{BRIEF}.yaml" in result.reads


@pytest.mark.ci
def test_a_task_that_kills_its_workers_is_told(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When process after process ends in the middle of a task, that is said, and the next is performed."""
    heard = Heard()
    with at_work(workspace, heard) as queue:
        with monkeypatch.context() as patch:
            patch.setattr(task_queue, "perform", kill)
            queue.give(Task(BRIEF, 1, Aim.CHECK))
            died = heard.wait(1)
        queue.give(Task(BRIEF, 2, Aim.CHECK))
        assert heard.wait(2).diagnostics == ()
    assert [finding.code for finding in died.diagnostics] == ["preview-stopped"]


def test_only_the_latest_revision_of_a_brief_waits(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is urgent goes first, and an earlier revision is never begun."""
    heard = Heard()
    monkeypatch.setattr(task_queue, "perform", echo)
    with at_work(workspace, heard, partial(time.sleep, 0.5)) as queue:
        queue.give(Task("eerst", 1, Aim.CHECK))
        for name in ("later", BRIEF, "later", BRIEF):
            queue.give(Task(name, len(name), Aim.CHECK), urgent=False)
        queue.give(Task(BRIEF, 99, Aim.PUBLISH))
        heard.wait(3)
    assert [(one.task.name, one.task.revision) for one in heard.results] == [
        ("eerst", 1),
        (BRIEF, 99),
        ("later", 5),
    ]


def test_a_task_that_is_outdated_gives_way(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long task is ended once a later revision of its brief waits, and nothing is said of it."""
    heard = Heard()
    monkeypatch.setattr(task_queue, "perform", endless_first)
    monkeypatch.setattr(task_queue, "OUTDATED_SECONDS", 0.5)
    with at_work(workspace, heard) as queue:
        queue.give(Task(BRIEF, 1, Aim.PUBLISH))
        queue.give(Task(BRIEF, 2, Aim.PUBLISH))
        assert heard.wait(1).task.revision == 2
    assert len(heard.results) == 1


def test_a_selection_tells_how_often_its_words_stand_there(workspace: Path) -> None:
    """Words that stand once, and words that stand twice: the excerpt of either points at the one selected."""
    sources = SourceView(Workspace(workspace))
    source, _ = sources.get(SOURCE_ID) or pytest.fail("no source")
    passage = next(one for one in source.passages if "De vaart kost" in one.text)
    at = passage.text.index("vaart")
    twice = sources.pick(SOURCE_ID, Selected(passage.index, at + 1, passage.index, at + 3), ())
    assert twice is not None
    assert (twice.text, twice.places) == ("vaart", 2)
    assert "prefix" in twice.yaml or "suffix" in twice.yaml
    once = sources.pick(SOURCE_ID, Selected(passage.index, at, passage.index, len(passage.text)), ("vaart",))
    assert once is not None
    assert once.places == 1
    assert sources.pick(SOURCE_ID, Selected(passage.index, 3, passage.index, 3), ()) is None


def test_findings_show_the_line_with_its_mark(workspace: Path) -> None:
    """The panel gets the line in three: before the mark, in it and after it; errors come first."""
    place = Place(f"briefs/{BRIEF}.yaml", 1, 8, 1, 10)
    advice = report("file-missing", place, severity=Severity.HINT, path="y")
    found = as_data([advice, report("file-missing", place, path="x")], Workspace(workspace), "nl")
    assert [one["severity"] for one in found] == ["error", "hint"]
    assert found[0]["place"]["source"] == ("title: ", "De", " veerdienst over de Lange Vliet")
    assert found[0]["headline"].startswith("Er is geen bestand")


class Noted:
    """A queue that notes what it is given, and does none of it."""

    def __init__(self) -> None:
        self.given: list[tuple[Task, bool]] = []

    def give(self, task: Task, *, urgent: bool = True) -> None:
        """Note a task."""
        self.given.append((task, urgent))


def test_page_and_pdf_are_made_of_what_is_looked_at(workspace: Path) -> None:
    """A brief in view gets both, side by side and once a revision, and is then checked, as any other is."""
    preview = Preview(Workspace(workspace))
    pdfs, pages = Noted(), Noted()
    preview._pdfs, preview._pages = pdfs, pages  # type: ignore[assignment] # neither has a process
    preview.store.keep([BRIEF])
    preview._bring_up_to_date(BRIEF)
    assert (pdfs.given, pages.given) == ([(Task(BRIEF, 1, Aim.CHECK), False)], [])
    preview.enter(BRIEF)
    publish, page = Task(BRIEF, 1, Aim.PUBLISH), Task(BRIEF, 1, Aim.PAGE)
    assert (pdfs.given[1:], pages.given) == ([(publish, True)], [(page, True)])
    preview.hear(TaskResult(publish))
    preview.hear(TaskResult(page))
    check = Task(BRIEF, 1, Aim.CHECK)
    assert pages.given[1:] == [(check, True)]
    preview.hear(TaskResult(check))
    preview.enter(BRIEF)
    assert (len(pdfs.given), len(pages.given)) == (2, 2)

    preview.store.touch(BRIEF)
    preview._bring_up_to_date(BRIEF)
    assert pdfs.given[2:] == [(Task(BRIEF, 2, Aim.PUBLISH), True)]
    assert pages.given[2:] == [(Task(BRIEF, 2, Aim.PAGE), True)]


def test_the_app_says_nothing_that_there_are_no_words_for() -> None:
    """Every phrase that the scripts ask for is there, and the page is in the language asked for."""
    own = {
        "dossier_page": ("shared", "dossier", "dossier_parts", "papers"),
        "verify_page": ("verify",),
        "help_page": ("help",),
        "form": ("form", "form_fields", "form_marks", "form_parts", "markdown_field", "ways"),
    }
    shared = i18n.words("preview", i18n.ENGLISH).keys()
    for path in STATIC.glob("*.js"):
        script = path.read_text(encoding="utf-8")
        used = {one or other for one, other in re.findall(r"words\.(\w+)|say\(\"(\w+)\"", script)}
        area = next((name for name, scripts in own.items() if path.stem in scripts), "preview")
        known = i18n.words(area, i18n.ENGLISH).keys()
        assert used <= {*shared, *known}, path.name
    for lang in i18n.languages():
        assert f'<html lang="{lang}">' in front_page(lang, writes=True)
        assert all(f'<html lang="{lang}">' in app_page(name, lang, writes=True, content="") for name in PAGES)


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


def test_the_bundled_editor_is_the_one_that_was_bundled() -> None:
    """The hashes beside it are those of the files, and each package in it has its licence there."""
    vendor = STATIC / "vendor"
    for line in (vendor / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split()
        assert sha256((vendor / name).read_bytes()).hexdigest() == digest
    wanted = json.loads((ROOT / "scripts/editor/package.json").read_text(encoding="utf-8"))["dependencies"]
    licences = (vendor / "LICENSES.txt").read_text(encoding="utf-8")
    assert all(f"{name} {version} (" in licences for name, version in wanted.items())


def test_only_styles_scripts_and_the_icon_are_files_of_the_app() -> None:
    """The pages themselves go through their words, and nothing else lies in the folder."""
    bundled = {"codemirror.js", "pdf.min.mjs", "pdf.worker.min.mjs"}
    there = {path.name for path in STATIC.iterdir() if path.suffix != ".html"} - {"vendor"}
    assert set(static_files()) == there | bundled
    text = "".join(data.decode() for name, (_, data) in static_files().items() if name not in bundled)
    assert "innerHTML" not in text
    assert "insertAdjacentHTML" not in text
    assert "://" not in text.replace("http://www.w3.org/2000/svg", "")


def test_sources_are_found_by_what_they_are_called(workspace: Path) -> None:
    """Words of the title, the publisher or the id find a source, whatever their case and accents."""
    sources = SourceView(Workspace(workspace))
    for text in ("VEERDIENST voorlopig", "havenkránt", SOURCE_ID, "veer", '"vaart"'):
        assert [one["id"] for one in sources.named(text, "nl")] == [SOURCE_ID], text
    for text in ("dienst", "veerdienst brug", " ", "%"):
        assert sources.named(text, "nl") == [], text


def test_a_search_reads_records_for_a_short_while_only(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the time is up, sources are found by their ids; the next search reads on."""
    sources = SourceView(Workspace(workspace))
    monkeypatch.setattr(sources_module, "NAMING", -1)
    assert [one["id"] for one in sources.named(SOURCE_ID, "nl")] == [SOURCE_ID]
    assert sources.named("vaart", "nl") == []
    monkeypatch.undo()
    assert [one["id"] for one in sources.named("vaart", "nl")] == [SOURCE_ID]


def test_a_hit_says_the_title_of_its_source(workspace: Path) -> None:
    """Also where so many sources are there that the list does not name this one."""
    (hit,) = SourceView(Workspace(workspace)).find("wethouder", "nl")["hits"]
    assert hit["title"] == "Veerdienst vaart voorlopig door"


def test_a_search_says_how_it_read_the_question(workspace: Path) -> None:
    """A word that no source has is replaced by one like it, and that is said; else nothing is."""
    sources = SourceView(Workspace(workspace))
    mistyped = sources.find("wethoudder", "nl")
    assert mistyped["hits"] == sources.find("wethouder", "nl")["hits"]
    assert mistyped["remarks"] == ["“wethoudder” staat in geen bron; gezocht is naar: wethouder."]
    assert sources.find("wethouder", "en")["remarks"] == []
    assert sources.find("xqzxqz", "en")["remarks"] == ["No source has “xqzxqz”, or anything like it."]


def test_a_source_that_was_renamed_is_found_by_its_new_title(workspace: Path) -> None:
    """What sources are called is remembered only until something in `seeds/` changes."""
    sources = SourceView(Workspace(workspace))
    assert sources.named("brug", "nl") == []
    record = workspace / "seeds" / f"{SOURCE_ID}.yaml"
    record.write_text(record.read_text("utf-8").replace("title: Veerdienst", "title: Brug"), "utf-8")
    sources.refresh()
    assert [one["title"] for one in sources.named("brug", "nl")] == ["Brug vaart voorlopig door"]
