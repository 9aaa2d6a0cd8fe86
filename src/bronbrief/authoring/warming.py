"""Making ready, for processes that make one brief after another, what would take long the first time."""

import contextlib
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files

from bronbrief.authoring.scaffold import EXAMPLE
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.context import Options, open_desk
from bronbrief.pipeline.engine import load_engine
from bronbrief.pipeline.executor import ENGINE
from bronbrief.pipeline.jobs import this_setter
from bronbrief.pipeline.road import fill_screen, prove, review
from bronbrief.spec.paths import brief_name, spec_paths


@cache
def warm_engine() -> None:
    """Load the engine whole and rehearse, so that the main road sets single briefs in this process, at once.

    Where it does not load, nothing is said here: building says it.
    """
    if load_engine().value is None:
        return
    import_module(ENGINE)
    with contextlib.suppress(Exception):  # it serves no one: what is amiss shows at the first brief
        this_setter().rehearse()


@cache
def warm_pages() -> None:
    """Look over the brief that comes along as an example: models, templates and word lists are then made."""
    with contextlib.suppress(Exception), as_file(files(__package__) / EXAMPLE) as folder:
        desk = open_desk(Workspace(folder), Options())
        for path in spec_paths(desk.workspace):
            trip = prove(desk, brief_name(path), path)
            fill_screen(trip)
            review(desk, trip)
