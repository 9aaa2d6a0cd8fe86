"""Where lines of a page may not break, and where the typesetter breaks them badly.

Only elements are put in: the characters of a page, quotations among them, stay as they are.
"""

import re
from itertools import pairwise

from bronbrief.core.meant_dates import MONTHS

_MARK = r"""[("'‘“\[]{0,9}"""
_FIGURE = r"\d[\d.,]*(?:[ \n]\d{3}(?!\d))*"
_SIGN_FIRST = rf"(?:€|£|\$|EUR)[ \n]{_FIGURE}(?:[-–—](?!\w))?"
_SIGN_LAST = rf"(?<![\w.,]){_FIGURE}[ \n](?:€|£|%|EUR\b)"
_COUNTED = r"(?<!\w)(?:§§?|(?:al|art|artt|nr|nrs|no|p|pp|blz|hfst|par|paras?|ch|sec)\.)[ \n]\d[\w.:]*"
_DAY = rf"(?<![\w.,])\d{{1,2}}[ \n](?:{'|'.join(MONTHS)})\b"
_ADDRESS = r"(?<![\w.+-])[\w.+-]++@[\w.-]+\w|\b(?:https?://|www\.)[^\s<>]+"
_ELEMENT = r"<(?P<name>style|script|title|svg)\b[^>]*>.*?</(?P=name)\s*>"
_RTL = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_OF_RTL = r"""<(?P<of_rtl>[a-z]+)\b[^<>]*\sdir="rtl"[^<>]*>.*?</(?P=of_rtl)\s*>"""
_TAG = r"""<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>"""
_KEPT = re.compile(
    rf"(?P<markup>{_ELEMENT}|{_TAG})"
    rf"|(?P<address>{_ADDRESS})"
    rf"|{_MARK}(?:{_SIGN_FIRST}|{_SIGN_LAST}|{_COUNTED}|{_DAY})",
    re.DOTALL | re.IGNORECASE,
)
_ANY_RTL = re.compile(_RTL)
_ASTRAY = re.compile(
    rf"(?P<markup>{_ELEMENT}|{_OF_RTL}|<bdi>[^<]*</bdi>|{_TAG})|(?P<text>{_RTL}(?:[^<>\w]*{_RTL}|\d)*)",
    re.DOTALL | re.IGNORECASE,
)
_LONG = r"(?<![\w./@-])[^\W\d_]{20,}(?![\w/@]|\.\w)"
_OF_OTHERS = (
    r"""<(?P<held>head|q|blockquote|bdi)\b.*?</(?P=held)\s*>|<span class="address">[^<]*</span>"""
    r"""|<(?P<other>(?!html\b)[a-z][a-z0-9]*)\b[^<>]*\slang="[^<>]*>.*?</(?P=other)\s*>"""
)
_SOFT = re.compile(
    rf"(?P<markup>{_OF_OTHERS}|{_ELEMENT}|{_TAG})|(?P<word>{_LONG})", re.DOTALL | re.IGNORECASE
)
_LANG = re.compile(r"""<html lang="([\w-]+)""")
_LEAST = 4
"""Letters before and behind a soft break."""
_SOFT_BREAK = '<span class="soft-break"></span>'
_INLINE = "q|strong|em|b|i|a|code|bdi|span|time|sub|sup"
_SPACE_BEFORE = re.compile(rf"(?<=[^\s>]) (?=(?:<(?:{_INLINE})\b[^<>]*>)+\S)")


def keep_together(page: str) -> str:
    """Keep amounts with their sign, numbers with the short word before them, and days with their month.

    Such as "€ 3", "al. 3", "§ 2" and "9 augustus". Addresses of mail and pages are marked, which a hyphen
    would make others.
    """
    return _KEPT.sub(_kept, page)


def _kept(found: re.Match[str]) -> str:
    if found["markup"]:
        return found[0]
    return f'<span class="{"address" if found["address"] else "together"}">{found[0]}</span>'


def isolate(page: str) -> str:
    """Keep words that are written from right to left from turning round the figures and signs beside them.

    Passages that say so themselves are left alone.
    """
    if not _ANY_RTL.search(page):
        return page
    return _ASTRAY.sub(lambda found: found["markup"] or f"<bdi>{found['text']}</bdi>", page)


def spaces_apart(page: str) -> str:
    """Put the space before a quotation, emphasis or a link within a line into an element of its own.

    Where such an element begins at the end of a line, WeasyPrint 70 goes back to the first place at which the
    words before it can be hyphenated, and leaves that piece alone on its line; not so behind such a space.
    """
    return _SPACE_BEFORE.sub("<span> </span>", page)


def soft_breaks(page: str) -> str:
    """Mark the syllables at which long words of the author's own may break on a narrow screen.

    The marks are empty elements, which the style sheet makes soft hyphens of: not every browser has a
    dictionary. Quotations and passages in other languages are left alone.
    """
    found = _LANG.search(page)
    return _SOFT.sub(lambda one: one["markup"] or _softened(one["word"], found[1]), page) if found else page


def _softened(word: str, lang: str) -> str:
    import pyphen  # noqa: PLC0415 - reads dictionaries, which only long words need

    dictionary = pyphen.Pyphen(lang=pyphen.language_fallback(lang), left=_LEAST, right=_LEAST)
    ends = [0, *dictionary.positions(word), len(word)]
    return _SOFT_BREAK.join(word[start:end] for start, end in pairwise(ends))
