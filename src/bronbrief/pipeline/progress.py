"""What the main road tells of its way, for whoever shows progress."""

from collections.abc import Sequence
from typing import Protocol

from bronbrief.pipeline.report import BriefReport


class Progress(Protocol):
    """Someone who follows a run."""

    def starts(self, names: Sequence[str]) -> None:
        """Hear which briefs the run is about."""

    def enters(self, name: str, stage: str) -> None:
        """Hear that a brief enters a stage: pages or pdf, at a worker, or publish."""

    def ends(self, brief: BriefReport) -> None:
        """Hear what came of a brief."""


class Silence:
    """Follows a run and says nothing."""

    def starts(self, names: Sequence[str]) -> None:
        """Say nothing."""

    def enters(self, name: str, stage: str) -> None:
        """Say nothing."""

    def ends(self, brief: BriefReport) -> None:
        """Say nothing."""
