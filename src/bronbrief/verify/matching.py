"""Which rules of style sheets reach which elements of a page, and which values properties of its own have."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

import cssselect2

from bronbrief.verify.cascade import Matched
from bronbrief.verify.stylesheets import Declaration, Stylesheet, read_stylesheet
from bronbrief.verify.tokens import Values


def known_values(
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
def _matcher(sheets: tuple[str, ...]) -> cssselect2.Matcher:
    matcher = cssselect2.Matcher()
    for text in sheets:
        for rule in read_stylesheet(text).rules:
            for selector in rule.selectors:
                matcher.add_selector(selector, rule)
    return matcher


def matched_rules(root: Element, sheets: tuple[str, ...]) -> dict[Element, Matched]:
    """Return the rules of style sheets that reach each element of a page."""
    matcher = _matcher(sheets)
    wrapped = cssselect2.ElementWrapper.from_html_root(root)
    return {one.etree_element: tuple(matcher.match(one)) for one in wrapped.iter_subtree()}
