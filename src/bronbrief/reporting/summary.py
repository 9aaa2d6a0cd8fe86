"""The last line of a run: how many briefs, how many findings, and where the output is."""

from collections.abc import Iterable

from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.locale import i18n


def summary(counts: Iterable[tuple[str, int]], diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """Write how many briefs came how far, and what was found, such as "5 briefs built; 2 warnings".

    `counts` pairs "built", "unchanged", "checked", "failed" or "faulty" with a number; zeros are left out.
    """
    briefs = [
        f"{_count('brief', number, lang)} {state_word(state, lang)}" for state, number in counts if number
    ]
    found = [finding.severity for finding in diagnostics]
    findings = [_count(severity, number, lang) for severity in Severity if (number := found.count(severity))]
    parts = [", ".join(briefs), ", ".join(findings) or i18n.say("outcome", "nothing", lang)]
    return "; ".join(part for part in parts if part) + "."


def state_word(state: str, lang: str) -> str:
    """Return the word for how far a brief came."""
    return i18n.say("outcome", f"state.{state}", lang)


def _count(noun: str, number: int, lang: str) -> str:
    return i18n.say("outcome", f"count.{noun}", lang, count=number)
