"""What a style may do to an author's own words: an allow-list as well; all else counts as not checked.

These words are nobody's but the author's, and a house style may set them as it likes; who receives a page is
told of what may add words to them or hide some.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from xml.etree.ElementTree import Element

from bronbrief.core.styles import Token
from bronbrief.verify.declarations import OTHERS, Reach, allowed
from bronbrief.verify.judging import says_again, unreadable
from bronbrief.verify.quoted_page import tag_of
from bronbrief.verify.styled_page import styled_page
from bronbrief.verify.tokens import Values, pixels, solid, words
from bronbrief.verify.values import within

_SVG = "{http://www.w3.org/2000/svg}"
_UNSEEN = frozenset({"head", "title", "meta", "script", "style"})
_DRAWING = ("fill", "stroke")
_LEAST = 14.0
"""Pixels that a line of words is high, or a sign wide, at least."""
_CASES = frozenset("none uppercase lowercase capitalize small-caps all-small-caps normal".split())
_NUMBERED = frozenset(
    "decimal decimal-leading-zero lower-alpha upper-alpha lower-latin upper-latin lower-roman upper-roman"
    " disc circle square none normal inside outside".split()
)


def unproven(root: Element, sheets: Sequence[str]) -> Iterator[str]:
    """Yield the declarations that may add words to those of the author in a page, or hide some."""
    styled = styled_page(root, sheets)
    done: set[tuple[int, bool, bool]] = set()
    for element, found in styled.matched.items():
        if styled.page.reach(element) not in OTHERS or tag_of(element) in _UNSEEN:
            continue
        drawn, again = tag_of(element).startswith(_SVG), says_again(element, styled.page)
        harmless = partial(_is_harmless, drawn=drawn, again=again)
        for *_, rule in found:
            if (id(rule), drawn, again) not in done:
                done.add((id(rule), drawn, again))
                yield from (one.text for one in rule.declarations if not styled.always(one, harmless))
        yield from (one.text for one in styled.own.get(element, ()) if not styled.always(one, harmless))
    for _, _, declared in unreadable(styled, "screen", OTHERS):
        yield from (one.text for one in declared)


def _is_harmless(name: str, value: Values, *, drawn: bool, again: bool) -> bool:
    """Tell whether a declaration changes, hides and adds no word.

    It is one of a drawing, or of what says again what stands elsewhere, which may be hidden.
    """
    if name in ("content", "list-style", "list-style-type"):
        return all(map(_says_nothing, solid(value)))
    if again or allowed(name, value, Reach.AROUND):
        return True
    if name in ("text-transform", "font-variant", "font-variant-caps"):
        return set(words(value)) <= _CASES
    if name in ("width", "height", "min-height", "max-height"):
        return drawn or all(one.type == "dimension" and pixels(one) >= _LEAST for one in solid(value))
    return (drawn and name.startswith(_DRAWING)) or (name == "word-spacing" and within(-4, 12, 0)(value))


def _says_nothing(token: Token) -> bool:
    """Tell whether a part of generated content has no letters: a sign, or a number that is counted."""
    if token.type == "function":
        return token.lower_name in ("counter", "counters") and all(map(_says_nothing, token.arguments[1:]))
    if token.type == "ident":
        return token.lower_value in _NUMBERED
    return token.type in ("whitespace", "literal") or (
        token.type == "string" and not any(map(str.isalnum, token.value))
    )
