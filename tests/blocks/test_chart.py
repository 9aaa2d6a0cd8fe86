"""Charts: drawn to scale from zero, legible without colour, their numbers held against what they cite."""

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.blocks.amounts import Unit, read_amount, read_unit, write_amount
from bronbrief.blocks.chart_drawing import Drawing, Values, draw_bars, draw_lines
from bronbrief.cli.main import run
from support.browser import SCHEMES, Browser
from support.validators import nu, verapdf
from support.workspaces import BRIEF, SPEC, write_minimal_workspace

TEMPLATES = ("raadsinformatiebrief", "tijdlijn", "vergelijking", "vraag-antwoord", "factsheet")
COST = "chart: {caption: Wat de vaart kost, unit: miljoen euro, columns: [Kosten], rows: %s}"
EXCERPT = "\n  kosten: {source: havenkrant-2023, passage: al. 2}\nsections:"


def bars(*values: str | None) -> Drawing:
    """Draw one series of bars with short labels."""
    rows = [[None if one is None else Decimal(one)] for one in values]
    return draw_bars([str(at) for at in range(len(rows))], rows, str)


def said(drawing: Drawing) -> list[str]:
    """Return the words of a drawing, in order."""
    return [one.text for one in drawing.words]


def found(tmp_path: Path, chart: str, capsys: pytest.CaptureFixture[str], lang: str = "nl-NL") -> str:
    """Return what `check` says of a brief with a chart."""
    root = write_minimal_workspace(tmp_path)
    spec = SPEC.replace("\nsections:", EXCERPT).replace("nl-NL", lang)
    spec += f"  - heading: De kosten\n    {chart}\n"
    (root / "briefs" / f"{BRIEF}.yaml").write_text(spec, encoding="utf-8")
    run(["check", "--workspace", str(root), "--lang", "en"])
    return capsys.readouterr().out


def test_bars_are_to_scale_from_zero() -> None:
    """Twice as much is twice as long, whatever the least value; what is negative goes the other way."""
    ten, twenty, minus = bars("10", "20", "-5").bars
    assert twenty.width == pytest.approx(2 * ten.width, abs=0.05)
    assert minus.width == pytest.approx(ten.width / 2, abs=0.05)
    assert ten.at == twenty.at == pytest.approx(minus.at + minus.width, abs=0.05)


def test_every_bar_has_its_value_and_what_is_missing_is_said() -> None:
    """A value stands right of its bar, or of zero; a gap is a dash."""
    drawing = bars("10", None, "-5")
    assert said(drawing) == ["0", "10", "1", "–", "2", "-5"]
    ends = [one.at + one.width for one in drawing.bars]
    values = [one for one in drawing.words if one.bold]
    assert values[0].at == pytest.approx(ends[0], abs=0.05)
    assert values[2].at == pytest.approx(ends[1], abs=0.05)


def test_long_labels_are_broken_between_words() -> None:
    """No line of a label is longer than a telephone is wide, and no word of it is lost."""
    label = "Gemeenschappelijke regeling voor de veiligheid van de gemeenten langs de oude vaart"
    lines = [one.text for one in draw_bars([label], [[Decimal(1)]], str).words if not one.bold]
    assert len(lines) > 1
    assert max(map(len, lines)) <= 44
    assert " ".join(lines) == label


def test_the_line_of_zero_runs_through_no_label() -> None:
    """Beside labels it is one line; where they stand above their bars it is one for each."""
    label = "Gemeenschappelijke regeling voor de veiligheid langs de oude vaart"
    drawing = draw_bars([label, label], [[Decimal(1)], [Decimal(-1)]], str)
    labels = [one.y for one in drawing.words if not one.bold]
    assert len(drawing.strokes) == 2
    assert not [y for y in labels for one in drawing.strokes if one.y1 < y < one.y2]
    assert len(bars("1", "-1").strokes) == 1


def test_a_line_breaks_where_a_value_is_missing() -> None:
    """Points that are not next to each other are not joined."""
    rows: Values = [[Decimal(1)], [None], [Decimal(3)], [Decimal(4)]]
    drawing = draw_lines(["1", "2", "3", "4"], [1, 2, 3, 4], rows, str)
    assert len(drawing.points) == 3
    assert len([one for one in drawing.strokes if one.series == 0]) == 1


def test_places_along_a_line_are_to_scale() -> None:
    """Ten years take ten times the room of one."""
    rows = [[Decimal(1)], [Decimal(2)], [Decimal(3)]]
    first, second, third = draw_lines(["2000", "2010", "2011"], [0, 10, 11], rows, str).points
    assert second.at - first.at == pytest.approx(10 * (third.at - second.at), abs=0.1)


@pytest.mark.parametrize(
    ("values", "from_zero"), [(("2", "10"), True), (("96", "99"), False), (("0", "0"), True)]
)
def test_a_scale_that_does_not_begin_at_zero_is_known(values: tuple[str, ...], from_zero: bool) -> None:  # noqa: FBT001
    """Lines may show small changes of large numbers; the brief then says so."""
    drawn = draw_lines(["1", "2"], [1, 2], [[Decimal(one)] for one in values], str)
    assert drawn.from_zero is from_zero


NUMBERS = st.one_of(st.none(), st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=2))


@given(st.lists(st.lists(NUMBERS, min_size=2, max_size=2), min_size=2, max_size=12))
def test_whatever_the_numbers_all_is_drawn_within_the_frame(rows: Values) -> None:
    """No bar, point or word stands outside the drawing, and words below a line do not touch."""
    if not any(one is not None for row in rows for one in row):
        return
    labels = [f"rij {at}" for at in range(len(rows))]
    for drawing in (draw_bars(labels, rows, str), draw_lines(labels, range(len(rows)), rows, str)):
        drawn: tuple[Any, ...] = (*drawing.words, *drawing.bars, *drawing.points)
        places = [one.at for one in drawn]
        places += [one.at + one.width for one in drawing.bars]
        places += [place for one in drawing.strokes for place in (one.x1, one.x2)]
        assert all(0 <= place <= 100.01 for place in places)
        assert all(0 <= one.y <= drawing.height for one in drawn)
    below = [one.at for one in drawing.words if one.text.startswith("rij")]
    assert all(later - one > 10 for one, later in pairwise(below))


@pytest.mark.parametrize(
    ("text", "lang", "value", "prints"),
    [
        ("1234,5", "nl-NL", "1234.5", "1.234,5"),
        ("1.250", "nl-BE", "1250", "1.250"),
        ("1,250", "en", "1250", "1,250"),
        ("12,50", "nl-NL", "12.50", "12,50"),
        ("-3", "nl-NL", "-3", "−3"),
        ("22 000", "nl-NL", "22000", "22.000"),
    ],
)
def test_numbers_are_read_and_written_as_the_language_does(
    text: str, lang: str, value: str, prints: str
) -> None:
    """Points and commas change places between Dutch and English; decimals stay as many as were typed."""
    amount = read_amount(text, lang)
    assert amount is not None
    assert amount.number == Decimal(value)
    assert write_amount(amount.number, Unit(), lang) == prints


@pytest.mark.parametrize("text", ["12 à 14", "veel", "1.2.3", "10-12", "", "1/2", "9" * 16])
def test_what_is_no_single_number_is_none(text: str) -> None:
    """A range, a word or a sum cannot be drawn."""
    assert read_amount(text, "nl-NL") is None


@pytest.mark.parametrize(
    ("unit", "lang", "prints"),
    [
        ("%", "nl-NL", "−1.250%"),
        ("€", "nl-NL", "−€\u00a01.250"),
        ("€", "en", "−€1,250"),
        ("inwoners", "en", "−1,250"),
    ],
)
def test_signs_stand_at_each_value(unit: str, lang: str, prints: str) -> None:
    """A sign of per cent or money belongs to its number; words are said once for the whole chart."""
    assert write_amount(Decimal(-1250), read_unit(unit), lang) == prints


@pytest.mark.parametrize(
    ("chart", "code"),
    [
        (COST % "[{label: Nu, values: [–], cite: [kosten]}]", "chart-without-numbers"),
        (
            COST % '[{label: Nu, values: ["1,5 miljoen euro"]}, {label: Dan, values: ["3 %"]}]',
            "chart-mixed-units",
        ),
        (
            COST.replace("unit: miljoen euro, ", "")
            % '[{label: A, values: ["€ 3"]}, {label: B, values: ["3"]}]',
            "chart-mixed-units",
        ),
        (COST % "[{label: Nu, values: [anderhalf]}]", "chart-not-a-number"),
        (COST % '[{label: Nu, values: ["1,5", "2"]}]', "chart-ragged"),
        (COST % str([{"label": f"Pont {at}", "values": ["1,5"]} for at in range(25)]), "chart-too-many-bars"),
        (
            COST.replace("{caption", "{form: lines, caption")
            % '[{label: Veer, values: ["1,5"]}, {label: Brug, values: ["2"]}]',
            "chart-line-unordered",
        ),
        (
            COST.replace("{caption", "{form: lines, caption")
            % '[{label: "2024", values: ["1,5"]}, {label: "2023", values: ["2"]}]',
            "chart-line-unordered",
        ),
        (COST % '[{label: Nu, values: ["1,5"], cite: [kost]}]', "excerpt-misspelt"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    chart: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of table that makes no chart has a finding of its own, once."""
    assert found(tmp_path, chart, capsys).count(f"[{code}]") == 1


def test_numbers_are_held_against_what_they_cite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that the cited words have, with its unit, is fine; another number, or unit, is found."""
    rows = '[{label: Nu, values: ["%s"], cite: [kosten]}]'
    assert "claim" not in found(tmp_path / "a", COST % rows % "1,5", capsys)
    assert "2,5 miljoen euro" in found(tmp_path / "b", COST % rows % "2,5", capsys)
    other = COST.replace("miljoen", "duizend") % rows % "1,5"
    assert "claim-" in found(tmp_path / "c", other, capsys)


def test_an_english_chart_reads_a_dutch_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A point in English is the comma of the source."""
    chart = COST.replace("miljoen", "million") % '[{label: Now, values: ["1.5"], cite: [kosten]}]'
    assert "1.5" not in found(tmp_path, chart, capsys, "en")


def test_every_template_prints_charts_that_all_can_read(tmp_path: Path, browser: Browser) -> None:
    """VeraPDF, Nu and axe find nothing; two charts of one caption are told apart."""
    root = write_minimal_workspace(tmp_path)
    row: dict[str, Any] = {"label": "2024", "values": ["1,5", "–"], "cite": ["kosten"]}
    chart: dict[str, Any] = {
        "caption": "Kosten",
        "unit": "miljoen euro",
        "columns": ["Raming", "Werkelijk"],
        "rows": [row],
    }
    spec = yaml.safe_load(SPEC.replace("\nsections:", EXCERPT))
    lines = chart | {"form": "lines", "rows": [row, row | {"label": "2025"}]}
    spec["sections"] += [{"heading": "Kosten", "chart": chart}, {"heading": "Verloop", "chart": lines}]
    needs: dict[str, Any] = {
        "tijdlijn": {"timeline": [{"date": "2024", "event": "De dienst vaart.", "cite": ["in-stand"]}]},
        "vergelijking": {
            "comparison": {"columns": ["Veer"], "rows": [{"actor": "Oostdam", "cells": ["ja"]}]}
        },
        "vraag-antwoord": {"questions": [{"question": "Vaart het veer?", "answer": "Ja. [@in-stand]"}]},
    }
    (root / "briefs" / f"{BRIEF}.yaml").unlink()
    for template in TEMPLATES:
        more = [{"heading": "Verder", **needs[template]}] if template in needs else []
        made = spec | {"template": template, "sections": spec["sections"] + more}
        text = json.dumps(made, ensure_ascii=False, default=str)
        (root / "briefs" / f"{template}.yaml").write_text(text, encoding="utf-8")
    assert run(["build", "--workspace", str(root), "--quiet"]) == 0
    pages = sorted((root / "build").glob("*/*.html"))
    assert len(pages) == len(TEMPLATES)
    assert not verapdf((root / "build").glob("*/*.pdf"))
    assert not nu(pages)
    for page in pages:
        assert all(not browser.axe(page, width=320, scheme=scheme) for scheme in SCHEMES)
