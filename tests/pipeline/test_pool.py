"""Worker processes: the same bytes as alone, and one that dies or hangs costs its own job only."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import psutil
import pytest
from pebble import ProcessExpired

from bronbrief.core.diagnostics import Outcome, Place, report
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pipeline import build, typesetting
from bronbrief.pipeline.executor import result_of
from bronbrief.pipeline.job import Job, Result
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.pool import MEMORY, WorkerPool
from bronbrief.pipeline.typesetting import PackedPage, set_pdf, this_typesetter
from bronbrief.pipeline.worker import make_brief, prepare
from support.jobs import die, fail, large, never_ends, sleep, sleep_first
from support.workspaces import BRIEF

LONG, SOON = 120.0, 60.0
"""Seconds: more than any job here takes, and when to give up waiting for one."""


def job(root: Path, name: str = BRIEF, **changes: Any) -> Job:
    """Make a job of a brief."""
    return replace(Job(str(root), f"briefs/{name}.yaml", ("pdf", "html")), **changes)


def nothing() -> None:
    """Prepare for nothing."""


@contextmanager
def pool(
    size: int, timeout: float = LONG, prepare: Callable[[], object] = nothing, memory: int = MEMORY
) -> Iterator[WorkerPool]:
    """Run workers, and end them after."""
    workers = WorkerPool(size, timeout, prepare, writes=(gettempdir(),), memory=memory)
    try:
        yield workers
    finally:
        workers.shutdown(cancel_futures=True)


def children() -> set[psutil.Process]:
    """Return the workers that this process has now."""
    mine = psutil.Process().children(recursive=True)
    return {one for one in mine if "spawn_main" in " ".join(one.cmdline())}


def appear(folder: Path, number: int = 1) -> Sequence[int]:
    """Wait until so many processes have said in a folder which they are."""
    for _ in range(round(SOON / 0.02)):
        found = [int(path.name) for path in folder.iterdir()]
        if len(found) >= number:
            return found
        time.sleep(0.02)
    raise AssertionError("nobody has begun")


def gone(pid: int) -> bool:
    """Wait for a process to end."""
    try:
        psutil.Process(pid).wait(SOON)
    except psutil.NoSuchProcess:
        return True
    return not psutil.pid_exists(pid)


@pytest.mark.ci
def test_any_number_of_workers_gives_the_same_bytes(workspace: Path) -> None:
    """A brief does not depend on who made it, nor on what that worker made before."""
    names = ["a", "b", "c", "d"]
    spec = workspace / "briefs" / f"{BRIEF}.yaml"
    for name in names:
        text = spec.read_text(encoding="utf-8").replace("title: ", f"title: {name} ", 1)
        spec.with_name(f"{name}.yaml").write_text(text, encoding="utf-8")
    alone = [make_brief(job(workspace, name)) for name in names]
    with pool(2, prepare=partial(prepare, sets=True)) as workers:
        outcomes = [workers.submit(make_brief, job(workspace, name)) for name in names]
        together = [outcome.result(SOON) for outcome in outcomes]

    assert [result.files for result in together] == [result.files for result in alone]
    assert [result.diagnostics for result in together] == [()] * 4
    assert all(len(result.files) == 3 for result in alone)
    assert any("pango" in path for path in together[0].libraries)


def test_a_job_whose_worker_dies_is_tried_once_more(tmp_path: Path) -> None:
    """What befell the first worker, for want of memory or by another's hand, need not befall the second."""
    with pool(2) as workers:
        assert workers.submit(die, str(tmp_path), "a", lives=1).result(SOON) == "a"


@pytest.mark.ci
def test_a_job_that_kills_its_workers_costs_itself_only(tmp_path: Path) -> None:
    """It is given up after the second worker, with the exit status, and the rest are done."""
    with pool(2) as workers:
        deadly = workers.submit(die, str(tmp_path), "a")
        others = [workers.submit(large, size) for size in range(6)]
        assert [other.result(SOON) for other in others] == list(range(6))
        with pytest.raises(ProcessExpired) as died:
            deadly.result(SOON)
    assert died.value.exitcode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 2


def test_a_job_that_hangs_costs_itself_only(tmp_path: Path) -> None:
    """A job that takes longer than it may is ended, with its worker, and is not tried again."""
    with pool(1, timeout=1) as workers:
        hanging, other = workers.submit(sleep, str(tmp_path)), workers.submit(large, 1)
        with pytest.raises(TimeoutError):
            hanging.result(SOON)
        assert other.result(SOON) == 1
        (pid,) = appear(tmp_path)
        assert gone(pid)


@pytest.mark.every(2)
@pytest.mark.parametrize("source", ["import time; time.sleep(600)", "sum(range(10**12))"])
def test_a_template_that_never_ends_is_told_at_its_line(tmp_path: Path, source: str) -> None:
    """Where a worker is ended for its time, in the middle of one operation too, it is known where it was."""
    with pool(1, timeout=2) as workers:
        hanging: Future[Any] = workers.submit(never_ends, str(tmp_path), source)
        with pytest.raises(TimeoutError):
            hanging.result(SOON)
    (finding,) = result_of("briefs/a.yaml", hanging, Options(timeout=2)).diagnostics
    assert (finding.code, finding.place) == ("template-endless", Place("templates/eigen/brief.html.j2", 3, 1))
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.ci
def test_an_idle_worker_that_dies_costs_nothing() -> None:
    """Another process takes its place when there is a job again."""
    with pool(1) as workers:
        pid = workers.submit(os.getpid).result(SOON)
        os.kill(pid, signal.SIGKILL)
        assert workers.submit(os.getpid).result(SOON) != pid


def test_a_worker_killed_before_it_is_ready_costs_nothing(tmp_path: Path) -> None:
    """Its job had not begun; another process does it."""
    with pool(1, prepare=partial(sleep_first, str(tmp_path))) as workers:
        first = workers.submit(os.getpid)
        (pid,) = appear(tmp_path)
        os.kill(pid, signal.SIGKILL)
        assert first.result(SOON) != pid


def test_workers_that_never_start_are_told(tmp_path: Path) -> None:
    """Where every process ends before it had a job, the job comes to nothing in a while, and says why."""
    with pool(1, prepare=partial(die, str(tmp_path), "a")) as workers, pytest.raises(BrokenExecutor):
        workers.submit(large, 1).result(SOON)


@pytest.mark.ci
def test_workers_make_way_for_fresh_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a worker has kept does not pile up."""
    monkeypatch.setattr("bronbrief.pipeline.pool.MAX_TASKS", 2)
    with pool(1) as workers:
        pids = [workers.submit(os.getpid).result(SOON) for _ in range(6)]
    assert len(set(pids)) == 3


def test_a_worker_that_cannot_prepare_does_its_jobs() -> None:
    """What is amiss shows at the first job, where it can be told."""
    with pool(1, prepare=fail) as workers:
        assert workers.submit(large, 1).result(SOON) == 1
        with pytest.raises(RuntimeError, match="no"):
            workers.submit(fail).result(SOON)


@pytest.mark.ci
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the limit is not kept")
def test_a_job_has_no_more_memory_than_it_may() -> None:
    """A page that wants more costs its own brief, and not the machine."""
    with pool(1, memory=1024**3) as workers:
        with pytest.raises(MemoryError):
            workers.submit(large, 2 * 1024**3).result(SOON)
        assert workers.submit(large, 1).result(SOON) == 1


@pytest.mark.ci
def test_cancelling_ends_everyone_at_once(tmp_path: Path) -> None:
    """Whoever lets go of the workers, as Ctrl-C does, waits for no job and leaves no process or file."""
    folder = tmp_path / "pids"
    folder.mkdir()
    with pool(2) as workers:
        running = [workers.submit(sleep, str(folder)) for _ in range(3)]
        pids, temporary = appear(folder, 2), Path(workers.folder)
        assert temporary.is_dir()
    assert not any(psutil.pid_exists(pid) for pid in pids)
    assert not temporary.exists()
    for future in running:
        with pytest.raises(CancelledError):
            future.result(SOON)


@pytest.mark.ci
def test_interrupting_ends_what_runs_and_nothing_else(tmp_path: Path) -> None:
    """The job in hand counts as cancelled, and is not tried again; the one that waits is done after."""
    with pool(1) as workers:
        running, waiting = workers.submit(sleep, str(tmp_path)), workers.submit(large, 1)
        appear(tmp_path)
        workers.interrupt()
        with pytest.raises(CancelledError):
            running.result(SOON)
        assert waiting.result(SOON) == 1


@pytest.mark.ci
def test_shutting_down_waits_for_what_was_submitted() -> None:
    """As with any executor, unless what was submitted is to be cancelled."""
    with WorkerPool(1, LONG, nothing) as workers:
        futures = [workers.submit(large, size) for size in range(3)]
    assert [future.result(0) for future in futures] == [0, 1, 2]
    assert children() == set()


ORPHANED = """
import sys
from bronbrief.pipeline.pool import WorkerPool
from support.jobs import sleep
if __name__ == "__main__":
    WorkerPool(1, 600, int, writes=sys.argv[1:]).submit(sleep, sys.argv[1]).result()
"""


def test_workers_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    """Where the command could end nobody, a worker ends by itself, in the middle of its job too."""
    folder, script = tmp_path / "pids", tmp_path / "command.py"
    folder.mkdir()
    script.write_text(ORPHANED, encoding="utf-8")
    path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path, "TMPDIR": str(tmp_path)}
    quiet = subprocess.DEVNULL
    with subprocess.Popen([sys.executable, script, folder], env=environment, stderr=quiet) as parent:
        (pid,) = appear(folder)
        parent.kill()
    assert gone(pid)


TERMINAL_ENDS = """
import os, psutil, signal, time
from bronbrief.pipeline.pool import WorkerPool
with WorkerPool(1, 60, int) as workers:
    workers.submit(int).result(60)
    started = psutil.Process().children(recursive=True)
    for one in started:
        one.send_signal(signal.SIGHUP)
    time.sleep(0.2)
    workers.submit(int).result(60)
    print(len(started), len(psutil.Process().children(recursive=True)))
"""


def test_the_end_of_a_terminal_is_heard_by_the_command_alone() -> None:
    """Every process that a pool starts works on, in silence: the command ends them."""
    done = subprocess.run([sys.executable, "-c", TERMINAL_ENDS], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("2 2\n", "")


def test_no_child_imports_from_the_current_folder(tmp_path: Path) -> None:
    """A file of a stranger's that is named as a library's module is not run by the processes that start."""
    for name in ("pickle", "selectors", "random"):
        (tmp_path / f"{name}.py").write_text(f"open('{name}-was-run', 'w')", encoding="utf-8")
    code = (
        "from bronbrief.pipeline.pool import WorkerPool\nwith WorkerPool(1, 60, int) as one: one.submit(int)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONSAFEPATH"}
    subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, check=True)
    assert [path.name for path in tmp_path.glob("*-was-run")] == []


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TimeoutError(), "worker-hung"),
        (ProcessExpired("ended", -9), "worker-died"),  # type: ignore[no-untyped-call]
        (BrokenExecutor(), "workers-do-not-start"),
        (CancelledError(), "dask-lost"),
        (ValueError("kapot"), "worker-failed"),
    ],
)
def test_whatever_befalls_a_job_is_a_finding(error: BaseException, code: str) -> None:
    """It stands at the brief of that job."""
    future: Future[Result] = Future()
    future.set_exception(error)
    (finding,) = result_of("briefs/a.yaml", future, Options(executor="dask:x")).diagnostics
    assert finding.code == code
    assert code == "workers-do-not-start" or finding.place == Place("briefs/a.yaml")


def test_what_was_cancelled_by_its_owner_is_no_finding() -> None:
    """Whoever let go of its own workers knows."""
    future: Future[Result] = Future()
    future.set_exception(CancelledError())
    with pytest.raises(CancelledError):
        result_of("briefs/a.yaml", future, Options())


def test_a_mistake_of_ours_is_told_with_its_traceback(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs the brief that brought it about; want of memory is told by its own name."""

    def broken(error: Exception) -> Callable[[Job], Result]:
        def build_brief(_job: Job) -> Result:
            raise error

        return build_brief

    monkeypatch.setattr(build, "build_brief", broken(ValueError("kapot")))
    (failed,) = make_brief(job(workspace)).diagnostics
    assert failed.code == "worker-failed"
    assert "ValueError: kapot" in (failed.detail or "")
    monkeypatch.setattr(build, "build_brief", broken(MemoryError()))
    assert [finding.code for finding in make_brief(job(workspace)).diagnostics] == ["worker-memory"]


def test_other_versions_are_refused(workspace: Path) -> None:
    """A worker with another version than the job asks for does not do it: the bytes would differ."""
    result = make_brief(job(workspace, versions={"weasyprint": "1.0"}))

    assert not result.files
    assert [finding.code for finding in result.diagnostics] == ["worker-version"]


def test_job_says_the_same_as_its_digest() -> None:
    """The digest of a page changes with it, its metadata and every file, and with nothing else."""
    page = PackedPage("<p>a</p>", DocumentMeta("a", "nl-NL", "2026-11-21", ""), {"f": b"x"}, Place("a"))
    changed = [
        replace(page, html=page.html + " "),
        replace(page, meta=replace(page.meta, title="b")),
        replace(page, files={"f": b"y"}),
        replace(page, files={}),
    ]
    assert page.digest() == replace(page).digest()
    assert len({page.digest(), *(other.digest() for other in changed)}) == 5


def test_a_process_has_one_setter() -> None:
    """One build after another in this process finds the styles that the first has made ready."""
    assert this_typesetter() is this_typesetter()


def test_broken_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Pango gets the finding that says so."""
    missing = report("engine-library-missing", library="pango")
    monkeypatch.setattr(typesetting, "load_engine", lambda: Outcome(None, (missing,)))
    page = PackedPage("", DocumentMeta("a", "nl-NL", "2026-11-21", ""), {}, Place("a"))
    assert set_pdf(page) == Outcome(None, (missing,))


def test_who_waits_for_jobs_that_never_began_is_told_of_the_end() -> None:
    """`wait` returns for each job that stood in the queue when the workers were ended."""
    with pool(1) as workers:
        jobs = [workers.submit(time.sleep, LONG) for _ in range(3)]
        with ThreadPoolExecutor(1) as other:
            waiting = other.submit(wait, jobs, SOON)
            time.sleep(0.2)
            workers.shutdown(cancel_futures=True)
            assert not waiting.result().not_done
    assert all(isinstance(job.exception(), CancelledError) for job in jobs)
