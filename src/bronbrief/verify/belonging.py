"""Which evidence record a finished file belongs to: by its bytes, its name, its title, in this order."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from bronbrief.core.digests import sha256_of
from bronbrief.core.renditions import RECORD
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace
from bronbrief.evidence.record import EvidenceRecord
from bronbrief.evidence.recorded import RECORD_LIMIT, read_evidence
from bronbrief.verify.finished import Finished
from bronbrief.verify.quotations import plain


def same_name(name: str) -> str:
    """Return a name without what portals and file systems change in it: composition, case, blanks."""
    return unicodedata.normalize("NFC", name).casefold().replace("_", " ")


def by_bytes(digest: str, records: Mapping[str, EvidenceRecord]) -> tuple[EvidenceRecord, ...]:
    """Return the records that name a file of this checksum."""
    return tuple(one for one in records.values() if any(file.sha256 == digest for file in one.files))


def by_name(name: str, records: Mapping[str, EvidenceRecord]) -> EvidenceRecord | None:
    """Return the record of the same name as a finished file, if there is one."""
    wanted = same_name(name.rpartition(".")[0] + RECORD)
    return next((one for path, one in records.items() if same_name(path) == wanted), None)


def belonging(
    name: str, data: bytes, file: Finished | None, records: Mapping[str, EvidenceRecord], *, whole: bool
) -> Sequence[EvidenceRecord]:
    """Return the records that a file prints: several where it joins briefs, none where it is no brief."""
    if found := by_bytes(sha256_of(data), records):
        return found[:1]
    if named := by_name(name, records):
        return (named,)
    if file is None or (whole and not file.quotations):
        return ()
    return [one for one in records.values() if plain(one.title) in file.titles]


def published_records(workspace: Workspace, digest: str) -> Iterator[EvidenceRecord]:
    """Yield the records under `build/` of a workspace that name a file of this checksum."""
    for path in sorted((workspace.root / BUILD).glob(f"**/*{RECORD}")):
        relative = path.relative_to(workspace.root).as_posix()
        try:
            data = Workspace(workspace.root).read(relative, RECORD_LIMIT)
        except FileProblemError:
            continue
        if digest.encode() in data and (record := read_evidence(data, relative).value):
            yield record
