"""From a YAML parser's complaint to a finding that names the mistake people make there.

The parser says where it got stuck; the mistake is often just before. Each rule looks at the text itself, and
at the parser's words only for the kind of complaint (PyYAML 6, its own scanner and libyaml's).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic, Related
from bronbrief.core.findings import report
from bronbrief.core.places import FileText

_KEY = re.compile(r"[ ]*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s:#\[{\"'][^:#]*?):[ \t]+(?=\S)")
_TIGHT_KEY = re.compile(r"[ ]*(?:- +)*([\w-]+):(?=[^\s/])")
_QUOTE_STARTS = "@`%*&!|>]},?"


@dataclass(frozen=True, slots=True)
class Fault:
    """What the parser says: where it got stuck, in what, and what it read just before.

    `quoted` bounds a quoted scalar, `closed` is the end of a bracketed collection, where that was the last
    thing read. All offsets are in characters.
    """

    origin: FileText
    at: int
    context: int | None
    complaint: str
    quoted: tuple[int, int] | None
    closed: int | None


def explain_fault(fault: Fault) -> Diagnostic:
    """Return the finding of the first rule that recognises the mistake."""
    for rule in _RULES:
        found = rule(fault)
        if found is not None:
            return found
    return report("yaml-syntax", fault.origin.place(fault.at, fault.at + 1))


def _tab(fault: Fault) -> Diagnostic | None:
    line = _line(fault, fault.at)
    start = _line_start(fault, fault.at)
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in indent or not ("cannot start any token" in fault.complaint or "tab" in fault.complaint):
        return None
    return report("yaml-tab", fault.origin.place(start + indent.index("\t"), start + len(indent)))


def _unclosed_quote(fault: Fault) -> Diagnostic | None:
    if "quoted scalar" not in fault.complaint or fault.context is None:
        return None
    if "escape" in fault.complaint or "hexadecimal" in fault.complaint:
        return _escape(fault)
    return _unclosed(fault, fault.context)


def _escape(fault: Fault) -> Diagnostic:
    text = fault.origin.text
    at = fault.at if text[fault.at : fault.at + 1] == "\\" else max(text.rfind("\\", 0, fault.at + 1), 0)
    return report("yaml-escape", fault.origin.place(at, at + 2), escape=text[at : at + 2])


def _unclosed(fault: Fault, opened: int) -> Diagnostic:
    mark = fault.origin.text[opened : opened + 1]
    return report("yaml-unclosed-quote", fault.origin.place(opened, opened + 1), mark=mark)


def _after_quote(fault: Fault) -> Diagnostic | None:
    """Find text after a closing quotation mark; one that ran over lines was not closed where meant."""
    if fault.quoted is None:
        return None
    start, end = fault.quoted
    between = fault.origin.text[end : fault.at]
    if between.strip(" \t") or fault.at >= len(fault.origin.text):
        return None
    if "\n" in fault.origin.text[start:end] and ":" in _line(fault, end):
        return _unclosed(fault, start)
    related = (Related(fault.origin.place(start, start + 1), "the quotation opens here"),)
    place = fault.origin.place(fault.at, fault.origin.line_end(fault.at))
    return report("yaml-text-after-quote", place, mark=fault.origin.text[start], related=related)


def _after_bracket(fault: Fault) -> Diagnostic | None:
    if fault.closed is None or fault.at >= len(fault.origin.text):
        return None
    if fault.origin.text[fault.closed : fault.at].strip(" \t"):
        return None
    place = fault.origin.place(fault.at, fault.origin.line_end(fault.at))
    return report("yaml-text-after-bracket", place, mark=fault.origin.text[fault.closed - 1])


def _colon(fault: Fault) -> Diagnostic | None:
    """Find a colon where none may stand: in an unquoted value, or after a line that lacks its own."""
    if "mapping values" not in fault.complaint:
        return None
    line, start = _line(fault, fault.at), _line_start(fault, fault.at)
    if _KEY.match(line[: fault.at - start]):
        return report("yaml-colon-in-value", fault.origin.place(fault.at, fault.at + 1))
    return _before(fault, start)


def _before(fault: Fault, start: int) -> Diagnostic:
    """Blame the line before, which lacks a space or a colon, or else the indentation."""
    text = fault.origin.text
    end = start - len(text[:start]) + len(text[:start].rstrip())
    before = text.rfind("\n", 0, max(end, 0)) + 1
    previous = text[before:end]
    tight = _TIGHT_KEY.match(previous)
    if tight:
        place = fault.origin.place(before + tight.end() - 1, before + tight.end())
        return report("yaml-colon-space", place, key=tight.group(1))
    if previous.strip() and not re.search(r":(\s|$)", previous) and not previous.lstrip().startswith("#"):
        word = before + len(previous) - len(previous.lstrip())
        return report("yaml-colon-missing", fault.origin.place(word, end), text=previous.strip())
    return _indentation(fault)


def _indentation(fault: Fault) -> Diagnostic:
    start = _line_start(fault, fault.at)
    line = _line(fault, fault.at)
    indent = len(line) - len(line.lstrip(" "))
    return report("yaml-indentation", fault.origin.place(start, max(start + indent, fault.at)), spaces=indent)


def _special(fault: Fault) -> Diagnostic | None:
    """Find a value that begins with a character to which YAML gives a meaning, such as @ or *."""
    at = fault.context if "alias" in fault.complaint or "anchor" in fault.complaint else fault.at
    if "a tag" in fault.complaint or "%TAG" in fault.complaint or "block scalar" in fault.complaint:
        at = fault.context
    if at is None or at >= len(fault.origin.text) or fault.origin.text[at] not in _QUOTE_STARTS:
        return None
    return report("yaml-special-character", fault.origin.place(at, at + 1), mark=fault.origin.text[at])


def _bracket(fault: Fault) -> Diagnostic | None:
    if "flow" not in fault.complaint or fault.context is None:
        return None
    place = fault.origin.place(fault.context, fault.context + 1)
    return report("yaml-unclosed-bracket", place, mark=fault.origin.text[fault.context : fault.context + 1])


def _dash(fault: Fault) -> Diagnostic | None:
    if "sequence entries are not allowed" not in fault.complaint:
        return None
    return report("yaml-list-on-line", fault.origin.place(fault.at, fault.at + 1))


def _missing_colon(fault: Fault) -> Diagnostic | None:
    """Find a key without its colon, noticed at the end of the line or of the file."""
    if "simple key" not in fault.complaint or fault.context is None:
        return None
    start, end = fault.context, fault.origin.line_end(fault.context)
    text = fault.origin.text[start:end]
    tight = _TIGHT_KEY.match(text)
    if tight:
        place = fault.origin.place(start + tight.end() - 1, start + tight.end())
        return report("yaml-colon-space", place, key=tight.group(1))
    return report("yaml-colon-missing", fault.origin.place(start, end), text=text)


def _structure(fault: Fault) -> Diagnostic | None:
    if not re.search(r"block (mapping|collection)|document start|<block end>", fault.complaint):
        return None
    return _indentation(fault)


def _line_start(fault: Fault, at: int) -> int:
    return at - fault.origin.place(at, at).column + 1


def _line(fault: Fault, at: int) -> str:
    return fault.origin.text[_line_start(fault, at) : fault.origin.line_end(at)]


_RULES: tuple[Callable[[Fault], Diagnostic | None], ...] = (
    _tab,
    _unclosed_quote,
    _after_quote,
    _after_bracket,
    _colon,
    _missing_colon,
    _special,
    _bracket,
    _dash,
    _structure,
)
