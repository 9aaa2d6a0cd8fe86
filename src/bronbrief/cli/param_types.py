"""What may be typed for an option or argument, and what is said of anything else."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from bronbrief.cli.commands import lang_of
from bronbrief.core.meant_dates import meant_day
from bronbrief.locale import i18n

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

DATE = "%Y-%m-%d"
_ANY_DAY = "2026-12-08"


class Choice(click.Choice[str]):
    """One of some words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401
        """Say which words there are."""
        return i18n.say("usage", "choice", lang_of(ctx), value=value, known=", ".join(self.choices))


class Language(click.ParamType[str]):
    """A language that there are words in."""

    name = "language"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the language as it is."""
        return Choice(i18n.languages()).convert(value, param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """Show which there are."""
        return Choice(i18n.languages()).get_metavar(param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """Offer those that there are."""
        return Choice(i18n.languages()).shell_complete(ctx, param, incomplete)


class Number(click.IntRange):
    """A whole number within bounds, or from a least one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401
        """Return the number."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            bounds = "least" if self.max is None else "between"
            asked = i18n.say("usage", bounds, lang_of(ctx), least=self.min, most=self.max)
            self.fail(i18n.say("usage", "number", lang_of(ctx), value=value, range=asked), param, ctx)


class Day(click.DateTime):
    """A calendar date as ISO 8601 writes it."""

    def __init__(self) -> None:
        super().__init__([DATE])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:  # noqa: ANN401
        """Return the day at its beginning."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            example = meant_day(value) or _ANY_DAY
            self.fail(i18n.say("usage", "date", lang_of(ctx), value=value, example=example), param, ctx)
