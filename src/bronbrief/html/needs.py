"""What a template asks of a spec and does not get, and what it gets and does not print."""

from collections.abc import Iterator

from bronbrief.brief.head import given_facts
from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.html.manifest import FIELDS
from bronbrief.html.templates import Template
from bronbrief.spec.load import LoadedSpec
from bronbrief.spec.model import BriefSpec
from bronbrief.spec.section import Section


def check_needs(template: Template, loaded: LoadedSpec) -> tuple[Diagnostic, ...]:
    """Report what a template needs and a spec does not have, and what a spec has and it does not print.

    The first stands where the spec names its template, the second where the spec has it.
    """
    spec, places, manifest = loaded.spec, loaded.places, template.manifest
    sections = tuple(_sections(spec))
    given = {*_fields(spec), *(block.key for one in sections for block, _ in one.written)}
    roles = {one.role for one in sections}
    place, name = places.value(("template",)), template.name
    found = [
        report("template-need-unmet", place, template=name, need=need)
        for need in manifest.needs
        if need not in given
    ]
    found += [
        report("template-role-unmet", place, template=name, role=role)
        for role in manifest.roles
        if role not in roles
    ]
    for key, path in given_facts(spec):
        if manifest.prints is not None and key not in manifest.prints:
            found.append(report("template-prints-not", places.key(path), template=name, key=key))
    return tuple(found)


def _fields(spec: BriefSpec) -> Iterator[str]:
    """Yield the fields that a spec fills, by the names that manifests use."""
    return (name for name in FIELDS if getattr(spec, "for_" if name == "for" else name))


def _sections(spec: BriefSpec) -> Iterator[Section]:
    sections = list(spec.sections)
    while sections:
        section: Section = sections.pop()
        sections += section.sections
        yield section
