"""The JSON Schema of specs for one workspace: its templates and sources to choose from, and what they are."""

from bronbrief.blocks import registry
from bronbrief.core.json_files import to_json
from bronbrief.core.workspace import SEEDS, TEMPLATES, Workspace
from bronbrief.html.templates import MANIFEST, load_template, template_names
from bronbrief.sources.catalogue import source_ids
from bronbrief.sources.record import read_record
from bronbrief.spec.load import shared_keys
from bronbrief.spec.model import Shared, brief_model
from bronbrief.spec.schema import json_schema

# Nobody reads through more than these in an editor, and reading their records would slow every build.
DESCRIBED = 2000


def schema(workspace: Workspace) -> bytes:
    """Make the schema that editors complete specs from."""
    workspace.depends_on(f"{TEMPLATES}/")
    for folder in (workspace.root / TEMPLATES).glob("*/"):
        workspace.depends_on(f"{TEMPLATES}/{folder.name}/{MANIFEST}")
    return to_json(workspace_schema(workspace))


def workspace_schema(workspace: Workspace, *, defaults: bool = False) -> dict[str, object]:
    """Return the schema of specs, or of `briefs/_defaults.yaml`.

    What is wrong with templates and records is not reported here: they keep their names and go without a
    description.
    """
    templates = {name: name for name in template_names(workspace)}
    for name in templates:
        loaded = load_template(workspace, name).value
        if loaded is not None:
            templates[name] = loaded.manifest.description("nl-NL")
    sources = {name: name for name in source_ids(workspace)}
    for name in sources if len(sources) <= DESCRIBED else ():
        record = read_record(workspace, f"{SEEDS}/{name}.yaml").value
        if record is not None:
            sources[name] = record.title
    model = Shared if defaults else brief_model(registry.BLOCKS)
    return json_schema(templates, sources, shared_keys(workspace), model=model)
