"""Help is Dutch for whoever reads Dutch: all of it, and nothing that is typed is translated."""

import click
import pytest

from bronbrief.cli.help_dutch import SHARED, TOLD, in_dutch
from bronbrief.cli.main import COMMANDS, command, run

NAMES = ("", *COMMANDS)


def english(name: str) -> click.Command:
    """Return a command as it is, the group itself for no name."""
    found = command.get_command(click.Context(command), name) if name else command
    assert found is not None
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_said_in_dutch(name: str) -> None:
    """Each option of each command has words of its own or those that it shares; none are left over."""
    options = {one.opts[0] for one in english(name).params if isinstance(one, click.Option)}
    assert options <= {*TOLD[name].options, *SHARED}
    assert set(TOLD[name].options) <= options
    assert set(TOLD) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_dutch_help_names_what_english_help_names(name: str) -> None:
    """Options and the words for their values are the same, and no English heading is left."""
    given = english(name)
    top = click.Context(command, info_name="bronbrief", **command.context_settings)
    context = click.Context(given, parent=top, info_name=name) if name else top
    before, dutch = given.get_help(context), in_dutch(given, name).get_help(context)
    for one in given.params:
        for word in one.opts if isinstance(one, click.Option) else [one.make_metavar(context)]:
            assert word in dutch
    assert not any(
        word in dutch for word in ("Usage:", "Options:", "OPTIONS", "default:", "Show this", "locale")
    )
    assert given.get_help(context) == before


def test_the_language_is_that_of_findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--lang` before or behind a command counts, and then the locale."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for words in (["find", "--lang", "nl", "--help"], ["--lang", "nl", "find", "--help"]):
        assert run(words) == 0
        assert "Zoek woorden in alle bronnen." in capsys.readouterr().out
    assert run(["find", "--help"]) == 0
    assert capsys.readouterr().out.startswith("Usage:")
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    assert run(["--help"]) == 0
    assert "Opdrachten:" in capsys.readouterr().out
    assert run(["find", "--help", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Usage:")
