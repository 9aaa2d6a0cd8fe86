"""Judge what may change, hide or cover the quotations of a page: declarations, elements and attributes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from xml.etree.ElementTree import Element

from bronbrief.verify.cascade import Cascade, Matched, Scheme, legible, of_colours
from bronbrief.verify.declarations import OTHERS, Reach, allowed, lies_small, substituted
from bronbrief.verify.matching import known_values, matched_rules
from bronbrief.verify.quoted_page import QuotedPage, quoted_page, tag_of
from bronbrief.verify.stylesheets import Declaration, Rule, Stylesheet, read_declarations, read_stylesheet
from bronbrief.verify.tokens import Values, words
from bronbrief.verify.values import content
from bronbrief.verify.web_page import ASIDE

_BOXES = frozenset({None, "before", "after", "marker", "details-content"})
"""Pseudo-elements that are boxes; any other gives letters colours that are not worked out."""
_COLOURS = frozenset({"color", "background", "background-color"})
_LYING = frozenset({"absolute", "fixed", "sticky"})
_MARKUP = """
html body header main footer nav section article aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd
table caption thead tbody tfoot tr th td figure figcaption blockquote q a span em strong i b cite
small sup sub abbr code time br wbr hr address bdi pre img
"""
_TITLES = frozenset("h1 h2 h3 h4 h5 h6 figcaption caption".split())
"""The author's words, which a style may add none to."""
_ELEMENTS = frozenset(_MARKUP.split())
_IN_WORDS = frozenset({"p", "em", "br", "wbr", "span", "bdi", "blockquote", "q"})
"""Elements in quotations: what marks words up there changes them."""
_SAID = """
class id lang dir href role title datetime cite scope colspan rowspan headers tabindex style
property typeof prefix about resource rel hreflang alt src aria-label aria-labelledby
aria-describedby start type
"""
_ATTRIBUTES = frozenset(_SAID.split())
_QUOTING = frozenset({"blockquote", "q"})
_OF_QUOTATIONS = frozenset({"class", "id", "lang", "dir", "style", "data-excerpt"})
_OUT_OF_FLOW = ASIDE | {("a", "skip"), ("thead", "wide-only")}
_SCREEN = tuple(Scheme(dark=dark, contrast=more) for dark in (False, True) for more in (False, True))
_SCHEMES: Mapping[str, tuple[Scheme, ...]] = {
    "screen": (*_SCREEN, Scheme(print=True)),
    "print": (Scheme(print=True),),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What may show other words than the page has: in which style sheet and line, and what it meets.

    `sheet` counts the style sheets of the page from 0; None is an element or attribute of the page.
    `look` is the condition under which a page looks so, as in a media query; empty for every reader.
    """

    what: str
    words: str
    sheet: int | None = None
    line: int = 0
    look: str = ""


def judge(root: Element, sheets: Sequence[str], medium: str) -> Iterator[Judged]:
    """Judge a page. `sheets` are its style sheets; running heads of paper are held against its words."""
    page = quoted_page(root)
    read = [read_stylesheet(text) for text in sheets]
    for number, sheet in enumerate(read):
        of_paper = {"@page"} if medium == "print" else ()
        yield from (Judged(name, "", number, line) for name, line in sheet.other if name not in of_paper)
    yield from _markup(page)
    own = {one: read_declarations(one.get("style", "")) for one in root.iter() if one.get("style")}
    known = known_values(read, own)
    matched = matched_rules(root, tuple(sheets))
    yield from _declarations(page, matched, read, known)
    yield from _marked(page, matched)
    yield from _covers(page, matched, read) if medium == "screen" else ()  # of paper, what is drawn tells
    for element, declarations in own.items():
        for one in declarations:
            if not _harmless(one, page.reach(element), known) and not _numbers_a_list(element, one, page):
                yield Judged(f'style="{one.text}"', page.words(element))
    yield from _colours(page, matched, own, read, medium)


def style_sheets(root: Element) -> list[str]:
    """Return the style sheets that stand in a page, in order."""
    return ["".join(one.itertext()) for one in root.iter() if tag_of(one) == "style"]


def _markup(page: QuotedPage) -> Iterator[Judged]:
    """Name elements and attributes around and in quotations that may do more than mark up words."""
    for element in page.root.iter("details"):
        if not (element in page.reaches or _folds_notes(element, page) or says_again(element, page)):
            yield Judged("<details>", page.words(element))
    for element, reach in page.reaches.items():
        tag = tag_of(element)
        if not tag:
            yield Judged("<!-- -->", "")
            continue
        known = _IN_WORDS if reach is Reach.WORDS else _ELEMENTS
        inner = tag in _QUOTING and any(one.tag in _QUOTING for one in page.up(page.parents[element]))
        if inner or (tag not in known and not _folds_notes(element, page)):
            yield Judged(f"<{tag}>", page.words(element))
        for name in element.attrib:
            if not _known_attribute(page, name, element, reach):
                yield Judged(f"<{tag} {name}>", page.words(element))


def _folds_notes(element: Element, page: QuotedPage) -> bool:
    """Tell whether an element folds the notes, all of them: a link to a note unfolds it."""
    above = page.parents.get(element)
    if element.tag == "summary" and above is not None:
        return _folds_notes(above, page)
    return element.tag == "details" and above is not None and above.get("role") == "doc-endnotes"


def _known_attribute(page: QuotedPage, name: str, element: Element, reach: Reach) -> bool:
    if element.tag in _QUOTING:
        way = element.get("cite") if name == "cite" else None
        return name in _OF_QUOTATIONS or any(one.get("href") == way for one in page.root.iter("a") if way)
    if name in ("start", "type"):
        return element.tag == "ol" and reach is Reach.AROUND and not page.in_notes(element)
    if name == "role" and element.get("role") in ("presentation", "none"):
        return reach is Reach.AROUND
    if reach is Reach.WORDS and (name.startswith("aria-") or name in ("title", "role", "tabindex")):
        return False
    return name in _ATTRIBUTES or name.startswith("data-")


def _declarations(
    page: QuotedPage,
    matched: Mapping[Element, Matched],
    read: Sequence[Stylesheet],
    known: Mapping[str, Sequence[Values]],
) -> Iterator[Judged]:
    """Judge each rule once for each way in which it reaches an element."""
    homes = {id(rule): number for number, sheet in enumerate(read) for rule in sheet.rules}
    done: set[tuple[int, Reach]] = set()
    for element, found in matched.items():
        reach = page.reach(element)
        rules = [rule for *_, rule in found]
        if reach in OTHERS and _out_of_flow(element, page) and (_lies(rules) or not _in_head(element, page)):
            continue
        for _, _, pseudo, rule in found:
            if (id(rule), reach) in done:
                continue
            done.add((id(rule), reach))
            for one in rule.declarations:
                hidden = (
                    pseudo not in _BOXES
                    and reach not in OTHERS
                    and one.name in _COLOURS
                    and not legible(rule.declarations)
                )
                added = one.name == "content" and tag_of(element) in _TITLES and not content(one.value)
                if hidden or added or not _harmless(one, reach, known):
                    yield Judged(one.text, page.words(element), homes[id(rule)], one.line)


def _marked(page: QuotedPage, matched: Mapping[Element, Matched]) -> Iterator[Judged]:
    """Name quotations around which a browser sets marks of its own, beside those that the page has."""
    for element in page.root.iter("q"):
        rules = (rule for _, _, pseudo, rule in matched[element] if not (pseudo or rule.media or rule.moment))
        if not any(one.name == "quotes" for rule in rules for one in rule.declarations):
            yield Judged("quotes: auto", page.words(element))
            return


def _covers(
    page: QuotedPage, matched: Mapping[Element, Matched], read: Sequence[Stylesheet]
) -> Iterator[Judged]:
    """Judge what is taken out of the flow beside quotations: it may lie over them."""
    homes = {id(rule): number for number, sheet in enumerate(read) for rule in sheet.rules}
    for element, found in matched.items():
        rules = [rule for *_, rule in found]
        if not _lies(rules) or page.reach(element) not in OTHERS or not _out_of_flow(element, page):
            continue
        aside = _is_out_of_flow(element)
        for rule in rules:
            for one in rule.declarations:
                if not lies_small(one.name, one.value, ground=aside):
                    yield Judged(one.text, page.words(element), homes[id(rule)], one.line)


def _lies(rules: Sequence[Rule]) -> bool:
    """Tell whether rules take an element out of the flow, to lie upon a page."""
    return any(
        one.name == "position" and _LYING & set(words(one.value))
        for rule in rules
        for one in rule.declarations
    )


def _harmless(one: Declaration, reach: Reach, known: Mapping[str, Sequence[Values]]) -> bool:
    values = substituted(one.value, known)
    return bool(values) and all(allowed(one.name, value, reach) for value in values)


def _out_of_flow(element: Element, page: QuotedPage) -> bool:
    """Tell whether an element is for screen readers alone, stands in the head, or is not shown."""
    return says_again(element, page) or any(one.tag in ("head", "header") for one in page.up(element))


def _in_head(element: Element, page: QuotedPage) -> bool:
    return not says_again(element, page) and any(one.tag == "header" for one in page.up(element))


def says_again(element: Element, page: QuotedPage) -> bool:
    """Tell whether an element is for screen readers alone, or says what stands elsewhere too."""
    return any(one.get("role") == "doc-backlink" or _is_out_of_flow(one) for one in page.up(element))


def _is_out_of_flow(element: Element) -> bool:
    return (element.tag, (element.get("class") or "").partition(" ")[0]) in _OUT_OF_FLOW


def _numbers_a_list(element: Element, one: Declaration, page: QuotedPage) -> bool:
    """Tell whether a style says at which number a list of the author's begins."""
    listed = element.tag == "ol" and not page.in_notes(element)
    return listed and one.name == "counter-reset" and one.text.startswith("counter-reset: list-item ")


def _colours(
    page: QuotedPage,
    matched: Mapping[Element, Matched],
    own: Mapping[Element, Sequence[Declaration]],
    read: Sequence[Stylesheet],
    medium: str,
) -> Iterator[Judged]:
    """Name the declarations that give words the colour of their ground, in quotations and beside them."""
    lines = {
        id(one): (number, one.line)
        for number, sheet in enumerate(read)
        for rule in sheet.rules
        for one in rule.declarations
    }
    told: set[int] = set()
    belongs = frozenset({Reach.WORDS, Reach.PART})
    for scheme, element, declared in unreadable(page, matched, own, medium, belongs):
        found = [(lines.get(id(one), (len(read), 0)), one) for one in declared]
        (sheet, line), one = max(
            found, key=itemgetter(0)
        )  # the last of a colour and its ground is the new one
        if id(one) not in told:
            told.add(id(one))
            home = sheet if sheet < len(read) else None
            yield Judged(one.text, page.words(element), home, line, scheme.look)


def unreadable(
    page: QuotedPage,
    matched: Mapping[Element, Matched],
    own: Mapping[Element, Sequence[Declaration]],
    medium: str,
    reaches: frozenset[Reach],
) -> Iterator[tuple[Scheme, Element, tuple[Declaration, ...]]]:
    """Yield elements with words as good as invisible, in which scheme, and by which declarations."""
    matched = of_colours(matched)
    elements = _one_of_each_kind(page, matched, own, reaches)
    for scheme in _SCHEMES[medium]:
        cascade = Cascade(scheme, matched, page.parents, own)
        for element in elements:
            if declared := cascade.unreadable(element):
                yield scheme, element, declared


def _one_of_each_kind(
    page: QuotedPage,
    matched: Mapping[Element, Matched],
    own: Mapping[Element, Sequence[Declaration]],
    reaches: frozenset[Reach],
) -> list[Element]:
    """Return the elements with words whose colours may differ: one of those that the same rules reach."""
    kinds: dict[tuple[object, ...], int] = {}
    kind_of: dict[Element, int] = {}
    chosen: dict[int, Element] = {}
    for element in page.root.iter():
        rules = tuple((id(rule), pseudo) for _, _, pseudo, rule in matched.get(element, ()))
        above = kind_of.get(page.parents[element], -1) if element in page.parents else -1
        key = (above, rules, id(element) if element in own else 0)
        kind = kind_of[element] = kinds.setdefault(key, len(kinds))
        if kind not in chosen and page.reach(element) in reaches and "".join(element.itertext()).strip():
            chosen[kind] = element
    return list(chosen.values())
