"""Numbers of documents print by the books of citation; the list of sources says all that is known."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bronbrief.brief.citations import Citer
from bronbrief.brief.identifiers import written
from bronbrief.brief.labels import load_labels
from bronbrief.core.workspace import Workspace
from bronbrief.sources.identifiers import recognise
from bronbrief.sources.model import Source

SourceMaker = Callable[..., Source]


@pytest.fixture
def citer(tmp_path: Path) -> Callable[[str], Citer]:
    """Return what makes a citer for briefs in a language."""
    return lambda lang: Citer(lang, load_labels(Workspace(tmp_path), lang).value or {})


# Published examples: Aanwijzingen voor de regelgeving 3.43 (kcbr.nl); Leidraad 2019 as the library of Radboud
# University has it (libguides.ru.nl/leidraad_2019, libguides.ru.nl/juridische_bronvermeldingen); the page of
# Gemeenteblad 2020, 79151 of Heemstede (zoek.officielebekendmakingen.nl/gmb-2020-79151.html); the last two by
# the numbering of the Flemish Parliament's own reports (1422 (2017-2018) nr. 1, 1096 (2014-2015)).
PUBLISHED = [
    "Kamerstukken II 2009/10, 27858, nr. 88, p. 3",
    "Kamerstukken I 2008/09, 31700 VI, D, p. 4",
    "Handelingen II 2007/08, nr. 108, p. 7909-7943",
    "Handelingen II 2010/11, nr. 108, item 5, p. 25-36",
    "Aanhangsel Handelingen I 2014/15, nr. 12",
    "Kamerstukken II 2015/16, 34442, nr. 3, p. 7",
    "Kamerstukken I 1995/96, 23700, nr. 188b, p. 3",
    "Kamerstukken I 2014/15, 33802, C, p. 3",
    "Handelingen I 2014/15, nr. 11, item 4, p. 5",
    "Aanhangsel Handelingen II 2014/15, nr. 1241",
    "Stb. 2018, 141",
    "Gemeenteblad 2020, 79151",
    "Gemeenteblad van Heemstede 2020, 79151",
    "ECLI:NL:HR:2019:2006",
    "Parl.St. Vl.Parl. 2017-18, nr. 1422/1",
    "Vraag om uitleg nr. 1096 (2014-2015)",
]


@pytest.mark.parametrize("citation", PUBLISHED)
def test_a_published_citation_prints_as_published(citer: Callable[[str], Citer], citation: str) -> None:
    """What is by the book already stays so, to the letter, in Dutch of both countries."""
    known = recognise(citation)

    assert known is not None
    assert {written(known, citer(lang).labels, lang).plain for lang in ("nl-NL", "nl-BE")} == {citation}


@pytest.mark.parametrize(
    ("identifier", "printed"),
    [
        ("Kamerstukken II 2020/21, 35 925 V, nr. 33", "Kamerstukken II 2020/21, 35 925 V, no. 33"),
        ("Handelingen II 2020/21, nr. 12, item 3", "Handelingen II 2020/21, no. 12, item 3"),
        ("Schriftelijke vraag nr. 123 (2020-2021)", "Written question no. 123 (2020-2021)"),
        ("BS 12 maart 2021", "BS 12 March 2021"),
    ],
)
def test_words_around_a_number_follow_the_brief(
    citer: Callable[[str], Citer], identifier: str, printed: str
) -> None:
    """In an English brief words and months are English; series keep the name under which they are found."""
    known = recognise(identifier)

    assert known is not None
    assert written(known, citer("en").labels, "en").plain == printed


def test_a_series_is_in_italics(citer: Callable[[str], Citer], make_source: SourceMaker) -> None:
    """The name of a series is set apart as the Leidraad has it; the number is not."""
    source = make_source(kind="motion", publisher="Tweede Kamer", identifier="stb-2018-141")

    html = citer("nl-NL").entry(source).entry.html

    assert html.endswith(", motie, Tweede Kamer, november 2023, <i>Stb.</i> 2018, 141.")


def test_an_entry_says_all_that_is_known(citer: Callable[[str], Citer], make_source: SourceMaker) -> None:
    """Author, title, whole, kind, publisher, date, number, address, day of reading and archive, in order."""
    source = make_source(
        author="A. Bouwer",
        part_of="Jaarboek <2023>",
        kind="report",
        identifier="zaaknummer 17 & 18",
        url="https://krant.nl/brug",
        retrieved="2026-11-21",
        archived="https://web.archive.org/web/2026/https://krant.nl/brug",
    )

    entry = citer("nl-NL").entry(source).entry

    assert entry.plain == (
        "A. Bouwer, ‘Brug blijft open’, in: Jaarboek <2023>, rapport, De Krant, november 2023, "
        "zaaknummer 17 & 18. krant.nl/brug Geraadpleegd op 21 november 2026. "
        "Gearchiveerd op web.archive.org/…"
    )
    assert "Jaarboek &lt;2023&gt;" in entry.html
    assert 'href="https://web.archive.org/web/2026/https://krant.nl/brug">web.archive.org/…</a>' in entry.html


def test_a_note_stays_short(citer: Callable[[str], Citer], make_source: SourceMaker) -> None:
    """The number stands in the list of sources, once; a label does not repeat it."""
    source = make_source(identifier="Kamerstukken II 2020/21, 35 925 V, nr. 33", retrieved="2026-11-21")

    assert citer("nl-NL").label(source, ()) == "De Krant, november 2023"


def test_a_kind_that_the_number_names_is_said_once(
    citer: Callable[[str], Citer], make_source: SourceMaker
) -> None:
    """“Schriftelijke vraag nr. 123” says what it is; the kind does not stand beside it."""
    source = make_source(kind="written-question", identifier="SV 123 (2020-2021)", date="2021-02-03")

    plain = citer("nl-BE").entry(source).entry.plain

    assert plain == "‘Brug blijft open’, De Krant, 3 februari 2021, Schriftelijke vraag nr. 123 (2020-2021)."
