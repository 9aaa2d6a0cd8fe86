"""Writing the record of a build: what each brief was made from, as it was when it was read."""

import hashlib
import os
from collections.abc import Iterable, Mapping

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.messages.pipeline import BREAKDOWNS
from bronbrief.core.messages.workers import PASSING
from bronbrief.core.workspace import BUILD, SEEDS, Stamp, Workspace, stamp_of
from bronbrief.pipeline.engine import MACHINE_CODES
from bronbrief.pipeline.freshness import Cause
from bronbrief.pipeline.ledger import NAME, Ledger, Recorded, Seen, save_ledger
from bronbrief.pipeline.plan import Plan
from bronbrief.pipeline.road import Trip
from bronbrief.pipeline.stamps import digest_of, settled
from bronbrief.pipeline.versions import is_library

UNKNOWN = ""
"""The digest of a file that changed while in use: it never agrees, so that the next build looks again."""


class Recorder:
    """Gathers the records of one run and writes them beside those of earlier ones."""

    def __init__(self, workspace: Workspace, plan: Plan, moment: int, name: str = NAME) -> None:
        """Begin from what is up to date; `moment` is when the run began, in nanoseconds.

        `name` is that of the ledger to write.
        """
        self._workspace, self._plan, self._moment, self._name = workspace, plan, moment, name
        self._root = os.fspath(workspace.root)
        outdated = any(reason.cause is not Cause.FORCED for reason in plan.common)
        kept = {} if outdated else plan.ledger.briefs
        self._briefs = {path: record for path, record in kept.items() if path not in plan.stale}
        self._libraries = [path for path in plan.ledger.engine if is_library(path)]
        self._seen: dict[str, Seen] = {}

    def brief(self, trip: Trip, formats: tuple[str, ...]) -> None:
        """Record what came of one brief; not what befell it by the machine, so that it is tried again."""
        if any(finding.code in PASSING | BREAKDOWNS | MACHINE_CODES for finding in trip.findings.found):
            self._briefs.pop(trip.path, None)
            return
        inputs = set(trip.workspace.reads)
        for source in trip.sources:
            inputs |= {f"{SEEDS}/{source}.txt", f"{SEEDS}/{source}.yaml"}
        if trip.failed:  # what is said of a mistake may draw on anything that there is
            inputs |= self._workspace.reads
        else:
            inputs = {path for path in inputs if not path.endswith("/")}
        self._briefs[trip.path] = Recorded(
            tuple(sorted(inputs)),
            formats,
            tuple(self._outputs(trip)),
            tuple(trip.findings.found),
            trip.failed,
            "" if trip.failed else trip.digest,
        )

    def finish(self, libraries: Iterable[str], whole: Recorded, sources: Recorded | None) -> None:
        """Write it all; `libraries` are those of typesetting, where any PDF was set."""
        old = self._plan.ledger
        engine = (*(libraries or self._libraries), *sorted(self._plan.now.code))
        known = {path for path in self._briefs if os.path.exists(os.path.join(self._root, path))}
        briefs = {path: self._briefs[path] for path in sorted(known)}
        inputs = {path for record in briefs.values() for path in record.inputs}
        inputs |= {*engine, *whole.inputs, *(sources.inputs if sources else ())}
        paths = sorted(inputs)
        files = {path: self.seen(path) for path in paths}
        moved = self._moved(files)
        briefs = {path: one for path, one in briefs.items() if self._holds(one, old.briefs.get(path), moved)}
        sources = sources if sources and self._holds(sources, old.sources, moved) else None
        versions = dict(self._plan.now.versions)
        save_ledger(self._workspace, Ledger(files, versions, engine, briefs, whole, sources), self._name)

    def _moved(self, files: Mapping[str, Seen]) -> set[str]:
        """Return the files that do not hold what they held by the record that this run began with."""
        before = self._plan.ledger.files
        return {path for path, seen in files.items() if path in before and before[path].digest != seen.digest}

    @staticmethod
    def _holds(record: Recorded, before: Recorded | None, moved: set[str]) -> bool:
        """Tell whether a record still says what is so: one that is kept does not once a file of it moved."""
        return record is not before or moved.isdisjoint(record.inputs)

    def shared(self, reads: Iterable[str], outputs: Iterable[str], found: tuple[Diagnostic, ...]) -> Recorded:
        """Record what belongs to no single brief."""
        made = tuple((path, self._now(path)) for path in outputs)
        return Recorded(tuple(sorted(reads)), (), made, found)

    def seen(self, path: str) -> Seen:
        """Return what a file was like when it was read, with the hash of what was read."""
        if path not in self._seen:
            self._seen[path] = self._look(path)
        return self._seen[path]

    def _look(self, path: str) -> Seen:
        old = self._plan.looker.renewed.get(path) or self._plan.ledger.files.get(path)
        stamps = self._workspace.stamps
        if path not in stamps:
            if old is not None and path not in self._plan.now.changed:
                return old
            self._workspace.note(path)
        stamp = stamps[path]
        if stamp is None:
            return Seen(None, None)
        if old is not None and old.stamp == stamp and path not in self._plan.now.changed:
            return old
        digest = digest_of(self._root, path)
        same = _stamp(self._root, path) == stamp
        return Seen(settled(stamp, self._moment), digest if same and digest else UNKNOWN)

    def _outputs(self, trip: Trip) -> Iterable[tuple[str, Seen]]:
        for name, data in (trip.files or {}).items():
            path = f"{BUILD}/{trip.name}/{name}"
            yield path, Seen(_stamp(self._root, path), hashlib.sha256(data).hexdigest())

    def _now(self, path: str) -> Seen:
        return Seen(_stamp(self._root, path), digest_of(self._root, path))


def _stamp(root: str, path: str) -> Stamp | None:
    try:
        return stamp_of(os.stat(os.path.join(root, path)))
    except OSError:
        return None
