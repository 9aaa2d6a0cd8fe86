"""The pages of a brief: one semantic structure, made for the screen or for print.

What is escaped is decided here: templates escape every value but sanitised prose; style sheets and JSON-LD,
which HTML does not unescape, are made harmless before they go in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import segno
from markupsafe import Markup

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.html import filters
from bronbrief.html.embedding import embed_images
from bronbrief.html.finishing import Assets, Medium, finish
from bronbrief.html.fonts import FontSet, load_fonts
from bronbrief.html.glyphs import texts_of
from bronbrief.html.hyphen_glyphs import has_other_hyphens
from bronbrief.html.jsonld import report_data, script_text
from bronbrief.html.own_style import own_style, running_heads
from bronbrief.html.templates import Template
from bronbrief.html.webfonts import other_faces

ARROW = "↑"
RUNNING_TITLE, RUNNING_HOUSE = 92, 38


@dataclass(frozen=True, slots=True)
class Page:
    """A whole HTML document for one medium; it refers to nothing outside itself but, in print, font files.

    `style` is the style that was given to its template, without the typefaces.
    """

    html: str
    medium: Medium
    style: str = ""


def screen_page(
    brief: Brief, template: Template, workspace: Workspace, *, with_pdf: bool = False
) -> Outcome[Page]:
    """Make the web page: one file that needs no network and no script.

    With `with_pdf` it links to the PDF in its folder, which has its name. Errors
    are those of the template, the typefaces and the images.
    """
    names = filters.table_names(brief.labels["table"])
    own = {
        "beside_pdf": f"{brief.name}.pdf" if with_pdf else None,
        "flow": filters.flow_in_frames(names, brief.labels["table_more"]),
        "table_name": names,
    }
    return _page(brief, template, workspace, "screen", own)


def print_page(brief: Brief, template: Template, workspace: Workspace) -> Outcome[Page]:
    """Make the page that the typesetter takes: the same words in the same order, with page furniture."""
    own = {"beside_pdf": None, "table_name": filters.table_names(brief.labels["table"])}
    return _page(brief, template, workspace, "print", own)


def _page(
    brief: Brief, template: Template, workspace: Workspace, medium: Medium, own: Mapping[str, object]
) -> Outcome[Page]:
    fonts = load_fonts(brief.house, workspace=workspace)
    images = embed_images(brief, workspace)
    findings: tuple[Diagnostic, ...] = (*fonts.diagnostics, *images.diagnostics)
    if fonts.value is None or images.value is None:
        return Outcome(None, findings)
    kind = template.manifest.title(brief.lang)
    values = {
        "brief": brief,
        "labels": brief.labels,
        "kind": kind,
        "template": template.name,
        "medium": medium,
        "arrow": "^" if fonts.value.lacking(ARROW) else ARROW,
        "qr": qr_code(brief.url) if brief.url else None,
        "questions": filters.question_numbers(brief),
        "data": Markup(script_text(report_data(brief, kind))),  # noqa: S704 - escaped for its element
    }
    beside = own["beside_pdf"] is not None
    other, stack = other_faces(fonts.value, "".join(text for _, text in texts_of(brief)))
    style, on_paper = _own_style(brief, fonts.value, medium), medium == "print"
    assets = Assets(medium, other * on_paper + style, images.value, beside, stack * on_paper)
    filled = finish(template, {**filters.FUNCTIONS, **values, **own}, assets)
    findings += filled.diagnostics
    sheet = assets.sheet(template)
    bare = sheet[sheet.index(":root{") :]
    return Outcome(None if filled.value is None else Page(filled.value, medium, bare), findings)


def qr_code(address: str) -> tuple[int, str]:
    """Return a QR code (ISO/IEC 18004, level M): modules a side, and an SVG path of the dark ones."""
    rows = [list(row) for row in segno.make_qr(address, error="m").matrix_iter(border=0)]
    runs = (
        f"M{at} {y}h{len(list(run))}v1H{at}z" for y, row in enumerate(rows) for at, run in _dark_runs(row)
    )
    return len(rows), "".join(runs)


def _dark_runs(row: list[int]) -> Iterator[tuple[int, list[int]]]:
    at = 0
    for dark, run in groupby(row):
        modules = list(run)
        if dark:
            yield at, modules
        at += len(modules)


def _own_style(brief: Brief, fonts: FontSet, medium: Medium) -> str:
    heads = (brief.marking, brief.title)
    running = running_heads(
        _whole_words(" · ".join(filter(None, heads)), RUNNING_TITLE),
        _whole_words(brief.house.name or "", RUNNING_HOUSE),
        f"{brief.labels['version']} {brief.version}, {brief.date_text}",
        brief.labels["page_of"],
    )
    hyphens = has_other_hyphens(text for _, text in texts_of(brief))
    return own_style(brief.house, fonts, medium, running, hyphens=hyphens)


def _whole_words(text: str, most: int) -> str:
    """Return what of a text fits in a running head, cut between words."""
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"
