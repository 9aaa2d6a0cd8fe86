"""The index that `find` searches: passages in SQLite FTS5, a cache in `build/.cache` that mends itself.

An index is believed only where it was made, by the code that made it: its file is named after both. One that
came along with a clone or a copy is not even opened, as SQLite does what a journal beside it says.
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from bronbrief.core import text as rules
from bronbrief.core.atomic_write import lock
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace

T = TypeVar("T")

FOLDER, FILE, LOCK = f"{BUILD}/.cache", "search-{home}.sqlite", "search.lock"
BUSY_SECONDS = 30
_TABLES = """
CREATE TABLE sources (
    name TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT, first INTEGER, last INTEGER, readable INTEGER
) WITHOUT ROWID;
CREATE INDEX sources_unread ON sources (name) WHERE readable = 0;
CREATE TABLE passages (id INTEGER PRIMARY KEY, source TEXT, number INTEGER, text TEXT);
CREATE VIRTUAL TABLE words_of USING fts5(
    text, content = 'passages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4'
);
CREATE TABLE words (word TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def with_index(workspace: Workspace, work: Callable[[sqlite3.Connection], T]) -> T:
    """Do work with the index of a workspace; if that fails, again with a new one, then with one in memory.

    Whatever is wrong with the file (gone, torn, of another version, from elsewhere) costs time and nothing
    else. Where nothing can be written the index lives in memory.
    """
    for connect in (_opened, _made_anew):
        try:
            index = connect(workspace)
        except (OSError, FileProblemError, sqlite3.DatabaseError):
            continue
        with suppress(sqlite3.DatabaseError), closing(index):
            index.execute("PRAGMA cache_size = -65536")
            return work(index)
    with closing(_with_tables(_connect(":memory:"))) as index:
        return work(index)


@contextmanager
def writing(workspace: Workspace) -> Iterator[None]:
    """Keep other processes from writing; wait for one that does."""
    try:
        path = workspace.resolve(FOLDER) / LOCK
        handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    except (OSError, FileProblemError):  # nothing can be written there, so nobody else does
        yield
        return
    try:
        lock(handle, fcntl.LOCK_EX)  # where none is to be had, SQLite's own must do
        yield
    finally:
        os.close(handle)


def _opened(workspace: Workspace) -> sqlite3.Connection:
    """Open the file; make it where there is none to believe."""
    path = _path(workspace)
    return _connect(str(path)) if _is_ours(path) else _made_anew(workspace)


def _made_anew(workspace: Workspace) -> sqlite3.Connection:
    """Make a new file, unless another process has just done so."""
    path = _path(workspace)
    with writing(workspace):
        if _is_ours(path):
            database = _connect(str(path))
            if _is_sound(database):
                return database
            database.close()
        for leftover in path.parent.glob("search*.sqlite*"):
            leftover.unlink(missing_ok=True)
        return _with_tables(_connect(str(path)))


def _path(workspace: Workspace) -> Path:
    folder = workspace.resolve(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / FILE.format(home=_home(folder))


def _is_ours(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _connect(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    database.execute("PRAGMA temp_store = MEMORY")
    return database


def _with_tables(database: sqlite3.Connection) -> sqlite3.Connection:
    database.executescript(f"BEGIN;{_TABLES}COMMIT;")
    return database


def _is_sound(database: sqlite3.Connection) -> bool:
    try:
        database.execute("INSERT INTO words_of (words_of) VALUES ('integrity-check')")
        row = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == "ok"


def _home(folder: Path) -> str:
    """Return a name for a folder, which is another in every copy of it, and for the code."""
    status = folder.stat()
    home = f"{folder} {status.st_dev} {status.st_ino} {_code()}"
    return sha256_of(home.encode(errors="surrogateescape"))


@cache
def _code() -> str:
    """Name the rules by which passages are made: another splitter needs another index."""
    digest = hashlib.sha256()
    for path in (*sorted(Path(__file__).parent.glob("*.py")), Path(rules.__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
