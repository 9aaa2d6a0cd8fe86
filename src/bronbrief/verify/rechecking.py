"""Check the quotations of an evidence record against their sources, wherever these were found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.workspace import SEEDS, Workspace
from bronbrief.evidence.changes import Effect, PartChange, changes
from bronbrief.evidence.differences import difference
from bronbrief.evidence.record import FACTS, EvidenceRecord, RecordedQuotation, RecordedSource
from bronbrief.evidence.rereading import part_diagnostics, printed_diagnostics
from bronbrief.sources.record import read_record
from bronbrief.verify.sources import Found, Sourcing

SHOWN = 12


@dataclass(slots=True)
class Rechecked:
    """What was found: about each quotation by its id, and about sources as a whole."""

    quotations: dict[str, list[Diagnostic]]
    general: list[Diagnostic] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    """The quotations whose source is not at hand."""


@dataclass(slots=True)
class Rechecking:
    """The sources at hand, and the workspace whose records they have, if there is one."""

    sourcing: Sourcing
    workspace: Workspace | None

    def recheck(self, record: EvidenceRecord) -> Rechecked:
        """Check every quotation of a record."""
        result = Rechecked({one.id: [] for one in record.quotations})
        quoted = {part.source.path for one in record.quotations for part in one.parts}
        for source in record.sources:
            found = self.sourcing.find(source)
            if source.path not in quoted:
                pass
            elif found is None:
                self._absent(record, source, result)
            elif not found.same:
                self._changed(record, source, found, result)
            result.general += self._record_diagnostics(source, record.path)
        for one in record.quotations:
            result.quotations[one.id] += self._quotation_diagnostics(one, record.path)
        return result

    def _quotation_diagnostics(self, one: RecordedQuotation, record: str) -> Iterator[Diagnostic]:
        found = [self.sourcing.find(part.source) for part in one.parts]
        same = [match.source if match and match.same else None for match in found]
        for part, source in zip(one.parts, same, strict=True):
            if source is not None:
                yield from part_diagnostics(part, source, record, one.id)
        yield from printed_diagnostics(one, same, record)

    def _absent(self, record: EvidenceRecord, source: RecordedSource, result: Rechecked) -> None:
        name, url = PurePosixPath(source.path).name, source.facts.get("url", "–")
        absent = report(
            "verify-source-absent", Place(record.path), source=name, sha256=source.sha256, url=url
        )
        result.general.append(absent)
        for one in record.quotations:
            if any(part.source.path == source.path for part in one.parts):
                result.open.add(one.id)

    def _changed(
        self, record: EvidenceRecord, source: RecordedSource, found: Found, result: Rechecked
    ) -> None:
        """Say what became of each quotation from a source that is not what it was."""
        name = PurePosixPath(source.path).name
        place = Place(record.path)
        effects = changes(record.quotations, found.source, source.path)
        for change in effects:
            for part in change.parts:
                result.quotations[change.quotation.id] += _effect(part, name, place)
        stand = sum(change.effect is Effect.STANDS for change in effects)
        other = len(effects) - stand
        code = "verify-source-changed" if other else "verify-source-changed-outside"
        digest = f"{source.sha256[:SHOWN]}…"
        result.general.append(report(code, place, source=name, sha256=digest, stand=stand, other=other))

    def _record_diagnostics(self, source: RecordedSource, record: str) -> Iterator[Diagnostic]:
        """Compare what the evidence repeats of a source with the source's own record, in the workspace."""
        path = f"{SEEDS}/{PurePosixPath(source.path).stem}.yaml"
        if self.workspace is None or path not in self.workspace.names(SEEDS, ".yaml"):
            return
        own = read_record(self.workspace, path).value
        if own is None:
            return
        said = {"sha256": source.sha256, "title": source.title, "lang": source.lang}
        known = {"sha256": own.sha256, "title": own.title, "lang": own.lang}
        for key in FACTS:
            said[key], known[key] = source.facts.get(key, ""), getattr(own, key) or ""
        for key, value in said.items():
            if value != known[key]:
                name = PurePosixPath(source.path).name
                yield report("verify-facts", Place(record), source=name, what=key)


def _effect(change: PartChange, source: str, place: Place) -> Iterator[Diagnostic]:
    """Report a part that moved, or is gone with what is most like it now."""
    if change.effect is Effect.MOVED:
        yield report("verify-moved", place, found=change.locator, recorded=change.part.locator)
    elif change.effect is Effect.GONE:
        shown = difference(change.instead, change.part.exact) if change.instead else ""
        yield report("verify-gone", place, detail=shown, source=source)
