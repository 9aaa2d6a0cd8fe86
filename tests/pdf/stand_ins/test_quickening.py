"""What stands in for functions of the engine gives what the engine's own give."""

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import weasyprint
from weasyprint.css import ComputedStyle
from weasyprint.layout import block, inline, percent, preferred, table

import bronbrief.pdf.engine  # noqa: F401 - the engine as we use it
from bronbrief.pdf.stand_ins import columns, computedvalues, linebreaking, quickening, usedvalues
from support.typesetting import FACES, RICH

LAYOUTS = Path(__file__).with_name("layouts.html")
BARE = """
import sys, weasyprint
sys.stdout.buffer.write(weasyprint.HTML(string=sys.stdin.read()).write_pdf(uncompressed_pdf=True))
"""
QUICKENED = "import bronbrief.pdf.engine\n" + BARE


def font_address(found: re.Match[str]) -> str:
    """Return an address that the bare engine can read, too."""
    return f"file://{files('fontpkg_' + found[1].replace('-', '_')) / 'files' / found[2]}"


def pdf_by(code: str, html: str) -> bytes:
    """Set a page in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code], input=html.encode(), capture_output=True, check=True)
    return done.stdout


@pytest.mark.parametrize("sample", [LAYOUTS, RICH], ids=lambda path: path.stem)
def test_pages_are_the_same_to_the_byte(sample: Path) -> None:
    """Of a page with every kind of layout, the bare engine makes the same PDF."""
    html = sample.read_text(encoding="utf-8").replace("<style>", f"<style>{FACES}", 1)
    html = re.sub(r"bronbrief:font/([a-z0-9-]+)/([A-Za-z0-9._-]+)", font_address, html)
    bare = pdf_by(BARE, html)
    assert bare.count(b"/Type /Page\n") + bare.count(b"/Type /Page/") > 1
    assert pdf_by(QUICKENED, html) == bare


def test_every_name_of_a_function_leads_to_its_stand_in() -> None:
    """Modules of the engine that have taken a function under a name of their own call the stand-in, too."""
    assert block.columns_layout is columns.lay_out_columns
    assert inline.split_first_line is preferred.split_first_line is linebreaking.split_first_line
    assert inline.strut is linebreaking.strut
    assert percent.resolve_percentages is table.resolve_percentages is usedvalues.resolve_percentages
    assert ComputedStyle.__missing__ is computedvalues.computed_value


def test_another_version_of_the_engine_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-ins are made for one version; no other gets them."""
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    monkeypatch.setattr(ComputedStyle, "__missing__", computedvalues.by_engine)
    quickening.quicken()
    assert ComputedStyle.__missing__ is computedvalues.by_engine
