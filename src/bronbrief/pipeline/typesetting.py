"""Setting one PDF: the print page of a brief and every file that the page names, in one value."""

import atexit
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import unquote

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.digests import sha256_of
from bronbrief.core.workspace import ASSET_LIMIT, BRIEFS, FileProblemError, Workspace
from bronbrief.html.addresses import ASSET, FONT, RefusedError, addresses_in, font_file
from bronbrief.html.pages import Page
from bronbrief.pdf.document_meta import DocumentMeta, PageLimit, meta_of
from bronbrief.pdf.engine import load_engine

_STYLE_LINE = re.compile(r" at (\d+):(\d+), ")


@dataclass(frozen=True, slots=True)
class PackedPage:
    """A page to set: its HTML, the files that it names by address, and what the PDF says of itself.

    `place` is where its findings are reported.
    """

    html: str
    meta: DocumentMeta
    files: Mapping[str, bytes]
    place: Place

    def digest(self) -> str:
        """Return a hash of all of it: the same digest means the same PDF."""
        files = [(address, sha256_of(self.files[address])) for address in sorted(self.files)]
        whole = repr((self.html, self.meta, files, self.place))
        return sha256_of(whole.encode(errors="surrogatepass"))


def pack_page(page: Page, brief: Brief, workspace: Workspace, limit: PageLimit | None) -> Outcome[PackedPage]:
    """Pack the print page of a brief with all that it names; a file that cannot be read is reported."""
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for address in addresses_in(page.html):
        try:
            if address.startswith(FONT):
                files[address] = font_file(address.removeprefix(FONT))
            else:
                files[address] = workspace.read(unquote(address.removeprefix(ASSET)), ASSET_LIMIT)
        except FileProblemError as problem:
            found.append(problem.diagnostic)
        except RefusedError:
            continue  # the engine meets the address again, and reports it with its reason
    meta = replace(meta_of(brief, ""), limit=limit)
    packed = PackedPage(page.html, meta, files, Place(f"{BRIEFS}/{brief.name}.yaml"))
    return Outcome(None if found else packed, tuple(found))


class Typesetter:
    """Sets pages, one after the other, and keeps what they share: style sheets and typefaces."""

    def __init__(self) -> None:
        """Load the engine. Raises OSError or ImportError where it is not installed."""
        from bronbrief.pdf.stylesheet_cache import StylesheetCache
        from bronbrief.pdf.typeset import PRODUCER, typeset

        self._typeset, self._producer, self._stylesheets = typeset, PRODUCER, StylesheetCache()

    def set(self, page: PackedPage) -> Outcome[bytes]:
        """Set a PDF."""
        from bronbrief.pdf.fetcher import PackedFetcher

        meta = replace(page.meta, producer=self._producer)
        return self._typeset(page.html, meta, PackedFetcher(page.files), page.place, self._stylesheets)

    def close(self) -> None:
        """Let go of all that is kept, files on the disk among it."""
        self._stylesheets.clear()


@cache
def this_typesetter() -> Typesetter:
    """Return the typesetter of this process, which lasts as long as it does. Raises as `Typesetter` does."""
    typesetter = Typesetter()
    atexit.register(typesetter.close)
    return typesetter


def set_pdf(page: PackedPage) -> Outcome[bytes]:
    """Set a PDF in this process; where the engine is not installed, that is the finding."""
    engine = load_engine()
    if engine.value is None:
        return Outcome(None, engine.diagnostics)
    return this_typesetter().set(page)


def at_style_lines(
    found: Iterable[Diagnostic], html: str, sheets: Sequence[tuple[str, int]]
) -> Iterator[Diagnostic]:
    """Yield findings, those about a line of the page's style with their place in the file that it is of.

    `sheets` are the paths of the style sheets that end the style, with how many lines each has.
    """
    for one in found:
        at = _STYLE_LINE.search(one.detail) if one.code == "pdf-engine-warning" else None
        place = _style_place(html, sheets, int(at[1]), int(at[2])) if at else None
        yield replace(one, place=place) if place else one


def _style_place(html: str, sheets: Sequence[tuple[str, int]], line: int, column: int) -> Place | None:
    from bronbrief.pdf.stylesheet_cache import split_style

    _, style, _ = split_style(html)
    left = line - (style.count("\n") + 1 - sum(lines for _, lines in sheets))
    for path, lines in sheets:
        if 0 < left <= lines:
            return Place(path, left, column)
        left -= lines
    return None
