"""What templates may do to values: each takes plain values or prose and returns safe markup or text."""

import re
from collections.abc import Callable, Mapping
from itertools import count

from markupsafe import Markup, escape

from bronbrief.blocks.questions import Answered, QuestionsBlock
from bronbrief.brief.dates import machine_date
from bronbrief.brief.language_tags import is_right_to_left, language_marks, same_language
from bronbrief.brief.model import Block, Brief, Citation, Prose, Section
from bronbrief.brief.quoting import join_calls, note_calls, quotation_marks
from bronbrief.core.places import placed_sections
from bronbrief.evidence.model import Excerpt, Mark

BLOCK = re.compile(r"\s*<(p|ul|ol|blockquote|table|h[1-6]|pre|hr)\b")
ONE_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?p\b).)*)</p>\s*", re.DOTALL)
ONE_LINE = 32
LINE_END = 24
LETTERS = 26
MANY_COLUMNS = 4
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
BEFORE_NUMBER = re.compile(r"(?<=[^\W\d]) (?=\d)|(?<=[^\W\d]\.) (?=\d)")


def fill_label(label: str, **values: object) -> str:
    """Put values in a label's `{names}`; other braces stay as they are."""
    for name, value in values.items():
        label = label.replace("{" + name + "}", str(value))
    return label


def inline(prose: Prose, tail: str = "") -> Markup:
    """Return prose for use within a line, with a tail: a paragraph that stands alone loses its tags."""
    single = ONE_PARAGRAPH.fullmatch(prose.html)
    whole = f"{single[1] if single else prose.html}{escape(tail)}"
    return Markup(join_calls(whole))  # noqa: S704 - sanitised where it is made


def flow(prose: Prose, tail: str = "") -> Markup:
    """Return prose as paragraphs, with a tail, such as calls to notes, at the end of the last one."""
    whole = prose.html.strip()
    end = escape(tail)
    if not BLOCK.match(whole):
        return Markup(join_calls(f"<p>{whole}{end}</p>"))  # noqa: S704 - sanitised where it is made
    if end and whole.endswith("</p>"):
        whole = f"{whole.removesuffix('</p>')}{end}</p>"
    elif end:
        whole += f"<p>{end}</p>"
    return Markup(join_calls(whole))  # noqa: S704 - sanitised where it is made


def table_names(label: str) -> Callable[[], str]:
    """Return what names the tables of a page one after the other: frames that scroll need names."""
    numbers = count(1)
    return lambda: fill_label(label, number=next(numbers))


def flow_in_frames(name: Callable[[], str], hint: str) -> Callable[..., Markup]:
    """Return `flow` with each table in a frame that scrolls, can be reached by keys, and has its name.

    Above a table of several columns stands the hint that there is more to the side, for telephones.
    """

    def framed(prose: Prose, tail: str = "") -> Markup:
        made = flow(prose, tail)
        if "<table>" not in made:
            return made
        return Markup(TABLE.sub(frame, made))  # noqa: S704 - as it was

    def frame(found: re.Match[str]) -> str:
        label = escape(name())
        many = found[0].partition("</tr>")[0].count("<th") >= MANY_COLUMNS
        said = f'<p class="scroll-hint">{escape(hint)}</p>' if many else ""
        head = f'<div class="table-scroll" role="region" tabindex="0" aria-label="{label}">'
        return f"{said}{head}{found[0]}</div>"

    return framed


def calls(citations: tuple[Citation, ...], labels: Mapping[str, str]) -> Markup:
    """Return calls to notes, the same as within prose."""
    return Markup(note_calls(citations, labels))  # noqa: S704 - escaped where it is made


def marks_around(excerpt: Excerpt) -> tuple[str, str]:
    """Return the quotation marks for an excerpt within a line, the same as within prose."""
    return quotation_marks(excerpt.text)


def other_language(lang: str, brief: Brief) -> bool:
    """Tell whether a passage is in another language than the brief."""
    return not same_language(lang, brief.lang)


def marks_of_language(lang: str, brief: Brief) -> Markup:
    """Return the attributes `lang` and `dir` of a passage in another language than the brief's."""
    return Markup(language_marks(lang, brief.lang))  # noqa: S704 - escaped where it is made


def emphasised(excerpt: Excerpt) -> bool:
    """Tell whether the author emphasised words of a quotation, which must be said."""
    return any(segment.mark is Mark.EMPHASIS for paragraph in excerpt.paragraphs for segment in paragraph)


def html_date(text: str) -> str | None:
    """Return a date that HTML's `time` element takes (HTML, 2.3.5), or None for other EDTF."""
    return machine_date(text) or None


def sentence_case(text: str) -> str:
    """Return a text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def title_lines(title: str) -> Markup:
    """Return a title with its last two words kept together, and a line break after its colon.

    The break comes only where a title has one colon and is too long for one line.
    """
    first, colon, rest = title.partition(": ")
    if not colon or ": " in rest or len(title) <= ONE_LINE or len(first) > ONE_LINE:
        return keep_end(title)
    return Markup("{}: <br>{}").format(first, keep_end(rest))


def keep_end(text: str, least: int = 0) -> Markup:
    """Return a line of text whose last two words, if they are short, stay on one line.

    More words stay with them until they have at least so many characters, as far as they stay short.
    """
    words = text.split(" ")
    kept = 2
    while kept < len(words) - 1 and len(" ".join(words[-kept:])) < least:
        kept += 1
    while kept > 2 and len(" ".join(words[-kept:])) > LINE_END:  # noqa: PLR2004
        kept -= 1
    end = " ".join(words[-kept:])
    if len(words) <= kept or len(end) > LINE_END:
        return escape(text)
    return Markup('{} <span class="together">{}</span>').format(" ".join(words[:-kept]), end)


def keep_numbers(label: str) -> str:
    """Return a citation label in which no number is parted from the word before it: "al. 3", "maart 2024"."""
    return BEFORE_NUMBER.sub("\u00a0", label)


def letter(number: int) -> str:
    """Return the letter of a place in a row: a to z, then numbers."""
    return chr(ord("a") + number - 1) if number <= LETTERS else str(number)


def question_numbers(brief: Brief) -> Mapping[str, int]:
    """Return a number for each question of a brief, by anchor; none if there is only one question."""
    blocks = (block for section, _ in placed_sections(brief.sections) for block in section.blocks)
    anchors = [item.anchor for block in blocks for item in _items(block)]
    return {anchor: number for number, anchor in enumerate(anchors, 1)} if len(anchors) > 1 else {}


def has_wide_table(section: Section) -> bool:
    """Tell whether a section holds a block, such as a comparison of many columns, that wants a wide page."""
    return any(block.width == "wide page" for block in section.blocks)


def has_table(section: Section) -> bool:
    """Tell whether a section holds a block, such as a comparison, that cannot stand in a narrow column."""
    return any(block.width != "column" for block in section.blocks) or any(map(has_table, section.sections))


def _items(block: Block) -> tuple[Answered, ...]:
    return block.items if isinstance(block, QuestionsBlock) else ()


FUNCTIONS: Mapping[str, object] = {
    "calls": calls,
    "emphasised": emphasised,
    "fill": fill_label,
    "flow": flow,
    "has_table": has_table,
    "has_wide_table": has_wide_table,
    "html_date": html_date,
    "inline": inline,
    "keep_end": keep_end,
    "keep_numbers": keep_numbers,
    "language_marks": marks_of_language,
    "letter": letter,
    "marks_around": marks_around,
    "other_language": other_language,
    "right_to_left": is_right_to_left,
    "sentence": sentence_case,
    "title_lines": title_lines,
}
"""The functions that every template may call, by name."""
