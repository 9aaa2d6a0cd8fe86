"""The index that `find` searches: passages in SQLite FTS5, a cache in `build/.cache` that mends itself.

An index is believed only where it was made, by the code that made it: its header bears a mark of both, which
is looked at before anything else in the file. What came along with a clone or a copy is made anew.
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
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace

T = TypeVar("T")

FOLDER, FILE, LOCK = f"{BUILD}/.cache", "search.sqlite", "search.lock"
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
        with suppress(OSError):  # file systems without locks: SQLite's own must do
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _opened(workspace: Workspace) -> sqlite3.Connection:
    """Open the file; make it where there is none to believe."""
    return _believed(_path(workspace)) or _made_anew(workspace)


def _made_anew(workspace: Workspace) -> sqlite3.Connection:
    """Make a new file, unless another process has just done so."""
    path = _path(workspace)
    with writing(workspace):
        database = _believed(path)
        if database:
            if _is_sound(database):
                return database
            database.close()
        for leftover in (path, path.with_name(f"{FILE}-journal")):
            leftover.unlink(missing_ok=True)
        database = _with_tables(_connect(str(path)))
        database.execute(f"PRAGMA user_version = {_mark(path.parent)}")
        return database


def _path(workspace: Workspace) -> Path:
    folder = workspace.resolve(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / FILE


def _believed(path: Path) -> sqlite3.Connection | None:
    """Open the file if it bears our mark."""
    if path.is_symlink() or not path.is_file():
        return None
    database = _connect(str(path))
    with suppress(sqlite3.DatabaseError):
        if database.execute("PRAGMA user_version").fetchone() == (_mark(path.parent),):
            return database
    database.close()
    return None


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


def _mark(folder: Path) -> int:
    """Return a number, of 31 bits, for the folder that an index stands in and the code that makes it."""
    status = folder.stat()
    home = f"{folder} {status.st_dev} {status.st_ino} {_code()}"
    return int.from_bytes(hashlib.sha256(home.encode(errors="surrogatepass")).digest()[:4]) >> 1


@cache
def _code() -> str:
    """Name the rules by which passages are made: another splitter needs another index."""
    digest = hashlib.sha256()
    for path in (*sorted(Path(__file__).parent.glob("*.py")), Path(rules.__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
