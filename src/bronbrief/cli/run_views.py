"""What came of a run, and what a run would do and why: for people and for programs."""

from collections.abc import Iterable

from bronbrief.core.diagnostics import Diagnostic, Severity
from bronbrief.core.renditions import FORMATS
from bronbrief.locale import i18n
from bronbrief.pipeline.build_record import CONTENTS
from bronbrief.pipeline.freshness import Plan
from bronbrief.pipeline.report import BriefReport, BuildReport, State, as_data
from bronbrief.spec.paths import brief_name

SHOWN = 4  # reasons for one brief


def as_text(report: BuildReport, lang: str) -> str:
    """Write what was built and where, a line for each file that people open, and the summary."""
    lines: list[str] = []
    if CONTENTS in report.files:
        lines += [line for brief in report.briefs for line in _brief(brief, lang)]
        lines.append(f"{i18n.say('outcome', 'contents', lang)}: {CONTENTS}")
    failed = "failed" if report.files else "faulty"
    states = (State.BUILT, State.UNCHANGED, State.CHECKED)
    counts = [(str(state), report.count(state)) for state in states]
    counts.append((failed, report.count(State.FAILED)))
    return "\n".join([*lines, summary(counts, report.diagnostics, lang)]) + "\n"


def as_json(report: BuildReport, lang: str) -> str:
    """Write the state and the files of every brief, and all findings, as one JSON document."""
    from bronbrief.reporting.json import dumps

    return dumps(as_data(report, lang)) + "\n"


def _brief(brief: BriefReport, lang: str) -> list[str]:
    shown = [path for path in brief.files if path.endswith(FORMATS)]
    word = _state_word(brief.state, lang)
    if brief.state is State.FAILED:
        return [f"{word:<13}{brief.path}"]
    return [f"{word if number == 0 else '':<13}{path}" for number, path in enumerate(shown)]


def for_programs(report: BuildReport, form: str, lang: str) -> str:
    """Write findings for programs: "json", "github" or "sarif"."""
    if form == "json":
        return as_json(report, lang)
    from bronbrief.reporting import github, sarif

    if form == "github":
        return github.render(report.diagnostics, lang)
    from importlib.metadata import version

    return sarif.render(report.diagnostics, version("bronbrief"), lang)


def summary(counts: Iterable[tuple[str, int]], diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """Write how many briefs came how far, and what was found, such as "5 briefs built; 2 warnings".

    `counts` pairs "built", "unchanged", "checked", "failed" or "faulty" with a number; zeros are left out.
    """
    briefs = [
        f"{_count('brief', number, lang)} {_state_word(state, lang)}" for state, number in counts if number
    ]
    found = [finding.severity for finding in diagnostics]
    findings = [_count(severity, number, lang) for severity in Severity if (number := found.count(severity))]
    parts = [", ".join(briefs), ", ".join(findings) or i18n.say("outcome", "nothing", lang)]
    return "; ".join(part for part in parts if part) + "."


def _state_word(state: str, lang: str) -> str:
    """Return the word for how far a brief came."""
    return i18n.say("outcome", f"state.{state}", lang)


def _count(noun: str, number: int, lang: str) -> str:
    return i18n.say("outcome", f"count.{noun}", lang, count=number)


def plan_text(plan: Plan, paths: Iterable[str], lang: str) -> str:
    """Write a line for each brief: up to date, or why it is built; further reasons on lines of their own."""
    lines = []
    for path in paths:
        why = plan.stale.get(path, ())
        words = [_reason(reason.cause, lang, what=reason.what) for reason in why[:SHOWN]] or [
            _reason("fresh", lang)
        ]
        if len(why) > SHOWN:
            words.append(_reason("rest", lang, count=len(why) - SHOWN))
        name = brief_name(path)
        lines.append(f"{name}: {words[0]}")
        lines += [" " * (len(name) + 2) + more for more in words[1:]]
    return "".join(f"{line}\n" for line in lines)


def _reason(key: str, lang: str, **values: object) -> str:
    return i18n.say("views", f"reasons.{key}", lang, **values)


def plan_data(plan: Plan, paths: Iterable[str]) -> list[dict[str, object]]:
    """Return for JSON which briefs are up to date, and why the others are built."""
    return [
        {
            "path": path,
            "fresh": path in plan.fresh,
            "reasons": [{"cause": str(one.cause), "what": one.what} for one in plan.stale.get(path, ())],
        }
        for path in paths
    ]
