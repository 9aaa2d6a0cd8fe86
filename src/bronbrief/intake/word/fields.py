"""Fields of Word (ECMA-376, 17.16): which text is their code, and what those show that keep no result."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.intake.numerals import shown_symbol
from bronbrief.intake.word.package import descend
from bronbrief.intake.word.styles import is_on, number, value

_SYMBOL = re.compile(
    r'SYMBOL\s+(?P<code>0x[0-9A-Fa-f]+|\d+)(?:.*?\\f\s++"?(?P<font>[^"\\]{1,99}?)"?\s{0,9}(?:\\|\Z))?',
    re.DOTALL,
)
_BUTTON = re.compile(r"(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(?P<text>.*)", re.DOTALL)
# Fields that Word works out each time, and may keep no result of.
_COMPUTED = re.compile(
    r"(?:EQ|AUTONUM\w*|LISTNUM|DISPLAYBARCODE|MERGEBARCODE|BARCODE|INCLUDEPICTURE|PAGE|NUMPAGES|SECTIONPAGES)\b"
)
# Fields that show nothing, or nothing before they are worked out for the first time.
_SILENT = re.compile(
    r"(?:\Z|(?:XE|TC|TA|RD|SET|ASK|FILLIN|NEXT|NEXTIF|SKIPIF|PRIVATE|ADVANCE|HYPERLINK|TOC|TOA|INDEX"
    r"|BIBLIOGRAPHY|FORM\w+|CONTROL|EMBED|SHAPE)\b)"
)


@dataclass(slots=True)
class Field:
    """A field that has begun: its code as far as read, whether its result is being read and shows."""

    begin: Element
    code: str = ""
    in_result: bool = False
    shows: bool = False

    @property
    def calls_note(self) -> bool:
        """Tell whether it repeats the call to a note."""
        return self.code.split()[:1] == ["NOTEREF"]

    def stands_for(self) -> tuple[str, str]:
        """Return what the field shows where it keeps no result, and what it shows that is not known here."""
        if self.shows:
            return "", ""
        ticked = descend(self.begin, "w:ffData/w:checkBox")
        if ticked is not None:
            state = ticked.find("w:checked")
            state = state if state is not None else ticked.find("w:default")
            return ("☒" if is_on(state) else "☐"), ""
        choices = descend(self.begin, "w:ffData/w:ddList")
        if choices is not None:
            entries = [value(one) for one in choices.findall("w:listEntry")]
            chosen = number(value(choices.find("w:result"), value(choices.find("w:default"))))
            return (entries[chosen] if 0 <= chosen < len(entries) else ""), ""
        typed = descend(self.begin, "w:ffData/w:textInput/w:default")
        if typed is not None:
            return value(typed), ""
        return self.of_code(" ".join(self.code.split()), kept=self.in_result)

    @staticmethod
    def of_code(code: str, *, kept: bool = True) -> tuple[str, str]:
        """Return what a code without a result shows, and the code itself where that is not known here.

        A result that was `kept` and is empty shows nothing; where there never was one, one may yet come.
        """
        symbol, button = _SYMBOL.match(code), _BUTTON.match(code)
        if symbol:
            char = chr(min(int(symbol["code"], 0), 0xFFFF))
            shown = shown_symbol(symbol["font"] or "", char)
            return shown or "", "" if shown else code
        if button:
            return button["text"], ""
        waits = not kept and not _SILENT.match(code.upper())
        return "", code if waits or _COMPUTED.match(code) else ""


def paired(story: Element) -> frozenset[int]:
    """Return the identities of the beginnings, middles and ends of fields that belong together in a story."""
    found: set[int] = set()
    open_fields: list[list[Element]] = []
    for one in story.iter("w:fldChar"):
        kind = one.get("w:fldCharType")
        if kind == "begin":
            open_fields.append([one])
        elif open_fields:
            open_fields[-1].append(one)
            if kind == "end":
                found |= {id(char) for char in open_fields.pop()}
    return frozenset(found)
