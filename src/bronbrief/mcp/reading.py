"""What assistants read: done in a worker, which is held to limits, by the functions of the commands."""

from dataclasses import dataclass
from pathlib import Path

from bronbrief.authoring.excerpt_yaml import prove_words
from bronbrief.core.diagnostics import Diagnostic, has_errors, report
from bronbrief.core.workspace import Workspace
from bronbrief.evidence.searchable import SearchPool
from bronbrief.html import listing
from bronbrief.mcp.answers import (
    MATERIAL,
    Found,
    Next,
    PartHit,
    PassagePart,
    Passages,
    Proof,
    RefusedError,
    Schema,
    Sources,
    Templates,
    granted,
)
from bronbrief.pipeline.schema import workspace_schema
from bronbrief.reporting.json import FORMAT, diagnostics_as_data
from bronbrief.reporting.shapes import HitShape
from bronbrief.sources import as_data
from bronbrief.sources.catalogue import load_catalogue, named_source, source_ids
from bronbrief.sources.model import Source
from bronbrief.sources.search import search
from bronbrief.sources.search_words import read_query

CHARACTERS = 20_000
"""How much text of a source comes in one answer."""
AROUND, BEFORE = 1_500, 500
"""How much of a long passage comes with a hit, and how much of that before what was found."""
_VERDICTS = {"quote-missing": "missing", "quote-elsewhere": "missing", "quote-drift": "drift"}
_VERDICTS |= {"quote-ambiguous": "ambiguous"}


@dataclass(frozen=True, slots=True)
class Here:
    """Where a tool was called: the top of the workspace, and the language of findings."""

    root: str
    lang: str

    @property
    def workspace(self) -> Workspace:
        """Return the workspace as nobody has read it yet."""
        return Workspace(Path(self.root))


def list_sources(here: Here, first: int, limit: int) -> Sources:
    """Return a page of the list of sources."""
    workspace = here.workspace
    ids = source_ids(workspace)
    loaded = load_catalogue(workspace, ids[first : first + limit])
    sources = loaded.value.sources.values() if loaded.value else ()
    return {
        "format": FORMAT,
        "material": MATERIAL,
        "sources": [as_data.listed(one) for one in sources],
        "total": len(ids),
        "next": first + limit if first + limit < len(ids) else None,
        "diagnostics": diagnostics_as_data(loaded.diagnostics, here.lang),
    }


def read_source(here: Here, asked: str, first: int, character: int, limit: int) -> Passages:
    """Return passages of a source, as many as one answer may hold; a long one comes in parts."""
    source, found = _source(here.workspace, asked)
    parts, following = _page(source, first, character, limit)
    return {
        "format": FORMAT,
        "material": MATERIAL,
        "source": as_data.listed(source),
        "passages": parts,
        "total": len(source.passages),
        "next": following,
        "diagnostics": diagnostics_as_data(found, here.lang),
    }


def _page(source: Source, first: int, character: int, limit: int) -> tuple[list[PassagePart], Next | None]:
    """Return the parts of a page, and where the next one begins."""
    parts, left = list[PassagePart](), CHARACTERS
    for number, passage in enumerate(source.passages[first:], first):
        if len(parts) == limit or left <= 0:
            return parts, {"first": number, "character": 0}
        start = character if number == first else 0
        text = passage.text[start : start + left]
        parts.append(
            {
                "number": number,
                "locator": str(passage.locator),
                "unit": str(passage.locator.unit),
                "character": start,
                "length": len(passage.text),
                "text": text,
            }
        )
        left -= len(text)
        if start + len(text) < len(passage.text):
            return parts, {"first": number, "character": start + len(text)}
    return parts, None


def find(here: Here, text: str, asked: str, limit: int) -> Found:
    """Search the sources, or one."""
    workspace = here.workspace
    if not read_query(text):
        raise RefusedError((report("search-empty", text=text),))
    name = granted(named_source(workspace, asked)) if asked else None
    answer = search(workspace, text, source_id=name, limit=limit)
    return {
        "format": FORMAT,
        "material": MATERIAL,
        **as_data.found_head(text, answer),
        "hits": [_around(as_data.hit(one), one.number) for one in answer.hits],
        "diagnostics": diagnostics_as_data(answer.diagnostics, here.lang),
    }


def _around(hit: HitShape, number: int) -> PartHit:
    """Return a hit with what stands around the first place, where its passage is long."""
    text, marks = hit["text"], hit["marks"]
    start = max(marks[0][0] - BEFORE, 0) if marks and len(text) > AROUND else 0
    end = start + AROUND
    inside = [[begin - start, stop - start] for begin, stop in marks if start <= begin and stop <= end]
    shown: HitShape = {**hit, "text": text[start:end], "marks": inside}
    return {**shown, "number": number, "character": start, "length": len(text)}


def prove(here: Here, asked: str, words: str, prefix: str, suffix: str) -> Proof:
    """Prove words in a source, and say where else they stand."""
    workspace = here.workspace
    source, found = _source(workspace, asked)
    only = load_catalogue(workspace, [source.id]).value
    assert only is not None  # noqa: S101 - there is always a catalogue
    pool = SearchPool(only, lambda: load_catalogue(workspace).value or only)
    yaml, proven = prove_words(source, words, prefix, suffix, pool)
    excerpt = proven.value if proven.ok and not has_errors(found) else None
    errors = [one.code for one in (*found, *proven.diagnostics) if one.is_error]
    verdict = excerpt.verdict.value if excerpt else _VERDICTS.get(next(iter(errors), ""), "refused")
    return {
        "format": FORMAT,
        "material": MATERIAL,
        "verdict": verdict,
        "source": source.id,
        "locators": list(map(str, excerpt.locators)) if excerpt else [],
        "folds": [fold.value for fold in excerpt.folds] if excerpt else [],
        "text": excerpt.text if excerpt else "",
        "yaml": yaml if excerpt else "",
        "diagnostics": diagnostics_as_data((*found, *proven.diagnostics), here.lang),
    }


def list_templates(here: Here) -> Templates:
    """Return the templates."""
    listed = listing.list_templates(here.workspace)
    templates = listing.as_data(listed.value or {}, listing.changed_copies(here.workspace))
    return {
        "format": FORMAT,
        "templates": templates,
        "diagnostics": diagnostics_as_data(listed.diagnostics, here.lang),
    }


def schema(here: Here) -> Schema:
    """Return the JSON Schema of specs."""
    return {"schema": workspace_schema(here.workspace)}


def source_text(here: Here, asked: str) -> str:
    """Return a source as plain text: a line for each passage, its locator first."""
    source, _ = _source(here.workspace, asked)
    return "".join(f"{one.locator}\t{' '.join(one.text.split())}\n" for one in source.passages)


def _source(workspace: Workspace, asked: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return a source and what is wrong with it, or raise RefusedError."""
    name = granted(named_source(workspace, asked))
    loaded = load_catalogue(workspace, [name])
    source = loaded.value.get(name) if loaded.value else None
    if source is None:
        raise RefusedError(loaded.diagnostics)
    return source, loaded.diagnostics
