"""What a spec says must hang together: references, selections, tables, dates, colours."""

from pathlib import Path

import pytest

from bronbrief.blocks.registry import BLOCKS
from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.workspace import Workspace
from bronbrief.locale.diagnostics import hint
from bronbrief.spec.checks import check_spec
from bronbrief.spec.load import load_spec

HEAD = "title: Veer\ntemplate: tijdlijn\nlang: nl-NL\ndate: 2026-11-21\n"
GOOD = "excerpts: {goed: {source: krant-2023, quote: q}}\n"
SECTIONS = "sections: [{heading: h, body: b}]\n"
SOURCES, TEMPLATES = ("krant-2023", "brief-2021"), ("tijdlijn", "factsheet")


def _check(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    (folder / "briefs").mkdir(exist_ok=True)
    (folder / "briefs/x.yaml").write_text(text, encoding="utf-8")
    outcome = load_spec(Workspace(folder), "briefs/x.yaml", BLOCKS)
    assert outcome.value is not None, outcome.diagnostics
    return check_spec(outcome.value, SOURCES, TEMPLATES)


def _excerpt(keys: str) -> str:
    return HEAD + f"excerpts: {{goed: {{{keys}}}}}\n" + SECTIONS


def _section(keys: str) -> str:
    return HEAD + GOOD + f"sections: [{{heading: h, {keys}}}]\n"


def _council(keys: str) -> str:
    return HEAD + SECTIONS + f"council: {{{keys}}}\n"


def _rows(rows: str) -> str:
    return _section(f"comparison: {{columns: [a, b], rows: [{rows}]}}")


def test_a_sound_spec_has_no_findings(tmp_path: Path) -> None:
    """Every way to select and every block passes when it is sound."""
    text = (
        HEAD + "excerpts:\n  een: {source: krant-2023, quote: q, prefix: p, across: true}\n"
        "  twee: {source: krant-2023, from: a, to: b, suffix: s}\n"
        "  drie: {source: brief-2021, passage: [al. 1, al. 2]}\n"
        "sections:\n  - heading: h\n    timeline: [{date: 2020-09/.., event: e, cite: [een], quote: twee}]\n"
        "    comparison: {columns: [a, b], rows: [{actor: x, cells: [c, d], cite: [[drie]]}]}\n"
    )
    assert _check(tmp_path, text) == ()


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        (_excerpt("source: krant-2032, quote: q"), "source-misspelt", "krant-2032"),
        (_council("confidentiality_ground: artikel 87"), "council-secrecy-loose", "confidentiality_ground"),
        (
            _council("confidentiality: Openbaar, confidentiality_term: een jaar"),
            "council-secrecy-loose",
            "confidentiality_term",
        ),
        (_council("sent: 2026-05-01, decided: 2026-05-02"), "council-sent-early", "2026-05-01"),
        (_excerpt("source: zzz, quote: q"), "source-unknown", "zzz"),
        (_excerpt("source: krant-2023"), "excerpt-selects-nothing", "goed"),
        (_excerpt("source: krant-2023, quote: q, passage: al. 1"), "excerpt-selects-twice", "passage"),
        (_excerpt("source: krant-2023, quote: q, from: a, to: b"), "excerpt-selects-twice", "from"),
        (_excerpt("source: krant-2023, from: a"), "excerpt-range-open", "from"),
        (_excerpt("source: krant-2023, to: a"), "excerpt-range-open", "to:"),
        (_excerpt("source: krant-2023, passage: al. 1, prefix: p"), "excerpt-key-useless", "prefix"),
        (_excerpt("source: krant-2023, passage: al. 1, across: true"), "excerpt-key-useless", "across"),
        (_section("timeline: [{date: 2024-13, event: e}]"), "spec-not-edtf", "2024-13"),
        (_section("timeline: [{date: 2024, event: e, cite: [geod]}]"), "excerpt-misspelt", "geod"),
        (_section("timeline: [{date: 2024, event: e, quote: zzz}]"), "excerpt-unknown", "zzz"),
        (
            _section("timeline: [{date: 2024, event: e, quote: brief-2021}]"),
            "excerpt-is-source",
            "brief-2021",
        ),
        (_rows("{actor: x, cells: [c]}"), "comparison-ragged", "cells"),
        (_rows("{actor: x, cells: [c, d, e]}"), "comparison-ragged", "cells"),
        (_rows("{actor: x, cells: [c, d], cite: [[], [], []]}"), "comparison-cite-ragged", "cite"),
        (_rows("{actor: x, cells: [c, d], cite: [[], [zzz]]}"), "excerpt-unknown", "zzz"),
        (HEAD + GOOD + "sections: [{heading: leeg}]\n", "section-empty", "leeg"),
        (
            _excerpt("source: krant-2023, quote: q").replace("goed", "brief-2021"),
            "excerpt-id-is-source",
            "brief-2021",
        ),
        (HEAD.replace("tijdlijn", "tijdlyn") + SECTIONS, "template-unknown", "tijdlyn"),
        (HEAD + 'house: {accent: "#ffee00"}\n' + SECTIONS, "house-contrast", '"#ffee00"'),
        (HEAD + 'house: {ink: "#777777"}\n' + SECTIONS, "house-contrast", '"#777777"'),
    ],
)
def test_each_mistake_is_found_at_its_place(tmp_path: Path, text: str, code: str, at: str) -> None:
    """Each thing that does not hang together gives one finding, at the value or key concerned."""
    (finding,) = _check(tmp_path, text)
    assert finding.code == code
    assert finding.place is not None
    line = text.splitlines()[finding.place.line - 1]
    assert line[finding.place.column - 1 :].startswith(at)


def test_a_near_name_is_proposed(tmp_path: Path) -> None:
    """A slip in a name is answered with the name that was meant; without one, with those there are."""
    (slip,) = _check(tmp_path, _excerpt("source: krant-2032, quote: q"))
    (strange,) = _check(tmp_path, _excerpt("source: zzz, quote: q"))
    assert hint(slip) == "Write “krant-2023” instead."
    assert hint(strange).endswith("brief-2021, krant-2023.")


def test_sections_are_limited_to_the_levels_that_headings_have(tmp_path: Path) -> None:
    """Five levels of sections fit below the title; the sixth is refused, once."""
    lines = [f"{'  ' * 2 * n}sections:\n{'  ' * (2 * n + 1)}- heading: h{n}" for n in range(6)]
    five = "\n".join(lines[:5]) + f"\n{'  ' * 10}body: b\n"
    six = "\n".join(lines) + f"\n{'  ' * 12}body: b\n"
    assert _check(tmp_path, HEAD + five) == ()
    (finding,) = _check(tmp_path, HEAD + six)
    assert finding.code == "sections-too-deep"
    date = "\n".join(lines) + f"\n{'  ' * 12}timeline: [{{date: 2020-13, event: e}}]\n"
    assert [one.code for one in _check(tmp_path, HEAD + date)] == ["sections-too-deep", "spec-not-edtf"]


@pytest.mark.parametrize(
    ("text", "form", "at"),
    [
        ("sections:\n  - heading: h\n    body: een\n\n      twee\n", "body: |", (3, 11)),
        ("sections:\n  - heading: h\n    body:\n      een\n      twee\n   \n      drie\n", "body: |", (4, 7)),
        ("key_messages:\n  - een\n\n    twee\n" + SECTIONS, "- |", (2, 5)),
        ("method: een\n\n  twee\n" + SECTIONS, "method: |", (1, 9)),
    ],
)
def test_empty_lines_that_yaml_takes_out_are_told(
    tmp_path: Path, text: str, form: str, at: tuple[int, int]
) -> None:
    """A Markdown text of several paragraphs without a bar is a warning at its first words."""
    (finding,) = _check(tmp_path, HEAD + text)
    assert (finding.code, finding.params["form"]) == ("text-bar-missing", form)
    assert finding.place is not None
    above = HEAD.count("\n")
    assert (finding.place.line - above, finding.place.column) == at


@pytest.mark.parametrize(
    "text",
    [
        "sections:\n  - heading: h\n    body: |\n      een\n\n      twee\n",
        "sections:\n  - heading: h\n    body: een\n      twee\n\n  - heading: i\n    body: een\n",
        "subtitle: een\n\n  twee\n" + SECTIONS,
    ],
)
def test_other_empty_lines_are_left_alone(tmp_path: Path, text: str) -> None:
    """Below a bar they count, between values they mean nothing, and in a title there are no paragraphs."""
    assert _check(tmp_path, HEAD + text) == ()
