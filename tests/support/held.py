"""What is found in a finished file beside its evidence record, without the sources."""

from bronbrief.brief.labels import shipped_labels
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.verify.finished import read_finished
from bronbrief.verify.holding import Held, hold, hold_guest
from bronbrief.verify.regenerated import regenerated
from bronbrief.verify.sources import Sourcing


def found_in(data: bytes, path: str, record: EvidenceRecord) -> list[Diagnostic]:
    """Return everything that is found in a file that must print a record whole."""
    read = read_finished(data, path)
    held = Held()
    if read.value is not None:
        hold(read.value, record, regenerated(record, shipped_labels(record.lang), Sourcing()), held)
    return [*read.diagnostics, *_all(held)]


def found_in_guest(data: bytes, path: str, record: EvidenceRecord) -> list[Diagnostic]:
    """Return what is found in a file that may quote from a record, and must quote something."""
    read = read_finished(data, path)
    assert read.value is not None, read.diagnostics
    assert read.value.quotations
    held = Held()
    hold_guest(read.value, [record], held)
    return _all(held)


def _all(held: Held) -> list[Diagnostic]:
    several = (*held.diagnostics.values(), *held.about.values())
    return [*held.stray, *(one for found in several for one in found)]
