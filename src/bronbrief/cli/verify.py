"""`bronbrief verify`: whether every quotation in a finished file or dossier is what its source says."""

from collections.abc import Sequence
from pathlib import Path

import click

from bronbrief.cli.commands import Command
from bronbrief.cli.shared import BROKEN, DONE, WRONG, echo, quiet_option, with_workspace, write_output
from bronbrief.core.diagnostics import of_environment
from bronbrief.verify.proofs import Standing, Verification


@click.command("verify", cls=Command)
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--sources",
    "source_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
)
@click.option("--html", "page_file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@click.option(
    "--trust", "trust_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE"
)
@click.option("--rebuild", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@click.option("--strict", is_flag=True)
@quiet_option
@with_workspace
@click.pass_context
def command(  # noqa: PLR0917 - options are parameters
    ctx: click.Context,
    paths: tuple[Path, ...],
    source_folder: Path | None,
    page_file: Path | None,
    trust_file: Path | None,
    folder: Path | None,
    lang: str,
    *,
    rebuild: bool,
    as_json: bool,
    strict: bool,
    quiet: bool,
) -> None:
    """Prove finished files: a PDF or web page, an evidence record, or a dossier as folder or zip."""
    trusted = trust_file.read_bytes() if trust_file else b""
    done = [_verified(path, folder, source_folder, trusted, rebuild=rebuild) for path in paths]
    if page_file is not None:
        from bronbrief.verify.report_page import page

        write_output(page_file, page(done, lang), lang)
    if as_json:
        from bronbrief.reporting.json import dumps
        from bronbrief.verify.report_json import as_data

        click.echo(dumps(as_data(done, lang)))
    else:
        from bronbrief.verify import report_text

        echo(report_text.render(done, lang, quiet=quiet), nl=False)
    ctx.exit(_exit_code(done, strict=strict))


def _verified(
    path: Path, folder: Path | None, source_folder: Path | None, trusted: bytes, *, rebuild: bool
) -> Verification:
    """Verify one path, with the workspace that it lies in, else the one that is at hand."""
    from bronbrief.core.workspace import Workspace, find_workspace
    from bronbrief.dossier.described import verify_described

    places = (folder or path, Path.cwd())
    root = next((found for one in places if (found := find_workspace(one.absolute()))), None)
    workspace = Workspace(root) if root else None
    done = verify_described(path, workspace, source_folder, trusted)
    if not rebuild:
        return done
    from bronbrief.cli.rebuilding import rebuilt

    return rebuilt(path, done, workspace)


def _exit_code(done: Sequence[Verification], *, strict: bool) -> int:
    """Tell how it ended: what is not checked counts only when strict, unless it is all of a file."""
    if any(of_environment(finding) for one in done for finding in one.general):
        return BROKEN
    stands = {one.standing for one in done}
    wrong = Standing.WRONG in stands or any(one.unread for one in done)
    return WRONG if wrong or (strict and Standing.UNCHECKED in stands) else DONE
