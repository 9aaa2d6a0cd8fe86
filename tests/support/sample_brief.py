"""A rich brief, made by hand, that uses every block; for tests of looks that need no sources or specs.

Import it with `brief()`; `brief(template="tijdlijn")` or any other field replaces what it holds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from bronbrief.blocks.comparison import Cell, ComparisonBlock, TableGroup, TableRow
from bronbrief.blocks.figure import FigureBlock
from bronbrief.blocks.questions import Answered, QuestionsBlock
from bronbrief.blocks.timeline import Moment, TimelineBlock
from bronbrief.brief.model import (
    Brief,
    Citation,
    CitedSource,
    Fact,
    HouseStyle,
    Note,
    Prose,
    ProseBlock,
    Quotation,
    QuotationBlock,
    Section,
)
from bronbrief.core.yaml.values import read_yaml
from bronbrief.evidence.model import Excerpt, Mark, Part, Segment, Translation, Verdict
from bronbrief.sources.model import Locator, Record, Unit

ROOT = Path(__file__).resolve().parents[2]
IMAGE = "assets/brest.svg"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="590" height="250" viewBox="0 0 590 250">'
    '<rect width="590" height="250" fill="#d5dde0"/><path d="M0 180 L150 90 L260 160 L420 60 L590 170 '
    'V250 H0Z" '
    'fill="#1f4e5f"/></svg>'
)


@cache
def labels(lang: str) -> Mapping[str, str]:
    """Return the fixed words that Bronbrief ships for a language."""
    file = ROOT / "templates" / "_labels" / f"{lang}.yaml"
    read = read_yaml(file.read_bytes(), file.name)
    assert read.value is not None
    return {key: str(value) for key, value in read.value.value.items()}


def prose(text: str) -> Prose:
    """Make prose from a text with simple markup."""
    plain = text
    for tag in ("<p>", "</p>", "<strong>", "</strong>", "<em>", "</em>", "<li>", "</li>", "<ul>", "</ul>"):
        plain = plain.replace(tag, "")
    return Prose(text, plain)


def excerpt(
    name: str, source: str, *segments: Segment | str, lang: str = "nl", translation: str = ""
) -> Excerpt:
    """Make an excerpt of one paragraph; plain text stands for a text segment."""
    made = tuple(Segment(Mark.TEXT, item) if isinstance(item, str) else item for item in segments)
    text = "".join(item.text for item in made)
    part = Part(1, Locator(Unit.PARAGRAPH, 1), 0, len(text), 0, len(text.encode()), text, "", "")
    own = Translation("en", translation) if translation else None
    return Excerpt(name, source, Verdict.EXACT, (), (part,), (made,), lang, own)


BEVRIEST, BRIEVEN, VLAANDEREN = (
    "coevorden-bevriest-2024",
    "coevorden-brieven-2021",
    "vlaanderen-wit-rusland-2020",
)
NEWS = "https://www.rtvdrenthe.nl/nieuws"
URLS = {
    BEVRIEST: f"{NEWS}/16388283/coevorden-bevriest-stedenband-met-wit-russische-stad-brest",
    BRIEVEN: f"{NEWS}/175848/Raadsleden-Coevorden-sturen-brief-naar-Wit-Russische-gevangenen-in-Brest",
    VLAANDEREN: None,
}
LABELS = {
    BEVRIEST: "RTV Drenthe, maart 2024",
    BRIEVEN: "RTV Drenthe, ca. maart 2021",
    VLAANDEREN: "Vlaams Parlement, schriftelijke vraag, op of na 18 september 2020",
}

EXCERPTS = {
    "perspectief": excerpt(
        "perspectief",
        BEVRIEST,
        "Er is op dit moment ook geen perspectief op verbetering van de onderlinge relatie.",
    ),
    "stedenband": excerpt(
        "stedenband",
        BRIEVEN,
        "Coevorden heeft al jaren een stedenband met de ",
        Segment(Mark.SIC, "Wit-Russiche"),
        " stad Brest. De officiële contacten liggen door de politieke situatie in het land stil, maar de "
        "raadsleden willen op deze manier toch iets doen.",
    ),
    "sancties": excerpt(
        "sancties",
        VLAANDEREN,
        "Vlaanderen is ",
        Segment(Mark.EMPHASIS, "geen voorstander"),
        " van economische sancties ",
        Segment(Mark.OMISSION),
        " en is dan ook niet van plan ",
        Segment(Mark.INSERTION, "om"),
        " zelf actie te ondernemen of sancties uit te vaardigen.",
        translation="Flanders is not in favour of economic sanctions […] and therefore does not intend "
        "to take "
        "action itself or to issue sanctions.",
    ),
    "dictatuur": excerpt(
        "dictatuur",
        BRIEVEN,
        "De situatie daar is heel anders dan hier in Nederland. Je ziet dat het een dictatuur is. Overal ",
        Segment(Mark.SIC, "wordt je"),
        " in de gaten gehouden. Ook onze brieven zullen eerst gelezen worden voordat ze überhaupt "
        "aankomen bij "
        "de geadresseerden. Vandaar dat we er alleen een steunbetuiging inzetten.",
    ),
    "brest-schort-op": excerpt(
        "brest-schort-op",
        BEVRIEST,
        "Dat viel in Wit-Rusland niet in goede aarde, waarna Brest in 2022 eenzijdig besloot de "
        "stedenband met "
        "Coevorden op te schorten.",
    ),
    "geen-formele-contacten": excerpt(
        "geen-formele-contacten",
        BEVRIEST,
        "Al met al kiest Coevorden er nu voor om met de stad geen formele contacten meer te onderhouden.",
    ),
    "laatste-delegatie": excerpt(
        "laatste-delegatie",
        BEVRIEST,
        "In 2019 is voor het laatst een bestuurlijke delegatie vanuit Coevorden op bezoek geweest in de "
        "Wit-Russische stad, vanwege het duizendjarig bestaan van Brest.",
    ),
    "vorig-jaar": excerpt(
        "vorig-jaar",
        BRIEVEN,
        "De gemeente Coevorden heeft na de verkiezingen in het land brieven gestuurd en het stadsbestuur van "
        "Brest opgeroepen om met begrip te reageren op vreedzame protesten. Zonder reactie. Daarop is vorig "
        "jaar besloten de officiële contacten te bevriezen.",
    ),
    "public-legal-aid": excerpt(
        "public-legal-aid",
        VLAANDEREN,
        "Sinds de oprichting in 1998 heeft het centrum juridische bijstand verleend aan meer dan 22 000 "
        "burgers en heeft het meer dan twintig brochures en boeken over juridische onderwerpen uitgebracht.",
    ),
}
LOCATORS = dict(
    zip(
        EXCERPTS,
        (
            "al. 1",
            "al. 1",
            "antwoord 2, al. 3",
            "al. 8",
            "al. 5",
            "al. 6",
            "al. 2",
            "al. 4",
            "antwoord 3, al. 1",
        ),
        strict=True,
    )
)
PRINTED = ("perspectief", "stedenband", "sancties", "dictatuur", "brest-schort-op")
NOTED = (
    "perspectief",
    "geen-formele-contacten",
    "laatste-delegatie",
    "vorig-jaar",
    "public-legal-aid",
    "stedenband",
)
CALLS = {1: 2, 2: 4, 3: 1, 4: 3, 5: 2, 6: 1}


def quotation(name: str) -> Quotation:
    """Make the quotation of one of the five excerpts that print."""
    source = EXCERPTS[name].source_id
    url = URLS[source]
    number = PRINTED.index(name) + 1
    fragment = f"{url}#:~:text=x{number}" if url else None
    return Quotation(
        number,
        f"citaat-{number}",
        EXCERPTS[name],
        f"{LABELS[source]}, {LOCATORS[name]}",
        f"bron-{source}",
        fragment,
    )


def note(number: int) -> Note:
    """Make one of the six notes."""
    found = EXCERPTS[NOTED[number - 1]]
    url = URLS[found.source_id]
    calls = tuple(f"call-{number}-{at}" for at in range(1, CALLS[number] + 1))
    see = quotation(found.id) if found.id in PRINTED else None
    label = f"{LABELS[found.source_id]}, {LOCATORS[found.id]}"
    return Note(number, f"noot-{number}", calls, label, f"bron-{found.source_id}", found, see, url)


def call(number: int, at: int = 1) -> Citation:
    """Make call `at` to a note."""
    return Citation(number, f"call-{number}-{at}", f"noot-{number}")


def called(number: int, at: int = 1) -> str:
    """Write a call to a note as it stands in prose."""
    return f'<sup><a id="call-{number}-{at}" href="#noot-{number}" role="doc-noteref">{number}</a></sup>'


MESSAGES = (
    prose(
        f"Coevorden beschouwt de stedenband met Brest sinds maart 2024 officieel als bevroren{called(1)}. "
        f"Formele contacten zijn er niet meer{called(2)}."
    ),
    prose(
        f"<strong>De bronnen verschillen</strong> over wie de band stillegde, en wanneer: Coevorden in 2020"
        f"{called(4)}, of Brest in 2022."
    ),
    prose(
        "Raadsleden hielden intussen contact met de mensen in Brest: zij stuurden in 2021 brieven naar "
        "politiek gevangenen."
    ),
)

BODY = prose(
    "<p>Het college van burgemeester en wethouders meldde in maart 2024 dat de stedenband met het "
    "Belarussische "
    "Brest ‘bevroren’ is. Feitelijk was er al langer geen contact meer. Deze brief zet de "
    "verantwoordingsstukken "
    f"en persberichten naast elkaar{called(1, 2)}, zodat de raad kan zien welke overheid wat besloot, en op "
    "welke grond.</p><p>De raad vroeg daarbij drie dingen:</p><ul><li>wie de band stillegde, en wanneer;</li>"
    "<li>welke contacten er nog zijn, formeel en informeel;</li><li>hoe andere overheden omgaan met "
    "<em>dezelfde</em> vraag.</li></ul><p>In de woorden van het college:</p>"
)
AFTER = prose(
    "<p>Dat is een feitelijke vaststelling, geen oordeel over de toekomst. Wat ‘bevriezen’ juridisch "
    "betekent, "
    "laten de bronnen open. Een raadslid beschreef zijn indrukken van een werkbezoek in 2019 zo:</p>"
)
TRANSITION = prose(
    f"<p>De Vlaamse Regering antwoordde op een schriftelijke vraag in andere zin{called(5)}:</p>"
)

MOMENTS = (
    Moment(
        "2000",
        "2000",
        prose(
            "De stedenband wordt bekrachtigd, vooral uit economisch oogpunt; het latere "
            "bericht noemt ook logistiek belang."
        ),
        (call(6),),
    ),
    Moment(
        "2019",
        "2019",
        prose(
            "Een delegatie van college en raad bezoekt Brest, dat zijn duizendjarig bestaan "
            "viert. Het is het laatste bestuurlijke bezoek dat de berichten noemen."
        ),
        (call(3), call(2, 2)),
    ),
    Moment(
        "2020",
        "2020",
        prose(
            "De verkiezingen in Belarus en de opstanden die erop volgen, verstoren de "
            "relatie. Coevorden schrijft brieven en roept het stadsbestuur van Brest op met begrip te "
            "reageren op "
            "vreedzame protesten; een reactie blijft uit."
        ),
        (call(4, 2),),
        None,
        prose(
            "Het bericht van omstreeks maart 2021 zegt dat daarop ‘vorig jaar’ is besloten de officiële "
            "contacten te bevriezen, dus in 2020. Het bericht van maart 2024 noemt voor dat jaar geen "
            "besluit van Coevorden."
        ),
    ),
    Moment(
        "ca. maart 2021",
        "2021-03~",
        prose(
            "Raadsleden sturen brieven naar gevangenen in Brest. Eerder waren "
            "er videoboodschappen, en werd de Pagoniavlag gehesen als steun aan de demonstranten."
        ),
        (),
    ),
    Moment(
        "2022",
        "2022",
        prose("Brest schort de stedenband eenzijdig op."),
        (),
        quotation("brest-schort-op"),
        prose("Het oudere bericht legt het besluit bij Coevorden, het jongere bij Brest."),
    ),
    Moment(
        "maart 2024",
        "2024-03",
        prose("Het college meldt dat de stedenband officieel als bevroren wordt beschouwd."),
        (call(2, 3),),
    ),
)

DASH = Cell(prose("–"), (), empty=True)


def cell(text: str, *calls: Citation) -> Cell:
    """Make a filled cell of a comparison."""
    return Cell(prose(text), calls)


COLUMNS = ("Officieel contact", "Sancties", "Steun aan mensen", "Uitspraak")
COMPARISON = ComparisonBlock(
    "Instrumenten per overheid en per land, met de vindplaats in de noten",
    COLUMNS,
    (
        TableGroup(
            "Belarus",
            (
                TableRow(
                    "Gemeente Coevorden",
                    (
                        cell("Geen formele contacten meer", call(2, 4)),
                        DASH,
                        cell("Brieven aan politiek gevangenen; informele contacten gaan door"),
                        cell("Geen perspectief op verbetering"),
                    ),
                ),
                TableRow(
                    "Tweede Kamer",
                    (
                        DASH,
                        DASH,
                        cell("Voorstel om de oppositie te steunen, met brede steun aangenomen"),
                        DASH,
                    ),
                ),
                TableRow(
                    "Vlaamse Regering",
                    (
                        DASH,
                        cell("Geen voorstander; vaardigt er zelf geen uit"),
                        cell("Steun aan Public Legal Aid in 2018", call(5, 2)),
                        cell("Oproep om het geweld te stoppen en betogers vrij te laten"),
                    ),
                ),
                TableRow(
                    "Europese Unie",
                    (
                        DASH,
                        cell("Groen licht voor sancties tegen vertegenwoordigers van het regime"),
                        DASH,
                        cell("Erkent de verkiezingsuitslag niet"),
                    ),
                ),
            ),
        ),
        TableGroup(
            "China",
            (
                TableRow(
                    "Gemeente Enschede",
                    (
                        cell("Samenwerking met Dalian blijft staan"),
                        DASH,
                        DASH,
                        cell("Wil in gesprek blijven; notitie volgt", call(4, 3)),
                    ),
                ),
                TableRow(
                    "Provincie Overijssel", (cell("Jaarlijkse handelsmissie afgeblazen"), DASH, DASH, DASH)
                ),
            ),
        ),
    ),
)

QUESTIONS = QuestionsBlock(
    (
        Answered(
            prose("Wat is het standpunt van de Vlaamse Regering over de huidige situatie in Wit-Rusland?"),
            (
                ProseBlock(
                    prose(
                        "<p>De minister-president noemt de situatie verontrustend, en steunt de oproep "
                        "van de Europese Unie om opgepakte betogers vrij te laten.</p>"
                    )
                ),
            ),
            "vraag-1",
        ),
        Answered(
            prose("Hoe beoordeelt de minister-president de sancties, en neemt Vlaanderen er zelf?"),
            (ProseBlock(TRANSITION), QuotationBlock(quotation("sancties"))),
            "vraag-2",
        ),
    )
)

SECTIONS = (
    Section(
        "Aanleiding",
        "aanleiding",
        2,
        (
            ProseBlock(BODY),
            QuotationBlock(quotation("perspectief")),
            ProseBlock(AFTER),
            QuotationBlock(quotation("dictatuur")),
        ),
    ),
    Section(
        "Verloop",
        "verloop",
        2,
        (
            TimelineBlock(MOMENTS),
            FigureBlock(
                IMAGE,
                "image/svg+xml",
                "Silhouet van een heuvelrug, donkerblauw op grijs",
                prose("Een deel van het college en de gemeenteraad bezocht Brest in <em>2019</em>"),
                "Gemeente Coevorden",
            ),
        ),
        (
            Section(
                "Twee lezingen",
                "twee-lezingen",
                3,
                (
                    ProseBlock(prose("<p>Het bericht uit 2021 begint zo:</p>")),
                    QuotationBlock(quotation("stedenband")),
                ),
            ),
        ),
    ),
    Section("Wie deed wat", "wie-deed-wat", 2, (COMPARISON,)),
    Section("Vragen van de raad", "vragen", 2, (QUESTIONS,)),
)


def cited(
    source: str, title: str, publisher: str, date: str | None, shown: str, *remarks: str
) -> CitedSource:
    """Make an entry in the list of sources."""
    url = URLS[source]
    link = f' <a href="{url}">{url.split("/")[2]}</a>' if url else ""
    record = Record(title, "page address", "news", "nl", "0" * 64, publisher, None, date, None, url)
    entry = prose(f"<p>{publisher}, ‘{title}’, {shown}.{link}</p>")
    return CitedSource(source, f"bron-{source}", record, title, entry, shown, remarks)


SOURCES = (
    cited(
        BEVRIEST,
        "Coevorden bevriest stedenband met Wit-Russische stad Brest",
        "RTV Drenthe",
        "2024-03",
        "maart 2024",
        "De titel is afgeleid van het webadres.",
    ),
    cited(
        BRIEVEN,
        "Raadsleden Coevorden sturen brief naar Wit-Russische gevangenen in Brest",
        "RTV Drenthe",
        "2021-03~",
        "ca. maart 2021",
        "De titel is afgeleid van het webadres.",
        "Grond voor de datum: de tekst noemt videoboodschappen op Internationale Vrouwendag.",
    ),
    cited(
        VLAANDEREN,
        "Situatie in Wit-Rusland - Houding Vlaamse Regering",
        "Vlaams Parlement",
        "2020-09-18/..",
        "op of na 18 september 2020",
    ),
)
METHOD = (
    prose(
        "9 citaten uit 3 bronnen. Elk citaat is uit het bronbestand geknipt. "
        "[sic]: zo staat het in de bron. […]: daar zijn woorden weggelaten. "
        "Nadruk in een citaat is toegevoegd."
    ),
)


def brief(**changes: Any) -> Brief:
    """Return the sample brief, with any of its fields replaced."""
    lang = changes.get("lang", "nl-NL")
    made = Brief(
        name="coevorden-brest",
        template="raadsinformatiebrief",
        lang=lang,
        title="Coevorden en Brest: van stedenband naar stilte",
        subtitle="Wat twee berichten van RTV Drenthe melden over de stedenband, van 2000 tot 2024",
        date="2026-11-21",
        date_text="21 november 2026",
        version="1.0",
        audience="Gemeenteraad van Coevorden",
        author="Griffie",
        summary="De stedenband tussen Coevorden en Brest, met de plaatsen waar de bronnen verschillen.",
        keywords=("Coevorden", "Brest", "stedenband"),
        key_messages=MESSAGES,
        sections=SECTIONS,
        notes=(),
        quotations=tuple(quotation(name) for name in PRINTED),
        excerpts=tuple(EXCERPTS.values()),
        sources=SOURCES,
        method=METHOD,
        house=HouseStyle(
            "Griffie Coevorden", "#1f4e5f", "#1b1b1b", "ibm-plex-serif", "atkinson-hyperlegible"
        ),
        labels=labels(lang),
    )
    made = replace(made, **changes)
    if "facts" not in changes:
        made = replace(made, facts=tuple(_facts(made)))
    return made if "notes" in changes else replace(made, notes=tuple(_present(made)))


def _facts(made: Brief) -> Iterator[Fact]:
    """Yield the lines of the head that every template prints."""
    given = {"for": made.audience, "author": made.author, "date": made.date_text, "version": made.version}
    for key, value in given.items():
        if value:
            yield Fact(key, made.labels[key], ((value,),), "head", made.date if key == "date" else None)


def _present(made: Brief) -> Iterator[Note]:
    """Yield the notes without calls from sections, and references to quotations, that are not there."""
    text = repr((made.key_messages, made.sections))
    for number in CALLS:
        whole = note(number)
        calls = tuple(anchor for anchor in whole.calls if anchor in text)
        see = whole.see if whole.see and f"anchor='{whole.see.anchor}'" in text else None
        if calls:
            yield replace(whole, calls=calls, see=see)


def write_assets(root: Path) -> None:
    """Put the image that the brief shows under the top of a workspace."""
    path = root / IMAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SVG, encoding="utf-8")
