"""Worker processes: the same bytes as alone, and one that dies or hangs costs its own brief only."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bronbrief.core.diagnostics import Outcome, Place
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pipeline.executor import Done, EngineBrokenError, InProcess
from bronbrief.pipeline.jobs import RenderJob, Setter, this_setter
from bronbrief.pipeline.versions import package_versions
from bronbrief.pipeline.worker import Receiver, Sender
from bronbrief.pipeline.workers import Workers

PAGE = (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>T</title><style>'
    '@font-face{{font-family:"brief-text";src:url("bronbrief:font/ibm-plex-serif/IBMPlexSerif-Regular.ttf")}}'
    ":root{{--a:{name};}}\nbody{{font-family:brief-text}}{more}</style></head>"
    "<body><main><h1>Brief {name}</h1>{body}</main></body></html>"
)
FONT = "bronbrief:font/ibm-plex-serif/IBMPlexSerif-Regular.ttf"
ENDLESS = "<p>lang</p>" * 60_000


def job(name: str, body: str = "<p>Een alinea.</p>", more: str = "") -> RenderJob:
    """Make a job with a page of its own."""
    from bronbrief.pdf.addresses import font_file  # noqa: PLC0415

    font = font_file(FONT.removeprefix("bronbrief:font/"))
    meta = DocumentMeta(name, "nl-NL", "2026-11-21", "")
    versions = {"weasyprint": package_versions()["weasyprint"]}
    page = PAGE.format(name=name, body=body, more=more)
    return RenderJob(name, page, meta, {FONT: font}, Place(f"briefs/{name}.yaml"), versions)


@contextmanager
def crew(size: int, patience: float = 120) -> Iterator[Workers]:
    """Run workers, and let them go after."""
    workers = Workers(size, patience)
    try:
        yield workers
    finally:
        workers.close()


def codes(done: dict[str, Outcome[bytes]]) -> dict[str, list[str]]:
    """Return the codes of what was found in each job."""
    return {name: [finding.code for finding in outcome.diagnostics] for name, outcome in done.items()}


def collect(found: Iterator[Done]) -> dict[str, Outcome[bytes]]:
    """Return outcomes by name."""
    return {done.name: done.outcome for done in found}


def test_any_number_of_workers_gives_the_same_bytes() -> None:
    """A PDF does not depend on who set it, nor on what that worker set before."""
    names = ["a", "b", "c", "d", "e"]
    alone = {name: Setter().set(job(name)).value for name in names}
    with crew(2) as workers:
        for name in names:
            workers.submit(job(name))
        together = collect(workers.finished())

    assert {name: outcome.value for name, outcome in together.items()} == alone
    assert all(data and data.startswith(b"%PDF") for data in alone.values())
    assert any("pango" in path for path in workers.libraries)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process is not forked from this one")
def test_one_worker_is_forked_from_here() -> None:
    """For a single brief no other process is started than the one that sets it."""
    code = (
        "import psutil\nfrom bronbrief.pipeline.workers import Workers\nworkers = Workers(1, 60)\n"
        "print(len(psutil.Process().children(recursive=True)))\nworkers.close()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_worker_that_is_killed_costs_its_own_brief_only() -> None:
    """The job of a worker that dies is reported with the exit status, and the rest are done."""
    with crew(2) as workers:
        workers.submit(job("reus", ENDLESS))
        for name in ("a", "b", "c"):
            workers.submit(job(name))
        found = workers.finished()
        first = next(found)
        victim = next(one for one in workers._workers if one.job and one.job.name == "reus")
        assert victim.process.pid
        os.kill(victim.process.pid, signal.SIGKILL)
        done = collect(found) | {first.name: first.outcome}

    assert codes(done) == {"reus": ["worker-died"], "a": [], "b": [], "c": []}
    assert done["reus"].diagnostics[0].params == {"name": "reus", "status": "-9"}
    assert done["reus"].diagnostics[0].place == Place("briefs/reus.yaml")


def test_worker_that_hangs_costs_its_own_brief_only() -> None:
    """A job that takes longer than it may is ended, reported, and the next one is done."""
    with crew(1, patience=4) as workers:
        workers.submit(job("reus", ENDLESS))
        workers.submit(job("a"))
        done = collect(workers.finished())

    assert codes(done) == {"reus": ["worker-hung"], "a": []}
    assert done["reus"].diagnostics[0].params["seconds"] == "4"


def test_closing_ends_everyone_at_once() -> None:
    """Whoever lets go of the workers, as Ctrl-C does, waits for no job and leaves no process or file."""
    with crew(2) as workers:
        workers.submit(job("reus", ENDLESS))
        workers.submit(job("a"))
        next(workers.finished())
        pids = [worker.process.pid for worker in workers._workers]
        folder = Path(workers._folder)
        assert any(folder.iterdir())
        start = time.perf_counter()
    assert time.perf_counter() - start < 2
    assert not any(psutil.pid_exists(pid) for pid in pids if pid)
    assert not folder.exists()


def test_typefaces_travel_once() -> None:
    """A worker gets a typeface with the first job that needs it, and again only when it is another one."""
    sender, receiver = Sender(), Receiver()
    asset = "bronbrief:asset/logo.png"
    first = replace(job("een"), files={**job("een").files, asset: b"logo"})
    later, other = replace(first, name="twee"), replace(first, files={FONT: b"other", asset: b"logo"})
    parcels = [sender.parcel(one) for one in (first, later, other, other)]

    assert [set(parcel.job.files) for parcel in parcels] == [{FONT, asset}, {asset}, {FONT, asset}, {asset}]
    assert [receiver.unpack(parcel) for parcel in parcels] == [first, later, other, other]


def test_other_versions_are_refused() -> None:
    """A worker with another version than the job asks for does not set it: the bytes would differ."""
    other = replace(job("a"), versions={"weasyprint": "1.0"})
    outcome = Setter().set(other)

    assert outcome.value is None
    assert [finding.code for finding in outcome.diagnostics] == ["worker-version"]


def test_job_says_the_same_as_its_digest() -> None:
    """The digest changes with the page, the metadata and every file, and with nothing else."""
    one = job("a")
    assert one.digest() == job("a").digest()
    changed = [
        replace(one, html=one.html + " "),
        replace(one, meta=replace(one.meta, title="b")),
        replace(one, files={FONT: b"x"}),
        replace(one, files={}),
        replace(one, versions={}),
    ]
    assert len({one.digest(), *(other.digest() for other in changed)}) == 6


def test_in_process_is_an_executor_too() -> None:
    """Where the engine is loaded already, jobs are done in place, with the same outcome."""
    here = InProcess()
    here.submit(job("a"))
    assert here.waiting == 1
    done = collect(here.finished())
    assert done["a"].value == Setter().set(job("a")).value
    assert here.waiting == 0


def test_a_process_has_one_setter() -> None:
    """One build after another in this process finds the styles that the first has made ready."""
    assert InProcess()._setter is InProcess()._setter


def test_broken_engine_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Pango gets the finding that says so."""

    def broken(_self: Setter) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(Setter, "__init__", broken)
    this_setter.cache_clear()
    with pytest.raises(EngineBrokenError) as caught:
        InProcess()
    assert caught.value.diagnostic.code == "engine-library-missing"
