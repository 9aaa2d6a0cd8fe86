"""Equations of Word (ECMA-376, 22.1) as text on a line: a/b, x², √(x), ∑_(i=1)^(n) x."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.intake.raised import scripted
from bronbrief.intake.word.package import descend
from bronbrief.intake.word.styles import value

_OFF = frozenset(["0", "off", "false"])


@dataclass(frozen=True, slots=True)
class Equation:
    """Writes equations.

    `run` gives the text of a run, and of what is no part of an equation; `hide` takes what nobody sees.
    """

    run: Callable[[Element], str]
    hide: Callable[[Element], None]

    def write(self, element: Element | None) -> str:
        """Return the text of an element and of what is in it."""
        text, before = "", ""
        for child in element if element is not None else ():
            text = joined(text, self._one(child), apart="m:f" in {child.tag, before})
            before = child.tag
        return text

    def part(self, element: Element, name: str) -> str:
        """Return the text of a part of a structure, such as its numerator."""
        return self.write(element.find(f"m:{name}"))

    def parts(self, element: Element) -> list[str]:
        """Return the texts of the elements of a structure."""
        return [self.write(one) for one in element.findall("m:e")]

    def _one(self, element: Element) -> str:
        tag = element.tag
        if tag in _STRUCTURES:
            return _STRUCTURES[tag](self, element)
        if tag == "m:phant" and _said(element, "show", "1") in _OFF:
            self.hide(element)
            return ""
        if tag == "m:r" or not tag.startswith("m:"):
            return self.run(element)
        return "" if tag.endswith("Pr") else self.write(element)


def joined(left: str, right: str, *, apart: bool = False) -> str:
    """Put two pieces of an equation together, with a space where two numbers would become one.

    `apart` tells that one of them is a fraction, which nothing before it or behind it may join.
    """
    numbers = left[-1:].isdigit() and right[:1].isdigit()
    touching = left[-1:].isalnum() and (right[:1].isalnum() or right[:1] == "(")
    return f"{left} {right}" if numbers or (apart and touching) else left + right


def _said(element: Element, name: str, default: str = "") -> str:
    return value(descend(element, f"{element.tag}Pr/m:{name}"), default)


def _fraction(equation: Equation, element: Element) -> str:
    line = " " if _said(element, "type") == "noBar" else "/"
    return f"{_grouped(equation.part(element, 'num'))}{line}{_grouped(equation.part(element, 'den'))}"


def _scripts(equation: Equation, element: Element) -> str:
    """Write what is raised and lowered behind its base, or before it."""
    before = element.tag == "m:sPre"
    text = "" if before else _grouped(equation.part(element, "e"))
    text += _script(equation.part(element, "sub"), "_") + _script(equation.part(element, "sup"), "^")
    return joined(text, equation.part(element, "e")) if before else text


def _root(equation: Equation, element: Element) -> str:
    return f"{_script(equation.part(element, 'deg'), '^')}√({equation.part(element, 'e')})"


def _sum(equation: Equation, element: Element) -> str:
    limits = _script(equation.part(element, "sub"), "_") + _script(equation.part(element, "sup"), "^")
    return f"{_said(element, 'chr', '∫')}{limits} {equation.part(element, 'e')}"


def _bracketed(equation: Equation, element: Element) -> str:
    inner = _said(element, "sepChr", "|").join(equation.parts(element))
    return f"{_said(element, 'begChr', '(')}{inner}{_said(element, 'endChr', ')')}"


def _matrix(equation: Equation, element: Element) -> str:
    return f"[{'; '.join(', '.join(equation.parts(row)) for row in element.findall('m:mr'))}]"


def _limit(equation: Equation, element: Element) -> str:
    script = "_" if element.tag == "m:limLow" else "^"
    return equation.part(element, "e") + _script(equation.part(element, "lim"), script)


def _marked(equation: Equation, element: Element) -> str:
    """Write an accent, a line or a brace, each a mark that combines with what comes before."""
    line = "\u0305" if _said(element, "pos") == "top" else "\u0332"
    default = {"m:acc": "\u0302", "m:bar": line, "m:groupChr": "\u23df"}[element.tag]
    return equation.part(element, "e") + _said(element, "chr", default)


def _grouped(text: str) -> str:
    plain = text.replace(",", "").replace(".", "")
    whole = text[:1] == "(" and text.find(")") == len(text) - 1
    return text if not text.strip() or plain.isalnum() or whole else f"({text})"


def _script(text: str, script: str) -> str:
    return scripted("x", text, script) if text else ""


_STRUCTURES: Mapping[str, Callable[[Equation, Element], str]] = {
    "m:f": _fraction,
    **dict.fromkeys(["m:sSup", "m:sSub", "m:sSubSup", "m:sPre"], _scripts),
    "m:rad": _root,
    "m:nary": _sum,
    "m:d": _bracketed,
    "m:func": lambda equation, one: f"{equation.part(one, 'fName')}({equation.part(one, 'e')})",
    "m:m": _matrix,
    "m:eqArr": lambda equation, one: "\n".join(equation.parts(one)),
    **dict.fromkeys(["m:limLow", "m:limUpp"], _limit),
    **dict.fromkeys(["m:acc", "m:bar", "m:groupChr"], _marked),
}
