"""Writes the page that a word processor's document shows: what is read of it is then read as HTML."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

MARK = "data-left-out"
"""Names, on a page written here, why an element is not its text."""
_MATH = frozenset(
    """
    math mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mfenced
    mtable mtr mtd mstyle mpadded mphantom semantics menclose mmultiscripts
    """.split()
)
TAB, LINE = "\u2003", "\u2028"
"""Stand for a tab, which keeps numbers apart, and for a line break; other white space is as in HTML."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text is shown: CSS, `sup` or `sub`, struck, in capitals, or for a reason not at all."""

    css: str = ""
    script: str = ""
    struck: bool = False
    capitals: bool = False
    reason: str = ""


PLAIN = Look()


@dataclass(slots=True)
class PageWriter:
    """Writes paragraphs, runs and what lies beside them; all that it is given is shown as text.

    `added` is what the page has that is no letter of the document, such as numbers that are computed.
    """

    parts: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _tag: str = ""
    _look: Look = PLAIN
    _run: list[str] = field(default_factory=list)
    _after: list[str] = field(default_factory=list)
    _around: list[tuple[list[str], str, list[str], bool]] = field(default_factory=list)
    _joins: bool = False

    @property
    def goes_on(self) -> bool:
        """Tell whether the next paragraph goes on with the one before."""
        return self._joins and bool(self._tag)

    @property
    def is_open(self) -> bool:
        """Tell whether a paragraph is open."""
        return bool(self._tag)

    def open(self, tag: str = "div", css: str = "") -> None:
        """Begin a paragraph, unless it goes on with the one before."""
        if self.goes_on:
            self._joins = False
            return
        self.close()
        self._tag = tag
        self.parts.append(f"<{tag}{_styled(css)}>")

    def close(self, *, joins: bool = False) -> None:
        """End the paragraph that is open; `joins` says that the next one goes on with it."""
        self.flush()
        self._joins = joins and bool(self._tag)
        if not self._joins:
            if self._tag:
                self.parts.append(f"</{self._tag}>")
            self.parts += self._after
            self._tag, self._after = "", []

    def markup(self, text: str) -> None:
        """Write the tags of a table and the like, between paragraphs."""
        self.close()
        self.parts.append(text)

    def inline(self, text: str) -> None:
        """Write tags within a paragraph."""
        self.flush()
        self.parts.append(text)

    def text(self, words: str, look: Look = PLAIN) -> None:
        """Write a run of text; without a paragraph around it, it is one by itself."""
        look = Look(reason=look.reason) if look.reason else look
        if look != self._look:
            self.flush()
            self._look = look
        self._run.append(words)

    def add(self, words: str, look: Look = PLAIN) -> None:
        """Write what the document shows without having it in letters."""
        self.added.append(words)
        self.text(words, look)

    def tell(self, reason: str, words: str) -> None:
        """Leave out what the document does not have in letters."""
        self.flush()
        self.add(words, Look(reason=reason))
        self.flush()

    def open_aside(self) -> None:
        """Begin what lies beside the text: a note or a frame."""
        self.flush()
        self._around.append((self.parts, self._tag, self._after, self._joins))
        self.parts, self._tag, self._after, self._joins = [], "", [], False

    def close_aside(self) -> str:
        """End what lies beside the text, and return it."""
        self.close()
        written = "".join(self.parts)
        self.parts, self._tag, self._after, self._joins = self._around.pop()
        return written

    def open_note(self, label: str) -> None:
        """Begin a note behind the text, with its number before it."""
        self.open_aside()
        if label:
            self.open()
            self.add(f"{label}.{TAB}")
            self.close(joins=True)

    def close_note(self) -> None:
        """End a note."""
        self.notes.append(self.close_aside())

    def put_after(self, aside: str) -> None:
        """Put what lies beside the text behind the paragraph that is open."""
        (self._after if self._tag else self.parts).append(aside)

    def page(self, head: str = "", css: str = "") -> str:
        """Return the page as written, its notes behind the text."""
        self.close()
        body = "".join([*self.parts, *self.notes])
        return f"<!doctype html><html><head>{head}</head><body{_styled(css)}>{body}</body></html>"

    def flush(self) -> None:
        """End the run of text at hand."""
        words, look = "".join(self._run), self._look
        self._run.clear()
        if not words:
            return
        shown = escaped(words.upper() if look.capitals else words)
        if look.reason:
            shown = f'<span {MARK}="{look.reason}">{shown}</span>'
        if look.css:
            shown = f"<span{_styled(look.css)}>{shown}</span>"
        if look.struck:
            shown = f"<s>{shown}</s>"
        self.parts.append(f"<{look.script}>{shown}</{look.script}>" if look.script else shown)


def escaped(text: str) -> str:
    """Write text as HTML, without characters that XML has not."""
    plain = _CONTROLS.sub("", text)
    return html.escape(plain).replace(LINE, "<br>")


def _styled(css: str) -> str:
    return f' style="{html.escape(css)}"' if css else ""


def mathml(formula: Element) -> str:
    """Write a formula, whatever the prefix of its elements, without what only says how it was typed."""
    return "".join(_mathml(formula))


def _mathml(element: Element) -> Iterator[str]:
    name = re.split("[:}]", element.tag)[-1]
    tag = name if name in _MATH else "mrow"
    yield f"<{tag}>{escaped((element.text or '').strip())}"
    for child in element:
        if isinstance(child.tag, str) and not child.tag.endswith(("annotation", "annotation-xml")):
            yield from _mathml(child)
        yield escaped((child.tail or "").strip())
    yield f"</{tag}>"
