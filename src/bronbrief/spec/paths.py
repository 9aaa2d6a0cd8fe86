"""Which files in `briefs/` are specs, and their language: asked on every run, so it takes no library."""

import os
import re
from collections.abc import Iterator
from itertools import islice

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.workspace import BRIEFS, SPEC_LIMIT, FileProblemError, Workspace, is_text
from bronbrief.sources.model import is_source_id, slug

DEFAULTS = f"{BRIEFS}/_defaults.yaml"
_ENDINGS = (".yaml", ".yml")
_LANGUAGE = re.compile(rb"""^lang:[ \t]*["']?([A-Za-z]{2,3}(?:-[A-Za-z]{2})?)\b""", re.MULTILINE)
_UNREAD = 20


def spec_paths(workspace: Workspace) -> tuple[str, ...]:
    """Return the paths of the specs in `briefs/`, sorted; files whose name begins with _ are not specs."""
    return tuple(
        path for path in workspace.names(BRIEFS, *_ENDINGS) if not path.startswith("_", len(BRIEFS) + 1)
    )


def unread_specs(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report what was meant for a spec and is none: in a folder within `briefs/`, or ending in .YAML."""
    for path in islice(_meant(workspace), _UNREAD):
        name = path[path.rfind("/") + 1 : path.rfind(".")]
        yield report("brief-not-read", Place(path), path=path, meant=f"{BRIEFS}/{name}.yaml")


def _meant(workspace: Workspace) -> Iterator[str]:
    top = f"{workspace.root}/{BRIEFS}"
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        for name in sorted(names):
            inside = folder != top or not name.endswith(_ENDINGS)
            if (
                inside
                and name.lower().endswith(_ENDINGS)
                and not name.startswith((".", "_"))
                and is_text(name)
            ):
                yield f"{BRIEFS}{folder[len(top) :]}/{name}"


def workspace_language(workspace: Workspace) -> str:
    """Return the language that all briefs share, as `_defaults.yaml` has it; "" where it says none."""
    try:
        found = _LANGUAGE.search(workspace.read(DEFAULTS, SPEC_LIMIT))
    except FileProblemError:
        return ""
    return found[1].decode() if found else ""


def named_brief(asked: str) -> Outcome[str]:
    """Return the name of a brief, there or not, by its name or path; or say why none can be called so."""
    plain = asked.removeprefix(f"{BRIEFS}/").removesuffix(".yaml").removesuffix(".yml")
    if is_source_id(plain):
        return Outcome(plain)
    return Outcome(None, (report("brief-name", name=asked, suggestion=slug(plain) or "mijn-briefing"),))


def brief_name(path: str) -> str:
    """Return the name of a brief: that of its spec, without folder and ending."""
    return path[path.rfind("/") + 1 : path.rfind(".")]
