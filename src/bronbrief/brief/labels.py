"""The fixed words of a brief's language, its labels: those shipped, and those that a workspace gives."""

from collections.abc import Mapping

from bronbrief.core.diagnostics import Diagnostic, Outcome, report
from bronbrief.core.workspace import (
    SPEC_LIMIT,
    TEMPLATES,
    FileProblemError,
    Workspace,
    packaged_templates,
)
from bronbrief.core.yaml.values import Positioned, read_yaml

LABELS = "_labels"


def shipped_labels(lang: str) -> Mapping[str, str]:
    """Return the fixed words of a language that Bronbrief ships; none of a language that it has not."""
    known = {path.stem: path for path in (packaged_templates() / LABELS).glob("*.yaml")}
    return (_words({}, read_yaml(known[lang].read_bytes(), lang)).value or {}) if lang in known else {}


def load_labels(workspace: Workspace, lang: str) -> Outcome[Mapping[str, str]]:
    """Read the fixed words of a language.

    The words that Bronbrief ships come first; `templates/_labels/LANG.yaml` of the workspace may replace
    any of them and may add its own. A label that is not text is an error.
    """
    name = f"{LABELS}/{lang}.yaml"
    path, ours = f"{TEMPLATES}/{name}", packaged_templates() / name
    workspace.depends_on(path)
    workspace.depends_on(str(ours))
    shipped = read_yaml(ours.read_bytes(), path)
    if path not in workspace.names(f"{TEMPLATES}/{LABELS}", ".yaml"):
        return _words({}, shipped)
    try:
        own = read_yaml(workspace.read(path, SPEC_LIMIT), path)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    base = _words({}, shipped)
    return _words(base.value or {}, own)


def _words(base: Mapping[str, str], read: Outcome[Positioned]) -> Outcome[Mapping[str, str]]:
    if read.value is None:
        return Outcome(None, read.diagnostics)
    findings: list[Diagnostic] = list(read.diagnostics)
    words = dict(base)
    for key, text in read.value.value.items():
        if isinstance(text, str):
            words[key] = text
        else:
            findings.append(report("labels-not-words", read.value.places.key((key,)), label=key))
    return Outcome(words, tuple(findings))
