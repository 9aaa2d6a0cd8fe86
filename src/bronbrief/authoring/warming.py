"""Making ready, for processes that make one brief after another, what would take long the first time."""

import contextlib
from importlib.resources import as_file, files

from bronbrief.authoring.scaffold import EXAMPLE
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.context import Options, open_desk
from bronbrief.pipeline.jobs import load_setter
from bronbrief.pipeline.road import fill_screen, prove, review
from bronbrief.spec.paths import brief_name, spec_paths


def warm_pages() -> None:
    """Look over the brief that comes along as an example: models, templates and word lists are then made."""
    with contextlib.suppress(Exception), as_file(files(__package__) / EXAMPLE) as folder:
        desk = open_desk(Workspace(folder), Options())
        for path in spec_paths(desk.workspace):
            trip = prove(desk, brief_name(path), path)
            fill_screen(trip)
            review(desk, trip)


def warm_all() -> None:
    """Make ready for PDFs as well, so that the main road sets single briefs in this process."""
    load_setter()
    warm_pages()
