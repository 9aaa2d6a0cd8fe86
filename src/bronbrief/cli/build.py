"""`bronbrief build`: prove and build briefs."""

from pathlib import Path

import click

from bronbrief.cli.shared import open_workspace, quiet_option, show, with_workspace

FORMATS = ("pdf", "html")


def parse_formats(_context: click.Context, _option: click.Parameter, value: str) -> tuple[str, ...]:
    """Read a list such as "pdf,html"; raises BadParameter for anything else."""
    wanted = {part.strip().lower() for part in value.split(",")}
    unknown = sorted(wanted - set(FORMATS))
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown) or value!r} is not one of {', '.join(FORMATS)}.")
    return tuple(form for form in FORMATS if form in wanted)


@click.command("build", short_help="Build briefs into build/.")
@click.argument("briefs", nargs=-1, metavar="[BRIEF]...")
@click.option(
    "--format",
    "formats",
    default=",".join(FORMATS),
    callback=parse_formats,
    metavar="LIST",
    show_default=True,
    help="What to make; the evidence always comes with it.",
)
@click.option("--json", "as_json", is_flag=True, help="Write what came of it as JSON.")
@quiet_option
@with_workspace
@click.pass_context
def command(
    ctx: click.Context,
    briefs: tuple[str, ...],
    formats: tuple[str, ...],
    folder: Path | None,
    lang: str,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Build briefs into build/, all of them where none is named.

    BRIEF is a name (coevorden-brest) or a path (briefs/coevorden-brest.yaml). Nothing is written of a
    brief that has errors; what an earlier build left of it stays.
    """
    workspace = open_workspace(folder, lang)
    from bronbrief.cli import outcome
    from bronbrief.pipeline.build import build
    from bronbrief.pipeline.options import Options

    with outcome.progress(lang, hidden=quiet or as_json) as progress:
        report = build(workspace, briefs, Options(formats, Path.cwd(), progress))
    if as_json:
        click.echo(outcome.as_json(report, lang), nl=False)
    else:
        show(report.diagnostics, workspace, lang)
        if not quiet:
            click.echo(outcome.as_text(report, lang), nl=False)
    ctx.exit(report.exit_code)
