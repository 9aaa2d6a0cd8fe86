"""Verify finished briefs and dossiers: that every quotation in them is what its source says.

What is proven, where nothing is found:

- every file is the one in the list of checksums, and the list names every file;
- every quotation in the finished PDF and web page, as it is read and as it is drawn, is in the evidence
  record to the character, and every quotation of the record is in the file, each beside its own source;
- every quotation of the record stands in the source, at the place that is named, and what prints is made of
  the source's words with nothing but marks in brackets;
- the source is, to the byte, the text that was quoted from;
- the PDF says that it is PDF/A-2a and PDF/UA-1.

What is not proven: who made the files. Whoever replaces a whole dossier, sources included, can make one that
is right in itself; only a copy that was published elsewhere, or the source, settles that. That what surrounds
a quotation is fair, and that a PDF does conform, are for a reader and a validator. Sources that are not at
hand are said to be so, which is neither proof nor refutation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bronbrief.core.diagnostics import Diagnostic, Place, Severity, clip
from bronbrief.core.findings import report
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.recorded import EvidenceRecord, read_evidence
from bronbrief.verify.bundle import ZIP, Bundle, manifests_of, open_bundle
from bronbrief.verify.finished import HTML, PDF, RECORD, Finished, read_finished
from bronbrief.verify.listing import check_listing
from bronbrief.verify.matching import FIRST_WORDS, Matches, match
from bronbrief.verify.proofs import BriefProof, QuotationProof, Standing, Verification
from bronbrief.verify.quotations import plain
from bronbrief.verify.rechecking import Rechecking
from bronbrief.verify.sources import Sourcing, folder_texts, workspace_texts

SIDECAR = ".mdto.xml"


@dataclass(slots=True)
class _Case:
    """A bundle with what has been read from it."""

    bundle: Bundle
    records: dict[str, EvidenceRecord] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    matches: Matches = field(default_factory=Matches)
    general: list[Diagnostic] = field(default_factory=list)
    about: dict[str, list[Diagnostic]] = field(default_factory=dict)
    compared: int = 0


def verify(path: Path, workspace: Workspace | None = None, folder: Path | None = None) -> Verification:
    """Verify what lies under a path: a PDF, web page or evidence record, or a dossier as folder or zip.

    Sources are looked for in the workspace, in `folder`, and in the dossier itself. Whatever is wrong is
    a finding; nothing is written.
    """
    opened = open_bundle(path)
    if opened.value is None:
        return Verification(path.name or str(path), findings=opened.diagnostics)
    case = _Case(opened.value)
    checked = _check_list(case)
    for name in sorted(case.bundle.files):
        if name.lower().endswith(RECORD):
            _read_record(case, name)
    for name in sorted(case.bundle.asked):
        if name.lower().endswith((PDF, HTML)):
            _read_file(case, name)
    rechecking = Rechecking(_sources(case.bundle, workspace, folder), workspace)
    briefs = tuple(_proof(case, record, rechecking) for record in _concerned(case))
    done = Verification(case.bundle.name, briefs, checked, (*case.general, *case.matches.stray))
    return (
        done if _came_to_something(case, done) else replace(done, findings=(*done.findings, _nothing(case)))
    )


def _came_to_something(case: _Case, done: Verification) -> bool:
    """Tell whether any quotation was compared, with a finished file or its source, or the rest says why."""
    return done.standing is Standing.WRONG or any(
        case.compared or one.standing is not Standing.UNCHECKED for one in done.quotations
    )


def _nothing(case: _Case) -> Diagnostic:
    return report("verify-nothing", Place(case.bundle.name), file=case.bundle.name)


def _check_list(case: _Case) -> int | None:
    listings = [check_listing(case.bundle, manifest) for manifest in manifests_of(case.bundle)]
    for listing in listings:
        case.general += listing.findings
    if listings:
        return sum(listing.right for listing in listings)
    if case.bundle.whole:
        name = case.bundle.name
        dossier = name.lower().endswith(ZIP) or any(one.endswith(SIDECAR) for one in case.bundle.files)
        weight = Severity.ERROR if dossier else None
        case.general.append(report("verify-no-manifest", Place(name), severity=weight, file=name))
    return None


def _read_record(case: _Case, name: str) -> None:
    read = read_evidence(case.bundle.files[name], name)
    if read.value is None:
        case.general += read.diagnostics
    else:
        case.records[name] = read.value
        case.about[name] = list(read.diagnostics)


def _read_file(case: _Case, name: str) -> None:
    """Read a finished file, find the records that it belongs to, and compare."""
    read = read_finished(case.bundle.files[name], name)
    own, others = _belonging(case, name, read.value)
    about = case.about[own[0].path] if own else case.general
    about += read.diagnostics
    for record in own:
        case.files.setdefault(record.path, []).append(name)
    if read.value is None:
        return
    case.compared += 1
    if not own and not others:
        if read.value.quotations or not case.bundle.whole:
            case.general.append(report("verify-no-record", Place(name), file=name))
        return
    for record in own:
        if plain(record.title) not in read.value.titles:
            about.append(report("verify-title", Place(name), file=name, title=record.title))
    match(read.value, own, others, case.matches)


def _belonging(
    case: _Case, name: str, file: Finished | None
) -> tuple[Sequence[EvidenceRecord], Sequence[EvidenceRecord]]:
    """Return the records that a file prints, and those that it may quote from.

    It prints the record of its own name; else those whose titles are among its headings, as in a combined
    file. Any other file of a dossier, such as its guide, may quote from all of them.
    """
    record = case.records.get(name.rpartition(".")[0] + RECORD)
    if record is not None:
        return (record,), ()
    if file is None or (case.bundle.whole and not file.quotations):
        return (), ()
    named = [one for one in case.records.values() if plain(one.title) in file.titles]
    if named or not case.bundle.whole:
        return named, ()
    return (), list(case.records.values())


def _concerned(case: _Case) -> Iterator[EvidenceRecord]:
    """Yield the records that were asked for, or that belong to a file that was."""
    for name, record in case.records.items():
        if name in case.bundle.asked or name in case.files:
            yield record


def _sources(bundle: Bundle, workspace: Workspace | None, folder: Path | None) -> Sourcing:
    sourcing = Sourcing()
    if workspace is not None:
        sourcing.add(workspace_texts(workspace))
    if folder is not None:
        sourcing.add(folder_texts(folder))
    texts = ((name, data) for name, data in bundle.files.items() if name.endswith(".txt"))
    sourcing.add((name.rpartition("/")[2], data) for name, data in texts)
    return sourcing


def _proof(case: _Case, record: EvidenceRecord, rechecking: Rechecking) -> BriefProof:
    outcome = rechecking.recheck(record)
    quotations = []
    for one in record.quotations:
        key = (record.path, one.id)
        source = one.parts[0].source
        quotations.append(
            QuotationProof(
                id=one.id,
                labels=tuple(case.matches.labels.get(key, ())),
                words=clip(one.printed, FIRST_WORDS),
                source=source.facts.get("publisher") or source.title,
                locator="; ".join(one.locators),
                findings=(*case.matches.findings.get(key, ()), *outcome.quotations[one.id]),
            )
        )
    about = (*case.about[record.path], *outcome.general)
    files = tuple(case.files.get(record.path, ()))
    return BriefProof(record.path, record.title, files, tuple(quotations), about)
