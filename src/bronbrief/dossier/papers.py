"""The dossier for a meeting: from built briefs to the files that go to the council, the archive and readers.

1. Look over the briefs: embargo, limits, personal data, contradictions.
2. Stamp the PDFs and give all files readable names.
3. Join the briefs in one file, where that is asked for, and add the guide for readers.
4. Describe them: ORI, DiWoo or HTML, `dossier.json`, MDTO.
5. Add the checksums.

All or nothing: where anything is an error, there is no dossier.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors, report
from bronbrief.core.json_files import to_json
from bronbrief.core.renditions import RECORD
from bronbrief.core.workspace import Workspace
from bronbrief.dossier.archiving import describe_files, describe_objects, missing_facts
from bronbrief.dossier.checks import check_annexes, check_sizes
from bronbrief.dossier.combine import Part, combine, page_count
from bronbrief.dossier.contradictions import contradictions
from bronbrief.dossier.guide import anchor, cover, guide
from bronbrief.dossier.identity import Setting, issuer_of
from bronbrief.dossier.index import NAME as INDEX
from bronbrief.dossier.lettering import stamp_face
from bronbrief.dossier.matter import Annex, Meeting, Wishes
from bronbrief.dossier.naming import file_name
from bronbrief.dossier.rules import Rules
from bronbrief.dossier.screening import screen
from bronbrief.dossier.sidecars import describe, describe_dossier
from bronbrief.dossier.stamp import stamp
from bronbrief.evidence.annotations import written
from bronbrief.evidence.recorded import read_evidence
from bronbrief.verify.checksums import CHECKSUMS, checksums, recorded_files, zipped

FOLDER = "{meeting} agendapunt {item}"
COMBINED = "{meeting} agendapunt {item} - alle bijlagen"
COVER_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Dossier:
    """The name of the folder, its files by name, and the date that they bear in a ZIP file."""

    folder: str
    files: Mapping[str, bytes]
    date: dt.date

    @property
    def pdfs(self) -> Mapping[str, bytes]:
        """Return the PDFs."""
        return {name: data for name, data in self.files.items() if name.endswith(".pdf")}

    def zipped(self) -> bytes:
        """Return the same as one ZIP file."""
        return zipped(self.folder, self.files, self.date)


def make_dossier(
    annexes: Sequence[Annex], meeting: Meeting, rules: Rules, wishes: Wishes, workspace: Workspace
) -> Outcome[Dossier]:
    """Make the dossier of briefs that were built; the same briefs, meeting and wishes give the same bytes."""
    face = stamp_face()
    found: list[Diagnostic] = list(check_annexes(annexes, meeting, rules, face))
    found += contradictions(annexes, wishes.published)
    for annex in annexes:
        found += [*missing_facts(annex), *screen(annex.loaded, annex.record, rules)]
    if has_errors(found):
        return Outcome(None, tuple(found))
    pages = _pages(annexes, meeting, rules, wishes, workspace, face)
    found += pages.diagnostics
    if pages.value is None:
        return Outcome(None, tuple(found))
    date = max(annex.spec.date for annex in annexes)
    setting = _setting(annexes, meeting, rules, wishes, date)
    if wishes.made is None and not any(map(missing_facts, annexes)):
        found.append(report("dossier-made", date=date.isoformat()))
    files = dict(pages.value)
    for annex in annexes:
        described = describe(annex, files[f"{annex.base}.pdf"], setting)
        found += described.diagnostics
        files |= described.value or {}
    files = dict(sorted(files.items()))
    files[INDEX] = describe_dossier(files, annexes, wishes, setting)
    folder = folder_name(meeting)
    files |= describe_files(files, annexes, setting) | describe_objects(files, annexes, folder, setting)
    found += check_sizes(files, rules)
    if has_errors(found):
        return Outcome(None, tuple(found))
    files[CHECKSUMS] = checksums(files)
    return Outcome(Dossier(folder, dict(sorted(files.items())), date), tuple(found))


def _setting(
    annexes: Sequence[Annex], meeting: Meeting, rules: Rules, wishes: Wishes, date: dt.date
) -> Setting:
    """Say what all descriptions share. Where nobody said when the dossier is made, its date stands for it."""
    made = wishes.made.isoformat() if wishes.made else f"{date.isoformat()}T00:00:00"
    return Setting(meeting, rules, issuer_of(annexes, rules), made, wishes.published)


def _pages(  # noqa: PLR0913, PLR0917 - all that a dossier is made of
    annexes: Sequence[Annex], meeting: Meeting, rules: Rules, wishes: Wishes, workspace: Workspace, face: Path
) -> Outcome[dict[str, bytes]]:
    """Make what people read: stamped briefs with their evidence, the whole in one, the guide, sources."""
    stamped = {annex.base: stamp(annex.pdf, annex.stamp(meeting), face) for annex in annexes}
    whole: Outcome[dict[str, bytes]] = Outcome({})
    if wishes.combined:
        whole = _whole(annexes, list(stamped.values()), meeting, face, workspace)
    combined = next(iter(whole.value or {}), "")
    guided = guide(annexes, folder_name(meeting), combined, rules, wishes, workspace)
    found = (*whole.diagnostics, *guided.diagnostics)
    if whole.value is None or guided.value is None:
        return Outcome(None, found)
    pdfs = {f"{base}.pdf": pdf for base, pdf in stamped.items()} | whole.value | guided.value
    files = {name: wishes.sealed.get(name, data) for name, data in pdfs.items()}
    for annex in annexes:
        files |= _renditions(annex, files[f"{annex.base}.pdf"])
    return Outcome(files | dict(wishes.sources), found)


def folder_name(meeting: Meeting) -> str:
    """Return the name of the folder of a dossier."""
    return file_name(FOLDER, _about(meeting), "")


def _about(meeting: Meeting) -> dict[str, str]:
    return {"meeting": meeting.date.isoformat(), "item": meeting.item}


def _renditions(annex: Annex, stamped: bytes) -> dict[str, bytes]:
    """Return a brief's own files: the stamped PDF, the page, and the record, which names these as they go."""
    page = annex.html.replace(
        f'<a href="{annex.loaded.name}.pdf">'.encode(), f'<a href="{quote(annex.base)}.pdf">'.encode()
    )
    own = {f"{annex.base}.html": page, f"{annex.base}.pdf": stamped}
    read = read_evidence(annex.evidence, annex.base).value
    assert read is not None  # noqa: S101 - it was built a moment ago
    record = replace(read, files=recorded_files(own))
    return {**own, f"{annex.base}{RECORD}": to_json(written(record))}


def _whole(
    annexes: Sequence[Annex], pdfs: Sequence[bytes], meeting: Meeting, face: Path, workspace: Workspace
) -> Outcome[dict[str, bytes]]:
    """Make the combined file."""
    front = _front(annexes, [page_count(pdf) for pdf in pdfs], meeting, workspace)
    if front.value is None:
        return Outcome(None, front.diagnostics)
    parts = [
        Part(pdf, f"{annex.label_in(annexes[0].labels)}: {annex.spec.title}", anchor(annex))
        for annex, pdf in zip(annexes, pdfs, strict=True)
    ]
    whole = combine(front.value, parts, annexes[0].labels["dossier_page"], face)
    name = file_name(COMBINED, _about(meeting), ".pdf")
    return Outcome({name: whole}, front.diagnostics)


def _front(
    annexes: Sequence[Annex], lengths: Sequence[int], meeting: Meeting, workspace: Workspace
) -> Outcome[bytes]:
    """Make the cover. It says where briefs begin, which depends on how long the cover is itself."""
    made: Outcome[bytes] = Outcome(None)
    for guess in range(1, COVER_LIMIT + 1):
        starts = [guess + 1 + sum(lengths[:number]) for number in range(len(lengths))]
        made = cover(annexes, starts, meeting, workspace)
        if made.value is None or page_count(made.value) <= guess:
            break
    return made
