"""The last line of a run: how many briefs, how many findings, and where the output is."""

from collections.abc import Iterable

from bronbrief.core.diagnostics import Diagnostic, Severity

STATES = {
    "en": {
        "built": "built",
        "unchanged": "unchanged",
        "checked": "in order",
        "failed": "not built",
        "faulty": "with errors",
    },
    "nl": {
        "built": "gebouwd",
        "unchanged": "ongewijzigd",
        "checked": "in orde",
        "failed": "niet gebouwd",
        "faulty": "met fouten",
    },
}
NOUNS = {
    "en": {
        "brief": ("brief", "briefs"),
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "hint": ("piece of advice", "pieces of advice"),
    },
    "nl": {
        "brief": ("brief", "brieven"),
        "error": ("fout", "fouten"),
        "warning": ("waarschuwing", "waarschuwingen"),
        "hint": ("advies", "adviezen"),
    },
}
NOTHING = {"en": "no findings", "nl": "geen bevindingen"}


def summary(counts: Iterable[tuple[str, int]], diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """Write how many briefs came how far, and what was found, such as "5 briefs built; 2 warnings".

    `counts` pairs "built", "unchanged", "checked", "failed" or "faulty" with a number; zeros are left out.
    """
    language = "nl" if lang.startswith("nl") else "en"
    states, nouns = STATES[language], NOUNS[language]
    briefs = [f"{_count(nouns['brief'], number)} {states[state]}" for state, number in counts if number]
    found = [finding.severity for finding in diagnostics]
    findings = [_count(nouns[severity], number) for severity in Severity if (number := found.count(severity))]
    parts = [", ".join(briefs), ", ".join(findings) or NOTHING[language]]
    return "; ".join(part for part in parts if part) + "."


def state_word(state: str, lang: str) -> str:
    """Return the word for how far a brief came."""
    return STATES["nl" if lang.startswith("nl") else "en"][state]


def _count(forms: tuple[str, str], number: int) -> str:
    return f"{number} {forms[number != 1]}"
