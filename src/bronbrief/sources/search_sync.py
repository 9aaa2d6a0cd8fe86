"""Bring the search index up to date with `seeds/`: look at stamps first, read only what changed."""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from bronbrief.core.digests import sha256_of
from bronbrief.core.text import fold
from bronbrief.core.workspace import SEEDS, SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.sources.decoding import decode_source
from bronbrief.sources.model import TEXT, Passage, Unit, is_source_id
from bronbrief.sources.passages import split_passages
from bronbrief.sources.search_index import writing
from bronbrief.sources.search_words import plain_words

Progress = Callable[[int, int], None]

BATCH = 500
_WORD_LENGTH = 40
_FRESH_NS = 1_000_000_000  # a file written this recently may change again without its stamp showing it


def bring_up_to_date(workspace: Workspace, database: sqlite3.Connection, progress: Progress | None) -> None:
    """Make the index agree with `seeds/`; `progress` is told how many files of how many have been read."""
    if any(_differences(workspace, database)):
        with writing(workspace):
            _update(workspace, database, progress)


def forget(workspace: Workspace, database: sqlite3.Connection, names: Iterable[str]) -> None:
    """Take sources out of the index, to be read anew when it is next brought up to date."""
    with writing(workspace), _transaction(database):
        _remove(database, names)


def read_passages(workspace: Workspace, name: str) -> tuple[str, tuple[Passage, ...]]:
    """Read a source; return its checksum and its passages: nothing and none where it cannot be read."""
    path = str(PurePosixPath(SEEDS, f"{name}{TEXT}"))
    try:
        data = workspace.read(path, SOURCE_LIMIT)
    except FileProblemError:
        return "", ()
    text = decode_source(data, path).value
    return sha256_of(data), split_passages(text) if text else ()


def _differences(workspace: Workspace, database: sqlite3.Connection) -> tuple[dict[str, str], set[str]]:
    """Return the files whose stamp differs from the one on record, by name, and the names that are gone."""
    present = _present(workspace)
    known = dict(database.execute("SELECT name, stamp FROM sources"))
    changed = {name: stamp for name, stamp in present.items() if known.get(name) != stamp}
    return changed, known.keys() - present.keys()


def _present(workspace: Workspace) -> dict[str, str]:
    """Return the stamps of all texts in `seeds/`."""
    found: dict[str, str] = {}
    try:
        entries = os.scandir(workspace.root / SEEDS)
    except OSError:
        return found
    with entries:
        for entry in entries:
            name = entry.name.removesuffix(TEXT)
            if name == entry.name or not is_source_id(name):
                continue
            try:
                status = entry.stat()
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                found[name] = _stamp(status)
    return found


def _update(workspace: Workspace, database: sqlite3.Connection, progress: Progress | None) -> None:
    """Read what changed, in batches that are each whole; what another process did meanwhile is seen."""
    now = time.time_ns()
    changed, gone = _differences(workspace, database)
    names = sorted(changed)
    with _transaction(database):
        _remove(database, sorted(gone))
    for begin in range(0, len(names), BATCH):
        with _transaction(database):
            for name in names[begin : begin + BATCH]:
                _take_in(workspace, database, name, _settled(changed[name], now))
        if progress:
            progress(min(begin + BATCH, len(names)), len(names))


def _transaction(database: sqlite3.Connection) -> sqlite3.Connection:
    """Begin a transaction; as a context the connection commits it, or takes it back."""
    database.execute("BEGIN IMMEDIATE")
    return database


def _take_in(workspace: Workspace, database: sqlite3.Connection, name: str, stamp: str) -> None:
    """Read a source into the index, unless its text is the one that is there."""
    digest, split = read_passages(workspace, name)
    known = database.execute("SELECT sha256 FROM sources WHERE name = ?", (name,)).fetchone()
    if known and known[0] == digest:
        database.execute("UPDATE sources SET stamp = ? WHERE name = ?", (stamp, name))
        return
    _remove(database, [name])
    passages = [one for one in split if one.locator.unit is not Unit.LINE]
    first = (database.execute("SELECT max(id) FROM passages").fetchone()[0] or 0) + 1
    _insert(database, name, first, passages)
    row = (name, stamp, digest, first, first + len(passages) - 1, int(bool(passages)))
    database.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)", row)


def _insert(database: sqlite3.Connection, name: str, first: int, passages: list[Passage]) -> None:
    rows = [(id_, name, one.index, fold(one.text).text) for id_, one in enumerate(passages, first)]
    words = sorted({word for *_, text in rows for word in plain_words(text) if len(word) <= _WORD_LENGTH})
    database.executemany("INSERT OR IGNORE INTO words VALUES (?)", ((word,) for word in words))
    database.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
    database.executemany(
        "INSERT INTO words_of (rowid, text) VALUES (?, ?)", ((row[0], row[3]) for row in rows)
    )


def _remove(database: sqlite3.Connection, names: Iterable[str]) -> None:
    """Take sources out with their passages; their words stay, and are looked up before they are proposed."""
    for name in names:
        span = database.execute("SELECT first, last FROM sources WHERE name = ?", (name,)).fetchone()
        if span is None:
            continue
        database.execute(
            "INSERT INTO words_of (words_of, rowid, text) "
            "SELECT 'delete', id, text FROM passages WHERE id BETWEEN ? AND ?",
            span,
        )
        database.execute("DELETE FROM passages WHERE id BETWEEN ? AND ?", span)
        database.execute("DELETE FROM sources WHERE name = ?", (name,))


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size}:{status.st_ino}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def _settled(stamp: str, now: int) -> str:
    """Return a stamp, or nothing for a file so new that its stamp cannot be relied on."""
    times = [int(number) for number in stamp.split(":")[2:]]
    return stamp if max(times) < now - _FRESH_NS else ""
