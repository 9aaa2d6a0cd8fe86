"""Judge what may change, hide or cover the quotations of a page: declarations, elements and attributes.

A quotation is judged with what belongs to it (number, attribution, translation, note) and all that it stands in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any
from xml.etree.ElementTree import Element

import cssselect2

from bronbrief.verify.cascade import Cascade, Matched, Scheme, of_colours
from bronbrief.verify.declarations import Reach, Values, allowed, substituted
from bronbrief.verify.quotations import plain, unmarked
from bronbrief.verify.stylesheets import Declaration, Rule, Stylesheet, read_declarations, read_stylesheet

_PSEUDO = frozenset({None, "before", "after", "marker", "first-line", "first-letter"})
_ELEMENTS = frozenset(
    """
    html body header main footer nav section article aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption
    thead tbody tfoot tr th td figure figcaption blockquote q a span em strong i b cite small sup sub abbr code time
    br wbr hr address bdi pre img
    """.split()  # noqa: SIM905
)
_ATTRIBUTES = frozenset(
    """
    class id lang dir href role title datetime cite scope colspan rowspan headers tabindex style property typeof
    prefix about resource rel hreflang alt src aria-label aria-labelledby aria-describedby start type
    """.split()  # noqa: SIM905
)
_OUT_OF_FLOW = frozenset({"skip", "unseen"})
"""Classes that templates have for what is for screen readers alone."""
_SCREEN = tuple(Scheme(dark=dark, contrast=more) for dark in (False, True) for more in (False, True))
_SCHEMES: Mapping[str, tuple[Scheme, ...]] = {
    "screen": (*_SCREEN, Scheme(print=True)),
    "print": (Scheme(print=True),),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What may show other words than the page has: in which style sheet and line, and the quotation that it meets.

    `sheet` counts the style sheets of the page from 0; None is an element or attribute of the page itself.
    """

    what: str
    words: str
    sheet: int | None = None
    line: int = 0


@dataclass(slots=True)
class _Page:
    """A page with what belongs to its quotations."""

    root: Element
    parents: dict[Element, Element] = field(default_factory=dict)
    reaches: dict[Element, Reach] = field(default_factory=dict)
    quotes: dict[Element, str] = field(default_factory=dict)

    def reach(self, element: Element) -> Reach:
        return self.reaches.get(element, Reach.OTHER)

    def words(self, element: Element) -> str:
        """Return the words of the quotation that an element is, belongs to or holds."""
        at: Element | None = element
        while at is not None:
            if at in self.quotes:
                return self.quotes[at]
            at = self.parents.get(at)
        held = next((one for one in element.iter() if one in self.quotes), None)
        return self.quotes[held] if held is not None else plain("".join(element.itertext()))


def judge(root: Element, sheets: Sequence[str], medium: str, trusted: int = 0) -> Iterator[Judged]:
    """Judge a page. `sheets` are its style sheets; of the first `trusted` ones only what reaches words counts."""
    page = _page(root)
    read = [read_stylesheet(text) for text in sheets]
    for number, sheet in enumerate(read[trusted:], start=trusted):
        yield from (Judged(name, "", number, line) for name, line in sheet.other)
    yield from _markup(page)
    own = {one: read_declarations(one.get("style", "")) for one in root.iter() if one.get("style")}
    known = _known(read, own)
    matched = _matched(root, tuple(sheets))
    yield from _declarations(page, matched, read, known)
    for element, declarations in own.items():
        for one in declarations:
            if not _harmless(one, page.reach(element), known) and not _numbers_a_list(element, one, page):
                yield Judged(f'style="{one.text}"', page.words(element))
    yield from _colours(page, matched, own, read, medium)


def style_sheets(root: Element) -> list[str]:
    """Return the style sheets that stand in a page, in order."""
    return ["".join(one.itertext()) for one in root.iter() if _tag(one) == "style"]


def _page(root: Element) -> _Page:
    page = _Page(root, {kid: parent for parent in root.iter() for kid in parent})
    for element in root.iter():
        if element.tag in ("blockquote", "q"):
            _mark_quotation(page, element)
        elif element.tag == "li" and _in_notes(page, element):
            _mark(page, element, Reach.PART)
            page.quotes.setdefault(element, plain("".join(element.itertext())))
    for element in tuple(page.reaches):
        at = page.parents.get(element)
        while at is not None and at not in page.reaches:
            page.reaches[at] = Reach.AROUND
            at = page.parents.get(at)
    return page


def _mark_quotation(page: _Page, element: Element) -> None:
    page.quotes[element] = unmarked(plain("".join(element.itertext())))
    _mark(page, element, Reach.WORDS)
    parent = page.parents.get(element)
    if element.tag != "blockquote" or parent is None:
        return
    page.reaches[element] = Reach.PART
    siblings = list(parent)
    at = siblings.index(element)
    for sibling in (*siblings[max(at - 1, 0) : at], *_until_next(siblings[at + 1 :])):
        _mark(page, sibling, Reach.PART)
        page.quotes.setdefault(sibling, page.quotes[element])


def _until_next(siblings: Sequence[Element]) -> Iterator[Element]:
    """Yield what stands after a quotation and belongs to it: two elements at most."""
    for one in siblings[:2]:
        if one.tag in ("blockquote", "section", "h2", "h3"):
            return
        yield one


def _mark(page: _Page, element: Element, reach: Reach) -> None:
    for one in element.iter():
        if page.reaches.get(one) is not Reach.WORDS:
            page.reaches[one] = reach


def _in_notes(page: _Page, element: Element) -> bool:
    at = page.parents.get(element)
    while at is not None:
        if at.get("role") == "doc-endnotes":
            return True
        at = page.parents.get(at)
    return False


def _tag(element: Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""


def _markup(page: _Page) -> Iterator[Judged]:
    """Name elements and attributes around and in quotations that may do more than mark up words."""
    for element, reach in page.reaches.items():
        tag = _tag(element)
        if not tag:
            continue
        if tag not in _ELEMENTS or (tag == "img" and reach is Reach.WORDS):
            yield Judged(f"<{tag}>", page.words(element))
        for name in element.keys():
            if not _known_attribute(page, str(name), element, reach):
                yield Judged(f"<{tag} {name}>", page.words(element))


def _known_attribute(page: _Page, name: str, element: Element, reach: Reach) -> bool:
    if name in ("start", "type"):
        return element.tag == "ol" and reach is Reach.AROUND and not _in_notes(page, element)
    if name == "role" and element.get("role") in ("presentation", "none"):
        return reach is Reach.AROUND
    if name.startswith("aria-") and reach is Reach.WORDS:
        return False
    return name in _ATTRIBUTES or name.startswith("data-")


def _known(
    read: Sequence[Stylesheet], own: Mapping[Element, Sequence[Declaration]]
) -> dict[str, list[Values]]:
    """Gather every value that a custom property is given anywhere."""
    known: dict[str, list[Values]] = {}
    declared = [one for sheet in read for rule in sheet.rules for one in rule.declarations]
    declared += [one for several in own.values() for one in several]
    for one in declared:
        if one.name.startswith("--"):
            known.setdefault(one.name, []).append(one.value)
    return known


@lru_cache(maxsize=16)
def _matcher(sheets: tuple[str, ...]) -> Any:
    matcher = cssselect2.Matcher()
    for text in sheets:
        for rule in read_stylesheet(text).rules:
            for selector in rule.selectors:
                matcher.add_selector(selector, rule)
    return matcher


def _matched(root: Element, sheets: tuple[str, ...]) -> dict[Element, Matched]:
    matcher = _matcher(sheets)
    wrapped = cssselect2.ElementWrapper.from_html_root(root)
    return {one.etree_element: tuple(matcher.match(one)) for one in wrapped.iter_subtree()}


def _declarations(
    page: _Page,
    matched: Mapping[Element, Matched],
    read: Sequence[Stylesheet],
    known: Mapping[str, Sequence[Values]],
) -> Iterator[Judged]:
    """Judge each rule once for each way in which it reaches an element."""
    homes = {id(rule): number for number, sheet in enumerate(read) for rule in sheet.rules}
    done: set[tuple[int, Reach]] = set()
    for element, found in matched.items():
        reach = page.reach(element)
        if reach is Reach.OTHER and (_out_of_flow(element, page) or _in_head(element, page)):
            continue
        for _, _, pseudo, rule in found:
            if pseudo not in _PSEUDO or (id(rule), reach) in done:
                continue
            done.add((id(rule), reach))
            for one in rule.declarations:
                if not _harmless(one, reach, known):
                    yield Judged(one.text, page.words(element), homes[id(rule)], one.line)


def _harmless(one: Declaration, reach: Reach, known: Mapping[str, Sequence[Values]]) -> bool:
    values = substituted(one.value, known)
    return bool(values) and all(allowed(one.name, value, reach) for value in values)


def _out_of_flow(element: Element, page: _Page) -> bool:
    at: Element | None = element
    while at is not None:
        if _OUT_OF_FLOW & set((at.get("class") or "").split()):
            return True
        at = page.parents.get(at)
    return False


def _in_head(element: Element, page: _Page) -> bool:
    """Tell whether an element stands in the head of the page, or is not shown at all."""
    at: Element | None = element
    while at is not None:
        if at.tag in ("head", "header"):
            return True
        at = page.parents.get(at)
    return False


def _numbers_a_list(element: Element, one: Declaration, page: _Page) -> bool:
    """Tell whether a style says at which number a list of the author's begins."""
    listed = element.tag == "ol" and not _in_notes(page, element)
    return listed and one.name == "counter-reset" and one.text.startswith("counter-reset: list-item ")


def _colours(
    page: _Page,
    matched: Mapping[Element, Matched],
    own: Mapping[Element, Sequence[Declaration]],
    read: Sequence[Stylesheet],
    medium: str,
) -> Iterator[Judged]:
    """Name the declarations that give words of a quotation, or what belongs to one, the colour of their ground."""
    lines = {
        id(one): (number, one.line)
        for number, sheet in enumerate(read)
        for rule in sheet.rules
        for one in rule.declarations
    }
    told: set[int] = set()
    matched = of_colours(matched)
    for scheme in _SCHEMES[medium]:
        cascade = Cascade(scheme, matched, page.parents, own)
        for element, reach in page.reaches.items():
            if reach is Reach.AROUND or not "".join(element.itertext()).strip():
                continue
            found = [(lines.get(id(one), (len(read), 0)), one) for one in cascade.unreadable(element)]
            if not found:
                continue
            (sheet, line), one = max(
                found, key=itemgetter(0)
            )  # the last of a colour and its ground is the new one
            if id(one) not in told:
                told.add(id(one))
                yield Judged(one.text, page.words(element), sheet if sheet < len(read) else None, line)


__all__ = ["Judged", "Rule", "judge", "style_sheets"]
