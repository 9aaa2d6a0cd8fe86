"""The reference page is made from the model, and what it shows can be used."""

from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.workspace import Workspace
from bronbrief.spec.checks import check_spec
from bronbrief.spec.examples import EXAMPLES, Example
from bronbrief.spec.load import load_spec
from bronbrief.spec.model import brief_model
from bronbrief.spec.reference import reference_page
from bronbrief.spec.schema import json_schema
from support.tools import ROOT


def test_the_committed_page_is_current() -> None:
    """`docs/spec-reference.md` is what `bronbrief schema --reference` writes."""
    committed = (ROOT / "docs" / "spec-reference.md").read_text(encoding="utf-8")
    assert committed == reference_page(BLOCKS), (
        "run: bronbrief schema --reference --output docs/spec-reference.md"
    )


def test_the_page_has_a_row_for_every_key() -> None:
    """No key of the schema is left out of the page."""
    page = reference_page(BLOCKS)
    schema = json_schema((), (), model=brief_model(BLOCKS))
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    for part in (schema, *definitions.values()):
        for key in part["properties"]:
            assert f"\n| `{key}` |" in page


def test_links_lead_to_headings_of_the_page() -> None:
    """Every link to a table has its heading."""
    page = reference_page(BLOCKS)
    anchors = {
        line[3:].lower().replace("`", "").replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("## ")
    }
    targets = {piece.split(")")[0] for piece in page.split("](#")[1:]}
    assert targets
    assert targets <= anchors


@pytest.mark.parametrize(
    "example", [*EXAMPLES, *(block.example for block in BLOCKS)], ids=lambda example: example.words[:20]
)
def test_the_worked_examples_are_sound(tmp_path: Path, example: Example) -> None:
    """Each worked example is read and checked without a finding, against the sources of this workspace."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "x.yaml").write_text(example.yaml, encoding="utf-8")
    outcome = load_spec(Workspace(tmp_path), "briefs/x.yaml", BLOCKS)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    sources = [path.stem for path in (ROOT / "seeds").glob("*.txt")]
    templates = [path.parent.name for path in (ROOT / "templates").glob("*/template.yaml")]
    assert check_spec(outcome.value, sources, templates) == ()
