"""Every place in a spec where the author speaks."""

from bronbrief.brief.block import blocks_of
from bronbrief.brief.statements import Ground, Statement, Statements
from bronbrief.core.places import Path
from bronbrief.spec.model import BriefSpec, Section


def statements_of(spec: BriefSpec) -> Statements:
    """Return all that the author says in a spec, in its order."""
    found = Statements()
    for key in ("title", "subtitle", "summary"):
        found.plain((key,), getattr(spec, key), ())
    for number, text in enumerate(spec.key_messages):
        found.prose(("key_messages", number), text, ())
    for number, section in enumerate(spec.sections):
        _in_section(section, ("sections", number), found)
    found.prose(("method",), spec.method, ())
    for name, excerpt in spec.excerpts.items():
        grounds = (Ground(name), Ground(excerpt.source))
        for number, added in enumerate(excerpt.insert):
            path = ("excerpts", name, "insert", number, "text")
            found.additions.append(Statement(path, added.text, 0, len(added.text), (), (grounds,)))
    return found


def _in_section(section: Section, path: Path, found: Statements) -> None:
    found.plain((*path, "heading"), section.heading, path)
    for block, given in blocks_of(section):
        block.state(given, (*path, block.key), path, found)
    for number, inner in enumerate(section.sections):
        _in_section(inner, (*path, "sections", number), found)
