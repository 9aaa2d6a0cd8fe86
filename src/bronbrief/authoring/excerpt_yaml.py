"""From a selection in a source to an excerpt in YAML: made, read back, and proven before it is shown."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bronbrief.core.diagnostics import Diagnostic, Outcome, has_errors, report
from bronbrief.core.sentences import sentence_with_most, with_speech_whole
from bronbrief.core.text import fold
from bronbrief.core.workspace import Workspace
from bronbrief.core.yaml.values import read_yaml
from bronbrief.core.yaml.writing import in_flow, scalar
from bronbrief.evidence.boundaries import cuts
from bronbrief.evidence.model import Excerpt
from bronbrief.evidence.request import Request
from bronbrief.evidence.searchable import SearchPool
from bronbrief.evidence.select import prove
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.model import Catalogue, Passage, Source, slug
from bronbrief.sources.search import Hit
from bronbrief.spec.excerpts import ExcerptSpec

QUOTE_LENGTH = 320
NAME_LENGTH = 40
_EDGE_WORDS = (6, 10, 16, 24)
_CONTEXT_WORDS = (1, 2, 3, 4, 6, 8, 12)
_NAME_WORDS = 4
_NEIGHBOURS = 2
_SMALL = frozenset(
    """
    de het een en of van in op te dat die is was om er aan met als voor ook zijn wordt bij naar door dan
    the a an and on to that for it as at by with be are
    """.split()
)

Fields = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class Selected:
    """A stretch of a source: from a character of one passage up to a character of the same or a later one."""

    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Pasteable:
    """An excerpt ready to paste: `yaml` belongs below `excerpts:`, `excerpt` is what it was proven to be."""

    id: str
    yaml: str
    excerpt: Excerpt

    @property
    def place(self) -> str:
        """Return where the words stand: the source and the locators of its passages."""
        return f"{self.excerpt.source_id}, {'; '.join(map(str, self.excerpt.locators))}"


def whole_words(source: Source, selected: Selected) -> Selected | None:
    """Widen a selection until it cuts no word or number, white space left out; None where nothing is left.

    Raises IndexError for a passage that the source does not have.
    """
    first, last = source.passages[selected.first], source.passages[selected.last]
    start = min(max(selected.start, 0), len(first.text))
    end = min(max(selected.end, 0), len(last.text))
    if first is last:
        inside = first.text[start:end]
        start, end = start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())
        if start >= end:
            return None
    start, end = _widened(first.text, start, -1), _widened(last.text, end, 1)
    return Selected(selected.first, start, selected.last, end)


def write_excerpt(
    source: Source, selected: Selected, name: str | None = None, taken: Collection[str] = ()
) -> Outcome[Pasteable]:
    """Write the simplest excerpt that yields the selection and nothing else.

    Short selections become a `quote`, whole passages a `passage`, long stretches `from` and `to`; what
    stands in several places gets the words just before or after it. Where a selection cannot be quoted,
    the findings of the proof say why. The name is made of its words, and is none of those `taken`.
    """
    whole = whole_words(source, selected)
    if whole is None:
        return Outcome(None, (report("selection-empty", source=source.id),))
    pool = SearchPool(Catalogue({source.id: source}))
    chosen = name or _name(_text(source, whole), taken)
    refusals: tuple[Diagnostic, ...] = ()
    for fields in _ways(source, whole):
        yaml = _written(chosen, source.id, fields)
        proven = _prove(yaml, chosen, source, pool)
        if proven.value is not None and proven.ok and _yields(proven.value, source, whole):
            return Outcome(Pasteable(chosen, yaml, proven.value), proven.diagnostics)
        refusals = refusals or tuple(one for one in proven.diagnostics if one.is_error)
    return Outcome(None, (report("selection-not-quotable", source=source.id), *refusals))


def prove_words(
    source: Source, words: str, prefix: str, suffix: str, pool: SearchPool
) -> tuple[str, Outcome[Excerpt]]:
    """Prove words as a `quote` of a source; return the excerpt in YAML too, which is only good where proven.

    `prefix` and `suffix` are words just before and after them, or nothing.
    """
    around = {"prefix": prefix, "suffix": suffix}
    fields: Fields = {"quote": words, **{key: text for key, text in around.items() if text}}
    name = _name(words, ())
    yaml = _written(name, source.id, fields)
    return yaml, _prove(yaml, name, source, pool)


def excerpts_of(workspace: Workspace, hits: Iterable[Hit]) -> Outcome[tuple[Pasteable, ...]]:
    """Write an excerpt for each hit, each with a name of its own; a sentence found twice is written once.

    The source is read anew, so that the excerpt stands on the file and not on the index.
    """
    wanted = list(hits)
    loaded = load_catalogue(workspace, {hit.source_id for hit in wanted})
    sources = loaded.value.sources if loaded.value else {}
    findings: list[Diagnostic] = [one for one in loaded.diagnostics if one.is_error]
    written: dict[str, Pasteable] = {}
    done: set[tuple[str, Selected]] = set()
    for hit in wanted:
        source = sources.get(hit.source_id)
        if source is None or hit.number >= len(source.passages):
            continue
        passage = source.passages[hit.number]
        marks = hit.marks if passage.text == hit.text else ()
        start, end = with_speech_whole(passage.text, *sentence_with_most(passage.text, marks))
        selected = Selected(passage.index, start, passage.index, end)
        if (source.id, selected) in done:
            continue
        done.add((source.id, selected))
        made = write_excerpt(source, selected, taken=written)
        findings += made.diagnostics
        if made.value:
            written[made.value.id] = made.value
    return Outcome(tuple(written.values()), tuple(findings))


def _widened(text: str, at: int, step: int) -> int:
    """Move an edge of a selection outwards until it cuts nothing, by the folded text, as the proof does."""
    folded = fold(text)
    inside = [number for number, start in enumerate(folded.starts) if start >= at]
    edge = inside[0] if inside else len(folded.text)
    while 0 < edge < len(folded.text):
        if not cuts(folded.text, edge) and folded.starts[edge] >= folded.ends[edge - 1]:
            break
        edge += step
    if edge == len(folded.text):
        return len(text.rstrip())
    return folded.starts[edge] if step < 0 else folded.ends[edge - 1]


def _ways(source: Source, selected: Selected) -> Iterator[Fields]:
    """Yield ways to select, the simplest first."""
    text = _text(source, selected)
    within = selected.first == selected.last
    if within and len(text) <= QUOTE_LENGTH:
        yield from _told_apart(source, selected, {"quote": text})
    if _is_whole(source, selected):
        locators = [str(one.locator) for one in _passages(source, selected)]
        yield {"passage": locators[0] if len(locators) == 1 else locators}
    for count in _EDGE_WORDS:
        head, tail = _edges(source, selected, count)
        yield {"from": head, "to": tail}
    head, tail = _edges(source, selected, _EDGE_WORDS[-1])
    yield from _told_apart(source, selected, {"from": head, "to": tail})
    if within:
        yield from _told_apart(source, selected, {"quote": text})


def _told_apart(source: Source, selected: Selected, fields: Fields) -> Iterator[Fields]:
    """Yield fields as they are, then with more and more of the words before them, after them, and both."""
    yield fields
    earlier = " ".join(one.text for one in source.passages if 0 < selected.first - one.index <= _NEIGHBOURS)
    later = " ".join(one.text for one in source.passages if 0 < one.index - selected.last <= _NEIGHBOURS)
    before = f"{earlier} {source.passages[selected.first].text[: selected.start]}".split()
    after = f"{source.passages[selected.last].text[selected.end :]} {later}".split()
    for count in _CONTEXT_WORDS:
        prefix, suffix = " ".join(before[-count:]), " ".join(after[:count])
        if prefix:
            yield fields | {"prefix": prefix}
        if suffix:
            yield fields | {"suffix": suffix}
        if prefix and suffix:
            yield fields | {"prefix": prefix, "suffix": suffix}


def _edges(source: Source, selected: Selected, count: int) -> tuple[str, str]:
    """Return the first and the last words of a selection, each from within one passage, not overlapping."""
    if selected.first == selected.last:
        text = _text(source, selected)
        middle = text.find(" ", len(text) // 2)
        first, last = text[:middle], text[middle:]
    else:
        first = source.passages[selected.first].text[selected.start :]
        last = source.passages[selected.last].text[: selected.end]
    return _words(first, slice(count)), _words(last, slice(-count, None))


def _words(text: str, chosen: slice) -> str:
    """Return the chosen words of a text, as they stand there."""
    words = list(re.finditer(r"\S+", text))[chosen]
    return text[words[0].start() : words[-1].end()] if words else text


def _passages(source: Source, selected: Selected) -> tuple[Passage, ...]:
    """Return the passages that a selection runs through."""
    return source.passages[selected.first : selected.last + 1]


def _is_whole(source: Source, selected: Selected) -> bool:
    last = source.passages[selected.last].text
    return selected.start == 0 and selected.end == len(last)


def _text(source: Source, selected: Selected) -> str:
    """Return the words of a selection, passages joined by spaces."""
    if selected.first == selected.last:
        return source.passages[selected.first].text[selected.start : selected.end]
    inner = [one.text for one in _passages(source, selected)[1:-1]]
    first = source.passages[selected.first].text[selected.start :]
    return " ".join([first, *inner, source.passages[selected.last].text[: selected.end]])


def _name(text: str, taken: Collection[str]) -> str:
    """Make a name of the first words that say something."""
    words = [word for word in text.split() if word.lower().strip("'\"‘’“”.,:;") not in _SMALL]
    base = slug(" ".join((words or text.split())[:_NAME_WORDS]), NAME_LENGTH) or "citaat"
    number = 2
    name = base
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def _written(name: str, source_id: str, fields: Fields) -> str:
    lines = [f"  {name}:", f"    source: {source_id}"]
    for key, value in fields.items():
        lines.append(f"    {key}: {scalar(value) if isinstance(value, str) else in_flow([*value])}")
    return "\n".join(lines) + "\n"


def _prove(yaml: str, name: str, source: Source, pool: SearchPool) -> Outcome[Excerpt]:
    """Take the excerpt the way that it will go when pasted: read as YAML, checked, proven."""
    read = read_yaml(f"excerpts:\n{yaml}".encode(), "excerpt.yaml")
    searchable = pool.get(source.id)
    if read.value is None or searchable is None or has_errors(read.diagnostics):
        return Outcome(None, read.diagnostics)
    excerpts = read.value.value["excerpts"]
    assert isinstance(excerpts, dict)  # noqa: S101 it was written so
    try:
        spec = ExcerptSpec.model_validate(excerpts[name])
    except ValueError:  # longer than a spec may hold
        return Outcome(None, (report("selection-not-quotable", source=source.id),))
    return prove(Request(name, spec, read.value.places, searchable, pool))


def _yields(excerpt: Excerpt, source: Source, selected: Selected) -> bool:
    """Tell whether an excerpt is the selection, to the character, and all of it."""
    spans = [(part.passage, part.start, part.end) for part in excerpt.parts]
    wanted = [
        (
            passage.index,
            selected.start if passage.index == selected.first else 0,
            selected.end if passage.index == selected.last else len(passage.text),
        )
        for passage in _passages(source, selected)
    ]
    return spans == wanted
