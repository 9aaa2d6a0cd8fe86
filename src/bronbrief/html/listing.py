"""The templates of a workspace: what each is for, and what it needs of a spec."""

from collections.abc import Mapping

from bronbrief.core.diagnostics import Diagnostic, Outcome
from bronbrief.core.workspace import Workspace
from bronbrief.html.manifest import Manifest
from bronbrief.html.shipped_templates import changed_files, shipped_folders
from bronbrief.html.templates import load_template, template_names
from bronbrief.locale import i18n
from bronbrief.reporting.shapes import TemplateShape


def list_templates(workspace: Workspace) -> Outcome[Mapping[str, Manifest]]:
    """Return the manifests by the names of the templates; those that cannot be read are reported."""
    manifests: dict[str, Manifest] = {}
    findings: list[Diagnostic] = []
    for name in template_names(workspace):
        loaded = load_template(workspace, name)
        findings += loaded.diagnostics
        if loaded.value is not None:
            manifests[name] = loaded.value.manifest
    return Outcome(manifests, tuple(findings))


def template_choices(manifests: Mapping[str, Manifest], lang: str) -> dict[str, str]:
    """Return the title of each template with what it is for, by name, in a language of the interface."""
    tag = i18n.say("language", "tag", lang)
    return {name: f"{one.title(tag)} – {one.description(tag)}" for name, one in manifests.items()}


def changed_copies(workspace: Workspace) -> Mapping[str, tuple[str, ...] | None]:
    """Return which files are not as shipped, by template; None for one of which there is no copy."""
    return {name: changed_files(workspace, name) for name in shipped_folders()}


def as_data(
    manifests: Mapping[str, Manifest], changed: Mapping[str, tuple[str, ...] | None]
) -> list[TemplateShape]:
    """Return the list as data, with the files of copies that are not as shipped."""
    return [
        {
            "name": name,
            "titles": dict(manifest.titles),
            "descriptions": dict(manifest.descriptions),
            "needs": list(manifest.needs),
            "roles": list(manifest.roles),
            "promises": list(manifest.promises),
            "prints": None if manifest.prints is None else list(manifest.prints),
            "pages": manifest.pages,
            "changed": list(changed.get(name) or ()),
        }
        for name, manifest in manifests.items()
    ]
