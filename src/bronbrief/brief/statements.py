"""What an author says in a place of a spec, with what is cited there, nearby and in the section."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bronbrief.brief.own_words import pieces
from bronbrief.brief.references import Target
from bronbrief.core.places import Path


@dataclass(frozen=True, slots=True)
class Ground:
    """What is cited: an excerpt by its id, or a source with or without a locator."""

    id: str
    locator: str | None = None


Grounds = tuple[Ground, ...]
_HEADINGS = frozenset({"title", "subtitle", "heading", "caption"})


@dataclass(frozen=True, slots=True)
class Statement:
    """Own words at characters `start` to `end` of `text`, the value at `path` with references blotted out.

    `grounds` are in order of preference: the first that is not empty carries the statement; where all are
    empty it is what the section at `scope` cites, or the brief for the empty path. `is_date` marks the date
    of a moment, in EDTF.
    """

    path: Path
    text: str
    start: int
    end: int
    scope: Path
    grounds: tuple[Grounds, ...] = ()
    is_date: bool = False

    @property
    def is_heading(self) -> bool:
        """Tell whether this heads something: such words may all have a capital."""
        named = self.path[-1] in _HEADINGS or "columns" in self.path
        return named or self.text[self.start : self.end].lstrip().startswith("#")


@dataclass(slots=True)
class Statements:
    """The statements of a spec in order, and what each section with those within it cites or shows.

    `texts` are the Markdown texts among its values. `additions` are the words that the author has put in
    quotations: their excerpt carries them, or else its source. `particulars` print around the text, such as
    what a council's paper says in its head; of these only what they quote is held against the sources.
    """

    all: list[Statement] = field(default_factory=list)
    shown: dict[Path, list[Ground]] = field(default_factory=lambda: defaultdict(list))
    texts: dict[Path, str] = field(default_factory=dict)
    additions: list[Statement] = field(default_factory=list)
    particulars: list[Statement] = field(default_factory=list)

    def cited_in(self, scope: Path) -> Grounds:
        """Return what a section cites or shows; for want of that, what the section around it does."""
        while scope and not self.shown[scope]:
            scope = scope[:-2]
        return tuple(dict.fromkeys(self.shown[scope]))

    def plain(self, path: Path, text: str | None, scope: Path, *grounds: Grounds) -> None:
        """Add a text that is not read as Markdown."""
        if text is not None:
            self.all.append(Statement(path, text, 0, len(text), scope, grounds))

    def particular(self, path: Path, text: str | None, scope: Path) -> None:
        """Add a text that prints around the others."""
        if text is not None:
            self.particulars.append(Statement(path, text, 0, len(text), scope))

    def date(self, path: Path, text: str, scope: Path, grounds: Grounds) -> None:
        """Add a date in EDTF."""
        self.all.append(Statement(path, text, 0, len(text), scope, (grounds,), is_date=True))

    def prose(
        self, path: Path, text: str | None, scope: Path, carried: Iterable[Ground] = (), *later: Grounds
    ) -> None:
        """Add the pieces of a Markdown text; `carried` is cited for all of it beside the text."""
        if text is None:
            return
        self.texts[path] = text
        for piece in pieces(text):
            cited = tuple(map(_ground, piece.cited))
            self.show(cited, scope)
            if not piece.is_quotation:
                own = (*cited, *map(_ground, piece.beside), *carried)
                near = tuple(map(_ground, piece.near))
                grounds = (own, near, *later)
                self.all.append(Statement(path, piece.text, piece.start, piece.end, scope, grounds))

    def show(self, grounds: Iterable[Ground], scope: Path) -> None:
        """Note what a section cites or shows."""
        for ground in grounds:
            for around in _scopes(scope):
                self.shown[around].append(ground)


def cited_by(text: str) -> Grounds:
    """Return what a Markdown text cites."""
    return tuple(_ground(target) for piece in pieces(text) for target in piece.cited)


def _scopes(scope: Path) -> Iterator[Path]:
    """Yield a section, the sections around it, and the brief."""
    while scope:
        yield scope
        scope = scope[:-2]
    yield ()


def _ground(target: Target) -> Ground:
    return Ground(target.id, target.locator)
