"""Pages of a dossier that are no briefs, in their looks: its cover, and the guide for its readers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.workspace import TEMPLATES, Workspace
from bronbrief.html.finishing import Assets, Medium, finish
from bronbrief.html.fonts import load_fonts
from bronbrief.html.own_style import own_style, running_heads
from bronbrief.html.templates import load_sheet
from bronbrief.pdf.document_meta import DocumentMeta
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pdf.typeset import typeset


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to make: the folder of its template, the values it prints, and the words at its head and foot.

    `foot` stands at the foot at the left; page numbers stand at the right.
    """

    folder: str
    values: Mapping[str, object]
    labels: Mapping[str, str]
    head: str = ""
    foot: str = ""


def sheet_html(sheet: Sheet, house: HouseStyle, workspace: Workspace, medium: Medium) -> Outcome[str]:
    """Fill a sheet for one medium; findings are those of its template and of the typefaces."""
    template, fonts = load_sheet(workspace, sheet.folder), load_fonts(house)
    findings: tuple[Diagnostic, ...] = (*template.diagnostics, *fonts.diagnostics)
    if template.value is None or fonts.value is None:
        return Outcome(None, findings)
    values = {**sheet.values, "labels": sheet.labels, "house": house, "medium": medium}
    running = running_heads(sheet.head, house.name or "", sheet.foot, sheet.labels["page_of"])
    assets = Assets(medium, own_style(house, fonts.value, medium, running), beside=True)
    filled = finish(template.value, values, assets)
    return Outcome(filled.value, (*findings, *filled.diagnostics))


def sheet_pdf(sheet: Sheet, house: HouseStyle, meta: DocumentMeta, workspace: Workspace) -> Outcome[bytes]:
    """Typeset a sheet, PDF/A-2a and PDF/UA-1 like every brief."""
    page = sheet_html(sheet, house, workspace, "print")
    if page.value is None:
        return Outcome(None, page.diagnostics)
    done = typeset(page.value, meta, Fetcher(workspace), Place(f"{TEMPLATES}/{sheet.folder}"))
    return Outcome(done.value, (*page.diagnostics, *done.diagnostics))
