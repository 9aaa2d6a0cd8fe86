"""Making ready, for workers that make one brief after another, what would take long the first time."""

from importlib.resources import as_file, files

from bronbrief.authoring.scaffold import EXAMPLE
from bronbrief.core.workspace import BRIEFS
from bronbrief.pipeline.job import Job
from bronbrief.pipeline.worker import make_brief, prepare


def warm(*formats: str) -> None:
    """Make the brief that comes along as an example: models, templates and word lists are then ready."""
    prepare(sets="pdf" in formats)
    with as_file(files(__package__) / EXAMPLE) as folder:
        for path in sorted((folder / BRIEFS).glob("[!_]*.yaml")):
            make_brief(Job(str(folder), f"{BRIEFS}/{path.name}", formats))
