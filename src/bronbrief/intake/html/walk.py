"""The walk through a page that gathers its text, in the order in which it stands there."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.intake import raised
from bronbrief.intake.html.gather import CELL, CELLS, HEADINGS, LINE, Gathered, is_known, is_row
from bronbrief.intake.html.shown import local_name

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form header hgroup hr html legend li main menu nav ol optgroup option p pre section
    summary table tbody tfoot thead tr ul
    """.split()
) | frozenset(HEADINGS)
_NO_TEXT = frozenset(["", "script", "style", "head"])
_OPENED: Mapping[str, str] = {"rt": "(", "msqrt": "√(", "mroot": "√("}
_LISTS = frozenset(["ol", "ul", "menu"])
_BLOCK_DISPLAYS = ("block", "flex", "grid", "list-item", "table", "flow-root")
_ROW_DISPLAYS = frozenset(["flex", "grid", "inline-flex", "inline-grid"])
_QUOTES = {"de": "„“‚‘", "fr": "«»‹›"}
_USUAL_QUOTES = "“”‘’"
_GENERATED = re.compile(
    r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|(\b(?:counters?|attr)\([^)]*\))", re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_SIGNS = frozenset("%‰-−+±×÷=≈≠<>≤≥")
_UNSEEN_CHARACTERS = re.compile("[\x00\x01\u00ad\u200b\u2060-\u2064\ufeff]")
_BOXES = frozenset(
    ["", "text", "submit", "button", "reset", "email", "tel", "number", "date", "url", "search"]
)
_DOTS = frozenset(["0", "1"])
_WORD = re.compile(r"[^\W_]+")
_CASES: Mapping[str, Callable[[str], str]] = {
    "uppercase": str.upper,
    "lowercase": str.lower,
    "capitalize": lambda words: _WORD.sub(lambda word: word[0][:1].upper() + word[0][1:], words),
}
_BULLETS = frozenset("inside outside inherit initial unset revert disclosure-open disclosure-closed".split())
_TURNED = {"rtl": "\u202e", "ltr": "\u202d"}
_TURN_ENDS = "\u202c"


@dataclass(frozen=True, slots=True)
class Walk:
    """Walks with a stack of its own, for pages may be nested deeper than Python calls.

    `unseen` says why the text of an element is not seen, `apart` why an element is left out as a whole.
    """

    text: Gathered
    unseen: Mapping[Element, str]
    apart: Mapping[Element, str]
    lang: str

    def read(self, top: Element) -> None:
        """Read an element with all that is in it."""
        stack = [self._steps(top)]
        while stack:
            below = next(stack[-1], None)
            if below is None:
                stack.pop()
            else:
                stack.append(self._steps(below))
        self.text.end_block()

    def _steps(self, element: Element) -> Iterator[Element]:
        """Read an element's own text, and yield the elements to read before what follows them."""
        text, tag = self.text, local_name(element)
        if tag in _NO_TEXT or element.tag == "title":  # those of drawings have a namespace
            return
        display = text.styles.own.get(element, {}).get("display", "")
        if reason := self.apart.get(element) or self.unseen.get(element, ""):
            if tag == "li" and display != "none" and element.get("hidden") is None:
                text.count_item(element)  # it is counted, though it is not seen
            text.told += _pictured(element, tag) if tag == "iframe" and display != "none" else ()
            yield from self._leave_out(element, reason)
            return
        if tag == "sup" and raised.unlinked_call("".join(element.itertext()), text.before()):
            text.left_out.append(("note-call", "".join(element.itertext()).strip()))
            return
        block = tag in BLOCKS or display.startswith(_BLOCK_DISPLAYS)
        if block:
            text.end_block()
        level = 0 if text.within else HEADINGS.get(tag, 0)
        alone = bool(level) or (tag == "tr" and is_row(element))
        text.within += alone
        closing = self._open(element, tag)
        yield from self._inside(element, tag, apart=display in _ROW_DISPLAYS)
        self._close(element, tag, closing)
        text.within -= alone
        if level:
            text.end_heading(level)
        elif block:
            text.end_block()
        if tag == "li" or tag in _LISTS:
            text.opening = ""

    def _inside(self, element: Element, tag: str, *, apart: bool) -> Iterator[Element]:
        text, around, case = self.text, self.text.raised, self.text.case
        text.case = text.styles.own.get(element, {}).get("text-transform", case)
        if tag in raised.TAGS:
            self._raise(element, raised.TAGS[tag])
        self._write(element.text, tag)
        for at, child in enumerate(element):
            if apart:
                text.line.append(" ")
            if script := raised.formula_script(tag, at):
                self._raise(child, script)
            if tag == "mfrac" and at:
                text.write("/")
            yield child
            if script:
                text.raised = around
            self._write(child.tail, tag)
        text.raised, text.case = around, case

    def _raise(self, element: Element, direction: str) -> None:
        mark, translated = raised.opening("".join(element.itertext()), direction, self.text.before())
        self.text.write(mark)
        self.text.raised = direction if translated else ""

    def _write(self, words: str | None, tag: str) -> None:
        plain = _UNSEEN_CHARACTERS.sub("", words or "")
        if shown := _CASES.get(self.text.case):
            plain = shown(plain)
        if self.text.raised:
            plain = raised.translated(plain, self.text.raised)
        self.text.line.append(plain.replace("\n", LINE) if tag == "pre" else plain)

    def _open(self, element: Element, tag: str) -> str:
        """Write what a browser shows before an element, tell what is no text; return what it shows after."""
        text, closing = self.text, ""
        text.told += _pictured(element, tag)
        self._tell_generated(element, tag, "before")
        if tag == "br":
            text.line.append(" " if text.within else LINE)
        elif tag in _LISTS:
            text.open_list(element)
        elif tag == "li":
            self._tell_marker(element)
            text.open_item(element)
        elif tag in CELLS and any(map(str.strip, text.line)):
            text.line.append(CELL)
        elif tag == "text" or (tag == "mfrac" and text.before()[-1:].isdigit()):
            text.line.append(" ")
        elif tag in _OPENED and not text.before().endswith(_OPENED[tag]):  # where the page opens it itself
            text.write(_OPENED[tag])
            closing = ")"
        elif tag == "q":
            text.write(self._quote(element, "before"))
            closing = self._quote(element, "after")
            text.quoted += 1
        elif tag == "input":
            text.line.append(" ")
        elif turn := self._turn(element, tag):
            text.write(turn)
            closing = _TURN_ENDS
        return closing

    def _turn(self, element: Element, tag: str) -> str:
        """Return the sign that turns words round which a browser shows so (UAX 9, 3.3.2)."""
        said = self.text.styles.own.get(element, {})
        way = said.get("direction") or element.get("dir", "").lower()
        return _TURNED.get(way, "") if tag == "bdo" or "override" in said.get("unicode-bidi", "") else ""

    def _close(self, element: Element, tag: str, closing: str) -> None:
        self._tell_generated(element, tag, "after")
        self.text.write(closing)
        if tag == "q":
            self.text.quoted -= 1
        elif tag in _LISTS:
            self.text.close_list()
        elif tag == "text":
            self.text.line.append(" ")

    def _quote(self, element: Element, side: str) -> str:
        """Return the quotation mark that a browser puts before or after a <q>."""
        said = self.text.styles.generated.get(element, {}).get(side, {}).get("content", "")
        if said and "-quote" not in said:
            return "".join(_strings(said))
        if self.text.styles.own.get(element, {}).get("quotes") == "none":
            return ""
        marks = _QUOTES.get(self.lang.lower().partition("-")[0], _USUAL_QUOTES)
        return marks[(2 if self.text.quoted % 2 else 0) + (side == "after")]

    def _tell_generated(self, element: Element, tag: str, side: str) -> None:
        """Tell the words and signs that a style sheet puts before or after an element."""
        said = self.text.styles.generated.get(element, {}).get(side, {})
        words = " ".join(_strings(said.get("content", ""))).strip() if said.get("display") != "none" else ""
        if tag != "q" and any(map(_says, words)):
            self.text.told.append(("unsupported", words))

    def _tell_marker(self, item: Element) -> None:
        """Tell what stands before an item that is neither a number known here nor a bullet."""
        self._tell_generated(item, "li", "marker")
        declared = self.text.declared_marker(item)
        words = [*_strings(declared), *(one for one in declared.split() if one.isidentifier() or "-" in one)]
        told = [one for one in words if any(map(_says, one)) and not is_known(one)]
        self.text.told += [("unsupported", one) for one in told if one not in _BULLETS][:1]

    def _leave_out(self, element: Element, reason: str) -> Iterator[Element]:
        """Gather a text that is left out; yield the elements within it that are seen after all."""
        whole = element in self.apart
        found: list[str] = []
        stack = [_nodes(element)]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
            elif isinstance(node, str):
                found.append(node)
            elif local_name(node) in _NO_TEXT or node.tag == "title":
                continue
            elif whole or node in self.unseen:
                found.append(" " if local_name(node) in BLOCKS or node.tag in CELLS else "")
                stack.append(_nodes(node))
            else:
                yield node
        if words := " ".join("".join(found).split()):
            self.text.left_out.append((reason, words))


def _pictured(element: Element, tag: str) -> Iterator[tuple[str, str]]:
    """Yield what an element shows that is no text of the page: a picture, another page, a field, a tick."""
    small = _DOTS & {element.get("width"), element.get("height")}
    if tag == "img" and element.get("alt") != "" and not small:
        yield "image", element.get("alt") or ""
    framed = element.get("title") or element.get("src") or element.get("srcdoc")
    if tag == "iframe" and framed and not small:
        yield "unsupported", framed
    kind = element.get("type", "").lower()
    if tag == "input" and kind in _BOXES:
        yield from (("form", shown) for key in ("value", "placeholder") if (shown := element.get(key)))
    if tag == "input" and kind in {"checkbox", "radio"}:
        yield "form", "☐" if element.get("checked") is None else "☑"


def _nodes(element: Element) -> Iterator[str | Element]:
    """Yield the texts and elements in an element, in order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _says(char: str) -> bool:
    """Tell whether a character says something: a letter, a figure, a sign of reckoning or of a currency."""
    return char.isalnum() or char in _SIGNS or unicodedata.category(char) == "Sc"


def _strings(content: str) -> Iterator[str]:
    """Yield the strings of a `content` declaration (CSS 2.1, 12.2), and counters as they are written."""
    for double, single, counter in _GENERATED.findall(content):
        yield counter or _ESCAPE.sub(_unescaped, double or single)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return (chr(code) if 0 < code < 0x110000 else "") if found[1] else found[2]  # noqa: PLR2004
