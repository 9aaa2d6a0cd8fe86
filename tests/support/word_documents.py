"""Word documents at random, each word in them another, with what a reader sees of each in either version."""

from dataclasses import dataclass, field, replace
from itertools import count

from hypothesis import strategies as st

from support.documents import para, run, word

_HIDDEN = (
    "<w:vanish/>",
    '<w:color w:val="FFFFFF"/>',
    '<w:sz w:val="1"/>',
    '<w:rStyle w:val="Weg"/>',
    '<w:highlight w:val="black"/>',
    "<w14:textFill><w14:noFill/></w14:textFill>",
)
_LOOKS = (
    "",
    "<w:b/>",
    "<w:caps/>",
    "<w:webHidden/>",
    '<w:vertAlign w:val="superscript"/>',
    '<w:color w:val="auto"/>',
)
_CHAR = '<w:fldChar w:fldCharType="{}"/>'
_AROUND = (
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:smartTag>{}</w:smartTag>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="REF a">{}</w:fldSimple>',
    f"<w:r>{_CHAR.format('begin')}{_CHAR.format('separate')}</w:r>{{}}<w:r>{_CHAR.format('end')}</w:r>",
    "<w:customXml>{}</w:customXml>",
    '<w:dir w:val="rtl">{}</w:dir>',
    '<w:bdo w:val="rtl">{}</w:bdo>',
    "<w:nieuw>{}</w:nieuw>",
    "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
    "<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
)
_EQUATIONS = (
    "<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>",
    "<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>",
    "<m:sSub><m:e>{}</m:e><m:sub>{}</m:sub></m:sSub>",
    "<m:rad><m:deg>{}</m:deg><m:e>{}</m:e></m:rad>",
    "<m:nary><m:sub>{}</m:sub><m:e>{}</m:e></m:nary>",
    "<m:d><m:e>{}</m:e><m:e>{}</m:e></m:d>",
    "<m:func><m:fName>{}</m:fName><m:e>{}</m:e></m:func>",
    "<m:m><m:mr><m:e>{}</m:e><m:e>{}</m:e></m:mr></m:m>",
    "<m:limLow><m:e>{}</m:e><m:lim>{}</m:lim></m:limLow>",
    "<m:eqArr><m:e>{}</m:e><m:e>{}</m:e></m:eqArr>",
    "<m:nieuw>{}{}</m:nieuw>",
)
_PARAGRAPHS = (
    "",
    '<w:pStyle w:val="Kop1"/>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:rPr><w:del/></w:rPr>",
    "<w:rPr><w:ins/></w:rPr>",
)
_STYLES = (
    '<w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="Artikel %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@dataclass
class Made:
    """A document, and its words: those seen in either version, and those that stand in running text."""

    body: str = ""
    data: bytes = field(default=b"", repr=False)
    accepted: dict[str, bool] = field(default_factory=dict)
    rejected: dict[str, bool] = field(default_factory=dict)
    running: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Where:
    """In which versions a word is seen, whether in running text, and how deep things may still be nested."""

    depth: int = 2
    accepted: bool = True
    rejected: bool = True
    running: bool = True

    @property
    def below(self) -> "_Where":
        return replace(self, depth=self.depth - 1)


_NOWHERE = _Where(accepted=False, rejected=False, running=False)


class _Maker:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.made = Made()
        self.numbers = count(1)
        self.notes: list[str] = []
        self.plain = (self._shown, self._shown, self._hidden, self._struck)
        self.nesting = (self._new, self._gone, self._equation, self._box, self._note, self._around)

    def pick(self, options: tuple[str, ...]) -> str:
        return self.draw(st.sampled_from(options))

    def word(self, where: _Where) -> str:
        number = next(self.numbers)
        made = "q" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03d}") + "z"
        self.made.accepted[made], self.made.rejected[made] = where.accepted, where.rejected
        self.made.running += [made] if where.running else []
        return made

    def inline(self, where: _Where) -> str:
        return self.draw(st.sampled_from(self.plain + (self.nesting if where.depth else ())))(where)

    def _shown(self, where: _Where) -> str:
        return run(self.word(where), self.pick(_LOOKS))

    def _hidden(self, _: _Where) -> str:
        return run(self.word(_NOWHERE), self.pick(_HIDDEN))

    def _struck(self, where: _Where) -> str:
        return run(self.word(replace(where, accepted=False)), "<w:strike/>")

    def _new(self, where: _Where) -> str:
        name = self.pick(("w:ins", "w:moveTo"))
        return f"<{name}>{self.inline(replace(where.below, rejected=False))}</{name}>"

    def _gone(self, where: _Where) -> str:
        name = self.pick(("w:del", "w:moveFrom"))
        inside = self.inline(replace(where.below, accepted=False))
        return f"<{name}>{inside.replace('w:t ', 'w:delText ').replace('</w:t>', '</w:delText>')}</{name}>"

    def _equation(self, where: _Where) -> str:
        parts = (f"<m:r><m:t>{self.word(where)}</m:t></m:r>" for _ in "ab")
        return f"<m:oMath>{self.pick(_EQUATIONS).format(*parts)}</m:oMath>"

    def _box(self, where: _Where) -> str:
        content = f"<w:txbxContent>{para(self.inline(replace(where.below, running=False)))}</w:txbxContent>"
        new = f"<w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing>"
        old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        choice = f"<mc:Choice Requires='wps'>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
        return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"

    def _note(self, where: _Where) -> str:
        if not where.running:
            return self._shown(where)
        self.notes.append(para(self.inline(replace(where, depth=0, running=False))))
        return f'<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'

    def _around(self, where: _Where) -> str:
        return self.pick(_AROUND).replace("{}", "".join(self.inline(where.below) for _ in "ab"))

    def paragraph(self) -> str:
        inside = [self.inline(_Where()) for _ in range(self.draw(st.integers(1, 4)))]
        return para(*inside, properties=self.pick(_PARAGRAPHS))

    def block(self, depth: int) -> str:
        kind = self.draw(st.integers(0, 5 if depth else 2))
        if kind <= 2:
            return self.paragraph()
        if kind == 3:
            return f"<w:sdt><w:sdtContent>{self.block(depth - 1)}</w:sdtContent></w:sdt>"
        cells = [[self.block(depth - 1) + para() for _ in "ab"] for _ in "ab"]
        rows = "".join("<w:tr>" + "".join(f"<w:tc>{one}</w:tc>" for one in row) + "</w:tr>" for row in cells)
        return f"<w:tbl>{rows}</w:tbl>"


@st.composite
def documents(draw: st.DrawFn) -> Made:
    """Make a document of paragraphs and tables; what is unseen in a version is so for a reason that holds."""
    maker = _Maker(draw)
    body = "".join(maker.block(2) for _ in range(draw(st.integers(1, 4)))) + para(maker.word(_Where()))
    notes = (f'<w:footnote w:id="{at}">{note}</w:footnote>' for at, note in enumerate(maker.notes, 1))
    maker.made.body = body
    maker.made.data = word(
        body,
        parts={
            "word/styles.xml": _STYLES,
            "word/numbering.xml": _NUMBERING,
            "word/footnotes.xml": "".join(notes),
            "word/comments.xml": f"<w:comment>{para(maker.word(_NOWHERE))}</w:comment>",
            "word/header1.xml": para(maker.word(_NOWHERE)),
        },
    )
    return maker.made
