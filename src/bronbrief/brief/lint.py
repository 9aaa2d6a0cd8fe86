"""Faults of a Markdown text that show in its lines: ragged tables, and what will not be read as Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from bronbrief.brief.own_words import DELIMITER

_CELL_END = re.compile(r"(?<!\\)\|")
CODE = r"(`{1,20})(?!`)[^\n]*?(?<!`)\1(?!`)"
"""The pattern of code on a line; it has one group, which must be the first."""
_CODE = re.compile(CODE)
_FOOTNOTE = re.compile(r"(?<![\\!\[])\[\^[^\[\]\s]{1,40}\](?!\()")
_TIGHT_DASH = re.compile(r"(?m)^ {0,3}(-[^\W\d_]\S*)")
# Two such lines, one below the other: a single dash may open a sentence. The signs of Word stand alone.
_BULLET = re.compile(
    r"(?m)^ {0,3}(?:([•●▪‣·–—])[ \t]+\S[^\n]*\n {0,3}\1[ \t]+\S|(?P<word>[\uf020-\uf0ff])[ \t]*\S)"
)
_ROW = re.compile(r"(?m)^ {0,3}\|[^\n]*(?<!\\)\|[ \t]*$")
_TABBED = re.compile(r"(?m)^ {0,3}\S[^\n\t]*\t[^\n]*\n {0,3}\S[^\n\t]*\t[^\n]*")
# Lines up to an empty one, or to a heading, which ends a paragraph as well.
_BLOCK = re.compile(r"(?m)^(?! {0,3}#)[^\n]*\S[^\n]*(?:\n(?! {0,3}#)[^\n]*\S[^\n]*)*")
_PLAIN_MARKS = re.compile(r"\A\s*(?P<mark>#{1,6})[ \t]|(?P<bold>\*\*[^\s*][^*\n]*\*\*)")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(\s[^<>\n]*)?/?>|<!--")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at characters `start` to `end` of a Markdown text; `code` is a diagnostic's."""

    code: str
    start: int
    end: int
    params: dict[str, Any] = field(default_factory=dict)


DEEPEST_NESTING = 20
LONGEST_RUN = 10
MOST_RULES, MOST_HEADINGS = 100, 500
_RULE = re.compile(r"^ {0,3}([-*_])(?: {0,2}\1){2,} *$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#+", re.MULTILINE)
_KNOT = re.compile(rf"`{{{LONGEST_RUN + 1},}}|(?<!\\)(?:\]\(|[\[\]()])|\n[ \t]*\n")
_STEPS = {"[": (1, 0), "]": (-1, 0), "](": (-1, 1), "(": (0, 1), ")": (0, -1)}


def knot(text: str) -> Fault | None:
    """Find where brackets, backticks, rules or headings are too many to read as Markdown in good time.

    Python-Markdown looks for the end of each open bracket anew: the time grows with the square of what is
    open at once. No text that people read comes near these limits.
    """
    for pattern, most in ((_RULE, MOST_RULES), (_HEADING, MOST_HEADINGS)):
        beyond = next(islice(pattern.finditer(text), most, None), None)
        if beyond is not None:
            return Fault("markdown-too-complex", *beyond.span())
    square, round_ = 0, 0
    for match in _KNOT.finditer(text):
        if match[0].startswith("`"):
            return Fault("markdown-too-complex", match.start(), match.end())
        if match[0] in _STEPS:
            step = _STEPS[match[0]]
            square, round_ = max(square + step[0], 0), max(round_ + step[1], 0)
        else:
            square, round_ = 0, 0
        if max(square, round_) > DEEPEST_NESTING:
            return Fault("markdown-too-complex", match.start(), match.start() + 1)
    return None


def printed_marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a plain text has hashes of a heading or asterisks of emphasis, which would print."""
    return (match.span(match.lastgroup or 0) for match in _PLAIN_MARKS.finditer(text))


def lint(text: str) -> Iterator[Fault]:
    """Yield the faults that the lines of a Markdown text show."""
    masked = _CODE.sub(lambda match: "x" * len(match[0]), text)
    yield from _ragged_tables(masked)
    for match in _TAG.finditer(masked):
        yield Fault("markdown-html", match.start(), match.end(), {"tag": match[0]})
    for match in _FOOTNOTE.finditer(masked):
        yield Fault("markdown-footnote", match.start(), match.end(), {"text": match[0]})
    for block in _BLOCK.finditer(masked):
        yield from _broken_lists(block[0], block.start())
        yield from _broken_tables(block[0], block.start())


def _broken_lists(block: str, start: int) -> Iterator[Fault]:
    """Yield where items of a list lack the space after their dash, or begin with another bullet."""
    if tight := _TIGHT_DASH.search(block):
        yield Fault("markdown-dash-space", start + tight.start(1), start + tight.end(1), {"text": tight[1]})
    if bullet := _BULLET.search(block):
        at = "word" if bullet["word"] else 1
        mark = "•" if bullet["word"] else bullet[1]
        yield Fault("markdown-bullet", start + bullet.start(at), start + bullet.end(at), {"mark": mark})


def _broken_tables(block: str, start: int) -> Iterator[Fault]:
    """Yield where rows are no table for want of a line of dashes or of an empty line, or have tabs."""
    rows = list(_ROW.finditer(block))
    if len(rows) > 1:
        rules = [at for at, row in enumerate(rows) if DELIMITER.fullmatch(row[0])]
        code = "" if rules[:1] == [1] else "markdown-table-in-text"
        if code := code if rules else "markdown-table-rule":
            cells = _cells(rows[0][0])
            params = {"rule": "|" + " --- |" * cells}
            yield Fault(code, start + rows[0].start(), start + rows[0].end(), params)
    elif tabbed := _TABBED.search(block):
        yield Fault("markdown-table-tabs", start + tabbed.start(), start + tabbed.end())


def _ragged_tables(text: str) -> Iterator[Fault]:
    """Yield the rows of tables that have more or fewer cells than their head, and heads without words."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    columns = 0
    for number, line in enumerate(lines):
        if number and "|" in line and "|" in lines[number - 1] and DELIMITER.fullmatch(line):
            columns = _cells(lines[number - 1])
            if not all(cell.strip() for cell in _CELL_END.split(_row(lines[number - 1]))):
                yield Fault("markdown-head-empty", starts[number - 1], starts[number] - 1)
        elif "|" not in line:
            columns = 0
        cells = _cells(line)
        if columns and cells != columns:
            params = {"cells": str(cells), "columns": str(columns)}
            yield Fault("markdown-table-ragged", starts[number], starts[number] + len(line), params)


def _cells(line: str) -> int:
    return len(_CELL_END.findall(_row(line))) + 1


def _row(line: str) -> str:
    """Return a row of a table without the bars at its ends."""
    inner = line.strip().removeprefix("|")
    return inner[:-1] if _CELL_END.search(inner, max(len(inner) - 2, 0)) and inner.endswith("|") else inner
