"""Verify finished briefs and dossiers: that every quotation in them is what its source says.

What is proven, where nothing is found:

- every file is the one in the list of checksums, and the list names every file;
- every quotation of the record stands in the source, at the place that is named, and what prints is made of
  the source's words with nothing but marks in brackets;
- every quotation, attribution, note and translation, the list of sources and the account of method are in the
  finished PDF and web page as they follow from the record, word for word, as they are read and as they are
  drawn, and no quotation besides;
- a PDF and a page hold nothing that Bronbrief does not put there;
- the source is, to the byte, the text that was quoted from.

That a file is byte for byte the one that its record names is said too; a record can be remade with its file.

Who sealed a file, and when, is said by `verify.seals`.

What is not proven: who made files without a seal. Whoever replaces a whole dossier, sources included, can
make one that is right in itself; only a copy that was published elsewhere, or the source, settles that, or to
build anew. That what surrounds a quotation is fair, and that a PDF does conform, are for a reader and a
validator. That a source is not at hand is said, and is neither proof nor refutation.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bronbrief.brief.labels import load_labels, shipped_labels
from bronbrief.core.diagnostics import Diagnostic, Place, Severity, clip, report
from bronbrief.core.digests import sha256_of
from bronbrief.core.renditions import RECORD, RENDITIONS
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import read_evidence
from bronbrief.verify.belonging import belonging, by_bytes, by_name, published_records
from bronbrief.verify.bundle import ZIP, Bundle, manifests_of, open_bundle
from bronbrief.verify.checksums import CHECKSUMS, TIME_STAMP
from bronbrief.verify.finished import Finished, read_finished
from bronbrief.verify.holding import FIRST_WORDS, Held, differing, hold, hold_guest
from bronbrief.verify.listing import check_listing, outside
from bronbrief.verify.proofs import BriefProof, QuotationProof, Standing, Verification
from bronbrief.verify.rechecking import Rechecking
from bronbrief.verify.regenerated import regenerated
from bronbrief.verify.seals import seal_diagnostics, time_stamp_diagnostics
from bronbrief.verify.sources import Sourcing, folder_texts, workspace_texts

SIDECAR = ".mdto.xml"


@dataclass(slots=True)
class _Case:
    """A bundle with what has been read from it."""

    bundle: Bundle
    workspace: Workspace | None
    sourcing: Sourcing
    trusted: bytes | None
    records: dict[str, EvidenceRecord] = field(default_factory=dict)
    files: dict[str, list[str]] = field(default_factory=dict)
    unchanged: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    held: Held = field(default_factory=Held)
    general: list[Diagnostic] = field(default_factory=list)
    compared: int = 0


def verify(
    path: Path,
    workspace: Workspace | None = None,
    folder: Path | None = None,
    trusted: bytes | None = None,
) -> Verification:
    """Verify what lies under a path: a PDF, web page or evidence record, or a dossier as folder or zip.

    Sources are looked for in the workspace, in `folder`, and in the dossier itself. `trusted` are the PEM or
    DER certificates of issuers whose seals are believed. Whatever is wrong is a finding; nothing is written.
    """
    opened = open_bundle(path)
    if opened.value is None:
        return Verification(path.name or str(path), general=opened.diagnostics)
    case = _Case(opened.value, workspace, _sources(opened.value, workspace, folder), trusted)
    case.general += opened.diagnostics
    checked = _check_list(case)
    for name in sorted(case.bundle.files):
        if name.lower().endswith(RECORD):
            _read_record(case, name)
    for name in sorted(case.bundle.asked):
        if name.lower().endswith(RENDITIONS):
            _read_file(case, name)
            case.general += seal_diagnostics(name, case.bundle.files[name], case.trusted)
    rechecking = Rechecking(case.sourcing, workspace)
    briefs = tuple(_proof(case, record, rechecking) for record in _concerned(case))
    findings = (*case.general, *case.held.stray)
    done = Verification(case.bundle.name, briefs, checked, findings, tuple(case.unread))
    if _came_to_something(case, done):
        return done
    nothing = report("verify-nothing", Place(case.bundle.name), file=case.bundle.name)
    return Verification(case.bundle.name, briefs, checked, (*findings, nothing), done.unread)


def _came_to_something(case: _Case, done: Verification) -> bool:
    """Tell whether any quotation was compared, with a file or its source, or the rest says why not."""
    compared = case.compared or any(one.standing is not Standing.UNCHECKED for one in done.quotations)
    return bool(compared or done.unread) or done.standing is Standing.WRONG


def _check_list(case: _Case) -> int | None:
    manifests = manifests_of(case.bundle)
    listings = [check_listing(case.bundle, manifest) for manifest in manifests]
    case.general += outside(case.bundle, manifests) if manifests and case.bundle.whole else ()
    for manifest in manifests:
        stamp = manifest.removesuffix(CHECKSUMS) + TIME_STAMP
        if stamp in case.bundle.files:
            listed = case.bundle.files[manifest]
            case.general += time_stamp_diagnostics(stamp, case.bundle.files[stamp], listed, case.trusted)
    for listing in listings:
        case.general += listing.diagnostics
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
        case.held.about[name] += read.diagnostics


def _read_file(case: _Case, name: str) -> None:
    """Read a finished file, find the records that it belongs to, and hold it against them."""
    data = case.bundle.files[name]
    digest = sha256_of(data)
    if case.workspace is not None and not by_bytes(digest, case.records):
        case.records |= {one.path: one for one in published_records(case.workspace, digest)}
    read = read_finished(data, name)
    own = belonging(name, data, read.value, case.records, whole=case.bundle.whole)
    about = case.held.about[own[0].path] if own else case.general
    about += read.diagnostics
    for record in own:
        case.files.setdefault(record.path, []).append(name)
    if len(own) == 1 and not (read.value and read.value.parts):  # a file that joins briefs has no record
        _say_whether_unchanged(case, own[0], name, digest)
    if read.value is None:
        case.unread.append(name)
    elif own:
        case.compared += 1
        twin = by_name(name, case.records)
        if twin is not None and twin not in own:
            about.append(report("verify-title", Place(name), file=name, title=twin.title))
        for record in own:
            _hold(case, record, read.value)
    elif case.bundle.whole:
        case.compared += bool(case.records)
        hold_guest(read.value, list(case.records.values()), case.held)
    else:
        case.unread.append(name)
        case.general.append(report("verify-no-record", Place(name), file=name))


def _say_whether_unchanged(case: _Case, record: EvidenceRecord, name: str, digest: str) -> None:
    if any(file.sha256 == digest for file in record.files):
        case.unchanged.add(name)
    else:
        case.held.about[record.path].append(report("verify-changed-since", Place(name), file=name))


def _hold(case: _Case, record: EvidenceRecord, file: Finished) -> None:
    try:
        expected = regenerated(record, _labels(record), case.sourcing)
    except (ValueError, KeyError):
        case.held.about[record.path].append(
            report("verify-record-shape", Place(record.path), file=record.path, what="notes")
        )
        return
    hold(file, record, expected, case.held)


def _labels(record: EvidenceRecord) -> Mapping[str, str]:
    """Return the fixed words of a record's language; those of its own are believed where they are at hand."""
    shipped = shipped_labels(record.lang)
    if not shipped:
        raise ValueError(record.lang)
    return {**shipped, **record.labels}


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
    outcome, held = rechecking.recheck(record), case.held
    quotations = []
    for one in record.quotations:
        key = (record.path, one.id)
        source = one.parts[0].source
        quotations.append(
            QuotationProof(
                id=one.id,
                labels=tuple(held.labels.get(key, ())),
                words=clip(one.printed, FIRST_WORDS),
                source=source.facts.get("publisher") or source.title,
                locator="; ".join(one.locators),
                diagnostics=(*held.diagnostics.get(key, ()), *outcome.quotations[one.id]),
                open=one.id in outcome.open,
                exact=tuple(part.exact for part in one.parts),
            )
        )
    about = (*held.about[record.path], *outcome.general, *_own_words(case, record))
    files = tuple(case.files.get(record.path, ()))
    unchanged = frozenset(case.unchanged & set(files))
    return BriefProof(
        record.path,
        record.title,
        files,
        tuple(quotations),
        about,
        unchanged,
        record.name,
        record.lang,
        held.stamps.get(record.path, ""),
    )


def _own_words(case: _Case, record: EvidenceRecord) -> Iterator[Diagnostic]:
    """Report what the page says and the PDF does not, and fixed words that are not those that are shipped."""
    try:
        yield from differing(case.held, record, _labels(record))
    except ValueError:
        return
    known: Mapping[str, str] = {}
    if record.labels and case.workspace is not None:
        known = load_labels(case.workspace, record.lang).value or {}
    own = [text for key, text in record.labels.items() if known.get(key) != text]
    if own:
        what = clip(", ".join(f"“{one}”" for one in own), FIRST_WORDS)
        yield report("verify-own-labels", Place(record.path), file=record.path, what=what)
