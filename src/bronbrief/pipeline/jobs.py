"""A render job: all that setting one PDF takes, in one value that can travel to another machine."""

import atexit
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from bronbrief.core.diagnostics import Outcome, Place
from bronbrief.core.findings import report
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pipeline.versions import package_versions

SETTERS = ("bronbrief", "weasyprint", "pydyf", "fonttools", "pyphen")
"""The packages that must be the same wherever a job is done, or the same brief would give other bytes."""


@dataclass(frozen=True, slots=True)
class RenderJob:
    """A page to set: its HTML, the files that it names by address, and what the PDF says of itself.

    `versions` are those of the packages that set it; `place` is where its findings are reported.
    """

    name: str
    html: str
    meta: DocumentMeta
    files: Mapping[str, bytes]
    place: Place
    versions: Mapping[str, str]

    def digest(self) -> str:
        """Return a hash of all of it: the same digest means the same PDF."""
        files = [(address, hashlib.sha256(self.files[address]).hexdigest()) for address in sorted(self.files)]
        whole = repr((self.html, self.meta, files, self.place, sorted(self.versions.items())))
        return hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()


class Setter:
    """Does render jobs, one after the other, and keeps what they share: style sheets and typefaces."""

    def __init__(self) -> None:
        """Load the engine. Raises OSError or ImportError where it is not installed."""
        import bronbrief.pdf.engine  # noqa: F401 - first: it knows the quickest way to load
        from bronbrief.pdf.stylesheet_cache import StylesheetCache
        from bronbrief.pdf.typeset import PRODUCER, typeset

        self._typeset, self._producer, self._stylesheets = typeset, PRODUCER, StylesheetCache()

    def set(self, job: RenderJob) -> Outcome[bytes]:
        """Set a PDF. Another version of a package than the job asks for is an error: bytes would differ."""
        from bronbrief.pdf.fetcher import PackedFetcher

        here = package_versions()
        for name, version in job.versions.items():
            if here.get(name, "") != version:
                finding = report(
                    "worker-version", job.place, package=name, here=here.get(name, "–"), needed=version
                )
                return Outcome(None, (finding,))
        meta = replace(job.meta, producer=self._producer)
        return self._typeset(job.html, meta, PackedFetcher(job.files), job.place, self._stylesheets)

    def rehearse(self) -> None:
        """Make ready what takes long the first time, while there is nothing to do yet."""
        from bronbrief.pdf.rehearsal import rehearse

        rehearse()

    def close(self) -> None:
        """Let go of all that is kept, files on the disk among it."""
        self._stylesheets.clear()


@cache
def this_setter() -> Setter:
    """Return the setter of this process, which lasts as long as the process. Raises as `Setter` does."""
    setter = Setter()
    atexit.register(setter.close)
    return setter
