"""Passages: what a reader counts on paper, and a way back for every character."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bronbrief.sources import layout
from bronbrief.sources.model import Passage, Unit
from bronbrief.sources.passages import header_end, split_passages, without_page_marks
from support.tools import sized

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
INK = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
HASHES = re.compile(r"#{1,6}\s+\Z")
PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\r\n",
            "\r",
            "\f",
            "\n\n",
            " \n",
            "\n\n\n\n",
            "\t",
            "  ",
            "\u2028",
            "\u2029",
            "\u00a0",
            "\x00",
            "\u200b",
        ),
        *(
            "de raad",
            "Brest",
            "gemeente-",
            "land-",
            "en",
            "of",
            "e-",
            "Wit-",
            "Russische",
            "raad",
            "22",
            "000",
            "a\u0301",
        ),
        *(
            ".",
            "?",
            ":",
            ",",
            "'",
            "”",
            "(",
            ")",
            "/",
            "- ",
            "• ",
            "# ",
            "1. ",
            "2. ",
            "1) ",
            "Vraag 1",
            "Antwoord 1:",
            "V: ",
        ),
        *(
            "Foto: ",
            "(Rechten: X)",
            "---",
            "- 3 -",
            "\u0301",
            "\u200d",
            "\u00ad",
            "\u2010",
            "é",
            "一",
            "👩\u200d🔧",
        ),
        " date 2024-03 ",
    ]
)
ANSWERED = ("antwoord 1, al. 1", "antwoord 1, al. 2")
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def shown(text: str) -> list[tuple[str, str]]:
    """Split a text and write its locators out."""
    return [(str(passage.locator), passage.text) for passage in split_passages(text)]


def locators(text: str) -> list[str]:
    """Split a text and return only the locators."""
    return [locator for locator, _ in shown(text)]


def seed(name: str) -> dict[str, Passage]:
    """Split one of the shipped sources."""
    text = (SEEDS / f"{name}.txt").read_bytes().decode()
    return {str(passage.locator): passage for passage in split_passages(text)}


def test_flemish_source_tells_questions_from_answers() -> None:
    """Questions and answers with the same numbers each have locators of their own."""
    passages = seed("vlaanderen-wit-rusland-2020")
    assert list(passages) == [
        *("kop 1", "al. 1", "al. 2", "al. 3", "al. 4", "vraag 1", "vraag 2", "vraag 3"),
        *("antwoord 1, al. 1", "antwoord 1, al. 2"),
        *(f"antwoord 2, al. {number}" for number in range(1, 6)),
        *("antwoord 3, al. 1", "antwoord 3, al. 2"),
    ]
    assert passages["antwoord 1, al. 1"].text.startswith("1. De situatie in Wit-Rusland verontrust mij.")
    assert passages["antwoord 1, al. 2"].text.startswith("Vlaanderen roept de Wit-Russische autoriteiten")


def test_sentence_broken_by_a_page_is_one_passage() -> None:
    """A sentence with empty lines in its middle reads on."""
    assert (
        "evalueert de minister-president deze steun? Zijn er"
        in seed("vlaanderen-wit-rusland-2020")["vraag 3"].text
    )


def test_number_broken_by_a_line_end_is_joined() -> None:
    """Figures on two lines are joined by one space."""
    assert "meer dan 22 000 burgers" in seed("vlaanderen-wit-rusland-2020")["antwoord 3, al. 1"].text


WIDE = """\
Het waterschap wil in de loop van dit jaar de oude sluis bij de Lange Vliet
vernieuwen en vraagt daarvoor een bijdrage van de gemeente en van de provincie,
die beide nog moeten besluiten of zij aan dat verzoek gehoor willen geven en ook
wanneer zij het geld dan ter beschikking stellen aan het bestuur van het schap.
"""
NARROW = """\
De wethouder is het daarmee eens, zo liet zij
weten, en zij noemt het plan van het schap goed.
Over het geld besluit de raad in het najaar (nr.
7189). De commissie vergadert daar nog eerst
over, en dan volgt de behandeling door de raad.
"""


def test_a_paragraph_is_wrapped_at_a_width_of_its_own() -> None:
    """Where pieces were wrapped apart, a full stop at the end of a short line ends no paragraph."""
    found = [" ".join(one.text.split()) for one in split_passages(f"{WIDE}\n{WIDE}\n{NARROW}\n{WIDE}")]

    assert found == [" ".join(one.split()) for one in (WIDE, WIDE, NARROW, WIDE)]


def test_a_bracket_that_is_open_at_a_line_end_goes_on() -> None:
    """What a line ends with between brackets goes on on the next, however short the line is."""
    text = f"{WIDE}\nDe sluis is oud (vgl. art.\n12). Zij wordt dit jaar nog vernieuwd.\n"

    assert [one.text.split()[0] for one in split_passages(text)] == ["Het", "De"]


def test_news_has_headings_and_a_caption() -> None:
    """Short lines, also quoted ones, are headings; a line that ends in a credit is a caption."""
    passages = seed("coevorden-brieven-2021")
    assert passages["kop 3"].text == "'Je ziet dat het een dictatuur is'"
    assert passages["bijschrift 1"].text.endswith("(Rechten: Gemeente Coevorden)")
    assert [name for name in passages if name.startswith("al.")] == [
        f"al. {number}" for number in range(1, 13)
    ]


def test_date_header_is_not_text() -> None:
    """A leading date header is left out, and only there."""
    assert seed("coevorden-bevriest-2024")["al. 1"].text.startswith("De stad Coevorden")
    assert header_end("date 2024-13 De stad") == 0
    assert header_end("Op date 2024-03 De stad") == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_every_line_end_joins(end: str) -> None:
    """Hard-wrapped lines are joined whatever their line ends, and an empty line parts paragraphs."""
    lines = [
        "De raad van de gemeente Oostdam heeft gisteren besloten dat het",
        "veer blijft varen.",
        "",
        "Slot.",
    ]
    assert shown(end.join(lines)) == [
        ("al. 1", "De raad van de gemeente Oostdam heeft gisteren besloten dat het veer blijft varen."),
        ("al. 2", "Slot."),
    ]


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("gemeente-\nraad", "gemeenteraad"),
        ("gemeente-  \n  raad", "gemeenteraad"),
        ("gemeente\u2010\nraad", "gemeenteraad"),
        ("gemeente\u00ad\nraad", "gemeenteraad"),
        ("land-\nen tuinbouw", "land- en tuinbouw"),
        ("Wit-\nRussische", "Wit-Russische"),
        ("e-\nmail", "e-mail"),
        ("Noord-Zuid-\nlijn", "Noord-Zuidlijn"),
        ("1998-\n2004", "1998-2004"),
        ("sancties -\naangezien", "sancties - aangezien"),
        ("en/\nof", "en/of"),
        ("www.stad-\nland.nl", "www.stad-land.nl"),
    ],
)
def test_hyphens_at_a_line_end(broken: str, joined: str) -> None:
    """A hyphen goes only where it can be nothing but a break in a word."""
    text = f"Het stuk gaat vandaag over {broken} en dat is voor de raad van belang\nomdat het zo is."
    assert f"over {joined} en dat" in " ".join(passage.text for passage in split_passages(text))


def test_hyphen_stays_where_the_source_writes_it_elsewhere() -> None:
    """A compound that stands unbroken elsewhere keeps its hyphen at a line end."""
    text = "De band met de ex-\npartner duurt voort, want de\nex-partner wil dat."
    assert shown(text) == [("al. 1", "De band met de ex-partner duurt voort, want de ex-partner wil dat.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Titel\nEen zin. Nog een.\nTweede zin hier.\nKop\nDerde zin hier.",
            ["kop 1", "al. 1", "al. 2", "kop 2", "al. 3"],
        ),
        ("Wij besluiten:\n1. dit te doen;\n2. dat te laten.", ["al. 1", "al. 2", "al. 3"]),
        (
            "1. Wat nu?\n\nDit.\n\nEn dat.\n\n2. Hoe?\n\nZo.",
            ["vraag 1", "antwoord 1, al. 1", "antwoord 1, al. 2", "vraag 2", "antwoord 2"],
        ),
        ("1. Wat nu?\n1. Dit.\n2. Hoe?\n2. Zo.", ["vraag 1", "antwoord 1", "vraag 2", "antwoord 2"]),
        ("1. Wat?\n2. Hoe?\n\nGroeten.", ["vraag 1", "vraag 2", "al. 1"]),
        (
            "Vraag 1\nWat?\n\nAntwoord 1\nDit.\n\nEn dat.",
            ["kop 1", "vraag 1", "kop 2", "antwoord 1, al. 1", "antwoord 1, al. 2"],
        ),
        ("Vraag 1\nKent u dit?1\n\nAntwoord 1\nJa\n\nSlot hier.", ["kop 1", "vraag 1", "kop 2", *ANSWERED]),
        ("V: Wat?\nA: Dit.\nV: Hoe?\nA: Zo.", ["vraag 1", "antwoord 1", "vraag 2", "antwoord 2"]),
        (
            "Tekst.\n\nJaar | Kosten\n\nVeer | ja\n\nSlot hier.\n\nBrug | Havenkrant\n\nTekst.",
            ["al. 1", "al. 2", "al. 3", "al. 4", "kop 1", "al. 5"],
        ),
        ("## Wat kost het?\n\nGeld.\n\n## Dat is veel.\n\nJa.", ["kop 1", "al. 1", "kop 2", "al. 2"]),
        (
            "# Titel\nTekst hier.\n\n- een\n- twee\n\n***\n\nSlot.",
            ["kop 1", "al. 1", "al. 2", "al. 3", "regel 1", "al. 4"],
        ),
        ("1. Inleiding\n\nDit is het.\n\n2. Voorstel\n\nDat is het.", ["kop 1", "al. 1", "kop 2", "al. 2"]),
        ("\tEerste alinea.\n\tTweede alinea.", ["al. 1", "al. 2"]),
        (
            "Een brug. Foto: Jan\n\nTekst.\n\nFoto: ANP\n\nSlot.",
            ["bijschrift 1", "al. 1", "bijschrift 2", "al. 2"],
        ),
        ("Tekst hier.\n\n4\n\nMeer tekst.", ["al. 1", "regel 1", "al. 2"]),
        (
            "Motie\n\nDe raad,\n\noverwegende dat A;\n\nverzoekt B,\n\nen gaat over tot de orde van de dag.",
            ["kop 1", "al. 1", "al. 2", "al. 3", "al. 4"],
        ),
        (
            "De raad,\ngehoord het debat,\noverwegende A;\nverzoekt het college B,\nen gaat over tot de orde",
            ["al. 1", "al. 2", "al. 3", "al. 4", "al. 5"],
        ),
        (
            "De fractie in de raad van Oostdam, gehoord het debat over de brug,\nverzoekt om een plan.",
            ["al. 1"],
        ),
        ("De raad besluit:\n\na. dit,\n\nb. dat,\n\nc. niets.", ["al. 1", "al. 2", "al. 3", "al. 4"]),
        ("De raad besluit:\na. dit,\nb. dat en\nc. niets.", ["al. 1", "al. 2", "al. 3", "al. 4"]),
        ("Een kort stuk,\n\nen nog een stuk ervan", ["al. 1", "al. 2"]),
        ("Jaar\tKosten\nVeer\t12\nBrug\t500\n\nSlot.", ["al. 1", "al. 2", "al. 3", "al. 4"]),
        ("Alleen dit", ["al. 1"]),
        ("", []),
        (" \n\u200b\n", []),
    ],
)
def test_shapes_never_seen_before(text: str, expected: list[str]) -> None:
    """Common layouts of documents get the locators that a reader would count."""
    assert locators(text) == expected


def test_hashes_are_no_words_of_a_heading() -> None:
    """The hashes before a heading say what it is; what is cut from it is its words."""
    text = "## Wat kost het?\n\nGeld. # geen kop\n\n### # telt mee"
    first, second, last = split_passages(text)
    assert (first.text, second.text, last.text) == ("Wat kost het?", "Geld. # geen kop", "# telt mee")
    assert text[slice(*first.origin(0, len(first.text)))] == first.text


def test_dash_of_a_parenthesis_is_no_bullet() -> None:
    """A wrapped line that begins with a dash in mid-sentence starts no item."""
    text = (
        "De stad is geen voorstander van sancties tegen het land in kwestie\n"
        "- aangezien die de bevolking treffen en niet de leiders van het land\n"
        "- en doet daarom nu niets."
    )
    assert locators(text) == ["al. 1"]


def test_page_number_inside_a_sentence_is_skipped() -> None:
    """A page number between two halves of a sentence is in no passage's text, and the sentence reads on."""
    halves = ("De raad heeft gisteren besloten dat het\nveer blijft en dat de", "kosten gedeeld worden.")
    joined = "De raad heeft gisteren besloten dat het veer blijft en dat de kosten gedeeld worden."
    assert shown("\n\n- 3 -\n\f\n".join(halves)) == [("al. 1", joined)]


@settings(max_examples=sized(400, 100), deadline=None)
@given(TEXTS)
def test_runs_cover_the_passage_and_map_back(text: str) -> None:
    """Runs follow each other without a gap, and each but a joint holds the source's own characters."""
    for passage in split_passages(text):
        view, origin = 0, passage.origin_start
        for run in passage.runs:
            assert (run.view, run.origin) == (view, origin)
            if run.span == run.length and run.length:
                shown_part = passage.text[view : view + run.length]
                assert shown_part == text[origin : origin + run.span] or (
                    shown_part == " " and run.length == 1
                )
            else:
                assert run.length <= 1
                assert run.span > run.length
            view, origin = view + run.length, origin + run.span
        assert (view, origin) == (len(passage.text), passage.origin_end)


@settings(max_examples=sized(400, 100), deadline=None)
@given(TEXTS)
@example("# \u0301")
@example("##  \u0301b")
def test_every_visible_character_is_in_a_passage_once(text: str) -> None:
    """Passages stand in order, do not overlap, have locators of their own; only page numbers are left out."""
    passages = split_passages(text)
    at, text = header_end(text), without_page_marks(text)
    for index, passage in enumerate(passages):
        assert passage.index == index
        assert at <= passage.origin_start < passage.origin_end
        hashes = (
            HASHES.search(text[at : passage.origin_start]) if passage.locator.unit is Unit.HEADING else None
        )
        assert not INK.search(text, at, passage.origin_start - (len(hashes[0]) if hashes else 0))
        at = passage.origin_end
    assert not INK.search(text, at)
    assert len({passage.locator for passage in passages}) == len(passages)


@settings(max_examples=sized(300, 75), deadline=None)
@given(TEXTS)
def test_a_joint_stands_for_nothing_that_is_read(text: str) -> None:
    """Between the lines of a passage there is a hyphen or a page number at most."""
    plain = without_page_marks(text)
    for passage in split_passages(text):
        for joint in passage.runs[1::2]:
            assert not INK.search(plain[joint.origin : joint.origin + joint.span].lstrip("-\u2010"))


@settings(max_examples=sized(300, 75), deadline=None)
@given(TEXTS, st.data())
def test_each_span_maps_to_the_same_characters(text: str, data: st.DataObject) -> None:
    """The source behind a span reads as the span does, but for what the joints stand for."""
    for passage in split_passages(text):
        start = data.draw(st.integers(0, len(passage.text) - 1))
        end = data.draw(st.integers(start + 1, len(passage.text)))
        first, last = passage.origin(start, end)
        assert passage.origin_start <= first < last <= passage.origin_end
        behind = _without_breaks(text, passage, first, last)
        assert behind == passage.text[start:end]


def _without_breaks(text: str, passage: Passage, first: int, last: int) -> str:
    """Normalise the line breaks of the source between two offsets, as the joints of the passage say."""
    joints = [run for run in passage.runs[1::2] if first <= run.origin < last]
    pieces, at = [], first
    for joint in joints:
        assert re.search(
            "[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", text[joint.origin : joint.origin + joint.span]
        )
        pieces += [text[at : joint.origin], " " * joint.length]
        at = min(joint.origin + joint.span, last)
    return "".join([*pieces, text[at:last]])


@settings(max_examples=sized(300, 75), deadline=None)
@given(TEXTS)
@example("# \u0301")
@example("##  \u0301b")
@example("#\u00a0\u0301\n\n# b")
def test_no_mark_is_cut_from_its_letter(text: str) -> None:
    """No passage and no line within one begins with a mark whose carrier stands before it."""
    for passage in split_passages(text):
        for run in passage.runs[::2]:
            if unicodedata.category(text[run.origin])[0] == "M" and run.origin > header_end(text):
                assert unicodedata.category(text[run.origin - 1]) in {"Cc", "Zl", "Zp", "Cf"}


def test_a_stretch_of_lines_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many lines stand below each other without a blank one, their widths are looked at once."""
    looked: list[int] = []

    def counted(widths: Sequence[int]) -> int:
        looked.append(len(widths))
        return max(widths)

    monkeypatch.setattr(layout, "max", counted, raising=False)
    lines = "een regel van een stuk dat met de hand\nis afgebroken\n" * 200
    split_passages(lines)
    assert 0 < sum(looked) <= lines.count("\n")
