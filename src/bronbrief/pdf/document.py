"""The PDF of a brief, from its print page: PDF/A-2a and PDF/UA-1 at once."""

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Outcome, Place
from bronbrief.core.workspace import BRIEFS, Workspace
from bronbrief.html.pages import Page
from bronbrief.pdf.describing import meta_of
from bronbrief.pdf.fetcher import Fetcher
from bronbrief.pdf.typeset import PRODUCER, VARIANT, plan_structure, typeset

__all__ = ["PRODUCER", "VARIANT", "plan_structure", "typeset", "write_pdf"]


def write_pdf(page: Page, brief: Brief, workspace: Workspace) -> Outcome[bytes]:
    """Typeset the print page of a brief.

    Errors are what the engine reported, fonts that are not ours, and faults that the finished pages show.
    """
    meta = meta_of(brief, PRODUCER)
    return typeset(page.html, meta, Fetcher(workspace), Place(f"{BRIEFS}/{brief.name}.yaml"))
