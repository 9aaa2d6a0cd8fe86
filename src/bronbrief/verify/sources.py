"""Find the sources that evidence names, wherever they may be, and say of each what it is.

They are looked for by checksum first, then by name: in the workspace, in the folder that the user names,
and last in the dossier itself, which proves less, since whoever changed the one could change the other.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import SEEDS, SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.evidence.record import RecordedSource
from bronbrief.sources.decoding import decode_source
from bronbrief.sources.model import Record, Source
from bronbrief.sources.passages import split_passages

TEXT = ".txt"
NAMES_LIMIT = 5000


@dataclass(frozen=True, slots=True)
class Found:
    """A source as found: `same` tells whether its bytes are those that were recorded."""

    source: Source
    same: bool


@dataclass(slots=True)
class Sourcing:
    """The texts at hand, nearest first; each is read into passages once."""

    texts: list[tuple[str, bytes]] = field(default_factory=list)
    _digests: dict[str, int] = field(default_factory=dict)
    _read: dict[int, Source | None] = field(default_factory=dict)

    def add(self, texts: Iterable[tuple[str, bytes]]) -> None:
        """Put texts, each with its file name, behind those that are there."""
        for name, data in texts:
            self._digests.setdefault(sha256_of(data), len(self.texts))
            self.texts.append((name, data))

    def find(self, wanted: RecordedSource) -> Found | None:
        """Find a source by its checksum, else by its file name; None where neither is at hand."""
        name = PurePosixPath(wanted.path).name
        at = self._digests.get(wanted.sha256)
        same = at is not None
        if at is None:
            at = next((place for place, (known, _) in enumerate(self.texts) if known == name), None)
        if at is None:
            return None
        source = self._source(at, wanted)
        return Found(source, same) if source else None

    def _source(self, at: int, wanted: RecordedSource) -> Source | None:
        if at not in self._read:
            name, data = self.texts[at]
            text = decode_source(data, name).value or data.decode("utf-8", "replace")
            record = Record(wanted.title, "", "", wanted.lang, sha256_of(data))
            source_id = PurePosixPath(name).stem
            self._read[at] = Source(source_id, wanted.path, "", record, data, text, split_passages(text))
        return self._read[at]


def workspace_texts(workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Yield the texts in `seeds/` that can be read."""
    for path in workspace.names(SEEDS, TEXT):
        try:
            yield PurePosixPath(path).name, workspace.read(path, SOURCE_LIMIT)
        except FileProblemError:
            continue


def folder_texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the texts in a folder and the folders right in it; no link is followed."""
    found: list[str] = []
    for inside in (
        str(folder),
        *(one.path for one in _entries(str(folder)) if one.is_dir(follow_symlinks=False)),
    ):
        found += [one.path for one in _entries(inside) if one.name.endswith(TEXT) and _fits(one)]
    for path in sorted(found)[:NAMES_LIMIT]:
        yield PurePosixPath(path).name, Path(path).read_bytes()


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _fits(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_size <= SOURCE_LIMIT
