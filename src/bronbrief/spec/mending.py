"""Taking refused keys and values out of a spec, so that the rest of it can be read; places move along."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bronbrief.core.places import Path, Places, Span
from bronbrief.core.yaml.values import Data
from bronbrief.spec.left_out import NOTHING, LeftOut, names_in


@dataclass(frozen=True, slots=True)
class Drop:
    """Leave a key with its value out, or an item of a list; `weighs` as in `LeftOut`."""

    weighs: bool = True


@dataclass(frozen=True, slots=True)
class Put:
    """Put another value in the place of a value, or in where there is none."""

    value: Data


@dataclass(frozen=True, slots=True)
class Rename:
    """Read a key as another, which is not there."""

    key: str


@dataclass(frozen=True, slots=True)
class Wrap:
    """Read a text as a list of one."""


Cure: TypeAlias = Drop | Put | Rename | Wrap


@dataclass(frozen=True, slots=True)
class Draft:
    """A spec as far as it was mended. `guesses` are the paths of values that were read as something else."""

    data: dict[str, Data]
    places: Places
    left_out: LeftOut = NOTHING
    guesses: frozenset[Path] = frozenset()


def mend(draft: Draft, cures: Mapping[Path, Cure]) -> Draft:
    """Apply cures to the values at their paths; a cure above another goes first."""
    return _Mending(draft, cures).done()


class _Mending:
    """One walk over the values, from the paths as they were to the paths as they become."""

    def __init__(self, draft: Draft, cures: Mapping[Path, Cure]) -> None:
        self._draft, self._cures = draft, cures
        self._spans: dict[Path, Span] = {}
        self._gaps: set[Path] = set()
        self._guesses: set[Path] = set()
        self._words: set[str] = set()
        self._weighs = draft.left_out.weighs
        self._missing: dict[Path, list[str]] = defaultdict(list)
        for path in (*cures, *draft.left_out.paths):
            if isinstance(path[-1], str):
                self._missing[path[:-1]].append(path[-1])

    def done(self) -> Draft:
        """Mend all."""
        data = self._mapping(self._draft.data, (), ())
        left = LeftOut(frozenset(self._gaps), frozenset(self._words), self._weighs) | LeftOut(
            words=self._draft.left_out.words
        )
        return Draft(data, Places(self._spans), left, frozenset(self._guesses))

    def _node(self, value: Data, old: Path, new: Path) -> Data:
        if isinstance(value, dict):
            return self._mapping(value, old, new)
        self._carry(old, new)
        if isinstance(value, list):
            return self._list(value, old, new)
        return value

    def _carry(self, old: Path, new: Path) -> None:
        """Take along what is known of a path."""
        if old in self._draft.places.spans:
            self._spans[new] = self._draft.places.spans[old]
        if old in self._draft.left_out.paths:
            self._gaps.add(new)
        if old in self._draft.guesses:
            self._guesses.add(new)

    def _mapping(self, value: dict[str, Data], old: Path, new: Path) -> dict[str, Data]:
        self._carry(old, new)
        mended: dict[str, Data] = {}
        for key, item in value.items():
            cure = self._cures.get((*old, key))
            if isinstance(cure, Drop):
                self._leave(item, (*new, key), weighs=cure.weighs)
                continue
            name = cure.key if isinstance(cure, Rename) else key
            mended[name] = self._cured(item, cure, (*old, key), (*new, name))
        for key in self._missing.get(old, ()):
            cure = self._cures.get((*old, key))
            if key in value:
                continue
            if isinstance(cure, Put) and key not in mended:
                mended[key] = cure.value
                self._leave(None, (*new, key))
            elif cure is None:
                self._gaps.add((*new, key))
        return mended

    def _list(self, value: list[Data], old: Path, new: Path) -> list[Data]:
        mended: list[Data] = []
        for number, item in enumerate(value):
            cure, at = self._cures.get((*old, number)), (*new, len(mended))
            if isinstance(cure, Drop):
                self._leave(item, new)
            else:
                mended.append(self._cured(item, cure, (*old, number), at))
        return mended

    def _cured(self, item: Data, cure: Cure | None, old: Path, new: Path) -> Data:
        match cure:
            case Put():
                self._carry(old, new)
                self._leave(item, new)
                return cure.value
            case Wrap():
                self._carry(old, (*new, 0))
                self._carry(old, new)
                self._leave(None, new)
                self._guesses.add((*new, 0))
                return [item]
            case Rename():
                self._guesses.add(new)
                if new[:-1] == ("excerpts",):
                    # Who misnames an excerpt may use it by the same name, which nothing can read.
                    self._words.add(cure.key)
        return self._node(item, old, new)

    def _leave(self, item: Data, path: Path, *, weighs: bool = True) -> None:
        """Note that something was left out at a path, or in the list at a path."""
        self._gaps.add(path)
        self._words.update(names_in(item))
        self._weighs = self._weighs or weighs
