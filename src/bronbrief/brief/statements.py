"""Every place in a spec where the author speaks, with what is cited there, nearby and in the section."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bronbrief.brief.own_words import pieces
from bronbrief.brief.references import Target
from bronbrief.core.places import Path
from bronbrief.spec.model import BriefSpec, Comparison, Figure, Section, TimelineEntry


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
    quotations: their excerpt carries them, or else its source.
    """

    spec: BriefSpec
    all: list[Statement] = field(default_factory=list)
    shown: dict[Path, list[Ground]] = field(default_factory=lambda: defaultdict(list))
    texts: dict[Path, str] = field(default_factory=dict)
    additions: list[Statement] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Walk the spec."""
        given = self.spec
        for key in ("title", "subtitle", "summary"):
            self._plain((key,), getattr(given, key), ())
        for number, text in enumerate(given.key_messages):
            self._prose(("key_messages", number), text, ())
        for number, section in enumerate(given.sections):
            self._section(section, ("sections", number))
        self._prose(("method",), given.method, ())
        for name, excerpt in given.excerpts.items():
            grounds = (Ground(name), Ground(excerpt.source))
            for number, added in enumerate(excerpt.insert):
                path = ("excerpts", name, "insert", number, "text")
                self.additions.append(Statement(path, added.text, 0, len(added.text), (), (grounds,)))

    def cited_in(self, scope: Path) -> Grounds:
        """Return what a section cites or shows; for want of that, what the section around it does."""
        while scope and not self.shown[scope]:
            scope = scope[:-2]
        return tuple(dict.fromkeys(self.shown[scope]))

    def _section(self, section: Section, path: Path) -> None:
        self._plain((*path, "heading"), section.heading, path)
        for key in section.block_order:
            at, block = (*path, key), getattr(section, key)
            match block:
                case str():
                    self._prose(at, block, path)
                case Comparison():
                    self._comparison(block, at, path)
                case Figure():
                    self._plain((*at, "alt"), block.alt, path)
                    self._prose((*at, "caption"), block.caption, path)
                case list() if key == "timeline":
                    for number, entry in enumerate(block):
                        self._moment(entry, (*at, number), path)
                case _:
                    for number, item in enumerate(block):
                        self._prose((*at, number, "question"), item.question, path)
                        self._prose((*at, number, "answer"), item.answer, path)
        for number, inner in enumerate(section.sections):
            self._section(inner, (*path, "sections", number))

    def _moment(self, entry: TimelineEntry, path: Path, scope: Path) -> None:
        carried = [Ground(name) for name in (*entry.cite, *([entry.quote] if entry.quote else []))]
        self._show(carried, scope)
        inline = [_ground(target) for piece in pieces(entry.event) for target in piece.cited]
        grounds = ((*inline, *carried),)
        self.all.append(
            Statement((*path, "date"), entry.date, 0, len(entry.date), scope, grounds, is_date=True)
        )
        self._prose((*path, "event"), entry.event, scope, carried)
        self._prose((*path, "contested"), entry.contested, scope, carried)

    def _comparison(self, table: Comparison, path: Path, scope: Path) -> None:
        self._plain((*path, "caption"), table.caption, scope)
        for number, column in enumerate(table.columns):
            self._plain((*path, "columns", number), column, scope)
        for number, row in enumerate(table.rows):
            at = (*path, "rows", number)
            listed = [[Ground(name) for name in names] for names in row.cite]
            inline = [
                _ground(target) for cell in row.cells for piece in pieces(cell) for target in piece.cited
            ]
            whole = [*inline, *(ground for names in listed for ground in names)]
            self._show(whole, scope)
            self._plain((*at, "actor"), row.actor, scope, tuple(whole))
            self._plain((*at, "group"), row.group, scope, tuple(whole))
            for cell, text in enumerate(row.cells):
                own = listed[cell] if cell < len(listed) else []
                self._prose((*at, "cells", cell), text, scope, own, tuple(whole))

    def _plain(self, path: Path, text: str | None, scope: Path, *grounds: Grounds) -> None:
        if text is not None:
            self.all.append(Statement(path, text, 0, len(text), scope, grounds))

    def _prose(
        self, path: Path, text: str | None, scope: Path, carried: Iterable[Ground] = (), *later: Grounds
    ) -> None:
        """Add the pieces of a Markdown text; `carried` is cited for all of it beside the text."""
        if text is None:
            return
        self.texts[path] = text
        for piece in pieces(text):
            cited = tuple(map(_ground, piece.cited))
            self._show(cited, scope)
            if not piece.is_quotation:
                own = (*cited, *map(_ground, piece.beside), *carried)
                near = tuple(map(_ground, piece.near))
                grounds = (own, near, *later)
                self.all.append(Statement(path, piece.text, piece.start, piece.end, scope, grounds))

    def _show(self, grounds: Iterable[Ground], scope: Path) -> None:
        for ground in grounds:
            for around in _scopes(scope):
                self.shown[around].append(ground)


def _scopes(scope: Path) -> Iterator[Path]:
    """Yield a section, the sections around it, and the brief."""
    while scope:
        yield scope
        scope = scope[:-2]
    yield ()


def _ground(target: Target) -> Ground:
    return Ground(target.id, target.locator)
