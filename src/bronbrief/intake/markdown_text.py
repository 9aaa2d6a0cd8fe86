"""Markdown (CommonMark, with tables, struck text and footnotes) to the page that it prints."""

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from bronbrief.intake.dates import plain_date
from bronbrief.intake.extractors import Answer, from_text
from bronbrief.intake.html.text import read_page

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FACT = re.compile(r"^([A-Za-z]+):[ \t]++([^\n](?:.*[^ \t\n])?)[ \t]*$", re.MULTILINE)
_FACTS: Mapping[str, str] = {
    "title": "title",
    "titel": "title",
    "author": "author",
    "auteur": "author",
    "date": "date",
    "datum": "date",
    "lang": "lang",
    "taal": "lang",
}
_CALL = re.compile(r"\[\^([^\]\s]{1,100})\]")
_NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]:[ \t]*")
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_LABEL = re.compile(r"\]\[([^\]]+)\]")
_INDENT = 2


def read_markdown(data: bytes, changes: str = "") -> Answer:
    """Read Markdown."""
    decoded = from_text(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    printed = print_markdown(text)
    read = read_page(printed.page, changes)
    facts = read.facts | printed.facts | {"date": plain_date(printed.facts.get("date", ""))}
    front = [("metadata", printed.front_matter)] if printed.front_matter else []
    lost = lost_words(text, printed, [read.text, *(words for _, words in read.left_out)])
    return replace(
        read,
        extractor=f"markdown-it-py {version('markdown-it-py')}",
        facts=facts,
        left_out=[*front, *read.left_out],
        unaccounted=[*read.unaccounted, *lost],
        guessed=decoded.guessed,
    )


@dataclass(slots=True)
class MarkdownPage:
    """The page that a text in Markdown prints, its facts, and what is markup and so printed nowhere."""

    page: str
    facts: dict[str, str]
    front_matter: str
    markup: list[str] = field(default_factory=list)


def print_markdown(text: str) -> MarkdownPage:
    """Print a text in Markdown as HTML; its front matter gives facts, and its notes stand at the end."""
    found = _FRONT_MATTER.match(text)
    front = found[1] if found else ""
    said = {_FACTS.get(key.lower(), ""): value.strip("\"'") for key, value in _FACT.findall(front)}
    said.pop("", None)
    printer = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    printer.block.ruler.before("reference", "note", _read_note, {"alt": ["paragraph"]})
    printer.inline.ruler.before("link", "call", _read_call)
    env: dict[str, Any] = {"notes": {}, "called": []}
    tokens = printer.parse(text[found.end() :] if found else text, env)
    page = printer.renderer.render(tokens, printer.options, env)
    markup = [*_markup(tokens), *_LABEL.findall(text), front]
    for name, said in env.get("references", {}).items():
        markup += [name, said.get("href", ""), said.get("title", "")]
    notes: dict[str, str] = env["notes"]
    order = [*dict.fromkeys(env["called"]), *(name for name in notes if name not in env["called"])]
    items = "".join(
        f'<li id="fn-{at}">{printer.render(notes[name])}</li>' for at, name in enumerate(order, 1)
    )
    markup += [f"fn{name}" for name in (*env["called"], *notes)]
    page = f"<!doctype html><body>{page}{f'<ol>{items}</ol>' if items else ''}"
    return MarkdownPage(page, said, " ".join(front.split()), markup)


def lost_words(text: str, page: MarkdownPage, taken: Sequence[str]) -> list[str]:
    """Return the words of a text in Markdown that are neither in what was taken from it nor its markup."""
    had = Counter(filter(str.isalnum, html.unescape(text).casefold()))
    has = Counter(filter(str.isalnum, "".join([*taken, *page.markup]).casefold()))
    if not had - has:
        return []
    whole = " ".join(taken).casefold()
    lost = [word for word in re.findall(r"[^\W_]+", text) if word.casefold() not in whole]
    return lost or ["".join(sorted((had - has).elements()))]


def _read_note(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - as the library has it
    """Read `[^name]: text` with the lines that go on with it, and set it aside."""
    start, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    opening = _NOTE.match(state.src[start:stop])
    if opening is None:
        return False
    if silent:
        return True
    lines = [state.src[start + opening.end() : stop]]
    line += 1
    while line < end and _goes_on(state, line):
        lines.append(
            state.src[state.bMarks[line] + min(state.tShift[line], _INDENT * 2) : state.eMarks[line]]
        )
        line += 1
    notes = state.env.setdefault("notes", {})
    notes[opening[1]] = "\n\n".join(filter(None, (notes.get(opening[1], ""), "\n".join(lines))))
    state.line = line
    return True


def _goes_on(state: StateBlock, line: int) -> bool:
    """Tell whether a line belongs to the note above: it is indented, or blank before one that is."""
    if state.isEmpty(line):
        return line + 1 < state.lineMax and not state.isEmpty(line + 1) and state.sCount[line + 1] >= _INDENT
    start = state.bMarks[line] + state.tShift[line]
    above_blank = state.isEmpty(line - 1)
    return state.sCount[line] >= _INDENT or (
        not above_blank and not _NOTE.match(state.src[start : state.eMarks[line]])
    )


def _read_call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as the library has it
    """Read `[^name]` where there is such a note: a raised link to it."""
    found = _CALL.match(state.src, state.pos)
    if found is None or found[1] not in state.env.get("notes", {}):
        return False
    if not silent:
        called = state.env["called"]
        called.append(found[1])
        number = list(dict.fromkeys(called)).index(found[1]) + 1
        state.push("html_inline", "", 0).content = f'<sup><a href="#fn-{number}">{number}</a></sup>'
    state.pos = found.end()
    return True


def _markup(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield what tokens say that is not printed: addresses, titles, tags, the numbers of items as typed."""
    for token in tokens:
        yield token.info
        yield from map(str, token.attrs.values())
        if token.type.startswith("html"):
            yield from (found[0] for found in _TAG.finditer(token.content))
        yield from _markup(token.children or ())
