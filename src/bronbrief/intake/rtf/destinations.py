"""Where the text of a group of an RTF document goes (RTF 1.9.1, “Destinations”), and the fields in it."""

from copy import copy
from dataclasses import dataclass, field

from bronbrief.intake.page_writer import Look
from bronbrief.intake.rtf import words as known
from bronbrief.intake.rtf.shown import Shown
from bronbrief.intake.rtf.state import State
from bronbrief.intake.word.fields import Field

_CHECK_BOX, _DROP_DOWN, _DEFAULT = 1, 2, 25


@dataclass(slots=True)
class OpenField:
    """A field that is open: its code, whether its result shows, and what a form says of it."""

    code: str = ""
    shows: bool = False
    numbers: dict[str, int] = field(default_factory=dict)
    entries: list[str] = field(default_factory=list)

    def stands_for(self) -> tuple[str, str]:
        """Return what the field shows where it keeps no result, and what it shows that is not known here."""
        if self.shows:
            return "", ""
        chosen = self.numbers.get("ffres", _DEFAULT)
        chosen = self.numbers.get("ffdefres", 0) if chosen == _DEFAULT else chosen
        kind = self.numbers.get("fftype", 0)
        if kind == _CHECK_BOX:
            return ("☒" if chosen else "☐"), ""
        if kind == _DROP_DOWN:
            return (self.entries[chosen] if 0 <= chosen < len(self.entries) else ""), ""
        return Field.of_code(" ".join(self.code.split()))


@dataclass(slots=True)
class Destinations:
    """Follows groups; `accept` tells whether tracked changes hold.

    `kept` is what was gathered in destinations that are not shown, by name; `colours` are those of the
    document, "" for one by default.
    """

    accept: bool
    shown: Shown = field(default_factory=Shown)
    state: State = field(default_factory=State)
    groups: list[State] = field(default_factory=list)
    fields: list[OpenField] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)

    def look(self) -> Look:
        """Return how text is shown that stands here."""
        return self.state.look(self.colours, accept=self.accept)

    def open_group(self) -> None:
        """Begin a group, which takes over what holds around it."""
        self.groups.append(self.state)
        self.state = copy(self.state)

    def goes(self, word: str, *, starred: bool) -> bool:
        """Go to another destination if the word names one, and tell whether the word is done with."""
        state, kind = self.state, known.DESTINATIONS.get(word, known.SKIP if starred else "")
        if self._passes(word, kind):
            return True
        if kind == "aside":
            self._begin_aside(note=word == "footnote")
        elif kind == "field":
            self.fields.append(OpenField())
            state.fields += 1
        elif kind == known.LISTED:
            state.where = state.where or known.LISTED
            self.kept[known.LISTED] = ""
        elif kind in {"kept", "code"}:
            state.where, self.kept[word] = word, ""
            state.base = word if kind == "code" else state.base
        elif kind == "shown":
            state.where = state.base
        elif kind:
            if word == "pict" and not state.where:
                self.shown.writer.inline("<img>")
            state.where = kind
            state.base = kind if kind.startswith(known.TOLD) else state.base
        return bool(kind)

    def _passes(self, word: str, kind: str) -> bool:
        """Tell whether a word means nothing where it stands: in what is skipped, in a shape, in old text."""
        state = self.state
        if state.where == known.SHAPE:
            if kind == "aside" or word in {"sn", "sv"}:
                return False
            state.where = known.SKIP if kind == known.SKIP else known.SHAPE
        elif state.where == known.UNICODE:
            state.where = state.base if word == "ud" else known.UNICODE
        return state.where in {known.SKIP, known.SHAPE, known.UNICODE} or word == "ud"

    def _begin_aside(self, *, note: bool) -> None:
        state, reason = self.state, self.look().reason
        if state.where.startswith(known.TOLD):
            return
        if note and reason:
            state.where = state.base = f"{known.TOLD}{reason}"
            return
        self.shown.open_aside()
        state.where = state.base = ""
        state.asides, state.note = state.asides + 1, note
        state.plain()
        state.paragraph()

    def close_group(self) -> None:
        """End a group, and what began in it."""
        inner, self.state = self.state, self.groups.pop()
        if inner.asides > self.state.asides:
            self.shown.close_aside(note=inner.note)
        if inner.fields > self.state.fields:
            self._end_field(self.fields.pop())
        if inner.where == self.state.where:
            return
        said = self.kept.get(inner.where, "")
        if inner.where == known.LISTED:
            self.shown.put_number(said, inner.look(self.colours, accept=self.accept))
        elif inner.where == "ffl" and self.fields:
            self.fields[-1].entries.append(said)
        elif inner.where == "sv" and (reason := known.SAID_OF_SHAPES.get(self.kept.get("sn", "").strip())):
            self.shown.writer.tell(reason, said)

    def _end_field(self, ended: OpenField) -> None:
        shown, unknown = ended.stands_for()
        if self.fields:
            self.fields[-1].shows = self.fields[-1].shows or ended.shows
        if self.state.where:
            return
        if shown:
            self.shown.text("", self.look(), self.state, 0)
            self.shown.writer.add(shown, self.look())
        if unknown:
            self.shown.writer.tell("unsupported", unknown)
