"""A render job: all that setting one PDF takes, in one value that can travel to another machine."""

import atexit
import hashlib
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.findings import report
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pipeline.engine import load_engine
from bronbrief.pipeline.installation import package_versions

SETTERS = ("bronbrief", "weasyprint", "pydyf", "fonttools", "pyphen")
"""The packages that must be the same wherever a job is done, or the same brief would give other bytes."""


class ExecutorError(Exception):
    """There is nowhere to set PDFs; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


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

    def close(self) -> None:
        """Let go of all that is kept, files on the disk among it."""
        self._stylesheets.clear()


@cache
def this_setter() -> Setter:
    """Return the setter of this process, which lasts as long as the process. Raises as `Setter` does."""
    setter = Setter()
    atexit.register(setter.close)
    return setter


def load_setter() -> None:
    """Load the engine, where it is installed, before there is a job for it."""
    if load_engine().value is not None:
        this_setter()


def set_pdf(job: RenderJob) -> Outcome[bytes]:
    """Do a job in this process; a mistake of ours costs this brief and no other."""
    engine = load_engine()
    if engine.value is None:
        return Outcome(None, engine.diagnostics)
    try:
        return this_setter().set(job)
    except MemoryError:
        return Outcome(None, (report("worker-memory", job.place, name=job.name),))
    except Exception as error:  # noqa: BLE001 - told with its traceback, as a mistake of ours
        text = "".join(traceback.format_exception(error))
        return Outcome(None, (report("worker-failed", job.place, name=job.name, detail=text),))
