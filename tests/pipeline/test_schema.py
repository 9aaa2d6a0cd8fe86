"""The schema that editors use: one function makes it, for `build` and for `bronbrief schema` alike."""

import json
from pathlib import Path

from bronbrief.cli.main import run
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.schema import workspace_schema
from support.workspaces import write_minimal_workspace


def test_build_and_schema_write_the_same(tmp_path: Path) -> None:
    """`build` renews the schema byte for byte as `bronbrief schema` would, titles of sources and all."""
    write_minimal_workspace(tmp_path)
    assert run(["build", "--workspace", str(tmp_path), "--quiet"]) == 0
    built = (tmp_path / "build" / "brief.schema.json").read_bytes()
    assert run(["schema", "--workspace", str(tmp_path)]) == 0

    assert (tmp_path / "build" / "brief.schema.json").read_bytes() == built
    assert "Veerdienst vaart voorlopig door" in built.decode()


def test_shared_keys_need_not_be_given_again(tmp_path: Path) -> None:
    """What `_defaults.yaml` gives, an editor does not ask for."""
    write_minimal_workspace(tmp_path)
    assert "lang" in json.dumps(workspace_schema(Workspace(tmp_path))["required"])
    (tmp_path / "briefs" / "_defaults.yaml").write_text("lang: nl-NL\n", encoding="utf-8")

    assert "lang" not in json.dumps(workspace_schema(Workspace(tmp_path))["required"])


def test_source_with_a_broken_record_keeps_its_name(tmp_path: Path) -> None:
    """A record that cannot be read leaves the source to choose, without a description."""
    write_minimal_workspace(tmp_path)
    (record,) = (tmp_path / "seeds").glob("*.yaml")
    record.write_text("title: [", encoding="utf-8")

    assert record.stem in json.dumps(workspace_schema(Workspace(tmp_path)))
