"""From what a search found to excerpts: the sentence around the words, read again from the source itself."""

from collections.abc import Iterable

from bronbrief.authoring.excerpt_yaml import Pasteable, Selected, write_excerpt
from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.sentences import sentence_with_most, with_speech_whole
from bronbrief.core.workspace import Workspace
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.sources.search import Hit


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
