"""What a build has to do: which briefs are up to date by the record, and why the others are not."""

from collections.abc import Sequence
from dataclasses import dataclass

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.freshness import Cause, Now, Reason, common_reasons, reasons
from bronbrief.pipeline.ledger import Ledger, Recorded
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import BriefReport, State
from bronbrief.pipeline.stamps import Looker
from bronbrief.pipeline.versions import code_files, package_versions
from bronbrief.spec.paths import brief_name


@dataclass(frozen=True, slots=True)
class Plan:
    """The briefs that are up to date, with their reports from the record, and the others with the reasons.

    `whole` is why what belongs to no single brief must be made, `sources` why all sources must be read anew;
    empty if they are up to date. `common` are the reasons that hold for every brief, and `now` is what the
    files were compared with.
    """

    ledger: Ledger
    looker: Looker
    fresh: dict[str, BriefReport]
    stale: dict[str, tuple[Reason, ...]]
    whole: tuple[Reason, ...]
    sources: tuple[Reason, ...]
    common: tuple[Reason, ...]
    now: Now

    @property
    def nothing_to_do(self) -> bool:
        """Tell whether all is up to date."""
        return not self.stale and not self.whole and not self.sources


def make_plan(  # noqa: PLR0913 - what a plan is made from
    workspace: Workspace,
    ledger: Ledger,
    chosen: Sequence[str],
    options: Options,
    *,
    everything: bool,
    state: State = State.UNCHANGED,
) -> Plan:
    """Compare what was recorded with what stands there now; `everything` takes in the sources not used.

    `state` is that of briefs without errors that are up to date.
    """
    looker = Looker(workspace, ledger)
    now = _look(looker, ledger, chosen, options)
    common = common_reasons(ledger, now)
    fresh: dict[str, BriefReport] = {}
    stale: dict[str, tuple[Reason, ...]] = {}
    for path in chosen:
        record = ledger.briefs.get(path)
        why = common or reasons(record, now)
        if why or record is None:
            stale[path] = why
        else:
            fresh[path] = _report(path, record, state)
    whole = common or _shared_reasons(ledger.whole, now, stale)
    sources = (common or _shared_reasons(ledger.sources, now, {})) if everything else ()
    return Plan(ledger, looker, fresh, stale, whole, sources, common, now)


def _look(looker: Looker, ledger: Ledger, chosen: Sequence[str], options: Options) -> Now:
    """Look at every file that counts: all inputs, and the outputs of the briefs that were chosen."""
    changed = looker.changed(ledger.files.items())
    for path in chosen:
        record = ledger.briefs.get(path)
        if record is not None:
            changed |= looker.changed(record.outputs)
    if ledger.whole is not None:
        changed |= looker.changed(ledger.whole.outputs)
    return Now(
        changed,
        looker.missing,
        package_versions(),
        tuple(options.formats),
        options.force,
        tuple(code_files()),
    )


def _shared_reasons(
    record: Recorded | None, now: Now, stale: dict[str, tuple[Reason, ...]]
) -> tuple[Reason, ...]:
    if record is None:
        return (Reason(Cause.NEW),)
    if stale:
        return (Reason(Cause.FILE, next(iter(stale))),)
    as_recorded = Now(now.changed, now.missing, now.versions, record.formats)
    return reasons(record, as_recorded)


def _report(path: str, record: Recorded, state: State) -> BriefReport:
    files = tuple([name for name, _ in record.outputs])
    reached = State.FAILED if record.failed else state
    return BriefReport(brief_name(path), path, reached, files, record.findings)
