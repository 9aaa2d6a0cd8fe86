"""The specimen: every block and every custom property on one sheet, in the templates of a workspace."""

import re
from collections.abc import Iterable
from concurrent.futures import wait
from html import escape
from importlib.resources import files
from pathlib import Path

from tinycss2.serializer import serialize_name

from bronbrief.authoring.new_spec import drafts
from bronbrief.authoring.scaffold import packaged_files
from bronbrief.blocks import registry
from bronbrief.core.diagnostics import Outcome
from bronbrief.core.renditions import FORMATS
from bronbrief.core.workspace import BUILD, TEMPLATES, Workspace
from bronbrief.html.custom_properties import CustomProperty, custom_properties
from bronbrief.pipeline.executor import open_workers, result_of
from bronbrief.pipeline.job import Job, Result, lacking, packed
from bronbrief.pipeline.options import Options
from bronbrief.pipeline.publish import publish
from bronbrief.pipeline.worker import make_brief
from bronbrief.spec.paths import DEFAULTS

NAME, PATH = "specimen", "briefs/specimen.yaml"
FOLDER = f"{TEMPLATES}/{NAME}"
ROUNDS = 4
"""How often more files of the workspace may be asked for, such as a logo."""


def write_specimen(workspace: Workspace) -> Outcome[tuple[str, ...]]:
    """Write the specimen to `build/templates/specimen/`, as PDF and as a web page; return their paths."""
    options = Options()
    with open_workers(options, 1, workspace.root) as workers:
        future = workers.submit(make_specimen, str(workspace.root))
        wait([future])
        result = result_of(PATH, future, options)
    made = {name: data for name, data in result.files.items() if name.endswith(tuple(FORMATS))}
    if not made:
        return Outcome(None, result.diagnostics)
    published = publish(workspace, NAME, made, f"{BUILD}/{TEMPLATES}")
    paths = published.value.paths if published.value else None
    found = (one for one in result.diagnostics if one.code != "unedited")  # nobody is to replace it here
    return Outcome(paths, (*found, *published.diagnostics))


def make_specimen(root: str) -> Result:
    """Take the specimen down the road, in a worker, with the templates and house style of a workspace.

    Nothing else of the workspace is seen but what these name.
    """
    workspace = Workspace(Path(root))
    own = dict(packaged_files(files(__package__) / "specimen_files"))
    own[PATH] += _others(own[PATH].decode()).encode()
    for medium in ("print", "screen"):
        properties = custom_properties(workspace, medium)
        if properties.value is None:
            return Result(properties.diagnostics)
        own[f"{FOLDER}/properties-{medium}.html.j2"] = _table(properties.value).encode()
        own[f"{FOLDER}/{medium}.css"] += _rules(properties.value).encode()
    more: set[str] = set()
    for _ in range(ROUNDS):
        found = packed(Job("", PATH, FORMATS), workspace, more).packed or {}
        files_given = {path: data for path, data in found.items() if _is_house(path, more)} | own
        job = Job("", PATH, FORMATS, packed=files_given)
        result = make_brief(job)
        asked = lacking(result, job, workspace)
        if asked <= more:
            break
        more |= asked
    return result


def _others(spec: str) -> str:
    """Return sections for the blocks that a spec which ends with its sections does not have."""
    lacking = (block for block in registry.BLOCKS if not re.search(rf"^ +{block.key}:", spec, re.MULTILINE))
    return "\n".join(drafts(lacking, "nl", "2026-01-15", "besluit")) + "\n"


def _is_house(path: str, more: set[str]) -> bool:
    """Tell whether a file of a workspace is of its house style: a template, the defaults, what these name."""
    return (
        path == DEFAULTS
        or path in more
        or (path.startswith(f"{TEMPLATES}/") and not path.startswith(f"{FOLDER}/"))
    )


def _rules(given: Iterable[CustomProperty]) -> str:
    """Return the style of the sample of each property."""
    styles = {"colour": "background", "type": "font-size", "length": "width"}
    return "\n".join(
        f".shows-{number}{{{styles[one.kind]}:var(--{serialize_name(one.name)})}}"
        for number, one in enumerate(given)
        if one.kind in styles
    )


def _table(given: Iterable[CustomProperty]) -> str:
    """Return the table of properties as a piece of a template: its name, a sample, its value."""
    rows = "".join(
        f'<tr><th scope="row"><code>--{_text(one.name)}</code></th><td>{_sample(number, one)}</td>'
        f"<td>{_value(one)}</td></tr>\n"
        for number, one in enumerate(given)
    )
    head = '<tr><th scope="col">Eigenschap</th><th scope="col">Voorbeeld</th><th scope="col">Waarde</th></tr>'
    return f'<table class="property-table"><thead>{head}</thead><tbody>\n{rows}</tbody></table>'


def _sample(number: int, given: CustomProperty) -> str:
    look = {"colour": "swatch", "type": "letters", "length": "measure"}.get(given.kind)
    words = "Griffie 2026" if look == "letters" else ""
    return f'<span class="{look} shows-{number}">{words}</span>' if look else ""


def _value(given: CustomProperty) -> str:
    """Return the value of a property, and where it comes from if not from the shared style sheet."""
    if given.own:
        return f"{_text(given.value)} (<code>house.css</code>)"
    if given.name in ("accent", "ink"):
        return f"{{{{ brief.house.{given.name} }}}} (<code>house: {given.name}</code>)"
    return _text(given.value) or "afgeleid van accent en ink"


def _text(words: str) -> str:
    """Return words as they stand in a template."""
    return escape(words).replace("{", "&#123;")
