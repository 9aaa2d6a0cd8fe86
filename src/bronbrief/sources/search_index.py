"""The index that `find` searches: passages in SQLite FTS5, a cache in `build/.cache` that mends itself.

Passages are rows of a full-text table. A file is looked into only where its stamp (size, times, inode)
differs from the one on record, and split anew only where its checksum does.
"""

import fcntl
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Self

from bronbrief.core import text as rules
from bronbrief.core.workspace import BUILD, FileProblemError, Workspace

FOLDER, FILE, LOCK = f"{BUILD}/.cache", "search-{home}.sqlite", "search.lock"
BUSY_SECONDS = 30
_FORMAT = "2"
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE sources (
    name TEXT PRIMARY KEY, stamp TEXT, sha256 TEXT, first INTEGER, last INTEGER, readable INTEGER
) WITHOUT ROWID;
CREATE INDEX sources_unread ON sources (name) WHERE readable = 0;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, source TEXT, number INTEGER, locator TEXT, text TEXT, folded TEXT
);
CREATE VIEW searched AS SELECT id, coalesce(folded, text) AS text FROM passages;
CREATE VIRTUAL TABLE words_of USING fts5(
    text, content = 'searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4'
);
CREATE TABLE words (word TEXT PRIMARY KEY, length INTEGER, reversed TEXT) WITHOUT ROWID;
CREATE INDEX words_by_head ON words (length, word);
CREATE INDEX words_by_tail ON words (length, reversed);
"""


class SearchIndex:
    """The index of one workspace, open; use it as a context.

    Whatever is wrong with the file (gone, torn, of another version) costs time and nothing else: it is made
    anew. Where nothing can be written the index lives in memory. Its file is named after the folder that it
    stands in: one that came along with a clone or a copy is not even opened, as SQLite does what a journal
    beside it says.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.folder = _folder(workspace)
        self.database = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.database.close()

    def guarded(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Do work with the database; if that fails, do it again with a new one, then with one in memory."""
        try:
            work(self.database)
        except sqlite3.DatabaseError:
            self.database.close()
            self.database = self._open(anew=True)
            try:
                work(self.database)
            except sqlite3.DatabaseError:
                self.database.close()
                self.database = _in_memory()
                work(self.database)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep other processes from writing; wait for one that does."""
        flags = os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            handle = os.open(self.folder / LOCK, flags, 0o644) if self.folder else None
        except OSError:  # nothing can be written there, so nobody else does
            handle = None
        if handle is None:
            yield
            return
        try:
            with suppress(OSError):  # file systems without locks: SQLite's own must do
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _open(self, *, anew: bool = False) -> sqlite3.Connection:
        if self.folder is None:
            return _in_memory()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / FILE.format(home=_home(self.folder))
            if not anew and _is_ours(path):
                database = _connect(str(path))
                if _is_current(database):
                    return database
                database.close()
            with self.writing():
                return _create(path)
        except (OSError, sqlite3.DatabaseError):
            return _in_memory()


def _folder(workspace: Workspace) -> Path | None:
    """Return the folder of the index; None where a link leads out of the workspace."""
    try:
        return workspace.resolve(FOLDER)
    except FileProblemError:
        return None


def _home(folder: Path) -> str:
    """Return a name for a folder that is another one in every copy of it."""
    status = folder.stat()
    return hashlib.sha256(
        f"{folder} {status.st_dev} {status.st_ino}".encode(errors="surrogateescape")
    ).hexdigest()


def _is_ours(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _create(path: Path) -> sqlite3.Connection:
    """Make a new file, unless another process has just done so; for the holder of the lock."""
    if _is_ours(path):
        with suppress(sqlite3.DatabaseError):
            database = _connect(str(path))
            if _is_current(database) and _is_sound(database):
                return database
            database.close()
    for leftover in path.parent.glob("search*.sqlite*"):
        leftover.unlink(missing_ok=True)
    return _with_tables(_connect(str(path)))


def _connect(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    database.execute("PRAGMA cache_size = -65536")
    database.execute("PRAGMA temp_store = MEMORY")
    return database


def _in_memory() -> sqlite3.Connection:
    return _with_tables(_connect(":memory:"))


def _with_tables(database: sqlite3.Connection) -> sqlite3.Connection:
    database.executescript(f"BEGIN;{_TABLES}COMMIT;")
    database.execute("INSERT INTO meta VALUES ('version', ?)", (_version(),))
    return database


def _is_current(database: sqlite3.Connection) -> bool:
    try:
        row = database.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == _version()


def _is_sound(database: sqlite3.Connection) -> bool:
    try:
        database.execute("INSERT INTO words_of (words_of) VALUES ('integrity-check')")
        row = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == "ok"


@cache
def _version() -> str:
    """Name the rules by which passages are made: another splitter needs another index."""
    digest = hashlib.sha256(_FORMAT.encode())
    for path in (*sorted(Path(__file__).parent.glob("*.py")), Path(rules.__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()
