"""What a quotation cuts away and may turn its sense is told, and an ordinary cut is not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bronbrief.core.diagnostics import Diagnostic
from bronbrief.core.sentences import sentences
from bronbrief.evidence.cuts import find_cuts
from bronbrief.evidence.folded_source import Span
from bronbrief.evidence.searchable import Searchable
from bronbrief.sources.model import Catalogue, Source

Told = Callable[..., list[Diagnostic]]
Shelve = Callable[..., Catalogue]

TURNED = {
    "nl": [
        "Tenzij de provincie betaalt, {wordt de sluis dit jaar vernieuwd}.",
        "{De sluis wordt dit jaar vernieuwd}, mits er geld is.",
        "{Alle wijken krijgen een buurthuis}, behalve de Kooi en het Noorderkwartier.",
        "{Het college stelt geld beschikbaar}, maar alleen als de raad instemt.",
        "Volgens de omwonenden, die al jaren klagen, {is de bodem vervuild met lood}.",
        "Naar verluidt {heeft de wethouder geld aangenomen}.",
        "De wethouder zou volgens de krant {geld hebben aangenomen van de aannemer}.",
        "Er is geen enkel bewijs dat {de school is verzakt}.",
        "Ik geloof, eerlijk gezegd, niet {dat de school is verzakt}.",
        "De burgemeester ontkent dat {hij het rapport had gelezen}.",
        "{Wij steunen de plannen van de stichting} om verschillende redenen niet.",
        "{Dat de school verzakt is}, is niet waar.",
        "{De school is verzakt}, maar dat is nooit bewezen.",
        "Als de raad instemt, {gaat de sloop door}.",
        "{De sloop gaat door}, indien de raad instemt.",
        "{De fractie is} bij nader inzien, na veel beraad, niet {voor het plan}.",
        "{De gemeente heeft in de jaren} negentig nooit overleg {gevoerd met de bewoners}.",
        "Het gerucht gaat dat {de wethouder aftreedt}.",
        "{Het college besloot dit}, niet de raad.",
        "{De brug is veilig.} Dat klopt niet. {De brug gaat open.}",
        "Het is een fabeltje dat {de kerk wordt verkocht}.",
        "Het college sluit daarmee uit dat {de kerk wordt verkocht}.",
        "De voorzitter raadde de raad af {de kerk te verkopen}.",
        "Het voorstel om {de kerk te verkopen} werd weggestemd.",
        "Het amendement waarin stond dat {de kerk wordt verkocht} is ingetrokken.",
        "{De kerk is verkocht}, quod non.",
        "{De kerk is verkocht}, wat de dominee overigens weerspreekt.",
        "{De kerk is verkocht}, maar dat bericht berustte op een misverstand.",
        "{Alle leden stemden voor}, op het CDA na.",
        "{De raad stemde voor} op drie leden na.",
        "In het uitzonderlijke geval dat de kade zakt {betaalt het waterschap}.",
        "{Het waterschap betaalt}, zij het pas vanaf 2031.",
        "Had de raad toegestemd, {dan lag de weg er al}.",
        "Was er geld geweest, dan {lag de weg er al}.",
        "{De weg wordt verlegd}, zo vrezen de bewoners.",
        "Er wordt beweerd dat {de weg wordt verlegd}.",
        "{De weg is} nagenoeg {klaar}.",
        "{De fractie} is ertegen dat {de weg wordt verlegd}.",
    ],
    "nl-BE": ["{Het schepencollege betaalt}, tenzij de provincie tegen is."],
    "en": [
        "Unless the council agrees, {the bridge will close}.",
        "{The bridge will close}, provided that money is found.",
        "It is not true that {the mayor took money}.",
        "According to residents {the soil is polluted}.",
        "{The mayor took money}, it is claimed.",
        "If the council agrees, {the bridge will close}.",
        "It is doubtful whether {the church was sold}.",
        "The motion to {sell the church} was voted down.",
        "{The church was sold}, a claim that the vicar rejects.",
        "{All members agreed}, bar one.",
        "{The vicar is} anything but {pleased}.",
        "Had there been money, {the road would be there}.",
        "{The road is open} until further notice.",
        "Critics allege that {the road is unsafe}.",
    ],
    "de": ["{Die Brücke wird gesperrt}, es sei denn, der Rat stimmt zu."],
    "fr": ["{Le pont sera fermé}, sauf si le conseil refuse."],
    "xx": ["{The bridge will close} unless it rains."],
}
PARTS_OF_NUMBERS = [
    "{De helling is 1} op 20.",
    "{De marge is 10}-15 procent.",
    "De marge is 10-{15 procent}.",
    "De marge is 10 tot {15 procent}.",
    "{De kosten zijn 5} miljoen euro.",
    "{De kosten zijn vijf} miljoen euro.",
    "Het gehalte is ≥{9 mg per liter}.",
    "Het gehalte is < {5 mg per liter}.",
    "{Op 2021}-03-15 was het zover.",
    "{Dat was op 15} maart van dat jaar.",
    "{Er zijn 10}^6 cellen.",
    "Er zijn 2×{10 cellen}.",
    "{Bel 06}-12345678.",
    "{Bel 0591} 53 00 00 voor hulp.",
    "Het kost ruim {250 euro per jaar}.",
    "{Het gaat om 5} à 6 mensen.",
    "{In 2020}/2021 was alles goed.",
    "{Het is 5} °C buiten.",
    "{Het loopt van 2025} t.e.m. 2029.",
    "Het duurt hooguit {12 weken}.",
    "Het kost om en nabij {40 euro}.",
    "Een kleine {200 leerlingen} kwamen.",
    "Het gaat om 2 op de {3 leerlingen}.",
    "De prijs is € {7,25 per kaart}.",
    "{De prijs is €} 7,25.",
    "{Men mag er 30} km/u rijden.",
    "{De schouw duurt tussen zes} en negen weken.",
    "De schouw duurt tussen {zes en negen weken}.",
    "De schouw duurt tussen de zes en {de negen weken}.",
    "{Er staan vier} à vijf masten.",
    "Er staan vier à {vijf masten}.",
    "{De baggeraar rekent anderhalf} tot twee seizoenen.",
    "{De baggeraar rekent een jaar of} drie.",
    "{Een vaart duurt een uur} of twee.",
    "{Het kost een kwart} tot een derde van het geld.",
    "{Er liggen dertig-} tot veertigduizend stenen.",
    "{De post daalt met 4 procent} tot 7 procent.",
    "{Het peil ligt tussen 12} en 19 centimeter.",
    "{Er kwamen zestig} – zeventig vissers.",
    "{De keur noemt artikel 8} bis van de wet.",
    "{De keur noemt art. 31} quater.",
    "{De keur noemt artikel 8} ter van de wet.",
    "{De keur noemt artikel 8}-bis.",
    "{Loods 12}-B staat leeg.",
    "{Zij heeft een 14}-jarige zoon.",
]
NUMBERS_ELSEWHERE = {
    "en": [
        "{The survey lasts six} to nine weeks.",
        "The survey lasts between six and {nine weeks}.",
        "{The survey lasts between six} and nine weeks.",
        "The survey lasts a week or {two}.",
        "{It names article 8} bis of the act.",
    ],
    "fr": ["{L'étude dure six} à neuf semaines.", "L'étude dure entre six et {neuf semaines}."],
    "de": ["{Die Arbeit dauert sechs} bis neun Wochen.", "{Sie dauert zwischen sechs} und neun Wochen."],
    "xx": ["{Het duurt zes} tot negen weken.", "{The survey lasts six} to nine weeks."],
}
ORDINARY = [
    "Hoewel het college niet overtuigd was, {stemde het in met het plan}.",
    "{Het college stemde in met het plan}, zei de wethouder die niet blij was.",
    "{Het college stemde in met het plan} en de raad besprak geen andere punten.",
    "Eerst kwam er geen geld; {daarna werd de brug gesloopt}.",
    "Op 9 augustus {2020 werd de brug gesloopt}.",
    "{Er kwamen 250} bezoekers naar het plein.",
    "{Dat was in 2020} en daarna nooit meer.",
    "{Het staat in artikel 5} van de wet.",
    "Niet alleen de raad, {ook het college is blij}.",
    "Dat vraagt het college zo snel mogelijk, {en het wil een antwoord}.",
    "Zij stuurde voor het geval dat extra agenten, {en de markt bleef open}.",
    "In 2024 op {3 plaatsen} is er een bank geplaatst.",
    "Waar de raad eerst aarzelde, {was hij nu eensgezind}.",
    "{De markt bleef open} tot na de kermis.",
    "{De schouw telt zes boten} en negen schippers.",
    "De keur is sinds artikel 8 {ter inzage gelegd}.",
    "{Het staat in artikel 8} ter uitvoering van de keur.",
    "{Er is een plan} of een schets.",
    "{De dijk is in 2019} en 2020 verhoogd.",
    "Er kwamen zes vissers; {negen bleven weg}.",
]


def _marked(case: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without the braces around what is kept, and where that stands."""
    text, kept, start = "", [], 0
    for char in case:
        if char == "{":
            start = len(text)
        elif char == "}":
            kept.append((start, len(text)))
        else:
            text += char
    return text, kept


@pytest.fixture
def codes(shelve: Shelve) -> Callable[[str, str], list[str]]:
    """Return the codes of the cuts in a text that stands between two other sentences."""

    def run(case: str, lang: str) -> list[str]:
        text, kept = _marked(case)
        source = shelve(bron=f"Vooraf een zin. {text} Niets volgt daarop.").sources["bron"]
        searchable = Searchable(_in_language(source, lang))
        begin = searchable.text.index(text)
        spans = [Span(begin + start, begin + end) for start, end in kept]
        return [cut.code for cut in find_cuts(searchable, spans)]

    return run


def _in_language(source: Source, lang: str) -> Source:
    return replace(source, record=replace(source.record, lang=lang))


@pytest.mark.parametrize(("lang", "case"), [(lang, case) for lang, cases in TURNED.items() for case in cases])
def test_what_turns_is_told(codes: Callable[[str, str], list[str]], lang: str, case: str) -> None:
    """A negation, condition or hedge cut off the sentence or behind […] is told, in the source's language."""
    assert codes(case, lang) == ["words-cut-away"]


@pytest.mark.parametrize("case", PARTS_OF_NUMBERS)
def test_parts_of_numbers_are_told(codes: Callable[[str, str], list[str]], case: str) -> None:
    """A number taken out of a range, an amount, a comparison, a date, a power or a numeral is told."""
    assert codes(case, "nl") == ["number-cut-off"]


@pytest.mark.parametrize(
    ("lang", "case"), [(lang, case) for lang, cases in NUMBERS_ELSEWHERE.items() for case in cases]
)
def test_parts_of_ranges_in_words_are_told_in_each_language(
    codes: Callable[[str, str], list[str]], lang: str, case: str
) -> None:
    """A range that is written out is one number, as one in figures is."""
    assert codes(case, lang) == ["number-cut-off"]


@pytest.mark.parametrize("case", ORDINARY)
def test_ordinary_cuts_are_silent(codes: Callable[[str, str], list[str]], case: str) -> None:
    """Where a sentence goes on and nothing turns, there is nothing to say."""
    assert codes(case, "nl") == []


SAID_OF_BEFORE = [
    ("nl", "Dat is niet gebleken."),
    ("nl", "Dat is, zegt de wethouder, niet gebleken."),
    ("nl", "Het is volgens de raad te duur."),
    ("nl", "Het blijft voorlopig bij plannen."),
    ("nl", "Die toezegging is nooit gedaan."),
    ("nl", "Dit geldt alleen als het waterschap betaalt."),
    ("nl", "Maar zeker is dat niet."),
    ("nl", "Toch gaat het niet door."),
    ("nl", "Zeker niet."),
    ("en", "This was never confirmed."),
    ("en", "However, it is not certain."),
    ("en", "Yet nobody believes it."),
]
NOT_OF_BEFORE = [
    "Het bestuur noemt geen bedragen.",
    "Het gaat vooral om de mensen en niet om het geld.",
    "Het is jammer dat je met hen praat in plaats van met ons.",
    "Die brug ligt er sinds 1950, waarvan volgens kenners veel resteert.",
    "Hoewel het regent, wil niemand weg.",
    "De burgemeester gaf geen commentaar.",
]


@pytest.mark.parametrize(("lang", "sentence"), SAID_OF_BEFORE)
def test_a_sentence_cut_out_that_takes_back_the_one_before_is_told(
    codes: Callable[[str, str], list[str]], lang: str, sentence: str
) -> None:
    """A whole sentence behind […] is told where its main clause turns what was said before it."""
    assert codes(f"{{De sluis gaat open.}} {sentence} {{Ze wordt groot.}}", lang) == ["words-cut-away"]


@pytest.mark.parametrize("sentence", NOT_OF_BEFORE)
def test_a_sentence_cut_out_about_something_else_is_silent(
    codes: Callable[[str, str], list[str]], sentence: str
) -> None:
    """A whole sentence behind […] that turns only its own matter is left out in silence."""
    assert not codes(f"{{De sluis gaat open.}} {sentence} {{Ze wordt groot.}}", "nl")


@pytest.fixture
def told(prove: Any, shelve: Shelve) -> Told:
    """Return the findings of one excerpt of a source."""

    def run(text: str, **fields: Any) -> list[Diagnostic]:
        outcome = prove(shelve(bron=text), {"een": {"source": "bron"} | fields})
        assert "een" in outcome.value
        return list(outcome.diagnostics)

    return run


def test_the_words_that_were_cut_are_shown(told: Told) -> None:
    """A warning names the word that turns and shows all that was cut away there."""
    (found,) = told("De sluis blijft open, mits het waterschap betaalt.", quote="De sluis blijft open")

    assert (found.code, found.severity.value, found.params["word"]) == ("words-cut-away", "warning", "mits")
    assert found.detail == "{+, mits het waterschap betaalt.+}"


def test_an_item_has_the_line_that_leads_to_it(told: Told) -> None:
    """The line that ends in a colon belongs to the sentence of the item below it."""
    found = told("De raad wil niet:\n\nde sluis vernieuwen.\n", quote="de sluis vernieuwen.")

    assert [one.params["word"] for one in found] == ["niet"]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        (
            "De heer Smit (D66): Het is zo. De heer Bakker (CDA): Het is anders. Punt.",
            "Het is zo. […] Het is anders.",
            "De heer Bakker (CDA):",
        ),
        ("Jansen (VVD): Ja.\n\nPeters (SP): Ook ja.\n", "Ja. […] Ook ja.", "Peters (SP):"),
        ("Vraag 1\n\nIs het college voor?\n\nAntwoord 1\n\nHet is voor.\n", "Is het […] voor.", ""),
    ],
)
def test_another_speaker_is_told(told: Told, text: str, quote: str, speaker: str) -> None:
    """Where somebody else speaks behind […], or another question or answer begins, that is told."""
    found = told(text, quote=quote, across="true")

    assert [one.code for one in found] == ["speaker-cut-away"]
    assert found[0].params["word"] == speaker or not speaker


@pytest.mark.parametrize(
    ("added", "word"), [("niet", "niet"), ("wel", "wel"), ("helemaal geen", "geen"), ("de wethouder", "")]
)
def test_an_addition_that_turns_is_told(told: Told, added: str, word: str) -> None:
    """An insertion that denies or affirms is told; one that explains is not."""
    found = told(
        "Zij is voor het plan.", quote="Zij is voor het plan.", insert=[{"after": "is", "text": added}]
    )

    assert [one.params["word"] for one in found] == ([word] if word else [])


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        ({"quote": "De sluis blijft open"}, "mits het waterschap betaalt"),
        ({"quote": "De marge is 10"}, "10-15"),
        ({"quote": "De sluis blijft open […] Klaar", "across": "true"}, "Mits"),
    ],
)
def test_a_cut_can_be_accepted(told: Told, fields: Mapping[str, Any], accepted: str) -> None:
    """What is accepted with a reason is told no more, and an acceptance without use is a hint."""
    text = "De sluis blijft open, mits het waterschap betaalt. De marge is 10-15 procent.\n\nKlaar is het."
    given = [{"text": accepted, "reason": "Het blijkt uit de zin ervoor."}]

    assert told(text, **fields)
    assert told(text, **fields, accept=given) == []
    other = [{"text": "iets anders", "reason": "Geen."}]
    assert [one.code for one in told(text, **fields, accept=other)][-1:] == ["accept-unused"]


def _cases(lang: str) -> tuple[list[str], list[str]]:
    """Return excerpts that are cut out honestly, and those that are not, with braces around what is kept."""
    honest, _, dishonest = Path(__file__).with_name(f"cuts.{lang}.txt").read_text("utf-8").partition("\n\n")
    return honest.splitlines()[1:], dishonest.splitlines()[1:]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_few_honest_excerpts_warn_and_few_dishonest_ones_do_not(
    codes: Callable[[str, str], list[str]], lang: str
) -> None:
    """Of 200 honest excerpts at most one in twenty warns; of 100 dishonest ones all but one in thirty do."""
    honest, dishonest = _cases(lang)

    assert len(honest) > 190
    assert len(dishonest) > 100
    assert sum(bool(codes(case, lang)) for case in honest) <= len(honest) / 20
    assert sum(not codes(case, lang) for case in dishonest) <= len(dishonest) / 30


def test_few_honest_cuts_warn(seeds: Catalogue) -> None:
    """Of whole sentences none warns, and of clauses that the seeds' own commas cut out at most one in ten."""
    whole, parts = [], []
    for source in seeds.sources.values():
        searchable = Searchable(source)
        for sentence in _sentences(searchable):
            whole.append(list(find_cuts(searchable, [sentence])))
            parts += [list(find_cuts(searchable, [clause])) for clause in _clauses(searchable, sentence)]

    assert not any(whole)
    assert len(parts) > 80
    assert sum(map(bool, parts)) <= len(parts) / 10


def _sentences(searchable: Searchable) -> list[Span]:
    return [
        Span(offset + start, offset + end)
        for at, offset in zip(range(len(searchable.passages)), searchable.offsets, strict=False)
        for start, end in sentences(searchable.folded_text(at))
    ]


def _clauses(searchable: Searchable, sentence: Span) -> Sequence[Span]:
    text = searchable.piece(sentence.start, sentence.end)
    edges = [0, *(at for at, char in enumerate(text) if char == ","), len(text)]
    spans = [
        Span(sentence.start + start, sentence.start + end)
        for start, end in zip((edge + 2 if edge else 0 for edge in edges), edges[1:], strict=False)
    ]
    return [span for span in spans if len(spans) > 1 and searchable.piece(*span[:2]).count(" ") > 4]
