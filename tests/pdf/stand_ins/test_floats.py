"""Lines beside floats are measured, all others are not."""

from typing import Any

import pytest
import weasyprint

import bronbrief.pdf.engine  # noqa: F401 - the engine as we use it
from bronbrief.pdf.stand_ins import floats

LINES = "".join(f"<p>Regel {number} van de tekst</p>" for number in range(12))
STYLE = (
    "<style>@page{size:8cm 20cm;margin:1cm}body{margin:0;font:10px/14px serif}p{margin:0}"
    ".float{float:%s;width:2cm;height:30px}</style>"
)


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Collect the tops of the lines that are measured."""
    tops: list[float] = []
    by_engine = floats.by_engine

    def noted(context: Any, line: Any, **how: Any) -> float:
        tops.append(line.position_y)
        return by_engine(context, line, **how)

    monkeypatch.setattr(floats, "by_engine", noted)
    return tops


@pytest.mark.parametrize("side", ["left", "right"])
def test_only_lines_beside_a_float_are_measured(side: str, measured: list[float]) -> None:
    """A float of 30 pixels stands beside three lines of 14; the nine below are left alone."""
    weasyprint.HTML(string=f"{STYLE % side}<div class=float></div>{LINES}").render()
    top = measured[0]
    assert [round(line - top) for line in measured] == [0, 14, 28]


def test_lines_from_right_to_left_are_all_measured(measured: list[float]) -> None:
    """From right to left, the width says where the engine thinks a line ends."""
    weasyprint.HTML(string=f"<html dir=rtl>{STYLE % 'left'}<div class=float></div>{LINES}").render()
    assert len(measured) == 12
