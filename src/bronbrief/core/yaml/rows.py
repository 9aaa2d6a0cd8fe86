"""The lines of a YAML text that belong to each of its values: where they begin and where they end."""

import re
from collections.abc import Iterator

from bronbrief.core.places import Path, Places

_COMMENT = re.compile(r"[ \t]*+#[^\r\n]*")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r(?!\n))([ \t]*)(?=[\r\n])")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")
_TO_DASH = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*+-")
_BLOCK_HEAD = re.compile(r"[|>][+-]?([1-9]?)[+-]?")


class Rows:
    """A text with the places of its values; paths that are not there raise KeyError."""

    def __init__(self, text: str, places: Places) -> None:
        self.text, self.spans = text, places.spans

    def children(self, path: Path) -> list[Path]:
        """Return the paths right below a path, in the order of the file."""
        depth = len(path) + 1
        found = [at for at in self.spans if len(at) == depth and at[:-1] == path]
        return sorted(found, key=self.start)

    def in_brackets(self, path: Path) -> bool:
        """Tell whether a mapping or list is written between braces or brackets, or within some that are."""
        spans = (self.spans[path[:depth]] for depth in range(len(path) + 1))
        return any(
            one.style and self.text[one.start : one.start + 1] == one.style in ("{", "[") for one in spans
        )

    def start(self, path: Path) -> int:
        """Return where a value begins, with its key."""
        span = self.spans[path]
        return span.key[0] if span.key else span.start

    def head(self, path: Path) -> int:
        """Return what follows the colon or the dash of a value; raises ValueError where it has neither."""
        span = self.spans[path]
        return (self.text.index(":", span.key[1]) if span.key else self.dash(path)) + 1

    def dash(self, path: Path) -> int:
        """Return where the dash of an item stands; raises ValueError where it has none."""
        *above, number = path
        before = self.spans[tuple(above)].start if number == 0 else self.end((*above, int(number) - 1))
        found = _TO_DASH.match(self.text, before)
        if found is None:
            raise ValueError(path)
        return found.end() - 1

    def end(self, path: Path) -> int:
        """Return where a value ends, with the empty lines that a text below | or > counts as its own."""
        last = self.last(path)
        span = self.spans[last]
        end = at = max(self.spans[path].end, self.start(path))
        if span.style not in ("|", ">"):
            return end
        keeps = self.keeps(last)
        while line := _BLANK_LINE.match(self.text, at):
            at = line.end()
            end = at if keeps or line[1] else end
        return end

    def last(self, path: Path) -> Path:
        """Return the path of what stands last in a value."""
        return next(reversed([at for at in self.spans if at[: len(path)] == path]))

    def keeps(self, path: Path) -> bool:
        """Tell whether a value is a text to which the empty lines below it belong."""
        span = self.spans[path]
        head = self.text[span.start : self.line_end(span.start)].partition("#")[0]
        return span.style in ("|", ">") and "+" in head

    def absorbed(self, start: int, end: int) -> int:
        """Return up to where empty lines would join the text above, were what is between taken away."""
        above = [path for path, span in self.spans.items() if span.start < start]
        return self.below(end) if above and self.keeps(above[-1]) else end

    def below(self, at: int) -> int:
        """Return where the empty lines end that begin at a line."""
        found = _BLANK_LINES.match(self.text, at)
        return found.end() if found else at

    def depth(self, path: Path, column: int) -> int:
        """Return how far a text is indented below what stands at a column; 2 for what is no such text."""
        span = self.spans[path]
        given = _BLOCK_HEAD.match(self.text, span.start) if span.style in ("|", ">") else None
        if given is None:
            return 2
        below = self.text[self.line_end(span.start) : span.end].lstrip("\r\n")
        return int(given[1] or 0) or max(len(below) - len(below.lstrip(" ")) - column, 1)

    def comment(self, at: int) -> str:
        """Return the comment that follows on a line, with the white space before it."""
        found = _COMMENT.match(self.text, at)
        return found[0] if found else ""

    def rows(self, path: Path) -> list[tuple[int, int]]:
        """Return the lines of each item of a list, with the comments right above it."""
        items = self.children(path)
        ends = [*map(self.after, items)]
        dashes = [self.line_start(self.dash(one)) for one in items]
        above = [self.head(path), *ends]
        return [(self._with_comments(*pair), end) for *pair, end in zip(dashes, above, ends, strict=False)]

    def after(self, path: Path) -> int:
        """Return where the line after the last one of a value begins."""
        end = self.line_end(self.end(path))
        return end + (2 if self.text[end : end + 2] == "\r\n" else int(end < len(self.text)))

    def line_start(self, at: int) -> int:
        """Return where the line of a character begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def line_end(self, at: int) -> int:
        """Return where the line of a character ends, its break left out."""
        found = re.compile(r"[^\r\n]*").match(self.text, at)
        return found.end() if found else at

    def column(self, at: int) -> int:
        """Return how many characters stand before one on its line."""
        return at - self.line_start(at)

    def _with_comments(self, start: int, floor: int) -> int:
        """Return where the comments begin that stand right above a line, and after what ends at the floor."""
        while start > floor:
            above = self.line_start(start - (2 if self.text[start - 2 : start] == "\r\n" else 1))
            if above < floor or not self.text[above:start].lstrip().startswith("#"):
                break
            start = above
        return start


def comments_of(text: str, places: Places) -> list[str]:
    """Return the comments of a text, in the order of their letters."""
    left, at = "", 0
    for start, end in sorted(_written(Rows(text, places))):
        left, at = f"{left}{text[at:start]}\n", max(at, end)
    return sorted(found[0].rstrip() for found in re.finditer(r"(?<![^\s])#[^\r\n]*", left + text[at:]))


def _written(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield from where to where keys and texts stand: a number sign there begins no comment."""
    for span in rows.spans.values():
        if span.key:
            yield span.key
        if span.style in ("|", ">"):
            yield min(rows.line_end(span.start), span.end), span.end
        elif span.style not in ("{", "["):
            yield span.start, span.end
