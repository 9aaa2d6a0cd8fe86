"""Sending briefs to workers, side by side, and publishing what comes back of them."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import nullcontext
from dataclasses import dataclass, replace
from time import perf_counter

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import BUILD, Workspace
from bronbrief.pipeline.build_record import BUILDS, CONTENTS, SCHEMA, SOURCES
from bronbrief.pipeline.executor import ExecutorError, connected, open_workers, result_of
from bronbrief.pipeline.freshness import Plan
from bronbrief.pipeline.job import Job, Result, joined, lacking, packed
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.publish import publish, publish_file
from bronbrief.pipeline.recorder import Recorder
from bronbrief.pipeline.report import STATES, BriefReport, BuildReport, State, fresh_reports
from bronbrief.pipeline.worker import make_brief, make_shared
from bronbrief.spec.paths import brief_name

AHEAD = 16
"""How many briefs may be at the workers before the next is sent: enough to keep everyone busy."""
ROUNDS = 4
"""How often a job may come back from a cluster for files that did not come along."""


def work(
    workspace: Workspace, plan: Plan, paths: Sequence[str], options: Options, *, everything: bool
) -> BuildReport:
    """Have done what is not up to date, by workers that begin to get ready before all else."""
    away = options.executor if plan.stale and options.formats else None
    options = replace(options, executor=away)
    try:
        with (
            connected(away) if away else nullcontext() as cluster,
            open_workers(options, len(plan.stale), workspace.root) as workers,
        ):
            run = _Run(workspace, plan, options, workers, cluster or workers)
            general: list[Diagnostic] = []
            reports = run.briefs(general) | fresh_reports(plan.fresh, STATES[plan.path])
            return run.end([reports[path] for path in paths], general, everything=everything)
    except ExecutorError as error:
        return BuildReport(general=(error.diagnostic,))


@dataclass(frozen=True, slots=True)
class _Sent:
    """A job that is away: since when, and how often it came back for more files."""

    job: Job
    since: float
    rounds: int = 0


class _Run:
    """Keeps the workers in work, and publishes and records what comes back."""

    def __init__(
        self, workspace: Workspace, plan: Plan, options: Options, workers: Executor, executor: Executor
    ) -> None:
        self._workspace, self._plan, self._options = workspace, plan, options
        self._workers, self._executor = workers, executor
        self._recorder = Recorder(plan, tuple(options.formats))
        self._away: dict[Future[Result], _Sent] = {}
        self._reports: dict[str, BriefReport] = {}

    def briefs(self, general: list[Diagnostic]) -> dict[str, BriefReport]:
        """Have all briefs done that are not up to date, and return the reports by path.

        What belongs to no single brief is made beside them; `general` gets what is found of that.
        """
        self._options.progress.starts([brief_name(path) for path in self._plan.stale])
        sources = self._send_shared(SOURCES) if self._plan.sources else None
        for path in self._plan.stale:
            self._send(path)
            self._collect(AHEAD)
        schema = self._send_shared(SCHEMA) if self._plan.schema else None
        self._collect(0)
        for key, future in ((SOURCES, sources), (SCHEMA, schema)):
            if future is not None:
                self._publish_shared(key, future, general)
        return self._reports

    def end(
        self, briefs: Sequence[BriefReport], general: list[Diagnostic], *, everything: bool
    ) -> BuildReport:
        """Make the table of contents of what stands published, and write the record."""
        if self._plan.path == BUILDS:
            self._publish_shared(CONTENTS, self._send_shared(CONTENTS), general)
        if self._plan.path == BUILDS or self._options.hears is None:
            self._recorder.save(self._workspace, self._plan.path)
        if everything:
            general += self._recorder.of_sources
        return BuildReport(tuple(briefs), tuple(general), self._recorder.files())

    def _send(self, path: str) -> None:
        made, name = self._plan.record.made.get(path), brief_name(path)
        held = made.outputs.get(f"{BUILD}/{name}/{name}.pdf", "") if made else ""
        before = (made.digest, held) if made and not self._options.force else ("", "")
        formats, shows = tuple(self._options.formats), self._options.hears is not None
        self._options.progress.enters(name, "pdf" if "pdf" in formats else "pages")
        job = Job(str(self._workspace.root), path, formats, before, shows, self._options.reviews)
        self._submit(_Sent(job, perf_counter()))

    def _submit(self, sent: _Sent, more: Iterable[str] = ()) -> None:
        job = sent.job
        if self._options.executor:
            job = packed(job, self._workspace, (*(job.packed or ()), *more))
        self._away[_submitted(self._executor, make_brief, job)] = replace(sent, job=job)

    def _collect(self, most: int) -> None:
        """Receive the jobs that are done, and wait until no more than `most` are away."""
        options = self._options
        limit = options.timeout if options.executor else None  # workers of this machine have their own
        while self._away:
            full = len(self._away) > most
            done, _ = wait(self._away, limit if full else 0, FIRST_COMPLETED)
            if not done and not full:
                return
            if any(one.cancelled() for one in done):  # not by us: nobody will come back
                for one in self._away:
                    one.cancel()
            for future in [one for one in self._away if one.done() or not done]:
                self._receive(self._away.pop(future), future)
                future.cancel()

    def _receive(self, sent: _Sent, future: Future[Result]) -> None:
        result = result_of(sent.job.path, future, self._options)
        if self._options.executor and sent.rounds < ROUNDS:
            more = lacking(result, sent.job, self._workspace)
            if more:
                self._submit(replace(sent, rounds=sent.rounds + 1), more)
                return
        if not sent.job.reviews and self._options.reviewed:
            reviewed = self._options.reviewed(brief_name(sent.job.path))
            whole = joined(reviewed, result) if reviewed else None
            if whole is None:
                self._submit(replace(sent, job=replace(sent.job, reviews=True)))
                return
            result = whole
        self._workspace.reads.update(result.reads)
        if self._options.hears is not None:
            self._options.hears(result)
        self._publish(sent, result)

    def _publish(self, sent: _Sent, result: Result) -> None:
        path, name = sent.job.path, brief_name(sent.job.path)
        files, state = tuple[str, ...](), STATES[self._plan.path]
        if result.files and not result.failed:
            self._options.progress.enters(name, "publish")
            published = publish(self._workspace, name, result.files)
            result = replace(result, diagnostics=(*result.diagnostics, *published.diagnostics))
            files = published.value.paths if published.value else ()
            state = State.BUILT if published.value and published.value.changed else State.UNCHANGED
        reached = State.FAILED if result.failed else state
        report = BriefReport(name, path, reached, files, result.diagnostics, perf_counter() - sent.since)
        self._recorder.brief(name, path, result)
        self._reports[path] = report
        self._options.progress.ends(report)

    def _send_shared(self, key: str) -> Future[Result]:
        before = None if self._options.force or key != SOURCES else self._plan.record.made.get(key)
        return _submitted(self._workers, make_shared, str(self._workspace.root), key, before)

    def _publish_shared(self, key: str, future: Future[Result], general: list[Diagnostic]) -> None:
        """Publish and record what belongs to no single brief."""
        wait([future])
        result = result_of(key, future, replace(self._options, executor=None))
        self._workspace.reads.update(result.reads)
        files = dict[str, bytes]()
        for path, data in result.files.items():
            published = publish_file(self._workspace, path.removeprefix(f"{BUILD}/"), data)
            general += published.diagnostics
            files = {path: data} if published.value else files
        if key != SOURCES:
            general += result.diagnostics
        self._recorder.shared(key, replace(result, files=files), self._workspace)


def _submitted(executor: Executor, work: Callable[..., Result], *given: object) -> Future[Result]:
    """Hand work to an executor; where that has lost its workers for good, it counts as cancelled."""
    try:
        return executor.submit(work, *given)
    except Exception:  # noqa: BLE001 - each kind of cluster has its own
        future: Future[Result] = Future()
        future.set_exception(CancelledError())
        return future
