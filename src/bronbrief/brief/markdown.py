"""The door of the Markdown library: the author's text to sanitised HTML, references still as tokens.

Markdown here is paragraphs, emphasis, links, lists, block quotations, code, tables and headings below the
section's own. There is no raw HTML, no images and no way to set attributes. nh3 cleans the result; what the
brief itself adds (quotations, calls to notes) is put in afterwards and never passes through either library.
"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from bronbrief.brief.emphasis import EMPHASIS
from bronbrief.brief.lint import Fault, knot, lint
from bronbrief.brief.markdown_lines import lay_out, number_items
from bronbrief.brief.model import Prose
from bronbrief.brief.references import ALONE, CLOSE, OPEN, TOKEN, Kind, Marked, Reference, mark

TAGS = set("p em strong ul ol li a code br hr h3 h4 h5 h6 table thead tbody tr th td".split())
ATTRIBUTES = {"a": {"href", "title"}, "th": {"scope"}, "ol": {"start"}, "li": {"value"}}
SIDES = {"right", "center"}
"""Classes of the cells in a column that its author sets to one side; left is how all others stand."""
SCHEMES = {"http", "https", "mailto"}
DEEPEST = 6

_ALONE = re.compile(f"<p>{ALONE}([0-9]+){CLOSE}</p>")
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)
_BARE = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_TYPED = re.compile(r"(?m)^[ ]{0,3}>.*$")
_HEADING = re.compile(r"h[1-6]")
_LEFT = re.compile(r"(?<![\d*])\*\*+(?!\*)|\*\*+(?![\d*])|~~+(?:[^~\n]+~~+)?|(?<!\S)\*(?=\w)")
"""Marks that Markdown has left in a text: they have no other end, or a space where none may be."""
_SIDE = re.compile(rf"text-align: ({'|'.join(sorted(SIDES))})")


@dataclass(frozen=True, slots=True)
class InternalLink:
    """A link to a place in the brief itself, at characters `start` to `end` of the Markdown text."""

    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A Markdown text, read: sanitised HTML in pieces, split where a quotation stands alone.

    Tokens in the HTML stand for `references`.
    """

    pieces: tuple[str | Reference, ...]
    references: tuple[Reference, ...]
    links: tuple[InternalLink, ...]
    faults: tuple[Fault, ...]


def parse(text: str, level: int | None) -> Parsed:
    """Read Markdown as blocks in a section whose heading has this level.

    With `level` None the text is a phrase: headings are refused, no quotation is set off, and a single
    paragraph loses its `p`.
    """
    marked = mark(text)
    audit = _Audit(marked, level)
    if complex_at := knot(text):
        return Parsed((), marked.references, (), (complex_at,))
    try:
        raw = _convert(marked.text, audit)
    except RecursionError:
        return Parsed((), marked.references, (), (Fault("markdown-too-complex", 0, min(len(text), 1)),))
    clean = nh3.clean(
        raw,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes={"th": SIDES, "td": SIDES},
        url_schemes=SCHEMES,
        link_rel=None,
    ).strip()
    if level is None and (single := _ONE_PARAGRAPH.fullmatch(clean)):
        clean = single[1]
    pieces = tuple(_pieces(clean, marked.references))
    return Parsed(pieces, marked.references, tuple(audit.links), (*lint(text), *audit.faults))


def fill(piece: str, references: tuple[Reference, ...], render: Callable[[Reference], Prose]) -> Prose:
    """Put what `render` gives in the place of each token, in reading order.

    White space before a call to a note goes, so that the number stands against its word.
    """
    rendered = [(match, render(references[int(match[1])])) for match in TOKEN.finditer(piece)]
    shown = iter([made.html for _, made in rendered])
    spoken = iter([made.plain for _, made in rendered])
    calls = re.compile(f"((?<!\\s)\\s+|){TOKEN.pattern}")

    def put(values: Iterator[str]) -> Callable[[re.Match[str]], str]:
        def one(match: re.Match[str]) -> str:
            is_call = references[int(match[2])].kind is Kind.CITATION
            return ("" if is_call else match[1]) + next(values)

        return one

    bare = html.unescape(nh3.clean(piece, tags=set()))
    plain = calls.sub(put(spoken), bare).strip()
    return Prose(calls.sub(put(shown), piece), re.sub(r"(?<![ \t])[ \t]*\n\s*", "\n", plain))


def _pieces(clean: str, references: tuple[Reference, ...]) -> Iterator[str | Reference]:
    for number, part in enumerate(_ALONE.split(clean)):
        if number % 2:
            yield references[int(part)]
        elif part.strip():
            yield part.strip()


def _convert(text: str, audit: "_Audit") -> str:
    """Convert a text with the one converter of this process; one that broke off is not used again."""
    converter = _converter()
    converter.treeprocessors.register(audit, "audit", 5)
    try:
        return str(converter.reset().convert(text))
    except BaseException:
        _converter.cache_clear()
        raise


@cache
def _converter() -> markdown.Markdown:
    """Make a converter that knows only what this module's text allows."""

    class Limits(Extension):
        def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 the library's name
            md.preprocessors.deregister("html_block")
            for name in ("code", "setextheader", "reference"):
                md.parser.blockprocessors.deregister(name)
            for name in (
                "reference", "image_link", "image_reference", "short_reference", "short_image_ref",
                "automail", "html",
            ):  # fmt: skip
                md.inlinePatterns.deregister(name)
            md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "@"]
            for name in ("em_strong", "em_strong2"):
                md.inlinePatterns.deregister(name, strict=False)
            for number, (tag, pattern) in enumerate(EMPHASIS):
                md.inlinePatterns.register(
                    SimpleTagInlineProcessor(pattern, tag), f"{tag}{number}", 60 - number
                )
            md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)
            md.preprocessors.register(Lines(md), "lines", 5)

    class Lines(Preprocessor):
        def run(self, lines: list[str]) -> list[str]:
            return lay_out(lines)

    return markdown.Markdown(extensions=["tables", "sane_lists", Limits()], tab_length=4)


class _Audit(Treeprocessor):
    """Walk the finished tree: refuse what may not stand there, and set apart quotations that stand alone."""

    def __init__(self, marked: Marked, level: int | None) -> None:
        super().__init__()
        self.marked = marked
        self.level = level
        self.last = level or 0
        self.cursor = 0
        self.faults: list[Fault] = []
        self.links: list[InternalLink] = []

    def run(self, root: Element) -> None:
        """Audit the whole tree, in reading order."""
        for items in root.iter("ol"):
            number_items(items)
        for element in root.iter():
            for name, value in element.attrib.items():
                element.set(name, self.marked.restore(value))
            self._element(element)
            self._marks_left(element)
        for child in list(root) if self.level is not None else ():
            self._set_apart(root, child)

    def _element(self, element: Element) -> None:
        if element.tag == "code":
            element.text = html.escape(self.marked.restore(html.unescape(element.text or "")), quote=False)
        elif element.tag == "a":
            self._link(element)
        elif element.tag == "blockquote":
            self.faults.append(Fault("quotation-typed", *self._find(_TYPED)))
        elif element.tag in ("th", "td"):
            _cell(element)
        elif _HEADING.fullmatch(element.tag):
            self._heading(element)

    def _marks_left(self, element: Element) -> None:
        """Report marks of emphasis that would print as they were typed."""
        text = "\n".join((element.text or "" if element.tag != "code" else "", element.tail or ""))
        for left in _LEFT.finditer(text):
            followed = text[left.start() : left.end() + 12].partition("\n")[0]
            at = self.marked.text.find(followed)
            at = self.marked.text.find(left[0]) if at < 0 else at
            if at >= 0:
                start, end = self.marked.origin(at), self.marked.origin(at + len(left[0]))
                is_strike = left[0].startswith("~")
                code = "markdown-strike" if is_strike else "markdown-mark-left"
                self.faults.append(Fault(code, start, end, {"mark": "~~" if is_strike else left[0]}))

    def _set_apart(self, root: Element, child: Element) -> None:
        """Give quotations their own paragraphs where a paragraph holds nothing else, one a line."""
        lines = "".join(child.itertext()).strip().split("\n") if child.tag == "p" else [""]
        tokens = [TOKEN.fullmatch(line.strip()) for line in lines]
        alone = [token for token in tokens if token and self._is_quotation(token)]
        if len(alone) < len(lines) or len(child):
            for one in (self.marked.references[int(token[1])] for token in alone):
                self.faults.append(Fault("quotation-not-apart", one.start, one.end, {"text": one.literal}))
            return
        at = list(root).index(child)
        root.remove(child)
        for line in reversed(lines):
            own = Element("p")
            own.text, own.tail = line.strip().replace(OPEN, ALONE), "\n"
            root.insert(at, own)

    def _is_quotation(self, token: re.Match[str]) -> bool:
        return self.marked.references[int(token[1])].kind is Kind.QUOTATION

    def _heading(self, element: Element) -> None:
        level = int(element.tag[1])
        start, end = self._find(re.compile(rf"(?m)^[ >]*\#{{{level}}}(?!\#).*$"))
        if self.level is None:
            self.faults.append(Fault("markdown-heading-not-here", start, end))
        elif not self.level < level <= self.last + 1:
            expected = "#" * min(self.last + 1, DEEPEST)
            params = {"found": "#" * level, "expected": expected}
            self.faults.append(Fault("heading-level-skipped", start, end, params))
        else:
            self.last = level

    def _link(self, element: Element) -> None:
        href, text = element.get("href", ""), "".join(element.itertext())
        start, end = self._find(re.compile(rf"(?<=\[){re.escape(text)}(?=\])|(?<=<){re.escape(text)}(?=>)"))
        if TOKEN.search(text):
            self.faults.append(Fault("citation-in-link", start, end))
        if href.startswith("#") and len(href) > 1:
            self.links.append(InternalLink(href[1:], start, end))
        elif not _allowed(href):
            self.faults.append(Fault("link-refused", start, end, {"address": href or "-"}))
        elif not text.strip():
            self.faults.append(Fault("link-text-missing", start, end, {"address": href}))
        elif _BARE.fullmatch(text.strip()):
            self.faults.append(Fault("link-text-bare", start, end, {"text": text.strip()}))

    def _find(self, pattern: re.Pattern[str]) -> tuple[int, int]:
        """Return where the author wrote what the tree holds next, or the whole text if that is unclear."""
        match = pattern.search(self.marked.text, self.cursor) or pattern.search(self.marked.text)
        if match is None or match.start() == match.end():
            return 0, self.marked.origin(len(self.marked.text))
        self.cursor = match.end()
        return self.marked.origin(match.start()), self.marked.origin(match.end())


def _cell(element: Element) -> None:
    """Say what a head is a head of, and to which side a column is set."""
    if element.tag == "th":
        element.set("scope", "col")
    side = _SIDE.search(element.attrib.pop("style", ""))
    if side:
        element.set("class", side[1])


def _allowed(href: str) -> bool:
    """Tell whether an address is one that a brief may link to."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or (parts.scheme == "mailto" and parts.path))
