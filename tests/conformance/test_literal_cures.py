"""What a hint says works when it is done to the letter: the file is then right, or has only another mistake.

A row has a sound spec with one slip, what must be said of it and where, and the cure as somebody types it who
follows the hint without a thought.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from bronbrief.authoring.editing import fixed
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.pipeline.run import check
from support import workspaces
from support.workspaces import BRIEF, write_minimal_workspace

BODY = "      De wethouder ziet geen aanleiding om te stoppen.\n\n      ![[geen-reden]]\n"
FIRST = f"  - heading: Besluit\n    body: |\n{BODY}"
LAST = "  - heading: Vervolg\n    body: |\n      Het college beloofde het zo:\n\n      ![[in-stand]]\n"
RANGE = "    from: De gemeente Oostdam houdt\n    to: in stand.\n"
SOURCE = "    source: havenkrant-2023\n"
QUOTE = "    quote: Wij zien geen reden om de dienst te staken\n"
ONE = f"  in-stand:\n{SOURCE}{RANGE}"
OTHER = f"  geen-reden:\n{SOURCE}{QUOTE}"
POINT = "  - De veerdienst vaart in 2024 door. [@in-stand]\n"
NEXT = "  - Het college ziet geen reden om te staken. [@geen-reden]\n"
SPEC = workspaces.SPEC.replace('version: "1.0"\n', "").replace(POINT, POINT + NEXT) + LAST
ROW = "    timeline:\n      - date: 2023-11\n        event: Zo staat het.\n        cite: [in-stand]\n"
FLOW = "    timeline:\n      - {date: 2023-11, event: Zo staat het., cite: [in-stand]}\n"
TABLE = (
    "    comparison:\n      columns: [Contact, Geld]\n      rows:\n"
    "        - actor: Oostdam\n          cells: [ja, nee]\n          cite: [[in-stand], []]\n"
)
TITLE = "title: De veerdienst over de Lange Vliet"
SAID = "      De wethouder ziet geen aanleiding om te stoppen.\n"
ASKED = ("spec-placeholder",)
HARD = "\u00a0"


class Slip(NamedTuple):
    """A part of the spec, what a hasty hand makes of it, what is said, and what it is after the cure."""

    old: str
    new: str
    code: str
    line: int
    column: int
    cured: str | None = None
    then: tuple[str, ...] = ()


def deeper(text: str, spaces: int = 2) -> str:
    """Indent all lines that have something on them."""
    return "".join(" " * spaces + line if line.strip() else line for line in text.splitlines(keepends=True))


def shallower(text: str, spaces: int = 2) -> str:
    """Take spaces away before each line."""
    return "".join(line[spaces:] if line.strip() else line for line in text.splitlines(keepends=True))


AFTER = SPEC.count("\n") + 1
SLIPS: Sequence[Slip] = (
    # A text without |, and lines of a text that are indented too little or too much (8)
    Slip(f" |\n{BODY}", f"\n      ![[geen-reden]]\n\n{SAID}", "yaml-bar-missing", 19, 9,
         f" |\n      ![[geen-reden]]\n\n{SAID}"),
    Slip(f" |\n{BODY}", f"\n      [@geen-reden] Zo is het.\n\n{BODY}", "yaml-bar-missing", 19, 9,
         f" |\n      [@geen-reden] Zo is het.\n\n{BODY}"),
    Slip(f" |\n{BODY}", f"\n      Zo is het.\n      Of toch: niet.\n\n{BODY}", "yaml-bar-missing", 19, 9,
         f" |\n      Zo is het.\n      Of toch: niet.\n\n{BODY}"),
    Slip(f"|\n{BODY}", "[@geen-reden] Zo is het.\n", "yaml-special-character", 19, 11,
         '"[@geen-reden] Zo is het."\n'),
    Slip(f"|\n{BODY}", "**Nee**, zegt het college [@geen-reden].\n", "yaml-special-character", 19, 11,
         '"**Nee**, zegt het college [@geen-reden]."\n'),
    Slip("      De wethouder", "    De wethouder", "yaml-text-indent", 20, 1),
    Slip("      De wethouder", "De wethouder", "yaml-text-indent", 20, 1),
    Slip(BODY, shallower(BODY), "yaml-text-indent", 20, 1),
    Slip("      ![[geen-reden]]\n  -", "    ![[geen-reden]]\n  -", "yaml-text-indent", 22, 1),
    Slip("      ![[geen-reden]]\n  -", "![[geen-reden]]\n  -", "yaml-text-indent", 22, 1),
    Slip("      ![[in-stand]]\n", "    ![[in-stand]]\n", "yaml-text-indent", 27, 1),
    Slip(BODY, f"  {BODY}", "yaml-text-indent", 22, 1, deeper(BODY)),
    # A dash without its space, a dash too many, and a dash that is missing (9, 10)
    Slip("  - heading: B", "  -heading: B", "yaml-dash-space", 18, 3),
    Slip("  - heading: V", "  -heading: V", "yaml-dash-space", 23, 3),
    Slip("  - De veer", "  -De veer", "yaml-dash-space", 7, 3),
    Slip("  - Het college ziet", "  -Het college ziet", "yaml-dash-space", 8, 3),
    Slip(LAST, LAST + ROW.replace("- date", "-date"), "yaml-dash-space", AFTER + 1, 7, LAST + ROW),
    Slip("  in-stand:\n", "  - in-stand:\n", "yaml-dash-extra", 10, 3),
    Slip("  geen-reden:\n", "  - geen-reden:\n", "yaml-dash-extra", 14, 3),
    Slip(ONE + OTHER, (ONE + OTHER).replace("  in-", "  - in-").replace("  geen-r", "  - geen-r"),
         "spec-keys-not-list", 9, 1),
    Slip("  - heading: B", "  heading: B", "yaml-dash-missing", 18, 3),
    Slip("  - heading: B", "    heading: B", "yaml-dash-missing", 18, 5),
    Slip("  - heading: V", "  heading: V", "yaml-dash-missing", 23, 3),
    Slip("  - heading: V", "    heading: V", "yaml-dash-missing", 23, 5),
    Slip(FIRST + LAST, FIRST.replace("  - ", "  ", 1), "yaml-dash-missing", 18, 3, FIRST),
    Slip(FIRST + LAST, shallower(FIRST.replace("  - ", "    ", 1)), "yaml-dash-missing", 18, 3,
         shallower(FIRST)),
    Slip(POINT, POINT.replace("- ", ""), "yaml-dash-missing", 7, 3),
    Slip(NEXT, NEXT.replace("- ", ""), "yaml-dash-missing", 8, 3),
    Slip(NEXT, "  Staken: geen reden. [@geen-reden]\n", "yaml-dash-missing", 8, 3,
         "  - Staken: geen reden. [@geen-reden]\n", ("spec-text-with-colon",)),
    Slip(LAST, LAST + ROW.replace("- date", "date"), "yaml-dash-missing", AFTER + 1, 7, LAST + ROW),
    # A text pasted over several lines (10)
    Slip("om de dienst te", "om\nde dienst te", "yaml-text-indent", 17, 1, "om\n      de dienst te"),
    Slip("om de dienst te", "om\n    de dienst te", "yaml-text-indent", 17, 1, "om\n      de dienst te"),
    Slip("vaart in 2024", "vaart\nin 2024", "yaml-text-indent", 8, 1, "vaart\n    in 2024"),
    # Keys at the wrong depth (11, 12)
    Slip(QUOTE, shallower(QUOTE), "spec-key-misplaced", 16, 3),
    Slip(QUOTE, shallower(QUOTE, 4), "spec-key-misplaced", 16, 1),
    Slip(QUOTE, shallower(QUOTE, 1), "yaml-indent-line", 16, 1),
    Slip(QUOTE, deeper(QUOTE), "yaml-indent-line", 16, 1),
    Slip("    to: in", "  to: in", "spec-key-misplaced", 13, 3),
    Slip("    body: |\n      De", "  body: |\n      De", "yaml-indent-line", 19, 1),
    Slip("    body: |\n      Het", "  body: |\n      Het", "yaml-indent-line", 24, 1),
    Slip(OTHER, deeper(OTHER), "spec-key-misplaced", 14, 5),
    Slip(ONE + OTHER, deeper(ONE) + OTHER, "yaml-indent-block", 14, 1, deeper(ONE + OTHER)),
    Slip(OTHER, shallower(OTHER), "spec-key-misplaced", 14, 1),
    Slip(LAST, LAST + "closing: Tot zover.\n", "spec-key-misplaced", AFTER, 1,
         LAST + "    closing: Tot zover.\n"),
    Slip(LAST, LAST + "    method: Een bron was niet openbaar.\n", "spec-key-of-the-top", AFTER, 5,
         LAST + "method: Een bron was niet openbaar.\n"),
    # Quotation marks and spaces from a word processor (13, 14)
    Slip(TITLE, "title: “De veerdienst: wat nu?”", "yaml-curly-quotes", 1, 8,
         'title: "De veerdienst: wat nu?"'),
    Slip(TITLE, 'title: ‘De veerdienst: wat "nu"?’', "yaml-curly-quotes", 1, 8,
         "title: 'De veerdienst: wat \"nu\"?'"),
    Slip("Besluit", "„Besluit: ja”", "yaml-curly-quotes", 18, 14, '"Besluit: ja"'),
    Slip(TITLE, "title: De veerdienst: wat nu?", "yaml-colon-in-value", 1, 8,
         'title: "De veerdienst: wat nu?"'),
    Slip(POINT, "  - In 2024: de veerdienst vaart: door. [@in-stand]\n", "yaml-colon-in-value", 7, 5,
         '  - "In 2024: de veerdienst vaart: door. [@in-stand]"\n'),
    Slip(QUOTE, HARD * 4 + QUOTE[4:], "yaml-odd-space", 16, 1),
    Slip(SOURCE + QUOTE, f"  {HARD}{HARD}{SOURCE[4:]}{QUOTE}", "yaml-odd-space", 15, 1),
    Slip(NEXT, f"{HARD} {NEXT[2:]}", "yaml-odd-space", 8, 1),
    Slip("      De wethouder", f"{HARD * 6}De wethouder", "yaml-odd-space", 20, 1),
    Slip("sections:", f"{HARD}sections:", "yaml-odd-space", 17, 1),
    # A value without its keys, or a text in the place of a list (15)
    Slip(LAST, LAST + "    figure: kaart.png\n", "spec-keys-not-text", AFTER, 13,
         LAST + "    figure: {image: kaart.png, alt: <…>}\n", ASKED),
    Slip(LAST, LAST + "house: {logo: logo.png}\n", "spec-keys-not-text", AFTER, 15,
         LAST + "house: {logo: {image: logo.png, alt: <…>}}\n", ASKED),
    Slip(LAST, LAST + "accept: [Zeeland]\n", "spec-keys-not-text", AFTER, 10,
         LAST + "accept: [{text: Zeeland, reason: <…>}]\n", ASKED),
    Slip(LAST, LAST + "accept: [{text: Zeeland}]\n", "spec-missing-key", AFTER, 10,
         LAST + "accept: [{text: Zeeland, reason: <…>}]\n", ASKED),
    Slip("  - heading: Vervolg\n    body", "  - body", "spec-missing-key", 23, 5,
         "  - heading: <…>\n    body", ASKED),
    Slip("date: 2026-11-21\n", "", "spec-missing-key", 1, 1, "date: <2026-11-21>\n", ASKED),
    Slip("date: 2026-11-21\n", "date:\n", "spec-empty-value", 4, 1, "date: <2026-11-21>\n", ASKED),
    Slip(LAST, LAST + ROW.replace("[in-stand]", "in-stand"), "spec-list-not-text", AFTER + 3, 15, LAST + ROW),
    Slip("key_messages:\n" + POINT + NEXT, "key_messages: De veerdienst vaart in 2024 door. [@in-stand]\n",
         "spec-list-not-text", 6, 15, 'key_messages: ["De veerdienst vaart in 2024 door. [@in-stand]"]\n'),
    # A name that is nearly right (18)
    Slip("template: r", "template: R", "spec-nearly-an-identifier", 2, 11),
    Slip(SOURCE + QUOTE, SOURCE.replace("havenkrant-", "Havenkrant ") + QUOTE,
         "spec-nearly-an-identifier", 15, 13),
    # A comma between braces, and a key that has no value
    Slip(LAST, LAST + FLOW.replace("het.", "het, zegt men, nu."), "spec-comma-in-value", AFTER + 1, 46,
         LAST + FLOW.replace("Zo staat het.", '"Zo staat het, zegt men, nu."')),
    Slip(LAST, LAST + FLOW.replace("[in-stand]", "in-stand, geen-reden"), "spec-comma-in-value",
         AFTER + 1, 63, LAST + FLOW.replace("[in-stand]", "[in-stand, geen-reden]")),
    Slip(LAST, LAST + FLOW.replace("[in-stand]", "[in-stand], geen-reden"), "spec-comma-in-value",
         AFTER + 1, 65, LAST + FLOW.replace("[in-stand]", "[in-stand, geen-reden]")),
    Slip(LAST, LAST + FLOW.replace("date: ", "date:"), "yaml-colon-space", AFTER + 1, 14, LAST + FLOW),
    Slip(LAST, LAST + "kleurstelling:\n", "spec-unknown-key", AFTER, 1, LAST),
    Slip("  - heading: Besluit\n", "  - heading: Besluit: en\n      nu: verder\n",
         "yaml-colon-in-value", 18, 14, '  - heading: "Besluit: en\n      nu: verder"\n'),
    Slip(LAST, LAST + FLOW.replace("Zo staat", "Zo: dit staat"), "yaml-colon-in-value", AFTER + 1, 32,
         LAST + FLOW.replace("Zo staat het.", '"Zo: dit staat het."')),
    # Lists of lists, an empty cell, and names between brackets
    Slip(LAST, LAST + TABLE.replace("[ja, nee]", "{Contact: ja, Geld: nee}"), "spec-list-without-names",
         AFTER + 4, 18, LAST + TABLE),
    Slip(LAST, LAST + TABLE.replace("[ja, nee]", "[{text: ja, cite: [in-stand]}, nee]"),
         "spec-cell-without-keys", AFTER + 4, 19, LAST + TABLE),
    Slip(LAST, LAST + TABLE.replace("[[in-stand], []]", "[in-stand, in-stand]"), "spec-lists-not-texts",
         AFTER + 5, 17, LAST + TABLE.replace("[]]", "[in-stand]]")),
    Slip(LAST, LAST + TABLE.replace("[[in-stand], []]", "in-stand"), "spec-list-not-text", AFTER + 5, 17,
         LAST + TABLE.replace("[[in-stand], []]", "[[in-stand]]")),
    Slip(LAST, LAST + "advice: {one_name: [veer, pont]}\n", "spec-lists-not-texts", AFTER, 20,
         LAST + "advice: {one_name: [[veer, pont]]}\n"),
    Slip(LAST, LAST + TABLE.replace("ja, nee", "ja, , nee"), "yaml-empty-item", AFTER + 4, 23, LAST + TABLE),
    Slip(LAST, LAST + TABLE.replace("ja, nee", ", nee"), "yaml-empty-item", AFTER + 4, 19,
         LAST + TABLE.replace("ja, nee", "–, nee")),
    Slip(LAST, LAST + TABLE.replace("[in-stand]", "[@in-stand]"), "yaml-at-in-list", AFTER + 5, 19,
         LAST + TABLE),
    Slip(LAST, LAST + ROW.replace("[in-stand]", "[@havenkrant-2023, al. 1]"), "yaml-at-in-list", AFTER + 3,
         16, LAST + ROW.replace("[in-stand]", '["@havenkrant-2023, al. 1"]'), ("spec-place-not-name",)),
    Slip(LAST, LAST + ROW.replace("[in-stand]", '["@havenkrant-2023, al. 1"]'), "spec-place-not-name",
         AFTER + 3, 16, LAST + ROW.replace("het.", "het [@havenkrant-2023, al. 1].").replace("in-stand", "")),
    # Bullets and numbers of a letter in the place of dashes
    Slip(POINT, POINT.replace("-", "*", 1), "yaml-bullet", 7, 3),
    Slip(NEXT, NEXT.replace("-", "•", 1), "yaml-bullet", 8, 3),
    Slip(POINT + NEXT, POINT.replace("-", "*", 1) + NEXT.replace("-", "*", 1), "yaml-bullet", 7, 3),
    Slip(POINT + NEXT, POINT.replace("-", "–", 1) + NEXT.replace("-", "–", 1), "yaml-bullet", 7, 3),
    Slip(POINT + NEXT, POINT.replace("-", "1.", 1) + NEXT.replace("-", "2.", 1), "yaml-bullet", 7, 3),
    # Locators of several passages, and names that break the rules for names
    Slip(RANGE, "    passage: 1\n", "passage-unlike", 12, 14, "    passage: al. 1\n"),
    Slip(RANGE, "    passage: al. 1-2\n", "passage-unlike", 12, 14, "    passage: [al. 1, al. 2]\n"),
    Slip(RANGE, "    passage: alinea 1 en 2\n", "passage-unlike", 12, 14, "    passage: [al. 1, al. 2]\n"),
    Slip(RANGE, "    passage: [al. 1-2]\n", "passage-unlike", 12, 15, "    passage: [al. 1, al. 2]\n"),
    Slip(POINT, POINT.replace("@in-stand", "@In stand"), "citation-mistyped", 7, 39),
    Slip("      ![[in-stand]]\n", "      ![[In-Stand]]\n", "citation-mistyped", 27, 7),
    Slip(POINT, POINT.replace("@in-stand", "@in-stand, @geen-reden"), "citation-mistyped", 7, 39,
         POINT.replace("@in-stand", "@in-stand; @geen-reden")),
    Slip(POINT, POINT.replace("@in-stand", "@in-stand en @geen-reden"), "citation-mistyped", 7, 39,
         POINT.replace("@in-stand", "@in-stand; @geen-reden")),
    Slip(SAID, SAID.replace("pen.", "pen [@havenkrant-2023: al. 1]."), "citation-mistyped", 20, 55,
         SAID.replace("pen.", "pen [@havenkrant-2023, al. 1].")),
    Slip(POINT, POINT.replace("@in-stand", "@havenkrant-2023, al. 1-2"), "passage-unlike", 7, 40,
         POINT.replace("@in-stand", "@havenkrant-2023, al. 1; @havenkrant-2023, al. 2")),
    Slip(SAID, SAID + "\n      Zie [hier](#vervolg).\n", "link-target-unknown", 22, 12,
         SAID + "\n      Zie [hier](#deel-vervolg).\n"),
    # What git leaves where two people changed the same line
    Slip("lang: nl-NL\n", "<<<<<<< HEAD\nlang: nl-NL\n=======\nlang: en\n>>>>>>> ander\n",
         "yaml-conflict", 3, 1),
    Slip("lang: nl-NL\n", "lang: nl-NL\n=======\n", "yaml-conflict", 4, 1),
    # A dash too many makes two items of one
    Slip(LAST, LAST + ROW.replace("        event", "      - event"), "spec-item-split", AFTER + 2, 7,
         LAST + ROW),
    Slip(LAST, LAST + ROW.replace("        cite", "      - cite"), "spec-item-split", AFTER + 3, 7,
         LAST + ROW),
    Slip(LAST, LAST + TABLE.replace("          cells", "        - cells"), "spec-item-split", AFTER + 4, 9,
         LAST + TABLE),
    Slip("    body: |\n      Het", "  - body: |\n      Het", "spec-item-split", 24, 3),
    # Marks that would print, and values of another shape
    Slip("heading: Besluit", "heading: '## Besluit'", "markdown-not-here", 18, 15, "heading: Besluit"),
    Slip(TITLE, "title: De **veerdienst** over de Lange Vliet", "markdown-not-here", 1, 11),
    Slip(QUOTE, QUOTE + "    insert: [{after: reden, text: '[ons]'}]\n", "spec-insertion-brackets", 17, 35,
         QUOTE + "    insert: [{after: reden, text: ons}]\n"),
    Slip(LAST, LAST + "advice: {quoted_share: 150}\n", "spec-number-too-large", AFTER, 24,
         LAST + "advice: {quoted_share: 100}\n"),
    Slip(LAST, LAST + "council: {annex: [2]}\n", "spec-text-not-list", AFTER, 11,
         LAST + "council: {annex: 2}\n"),
    Slip(LAST, LAST + "council: {document_type: [motie]}\n", "spec-text-not-list", AFTER, 11,
         LAST + "council: {document_type: motie}\n"),
    # Dates as people write them
    Slip("date: 2026-11-21", "date: 21 november 2026", "spec-not-a-date", 4, 7),
    Slip("date: 2026-11-21", "date: 21-11-2026", "spec-not-a-date", 4, 7),
    Slip(LAST, LAST + ROW.replace("2023-11", "november 2023"), "spec-not-edtf", AFTER + 1, 15, LAST + ROW),
    # Keys in Dutch, where more than one English key has that name
    Slip(LAST, LAST + ROW.replace("event:", "tekst:"), "spec-misspelt-key", AFTER + 2, 9, LAST + ROW),
    Slip(LAST, LAST + "council: {vergadering: 2026-12-08}\n", "spec-misspelt-key", AFTER, 11,
         LAST + "council: {meeting: 2026-12-08}\n"),
    Slip(LAST, LAST + TABLE.replace("comparison", "tabel"), "spec-misspelt-key", AFTER, 5, LAST + TABLE),
    # The name of a file in the place of a name
    Slip(SOURCE + QUOTE, SOURCE.replace("havenkrant-2023", "seeds/havenkrant-2023.txt") + QUOTE,
         "spec-nearly-an-identifier", 15, 13),
    Slip("template: r", "template: templates/r", "spec-nearly-an-identifier", 2, 11),
    # A colon that is missing, or a space after it
    Slip("  geen-reden:\n", "  geen-reden\n", "yaml-colon-missing", 14, 3),
    Slip("lang: nl", "lang nl", "yaml-colon-missing", 3, 1),
    Slip("excerpts:", "excerpts", "yaml-colon-missing", 9, 1),
    Slip("lang: nl", "lang:nl", "yaml-colon-space", 3, 5),
)  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return the small workspace; its spec is written by the test."""
    return Workspace(write_minimal_workspace(tmp_path / "w"))


def diagnostics(workspace: Workspace, spec: str) -> tuple[Diagnostic, ...]:
    """Check a spec, and return all findings."""
    (workspace.root / "briefs" / f"{BRIEF}.yaml").write_text(spec, encoding="utf-8")
    return check(workspace).diagnostics


def test_the_spec_is_sound(workspace: Workspace) -> None:
    """Before anybody slips there is nothing to find."""
    assert diagnostics(workspace, SPEC) == ()


@pytest.mark.every(6)
@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.code}-{slip.line}-{slip.column}")
def test_following_the_hint_to_the_letter_works(workspace: Workspace, slip: Slip) -> None:
    """One slip is one finding, at the place to type; after its cure nothing is left, or what it asks."""
    assert SPEC.count(slip.old) == 1
    found = diagnostics(workspace, SPEC.replace(slip.old, slip.new))
    assert [(one.code, one.place and (one.place.line, one.place.column)) for one in found] == [
        (slip.code, (slip.line, slip.column))
    ]
    left = diagnostics(workspace, SPEC.replace(slip.old, slip.old if slip.cured is None else slip.cured))
    assert [one.code for one in left] == list(slip.then)


@pytest.mark.every(6)
@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.code}-{slip.line}-{slip.column}")
def test_a_fix_leaves_what_following_the_hint_leaves(workspace: Workspace, slip: Slip) -> None:
    """Where a finding has a fix, making it leaves nothing to find, or what its hint leaves."""
    found = diagnostics(workspace, SPEC.replace(slip.old, slip.new))
    edits = fixed(workspace, found)
    assert len(edits) == any(one.fix for one in found)
    for edit in edits:
        left = [one.code for one in diagnostics(workspace, edit.after)]
        assert left in ([], list(slip.then))
