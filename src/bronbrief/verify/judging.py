"""Judge what may change, hide or cover the quotations of a page: declarations, elements and attributes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bronbrief.verify.allow_lists import allow_list
from bronbrief.verify.cascade import Cascade, Matched, Scheme, legible, of_colours
from bronbrief.verify.declarations import OTHERS, Reach, allowed, lies_small
from bronbrief.verify.quoted_page import QuotedPage, tag_of
from bronbrief.verify.styled_page import StyledPage, styled_page
from bronbrief.verify.stylesheets import Declaration, Rule
from bronbrief.verify.tokens import words
from bronbrief.verify.values import content
from bronbrief.verify.web_page import ASIDE

_BOXES = frozenset({None, "before", "after", "marker", "details-content"})
"""Pseudo-elements that are boxes; any other gives letters colours that are not worked out."""
_COLOURS = frozenset({"color", "background", "background-color"})
_LYING = frozenset({"absolute", "fixed", "sticky"})
_TITLES = frozenset("h1 h2 h3 h4 h5 h6 figcaption caption".split())
"""The author's words, which a style may add none to."""
_QUOTING = frozenset({"blockquote", "q"})
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
    styled = styled_page(root, sheets)
    page = styled.page
    for number, sheet in enumerate(styled.sheets):
        of_paper = {"@page"} if medium == "print" else ()
        yield from (Judged(name, "", number, line) for name, line in sheet.other if name not in of_paper)
    yield from _markup(page)
    yield from _declarations(styled)
    yield from _marked(styled)
    yield from _covers(styled) if medium == "screen" else ()  # of paper, what is drawn tells
    for element, declarations in styled.own.items():
        for one in declarations:
            if not _harmless(styled, one, page.reach(element)) and not _numbers_a_list(element, one, page):
                yield Judged(f'style="{one.text}"', page.words(element))
    yield from _colours(styled, medium)


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
        known = allow_list("page", "in_words" if reach is Reach.WORDS else "elements")
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
        return name in allow_list("page", "of_quotations") or any(
            one.get("href") == way for one in page.root.iter("a") if way
        )
    if name in ("start", "type"):
        return element.tag == "ol" and reach is Reach.AROUND and not page.in_notes(element)
    if name == "role" and element.get("role") in ("presentation", "none"):
        return reach is Reach.AROUND
    if reach is Reach.WORDS and (name.startswith("aria-") or name in ("title", "role", "tabindex")):
        return False
    return name in allow_list("page", "attributes") or name.startswith("data-")


def _declarations(styled: StyledPage) -> Iterator[Judged]:
    """Judge each rule once for each way in which it reaches an element."""
    page = styled.page
    done: set[tuple[int, Reach]] = set()
    for element, found in styled.matched.items():
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
                if hidden or added or not _harmless(styled, one, reach):
                    yield Judged(one.text, page.words(element), styled.home(one), one.line)


def _marked(styled: StyledPage) -> Iterator[Judged]:
    """Name quotations around which a browser sets marks of its own, beside those that the page has."""
    for element in styled.page.root.iter("q"):
        found = styled.matched[element]
        rules = (rule for _, _, pseudo, rule in found if not (pseudo or rule.media or rule.moment))
        if not any(one.name == "quotes" for rule in rules for one in rule.declarations):
            yield Judged("quotes: auto", styled.page.words(element))
            return


def _covers(styled: StyledPage) -> Iterator[Judged]:
    """Judge what is taken out of the flow beside quotations: it may lie over them."""
    page = styled.page
    for element, found in styled.matched.items():
        rules = [rule for *_, rule in found]
        if not _lies(rules) or page.reach(element) not in OTHERS or not _out_of_flow(element, page):
            continue
        aside = _is_out_of_flow(element)
        for rule in rules:
            for one in rule.declarations:
                if not lies_small(one.name, one.value, ground=aside):
                    yield Judged(one.text, page.words(element), styled.home(one), one.line)


def _lies(rules: Sequence[Rule]) -> bool:
    """Tell whether rules take an element out of the flow, to lie upon a page."""
    return any(
        one.name == "position" and _LYING & set(words(one.value))
        for rule in rules
        for one in rule.declarations
    )


def _harmless(styled: StyledPage, one: Declaration, reach: Reach) -> bool:
    return styled.always(one, lambda name, value: allowed(name, value, reach))


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


def _colours(styled: StyledPage, medium: str) -> Iterator[Judged]:
    """Name the declarations that give words the colour of their ground, in quotations and beside them."""

    def place(one: Declaration) -> tuple[int, int]:
        home = styled.home(one)
        return (len(styled.sheets), 0) if home is None else (home, one.line)

    told: set[int] = set()
    for scheme, element, declared in unreadable(styled, medium, frozenset({Reach.WORDS, Reach.PART})):
        one = max(declared, key=place)  # the last of a colour and its ground is the new one
        if id(one) not in told:
            told.add(id(one))
            yield Judged(one.text, styled.page.words(element), styled.home(one), one.line, scheme.look)


def unreadable(
    styled: StyledPage, medium: str, reaches: frozenset[Reach]
) -> Iterator[tuple[Scheme, Element, tuple[Declaration, ...]]]:
    """Yield elements with words as good as invisible, in which scheme, and by which declarations."""
    matched = of_colours(styled.matched)
    elements = _one_of_each_kind(styled, matched, reaches)
    for scheme in _SCHEMES[medium]:
        cascade = Cascade(scheme, matched, styled.page.parents, styled.own)
        for element in elements:
            if declared := cascade.unreadable(element):
                yield scheme, element, declared


def _one_of_each_kind(
    styled: StyledPage, matched: Mapping[Element, Matched], reaches: frozenset[Reach]
) -> list[Element]:
    """Return the elements with words whose colours may differ: one of those that the same rules reach."""
    page = styled.page
    kinds: dict[tuple[object, ...], int] = {}
    kind_of: dict[Element, int] = {}
    chosen: dict[int, Element] = {}
    for element in page.root.iter():
        rules = tuple((id(rule), pseudo) for _, _, pseudo, rule in matched.get(element, ()))
        above = kind_of.get(page.parents[element], -1) if element in page.parents else -1
        key = (above, rules, id(element) if element in styled.own else 0)
        kind = kind_of[element] = kinds.setdefault(key, len(kinds))
        if kind not in chosen and page.reach(element) in reaches and "".join(element.itertext()).strip():
            chosen[kind] = element
    return list(chosen.values())
