"""Pages as browsers save them whole: MHTML with its style sheets, and SingleFile with its shadow trees."""

import pytest

from bronbrief.intake.add import Request
from bronbrief.intake.extraction import Extracted, extract
from bronbrief.intake.proposals import propose

HEAD = """From: <Saved by Blink>
Snapshot-Content-Location: https://example.nl/nieuws/haven
Subject: Haven dicht
Date: Tue, 12 Mar 2024 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

"""
SINGLE = """<!DOCTYPE html> <html lang=nl><!--
 Page saved with SingleFile
 url: https://example.nl/nieuws/haven
 saved date: Tue Mar 12 2024 10:00:00 GMT+0100 (Midden-Europese standaardtijd)
--><meta charset=utf-8>"""


def part(kind: str, address: str, content: str) -> str:
    """Make a part of a saved page."""
    return f"--b\nContent-Type: {kind}; charset=utf-8\nContent-Location: {address}\n\n{content}\n"


def page(body: str, head: str = "") -> str:
    """Make the part that is the page itself."""
    return part(
        "text/html", "https://example.nl/nieuws/haven", f"<html><head>{head}</head><body>{body}</body></html>"
    )


def read(data: str, name: str = "x.mhtml") -> tuple[Extracted, list[tuple[str, str]]]:
    """Return what was taken from a page, of which every letter is accounted for, and what was left out."""
    outcome = extract(data.encode(), name)
    assert outcome.value is not None, outcome.diagnostics
    assert "document-unaccounted" not in [one.code for one in outcome.diagnostics]
    return outcome.value, [(one.reason, one.text) for one in outcome.value.left_out]


@pytest.mark.parametrize("name", ["x.mhtml", "x.mht", "x.html", "x"])
def test_a_saved_page_is_read_with_its_sheets(name: str) -> None:
    """What a style sheet that came along hides is hidden, whatever the ending of the name."""
    link = '<link rel="stylesheet" href="/stijl.css">'
    data = HEAD + part("text/css", "https://example.nl/stijl.css", ".weg{display:none}")
    data += page("<h1>Haven</h1><p>Wij sluiten <i class=weg>niet </i>vandaag.", link) + "--b--\n"
    value, out = read(data, name)
    assert value.text == "# Haven\n\nWij sluiten vandaag.\n"
    assert out == [("hidden", "niet")]


def test_a_page_within_a_page_is_told_by_its_words() -> None:
    """The text of a frame is not lost."""
    data = HEAD + page("<p>Buiten.") + part("text/html", "cid:frame@x", "<p>Binnen.") + "--b--\n"
    value, out = read(data)
    assert value.text == "Buiten.\n"
    assert out == [("unsupported", "Binnen.")]


@pytest.mark.parametrize(
    ("data", "name"), [(HEAD + page("<p>Tekst.") + "--b--\n", "x.mht"), (f"{SINGLE}<p>Tekst.", "x.html")]
)
def test_address_and_day_of_saving_are_proposed(data: str, name: str) -> None:
    """The program that saved the page says where and when."""
    value, _ = read(data, name)
    known = propose({}, value, "x", Request(name).path.suffix)
    assert known["url"].value == "https://example.nl/nieuws/haven"
    assert known["retrieved"].value == "2024-03-12"
    assert known["kind"].value == "web"


@pytest.mark.parametrize("page", ["", "<p>Log in</p><input type=password>"])
def test_an_archive_without_a_page_or_with_a_wall_is_a_finding(page: str) -> None:
    """A saved page is no other than one that was not saved."""
    data = HEAD + (part("text/html", "x:y", page) if page else part("text/css", "x:y", "p{}")) + "--b--\n"
    code = "document-login-page" if page else "document-unreadable"
    assert [one.code for one in extract(data.encode(), "x.mhtml").diagnostics] == [code]


SHADOW = "<template shadowrootmode=open>{}</template>"


@pytest.mark.parametrize(
    ("host", "text", "out"),
    [
        (SHADOW.format("<p>Schaduw</p>") + "licht", "Schaduw", ["licht"]),
        (SHADOW.format("<p>A <slot></slot> B</p>") + "licht", "A licht B", []),
        (
            SHADOW.format("<slot name=x>leeg</slot><slot></slot>") + "<b>een</b><i slot=x>twee</i>",
            "tweeeen",
            ["leeg"],
        ),
        (SHADOW.format("<slot>leeg</slot>"), "leeg", []),
        (SHADOW.format("<style>p{display:none}</style><p>weg</p><b>blijft</b>"), "blijft", ["weg"]),
        (SHADOW.format(f"<x-y>{SHADOW.format('diep <slot></slot>')}in</x-y>"), "diep in", []),
        ("<template>nooit</template>licht", "licht", ["nooit"]),
        (SHADOW.replace("mode", "").format("oud"), "oud", []),
    ],
)
def test_a_shadow_tree_is_shown_in_the_place_of_its_host(host: str, text: str, out: list[str]) -> None:
    """Slots take what is meant for them; styles hold within their own tree."""
    value, left = read(f"{SINGLE}<style>.q{{}}</style><my-card>{host}</my-card><p>Buiten.</p>", "x.html")
    assert value.text.split("\n\n")[0].strip() == text
    assert value.text.endswith("Buiten.\n")
    assert [words for _, words in left] == out


def test_pictures_in_the_page_itself_and_comments_are_no_text() -> None:
    """What SingleFile puts into a page is no word of it."""
    value, out = read(
        f'{SINGLE}<p>Tekst<!-- niet --><img src="data:image/gif;base64,R0lGOD" alt="Kaart">.', "x.html"
    )
    assert value.text == "Tekst.\n"
    assert out == [("image", "Kaart")]


def test_facts_do_not_replace_those_of_the_page() -> None:
    """The title of the page goes before the subject of the file."""
    value, _ = read(HEAD + page("<h1>Kop</h1><p>Tekst.") + "--b--\n")
    assert value.facts["title"] == "Kop"
