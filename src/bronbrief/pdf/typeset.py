"""Typeset a page as a PDF that is PDF/A-2a and PDF/UA-1 at once, the same bytes for the same page.

The engine lays out and draws; the structure tree (`structure`), the marks in the content (`content`) and
the metadata (`metadata`) are ours. What went wrong on the way becomes findings.
"""

from dataclasses import dataclass
from logging import LogRecord

import weasyprint
from weasyprint import CSS, HTML
from weasyprint.urls import URLFetchingError

import bronbrief.pdf.balanced_columns  # noqa: F401 - the one function of the engine that is ours
from bronbrief import __version__
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, has_errors, report
from bronbrief.pdf import engine_log
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.drawing import RecordedPage, keep_links, refused_links
from bronbrief.pdf.engine_types import Document, HtmlElement, Pdf
from bronbrief.pdf.fetcher import Fetcher, Served
from bronbrief.pdf.lints import look_over
from bronbrief.pdf.metadata import write_metadata
from bronbrief.pdf.page_breaks import look_over_breaks
from bronbrief.pdf.runs import read_runs
from bronbrief.pdf.structure import build_structure
from bronbrief.pdf.stylesheet_cache import StylesheetCache, split_style
from bronbrief.pdf.tables import describe_table
from bronbrief.pdf.tagging import UnmarkedContentError, write_structure
from bronbrief.pdf.tree import Structure

VARIANT = "pdf/a-2a"
PRODUCER = f"Bronbrief {__version__}, WeasyPrint {weasyprint.__version__}"


class _EngineError(Exception):
    """The engine gave up on a page."""


def typeset(
    html: str,
    meta: DocumentMeta,
    fetcher: Fetcher,
    place: Place | None = None,
    stylesheets: StylesheetCache | None = None,
) -> Outcome[bytes]:
    """Typeset an HTML document. Findings are reported at `place`.

    `stylesheets` keeps styles between documents; the bytes are the same with it and without.
    """
    try:
        return _typeset(html, meta, fetcher, place, stylesheets or StylesheetCache())
    except RecursionError:
        return Outcome(None, (report("pdf-too-deep", place),))
    except _EngineError as error:
        return Outcome(None, (report("pdf-engine-error", place, message=str(error)),))
    except URLFetchingError:  # a few rules, such as @color-profile, do not go on without their file
        return Outcome(None, tuple(_refusals(fetcher.served, place)))


def _typeset(
    html: str, meta: DocumentMeta, fetcher: Fetcher, place: Place | None, stylesheets: StylesheetCache
) -> Outcome[bytes]:
    with engine_log.collected() as records:
        document, parsed = _lay_out(html, fetcher, stylesheets, records)
        structure = plan_structure(document, parsed.etree_element, meta.lang)
        leading = [report("pdf-link-refused", place, address=target) for target in refused_links(document)]
        sheets = [page._page_box for page in document.pages]  # noqa: SLF001
        drawn = _draw(document, structure, meta, place)
    served = fetcher.served
    found = [
        *_refusals(served, place),
        *engine_log.diagnostics(records, place, served.refused),
        *leading,
        *_foreign_fonts(document, served, place),
        *drawn.diagnostics,
        *look_over(sheets, place),
        *look_over_breaks(sheets, place, meta.limit),
    ]
    return Outcome(None if has_errors(found) else drawn.value, tuple(found))


def _lay_out(
    html: str, fetcher: Fetcher, stylesheets: StylesheetCache, records: list[LogRecord]
) -> tuple[Document, HTML]:
    bare, shared, own = split_style(html)
    style = stylesheets.prepare(shared, fetcher)
    records += style.records
    parsed = HTML(string=bare, url_fetcher=fetcher)
    _number_lists(parsed.etree_element)
    sheets = [CSS(string=own, url_fetcher=fetcher), *style.sheets]
    try:
        document = parsed.render(
            font_config=style.fonts,
            counter_style=style.counters.copy(),
            color_profiles=dict(style.profiles),
            stylesheets=sheets,
            pdf_variant=VARIANT,
        )
    except (RecursionError, URLFetchingError, MemoryError):
        raise
    except Exception as error:  # styles that it takes, and then cannot carry out
        raise _EngineError(f"{type(error).__name__}: {error}") from error
    return document, parsed


def _number_lists(html: HtmlElement) -> None:
    """Say in the engine's terms at which number a list begins and goes on: it reads neither attribute."""
    for items in html.iter("ol"):
        if (start := items.get("start", "")).isdecimal():
            items.set("style", f"counter-reset: list-item {int(start) - 1}; {items.get('style', '')}")
    for item in html.iter("li"):
        if (value := item.get("value", "")).isdecimal():
            item.set("style", f"counter-increment: none; counter-set: list-item {int(value)}")


def plan_structure(document: Document, html: HtmlElement, lang: str) -> Structure:
    """Build the structure tree of a laid-out document: elements, words, tables, links."""
    structure = build_structure(document, html, lang)
    read_runs(structure, html)
    tables = [node for node in structure.root.nodes() if node.type == "Table"]
    for number, table in enumerate(tables, start=1):
        describe_table(table, number)
    keep_links(document, structure)
    return structure


@dataclass(frozen=True, slots=True)
class _Finisher:
    """What is done to the engine's PDF before it is written."""

    structure: Structure
    meta: DocumentMeta

    def __call__(self, document: Document, pdf: Pdf) -> None:
        glyphs: dict[str, dict[int, str]] = {}
        widths: dict[str, dict[int, float]] = {}
        for font in document.fonts.values():
            glyphs.setdefault(font.hash, {}).update(font.to_unicode)
            widths.setdefault(font.hash, {}).update(font.widths)
        write_structure(pdf, self.structure, [page.marks for page in document.pages], glyphs, widths)
        write_metadata(pdf, self.meta)
        for written in pdf.objects:  # PDF/A-2, 6.2.8: images are drawn as they are
            extra = getattr(written, "extra", None)
            if extra and extra.get("Subtype") == "/Image" and "Interpolate" in extra:
                extra["Interpolate"] = "false"


def _draw(
    document: Document, structure: Structure, meta: DocumentMeta, place: Place | None
) -> Outcome[bytes]:
    document.pages = [RecordedPage(page) for page in document.pages]
    try:
        data = document.write_pdf(pdf_variant=VARIANT, finisher=_Finisher(structure, meta))
    except UnmarkedContentError as error:
        return Outcome(None, (report("pdf-translucent-text", place, text=str(error)),))
    return Outcome(data)


def _refusals(served: Served, place: Place | None) -> list[Diagnostic]:
    found = [problem.diagnostic for problem in served.problems]
    told = {problem.diagnostic.code for problem in served.problems}
    refused = ((url, why) for url, why in served.refused.items() if why not in told)
    return [*found, *(report("pdf-address-refused", place, address=url, reason=why) for url, why in refused)]


def _foreign_fonts(document: Document, served: Served, place: Place | None) -> list[Diagnostic]:
    """Report every font drawn with that did not come from us: one of the machine's own."""
    drawn = {name: face for page in document.pages for name, face in page.fonts.items()}
    foreign = {name: family for name, (family, digest) in drawn.items() if digest not in served.fonts}
    found = []
    for name, family in foreign.items():
        glyphs = [font.to_unicode for font in document.fonts.values() if font.hash == name]
        letters = "".join(dict.fromkeys("".join(text for texts in glyphs for text in texts.values())))
        found.append(report("pdf-foreign-font", place, family=family, letters=letters))
    return found
