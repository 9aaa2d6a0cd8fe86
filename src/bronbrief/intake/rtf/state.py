"""What holds for the text of a group of an RTF document: its destination, and how it is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bronbrief.intake.page_writer import Look

_SMALL = 4  # half points
_RAISED = 4
_DEEPEST = 20  # tables in tables
_PLAIN = "hidden struck edited script size colour ground highlight capitals width font".split()


@dataclass(slots=True)
class State:
    """The properties in a group. `where` is its destination: "" for the text of the document.

    `base` is where text goes that is shown after all; `asides` and `fields` count those around. `uc` is how
    many characters stand for one of Unicode; `edited` is deleted or inserted, `level` the level in the
    outline, `style` the number of the style, `depth` how deep in tables.
    """

    where: str = ""
    base: str = ""
    asides: int = 0
    note: bool = False
    fields: int = 0
    uc: int = 1
    font: int = -1
    hidden: bool = False
    struck: bool = False
    edited: str = ""
    script: str = ""
    size: int = 24
    colour: int = 0
    ground: int = 0
    highlight: int = 0
    capitals: bool = False
    width: int = 100
    level: int = 0
    style: int = 0
    in_table: bool = False
    depth: int = 0
    shade: int = 0

    def plain(self) -> None:
        """Take back what was said of characters (`plain`)."""
        fresh = State()
        for name in _PLAIN:
            setattr(self, name, getattr(fresh, name))

    def paragraph(self) -> None:
        """Take back what was said of paragraphs (`pard`)."""
        self.level = self.style = self.depth = self.shade = 0
        self.in_table = False

    def set(self, word: str, number: int | None) -> bool:
        """Follow a control word on characters or paragraphs; False for all others."""
        rule = _RULES.get(word)
        if rule is None:
            return False
        rule(self, 1 if number is None else number)
        return True

    def look(self, colours: Sequence[str], *, accept: bool) -> Look:
        """Return how text is shown now; `colours` are those of the document, "" for one by default."""
        reason = self.edited if (self.edited == "deleted") is accept else ""
        colour = shade(colours, self.colour)
        ground = shade(colours, self.highlight) or shade(colours, self.ground)
        if self.highlight and ground == "#000000" and not colour:
            reason = reason or "covered"  # a bar of black over letters whose colour nobody chose
        if self.hidden:
            reason = reason or "hidden"
        if self.size < _SMALL or self.width < _SMALL:
            reason = reason or "too-small"
        css = [f"color:{colour}"] if colour else []
        css += [f"background-color:{ground}"] if ground else []
        return Look(";".join(css), self.script, self.struck, self.capitals, reason)


def shade(colours: Sequence[str], at: int) -> str:
    """Return a colour of the document by its number, "" for one by default."""
    return colours[at] if 0 <= at < len(colours) else ""


def _to(name: str, convert: Callable[[int], object] = int) -> Callable[[State, int], None]:
    return lambda state, number: setattr(state, name, convert(number))


def _edit(kind: str) -> Callable[[State, int], None]:
    return _to("edited", lambda number: kind if number else "")


def _offset(script: str, other: str) -> Callable[[State, int], None]:
    def chosen(number: int) -> str:
        return script if number >= _RAISED else other if number <= -_RAISED else ""

    return _to("script", chosen)


_RULES: Mapping[str, Callable[[State, int], None]] = {
    "plain": lambda state, _: state.plain(),
    "pard": lambda state, _: state.paragraph(),
    "v": _to("hidden", bool),
    **dict.fromkeys(["strike", "striked"], _to("struck", bool)),
    **dict.fromkeys(["deleted", "mvf"], _edit("deleted")),
    **dict.fromkeys(["revised", "mvt"], _edit("inserted")),
    "super": _to("script", lambda number: "sup" if number else ""),
    "sub": _to("script", lambda number: "sub" if number else ""),
    "nosupersub": _to("script", lambda _: ""),
    "up": _offset("sup", "sub"),
    "dn": _offset("sub", "sup"),
    "fs": _to("size"),
    "cf": _to("colour"),
    **dict.fromkeys(["cb", "chcbpat"], _to("ground")),
    "highlight": _to("highlight"),
    "caps": _to("capitals", bool),
    "charscalex": _to("width"),
    "f": _to("font"),
    "uc": _to("uc", lambda number: max(0, number)),
    "outlinelevel": _to("level", lambda number: number + 1 if number < 9 else 0),  # noqa: PLR2004
    "s": _to("style"),
    "intbl": _to("in_table", bool),
    "itap": _to("depth", lambda number: max(0, min(number, _DEEPEST))),
    "cbpat": _to("shade"),
}
