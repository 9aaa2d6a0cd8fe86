"""Making ready, for processes that make one brief after another, what would take long the first time."""

import contextlib
from importlib.resources import as_file, files

from bronbrief.authoring.scaffold import EXAMPLE
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.jobs import load_setter
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import check


def warm_pages() -> None:
    """Check the brief that comes along as an example: models, templates and word lists are then made."""
    with contextlib.suppress(Exception), as_file(files(__package__) / EXAMPLE) as folder:
        check(Workspace(folder), options=Options(shows=lambda *_: None))  # shown, so not recorded


def warm_all() -> None:
    """Make ready for PDFs as well, so that the main road sets single briefs in this process."""
    load_setter()
    warm_pages()
