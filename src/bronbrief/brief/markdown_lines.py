"""Markdown as people type it, laid out line by line as the Markdown library wants it.

The library wants an empty line before a list and around a table, four spaces for each level of a list and
`1.` for a number, and takes every line that begins with a number for an item. People do none of it. Of an
item with a number, the number goes along as a token, for its list to say. No letter or digit comes or goes.
"""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.brief.own_words import DELIMITER

_OPEN, _CLOSE = "\ufdd3", "\ufdd4"
_NUMBERED = re.compile(f"{_OPEN}([0-9]+){_CLOSE} ?")
"""The number that its author gave to an item of a list, at the head of the item."""
_RULE = re.compile(r" {0,3}([-*_])(?: {0,2}\1){2,} *")
_HEADING = re.compile(r" {0,3}#{1,6} +\S")

_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|(?P<number>\d{1,3})[.)]) +(?P<text>\S.*)")
_MARKER_LIKE = re.compile(r"\d+\.(?= )|[-*+](?= )|#(?=#{6}|#{0,5}(?![# ]))")
_INSIDE = 2
"""Columns past its marker at which a line belongs to an item."""
_LEVEL = "    "
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is open: the column of its last marker, and what its items begin with."""

    column: int
    kind: str


@dataclass(slots=True)
class _Layout:
    lines: list[str]
    made: list[str] = field(default_factory=list)
    open: list[_Level] = field(default_factory=list)
    floor: int = 0
    """The depth at which the lines since the last empty one began; items above it want one before them."""

    def lay_out(self) -> list[str]:
        """Return the lines as the library wants them."""
        at = 0
        while at < len(self.lines):
            at = self._line(at)
        return self.made

    def _line(self, at: int) -> int:
        """Lay out one line, or all rows of a table, and return the number of the next."""
        line = self.lines[at]
        item = _ITEM.fullmatch(line)
        if not line.strip():
            self.made.append("")
        elif _heads_table(self.lines, at):
            return self._table(at)
        elif _HEADING.match(line) or _RULE.fullmatch(line):
            self.open = []
            self._apart()
            self.made += (line.strip(), "")
        elif item and (self.open or self._fresh or self._begins_list(at, item)):
            self._item(item)
        else:
            self._text(line)
        return at + 1

    @property
    def _fresh(self) -> bool:
        """Tell whether a block begins here."""
        return not self.made or not self.made[-1]

    def _apart(self) -> None:
        if not self._fresh:
            self.made.append("")

    def _begins_list(self, at: int, item: re.Match[str]) -> bool:
        """Tell whether an item right below text begins a list: after a colon, or with another below.

        A sentence may go on with a dash, or with a day and its month, at the head of a line.
        """
        if self.lines[at - 1].rstrip().endswith(":"):
            return True
        if item["number"] and int(item["number"]) > 1:
            return False
        for line in self.lines[at + 1 :]:
            following = _ITEM.fullmatch(line)
            if following and _kind(following) == _kind(item):
                return True
            if not line.strip():
                break
        return False

    def _item(self, item: re.Match[str]) -> None:
        column, kind = len(item["indent"]), _kind(item)
        depth = self._depth(column)
        changes = depth < len(self.open) and self.open[depth].kind != kind
        if not self.open or changes or depth < self.floor:
            self._apart()
        if self._fresh:
            self.floor = depth
        self.open[depth:] = [_Level(column, kind)]
        token = f"{_OPEN}{item['number']}{_CLOSE} " if item["number"] else ""
        mark = "1." if item["number"] else "-"
        text = item["text"] if token else _literal(item["text"])
        self.made.append(f"{_LEVEL * depth}{mark} {token}{text}")

    def _depth(self, column: int) -> int:
        """Return how many of the open lists a line at a column stands inside of."""
        inside = (number for number, level in enumerate(self.open, 1) if column >= level.column + _INSIDE)
        return max(inside, default=0)

    def _text(self, line: str) -> None:
        """Lay out a line of text: in the item that it is set under, or right below."""
        bare = line.lstrip()
        if self._fresh:
            depth = self._depth(len(line) - len(bare))
            self.open = self.open[:depth]
            self.floor = _DEEPEST
        self.made.append(f"{_LEVEL * len(self.open) if self._fresh else ''}{_literal(bare)}")

    def _table(self, at: int) -> int:
        """Lay out a table, with an empty line around it."""
        self.open = []
        self._apart()
        while at < len(self.lines) and "|" in self.lines[at]:
            self.made.append(self.lines[at].strip())
            at += 1
        self.made.append("")
        return at


def lay_out(lines: list[str]) -> list[str]:
    """Lay out the lines of a Markdown text, without tabs, for the library."""
    return _Layout(lines).lay_out()


def number_items(items: Element) -> None:
    """Give the items of a list the numbers that its author typed; `1.` before each counts up."""
    typed = []
    for item in items:
        holder = item if (item.text or "").strip() or not len(item) else item[0]
        found = _NUMBERED.match((holder.text or "").lstrip())
        typed.append(int(found[1]) if found else 0)
        if found:
            holder.text = (holder.text or "").lstrip()[found.end() :]
    if typed[0] != 1:
        items.set("start", str(typed[0]))
    if set(typed) == {1}:
        return
    for item, before, number in zip(items[1:], typed, typed[1:], strict=False):
        if number != before + 1:
            item.set("value", str(number))


def _heads_table(lines: list[str], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return "|" in lines[at] and "|" in below and bool(DELIMITER.fullmatch(below))


def _kind(item: re.Match[str]) -> str:
    return "number" if item["number"] else "bullet"


def _literal(text: str) -> str:
    """Keep the library from reading a list or a heading where there is none."""
    found = _MARKER_LIKE.match(text)
    return f"{text[: found.end() - 1]}\\{text[found.end() - 1 :]}" if found else text
