"""The JSON Schema says the same as the model, in words that an editor can show."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bronbrief.blocks.registry import BLOCKS
from bronbrief.spec.examples import EXAMPLES
from bronbrief.spec.model import Shared, brief_model
from bronbrief.spec.schema import json_schema
from support.tools import ROOT

MODEL = brief_model(BLOCKS)
BRIEFS = sorted((ROOT / "briefs").glob("[!_]*.yaml"))
TEMPLATES = {"tijdlijn": "Wat gebeurde wanneer.", "raadsinformatiebrief": "Een brief aan de raad."}
SOURCES = {
    "coevorden-bevriest-2024": "Coevorden bevriest stedenband",
    "vlaanderen-wit-rusland-2020": "Vlaanderen",
    "coevorden-brieven-2021": "Brieven",
    "raadsvoorstel": "Raadsvoorstel",
}
VALID: dict[str, Any] = {
    "title": "Veer",
    "template": "tijdlijn",
    "lang": "nl-NL",
    "date": "2026-11-21",
    "version": 1.0,
    "excerpts": {"a": {"source": "coevorden-brieven-2021", "passage": ["al. 1", "al. 2"]}},
    "sections": [{"heading": 2024, "timeline": [{"date": 2000, "event": "e", "cite": ["a"]}]}],
}


def _validator() -> Draft202012Validator:
    schema = json_schema(TEMPLATES, SOURCES, model=MODEL)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _editors_view(text: str) -> Any:
    """Read YAML as an editor does, by YAML 1.2: dates are text, numbers are numbers."""

    class Core(yaml.SafeLoader):
        pass

    Core.yaml_implicit_resolvers = {
        first: [(tag, found) for tag, found in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Core)  # noqa: S506 a SafeLoader


def _nodes(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(part)


def test_numbers_that_stand_for_text_are_accepted() -> None:
    """A version 1.0 and a year 2000 are numbers to an editor, and no mistakes."""
    assert list(_validator().iter_errors(VALID)) == []


def test_the_schema_has_every_key_of_the_model() -> None:
    """No key that a spec may have is missing from the schema, where an editor would call it a mistake."""
    named = {field.alias or name for name, field in MODEL.model_fields.items()}
    assert set(json_schema(TEMPLATES, SOURCES, model=MODEL)["properties"]) == named  # type: ignore[call-overload]


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_the_shipped_specs_are_valid(path: Path) -> None:
    """The specs of this repository satisfy the schema that names its templates and sources."""
    templates, sources = (
        {one.stem: one.stem for one in (ROOT / folder).iterdir()} for folder in ("templates", "seeds")
    )
    validator = Draft202012Validator(json_schema(templates, sources, model=MODEL))
    errors = validator.iter_errors(_editors_view(path.read_text(encoding="utf-8")))
    assert [error.message for error in errors] == []


def test_the_example_of_the_readme_is_valid() -> None:
    """The spec in short that README.md shows satisfies the schema."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    example = text.split("A spec in short:")[1].split("```yaml\n")[1].split("```")[0]
    assert [error.message for error in _validator().iter_errors(_editors_view(example))] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.words[:20])
def test_the_worked_examples_are_valid(example: Any) -> None:
    """What the reference shows satisfies the schema."""
    assert [error.message for error in _validator().iter_errors(_editors_view(example.yaml))] == []


@pytest.mark.every(8)
@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"template": "tijdlyn"},
        {"lang": "nl"},
        {"date": 2026},
        {"keywords": "x"},
        {"house": {"accent": "red"}},
        {"council": {"annex": 0}},
        {"sections": []},
        {"sections": [{"heading": "h", "block_order": ["body"]}]},
        {"excerpts": {"A B": {"source": "coevorden-brieven-2021", "quote": "q"}}},
        {"excerpts": {"a": {"source": "onbekend", "quote": "q"}}},
        {"excerpts": {"a": {"source": "coevorden-brieven-2021"}}},
        {"excerpts": {"a": {"source": "coevorden-brieven-2021", "from": "b"}}},
        {"excerpts": {"a": {"source": "coevorden-brieven-2021", "quote": "q", "passage": "al. 1"}}},
        {"excerpts": {"a": {"source": "coevorden-brieven-2021", "quote": "q", "across": "ja"}}},
    ],
)
def test_mistakes_are_marked(change: dict[str, Any]) -> None:
    """What the reader of specs refuses, the schema refuses where it can."""
    assert list(_validator().iter_errors(VALID | change))


def test_keys_that_the_defaults_give_may_be_left_out() -> None:
    """An editor does not ask for a language that `_defaults.yaml` gives."""
    spec = {key: value for key, value in VALID.items() if key != "lang"}
    assert list(_validator().iter_errors(spec))
    assert Draft202012Validator(json_schema(TEMPLATES, SOURCES, ["lang"], model=MODEL)).is_valid(spec)


def test_the_defaults_have_a_schema_of_their_own() -> None:
    """In `_defaults.yaml` nothing is required, and a title is refused."""
    validator = Draft202012Validator(json_schema(TEMPLATES, SOURCES, model=Shared))
    assert validator.is_valid({"lang": "en"})
    assert not validator.is_valid({"title": "x"})


def test_choices_come_with_what_they_are() -> None:
    """Templates and sources are offered in order, each with its description."""
    schema: Any = json_schema(TEMPLATES, SOURCES, model=MODEL)
    template = schema["properties"]["template"]
    assert template["enum"] == ["raadsinformatiebrief", "tijdlijn"]
    assert template["markdownEnumDescriptions"] == ["Een brief aan de raad.", "Wat gebeurde wanneer."]
    assert schema["$defs"]["excerpt"]["properties"]["source"]["enum"] == sorted(SOURCES)
    assert "enum" not in json_schema((), (), model=MODEL)["properties"]["template"]  # type: ignore[index]


def test_every_key_is_explained() -> None:
    """Each key of each mapping has a description, and each text an example."""
    schema: Any = json_schema((), (), model=MODEL)
    for part in (schema, *schema["$defs"].values()):
        for name, field in part["properties"].items():
            assert field.get("description", "").endswith("."), name
            is_plain = field.get("type") not in ("array", "object", "boolean") and "$ref" not in field
            assert field.get("examples") or not is_plain, name


def test_the_examples_in_the_schema_are_valid() -> None:
    """No example would be refused where it is shown."""
    schema: Any = json_schema((), (), model=MODEL)
    for node in _nodes(schema):
        if isinstance(node.get("examples"), list):
            for example in node["examples"]:
                errors = Draft202012Validator({**node, "$defs": schema["$defs"]}).iter_errors(example)
                assert [error.message for error in errors] == []


def test_nothing_of_the_workings_shows() -> None:
    """No class names, private fields or nulls of the model stand in the schema."""
    text = json.dumps(json_schema(TEMPLATES, SOURCES, model=MODEL))
    for leak in ('Spec"', "from_", "for_", "_order", "block_types", "null", "ComparisonRow", "Pydantic"):
        assert leak not in text, leak
    assert all(
        node.get("additionalProperties") is False
        for node in _nodes(json.loads(text))
        if "required" in node and "properties" in node
    )
