"""Try the cures before one is told: the finding is that of the edit with which the file reads best."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.places import FileText
from bronbrief.core.yaml.edits import Guess

TRIALS = 200
READ_AT_MOST = 6_000_000
"""Characters that may be read in all trials together: a few seconds, for a file longer than any brief."""

Judge = Callable[[Any], int]
"""How many mistakes the values of a file have, for those who know what it should hold."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """How far a text can be read: the offset at which reading stops, or None, and then its values.

    `diagnostics` counts what is wrong all the same, such as a key that is given twice.
    """

    stopped: int | None
    value: Any = None
    diagnostics: int = 0


def best(
    tries: Iterable[Guess], origin: FileText, at: int, attempt: Callable[[str], Attempt], judge: Judge | None
) -> Diagnostic | None:
    """Return the finding of the guess that mends the file best, or None where none gets reading further.

    What reads further is better; then what leaves fewer mistakes; then what is likelier.
    """
    trials = min(TRIALS, READ_AT_MOST // (len(origin.text) + 1))
    ranked: list[tuple[tuple[float, int, int], Guess]] = []
    for number, guess in enumerate(islice(tries, trials)):
        text = guess.applied(origin.text)
        done = attempt(text)
        reach = float("inf") if done.stopped is None else text.count("\n", 0, done.stopped)
        if reach > origin.text.count("\n", 0, at):
            ranked.append(((-reach, _mistakes(text, done, attempt, judge), number), guess))
    if not ranked:
        return None
    chosen = min(ranked, key=lambda pair: pair[0])[1]
    return replace(chosen.diagnostic, fix=tuple(origin.replacement(*edit) for edit in chosen.edits))


def _mistakes(text: str, done: Attempt, attempt: Callable[[str], Attempt], judge: Judge | None) -> int:
    """Count the mistakes in the values, of as much of the text as can be read."""
    if judge is None:
        return done.diagnostics
    if done.stopped is not None:
        done = attempt(text[: text.rfind("\n", 0, done.stopped) + 1])
    return judge(done.value) + done.diagnostics if done.stopped is None else len(text)
