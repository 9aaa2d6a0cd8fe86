"""The dossier for a meeting: from built briefs to the files that go to the council, the archive and readers.

1. Look over the briefs: embargo, limits, personal data.
2. Stamp the PDFs and give all files readable names.
3. Write the sidecars: MDTO, ORI or HTML.
4. Join the briefs in one file, where that is asked for.
5. Add the guide for readers and the checksums.

All or nothing: where anything is an error, there is no dossier.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors
from bronbrief.core.workspace import Workspace
from bronbrief.dossier.checks import check_annexes, check_sizes
from bronbrief.dossier.combine import Part, combine, page_count
from bronbrief.dossier.guide import anchor, cover, guide
from bronbrief.dossier.lettering import stamp_face
from bronbrief.dossier.matter import Annex, Meeting, Wishes
from bronbrief.dossier.naming import file_name
from bronbrief.dossier.rules import Rules
from bronbrief.dossier.screening import screen
from bronbrief.dossier.sidecars import FILE_SIDECAR, describe, describe_file, missing_facts
from bronbrief.dossier.stamp import stamp
from bronbrief.evidence.annotations import written
from bronbrief.evidence.recorded import read_evidence
from bronbrief.pipeline.build import to_json
from bronbrief.verify.checksums import CHECKSUMS, checksums, recorded_files, zipped

FOLDER = "{meeting} agendapunt {item}"
COMBINED = "{meeting} agendapunt {item} - alle bijlagen"
COVER_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Dossier:
    """The name of the folder, its files by name, and the same as one ZIP file."""

    folder: str
    files: Mapping[str, bytes]
    archive: bytes


def make_dossier(
    annexes: Sequence[Annex], meeting: Meeting, rules: Rules, wishes: Wishes, workspace: Workspace
) -> Outcome[Dossier]:
    """Make the dossier of briefs that were built; the same briefs and meeting give the same bytes."""
    face = stamp_face()
    found: list[Diagnostic] = list(check_annexes(annexes, meeting, rules, face))
    for annex in annexes:
        found += [*missing_facts(annex), *screen(annex.loaded, annex.record, rules)]
    if has_errors(found):
        return Outcome(None, tuple(found))
    folder = folder_name(meeting)
    stamped = {annex.base: stamp(annex.pdf, annex.stamp(meeting), face) for annex in annexes}
    files: dict[str, bytes] = {}
    for annex in annexes:
        own = _renditions(annex, stamped[annex.base])
        files |= own | describe(annex, meeting, own)
    whole: Outcome[dict[str, bytes]] = Outcome({})
    if wishes.combined:
        whole = _whole(annexes, list(stamped.values()), meeting, face, workspace)
    guided = guide(annexes, folder, next(iter(whole.value or {}), ""), wishes.sources, workspace)
    files |= (whole.value or {}) | (guided.value or {}) | dict(wishes.sources)
    found += [*whole.diagnostics, *guided.diagnostics, *check_sizes(files, rules)]
    if has_errors(found) or whole.value is None or guided.value is None:
        return Outcome(None, tuple(found))
    files[CHECKSUMS] = checksums(files)
    files = dict(sorted(files.items()))
    return Outcome(Dossier(folder, files, zipped(folder, files, meeting.date)), tuple(found))


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
    return {**own, f"{annex.base}.evidence.jsonld": to_json(written(record))}


def _whole(
    annexes: Sequence[Annex], pdfs: Sequence[bytes], meeting: Meeting, face: Path, workspace: Workspace
) -> Outcome[dict[str, bytes]]:
    """Make the combined file and its description."""
    front = _front(annexes, [page_count(pdf) for pdf in pdfs], meeting, workspace)
    if front.value is None:
        return Outcome(None, front.diagnostics)
    parts = [
        Part(pdf, f"{annex.label_in(annexes[0].labels)}: {annex.spec.title}", anchor(annex))
        for annex, pdf in zip(annexes, pdfs, strict=True)
    ]
    whole = combine(front.value, parts, annexes[0].labels["dossier_page"], face)
    name = file_name(COMBINED, _about(meeting), ".pdf")
    date = max(annex.spec.date for annex in annexes)
    described = describe_file(name, whole, date, folder_name(meeting))
    return Outcome({name: whole, f"{name}{FILE_SIDECAR}": described}, front.diagnostics)


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
