"""Checksums and archives, held to the ordinary tools that readers have."""

import datetime as dt
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from bronbrief.core.renditions import FORMATS
from bronbrief.verify.checksums import CHECKSUMS, checksums, recorded_files, zipped

FILES = {
    "2026-12-08 Coördinatie in Oekraïne - bijlage 2.pdf": b"%PDF" * 100,
    "SHA256 over iets.txt": b"",
    "a.json": b"{}",
}
DATE = dt.date(2026, 12, 8)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this machine")
def test_sha256sum_checks_the_manifest(tmp_path: Path) -> None:
    """`sha256sum -c --strict` finds every file in order, and finds the one that was changed."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / CHECKSUMS).write_bytes(checksums(FILES))
    command = ["sha256sum", "-c", "--strict", CHECKSUMS]

    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "a.json").write_bytes(b"{ }")
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert next(line for line in done.stdout.splitlines() if not line.endswith(": OK")).startswith("a.json: ")


@pytest.mark.skipif(shutil.which("unzip") is None, reason="no unzip on this machine")
def test_unzip_takes_the_archive(tmp_path: Path) -> None:
    """`unzip` finds no fault, and writes the names with their diacritics."""
    (tmp_path / "d.zip").write_bytes(zipped("map", FILES, DATE))

    subprocess.run(["unzip", "-tq", "d.zip"], cwd=tmp_path, check=True, capture_output=True)
    subprocess.run(["unzip", "-q", "d.zip"], cwd=tmp_path, check=True, env={"LC_ALL": "C.UTF-8"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "map").iterdir()} == FILES


def test_an_archive_says_nothing_of_the_machine(tmp_path: Path) -> None:
    """Entries are sorted, dated with the meeting, without extra fields, in UTF-8 where they must."""
    (tmp_path / "d.zip").write_bytes(zipped("map", FILES, DATE))
    with zipfile.ZipFile(tmp_path / "d.zip") as archive:
        entries = archive.infolist()

    assert [entry.filename for entry in entries] == [f"map/{name}" for name in sorted(FILES)]
    assert {entry.date_time for entry in entries} == {(2026, 12, 8, 0, 0, 0)}
    assert {entry.extra for entry in entries} == {b""}
    assert [bool(entry.flag_bits & 0x800) for entry in entries] == [True, False, False]


def test_the_same_files_give_the_same_archive() -> None:
    """The order in which files come does not matter."""
    assert zipped("map", FILES, DATE) == zipped("map", dict(reversed(FILES.items())), DATE)


@pytest.mark.parametrize("year", [1, 1979, 2200])
def test_a_date_that_zip_cannot_say_is_no_crash(year: int) -> None:
    """The ZIP format counts years from 1980 to 2107."""
    assert zipped("map", FILES, dt.date(year, 1, 1)).startswith(b"PK")


def test_a_record_names_every_rendition() -> None:
    """None is left out: one of a kind without a media type is a mistake of ours."""
    assert len(recorded_files({f"brief.{ending}": b"" for ending in FORMATS})) == len(FORMATS)
    with pytest.raises(KeyError):
        recorded_files({"brief.epub": b""})
