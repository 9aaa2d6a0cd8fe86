"""Quotations within a sentence, and calls to notes, as HTML: every character that prints is in the text.

The source's characters are only escaped. They never pass through Markdown, and nothing else is made of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from operator import attrgetter

from bronbrief.brief.language_tags import is_right_to_left, language_marks
from bronbrief.brief.model import Citation
from bronbrief.evidence.model import Excerpt, Mark, Segment

SPACE = "\u00a0"
SINGLE, DOUBLE = ("‘", "’"), ("“", "”")
_ADJACENT = re.compile(r'(?:<sup class="calls">(?:(?!</?sup).)*+</sup>\s*){2,}(?<=>)')
_CALL = re.compile(r'(<a class="note-call"[^>]*>)\u00a0?([0-9]+)</a>')
# A mark between letters is an apostrophe ("foto's"), not a quotation mark.
_INNER_SINGLE = re.compile(r"(?<!\w)['‘’‚]|['’‘](?!\w)")


def quotation_marks(text: str) -> tuple[str, str]:
    """Return the marks to put around a quotation: single, or double if it holds single ones itself."""
    return DOUBLE if _INNER_SINGLE.search(text) else SINGLE


def inline_quotation(excerpt: Excerpt, lang: str) -> str:
    """Write a quotation for use within a sentence, in real quotation marks.

    `lang` is the language of the brief; a quotation in another is marked. Paragraphs are joined by a space.
    The marks of a quotation from right to left stand outside it, in the direction of the sentence.
    """
    before, after = quotation_marks(excerpt.text)
    words = " ".join("".join(map(_segment, paragraph)) for paragraph in excerpt.paragraphs)
    other = language_marks(excerpt.lang, lang)
    if is_right_to_left(excerpt.lang):
        words, other = f"<bdi{other}>{words}</bdi>", ""
    data = f' data-excerpt="{escape(excerpt.id)}"'
    return f'<q class="inline-quotation"{other}{data}>{before}{words}{after}</q>'


def inline_text(excerpt: Excerpt) -> str:
    """Return the same without markup."""
    before, after = quotation_marks(excerpt.text)
    return f"{before}{excerpt.text.replace(chr(10), ' ')}{after}"


def note_calls(citations: Iterable[Citation], labels: Mapping[str, str]) -> str:
    """Write calls to notes as raised numbers, the lowest first; a screen reader says "noot 4".

    A space stands before them, so that in copied text "2022" with a call to note 5 is not 20225.
    """
    calls = [
        f'<a class="note-call" role="doc-noteref" href="#{escape(call.note)}" id="{escape(call.anchor)}"'
        f' aria-label="{escape(labels["note"])} {call.number}">{call.number}</a>'
        for call in sorted(citations, key=attrgetter("number"))
    ]
    return _row(calls) if calls else ""


def join_calls(html: str) -> str:
    """Make one row of calls that stand side by side, so that notes 2 and 1 do not read as note 21."""
    return _ADJACENT.sub(_one_row, html)


def _one_row(found: re.Match[str]) -> str:
    calls = sorted(_CALL.findall(found[0]), key=lambda call: int(call[1]))
    return _row([f"{opening}{number}</a>" for opening, number in calls])


def _row(calls: Sequence[str]) -> str:
    """Join calls; the space is part of the first, as WeasyPrint 70 draws no text that is only a space."""
    first, *others = calls
    return f'<sup class="calls">{", ".join((first.replace(">", f">{SPACE}", 1), *others))}</sup>'


def _segment(segment: Segment) -> str:
    text = escape(segment.text, quote=False)
    match segment.mark:
        case Mark.OMISSION:
            return '<span class="omission">[…]</span>'
        case Mark.INSERTION:
            return f'<span class="insertion">[{text}]</span>'
        case Mark.INITIAL:
            return f'<span class="insertion initial">[{text}]</span>'
        case Mark.SIC:
            return f'{text} <span class="sic">[sic]</span>'
        case Mark.EMPHASIS:
            return f"<em>{text}</em>"
        case _:
            return text
