"""Pages that are not briefs, in their looks: the cover of a dossier, the guide for its readers."""

from collections.abc import Mapping
from dataclasses import dataclass

from bronbrief.brief.model import HouseStyle
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.workspace import TEMPLATES, Workspace
from bronbrief.html.colours import house_colours
from bronbrief.html.finishing import Dress, Medium, finish
from bronbrief.html.fonts import FontSet, load_fonts
from bronbrief.html.pages import FIELD, css_string
from bronbrief.html.templates import load_sheet
from bronbrief.html.webfonts import print_faces, screen_faces
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
    dress = Dress(medium, _own_style(sheet, house, fonts.value, medium), beside=True)
    filled = finish(template.value, values, dress)
    return Outcome(filled.value, (*findings, *filled.diagnostics))


def sheet_pdf(sheet: Sheet, house: HouseStyle, meta: DocumentMeta, workspace: Workspace) -> Outcome[bytes]:
    """Typeset a sheet, PDF/A-2a and PDF/UA-1 like every brief."""
    page = sheet_html(sheet, house, workspace, "print")
    if page.value is None:
        return Outcome(None, page.diagnostics)
    done = typeset(page.value, meta, Fetcher(workspace), Place(f"{TEMPLATES}/{sheet.folder}"))
    return Outcome(done.value, (*page.diagnostics, *done.diagnostics))


def _own_style(sheet: Sheet, house: HouseStyle, fonts: FontSet, medium: Medium) -> str:
    faces = print_faces(fonts) if medium == "print" else screen_faces(fonts)
    properties = house_colours(house.accent, house.ink)
    if medium == "print":
        pieces = FIELD.split(sheet.labels["page_of"])
        pages = (f" counter({piece}) " if at % 2 else css_string(piece) for at, piece in enumerate(pieces))
        properties |= {
            "running-title": css_string(sheet.head),
            "running-house": css_string(house.name or ""),
            "running-version": css_string(sheet.foot),
            "running-page": "".join(pages),
        }
    root = "".join(f"--{name}:{value};" for name, value in properties.items())
    return f"{faces}:root{{{root}}}"
