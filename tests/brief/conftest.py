"""A small brief on a bridge, from values made by hand: sources, excerpts, and the spec they serve."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.brief.assemble import assemble
from bronbrief.brief.labels import load_labels
from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.text import Fold
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.model import Excerpt, Mark, Part, Segment, Translation, Verdict
from bronbrief.sources.model import Catalogue, Locator, Passage, Record, Run, Source, Unit
from bronbrief.spec.load import load_spec

SourceMaker = Callable[..., Source]
ExcerptMaker = Callable[..., Excerpt]
Assembler = Callable[..., Outcome[Brief]]

HEAD = """\
title: De brug over de Vliet
template: raadsinformatiebrief
lang: {lang}
date: 2026-11-21
"""


def _source(source_id: str = "krant-2023", *paragraphs: str, **facts: object) -> Source:
    """Make a source of running paragraphs; `facts` replace those of its record."""
    texts = paragraphs or ("De brug blijft open.", "De raad besluit later.")
    text = "\n\n".join(texts)
    passages = []
    at = 0
    for number, paragraph in enumerate(texts, 1):
        runs = (Run(0, len(paragraph), at, len(paragraph)),)
        locator = Locator(Unit.PARAGRAPH, number)
        passages.append(Passage(number - 1, locator, paragraph, runs, at, at + len(paragraph)))
        at += len(paragraph) + 2
    known: dict[str, object] = {
        "title": "Brug blijft open",
        "title_ground": "stated",
        "kind": "news",
        "lang": "nl",
        "sha256": "ab" * 32,
        "publisher": "De Krant",
        "date": "2023-11",
    }
    record = Record(**(known | facts))  # type: ignore[arg-type]
    paths = (f"seeds/{source_id}.txt", f"seeds/{source_id}.yaml")
    return Source(source_id, *paths, record, text.encode(), text, tuple(passages))


def _excerpt(  # noqa: PLR0913 each has a default that most tests keep
    name: str,
    text: str = "De brug blijft open.",
    source: str = "krant-2023",
    *,
    number: int = 1,
    marks: tuple[Segment, ...] = (),
    lang: str = "nl",
    folds: tuple[Fold, ...] = (),
    translation: Translation | None = None,
) -> Excerpt:
    """Make an excerpt of one part; `marks` are its segments where it is more than plain text."""
    part = Part(
        number - 1, Locator(Unit.PARAGRAPH, number), 0, len(text), 0, len(text.encode()), text, "", ""
    )
    paragraphs = (marks or (Segment(Mark.TEXT, text),),)
    verdict = Verdict.FOLDED if folds else Verdict.EXACT
    return Excerpt(name, source, verdict, folds, (part,), paragraphs, lang, translation)


@pytest.fixture
def make_source() -> SourceMaker:
    """Return the maker of sources."""
    return _source


@pytest.fixture
def make_excerpt() -> ExcerptMaker:
    """Return the maker of excerpts."""
    return _excerpt


@pytest.fixture
def run(tmp_path: Path) -> Assembler:
    """Return a function that assembles a spec's body from excerpts and sources made by hand.

    The spec's excerpts are written from those given, so a test says only what it is about.
    """

    def assembled(
        body: str,
        *excerpts: Excerpt,
        sources: tuple[Source, ...] = (),
        lang: str = "nl-NL",
        unproven: tuple[str, ...] = (),
    ) -> Outcome[Brief]:
        (tmp_path / "briefs").mkdir(exist_ok=True)
        named = {excerpt.id: excerpt.source_id for excerpt in excerpts}
        named |= dict.fromkeys(unproven, "krant-2023")
        lines = [f"  {name}: {{source: {source}, quote: x}}" for name, source in named.items()]
        defined = "\n".join(["excerpts:", *lines, ""]) if lines else ""
        text = HEAD.format(lang=lang) + body.rstrip() + "\n" + defined
        (tmp_path / "briefs" / "brug.yaml").write_text(text, encoding="utf-8")
        workspace = Workspace(tmp_path)
        loaded = load_spec(workspace, "briefs/brug.yaml", BLOCKS)
        assert loaded.value is not None, loaded.diagnostics
        labels = load_labels(workspace, lang)
        assert labels.value is not None
        catalogue = Catalogue({source.id: source for source in sources or (_source(),)})
        proven = {excerpt.id: excerpt for excerpt in excerpts}
        return assemble(loaded.value, proven, catalogue, labels.value, workspace)

    return assembled
