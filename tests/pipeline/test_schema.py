"""The schema that editors use: one function makes it, for `build` and for `bronbrief schema` alike."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.core.json_files import to_json
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline import schema
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.report import State
from bronbrief.pipeline.run import build
from bronbrief.pipeline.schema import workspace_schema
from support.workspaces import BRIEF, write_minimal_workspace


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


NEW_RECORD = (
    "title: Een nieuw stuk\npublisher: Gemeente\ntype: report\ndate: 2024\nurl: https://example.org/\n"
)
MANIFEST = "title: {nl-NL: Eigen}\n"


def write(root: Path, path: str, text: str) -> None:
    """Write a file, its folder too."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


CHANGES: dict[str, Callable[[Path], None]] = {
    "a source": lambda root: write(root, "seeds/nieuw.txt", "Een stuk.\n"),
    "a record": lambda root: write(root, "seeds/los.yaml", NEW_RECORD),
    "a template": lambda root: write(root, "templates/eigen/template.yaml", MANIFEST),
    "a manifest in a folder that was there": lambda root: write(
        root, "templates/leeg/template.yaml", MANIFEST
    ),
    "the defaults": lambda root: write(root, "briefs/_defaults.yaml", "publisher: Gemeente Oostdam\n"),
    "the schema itself, by hand": lambda root: write(root, "build/brief.schema.json", "{}\n"),
    "the schema is gone": lambda root: (root / "build/brief.schema.json").unlink(),
    "another spec": lambda root: write(root, "briefs/ander.yaml", "title: x\n"),
}


@pytest.mark.every(3)
@pytest.mark.parametrize("change", CHANGES)
def test_the_schema_is_made_anew_where_it_would_differ(tmp_path: Path, change: str) -> None:
    """After any change and a build of one brief, the schema is that of a workspace without any record."""
    write_minimal_workspace(tmp_path)
    write(tmp_path, "seeds/los.txt", "Een los stuk.\n")
    write(tmp_path, "templates/leeg/notes.txt", "")
    html = Options(("html",))
    build(Workspace(tmp_path), options=html)
    retitle(tmp_path)
    build(Workspace(tmp_path), [BRIEF], html)
    CHANGES[change](tmp_path)
    build(Workspace(tmp_path), [BRIEF], html)

    built = (tmp_path / "build" / "brief.schema.json").read_bytes()
    assert built == to_json(workspace_schema(Workspace(tmp_path)))


def test_the_schema_is_not_made_anew_for_a_change_of_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A brief that changed is built; the schema of the workspace is as it was."""
    write_minimal_workspace(tmp_path)
    build(Workspace(tmp_path), options=Options(("html",)))
    before = (tmp_path / "build" / "brief.schema.json").read_bytes()
    monkeypatch.setattr(schema, "workspace_schema", None)
    for _ in range(2):
        retitle(tmp_path)
        done = build(Workspace(tmp_path), options=Options(("html",)))
        assert (done.exit_code, done.briefs[0].state) == (0, State.BUILT)
        assert "build/brief.schema.json" in done.files
    assert (tmp_path / "build" / "brief.schema.json").read_bytes() == before


def retitle(root: Path) -> None:
    """Give the brief another title."""
    spec = root / "briefs" / f"{BRIEF}.yaml"
    text = spec.read_text(encoding="utf-8")
    assert text.startswith("title: ")
    spec.write_text(text.replace("title: ", "title: Nog ", 1), encoding="utf-8")
