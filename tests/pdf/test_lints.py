"""Lints of finished pages: what a reader would stumble on."""

import pytest

from support.typesetting import attempt, page

FILL = "<p>Een gewone zin die een regel vult en verder niets zegt.</p>"
NOTES = "<li>Een noot.</li>" * 6


def codes(body: str, style: str = "") -> list[str]:
    """Return the codes of what is found in a body."""
    return [finding.code for finding in attempt(page(body, style)).diagnostics]


@pytest.mark.parametrize(
    ("body", "style", "code"),
    [
        ("<p><a href='#x'>Zie</a></p><p id='x'>x</p>", "a::after{content:' 0'}", "pdf-page-zero"),
        ("<p>x</p>", "@page{@bottom-left{content:'Pagina 0'}}", "pdf-page-zero"),
        ("<p class='r'>x</p>", ".r::after{content:' ??'}", "pdf-unresolved-reference"),
        ("<p style='width:20mm;hyphens:none'>https://example.org/een/lang/adres</p>", "", "pdf-overflow"),
        ("<table><tr><th>A</th><td>Onafbreekbaarwoord</td></tr></table>",
         "table{table-layout:fixed;width:20mm}td{hyphens:none}", "pdf-overflow"),
        (f"<div></div><h2>Kop</h2>{FILL * 12}", "div{height:155mm}h2{break-after:auto}",
         "pdf-stranded-heading"),
        (FILL * 30, "", "pdf-short-last-page"),
        (f"{FILL}<div></div>{FILL * 30}", "div{break-before:page}", "pdf-short-first-page"),
        (f"<div></div><h2>Noten</h2><ol>{NOTES}</ol>", "div{height:150mm}", "pdf-stranded-items"),
        (f"<section><h2>Noten</h2>{FILL * 3}<h3>Nog meer</h3><ol>{NOTES}</ol></section>",
         "section{columns:2;height:72mm;column-fill:auto}h3{margin:0}", "pdf-stranded-items"),
        ("<p>Gemeente-<br>raad</p>", "", "pdf-broken-early"),
    ],
)  # fmt: skip
def test_faults_of_pages_are_found(body: str, style: str, code: str) -> None:
    """Each fault is named by its code."""
    if code == "pdf-short-last-page":
        style = f"p:last-child{{break-before:page}}{style}"
    assert code in codes(body, style)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Vraag 0 kost ?? euro, zegt pagina 0 van de bron.</p>",
        "<div style='width:30mm;margin-left:-15mm'>In de marge</div>",
        f"{FILL * 20}<h2>Kop</h2>{FILL * 12}",
        "<ul><li>Met een punt</li></ul>",
        f"<div style='height:120mm'></div><h2>Noten</h2><ol>{NOTES * 6}</ol>",
        f"{FILL * 5}<h2>Noten</h2><ol style='columns:2'>{NOTES}</ol>",
        f"{FILL * 5}<h2>Kernpunten</h2><ol style='columns:3'>{'<li>Punt<br>x<br>x</li>' * 3}</ol>x",
        "<p style='width:24mm'>Verantwoordelijkheidsgevoel, verantwoordelijkheidsgevoel</p>",
        f"{FILL * 3}<div style='page:lying;break-before:page'>{FILL * 9}</div>",
    ],
)
def test_sound_pages_pass(body: str) -> None:
    """The author's own zeros and question marks, notes in the margin and heads with text are no faults."""
    assert codes(body, "@page lying{size:A5 landscape}h2{break-after:avoid}") == []


def test_text_that_runs_out_is_named_by_its_selector() -> None:
    """A designer is told the element that holds the line, with the nearest class around it."""
    body = "<div class='kader smal'><table><tr><td>Onafbreekbaarwoord</td></tr></table></div>"
    (found,) = attempt(page(body, "table{table-layout:fixed;width:20mm}td{hyphens:none}")).diagnostics
    assert (found.code, found.params["selector"]) == ("pdf-overflow", "div.kader.smal td")
