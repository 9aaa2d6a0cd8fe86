"""What is asked of a brief in the preview, and what comes of it."""

from dataclasses import dataclass
from enum import Enum

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import BRIEFS
from bronbrief.core.yaml.values import read_yaml
from bronbrief.evidence.model import Excerpt
from bronbrief.pipeline.job import Result
from bronbrief.serve.printed import Printed, printed_texts


class Aim(Enum):
    """What to do with a brief: fill its web page, which can be seen at once; check it; build it."""

    PAGE = "page"
    CHECK = "check"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Task:
    """Take a brief down the road.

    `revision` rises with every change of the brief's files: the result of an earlier one comes too late.
    """

    name: str
    revision: int
    aim: Aim


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a source's passage."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of a brief and where it was cut from. `anchors` are ids in the brief's web page."""

    id: str
    source: str
    locator: str
    text: str
    stretches: tuple[Stretch, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """The web page of a brief in order, with its quotations and the ids of the sources it describes.

    `printed` says where the spec has what it prints.
    """

    html: str
    title: str
    lang: str
    quotations: tuple[Quoted, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    printed: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What came of a task.

    `reads` are the files that it opened, found or not; `page` is there of a brief in order. `result` is what
    its job came to.
    """

    task: Task
    diagnostics: tuple[Diagnostic, ...] = ()
    reads: frozenset[str] = frozenset()
    page: PreviewPage | None = None
    result: Result | None = None


def page_of(brief: Brief, html: str, spec: bytes = b"") -> PreviewPage:
    """Gather what the preview needs of a brief in order; `spec` is the file that it was made from."""
    anchors: dict[str, list[str]] = {excerpt.id: [] for excerpt in brief.excerpts}
    for quotation in brief.quotations:
        anchors[quotation.excerpt.id].append(quotation.anchor)
    for note in brief.notes:
        excerpt = note.excerpt or (note.see.excerpt if note.see else None)
        if excerpt:
            anchors[excerpt.id].append(note.anchor)
    quotations = tuple(_quoted(excerpt, anchors[excerpt.id]) for excerpt in brief.excerpts)
    sources = tuple((source.anchor, source.id) for source in brief.sources)
    read = read_yaml(spec, f"{BRIEFS}/{brief.name}.yaml").value
    printed = printed_texts(brief, read.places) if read else ()
    return PreviewPage(html, brief.title, brief.lang, quotations, sources, printed)


def _quoted(excerpt: Excerpt, anchors: list[str]) -> Quoted:
    stretches = tuple(Stretch(part.passage, part.start, part.end) for part in excerpt.parts)
    locators = "; ".join(map(str, excerpt.locators))
    return Quoted(excerpt.id, excerpt.source_id, locators, excerpt.text, stretches, tuple(anchors))
