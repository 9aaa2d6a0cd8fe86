"""Rewrite the marks in a page's content: what is content, what is an artifact, and what the words are.

The engine writes one marked-content sequence for each piece of text. Here neighbours in one element become
one sequence, artifacts get their kind, a hyphen at a line's end becomes a soft hyphen, the space between
two lines is put back, and text drawn in other letters than the document's carries them as ActualText.
"""

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pydyf

from bronbrief.pdf.engine_types import PdfObject
from bronbrief.pdf.logical_order import RIGHT_TO_LEFT, in_logical_order
from bronbrief.pdf.tree import Artifact, Node, Run

SOFT_HYPHEN = "\u00ad"
ToUnicode = Mapping[str, Mapping[int, str]]
"""For each font name in the content, the text of each glyph."""

Widths = Mapping[str, Mapping[int, float]]
"""For each font name in the content, the width of each glyph, in thousandths of its size."""

_FONT = re.compile(rb"/(\S+) \S+ Tf$")
_CODE = struct.Struct(">H")
_HEX = re.compile(rb"<([0-9a-f]*)>")
_LAST_GLYPH = re.compile(rb"\[(.*)<([0-9a-f]*)([0-9a-f]{4})>(?:-?[\d.]+)?\] TJ$", re.DOTALL)


@dataclass(slots=True)
class PagePlan:
    """What each mark of the engine on one page stands for: content with its element, or an artifact."""

    runs: dict[int, tuple[Node, Run]] = field(default_factory=dict)
    artifacts: dict[int, Artifact] = field(default_factory=dict)


def rewrite(
    items: Sequence[PdfObject], plan: PagePlan, glyphs: ToUnicode, widths: Widths
) -> tuple[list[PdfObject], list[Node]]:
    """Return the content with its marks rewritten, and the element of each MCID, in order.

    Sets `mcid` on every run that the content holds.
    """
    page = _Page(plan, glyphs, widths)
    start = 0
    for begin, end, mcid in _marks(items):
        page.out.extend(items[start : begin - 2])
        page.add(mcid, list(items[begin + 1 : end]))
        start = end + 1
    page.out.extend(items[start:])
    return page.out, page.owners


def _marks(items: Sequence[PdfObject]) -> Iterator[tuple[int, int, int]]:
    """Yield where each marked sequence begins (its BDC) and ends (its EMC), and its MCID."""
    begin, mcid, depth = 0, -1, 0
    for place, item in enumerate(items):
        if item in (b"BMC", b"BDC"):
            opens = item == b"BDC" and isinstance(items[place - 1], dict) and "MCID" in items[place - 1]
            if depth == 0 and opens:
                begin, mcid, depth = place, items[place - 1]["MCID"], 1
            elif depth:
                depth += 1
        elif item == b"EMC" and depth:
            depth -= 1
            if depth == 0:
                yield begin, place, mcid


@dataclass(slots=True)
class _Page:
    plan: PagePlan
    glyphs: ToUnicode
    widths: Widths
    out: list[PdfObject] = field(default_factory=list)
    owners: list[Node] = field(default_factory=list)
    last: tuple[Node, Run, int] | None = None
    """The run written last, and how long the content was then: a neighbour joins it."""

    def add(self, mcid: int, body: list[PdfObject]) -> None:
        """Write one marked sequence of the engine's as what it is."""
        if mcid in self.plan.runs:
            self._content(*self.plan.runs[mcid], body)
        elif not any(_is_show(item) or _is_object(item) for item in body):
            self.out.extend(body)  # a space that is not drawn: only colours, which what follows may need
        else:
            self._artifact(self.plan.artifacts[mcid], body)

    def _artifact(self, artifact: Artifact, body: list[PdfObject]) -> None:
        if not artifact.kind:
            self.out.extend(["/Artifact", b"BMC", *body, b"EMC"])
            return
        properties = pydyf.Dictionary({"Type": "/Pagination"})
        if artifact.kind in ("Header", "Footer"):
            properties["Subtype"] = f"/{artifact.kind}"
        self.out.extend(["/Artifact", properties, b"BDC", *body, b"EMC"])

    def _content(self, node: Node, run: Run, body: list[PdfObject]) -> None:
        if RIGHT_TO_LEFT.search(run.text):
            body = in_logical_order(body, run.text, self.glyphs, self.widths) or body
        actual = _mend(run, body, self.glyphs) if run.shown else ""
        if self.last is not None and not actual and self._joins(node, run):
            self.out.pop()
            run.mcid = self.last[1].mcid
        else:
            run.mcid = len(self.owners)
            self.owners.append(node)
            properties = pydyf.Dictionary({"MCID": run.mcid})
            if actual:
                properties["ActualText"] = pydyf.String(actual)
            self.out.extend([f"/{node.type}", properties, b"BDC"])
        self.out.extend([*body, b"EMC"])
        self.last = None if actual else (node, run, len(self.out))

    def _joins(self, node: Node, run: Run) -> bool:
        """Tell whether a run follows the one before it both in the content and in the element."""
        if self.last is None:
            return False
        before, earlier, length = self.last
        if before is not node or length != len(self.out):
            return False
        return node.kids.index(run) == node.kids.index(earlier) + 1


def _is_show(item: PdfObject) -> bool:
    return isinstance(item, bytes) and item.endswith(b"TJ")


def _is_object(item: PdfObject) -> bool:
    return isinstance(item, bytes) and item.endswith((b" Do", b"S", b"f", b"B", b"f*", b"sh"))


def _mend(run: Run, body: list[PdfObject], glyphs: ToUnicode) -> str:
    """Make a text say what the document says; return its ActualText, or nothing where the glyphs say it."""
    drawn, font, show = "", b"", -1
    for place, item in enumerate(body):
        if not isinstance(item, bytes):
            continue
        if match := _FONT.match(item):
            font = match[1]
        elif _is_show(item):
            drawn, show = drawn + _decode(item, glyphs[font.decode()]), place
    if show < 0 or _folded(drawn) != _folded(run.text + run.shown[-1:] * run.hyphen):
        return run.text + (SOFT_HYPHEN if run.hyphen else " " * run.space)
    if run.hyphen:
        body[show : show + 1] = _soften(body[show])
    elif run.dropped:
        space = next((glyph for glyph, text in glyphs[font.decode()].items() if text == " "), None)
        if space is None:
            return run.text + " "
        body[show] = body[show][: -len(b"] TJ")] + b"<%04x>] TJ" % space
    return ""


def _soften(show: bytes) -> list[PdfObject]:
    """Split the last glyph off a text and mark it as a soft hyphen."""
    match = _LAST_GLYPH.match(show)
    if match is None:
        raise ValueError(f"no glyph to split off: {show!r}")
    head, word, hyphen = match.groups()
    before = [b"[" + head + (b"<" + word + b">" if word else b"") + b"] TJ"] if head or word else []
    soft = pydyf.Dictionary({"ActualText": pydyf.String(SOFT_HYPHEN)})
    return [*before, "/Span", soft, b"BDC", b"[<" + hyphen + b">] TJ", b"EMC"]


def _decode(show: bytes, glyphs: Mapping[int, str]) -> str:
    codes = bytes.fromhex(b"".join(_HEX.findall(show)).decode())
    return "".join([glyphs.get(code, "\ufffd") for (code,) in _CODE.iter_unpack(codes)])


def _folded(text: str) -> str:
    """Return text with all white space alike: one glyph often serves both kinds of space."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())
