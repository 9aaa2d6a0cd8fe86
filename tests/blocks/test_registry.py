"""Every block type in the registry has all its parts: nothing that an author writes in it gets lost."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from bronbrief.authoring.new_spec import NewSpec, spec_text
from bronbrief.blocks.registry import BLOCKS
from bronbrief.brief.assemble import assemble
from bronbrief.brief.block import BlockType
from bronbrief.brief.labels import load_labels
from bronbrief.brief.model import Block
from bronbrief.brief.own_statements import statements_of
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace, packaged_templates
from bronbrief.evidence.select import prove_all
from bronbrief.sources.catalogue import load_catalogue
from bronbrief.spec.checks import check_spec
from bronbrief.spec.load import LoadedSpec, load_spec
from bronbrief.spec.reference import reference_page
from support.pictures import png
from support.tools import ROOT

each = pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.key)
Kind = BlockType[Any]


def _workspace(root: Path) -> Workspace:
    """Return a workspace with the sources of this repository and the picture that an example shows."""
    shutil.copytree(ROOT / "seeds", root / "seeds")
    (root / "briefs" / "images").mkdir(parents=True)
    (root / "briefs" / "images" / "brest.jpg").write_bytes(png(10, 10))
    return Workspace(root)


def _load(workspace: Workspace, text: str) -> LoadedSpec:
    (workspace.root / "briefs" / "x.yaml").write_text(text, encoding="utf-8")
    loaded = load_spec(workspace, "briefs/x.yaml", BLOCKS)
    assert loaded.value is not None, loaded.diagnostics
    assert loaded.diagnostics == ()
    return loaded.value


def _made(workspace: Workspace, loaded: LoadedSpec) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return the blocks of the first section, and what was found wrong on the way to them."""
    sources = load_catalogue(workspace).value
    labels = load_labels(workspace, loaded.spec.lang).value
    assert sources is not None
    assert labels is not None
    found = check_spec(loaded, sources.sources, [loaded.spec.template])
    proven = prove_all(loaded, sources)
    brief = assemble(loaded, proven.value or {}, sources, labels, workspace)
    assert brief.value is not None
    return brief.value.sections[0].blocks, (*found, *proven.diagnostics, *brief.diagnostics)


@each
def test_its_example_becomes_blocks_that_shipped_macros_print(block: Kind, tmp_path: Path) -> None:
    """The example makes blocks without a finding; each has a macro, and says which characters it prints."""
    workspace = _workspace(tmp_path)
    loaded = _load(workspace, block.example.yaml)
    assert block.key in [written.block.key for written in loaded.spec.sections[0].written]
    blocks, found = _made(workspace, loaded)
    assert found == ()
    shared = (packaged_templates() / "_shared" / "blocks.html.j2").read_text(encoding="utf-8")
    assert {one.macro for one in blocks} <= set(re.findall(r"{% macro (\w+)\(", shared))
    texts = [
        text for one in blocks for path, text in one.texts(("sections", 0)) if path[2] in (block.key, "body")
    ]
    assert any(text.strip() if isinstance(text, str) else text.plain.strip() for text in texts)


@each
def test_what_the_author_says_in_it_is_a_statement(block: Kind, tmp_path: Path) -> None:
    """The check of claims gets the author's words, each at its place in the spec."""
    loaded = _load(_workspace(tmp_path), block.example.yaml)
    said = [one for one in statements_of(loaded.spec).all if one.path[:3] == ("sections", 0, block.key)]
    assert said
    assert {one.scope for one in said} == {("sections", 0)}
    assert {one.path for one in said} <= loaded.places.spans.keys()


@each
def test_names_in_it_are_looked_up(block: Kind, tmp_path: Path) -> None:
    """Without its excerpts, each name that the example calls is reported."""
    workspace = _workspace(tmp_path)
    text = re.sub(r"\nexcerpts:\n(?:  .*\n)+", "\n", block.example.yaml)
    _, found = _made(workspace, _load(workspace, text))
    called = len(re.findall(r"!\[\[|\[@|cite: \[+\w|quote: \w", text))
    assert len(found) == called


@each
def test_the_reference_explains_it(block: Kind) -> None:
    """The key has a row, and the page holds the example."""
    page = reference_page(BLOCKS)
    assert f"\n| `{block.key}` |" in page
    assert block.example.yaml.strip() in page
    assert f"\n    {block.key}:" in block.example.yaml


@each
def test_a_new_spec_that_needs_it_is_read(block: Kind, tmp_path: Path) -> None:
    """The skeleton fits in a spec and has the block, but for one that no template needs or a comment."""
    (tmp_path / "briefs").mkdir()
    new = NewSpec("x", "tijdlijn", "en", "New", "Council", "2026-11-21")
    text = spec_text(new, (block.key,), None, (), sample=True)
    loaded = _load(Workspace(tmp_path), text)
    written = [one.block.key for section in loaded.spec.sections for one in section.written]
    assert block.key in written or block.last or f"\n  #   {block.key}:\n" in text


@pytest.mark.parametrize("part", sorted(BlockType.__abstractmethods__))
def test_a_block_type_without_a_part_cannot_be_made(part: str) -> None:
    """Whatever is left out, there is no block type: mypy says so, and so does Python."""
    parts = {name: None for name in BlockType.__abstractmethods__ if name != part}
    lacking = type("Lacking", (BlockType,), parts)
    with pytest.raises(TypeError, match=part):
        lacking()


def test_keys_are_unique_and_no_key_of_a_section_is_taken() -> None:
    """Two block types under one key would hide each other."""
    keys = [block.key for block in BLOCKS]
    assert len(set(keys)) == len(keys)
    assert not {"heading", "sections", "accept"} & set(keys)
