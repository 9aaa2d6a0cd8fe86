"""What had to be left out of a spec to read on: later checks ask it, so that they report no consequences."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bronbrief.core.places import Path
from bronbrief.core.yaml.values import Data

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_ENDING = re.compile(r"(?:\.original)?\.(?:txt|ya?ml|md|html?|pdf|docx)\Z", re.IGNORECASE)
_ID_LIMIT = 80
_USING = ("key_messages", "sections", "method")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The paths of refused values and keys, and the words in them that may be names of excerpts.

    Falsy where nothing was left out. `weighs` tells that more went than unknown keys with a text that names
    no excerpt: then nothing that looks at the brief as a whole can be judged.
    """

    paths: frozenset[Path] = frozenset()
    words: frozenset[str] = frozenset()
    weighs: bool = False
    _around: frozenset[Path] = field(init=False)

    def __post_init__(self) -> None:
        """Note all that holds a path, so that asking takes no search."""
        around = frozenset(path[:length] for path in self.paths for length in range(len(path) + 1))
        object.__setattr__(self, "_around", around)

    def __bool__(self) -> bool:
        """Tell whether anything was left out."""
        return self.weighs or bool(self.paths)

    def __or__(self, other: "LeftOut") -> "LeftOut":
        """Join what was left out of two files."""
        return LeftOut(self.paths | other.paths, self.words | other.words, self.weighs or other.weighs)

    def within(self, path: Path) -> bool:
        """Tell whether anything was left out at a path or below it."""
        return path in self._around

    def touches(self, path: Path) -> bool:
        """Tell whether anything was left out at a path, below it, or around it."""
        return self.within(path) or any(path[:length] in self.paths for length in range(1, len(path)))

    def may_use(self, name: str) -> bool:
        """Tell whether an excerpt that is used nowhere else may be used in what was left out."""
        if name in self.words or ("excerpts", name) in self.paths:
            return True
        return self.weighs and any(self.within((top,)) for top in _USING)

    def may_say(self, text: str) -> bool:
        """Tell whether what was left out has any word or number of a text."""
        said, given = (
            {part for name in names for part in name.split("-")} for names in (self.words, names_in(text))
        )
        return not said.isdisjoint(given)

    def may_define(self, name: str) -> bool:
        """Tell whether an excerpt of this name may stand in what was left out."""
        return name in self.words or ("excerpts",) in self.paths


NOTHING = LeftOut()


def names_in(value: Data) -> Iterator[str]:
    """Yield all that may be the name of an excerpt in the texts and keys of a value."""
    if isinstance(value, str):
        yield from _ID.findall(value.casefold())
        yield as_identifier(value[:_ID_LIMIT])
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from names_in(key)
            yield from names_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from names_in(item)


def cites(text: str, excerpts: Iterable[str]) -> bool:
    """Tell whether a text refers to anything, or names one of these excerpts."""
    return "@" in text or "[[" in text or not set(names_in(text)).isdisjoint(excerpts)


def file_stem(text: str) -> str:
    """Return the name that a path or the name of a file stands for: without its folder and its ending."""
    return _ENDING.sub("", text.rstrip("/").rpartition("/")[2])


def as_identifier(text: str) -> str:
    """Write text as an identifier: small letters, digits and single hyphens; empty where none are left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(_ID.findall(plain))[:_ID_LIMIT].strip("-")
