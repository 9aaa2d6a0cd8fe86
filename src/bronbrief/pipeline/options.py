"""How to run: what the caller of the main road may choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bronbrief.core.renditions import FORMATS
from bronbrief.pipeline.job import Result

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from bronbrief.pipeline.report import BriefReport

TIMEOUT = 300.0


class Progress(Protocol):
    """Someone who follows a run, such as a bar on a terminal."""

    def starts(self, names: Sequence[str]) -> None:
        """Hear which briefs the run is about."""

    def enters(self, name: str, stage: str) -> None:
        """Hear that a brief enters a stage: pages or pdf, at a worker, or publish."""

    def ends(self, brief: "BriefReport") -> None:
        """Hear what came of a brief."""


class Silence:
    """Follows a run and says nothing."""

    def starts(self, names: Sequence[str]) -> None:
        """Say nothing."""

    def enters(self, name: str, stage: str) -> None:
        """Say nothing."""

    def ends(self, brief: "BriefReport") -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: what to make, the folder that paths are read from, and who follows.

    `hears` gets what came of each brief's job, with its page: for a preview. `reviews` and `reviewed` are for
    one as well: not to review (see `Job`) shows a page at once; a build takes what came of the review of a
    brief of that name from elsewhere, or does the whole where that is not there. `force` builds what is up to
    date too, `prune` removes the papers of briefs without a spec. `jobs` is how many briefs are made side by
    side; None leaves it to the machine. `executor` names a cluster, such as "dask:tcp://10.0.0.5:8786".
    `timeout` is how many seconds one brief may take. `workers` are those of a caller that builds again and
    again.
    """

    formats: Sequence[str] = FORMATS
    folder: Path | None = None
    progress: Progress = field(default_factory=Silence)
    hears: Callable[[Result], None] | None = None
    reviews: bool = True
    reviewed: Callable[[str], Result | None] | None = None
    force: bool = False
    prune: bool = False
    jobs: int | None = None
    executor: str | None = None
    timeout: float = TIMEOUT
    workers: "Executor | None" = None
