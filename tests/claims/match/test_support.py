"""What a text carries: invented facts are found in it, honest rephrasings are not; in Dutch and English."""

import pytest

from bronbrief.claims.match.days import find_days
from bronbrief.claims.match.facts import find_facts
from bronbrief.claims.match.languages import languages
from bronbrief.claims.match.source_facts import from_record
from bronbrief.claims.match.support import from_date, from_names, from_text, supports
from bronbrief.sources.model import Record

DUTCH = """\
Zeventig mensen kwamen, drieëntwintig burgers en vijf gasten. Hij won met 80 procent op 9 augustus 2020 en
leende anderhalf miljard dollar, sinds 1998; Brussel gaf tweeënhalf miljard euro. PvdA-raadslid Gilbert
Mulder, de VN-Mensenrechtenraad en de Oeigoeren spraken, op 18 september in Oekraïne, met Loekasjenko.
"""
ENGLISH = """\
Seventy vehicles came, with twenty-three guests. He won 80 per cent on 9 August 2020 and lent $1.5 billion,
since 1998; Brussels gave two and a half billion euros. Labour councillor Gilbert Mulder, the UN Human Rights
Council and the Uyghurs spoke on 18 September.
"""
LANGUAGES = {"nl": DUTCH, "en": ENGLISH}


def unsupported(words: str, lang: str, said: str | None = None) -> list[str]:
    """Return the facts of own words that a text does not carry."""
    support = from_text(said or LANGUAGES[lang], languages()[lang])
    found = find_facts(words, languages()[lang], lambda _: None)
    return [fact.text for fact in found if not supports(support, words, fact.read)]


INVENTED_DUTCH = [
    *(("eenentachtig procent", "eenentachtig procent"), ("na eenendertig jaar", "eenendertig jaar")),
    *(("eenhonderd wagens", "eenhonderd"), ("de eenentwintigste keer", "eenentwintigste")),
    *(
        ("drieënhalf miljard euro", "drieënhalf miljard euro"),
        ("drieëndertig wagens", "drieëndertig"),
    ),
    *(
        ("drie\u00ebntachtig".replace("\u00eb", "e\u0308"), "drieëntachtig"),
        ("v\u0133ftig wagens", "vijftig"),
    ),
    *(("op de eerste augustus", "eerste augustus"), ("op negentien augustus", "negentien augustus")),
    *(
        ("van 6 tot 9 augustus", "6"),
        ("op 19/9", "19/9"),
        ("sinds ’97", "’97"),
        ("de jaren tachtig", "jaren tachtig"),
    ),
    *(
        ("op maandagavond", "maandagavond"),
        ("op _10 augustus_ 2020", "10 augustus 2020"),
        ("in _2001_", "2001"),
    ),
    *(("voor 1,5 mld. euro", "1,5 mld. euro"), ("anderhalf miljard yen", "anderhalf miljard yen")),
    *(("anderhalf miljard Russische roebel",) * 2, ("anderhalf miljard Canadese dollar",) * 2),
    *(("er vielen 80 doden", "80"), ("het waren er 80.", "80"), ("er vielen 9 doden", "9")),
    *(
        ("er vielen 2020 gewonden", "2020"),
        ("er waren er acht.", "acht"),
        ("en **81** procent", "81 procent"),
    ),
    *(("het raadslid Koning sprak", "Koning"), ("en Joris Koning sprak", "Joris Koning")),
    *(
        ("hij zei ‘neen’, 'Utrecht' ja", "Utrecht"),
        ("in Utr\u00adecht", "Utrecht"),
        ("in Assen van de VN", "Assen van de VN"),
    ),
    ("en 1" + "0" * 60 + " mensen", "1" + "0" * 60),
]
INVENTED_ENGLISH = [
    *(("on the first of August 2020", "first of August 2020"), ("the twenty-first of August",) * 2),
    *(
        ("from 6 to 9 August", "6"),
        ("since ’97", "’97"),
        ("in the 1980s", "1980s"),
        ("on Mondays", "Mondays"),
    ),
    *(("1.5 billion Russian roubles",) * 2, ("1.5 billion yen",) * 2, ("thirty-one years",) * 2),
    *(("three-and-a-half billion euros",) * 2, ("there were 80 deaths", "80"), ("there were 9 dead", "9")),
    *(
        ("there were 2020 wounded", "2020"),
        ("with councillor King", "King"),
        ("and Joris King spoke", "Joris King"),
    ),
]


@pytest.mark.parametrize(
    ("words", "fact", "lang"),
    [*((*row, "nl") for row in INVENTED_DUTCH), *((*row, "en") for row in INVENTED_ENGLISH)],
)
def test_invented_facts_are_not_carried(words: str, fact: str, lang: str) -> None:
    """A figure, date or name that the text has not, or has of something else, is reported whole."""
    found = [text.removeprefix("the ") for text in unsupported(words, lang)]
    assert found == [fact.removeprefix("the ")]


HONEST_DUTCH = [
    *(
        "**1,5** miljard dollar",
        "**anderhalf** miljard dollar",
        "1,5\u202fmiljard dollar",
        "1½ miljard dollar",
    ),
    *("1,5&nbsp;miljard dollar", "anderhalf miljard Amerikaanse dollars", "2½ miljard euro", "2,5 mld. euro"),
    *("1,5 miljard steun", "een 80-procentmeerderheid", "80", "van 80 tot 80 procent", "de 9e augustus"),
    *(
        "op de negende",
        "op negen augustus 2020",
        "op zondagavond",
        "sinds ’98",
        "op 18/9",
        "in de jaren negentig",
    ),
    *("2020-verkiezingen", "de verkiezingen van 2020 waren", "in 2020 gewonden", "Gilbert **Mulder**"),
    *("met Mulder van de PvdA", "de Mensenrechtenraad van de VN", "de VN-raad", "een Oeigoerse vrouw"),
    *(
        "in Oekrai\u0308ne",
        "met Loe\u00adkasjenko in Oe\u00adkraïne",
        "v\u0133f gasten",
        "drie\u0065\u0308ntwintig burgers",
    ),
    *("wat de raad nodig acht.", "dat neemt de raad in acht.", "de Koning sprak", "hij koos een koning"),
]
HONEST_ENGLISH = [
    *(
        "**1.5** billion dollars",
        "1.5\u202fbillion dollars",
        "1½ billion US dollars",
        "1.5 billion U.S. dollars",
    ),
    *(
        "two-and-a-half billion euros",
        "since ’98",
        "on 18/9",
        "in the 1990s",
        "on Sunday",
        "on the ninth of August",
    ),
    *(
        "the disputed 2020 elections",
        "in the 2020 protests",
        "the August 2020 elections",
        "and Mulder of Labour",
    ),
    *("the Human Rights Council of the UN", "the King spoke", "the 9th", "80 per cent"),
]


@pytest.mark.parametrize(
    ("words", "lang"), [*((row, "nl") for row in HONEST_DUTCH), *((row, "en") for row in HONEST_ENGLISH)]
)
def test_honest_rephrasings_are_carried(words: str, lang: str) -> None:
    """What the text says may be said in other words, figures, spellings and characters."""
    assert unsupported(words, lang) == []


@pytest.mark.ci
@pytest.mark.parametrize("text", ["biljoen " * 84_000, "9" * 1_000_001, "honderd" * 100_000])
def test_numbers_beyond_reading_do_no_harm(text: str) -> None:
    """However long a number is, it is read without rounding or not at all."""
    support = from_text(text, languages()["nl"])
    assert all(value.adjusted() < 60 for value, _ in support.numbers)


@pytest.mark.every(4)
@pytest.mark.parametrize(
    ("piece", "lang", "days"), [("9 mei 2020, ", "nl", 1), ("in May ", "en", 1), ("5 mei en ", "nl", 1)]
)
def test_each_date_of_a_long_text_is_read(piece: str, lang: str, days: int) -> None:
    """Sixteen thousand dates in one paragraph are sixteen thousand dates."""
    assert len(find_days(piece * 16_000, languages()[lang])) == days * 16_000


def test_places_are_those_of_the_text_as_typed() -> None:
    """Marks of emphasis and soft hyphens lie within a fact's place, and not in its words."""
    text = "Met **1,6** miljard euro in Utr\u00adecht."
    facts = list(find_facts(text, languages()["nl"], lambda _: None))
    assert [(fact.text, text[fact.start : fact.end]) for fact in facts] == [
        ("1,6 miljard euro", "1,6** miljard euro"),
        ("Utrecht", "Utr\u00adecht"),
    ]


def test_numbers_of_a_house_count_as_a_whole_only() -> None:
    """The number of a file carries itself and no number of people; a name and a whole date are carried."""
    own = from_names(["Z-2026-0412", "Raad van Assen, 9 mei 2026"], languages()["nl"])
    words = "zaak Z-2026-0412 van 9 mei in Assen, 412 mensen"
    found = [
        fact.text
        for fact in find_facts(words, languages()["nl"], lambda _: None)
        if not supports(own, words, fact.read)
    ]
    assert [text for text in found if text != "Z"] == ["412"]


@pytest.mark.parametrize(("edtf", "said"), [("199X", True), ("19XX", True), ("198X", False), ("20XX", False)])
def test_decades_and_centuries_hold_a_year_that_is_said(edtf: str, *, said: bool) -> None:
    """A date with digits left open is carried by a year within it, and by itself."""
    (span,) = from_date(edtf).spans
    (decade,) = find_facts("de jaren negentig", languages()["nl"], lambda _: None)
    assert any(span[0] <= year <= span[1] for year in (1998,)) is said
    assert supports(from_text("in 1998", languages()["nl"]), "", decade.read)
    assert from_date(edtf).days == frozenset()


@pytest.mark.parametrize(
    ("ground", "carried"), [("stated", True), ("page address", True), ("supplied", False)]
)
def test_a_title_that_was_supplied_carries_nothing(ground: str, carried: bool) -> None:  # noqa: FBT001
    """What the author called a source, or the name of its file, is no evidence of what it says."""
    record = Record("Besluit van 3 april 2019 over Waterdam", ground, "report", "nl", "0" * 64)
    words = "Op 3 april 2019 besloot de raad."
    found = find_facts(words, languages()["nl"], lambda _: None)
    support = from_record(record, languages()["nl"])
    assert all(supports(support, words, fact.read) for fact in found) is carried
