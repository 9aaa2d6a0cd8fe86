"""What a worker process does for the preview: take one brief down the road."""

import traceback
from pathlib import Path

from bronbrief.brief.model import Brief
from bronbrief.core.findings import report
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.run import build, check
from bronbrief.serve.tasks import Aim, Page, Result, Task, page_of


def perform(task: Task, root: Path) -> Result:
    """Take one brief of a workspace down the road, as far as the task says."""
    workspace = Workspace(root)
    pages: list[Page] = []

    def show(brief: Brief, html: str) -> None:
        pages.append(page_of(brief, html))

    run = build if task.aim is Aim.PUBLISH else check
    try:
        found = run(workspace, [task.name], Options(folder=root, shows=show)).diagnostics
    except Exception as error:  # noqa: BLE001 - whatever is wrong with us, the preview goes on
        words = f"{type(error).__name__}: {error}".splitlines()[0]
        found = (report("preview-crashed", name=task.name, error=words, detail=traceback.format_exc()),)
    return Result(task, found, frozenset(workspace.reads), pages[-1] if pages else None)
