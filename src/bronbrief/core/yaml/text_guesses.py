"""What may be meant where a text breaks YAML's rules: its quotation marks, its | or its indentation."""

import re
from collections.abc import Iterator

from bronbrief.core.diagnostics import report
from bronbrief.core.places import FileText
from bronbrief.core.yaml.edits import Guess, in_quotes, indented, inserted
from bronbrief.core.yaml.layout import Line, block_end

_OPENING = "“”„‟«»‘’‚‹›″"
_SPECIAL = "@`%*&![]{},?"
_LONG = 60


def curly(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put straight quotation marks where printed ones stand."""
    for start, end, key in _values(lines[number]):
        value = origin.text[start:end]
        if value[:1] and value[0] in _OPENING:
            inner = value[1:-1] if len(value) > 1 and value[-1] in _OPENING else value[1:]
            new = in_quotes(inner)
            finding = report(
                "yaml-curly-quotes", origin.place(start, end), mark=value[0], example=_example(key, new)
            )
            yield Guess(((start, end, new),), finding)


def quoted(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put a value in quotation marks: one with a colon, or one that begins with a mark."""
    for start, end, key in _values(lines[number]):
        yield from _in_quotes(origin, start, end, key)


def quoted_lines(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put a value of several lines in quotation marks."""
    end = block_end(lines, number, lines[number].column)
    last, below = lines[end - 1], lines[number + 1 : end]
    # What holds keys or texts of its own is no part of a sentence that runs on.
    if below and not lines[number].opens and not any(line.opens or line.opens_text for line in below):
        for start, _, key in _values(lines[number]):
            yield from _in_quotes(origin, start, last.start + last.indent + len(last.text), key)


def _in_quotes(origin: FileText, start: int, end: int, key: str) -> Iterator[Guess]:
    value = origin.text[start:end]
    if not value or value[0] in "\"'|>":
        return
    new = in_quotes(value)
    code = "yaml-special-character" if value[0] in _SPECIAL else "yaml-colon-in-value"
    if value[0] not in _SPECIAL and not re.search(r":(\s|$)", value):
        return
    place = origin.place(start, start + 1 if code == "yaml-special-character" else end)
    finding = report(code, place, mark=value[0], example=_example(key, new))
    yield Guess(((start, end, new),), finding)


def _values(line: Line) -> Iterator[tuple[int, int, str]]:
    """Yield what may be the value of a line: what follows its key, and what follows its dash."""
    end = line.start + line.indent + len(line.text)
    if line.key:
        yield line.value, end, line.key
    if line.has_dash:
        yield line.start + line.column, end, ""


def _example(key: str, quoted: str) -> str:
    shown = quoted if len(quoted) <= _LONG else f"{quoted[0]}…{quoted[0]}"
    return f"{key}: {shown}" if key else f"- {shown}"


def bar(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put | after a key below which text stands."""
    if lines[number].opens and _has_text(lines, number):
        yield from _bar_after(origin, lines[number])


def bar_before_marks(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Put | after a key below which text stands that begins like a list or a key."""
    if lines[number].opens and not _has_text(lines, number):
        yield from _bar_after(origin, lines[number])


def _has_text(lines: list[Line], number: int) -> bool:
    return next((line.is_text for line in lines[number + 1 :] if not line.is_blank), False)


def _bar_after(origin: FileText, line: Line) -> Iterator[Guess]:
    at = line.start + line.indent + len(line.text)
    yield Guess((inserted(at, " |"),), report("yaml-bar-missing", origin.place(at - 1, at), key=line.key))


def text_indent(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Give a line of text, and those that follow it, the indentation of the text they belong to."""
    if lines[number].is_text:
        yield from _text_indented(origin, lines, number)


def marked_text(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    """Do the same for a line that looks like a key or an item, as text may."""
    if not lines[number].is_text:
        yield from _text_indented(origin, lines, number)


def _text_indented(origin: FileText, lines: list[Line], number: int) -> Iterator[Guess]:
    line = lines[number]
    for above in _text_owners(lines, number):
        owner, text = lines[above], lines[above + 1 : number]
        deeper = owner.column + 2 * bool(owner.key)
        wanted = next((one.indent for one in text if one.text), deeper)
        shallow = min(
            (one.indent for one in lines[number + 1 : block_end(lines, above)] if one.text), default=0
        )
        if line.indent < wanted:
            run = [one for one in _run(lines, number, owner) if one.indent < wanted]
            yield _text_guess(origin, run, wanted)
        elif owner.opens_text and owner.column < shallow < line.indent:
            ends = (n for n in range(number, len(lines)) if lines[n].text and lines[n].indent <= shallow)
            yield _text_guess(origin, lines[number : next(ends, number + 1)], shallow)


def _text_owners(lines: list[Line], number: int) -> list[int]:
    """Return the lines to whose text a line may belong: the last key or item, and the last | or >."""
    above = range(number - 1, -1, -1)
    last = next((n for n in above if lines[n].key or lines[n].has_dash), None)
    if last is not None and (not lines[number].is_text or lines[last].opens or _is_item(lines, number, last)):
        last = None
    block = next((n for n in above if lines[n].opens_text), None)
    return list(dict.fromkeys(n for n in (last, block) if n is not None))


def _is_item(lines: list[Line], number: int, last: int) -> bool:
    """Tell whether a line is rather the next item of a list than more text of the last one."""
    return lines[last].indent == lines[number].indent and not lines[number].text[0].islower()


def _run(lines: list[Line], number: int, owner: Line) -> Iterator[Line]:
    """Yield the lines from a number on, up to the next key or item beside the owner of a text."""
    yield lines[number]
    for line in lines[number + 1 :]:
        if not line.is_text and line.text and line.indent <= owner.column:
            return
        if line.text:
            yield line


def _text_guess(origin: FileText, run: list[Line], spaces: int) -> Guess:
    line = run[0]
    place = origin.place(line.start, line.start + max(line.indent, 1))
    finding = report("yaml-text-indent", place, spaces=spaces, text=line.text)
    return Guess(tuple(indented(one, spaces) for one in run if one.text), finding)
