"""A new spec: commented, with a real quotation where one is asked, written only where no file stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bronbrief.authoring.excerpt_yaml import Pasteable, Selected, write_excerpt
from bronbrief.blocks import registry
from bronbrief.brief.labels import shipped_labels
from bronbrief.brief.sections import NUMBERED
from bronbrief.core.diagnostics import Outcome, report, unwritable
from bronbrief.core.sentences import sentences_around
from bronbrief.core.workspace import BRIEFS, SEEDS, FileProblemError, Workspace
from bronbrief.core.yaml.writing import scalar
from bronbrief.html.manifest import Manifest
from bronbrief.locale import i18n
from bronbrief.sources.catalogue import load_catalogue, source_ids, unknown_source
from bronbrief.sources.model import Source, Unit
from bronbrief.sources.search import search
from bronbrief.spec.block import Sample, SpecBlock
from bronbrief.spec.paths import named_brief
from bronbrief.spec.unedited import AREA, BLOCKS

SCHEMA = "# yaml-language-server: $schema=../build/brief.schema.json"
_SHORTEST, _LONGEST = 40, 240
_SOURCES_TRIED = 20
_ENDS = ".!?"
_FIRST, _CONTEXT = "decision", "context"
_NEED_WORDS = ("subtitle", "summary", "author", "method")

_Asked = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class NewSpec:
    """What the author says of a new brief; `date` is YYYY-MM-DD, `source` an id or empty."""

    name: str
    template: str
    lang: str
    title: str
    audience: str
    date: str
    source: str = ""


def check_name(workspace: Workspace, name: str) -> Outcome[str]:
    """Return the name of a new brief, taken from a name or path; or say why it will not do."""
    named = named_brief(name)
    for ending in (".yaml", ".yml"):
        path = f"{BRIEFS}/{named.value}{ending}"
        if named.value and workspace.has(path):
            return Outcome(None, (report("brief-exists", path=path),))
    return named


def write_spec(
    workspace: Workspace, spec: NewSpec, manifest: Manifest, *, sample: bool = True
) -> Outcome[str]:
    """Write a new spec in `briefs/` and return its path; nothing is written over.

    Without a `sample` it quotes nothing, and does not say how quotations are typed.
    """
    path = f"{BRIEFS}/{spec.name}.yaml"
    example = find_example(workspace, spec, _words(spec)["example"]) if sample else None
    text = spec_text(spec, manifest.needs, example, manifest.roles, sample=sample)
    try:
        workspace.write(path, text.encode(), replace=False)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    except FileExistsError:
        return Outcome(None, (report("brief-exists", path=path),))
    except OSError as error:
        return Outcome(None, (unwritable(path, error),))
    return Outcome(path)


def check_source(workspace: Workspace, name: str) -> Outcome[str]:
    """Return the id of a source that there is, taken from an id or path; or say which there are."""
    source_id = name.removeprefix(f"{SEEDS}/").removesuffix(".txt").removesuffix(".yaml")
    known = source_ids(workspace)
    if not source_id or source_id in known:
        return Outcome(source_id)
    return Outcome(None, (unknown_source(source_id, known),))


def find_example(workspace: Workspace, spec: NewSpec, name: str) -> Pasteable | None:
    """Return an excerpt of a sentence from a source, proven; None where no source has one to quote.

    It is the source that is asked for, else the one that fits title and name best. What does not end as a
    sentence, such as an address, is quoted only where no source has better.
    """
    second = None
    for source_id in _fitting(workspace, spec)[:_SOURCES_TRIED]:
        loaded = load_catalogue(workspace, [source_id])
        source = loaded.value.get(source_id) if loaded.value and loaded.ok else None
        found = _example(source, name, whole=True) if source else None
        if found:
            return found
        second = second or (_example(source, name, whole=False) if source else None)
    return second


def _fitting(workspace: Workspace, spec: NewSpec) -> list[str]:
    """Return the sources to quote from, first those that speak of what the title and the name say."""
    if spec.source:
        return [spec.source]
    found = search(workspace, f"{spec.title} {spec.name.replace('-', ' ')}", limit=_SOURCES_TRIED).hits
    return list(dict.fromkeys([*(hit.source_id for hit in found), *source_ids(workspace)]))


def spec_text(
    spec: NewSpec,
    needs: tuple[str, ...],
    example: Pasteable | None,
    roles: tuple[str, ...],
    *,
    sample: bool,
) -> str:
    """Write the text of a spec that has what its template needs, and sections of these roles."""
    said = {**_words(spec), "day": spec.date}
    parts = [_head(spec, said), *_optional(needs, said), _messages(said, example)]
    if sample:
        parts.append(_excerpts(said, example))
    parts.append("\n".join(_sections(spec.lang, (needs, roles), said, example)) + "\n")
    return "\n".join(parts)


def _words(spec: NewSpec) -> Mapping[str, str]:
    return {**i18n.words("new_spec", spec.lang), **i18n.words(AREA, spec.lang)}


def _example(source: Source, name: str, *, whole: bool) -> Pasteable | None:
    for passage in source.passages:
        if passage.locator.unit not in {Unit.PARAGRAPH, Unit.ANSWER, Unit.SPEAKER}:
            continue
        start, end = sentences_around(passage.text, 0, 1)
        if not _SHORTEST <= end - start <= _LONGEST or (whole and passage.text[end - 1] not in _ENDS):
            continue
        written = write_excerpt(source, Selected(passage.index, start, passage.index, end), name)
        if written.value and not written.diagnostics:
            return written.value
    return None


def _head(spec: NewSpec, said: Mapping[str, str]) -> str:
    return f"""\
{SCHEMA}
# {said["what"]}
# {said["check"].format(name=spec.name)}
# {said["find"]}

title: {scalar(spec.title)}
template: {spec.template}
lang: {spec.lang}
# {said["date"]}
date: {spec.date}
# {said["version"]}
version: "1.0"
# {said["for"]}
for: {scalar(spec.audience)}
"""


def _optional(needs: tuple[str, ...], said: Mapping[str, str]) -> Iterator[str]:
    """Yield the further fields that a template needs."""
    for need in _NEED_WORDS:
        if need in needs:
            yield f"{need}: {scalar(said[need])}\n"
    if "council" in needs:
        yield f"# {said['council']}\ncouncil:\n  body: {said['body_name']}\n"


def _messages(said: Mapping[str, str], example: Pasteable | None) -> str:
    cite = f" [@{example.id}]" if example else ""
    return f"# {said['key_messages']}\nkey_messages:\n  - |\n    {said['key']}{cite}.\n"


def _excerpts(said: Mapping[str, str], example: Pasteable | None) -> str:
    if example is None:
        sample = f"# excerpts:\n#   {said['example']}:\n#     source: \n#     quote: \n"
        return f"# {said['no_excerpts']}\n{sample}"
    return f"# {said['excerpts']}\nexcerpts:\n{example.yaml}"


def _sections(lang: str, asked: _Asked, said: Mapping[str, str], example: Pasteable | None) -> Iterator[str]:
    """Yield the lines of the sections: running text, and the blocks and roles that the template asks for."""
    (needs, roles), heads = asked, shipped_labels(lang)
    yield from (f"# {said['sections']}", "sections:")
    if _FIRST in roles:
        yield from (*_of_role(_FIRST, heads, said), "")
    intro = said["intro"] if example else said["intro_without"]
    begin = _CONTEXT if _CONTEXT in roles else None
    yield f"  - heading: {heads[f'role_{_CONTEXT}'] if begin else said['heading']}"
    yield from (f"    role: {begin}",) if begin else ()
    yield from (f"    # {said['body']}", "    body: |", f"      {intro}")
    if example:
        yield from ("", f"      ![[{example.id}]]")
    for role in roles:
        if role not in (_FIRST, _CONTEXT):
            yield from ("", *_of_role(role, heads, said))
    needed = (block for block in registry.BLOCKS if block.key in needs)
    yield from drafts(needed, lang, said["day"], example.id if example else "")


def drafts(blocks: Iterable[SpecBlock[Any]], lang: str, day: str, cite: str) -> Iterator[str]:
    """Yield the lines of a section for each block, with words in a language and an excerpt to cite, or ""."""
    said = i18n.words(BLOCKS, lang)
    for block in blocks:
        words = said[block.key]
        if lines := tuple(block.skeleton(Sample({**words, **words.get("replace", {})}, day, cite))):
            yield from ("", *lines)


def _of_role(role: str, heads: Mapping[str, str], said: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a section with a role; arguments are sections of their own within it."""
    yield from (f"  - heading: {scalar(heads[f'role_{role}'])}", f"    role: {role}")
    if role in NUMBERED:
        yield from ("    sections:", f"      - heading: {scalar(said[role.removesuffix('s')])}")
        yield f"        body: {scalar(said['text'])}"
    else:
        point = f"1. {said['point']}" if role == _FIRST else said["text"]
        yield from ("    body: |", f"      {point}")
