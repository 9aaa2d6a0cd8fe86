"""The reference of records for people: a Markdown page a language, made from the model that reads them.

`python -m bronbrief.authoring.record_reference DIR` writes `record-reference.md` and the other languages'.
"""

import sys
from pathlib import Path

from bronbrief.brief.citations import PRINTED_KINDS
from bronbrief.brief.locale import load_labels
from bronbrief.core.workspace import Workspace, packaged_templates
from bronbrief.locale import i18n
from bronbrief.sources.facts import REASONS
from bronbrief.sources.record import FIELDS

_LABELS = {"nl": "nl-NL"}


def page_name(lang: str) -> str:
    """Return the name of the page in a language; the English one goes without."""
    return "record-reference.md" if lang == i18n.ENGLISH else f"record-reference.{lang}.md"


def record_reference(lang: str) -> str:
    """Write the page: each key with what it holds and whether it must be there, then the fixed values."""
    said = i18n.words("record_reference", lang)
    heads = [said["key"], said["needed"], said["holds"]]
    rows = [
        [f"`{key}`", said["yes"] if field.required else "", said["keys"][key]]
        for key, field in FIELDS.items()
    ]
    values = [
        [f"`{key}`", ", ".join(f"`{value}`" for value in field.allowed)]
        for key, field in FIELDS.items()
        if field.allowed
    ]
    parts = [f"# {said['title']}", said["intro"].strip(), _table(heads, rows)]
    parts += [f"## {said['values']}", _table([said["key"], said["allowed"]], values)]
    parts += [f"## {said['bases']}", said["bases_text"].strip()]
    parts += [f"## {said['kinds']}", _table(["`kind`", said["meant"], said["printed"]], _kinds(lang))]
    reasons = [[f"`{one}`", i18n.say("left_out", one, lang)] for one in REASONS]
    parts += [
        f"## {said['reasons']}",
        said["reasons_text"].strip(),
        _table(["`reason`", said["meant"]], reasons),
    ]
    return "\n\n".join(parts) + "\n"


def _kinds(lang: str) -> list[list[str]]:
    """Say of each kind what it is for, and the word that a citation prints for it, if it prints one."""
    labels = load_labels(Workspace(packaged_templates()), _LABELS.get(lang, lang)).value or {}
    said = i18n.words("record_reference", lang)
    printed = {kind: labels[f"source_kind_{kind.replace('-', '_')}"] for kind in FIELDS["kind"].allowed}
    return [
        [f"`{kind}`", said["kind"][kind], f"“{word}”" if kind in PRINTED_KINDS else "–"]
        for kind, word in printed.items()
    ]


def _table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def main(folder: str) -> None:
    """Write the page in each language to a folder."""
    for lang in i18n.languages():
        (Path(folder) / page_name(lang)).write_text(record_reference(lang), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
