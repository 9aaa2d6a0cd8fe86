"""What a shell offers for a word that is being typed: the names that there are in the workspace."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from bronbrief.core.workspace import Workspace, find_workspace

PLAIN = re.compile(r"[\w.+@-]+")
"""Names that a shell takes as they are. What else is put in a line may be run when Enter is pressed."""
Offer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _offering(names: Callable[[Workspace], Iterable[str]]) -> Offer:
    """Offer the names in the workspace that is meant, and nothing where there is none."""

    def offer(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
        root = find_workspace(ctx.params.get("folder") or Path.cwd())
        return _beginning(names(Workspace(root)), begun) if root else []

    return offer


def _beginning(names: Iterable[str], begun: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(begun) and PLAIN.fullmatch(name)]


def _briefs(workspace: Workspace) -> Iterable[str]:
    from bronbrief.spec.paths import brief_name, spec_paths

    return map(brief_name, spec_paths(workspace))


def _sources(workspace: Workspace) -> Iterable[str]:
    from bronbrief.sources.catalogue import source_ids

    return source_ids(workspace)


def _templates(workspace: Workspace) -> Iterable[str]:
    from bronbrief.html.templates import template_names

    return template_names(workspace)


briefs, sources, templates = _offering(_briefs), _offering(_sources), _offering(_templates)


def codes(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer the codes of findings, also in the brackets in which they are printed."""
    from bronbrief.core.diagnostics import codes as known

    return _beginning(known(), begun.strip("[]"))


def commands(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer the commands."""
    top = ctx.find_root()
    return _beginning(top.command.list_commands(top) if isinstance(top.command, click.Group) else (), begun)
