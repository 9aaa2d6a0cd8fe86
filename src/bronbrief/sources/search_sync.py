"""Bring the search index up to date with `seeds/`: look at stamps first, read only what changed.

In a large workspace files are looked at one by one only where the folder itself changed. Sources are not
edited, they come and go, and that changes the folder. A file that was edited in place all the same is
noticed when it is among the hits, or when a search that found nothing looks once more, thoroughly.
"""

import hashlib
import os
import re
import sqlite3
import stat
import time
from collections.abc import Callable
from pathlib import PurePosixPath

from bronbrief.core.text import fold
from bronbrief.core.workspace import SEEDS, SOURCE_LIMIT, FileProblemError, Workspace
from bronbrief.sources.decoding import decode_source
from bronbrief.sources.model import Passage, Unit
from bronbrief.sources.names import TEXT, is_source_id
from bronbrief.sources.passages import split_passages
from bronbrief.sources.search_index import SearchIndex
from bronbrief.sources.search_words import plain

Progress = Callable[[int, int], None]

LARGE = 2000
BATCH = 500
WORD = re.compile(r"[^\W_]+")
_FRESH_NS = 1_000_000_000  # a file written this recently may change again without its stamp showing it
_WORD_LENGTH = 40


def bring_up_to_date(
    index: SearchIndex, progress: Progress | None = None, *, thoroughly: bool = False
) -> bool:
    """Make the index agree with `seeds/`, and tell whether anything changed.

    `thoroughly` looks at every file, also in a large workspace whose folder did not change. `progress` is
    told how many files of how many have been read.
    """
    changed = False

    def work(database: sqlite3.Connection) -> None:
        nonlocal changed
        if not thoroughly and _folder_unchanged(index.workspace, database):
            return
        same = not any(_differences(index.workspace, database))
        if same and (thoroughly or not _is_large(database)):
            return
        with index.writing():
            changed = _update(index.workspace, database, progress) or changed

    index.guarded(work)
    return changed


def stamp_of(workspace: Workspace, name: str) -> str:
    """Return the stamp of a source's file as it is now; empty where there is none."""
    try:
        return _stamp((workspace.root / SEEDS / f"{name}{TEXT}").stat())
    except OSError:
        return ""


def _folder_unchanged(workspace: Workspace, database: sqlite3.Connection) -> bool:
    """Tell whether this is a large workspace in which no file came, went or was replaced."""
    row = database.execute("SELECT value FROM meta WHERE key = 'folder'").fetchone()
    return bool(row and row[0]) and row[0] == _folder_stamp(workspace)


def _is_large(database: sqlite3.Connection) -> bool:
    return bool(database.execute("SELECT count(*) > ? FROM sources", (LARGE,)).fetchone()[0])


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


def _update(workspace: Workspace, database: sqlite3.Connection, progress: Progress | None) -> bool:
    """Read what changed, in batches that are each whole; what another process did meanwhile is seen."""
    folder, now = _folder_stamp(workspace), time.time_ns()
    changed, gone = _differences(workspace, database)
    names = sorted(changed)
    altered = bool(gone)
    for begin in range(0, max(len(names), 1), BATCH):
        with _transaction(database):
            for name in sorted(gone) if begin == 0 else ():
                _remove(database, name)
                database.execute("DELETE FROM sources WHERE name = ?", (name,))
            for name in names[begin : begin + BATCH]:
                altered |= _take_in(workspace, database, name, _settled(changed[name], now))
        if progress:
            progress(min(begin + BATCH, len(names)), len(names))
    kept = _settled(folder, now) if _is_large(database) else ""
    database.execute("INSERT OR REPLACE INTO meta VALUES ('folder', ?)", (kept,))
    return altered


def _transaction(database: sqlite3.Connection) -> sqlite3.Connection:
    """Begin a transaction; as a context the connection commits it, or takes it back."""
    database.execute("BEGIN IMMEDIATE")
    return database


def _take_in(workspace: Workspace, database: sqlite3.Connection, name: str, stamp: str) -> bool:
    """Read a source into the index; tell whether its text is another than the one that is there."""
    path = str(PurePosixPath(SEEDS, f"{name}{TEXT}"))
    try:
        data = workspace.read(path, SOURCE_LIMIT)
    except FileProblemError:
        data = None
    digest = "" if data is None else hashlib.sha256(data).hexdigest()
    known = database.execute("SELECT sha256 FROM sources WHERE name = ?", (name,)).fetchone()
    if known and known[0] == digest:
        database.execute("UPDATE sources SET stamp = ? WHERE name = ?", (stamp, name))
        return False
    _remove(database, name)
    text = None if data is None else decode_source(data, path).value
    passages = [] if text is None else [one for one in split_passages(text) if _is_text(one)]
    first = (database.execute("SELECT max(id) FROM passages").fetchone()[0] or 0) + 1
    _insert(database, name, first, passages)
    row = (name, stamp, digest, first, first + len(passages) - 1, int(bool(passages)))
    database.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?)", row)
    return True


def _insert(database: sqlite3.Connection, name: str, first: int, passages: list[Passage]) -> None:
    rows, words = [], set()
    for number, passage in enumerate(passages, first):
        folded = fold(passage.text).text
        other = None if folded == passage.text else folded
        rows.append((number, name, passage.index, str(passage.locator), passage.text, other))
        words.update(WORD.findall(plain(folded)))
    database.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?)", rows)
    database.executemany(
        "INSERT INTO words_of (rowid, text) VALUES (?, ?)", ((row[0], row[5] or row[4]) for row in rows)
    )
    known = ((word, len(word), word[::-1]) for word in sorted(words) if len(word) <= _WORD_LENGTH)
    database.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?)", known)


def _remove(database: sqlite3.Connection, name: str) -> None:
    """Take a source's passages out; its words stay, and are looked up before they are proposed."""
    span = database.execute("SELECT first, last FROM sources WHERE name = ?", (name,)).fetchone()
    if span is None:
        return
    database.execute(
        "INSERT INTO words_of (words_of, rowid, text) "
        "SELECT 'delete', id, text FROM searched WHERE id BETWEEN ? AND ?",
        span,
    )
    database.execute("DELETE FROM passages WHERE id BETWEEN ? AND ?", span)


def _is_text(passage: Passage) -> bool:
    return passage.locator.unit is not Unit.LINE


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size}:{status.st_ino}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def _folder_stamp(workspace: Workspace) -> str:
    try:
        return _stamp((workspace.root / SEEDS).stat())
    except OSError:
        return ""


def _settled(stamp: str, now: int) -> str:
    """Return a stamp, or nothing for a file so new that its stamp cannot be relied on."""
    times = [int(number) for number in stamp.split(":")[2:]]
    return stamp if times and max(times) < now - _FRESH_NS else ""
