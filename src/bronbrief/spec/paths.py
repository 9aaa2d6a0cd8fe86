"""Which files in `briefs/` are specs: asked on every build, so it takes no library."""

from bronbrief.core.workspace import BRIEFS, Workspace


def spec_paths(workspace: Workspace) -> tuple[str, ...]:
    """Return the paths of the specs in `briefs/`, sorted; files whose name begins with _ are not specs."""
    return tuple(
        path for path in workspace.names(BRIEFS, ".yaml", ".yml") if not path.startswith("_", len(BRIEFS) + 1)
    )


def brief_name(path: str) -> str:
    """Return the name of a brief: that of its spec, without folder and ending."""
    return path[path.rfind("/") + 1 : path.rfind(".")]
