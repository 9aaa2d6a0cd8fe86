"""A web page to the text that people read: its main part, a blank line between blocks, and its metadata."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import tinyhtml5

from bronbrief.intake.html_facts import page_facts
from bronbrief.intake.html_notes import drop_note_calls
from bronbrief.intake.html_shape import CELLS, HEADINGS, is_row, join_blocks

DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "nav",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "dialog",
        "head",
        "input",
        "textarea",
        "menu",
        "map",
    ]
)
OUTSIDE = frozenset(["header", "footer"])
ROLES = frozenset(["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"])
BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_NOTICE = re.compile(
    r"\b(?:cookie|consent|breadcrumb|skip-?link|social-?share|(?:share|sharing)[-_]?(?:bar|buttons?|icons?|links?)\b"
    r"|deel[-_]?knoppen\b)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LEAST = 200
_SHARE = 0.4
_CELL = " | "


def read_page(page: bytes | str) -> tuple[str, dict[str, str], tuple[str, ...]]:
    """Return the text of a page, the facts that it states by key of a record, and calls to notes left out."""
    root = tinyhtml5.parse(page, namespace_html_elements=False)
    calls = drop_note_calls(root)
    text = _Text()
    text.read(_main_part(root))
    return join_blocks(text.blocks, text.levels), page_facts(root), calls


def _main_part(root: Element) -> Element:
    """Return the one <main>, else the one large <article>, else the body."""
    body = root.find("body")
    whole = root if body is None else body
    size = _Text().read(whole)
    mains = [one for one in root.iter() if one.tag == "main" or one.get("role") == "main"]
    for found in (mains, list(root.iter("article"))):
        if len(found) == 1 and _Text().read(found[0]) >= max(_SHARE * size, min(_LEAST, size)):
            return found[0]
    return whole


@dataclass(slots=True)
class _Text:
    """Gathers blocks; walks with a stack of its own, for pages may be nested deeper than Python calls.

    `levels` are those of the blocks that are headings, by index; `within` counts the rows and headings that
    are being read, whose words stay on one line.
    """

    blocks: list[str] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    line: list[str] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    opening: str = ""
    within: int = 0

    def read(self, top: Element) -> int:
        """Read an element, and return the number of characters found."""
        stack = [_steps(self, top, inside=top.tag in {"main", "article"})]
        while stack:
            below = next(stack[-1], None)
            if below is None:
                stack.pop()
            else:
                stack.append(_steps(self, *below))
        self.end_block()
        return sum(map(len, self.blocks))

    def end_block(self) -> None:
        """Close the block at hand: white space squeezed, line breaks kept, doubled ones opening another."""
        if self.within:
            self.line.append(" ")
            return
        text = "".join(self.line)
        self.line.clear()
        for part in re.split(r"\x00\s*\x00[\s\x00]*", text):
            lines = [_SPACE.sub(" ", line).strip() for line in part.split("\x00")]
            block = "\n".join(line for line in lines if line).strip(" |")
            if block:
                self.blocks.append(self.opening + block)
                self.opening = ""

    def open_list(self, tag: str) -> None:
        """Begin to count where a list opens, and begin an item with its number, or a dash."""
        if tag in {"ol", "ul"}:
            self.counters.append(0 if tag == "ul" else 1)
        if tag != "li":
            return
        opening = "- "
        if self.counters and self.counters[-1]:
            opening = f"{self.counters[-1]}. "
            self.counters[-1] += 1
        if self.within:
            self.line.append(opening)
        else:
            self.opening = opening

    def end_heading(self, level: int) -> None:
        """Close a heading, if it has words."""
        self.opening, count = "", len(self.blocks)
        self.end_block()
        if len(self.blocks) > count:
            self.levels[count] = level


def _steps(text: _Text, element: Element, inside: bool) -> Iterator[tuple[Element, bool]]:  # noqa: FBT001
    """Read an element's own text, and yield the elements to read before what follows them."""
    tag = element.tag if isinstance(element.tag, str) else ""
    inside = inside or tag in {"main", "article"}
    if tag == "br":
        text.line.append(" " if text.within else "\x00")
    block = tag in BLOCKS
    if block:
        text.end_block()
    level = 0 if text.within else HEADINGS.get(tag, 0)
    alone = bool(level) or (tag == "tr" and is_row(element))
    text.within += alone
    text.open_list(tag)
    text.line.append(_own(element.text, tag))
    for child in element:
        if not _dropped(child, inside=inside):
            if child.tag in CELLS and "".join(text.line).strip():
                text.line.append(_CELL)
            yield child, inside
        text.line.append(_own(child.tail, tag))
    text.within -= alone
    if level:
        text.end_heading(level)
    elif block:
        text.end_block()
    if tag in {"ol", "ul"} and text.counters:
        text.counters.pop()
        text.opening = ""


def _own(text: str | None, tag: str) -> str:
    plain = (text or "").replace("\x00", "")
    return plain.replace("\n", "\x00") if tag == "pre" else plain


def _dropped(element: Element, *, inside: bool) -> bool:
    """Tell whether an element is not part of the text: scripts, navigation, what is hidden, notices."""
    tag = element.tag
    if not isinstance(tag, str) or tag in DROPPED or (tag in OUTSIDE and not inside):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or element.get("role") in ROLES or _NOTICE.search(names) is not None
