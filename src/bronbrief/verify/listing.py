"""Check a list of checksums against the files beside it, as `sha256sum -c` does, and what it does not name.

A list that was replaced together with its files vouches for nothing: it proves that files belong together,
not who made them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.digests import sha256_of
from bronbrief.verify.bundle import Bundle
from bronbrief.verify.checksums import CHECKSUMS, TIME_STAMP

_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


@dataclass(frozen=True, slots=True)
class Listing:
    """What came of a list: how many files were as listed, and what was not."""

    right: int
    diagnostics: tuple[Diagnostic, ...]


def check_listing(bundle: Bundle, manifest: str) -> Listing:
    """Check the files of a bundle against a list in it; of a single file only what was asked for."""
    findings: list[Diagnostic] = []
    listed = dict(_entries(bundle.files[manifest], manifest, findings))
    folder = str(PurePosixPath(manifest).parent)
    below = "" if folder == "." else f"{folder}/"
    there = {path for path in bundle.files if path.startswith(below) and path != manifest}
    unlisted = {sha256_of(bundle.files[path]): path for path in there - {f"{below}{name}" for name in listed}}
    right, known = 0, {manifest, f"{below}{TIME_STAMP}"}
    for name, digest in listed.items():
        path = f"{below}{name}"
        known.add(path)
        if path not in bundle.files:
            if digest in unlisted:
                known.add(unlisted[digest])
                other = unlisted[digest].removeprefix(below)
                findings.append(report("verify-renamed", Place(manifest), listed=name, file=other))
                right += 1
            elif bundle.whole:
                findings.append(report("verify-file-missing", Place(manifest), file=name))
        elif sha256_of(bundle.files[path]) != digest:
            findings.append(report("verify-checksum", Place(path), file=name))
        else:
            right += 1
    added = {path for path in bundle.asked if path.startswith(below)} - known
    findings += [report("verify-file-added", Place(path), file=path) for path in sorted(added)]
    return Listing(right, tuple(findings))


def outside(bundle: Bundle, manifests: Sequence[str]) -> Iterator[Diagnostic]:
    """Report the files that lie beside the folders of all lists: none of these vouches for them."""
    folders = [path.removesuffix(CHECKSUMS) for path in manifests]
    for path in sorted(bundle.files):
        if not path.startswith(tuple(folders)) and not path.lower().endswith(".zip"):
            yield report("verify-file-added", Place(path), file=path)


def _entries(data: bytes, manifest: str, findings: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    """Yield the names and checksums of a list; lines that are something else are reported."""
    seen: set[str] = set()
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n")[:-1] or [""], start=1):
        found = _LINE.fullmatch(unicodedata.normalize("NFC", line.removesuffix("\r")))
        if found is None or found[2] in seen:
            place = Place(manifest, number)
            findings.append(report("verify-manifest-line", place, line=number, file=manifest))
            continue
        seen.add(found[2])
        yield found[2], found[1]
    if not data.endswith(b"\n"):
        last = data.count(b"\n") + 1
        findings.append(report("verify-manifest-line", Place(manifest, last), line=last, file=manifest))
