"""RTF is read as word processors show it; the rest is left out by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bronbrief.intake.extraction import extract
from bronbrief.intake.extractors import ExtractionError
from bronbrief.intake.rtf import document
from bronbrief.intake.rtf.document import read_rtf
from bronbrief.intake.rtf.tokens import tokens

HEAD = r"""{\rtf1\ansi\ansicpg1252\deff0\deflang1043
{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset238{\*\falt Arial}Arial CE;}{\f2\fcharset2 Symbol;}
{\f3\fcharset128 MS Mincho;}{\f4\fcharset2 Wingdings;}}
{\colortbl;\red255\green255\blue255;\red0\green0\blue0;\red0\green51\blue102;}
{\stylesheet{\s0 Normal;}{\s1\ql heading 1;}{\s2\sbasedon0 Kop 2;}{\s3 Title;}{\*\cs10 Default;}}
{\info{\title Nota wonen}{\author Jansen}{\creatim\yr2023\mo2\dy1\hr8}}
{\*\generator Riched20;}{\*\listtable{\list{\listname Lijst;}}}
"""


def rtf(body: str) -> bytes:
    """Make a document of what its body holds."""
    return (HEAD + body + "}").encode("latin-1")


def read(body: str, changes: str = "") -> tuple[str, list[tuple[str, str]]]:
    """Return the text of a body and what was left out; every letter is accounted for."""
    answer = read_rtf(rtf(body), changes)
    assert answer.unaccounted == []
    return answer.text.rstrip("\n"), answer.left_out


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'c9\'e9n caf\'e9 \emdash  \ldblquote ja\rdblquote\par", "Één café — “ja”"),
        (r"{\f1 \'b3\'f3d\'9f} {\f3 \'93\'fa\'96\'7b}\par", "łódź 日本"),
        (r"\u8364?5 \uc0\u8364 6 {\uc2\u8364\'80\'80}7\par", "€5 €6 €7"),
        (r"\u-10179?\u-8704?\par", "😀"),
        (r"{\upr{bron}{\*\ud{br\u333?n}}}\par", "brōn"),
        (r"{\f2 a} is {\f4 \'fe}\par", "α is ☑"),
        ("een\\\ntwee\\par", "een\n\ntwee"),
        (r"een\line twee\par", "een\ntwee"),
        (r"12\tab 13\tab ha\par", "12\t13 ha"),
        (r"10{\super 3} CO{\sub 2} {\caps wel}\par", "10³ CO2 WEL"),
        (r"{\field{\*\fldinst HYPERLINK {\field{\*\fldinst X}{\fldrslt nee}}}{\fldrslt ja}}\par", "ja"),
        (r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1}}}{\fldrslt }} Ja\par", "☒ Ja"),
        (r"{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffl a}{\*\ffl b}}}}}\par", "b"),
        (r"\b vet\b0  {\*\onbekend niets}{\xe index}einde\bin3 }}}.\par", "vet einde."),
    ],
)
def test_letters_are_read_in_their_code_page(body: str, text: str) -> None:
    """Code pages, Unicode with its stand-ins, fonts of signs, fields, and what is carried in bytes."""
    assert read(body)[0] == text


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        (r"{\v niet }", "hidden"),
        (r"{\cf1 niet }", "white"),
        (r"{\fs1 niet }", "too-small"),
        (r"{\highlight2 niet }", "covered"),
        (r"{\*\annotation niet }", "comment"),
        (r"{\header niet }", "header-footer"),
    ],
)
def test_what_nobody_sees_is_left_out(run: str, reason: str) -> None:
    """Hidden, white, tiny and covered text, comments and heads are named with their reason."""
    assert read(rf"Wij gaan {run}door.\par") == ("Wij gaan door.", [(reason, "niet")])


def test_light_text_on_a_dark_cell_is_text() -> None:
    """The ground of a cell counts."""
    body = r"\trowd\clcbpat3\cellx1\cellx2\pard\intbl{\cf1 Jaar}\cell 2024\cell\row\pard na\par"
    assert read(body) == ("Jaar | 2024\n\nna", [])


def test_headings_lists_and_numbers_stand_as_they_show() -> None:
    """Styles and outline levels make headings, the numbers of lists are those in the document."""
    body = (
        r"\pard\s3 Nota\par\pard\plain\s1 Kop\par{\listtext 1.1\tab}\pard\s2 Onder\par"
        r"\pard\outlinelevel2 Derde\par"
        r"{\listtext\f2\'b7\tab}\pard punt\par{\listtext\f4\'a8\tab}\pard keuze\par"
        r"{\pntext a)\tab}lid\par" + "{\\listtext\tb)\t}raad\\par"
    )
    assert read(body)[0].split("\n\n") == [
        *("# Nota", "# Kop", "## 1.1 Onder", "### Derde", "- punt", "☐ keuze", "a) lid", "b) raad")
    ]


def test_notes_stand_behind_the_text() -> None:
    """Footnotes, then endnotes, each with the number that its kind has; no call sticks to a year."""
    body = (
        r"\aftnnrlc In 2024{\super\chftn{\footnote\pard{\super\chftn} Voet.}} en 2025"
        r"{\super\chftn{\footnote\ftnalt\pard{\super\chftn} Eind.}} niet.\par"
    )
    assert read(body) == (
        "In 2024 en 2025 niet.\n\n1. Voet.\n\ni. Eind.",
        [("note-call", "1"), ("note-call", "i")],
    )


def test_tables_within_tables_and_boxes_are_read_in_place() -> None:
    """Rows of a nested table stand in their cell; a box does not split its sentence."""
    body = (
        r"\trowd\cellx1\cellx2\pard\intbl a\cell\pard\intbl\itap2 n1\nestcell n2\nestcell"
        r"{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}\pard\intbl b\cell\row"
        r"\pard De {\shp{\*\shpinst{\sp{\sn wzDescription}{\sv kaart}}{\shptxt Kader.\par}}"
        r"{\shprslt oud}}raad.\par"
    )
    assert read(body) == ("a\n\nn1 | n2\n\nb\n\nDe raad.\n\nKader.", [("image", "kaart")])


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (r"Wij gaan {\deleted niet }door.\par", "Wij gaan door.", "Wij gaan niet door."),
        (r"Wij gaan {\revised niet }door.\par", "Wij gaan niet door.", "Wij gaan door."),
        (r"Het is {\strike 10} 12 euro.\par", "Het is 12 euro.", "Het is 10 12 euro."),
        (r"Een{\deleted\par}twee.\par", "Eentwee.", "Een\n\ntwee."),
        (
            r"{\listtext 1.\tab}Een{\revised\par}{\listtext 2.\tab}{\revised nieuw}\par",
            "1. Een\n\n2. nieuw",
            "1. Een",
        ),
        (r"Het{\deleted\chftn{\footnote\chftn  Weg.}} is zo.\par", "Het is zo.", "Het is zo.\n\n1. Weg."),
    ],
)
def test_two_versions_are_a_choice_of_the_author(body: str, accepted: str, rejected: str) -> None:
    """Tracked and struck text is refused without a choice, and told with the one made."""
    with pytest.raises(ExtractionError, match="document-two-versions"):
        read(body)
    assert read(body, "accept")[0] == accepted
    assert read(body, "reject")[0] == rejected


def test_properties_are_proposed_and_the_bytes_say_the_kind() -> None:
    """Title, author, language and the day of making; a .doc or .txt that is RTF is read as RTF."""
    facts = read_rtf(rtf(r"x\par")).facts
    expected = {"title": "Nota wonen", "author": "Jansen", "lang": "nl-NL", "made": "2023-02-01"}
    assert expected.items() <= facts.items()
    for name in ("x.doc", "x.txt", "x"):
        outcome = extract(rtf(r"x\par"), name)
        assert outcome.value is not None, outcome.diagnostics
        assert outcome.value.text == "x\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document-to-convert"),
        (b"geen rtf", "document-unreadable"),
        (b"{\\rtf1 }", "document-without-text"),
    ],
)
def test_what_is_no_rtf_is_a_finding(data: bytes, code: str) -> None:
    """Another kind under this name, and no words, each have their finding."""
    assert [one.code for one in extract(data, "x.rtf").diagnostics] == [code]


@pytest.mark.every(6)
@pytest.mark.parametrize(
    "data",
    [
        b"{" * 200_000 + b"x",
        b"{\\rtf1 tekst" + b"}" * 200_000,
        b"{\\rtf1 " + b"{\\footnote " * 3000 + b"x",
        b"{\\rtf1 \\trowd\\intbl\\itap99999 x\\nestcell\\nestrow\\cell\\row",
        b"{\\rtf1 \\u99999999999?\\ansicpg99999999 \\f-1\\'e9 \\bin99999999999 x",
        b"{\\rtf1\\fonttbl\\cpg0 x\\colortbl;;\\sv\\sn\\fldrslt\\chftn\\cell",
    ],
)
def test_hostile_rtf_is_read_or_refused(data: bytes) -> None:
    """Depth and numbers without sense neither crash the reader nor take it for ever."""
    outcome = extract(data, "x.rtf")
    assert outcome.value is not None or outcome.diagnostics
    assert "Error" not in str(
        [one.params for one in outcome.diagnostics if one.code == "document-unreadable"]
    )


def test_the_second_reading_sees_what_the_first_loses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that the first reading drops is named."""
    monkeypatch.setattr(
        document, "tokens", lambda data: (one for one in tokens(data) if one.data != b"niet ")
    )
    assert "niet" in str(read_rtf(rtf(r"Wij gaan {niet }door.\par")).unaccounted)


PIECES = (
    *("woord ", r"{\v verborgen }", r"\par ", r"{\b vet }", r"\tab ", r"{\super 2}", r"\cell ", r"\row "),
    *(r"\trowd\cellx9\cellx99 ", r"\pard\intbl ", r"\pard ", r"\intbl\itap2 ", r"\nestcell ", r"\nestrow "),
    *(r"{\footnote\chftn  noot}", r"\chftn ", r"{\header kop\par staart}", r"{\listtext 3.\tab}"),
    *(r"{\deleted weg}", r"{\revised nieuw\par}", r"{\field{\*\fldinst CODE}{\fldrslt uitkomst}}", r"\'e9"),
    *(
        r"{\shp{\*\shpinst{\shptxt kader\par los}}}",
        r"\u233?",
        "\t",
        r"{\*\footnote\chftn  ster}",
        r"{\field{\*\fldinst A{\field{\*\fldinst B}{\fldrslt c}}}{\fldrslt d}}",
        r"{\*\niets stil}",
        r"{\f3\'93\'fa}",
        r"{\f2 b}",
    ),
    *(
        r"{\pict 0102}",
        r"{\upr{oud}{\*\ud{jong}}}",
        r"{\*\annotation zegt}",
        r"\sect ",
        r"\plain\s1 ",
        "{",
        "}",
    ),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_every_letter_is_in_the_text_or_named(pieces: list[str]) -> None:
    """Whatever stands where, in both versions: nothing is lost, and nothing is there twice."""
    for changes in ("accept", "reject"):
        read("".join(pieces), changes)
