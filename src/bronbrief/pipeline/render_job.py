"""Packing a brief for the typesetter: its print page and every file that the page names."""

from urllib.parse import unquote

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic, Outcome, Place
from bronbrief.core.workspace import ASSET_LIMIT, BRIEFS, FileProblemError, Workspace
from bronbrief.html.addresses import ASSET, FONT, RefusedError, addresses_in, font_file
from bronbrief.html.pages import Page
from bronbrief.pdf.document_meta import meta_of
from bronbrief.pipeline.installation import package_versions
from bronbrief.pipeline.jobs import SETTERS, RenderJob


def make_job(page: Page, brief: Brief, workspace: Workspace) -> Outcome[RenderJob]:
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
    versions = package_versions()
    needed = {name: versions.get(name, "") for name in SETTERS}
    place = Place(f"{BRIEFS}/{brief.name}.yaml")
    job = RenderJob(brief.name, page.html, meta_of(brief, ""), files, place, needed)
    return Outcome(None if found else job, tuple(found))
