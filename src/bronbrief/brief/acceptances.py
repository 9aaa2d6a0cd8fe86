"""What the author lets stand though no excerpt has it, each with its place and reason."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from bronbrief.brief.statements import Statement
from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.places import Path, Places, placed_sections
from bronbrief.spec.excerpts import Acceptance
from bronbrief.spec.model import BriefSpec


class Acceptances:
    """The acceptances of one spec; `cover` remembers which of them were of use."""

    def __init__(self, spec: BriefSpec) -> None:
        self._given = tuple(all_acceptances(spec))
        self._used: set[Path] = set()
        self._found: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}

    def cover(self, statement: Statement, start: int, end: int) -> bool:
        """Tell whether a stretch lies within words that were accepted for the brief or the section."""
        return self._use(statement.scope, lambda accepted: self._covers(accepted, statement.text, start, end))

    def _covers(self, accepted: str, text: str, start: int, end: int) -> bool:
        """Tell whether accepted words stand around a stretch; each text is searched for them once."""
        spans = self._in(accepted, text)
        before = bisect_right(spans, start, key=lambda span: span[0]) - 1
        return before >= 0 and end <= spans[before][1]

    def _in(self, accepted: str, text: str) -> tuple[tuple[int, int], ...]:
        if (accepted, text) not in self._found:
            pattern = r"\s+".join(map(re.escape, accepted.split()))
            found = re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
            self._found[accepted, text] = tuple(match.span() for match in found)
        return self._found[accepted, text]

    def within(self, path: Path, text: str) -> bool:
        """Tell whether words of the text at a path were accepted for the brief or a section around it."""
        return self._use(path, lambda accepted: bool(self._in(accepted, text)))

    def _use(self, within: Path, covers: Callable[[str], bool]) -> bool:
        """Tell whether words that were accepted for the brief, or around a path, cover something there."""
        covering = [
            path
            for path, accepted in self._given
            if within[: len(path) - 2] == path[:-2] and covers(accepted.text)
        ]
        self._used.update(covering)
        return bool(covering)

    def unused(self, places: Places) -> Iterator[Diagnostic]:
        """Yield the acceptances that nothing needed."""
        for path, accepted in self._given:
            if path not in self._used:
                yield report("accept-unused", places.value((*path, "text")), text=accepted.text)


def all_acceptances(spec: BriefSpec) -> Iterator[tuple[Path, Acceptance]]:
    """Yield every acceptance with its path: the brief's own, then those of its sections in order."""
    for number, accepted in enumerate(spec.accept):
        yield ("accept", number), accepted
    for section, path in placed_sections(spec.sections):
        for number, accepted in enumerate(section.accept):
            yield (*path, "accept", number), accepted
