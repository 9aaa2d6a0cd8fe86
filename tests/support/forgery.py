"""Change one character of a finished PDF: in what is drawn, in what the drawing is said to mean."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

QUOTING = {"/BlockQuote", "/Quote"}
CODE = 2


@dataclass(frozen=True)
class Glyph:
    """One glyph of a quotation: its page, the instruction and string that show it, and where in it."""

    page: int
    instruction: int
    piece: int
    at: int
    font: str
    code: int


def quoted_glyphs(data: bytes) -> tuple[Glyph, ...]:
    """Return every glyph that the quotations of a PDF draw, in the order of the pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        wanted = set(_marked(pdf.Root.StructTreeRoot, None, inside=False))
        return tuple(
            glyph for number, page in enumerate(pdf.pages) for glyph in _glyphs(number, page, wanted)
        )


def draw_other(data: bytes, glyph: Glyph, code: int) -> bytes:
    """Draw another glyph in the place of one."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[glyph.page]
        instructions: list[Any] = list(pikepdf.parse_content_stream(page))
        one = instructions[glyph.instruction]
        pieces = list(one.operands[0])
        text = bytes(pieces[glyph.piece])
        pieces[glyph.piece] = pikepdf.String(
            text[: glyph.at] + code.to_bytes(CODE, "big") + text[glyph.at + CODE :]
        )
        instructions[glyph.instruction] = pikepdf.ContentStreamInstruction(
            [pikepdf.Array(pieces)], pikepdf.Operator("TJ")
        )
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
        return _saved(pdf)


def say_other(data: bytes, glyph: Glyph, text: str, code: int | None = None) -> bytes:
    """Let the ToUnicode map of a glyph's font say another text for it, or for another of its glyphs."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        font = pdf.pages[glyph.page].resources["/Font"][glyph.font]
        cmap = bytes(font.ToUnicode.read_bytes())
        line = re.compile(rb"(<%04x>\s*)<[0-9a-f]+>" % (glyph.code if code is None else code), re.IGNORECASE)
        changed, count = line.subn(rb"\1<" + text.encode("utf-16-be").hex().encode() + rb">", cmap)
        assert count, "the map has no line for this glyph"
        font.ToUnicode = pdf.make_stream(changed)
        return _saved(pdf)


def say_actual(data: bytes, text: str) -> bytes:
    """Let the block quotations of a PDF say a text of their own (ActualText) over what they draw."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        quotes = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/BlockQuote"
        ]
        for quote in quotes:
            for kid in quote.K if isinstance(quote.K, pikepdf.Array) else [quote.K]:
                kid.ActualText = pikepdf.String(text)
        assert quotes
        return _saved(pdf)


def before_all(data: bytes, operators: bytes) -> bytes:
    """Put operators before the content of every page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_add(operators, prepend=True)
        return _saved(pdf)


def texts_of(data: bytes, glyph: Glyph) -> dict[int, str]:
    """Return what the map of a glyph's font says of each of its glyphs."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        cmap = bytes(pdf.pages[glyph.page].resources["/Font"][glyph.font].ToUnicode.read_bytes())
    pairs = re.findall(rb"<([0-9a-f]{4})>\s*<([0-9a-f]+)>", cmap, re.IGNORECASE)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _marked(element: Any, page: Any, *, inside: bool) -> Iterator[tuple[tuple[int, int], int]]:
    page = element.get("/Pg", page)
    inside = inside or str(element.get("/S", "")) in QUOTING
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/MCR":
                if inside:
                    yield kid.get("/Pg", page).objgen, int(kid.MCID)
            elif kid.get("/Type") != "/OBJR":
                yield from _marked(kid, page, inside=inside)
        elif inside:
            yield page.objgen, int(kid)


def _glyphs(number: int, page: pikepdf.Page, wanted: set[tuple[tuple[int, int], int]]) -> Iterator[Glyph]:
    marks: list[int | None] = []
    font = ""
    for at, one in enumerate(pikepdf.parse_content_stream(page)):
        operator = str(one.operator)
        if operator in ("BDC", "BMC"):
            named = operator == "BDC" and isinstance(one.operands[1], pikepdf.Dictionary)
            marks.append(int(one.operands[1]["/MCID"]) if named and "/MCID" in one.operands[1] else None)
        elif operator == "EMC":
            marks.pop()
        elif operator == "Tf":
            font = str(one.operands[0])
        elif operator == "TJ":
            mcid = next((mark for mark in reversed(marks) if mark is not None), None)
            if (page.obj.objgen, mcid) in wanted:
                yield from _codes(number, at, one.operands[0], font)


def _codes(number: int, instruction: int, operand: Any, font: str) -> Iterator[Glyph]:
    for piece, text in enumerate(operand):
        if isinstance(text, pikepdf.String):
            codes = bytes(text)
            for at in range(0, len(codes), CODE):
                code = int.from_bytes(codes[at : at + CODE], "big")
                yield Glyph(number, instruction, piece, at, font, code)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, compress_streams=False)
    return out.getvalue()
