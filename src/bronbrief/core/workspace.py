"""The one door to the user's files: paths kept inside, sizes limited, every read recorded."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from unicodedata import normalize

from bronbrief.core.atomic_write import settle, write_together, write_whole
from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.digests import ABSENT, LARGEST, digest_of, is_file, sha256_of
from bronbrief.core.hidden import hidden_in, name_of

MEBIBYTE = 1024 * 1024
SPEC_LIMIT = MEBIBYTE
SOURCE_LIMIT = LARGEST
ASSET_LIMIT = 32 * MEBIBYTE

BRIEFS, TEMPLATES, SEEDS, BUILD = "briefs", "templates", "seeds", "build"
DOSSIERS = f"{BUILD}/dossier"


UNSETTLED = "?"
"""The digest of what changed while it was in use."""


class FileProblemError(Exception):
    """A file that could not be read; `diagnostic` says why, in the user's terms."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code, *diagnostic.params.values())
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class Workspace:
    """A folder with `briefs/`, `templates/` and `seeds/`, and the record of what was read from it.

    Every read of a user's file goes through `read`, so that freshness and watching share one list: `reads`
    holds the workspace-relative path of each file opened, found or not, of each folder listed (with a slash
    at its end), and the absolute path of each file that Bronbrief ships; each with the digest of what was
    read.
    """

    root: Path
    reads: dict[str, str] = field(default_factory=dict, compare=False)
    _noted: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def recording(self) -> "Workspace":
        """Return the same workspace with a list of reads of its own, for what one brief reads."""
        return Workspace(self.root, _noted=self._noted)

    def depends_on(self, path: str) -> None:
        """Remember a file, there or not, that is read by other means; an absolute path for one we ship."""
        if path not in self._noted:
            self._noted[path] = self.digest(path)
        self._remember(path, self._noted[path])

    def digest(self, path: str) -> str:
        """Return the digest of what a path holds now, relative to the workspace or absolute.

        What lies outside the workspace, behind a link, counts as not there: no read follows one.
        """
        if path.startswith("/"):
            return digest_of(path)
        return ABSENT if self._leads_out(path) else digest_of(f"{self.root}/{path}")

    def _leads_out(self, path: str) -> bool:
        """Tell whether a link, of a file or of a folder on the way to it, leads out of the workspace."""
        at = str(self.root)
        for part in path.rstrip("/").split("/"):
            at = f"{at}/{part}"
            if os.path.islink(at):  # noqa: PTH114 - that of Path costs ten times as much
                real = os.path.realpath(at)
                if not f"{real}/".startswith(f"{self._real_root.rstrip('/')}/"):
                    return True
        return False

    def _remember(self, path: str, digest: str) -> None:
        self.reads[path] = digest if self.reads.get(path, digest) == digest else UNSETTLED

    def resolve(self, path: str, place: Place | None = None) -> Path:
        """Return the real path of a workspace-relative path, or raise FileProblemError if it leaves."""
        root = self._real_root
        nameable = not path.startswith("/") and "\\" not in path and "\0" not in path
        real = os.path.realpath(f"{root}/{path}") if nameable else root
        if not nameable or not f"{real}/".startswith(f"{root.rstrip('/')}/"):
            raise FileProblemError(report("path-outside-workspace", place, path=path))
        return Path(real)

    @cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self.root)

    def read(self, path: str, limit: int, place: Place | None = None) -> bytes:
        """Read a file of the workspace, at most `limit` bytes, and remember that it was read.

        `place` is where the user named the file; problems are reported there. Raises FileProblemError.
        """
        at = place or Place(path)
        digest = ABSENT
        try:
            real = self.resolve(path, at)
            if not real.is_file() and not path.isascii():
                self._remember(path, digest)
                path = self._same_name(path) or path
                real = self.resolve(path, at)
            if not real.is_file():
                raise FileProblemError(report("file-missing", at, path=path))
            with real.open("rb") as stream:
                data = stream.read(limit + 1)
            if len(data) > limit:
                digest = digest_of(real)
                size = f"{limit // MEBIBYTE} MiB" if limit >= MEBIBYTE else f"{limit} bytes"
                raise FileProblemError(report("file-too-large", at, path=path, limit=size))
            digest = sha256_of(data)
        except OSError as error:
            reason = error.strerror or "unknown"
            raise FileProblemError(report("file-unreadable", at, path=path, reason=reason)) from error
        finally:
            self._remember(path, digest)
        return data

    def _same_name(self, path: str) -> str | None:
        """Return the file whose name has the same letters, composed otherwise (Unicode 15, NFC and NFD)."""
        found = "."
        for wanted in path.split("/"):
            try:
                names = os.listdir(self.resolve(found))  # noqa: PTH208
            except OSError:
                return None
            same = [one for one in names if normalize("NFC", one) == normalize("NFC", wanted)]
            if not same:
                return None
            found = f"{found}/{wanted if wanted in same else min(same)}"
        return found.removeprefix("./")

    def write(self, path: str, data: bytes, *, replace: bool = True) -> None:
        """Write a file of the workspace, whole or not at all, and make the folders that it lies in.

        Raises FileProblemError where its folder leaves the workspace, OSError where it cannot be written,
        and without `replace` FileExistsError where anything stands.
        """
        folder, _, name = path.rpartition("/")
        real = self.resolve(folder or ".", Place(path))
        real.mkdir(parents=True, exist_ok=True)
        self._noted.pop(f"{folder}/", None)
        write_whole(real, name, data, replace=replace)

    def write_together(self, folder: str, files: Mapping[str, bytes], *, replace: bool) -> None:
        """Write files by their paths in a folder of the workspace, all of them or none.

        Raises FileProblemError where a path leaves the workspace, OSError where one cannot be written, and
        without `replace` FileExistsError with the first that stands there.
        """
        real = self.resolve(folder)
        for path in files:
            self.resolve(f"{folder}/{path}".rpartition("/")[0])
        real.mkdir(parents=True, exist_ok=True)
        self._noted.pop(f"{folder}/", None)
        write_together(real, files, replace=replace)

    def settle(self, *folders: str) -> None:
        """Complete or sweep what killed runs left in folders of the workspace."""
        for folder in folders:
            with suppress(FileProblemError):
                settle(self.resolve(folder))

    def names(self, folder: str, *suffixes: str) -> Iterator[str]:
        """Yield the workspace-relative paths of the files in a folder, sorted, hidden ones left out."""
        self.depends_on(folder + "/")
        try:
            with os.scandir(self.root / folder) as entries:
                names = sorted(entry.name for entry in entries if is_file(entry))
        except OSError:  # `odd_names` says so where it is there
            return
        for name in names:
            if not name.startswith(".") and name.endswith(suffixes) and is_text(name):
                yield f"{folder}/{name}"

    def odd_names(self) -> Iterator[Diagnostic]:
        """Report folders that cannot be read, and names that are not UTF-8 or deceive who reads them."""
        for folder in (BRIEFS, TEMPLATES, SEEDS):
            try:
                names = sorted(os.listdir(self.root / folder))  # noqa: PTH208
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError:
                yield from self._closed(folder)
                continue
            for name in names:
                if folder == TEMPLATES and is_folder(self.root / folder / name):
                    yield from self._closed(f"{folder}/{name}")
                shown = os.fsencode(name).decode(errors="replace")
                found = next(hidden_in(shown), None)
                if not is_text(name):
                    yield report("file-name-not-utf8", Place(folder), folder=folder, name=shown)
                elif found is not None:
                    point, _ = name_of(shown[found])
                    yield report(
                        "file-name-hidden-character", Place(folder), folder=folder, name=shown, point=point
                    )

    def _closed(self, folder: str) -> Iterator[Diagnostic]:
        """Report a folder that cannot be read."""
        try:
            os.listdir(self.root / folder)  # noqa: PTH208
        except OSError as error:
            yield report("file-unreadable", Place(folder), path=f"{folder}/", reason=error.strerror)

    def relative(self, path: Path) -> str | None:
        """Return a path from the top of the workspace as its name says, links unfollowed; None if outside."""
        named = os.path.normpath(path.absolute())
        for root in (os.path.normpath(self.root.absolute()), self._real_root):
            if f"{named}/".startswith(f"{root.rstrip('/')}/"):
                return os.path.relpath(named, root)
        return None

    def has(self, path: str) -> bool:
        """Tell whether something stands at a path; not where a folder on the way cannot be read."""
        return os.path.exists(self.root / path)  # noqa: PTH110 - that of Path raises there

    @property
    def build(self) -> Path:
        """Return the folder for output."""
        return self.root / BUILD


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Tell whether a folder stands at a path; not where that cannot be read or be a name at all."""
    return os.path.isdir(path)  # noqa: PTH112 - that of Path raises there


def is_text(name: str) -> bool:
    """Tell whether a name from the system is UTF-8; what is not has surrogates in the place of bytes."""
    return name.isascii() or not any("\ud800" <= character <= "\udfff" for character in name)


@cache
def packaged_templates() -> Path:
    """Return the folder of the templates that Bronbrief ships.

    The wheel carries them inside the package; a checkout has them at its top.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parents[1] / TEMPLATES


def find_workspace(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that holds `briefs/` and `seeds/`."""
    for folder in (start, *start.parents):
        if all(is_folder(folder / part) for part in (BRIEFS, SEEDS)):
            return folder
    return None
