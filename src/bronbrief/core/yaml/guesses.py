"""What an author may have meant where YAML stops making sense: the slips people make, each with its cure.

A guess is an edit and the finding that asks for it. Which guess is told is decided by trying them all.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from bronbrief.core.diagnostics import Diagnostic, clip, report
from bronbrief.core.places import FileText
from bronbrief.core.text import OTHER_SPACES
from bronbrief.core.yaml import text_guesses as texts
from bronbrief.core.yaml.edits import Edit, Guess, in_quotes, indented, inserted
from bronbrief.core.yaml.layout import Line, block_end, read_lines, text_before

_BEFORE = 8
BULLET = re.compile(r"([*•·●▪‣–—]|\d{1,2}[.)])[ \t]+")
"""What begins an item of a list in letters and word processors."""
# What reads as text that goes on and not as a comment: no space behind the #.
_AS_COMMENT = re.compile(r"[ \t]+(#[^\s#!][^\n]*)")
_SHOWN = 30
_ODD_INDENT = re.compile(f"[ ]*[{OTHER_SPACES}]")


def guesses(origin: FileText, at: int, context: int | None) -> Iterator[Guess]:
    """Yield what may be meant near the place where reading stopped, the likeliest kind first."""
    lines = read_lines(origin)
    fault = origin.place(at, at).line - 1
    opened = [] if context is None else [origin.place(context, context).line - 1]
    near = list(dict.fromkeys([*_near(lines, fault), *opened]))
    for kind in _KINDS:
        for number in near:
            yield from kind(origin, lines, number)


def _near(lines: list[Line], fault: int) -> Iterator[int]:
    """Yield the lines to look at: the last few, the last keys and items, and what the fault stands in."""
    filled = [number for number in range(min(fault, len(lines) - 1), -1, -1) if not lines[number].is_blank]
    yield from filled[:_BEFORE]
    yield from [number for number in filled if not lines[number].is_text][:_BEFORE]
    indent = lines[fault].indent + 1
    for place, number in enumerate(filled):
        if lines[number].indent < indent and not lines[number].is_text:
            indent = lines[number].indent
            yield from (number, *filled[max(place - 1, 0) : place])


def _odd_space(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Replace spaces that only look like spaces at the head of a line, and of those that follow it."""
    edits: list[Edit] = []
    for line in lines[number:]:
        if not _ODD_INDENT.match(origin.text[line.start : line.start + line.indent]):
            break
        edits.append((line.start, line.start + line.indent, " " * line.indent))
    if edits:
        yield Guess(tuple(edits), odd_space(origin, lines[number]))


def odd_space(origin: FileText, line: Line) -> Diagnostic:
    """Report spaces at the head of a line that YAML does not take for spaces."""
    odd = re.search(f"[{OTHER_SPACES}]", origin.text[line.start : line.start + line.indent])
    name = f"U+{ord(odd.group()):04X}" if odd else ""
    place = origin.place(line.start, line.start + line.indent)
    return report("yaml-odd-space", place, name=name, spaces=line.indent)


def _dash_space(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put a space after a dash."""
    line = lines[number]
    if re.match(r"-[^\s-]", line.text):
        yield Guess((inserted(line.start + line.indent + 1, " "),), dash_space(origin, line))


def dash_space(origin: FileText, line: Line) -> Diagnostic:
    """Report a dash that has no space after it."""
    at = line.start + line.indent
    return report("yaml-dash-space", origin.place(at, at + 2), text=line.text)


def _key_alone(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put a colon after a word that is alone on its line, or a space after a colon."""
    if len(lines[number].text.lstrip("- ").split()) == 1:
        yield from _colon(origin, lines, number)


def _colon(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put a colon after the first word of a line, or a space after the colon."""
    line = lines[number]
    head = line.start + line.column
    tight = re.match(r"([\w-]+):(?=[^\s/])", origin.text[head : line.end])
    if tight:
        at = head + tight.end()
        yield Guess(
            (inserted(at, " "),), report("yaml-colon-space", origin.place(at - 1, at), key=tight.group(1))
        )
    word = re.match(r"[\w-]+(?=\s|$)", origin.text[head : line.end])
    if word and not line.key:
        at = head + word.end()
        rest = line.start + line.indent + len(line.text)
        finding = report(
            "yaml-colon-missing", origin.place(head, rest), text=origin.text[head:rest], key=word.group()
        )
        yield Guess((inserted(at, ":"),), finding)


def _bullets(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put dashes in the place of the bullets or numbers of a line and of those like it below."""
    indent = lines[number].indent
    run = list(takewhile(lambda line: line.indent >= indent or not line.text, lines[number:]))
    marks = [(line, BULLET.match(line.text)) for line in run if line.indent == indent]
    starts = [(line.start + indent, mark) for line, mark in marks if mark]
    if starts and BULLET.match(lines[number].text):
        edits = tuple((start, start + mark.end(), "- ") for start, mark in starts)
        yield Guess(edits, dash_missing(origin, lines[number], indent))


def _dash(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put a dash before a line where others have one, in the place of two spaces or not; or take one away."""
    line = lines[number]
    at = line.start + line.indent
    if line.has_dash:
        finding = report("yaml-dash-extra", origin.place(at, at + 1), text=line.text.lstrip("- "))
        yield Guess(((at, line.start + line.column, ""),), finding)
    beside = {one.indent for one in lines if one.has_dash}
    yield from (guess for indent, guess in _dashed(origin, line) if indent in beside)


def _dash_alone(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put a dash before a line, where no other has one."""
    yield from (guess for _, guess in _dashed(origin, lines[number]))


def _dashed(origin: FileText, line: Line) -> Iterator[tuple[int, Guess]]:
    for indent in (line.indent, line.indent - 2):
        if indent >= 0 and not line.has_dash:
            edit = (line.start + indent, line.start + line.indent, "- ")
            yield indent, Guess((edit,), dash_missing(origin, line, indent))


def dash_missing(origin: FileText, line: Line, spaces: int) -> Diagnostic:
    """Report a line that needs a dash after so many spaces, be it in the place of a bullet."""
    bullet = BULLET.match(line.text)
    if bullet:
        start = line.start + line.indent
        place = origin.place(start, start + len(bullet[1]))
        return report("yaml-bullet", place, mark=bullet[1], spaces=spaces)
    start = line.start + line.column
    place = origin.place(start, line.start + line.indent + len(line.text))
    return report("yaml-dash-missing", place, spaces=spaces, text=origin.text[start : line.end])


def _indent(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Indent a line like one above it or two spaces deeper: alone, or with what stands below it."""
    line = lines[number]
    text = text_before(lines, number)
    if line.is_text:
        return
    levels = {n for above in lines[:number] if not above.is_blank for n in (above.indent, above.column)}
    levels |= {level + 2 for level in levels}
    end = block_end(lines, number)
    for wanted in sorted(levels - {line.indent}, key=lambda level: (abs(level - line.indent), level)):
        if text is not None and wanted > text.column:
            continue  # the line would become a part of the text
        place = origin.place(line.start, line.start + max(line.indent, 1))
        edit, shift = indented(line, wanted), wanted - line.indent
        yield Guess((edit,), report("yaml-indent-line", place, spaces=line.indent, wanted=wanted))
        below = [one for one in lines[number + 1 : end] if one.text]
        if below and all(one.indent + shift >= 0 for one in below):
            edits = (edit, *(indented(one, one.indent + shift) for one in below))
            yield Guess(edits, report("yaml-indent-block", place, spaces=line.indent, wanted=wanted))


_KINDS = (
    _odd_space,
    texts.curly,
    texts.quoted,
    _dash_space,
    _key_alone,
    texts.bar,
    texts.text_indent,
    _colon,
    _bullets,
    _dash,
    _indent,
    _dash_alone,
    texts.bar_before_marks,
    texts.marked_text,
    texts.quoted_lines,
)


def text_as_comment(origin: FileText, end: int, value: str) -> Diagnostic | None:
    """Return the finding on text that YAML takes for a comment behind a plain value, if there is any.

    Without a space behind its #, it reads as text that goes on.
    """
    lost = _AS_COMMENT.match(origin.text, end)
    if lost is None:
        return None
    quoted = in_quotes(f"{value}{lost[0]}")
    return report(
        "yaml-text-as-comment", origin.place(*lost.span(1)), text=clip(lost[1], _SHOWN), quoted=quoted
    )
