"""What a template promises of its evidence is held: cells, answers and key messages cite, or say why not."""

from pathlib import Path

import pytest

from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check

HEAD = """\
title: Over de veerdienst
template: {template}
lang: nl-NL
date: 2026-11-21
for: De raad
key_messages: ["{message}"]
excerpts:
  vaart: {{source: havenkrant-2023, passage: al. 1}}
"""
TABLE = """\
sections:
  - heading: Wie deed wat
    comparison:
      columns: [Eerst, Dan]
      rows:
        - {{actor: Gemeente, cells: [{cells}], cite: [[vaart]]{more}}}
"""
ANSWER = """\
sections:
  - heading: Vragen
    questions:
      - {{question: Vaart de boot?, answer: "{answer}"}}
"""


def codes(
    root: Path, text: str, template: str, message: str = "Zo is het. [@vaart]"
) -> list[tuple[str, int]]:
    """Check a brief; return what is said of promises, each with its line."""
    spec = HEAD.format(template=template, message=message) + text
    (root / "briefs" / "belofte.yaml").write_text(spec, encoding="utf-8")
    found = check(Workspace(root), ["belofte"]).diagnostics
    return [
        (one.code, one.place.line or 0 if one.place else 0)
        for one in found
        if one.code.endswith("-uncited") and one.code != "claim-uncited"
    ]


@pytest.mark.parametrize(
    ("cells", "more", "said"),
    [
        ("vaart, blijft", "", [("cell-uncited", 14)]),
        ("vaart, –", "", []),
        ("vaart, 'blijft [@vaart]'", "", []),
        ("vaart, blijft", ", reason: De raad besloot niets.", []),
    ],
)
def test_every_cell_has_its_evidence(
    workspace: Path, cells: str, more: str, said: list[tuple[str, int]]
) -> None:
    """A cell cites beside or within it, or is a dash, or its row gives a reason."""
    assert codes(workspace, TABLE.format(cells=cells, more=more), "vergelijking") == said


def test_a_template_that_promises_no_cells_holds_none(workspace: Path) -> None:
    """The same table in a brief whose template says nothing of cells is in order."""
    text = TABLE.format(cells="vaart, blijft", more="") + "  - {heading: Meer, body: Tekst.}\n"
    assert codes(workspace, text, "memo") == []


@pytest.mark.parametrize(
    ("answer", "more", "said"),
    [
        ("Ja, en zonder voorbehoud.", "", [("answer-uncited", 12)]),
        ("Ja. [@vaart]", "", []),
        ("Ja, want: ![[vaart]]", "", []),
        ("Ja, zonder voorbehoud.", "accept: [{text: zonder voorbehoud, reason: Zo zei het college.}]\n", []),
    ],
)
def test_every_answer_cites(workspace: Path, answer: str, more: str, said: list[tuple[str, int]]) -> None:
    """An answer quotes or cites, or words of it are accepted with a reason, which prints."""
    assert codes(workspace, ANSWER.format(answer=answer) + more, "vraag-antwoord") == said


def test_every_key_message_cites_in_every_shipped_template(workspace: Path) -> None:
    """A key message without a citation is told at its line; accepted words of it make it good."""
    body = "sections:\n  - {heading: Kop, body: 'Tekst. [@vaart]'}\n"
    accepted = "accept: [{text: altijd zo, reason: Dat weet ieder.}]\n"
    assert codes(workspace, body, "raadsinformatiebrief", "Zo is het.") == [("key-message-uncited", 6)]
    assert codes(workspace, body + accepted, "raadsinformatiebrief", "Het is altijd zo.") == []
