"""Decoding: strict UTF-8, places that an editor shows, and a word about what the eye does not see."""

import pytest

from bronbrief.core.diagnostics import Place, Severity
from bronbrief.locale.diagnostics import headline
from bronbrief.sources.decoding import decode_source


def test_byte_order_mark_is_not_text() -> None:
    """A byte order mark is allowed and left out."""
    assert decode_source(b"\xef\xbb\xbfTekst", "seeds/a.txt").value == "Tekst"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"Eerste\r\nTweede \xe9\xe9n", (2, 8)),
        (b"a\rb\nc\xff", (3, 2)),
        (b"\xef\xbb\xbfab\xff", (1, 3)),
        (b"\xff\xfea\x00", (1, 1)),
        (b"goed \xc3", (1, 6)),
        (b"\xed\xa0\x80", (1, 1)),
    ],
)
def test_invalid_byte_is_an_error_at_its_place(data: bytes, place: tuple[int, int]) -> None:
    """An invalid byte stops the source; line, column and value are named."""
    outcome = decode_source(data, "seeds/a.txt")
    (finding,) = outcome.diagnostics
    assert outcome.value is None
    assert finding.code == "source-not-utf8"
    assert finding.place
    assert (finding.place.line, finding.place.column) == place
    assert f"line {place[0]}, column {place[1]}" in headline(finding)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het kost € 5, zei hij: ‘één café’.", "â‚¬"),
        ("Zij vroeg: “Waarom?”", "â€œ"),
        ("De coëxistentie", "Ã«"),
    ],
)
def test_text_that_was_read_in_the_wrong_encoding_is_pointed_out(text: str, found: str) -> None:
    """UTF-8 that went through Windows-1252 is a warning at the first place, with what was meant."""
    mangled = text.encode().decode("cp1252", "replace").replace("\N{REPLACEMENT CHARACTER}", "\x9d")
    (finding,) = decode_source(mangled.encode(), "seeds/a.txt").diagnostics
    assert (finding.code, finding.severity) == ("source-mangled-text", Severity.WARNING)
    assert finding.params["found"] == found
    assert finding.params["meant"] in text


@pytest.mark.parametrize(
    "text",
    ["“één” café € 5 – SÃO PAULO, FRANÇA", "Âge, âme, Ô temps", "Ångström, naïef", "«CAFÉ» en «À\u00a0là»"],
)
def test_real_letters_with_accents_are_no_garbling(text: str) -> None:
    """Accents, also those with which garbled text begins, are let be."""
    assert decode_source(text.encode(), "a").diagnostics == ()


def test_empty_file_is_an_error() -> None:
    """A file of no bytes, or of a byte order mark alone, has nothing to quote."""
    for data in (b"", b"\xef\xbb\xbf"):
        assert [found.code for found in decode_source(data, "a").diagnostics] == ["source-empty"]


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\u200b", "\u202e", "\u2066", "\u00ad", "\ufeff", "\U000e0041"]
)
def test_hidden_character_is_a_warning(character: str) -> None:
    """Control, bidirectional and zero-width characters are named once, with their number and first place."""
    outcome = decode_source(f"goed\n ni{character}et {character}".encode(), "seeds/a.txt")
    (finding,) = outcome.diagnostics
    assert finding.severity is Severity.WARNING
    assert finding.place == Place("seeds/a.txt", 2, 4, 2, 5)
    assert finding.params["point"] == f"U+{ord(character):04X}"
    assert finding.params["count"] == "2"
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "text", ["a\tb\r\nc\fd", "één “twee” – drie…", "a\u00a0b", "👩\u200d🔧", "می\u200cخواهم"]
)
def test_ordinary_text_gives_no_warning(text: str) -> None:
    """Tabs, line ends, typographic characters, and joiners where a script needs them are in order."""
    assert decode_source(text.encode(), "a").diagnostics == ()


def test_a_character_that_was_lost_before_is_a_warning() -> None:
    """U+FFFD stands for what nobody can know: each is counted, the first has its place."""
    (finding,) = decode_source("Caf� en\nre�l".encode(), "seeds/a.txt").diagnostics
    assert (finding.code, finding.params["count"]) == ("source-replacement-character", "2")
    assert finding.place == Place("seeds/a.txt", 1, 4, 1, 5)
    assert len(finding.related) == 1


@pytest.mark.parametrize(("data", "count"), [(b"een\rtwee\rdrie", "2"), (b"een\r\ntwee\rdrie\n", "1")])
def test_lines_that_end_in_cr_alone_are_told(data: bytes, count: str) -> None:
    """They are read well, and looked at: some program wrote them in another way than the rest."""
    (finding,) = decode_source(data, "seeds/a.txt").diagnostics
    assert (finding.code, finding.params["count"]) == ("source-carriage-returns", count)
    assert finding.severity is Severity.HINT
