"""From a YAML parser's complaint to a finding that names the mistake people make there.

The parser says where it got stuck; the mistake is often just before. Some complaints leave no doubt; for the
others cures are tried, and the one that works is told. Each rule looks at the text itself, and at the
parser's words only for the kind of complaint (PyYAML 6, its own scanner and libyaml's).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic, Related, report
from bronbrief.core.places import FileText
from bronbrief.core.yaml.edits import in_quotes
from bronbrief.core.yaml.guesses import guesses
from bronbrief.core.yaml.trials import Attempt, Judge, best

_CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)$", re.MULTILINE)
_BRACED = re.compile(r"(?<![\w-])([\w-]++):[ ]++([^\s\"'\[{,:][^,{}\[\]]{0,1000})\Z")
_BRACKETED = re.compile(r"(?<![\w-])([\w-]++):[ ]++(\[[^\"'{}]{0,1000}\])[ \t]*(?=[,}#]|$)")
_AT_NAME = re.compile(r"@[a-z0-9-]+(, *[^\W\d]+\.? \d[^\]]*)?")
_BRACED_END = re.compile(r",\s*[\w-]+:\s|\}")


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


def explain_fault(fault: Fault, attempt: Callable[[str], Attempt], judge: Judge | None) -> Diagnostic:
    """Return the finding of the first rule that is sure of the mistake, or of the cure that works best.

    `attempt` reads a text, `judge` counts the mistakes in its values.
    """
    return (
        next(filter(None, (rule(fault) for rule in _CERTAIN)), None)
        or best(guesses(fault.origin, fault.at, fault.context), fault.origin, fault.at, attempt, judge)
        or _structure(fault)
        or report("yaml-syntax", fault.origin.place(fault.at, fault.at + 1))
    )


def _conflict(fault: Fault) -> Diagnostic | None:
    """Find what git leaves in a file where two people changed the same lines."""
    found = _CONFLICT.search(fault.origin.text)
    return None if found is None else report("yaml-conflict", fault.origin.place(*found.span()))


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
    related = (Related(fault.origin.place(start, start + 1), "quotation-opens"),)
    place = fault.origin.place(fault.at, fault.origin.line_end(fault.at))
    return report("yaml-text-after-quote", place, mark=fault.origin.text[start], related=related)


def _after_bracket(fault: Fault) -> Diagnostic | None:
    if fault.closed is None or fault.at >= len(fault.origin.text):
        return None
    if fault.origin.text[fault.closed : fault.at].strip(" \t"):
        return None
    place = fault.origin.place(fault.at, fault.origin.line_end(fault.at))
    return report("yaml-text-after-bracket", place, mark=fault.origin.text[fault.closed - 1])


def _structure(fault: Fault) -> Diagnostic | None:
    if not re.search(r"block (mapping|collection)|document start|<block end>", fault.complaint):
        return None
    start = _line_start(fault, fault.at)
    line = _line(fault, fault.at)
    indent = len(line) - len(line.lstrip(" "))
    return report("yaml-indentation", fault.origin.place(start, max(start + indent, fault.at)), spaces=indent)


def _empty_item(fault: Fault) -> Diagnostic | None:
    """Find a comma between brackets with nothing before it."""
    text = fault.origin.text
    if "flow" not in fault.complaint or text[fault.at : fault.at + 1] != ",":
        return None
    if text[: fault.at].rstrip()[-1:] not in ("[", ","):
        return None
    return report("yaml-empty-item", fault.origin.place(fault.at, fault.at + 1))


def _colon_between_braces(fault: Fault) -> Diagnostic | None:
    """Find a second colon in a value between braces, and show the value in quotation marks."""
    start, line = _line_start(fault, fault.at), _line(fault, fault.at)
    if "flow mapping" not in fault.complaint or fault.origin.text[fault.at : fault.at + 1] != ":":
        return None
    before = _BRACED.search(line, 0, fault.at - start)
    if before is None:
        return None
    rest = _BRACED_END.search(line, fault.at - start)
    value = line[before.start(2) : rest.start() if rest else None].rstrip()
    head = start + before.start(2)
    place = fault.origin.place(head, head + len(value))
    fix = (fault.origin.replacement(head, head + len(value), in_quotes(value)),)
    return report(
        "yaml-colon-in-value", place, mark=value[0], example=f"{before[1]}: {in_quotes(value)}"
    ).with_fix(*fix)


def _at_in_list(fault: Fault) -> Diagnostic | None:
    """Find names with an @ between brackets; a place in a source is put in quotation marks."""
    start, line = _line_start(fault, fault.at), _line(fault, fault.at)
    inside = (one for one in _BRACKETED.finditer(line) if one.start() < fault.at - start < one.end())
    found = next(inside, None)
    if fault.origin.text[fault.at : fault.at + 1] != "@" or found is None:
        return None
    names = _AT_NAME.sub(lambda name: f'"{name[0]}"' if name[1] else name[0][1:], found[2])
    place = fault.origin.place(fault.at, fault.at + 1)
    fix = (fault.origin.replacement(start + found.start(2), start + found.end(2), names),)
    return report("yaml-at-in-list", place, example=f"{found[1]}: {names}").with_fix(*fix)


def _bracket(fault: Fault) -> Diagnostic | None:
    if "flow" not in fault.complaint or fault.context is None:
        return None
    place = fault.origin.place(fault.context, fault.context + 1)
    return report("yaml-unclosed-bracket", place, mark=fault.origin.text[fault.context : fault.context + 1])


def _dash(fault: Fault) -> Diagnostic | None:
    before = fault.origin.text[_line_start(fault, fault.at) : fault.at]
    if "sequence entries are not allowed" not in fault.complaint or not before.strip(" -"):
        return None
    return report("yaml-list-on-line", fault.origin.place(fault.at, fault.at + 1))


def _line_start(fault: Fault, at: int) -> int:
    return at - fault.origin.place(at, at).column + 1


def _line(fault: Fault, at: int) -> str:
    return fault.origin.text[_line_start(fault, at) : fault.origin.line_end(at)]


_CERTAIN: tuple[Callable[[Fault], Diagnostic | None], ...] = (
    _conflict,
    _tab,
    _unclosed_quote,
    _after_quote,
    _after_bracket,
    _at_in_list,
    _empty_item,
    _colon_between_braces,
    _bracket,
    _dash,
)
