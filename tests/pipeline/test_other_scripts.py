"""Quotations in other scripts print in the order in which they are read, and the finished files prove it."""

import hashlib
from pathlib import Path

import pytest

from bronbrief.cli.main import run
from bronbrief.pdf.logical_order import in_logical_order
from bronbrief.verify.apparatus import squeezed
from bronbrief.verify.reading import read_tree
from support.validators import verapdf

HEBREW = "ההחלטה (2023) סופית"
GLYPHS = dict(enumerate(dict.fromkeys(HEBREW.translate({40: 41, 41: 40}) + "()"), 1))
WIDTHS = dict.fromkeys(GLYPHS, 500.0)


def test_glyphs_are_drawn_as_they_are_read() -> None:
    """Words from right to left stand where the engine put them, drawn in the order of the text."""
    seen = "תיפוס )2023( הטלחהה".replace("(", "\0").replace(")", "(").replace("\0", ")")
    codes = {text: code for code, text in GLYPHS.items()}
    line = b"[<" + b"".join(b"%04x" % codes[one] for one in seen) + b">] TJ"
    body = [b"BT", b"1 0 0 -1 10 20 Tm", b"/f 10 Tf", line, b"ET"]

    made = in_logical_order(body, HEBREW, {"f": GLYPHS}, {"f": WIDTHS})

    assert made is not None
    shown = [int(item[2:6], 16) for item in made if item.endswith(b"TJ")]
    starts = [float(item.split()[4]) for item in made if item.endswith(b"Tm")]
    mirror = str.maketrans("()", ")(")
    assert "".join(GLYPHS[code] for code in shown).translate(mirror) == HEBREW
    assert sorted(starts) == [10.0 + 5 * at for at in range(len(seen))]
    assert starts[0] == max(starts)


def test_a_text_that_was_not_drawn_is_left_as_it_is() -> None:
    """Glyphs that do not spell the text are not put in an order of our own."""
    body = [b"1 0 0 -1 10 20 Tm", b"/f 10 Tf", b"[<0001>] TJ"]

    assert in_logical_order(body, "שלום", {"f": GLYPHS}, {"f": WIDTHS}) is None


@pytest.mark.ci
def test_a_quotation_from_right_to_left_is_proven(workspace: Path) -> None:
    """A Hebrew quotation builds with a typeface for it, says its words in order, and passes every judge."""
    source = f"{HEBREW}.\n"
    record = (workspace / "seeds/havenkrant-2023.yaml").read_text().partition("sha256:")[0]
    sum_of = hashlib.sha256(source.encode()).hexdigest()
    (workspace / "seeds/haifa.txt").write_text(source)
    (workspace / "seeds/haifa.yaml").write_text(
        f"{record}sha256: {sum_of}\n".replace("lang: nl", "lang: he").replace("Havenkrant", "עיריית חיפה")
    )
    spec = workspace / "briefs/veerdienst.yaml"
    text = spec.read_text().replace(
        "geen-reden:\n    source: havenkrant-2023", "geen-reden:\n    source: haifa"
    )
    text = text.replace("quote: Wij zien geen reden om de dienst te staken", f'quote: "{HEBREW}."')
    spec.write_text(f"{text}\n      Zo stond het er: ![[geen-reden]], meer niet.\n")

    assert run(["build", "--workspace", str(workspace), "--quiet"]) == 1

    spec.write_text(f"house: {{fonts: {{others: [heebo]}}}}\n{spec.read_text()}")
    assert run(["build", "--workspace", str(workspace), "--quiet"]) == 0
    pdf = workspace / "build/veerdienst/veerdienst.pdf"
    assert f"{HEBREW}." in read_tree(pdf.read_bytes()).text
    assert run(["verify", str(pdf), "--sources", str(workspace / "seeds")]) == 0
    assert not verapdf([pdf])
    page = pdf.with_suffix(".html").read_text()
    assert '<blockquote class="quotation" lang="he" dir="rtl">' in page
    assert f'‘<bdi lang="he" dir="rtl">{HEBREW}.</bdi>’' in page
    assert "<bdi>עיריית חיפה</bdi>" in page


def test_brackets_are_mirrored_among_letters_from_right_to_left_alone() -> None:
    """A bracket that became its mirror image is another character, but where both are drawn as one."""
    assert squeezed("de brug (oud)") != squeezed("de brug )oud(")
    assert squeezed("הגשר (ישן)") == squeezed("הגשר )ישן(")
    assert squeezed("brug (oud) הגשר") != squeezed("brug )oud) הגשר")
