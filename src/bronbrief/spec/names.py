"""Names that a spec calls: whether they lead anywhere, and which one was meant."""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.near import nearest
from bronbrief.core.places import Path, Places

_LISTED = 8


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the excerpts and sources that there are, for a spec whose values stand at `places`."""

    excerpts: Collection[str]
    sources: AbstractSet[str]
    places: Places

    def excerpt(self, name: str, path: Path) -> Iterator[Diagnostic]:
        """Report the name of an excerpt, at a path, if there is none of that name."""
        if name in self.excerpts:
            return
        if name in self.sources:
            yield report("excerpt-is-source", self.places.value(path), id=name)
        else:
            yield self._unknown("excerpt", path, name, self.excerpts)

    def cited(self, names: Iterable[str], path: Path) -> Iterator[Diagnostic]:
        """Report the names in a list of excerpts that lead nowhere."""
        for number, name in enumerate(names):
            yield from self.excerpt(name, (*path, number))

    def source(self, name: str, path: Path) -> Iterator[Diagnostic]:
        """Report the name of a source if there is none of that name."""
        if name not in self.sources:
            yield self._unknown("source", path, name, self.sources)

    def _unknown(self, what: str, path: Path, name: str, known: Iterable[str]) -> Diagnostic:
        """Report a name that leads nowhere, with the one that was meant if there is one."""
        names = sorted(known)
        near = nearest(name, names)
        if near is not None:
            place = self.places.value(path)
            return report(f"{what}-misspelt", place, id=name, near=near).meaning(near)
        listed = ", ".join(names[:_LISTED]) + (", …" if len(names) > _LISTED else "")
        return report(f"{what}-unknown", self.places.value(path), id=name, known=listed or "–")
