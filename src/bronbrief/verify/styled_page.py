"""A page with its styles: which declarations reach which elements, and which values each may have."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

import cssselect2

from bronbrief.verify.cascade import Matched
from bronbrief.verify.declarations import substituted
from bronbrief.verify.quoted_page import QuotedPage, quoted_page
from bronbrief.verify.stylesheets import Declaration, Stylesheet, read_declarations, read_stylesheet
from bronbrief.verify.tokens import Values


@dataclass(frozen=True, slots=True)
class StyledPage:
    """A page, its style sheets in order, what its elements declare themselves, and what reaches each."""

    page: QuotedPage
    sheets: Sequence[Stylesheet]
    own: Mapping[Element, Sequence[Declaration]]
    matched: Mapping[Element, Matched]
    _homes: Mapping[int, int]
    _known: Mapping[str, Sequence[Values]]

    def home(self, one: Declaration) -> int | None:
        """Return in which style sheet a declaration stands, counted from 0; None for an element's own."""
        return self._homes.get(id(one))

    def always(self, one: Declaration, harmless: Callable[[str, Values], bool]) -> bool:
        """Tell whether a declaration is harmless with each of the values that it may have."""
        values = substituted(one.value, lambda name: self._known.get(name, ()))
        return bool(values) and all(harmless(one.name, value) for value in values)


def styled_page(root: Element, texts: Sequence[str]) -> StyledPage:
    """Work out which rules of some style sheets reach which elements of a page."""
    sheets = [read_stylesheet(text) for text in texts]
    own = {one: read_declarations(one.get("style", "")) for one in root.iter() if one.get("style")}
    declared = [(number, one) for number, sheet in enumerate(sheets) for one in _declared(sheet)]
    homes = {id(one): number for number, one in declared}
    known: dict[str, list[Values]] = {}
    for one in (*(one for _, one in declared), *(one for several in own.values() for one in several)):
        if one.name.startswith("--"):
            known.setdefault(one.name, []).append(one.value)
    return StyledPage(quoted_page(root), sheets, own, matched_rules(root, tuple(texts)), homes, known)


def _declared(sheet: Stylesheet) -> Iterator[Declaration]:
    return (one for rule in sheet.rules for one in rule.declarations)


@lru_cache(maxsize=16)
def _matcher(sheets: tuple[str, ...]) -> cssselect2.Matcher:
    matcher = cssselect2.Matcher()
    for text in sheets:
        for rule in read_stylesheet(text).rules:
            for selector in rule.selectors:
                matcher.add_selector(selector, rule)
    return matcher


def matched_rules(
    root: Element, sheets: tuple[str, ...], tags: Container[object] | None = None
) -> dict[Element, Matched]:
    """Return the rules of style sheets that reach each element of a page, or each with one of some tags."""
    matcher = _matcher(sheets)
    wrapped = cssselect2.ElementWrapper.from_html_root(root)
    wanted = (one for one in wrapped.iter_subtree() if tags is None or one.etree_element.tag in tags)
    return {one.etree_element: tuple(matcher.match(one)) for one in wanted}
