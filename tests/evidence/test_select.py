"""Proving excerpts: each way to select, what prints, and what is refused with which words."""

from collections.abc import Callable
from typing import Any

import pytest

from bronbrief.core.text import Fold
from bronbrief.evidence.model import Excerpt, Mark, Verdict
from bronbrief.sources.model import Catalogue
from bronbrief.sources.passages import split_passages

ProveOne = Callable[..., tuple[Excerpt | None, list[str]]]

TEXT = """\
De raad heeft gisteren lang vergaderd over de nieuwe brug. Het college wil geen tol heffen op de brug.

De kosten zijn 1,5 miljoen euro, meer dan 22
000 euro per inwoner. De brug gaat open als de gemeente Brug-
dam en het waterschap dat samen goed-
keuren.

De wethouder zegt dat de brug veilig is. De raad vindt dat de brug veilig is.
"""


def codes_of(prove_one: ProveOne, **fields: Any) -> list[str]:
    """Return the codes for an excerpt of the sample text that must be refused."""
    excerpt, codes = prove_one(TEXT, **fields)
    assert excerpt is None
    return codes


def text_of(prove_one: ProveOne, source: str | bytes = TEXT, **fields: Any) -> str:
    """Return what prints of an excerpt that must be proven, without an error."""
    excerpt, codes = prove_one(source, **fields)
    assert excerpt is not None, codes
    return excerpt.text


def test_exact_quotation_carries_its_places(prove_one: ProveOne) -> None:
    """A proven excerpt knows its passage, its characters, its bytes and what stands around it."""
    excerpt, codes = prove_one("“Ja”, zei hij. Het is één stad. Meer niet.", quote="Het is één stad.")

    assert codes == []
    assert excerpt is not None
    assert (excerpt.verdict, excerpt.folds) == (Verdict.EXACT, ())
    (part,) = excerpt.parts
    assert str(part.locator) == "al. 1"
    assert (part.start, part.end) == (15, 31)
    assert (part.byte_start, part.byte_end) == (19, 37)
    assert part.text == "Het is één stad."
    assert (part.prefix, part.suffix) == ("“Ja”, zei hij. ", " Meer niet.")


def test_byte_order_mark_counts_in_bytes(prove_one: ProveOne) -> None:
    """Bytes are those of the file as received, a byte order mark included."""
    excerpt, _ = prove_one(b"\xef\xbb\xbfEerste zin. Tweede zin.", quote="Tweede zin.")

    assert excerpt is not None
    assert (excerpt.parts[0].byte_start, excerpt.parts[0].byte_end) == (15, 26)


def test_folded_quotation_prints_the_source(prove_one: ProveOne) -> None:
    """What prints is the source's characters, whatever the author typed, and the folds are named."""
    excerpt, _ = prove_one("Hij zei: “We gaan\u00a0door.” En dat was het.", quote='"We gaan door."')

    assert excerpt is not None
    assert excerpt.text == "“We gaan\u00a0door.”"
    assert excerpt.verdict is Verdict.FOLDED
    assert excerpt.folds == (Fold.QUOTATION_MARKS, Fold.NO_BREAK_SPACE)


@pytest.mark.parametrize("mark", ["[…]", "[...]", "[ … ]", "[. . .]", "[…]\n"])
def test_omission_keeps_its_parts_in_order(prove_one: ProveOne, mark: str) -> None:
    """Parts around a mark of omission follow each other in one passage and print with […]."""
    quote = f"De raad heeft {mark} lang vergaderd {mark} op de brug."

    assert text_of(prove_one, quote=quote) == "De raad heeft […] lang vergaderd […] op de brug."


def test_omission_at_an_edge_prints(prove_one: ProveOne) -> None:
    """A mark of omission that the author puts first or last prints."""
    quote = "[…] lang vergaderd over de nieuwe brug. […]"

    assert text_of(prove_one, quote=quote) == quote


def test_omission_mark_of_the_source_is_text(prove_one: ProveOne) -> None:
    """Brackets that stand in the source itself are the source's characters."""
    excerpt, _ = prove_one("Hij schreef: dit [...] dat. Einde.", quote="dit [...] dat.")

    assert excerpt is not None
    assert excerpt.text == "dit [...] dat."
    assert [segment.mark for segment in excerpt.paragraphs[0]] == [Mark.TEXT]


def test_parts_may_cross_passages_when_asked(prove_one: ProveOne) -> None:
    """An omission over the end of a paragraph needs `across: true`."""
    quote = "De raad heeft […] De kosten zijn"

    assert codes_of(prove_one, quote=quote) == ["parts-across-passages"]
    assert text_of(prove_one, quote=quote, across="true") == quote


def test_nearest_following_place_is_taken(prove_one: ProveOne) -> None:
    """A later part that occurs twice stands at its first place after the part before it."""
    excerpt, _ = prove_one(TEXT, quote="De wethouder zegt […] de brug veilig is.")

    assert excerpt is not None
    assert excerpt.parts[1].start < excerpt.parts[0].end + 10


def test_range_keeps_paragraphs(prove_one: ProveOne) -> None:
    """A range from first to last words takes in all between them, paragraph by paragraph."""
    excerpt, _ = prove_one(TEXT, **{"from": "Het college wil", "to": "De wethouder zegt"})

    assert excerpt is not None
    assert [str(one) for one in excerpt.locators] == ["al. 1", "al. 2", "al. 3"]
    assert len(excerpt.paragraphs) == 3
    assert excerpt.text.startswith("Het college wil geen tol heffen op de brug.\nDe kosten zijn 1,5")
    assert excerpt.text.endswith("keuren.\nDe wethouder zegt")


def test_passages_by_locator(prove_one: ProveOne) -> None:
    """Whole passages print as paragraphs; what is skipped between two of them shows as an omission."""
    excerpt, codes = prove_one(TEXT, passage=["al. 1", "alinea 3"])

    assert codes == []
    assert excerpt is not None
    assert excerpt.verdict is Verdict.EXACT
    assert [paragraph[0].mark for paragraph in excerpt.paragraphs] == [Mark.TEXT, Mark.OMISSION, Mark.TEXT]
    assert text_of(prove_one, passage="al. 3").startswith("De wethouder zegt")
    assert len(text_of(prove_one, passage=["al. 1", "al. 2"]).split("\n")) == 2


def test_quotation_of_two_paragraphs(prove_one: ProveOne) -> None:
    """A quotation with a line break where the source has a new paragraph is a quotation of both."""
    excerpt, _ = prove_one(TEXT, quote="tol heffen op de brug.\n\nDe kosten zijn")

    assert excerpt is not None
    assert excerpt.verdict is Verdict.EXACT
    assert excerpt.text == "tol heffen op de brug.\nDe kosten zijn"
    assert codes_of(prove_one, quote="tol heffen op de brug. De kosten zijn") == ["quote-crosses-passages"]


@pytest.mark.parametrize(
    ("field", "context", "start"),
    [
        ("prefix", "De wethouder zegt dat", 22),
        ("prefix", "vindt dat", 59),
        ("prefix", "veilig is.  De raad vindt\ndat ", 59),
        ("suffix", "De raad", 22),
        ("suffix", "De raad vindt", 22),
    ],
)
def test_context_tells_places_apart(prove_one: ProveOne, field: str, context: str, start: int) -> None:
    """The words just before or after choose between two places, under the same folds."""
    excerpt, _ = prove_one(TEXT, quote="de brug veilig is.", **{field: context})

    assert excerpt is not None
    assert excerpt.parts[0].start == start


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("quote-ambiguous", {"quote": "de brug veilig is."}),
        ("quote-ambiguous", {"quote": "De […] veilig is."}),
        ("quote-ambiguous", {"from": "de brug veilig", "to": "is."}),
        ("context-not-there", {"quote": "de brug veilig is.", "prefix": "De burgemeester zegt dat"}),
        ("quote-drift", {"quote": "Het college wil tol heffen op de brug."}),
        ("quote-drift", {"quote": "De kosten zijn 1.5 miljoen euro"}),
        ("quote-first-letter", {"quote": "de kosten zijn 1,5 miljoen euro"}),
        ("quote-first-letter", {"quote": "[d]e kosten zijn 1,5 miljoen euro"}),
        ("quote-letter-bracketed", {"quote": "[D]e kosten zijn 1,5 miljoen euro"}),
        ("quote-mark-added", {"quote": "De raad heeft gisteren lang vergaderd."}),
        ("quote-missing", {"quote": "Sneeuw valt zelden in juli."}),
        ("quote-cuts-word", {"quote": "lang vergader"}),
        ("quote-cuts-word", {"quote": "5 miljoen euro"}),
        ("quote-cuts-word", {"quote": "De kosten zijn 1"}),
        ("quote-cuts-word", {"quote": "000 euro per inwoner"}),
        ("quote-cuts-word", {"quote": "meer dan 22"}),
        ("parts-out-of-order", {"quote": "lang vergaderd […] De raad heeft"}),
        ("range-reversed", {"from": "Het college wil", "to": "De raad heeft"}),
        ("quote-empty", {"quote": "[…]"}),
        ("passage-unknown", {"passage": "al. 9"}),
        ("passage-unreadable", {"passage": "pagina 2"}),
        ("passages-out-of-order", {"passage": ["al. 2", "al. 1"]}),
        ("passages-out-of-order", {"passage": ["al. 1", "al. 1"]}),
        ("sic-in-quote", {"quote": "De raad heeft [sic] gisteren lang"}),
        ("insertion-in-quote", {"quote": "De raad [van Brugdam] heeft gisteren"}),
        ("quote-begins-inserted", {"quote": "[Gisteren] heeft de raad lang vergaderd"}),
        ("omission-mark", {"quote": "De raad heeft ... lang vergaderd"}),
        ("omission-mark", {"quote": "De raad heeft (…) lang vergaderd"}),
        ("quotation-marks-added", {"quote": "“De raad heeft gisteren lang vergaderd”"}),
        ("words-left-out", {"quote": "De raad heeft gisteren vergaderd over de nieuwe brug."}),
        ("quote-joins-places", {"quote": "De raad heeft gisteren De wethouder zegt dat"}),
    ],
)
def test_refusals_say_why(prove_one: ProveOne, code: str, fields: dict[str, Any]) -> None:
    """Each way to go wrong has a code of its own, and exactly one error is reported."""
    assert codes_of(prove_one, **fields) == [code]


def test_other_sources_are_named(prove_one: ProveOne) -> None:
    """Words of another source are refused with the name of that source, whole or as a part."""
    others = {"krant": "Er reed een tram naar het strand, zeven dagen per week."}

    assert codes_of(prove_one, others=others, quote="een tram naar het strand") == ["quote-elsewhere"]
    mixed = "De raad heeft […] een tram naar het strand"
    assert codes_of(prove_one, others=others, quote=mixed) == ["part-elsewhere"]
    joined = "De raad heeft gisteren een tram naar het strand"
    assert codes_of(prove_one, others=others, quote=joined) == ["quote-joins-sources"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("samen goedkeuren.", "samen goedkeuren."),
        ("samen goed-\nkeuren.", "samen goedkeuren."),
        ("samen goed-keuren.", "samen goed-keuren."),
        ("samen goed- keuren.", "samen goed- keuren."),
        ("gemeente Brug-dam en", "gemeente Brug-dam en"),
        ("gemeente Brugdam en", "gemeente Brugdam en"),
    ],
)
def test_author_reads_the_hyphen_at_a_line_end(prove_one: ProveOne, typed: str, printed: str) -> None:
    """Where the source breaks a word at a line end, the author says whether the hyphen belongs to it."""
    excerpt, _ = prove_one(TEXT, quote=typed)
    views = {part for passage in split_passages(TEXT) for part in (passage.text,) if printed in part}

    assert excerpt is not None
    assert excerpt.text == printed
    exact = typed == printed and bool(views)
    assert (excerpt.verdict, excerpt.folds) == (
        (Verdict.EXACT, ()) if exact else (Verdict.FOLDED, (Fold.HYPHENATION,))
    )


def test_hyphen_that_the_source_has_in_mid_line_stays(prove_one: ProveOne) -> None:
    """Only a hyphen at a line end is open to reading; one within a line is not."""
    text = "De minister-president sprak met de wethouder over Noord-\nHolland en het zwembad."

    assert text_of(prove_one, text, quote="De minister-president sprak") == "De minister-president sprak"
    excerpt, codes = prove_one(text, quote="De ministerpresident sprak")
    assert (excerpt, codes) == (None, ["quote-drift"])
    excerpt, codes = prove_one(text, quote="het zwem-bad.")
    assert (excerpt, codes) == (None, ["quote-drift"])


def test_page_number_within_a_sentence_is_passed_over(prove_one: ProveOne) -> None:
    """A sentence that a page break cuts in two is one quotation, and its bytes still agree."""
    head = "De raad besluit dat het zwembad aan de Molenweg volgend jaar dicht gaat en dat er"
    text = f"{head}\n\n- 2 -\n\feen nieuw bad komt."

    assert text_of(prove_one, text, quote="dat er een nieuw bad komt.") == "dat er een nieuw bad komt."


@pytest.mark.parametrize("figure", ["250", "12 van 30", "3", "- 4 -", "pagina 7"])
def test_a_figure_on_a_line_of_its_own_is_text(prove_one: ProveOne, figure: str) -> None:
    """A lone number that is no page number stands in its sentence: it can be quoted, and not left out."""
    head = "Het herstel van de kade kost volgens de ingenieurs van het waterschap in totaal zo'n"
    text = f"{head}\n\n{figure}\n\nmiljoen euro, zegt de dijkgraaf."

    whole = f"in totaal zo'n {figure} miljoen euro"
    assert text_of(prove_one, text, quote=whole) == whole
    assert prove_one(text, quote="in totaal zo'n miljoen euro")[0] is None
    assert figure in text_of(prove_one, text, passage="al. 1")


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u202e", "\u2066", "\u200d", "\u2060", "\ufeff", "\u00ad\u200b"]
)
def test_deceptive_characters_are_refused(prove_one: ProveOne, hidden: str) -> None:
    """A cited text with a character that shows nothing or turns the writing is refused by its name."""
    text = f"De raad stemt vo{hidden}or het plan. De rest is goed."

    excerpt, codes = prove_one(text, passage="al. 1")
    assert (excerpt, codes) == (None, ["deceptive-character"])
    assert text_of(prove_one, text, quote="De rest is goed.") == "De rest is goed."


def test_soft_hyphens_are_no_deceit(prove_one: ProveOne) -> None:
    """A soft hyphen in the source folds away and prints as the source has it."""
    assert (
        text_of(prove_one, "De samen\u00adwerking gaat door.", quote="De samenwerking")
        == "De samen\u00adwerking"
    )


@pytest.mark.parametrize(
    ("quote", "codes"),
    [
        ("tol heffen op de brug.", ["words-cut-away"]),
        ("Het college wil", ["words-cut-away"]),
        ("Het college wil geen tol", []),
        ("De raad heeft gisteren", []),
    ],
)
def test_negation_beside_a_cut_is_told(prove_one: ProveOne, quote: str, codes: list[str]) -> None:
    """A quotation that leaves a negation just outside builds, with a warning."""
    excerpt, found = prove_one(TEXT, quote=quote)

    assert excerpt is not None
    assert found == codes


def test_negation_of_the_next_sentence_does_not_count(prove_one: ProveOne) -> None:
    """A full stop between the cut and the negation makes it another sentence."""
    _, codes = prove_one("De brug blijft. Niet iedereen is blij. Nooit meer.", quote="De brug blijft.")

    assert codes == []


def test_all_findings_come_in_one_run(seeds: Catalogue, prove: Callable[..., Any]) -> None:
    """One bad excerpt does not hide the next, nor keep the good ones from being proven."""
    source = "coevorden-bevriest-2024"
    outcome = prove(
        seeds,
        {
            "fout": {"source": source, "quote": "Dit staat er heus niet in."},
            "goed": {"source": source, "quote": "Feitelijk gezien was er al langere tijd geen contact meer."},
            "ook-fout": {"source": source, "quote": "Feitelijk gezien was er al langere tijd contact meer."},
            "onbekend": {"source": "bestaat-niet", "quote": "Feitelijk"},
        },
    )

    assert list(outcome.value) == ["goed"]
    assert [found.params["id"] for found in outcome.diagnostics] == ["fout", "ook-fout"]


def test_line_ends_of_the_flemish_answer(seeds: Catalogue, prove: Callable[..., Any]) -> None:
    """In the hard-wrapped seed a number on two lines and a question over a page break are found whole."""
    source = "vlaanderen-wit-rusland-2020"
    quotes = {
        "burgers": "juridische bijstand verleend aan meer dan 22 000 burgers",
        "steun": "hoe evalueert de minister-president deze steun?",
        "sancties": "Vlaanderen is geen voorstander van economische sancties […] en is dan ook niet van plan",
    }
    outcome = prove(seeds, {name: {"source": source, "quote": quote} for name, quote in quotes.items()})

    assert {name: excerpt.text for name, excerpt in outcome.value.items()} == quotes
    for excerpt in outcome.value.values():
        for part in excerpt.parts:
            raw = seeds.sources[source].data[part.byte_start : part.byte_end].decode()
            assert raw.split() == part.text.split()
