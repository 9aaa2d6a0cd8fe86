"""Sources of towns that do not exist, in the layouts in which documents arrive; the same bytes every time.

`write_sources(root)` puts them with their records in `seeds/`. Every sentence stands in one place only.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap


def _paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text: blank lines part them, and other line breaks are spaces."""
    return tuple(" ".join(block.splitlines()) for block in text.strip("\n").split("\n\n"))


NEWS = _paragraphs("""\
Markt van Oostrum blijft in de winter op het plein

De weekmarkt van Oostrum verhuist deze winter toch niet naar de parkeerplaats aan de Molenkade. Dat
meldt het college van burgemeester en wethouders aan de raad.

Marktmeester Ineke Blaauw spreekt van een opluchting. „Vijfentwintig kooplieden hadden hun standplaats
al opgezegd”, zegt zij. „Met dit besluit komen zij terug.”

De kosten van verwarming en verlichting bedragen 12.500 euro per seizoen, zo'n 8,5 procent meer dan
vorig jaar. De gemeente betaalt daarvan de helft.

Niet iedereen is tevreden. Bewoners van het Kerkhof klagen over geluid vóór zes uur ‘s ochtends en over
vrachtwagens die de stoep blokkeren.

Wethouder Casper Ĳpma belooft in het voorjaar een verkeersplan. “Er komt een venstertijd: laden en
lossen mag dan van zes tot negen uur”, aldus de wethouder.

Ook de naburige gemeente Zuidĳk, die samen met Oostrum een marktverordening opstelde, volgt het besluit.
""")
MINUTES = _paragraphs("""\
Vragen van het lid Van Doorne (Lokaal Bergum) over de brug bij Nijenhuis

1. Is het college bekend met de scheuren in de noordelijke pijler van de brug bij Nijenhuis, en sinds
wanneer?

2. Welke maatregelen heeft het college genomen om de veiligheid van fietsers en voetgangers op de brug
te waarborgen?

3. Wat kost een tijdelijke pontonbrug, en uit welke begrotingspost zou die betaald worden?

1. Ja. Op 14 mei 2019 meldde de beheerder drie scheuren van ten hoogste 2,4 millimeter. Het college
heeft de raad daarover op 3 juni 2019 een brief gestuurd.

2. De brug is sinds 16 mei 2019 gesloten voor voertuigen zwaarder dan 3,5 ton. Fietsers en voetgangers
steken over langs een afgezette strook.

Een onafhankelijk ingenieursbureau meet de pijler iedere twee weken. De metingen staan op de website van
de gemeente.

3. Een pontonbrug kost naar schatting 480 000 euro. Het college denkt aan de post kapitaallasten
kunstwerken; een besluit daarover is aan de raad.
""")
LETTER = _paragraphs("""\
Geachte burgemeester, geachte leden van de gemeenteraad,

De heemkundige kring van Markegem vraagt uw aandacht voor de oude vlasroterij aan de Leiekant. Het
gebouw uit 1898 staat leeg sinds de laatste roter er in 2004 vertrok.

Wij stellen vast dat het dak op twee plaatsen is ingestort en dat het gebinte aan weer en wind
blootstaat. Zonder beschermingsmaatregelen overleeft het gebouw de winter niet.

Daarom vragen wij u om drie zaken: een voorlopige bescherming, een verantwoordelijkheidsverdeling tussen
stad en provincie, en een haalbaarheidsonderzoek naar een buurthuis.

Onze vrijwilligers verzamelden 1.847 handtekeningen. Wij overhandigen die graag op de zitting van uw
raad.

Met de meeste hoogachting, namens het bestuur van de kring.
""")
REPORT = _paragraphs("""\
Review of the twinning agreement between Harwick and Østerhavn

The twinning agreement between Harwick and Østerhavn was signed in 1974 and renewed in 1999. Neither
council has reviewed it since.

Between 2009 and 2019 the exchanges cost £18,400 a year on average, of which two thirds went on travel
for school bands and football teams.

Councillors we spoke to “valued the friendships more than the meetings”. Several asked whether an
exchange of apprentices would serve both towns better.

We recommend that the council renews the agreement for five years, with an annual report and a budget
ceiling of £15,000.

Should Østerhavn decline, the council ought to give twelve months' notice, as clause 7 of the agreement
provides.
""")
LETTRE = _paragraphs("""\
Madame la bourgmestre, Mesdames et Messieurs les échevins,

La commune de Valmonde a pris connaissance de votre courrier du 11 mars 2018 relatif au sentier de
halage. Elle partage votre inquiétude.

Notre conseil communal estime que « la sécurité des promeneurs prime sur la vitesse des cyclistes » et
propose une limite de vitesse à l'approche de l'écluse.

Les travaux coûteraient 37 250 euros, répartis entre nos deux communes selon la longueur du sentier ;
l'œuvre serait achevée avant l'été.

Nous vous prions d'agréer l'expression de notre considération distinguée.
""")
ANZEIGER = _paragraphs("""\
Altenfurt sagt Partnerschaftstreffen ab

Die Stadt Altenfurt hat das für September geplante Partnerschaftstreffen abgesagt. Grund sind die
gestiegenen Kosten für Unterkunft und Verpflegung.

„Wir müssen jeden Euro zweimal umdrehen“, sagte Bürgermeisterin Grete Öttl am Dienstag im
Hauptausschuss.

Die Gäste aus den Niederlanden zeigten Verständnis; sie hätten selbst nur 23 Anmeldungen gezählt, so die
Straßburger Vermittlungsstelle.
""")
REGISTER_ENTRIES = 170
SPEECH_PARAGRAPHS = 24
_PLACES = [
    "Oostwold",
    "Zevenbeek",
    "Harkema",
    "Duinrade",
    "Lieveren",
    "Mastbos",
    "Nieuwkapel",
    "Brugveld",
    "Essenlo",
    "Waterhoek",
]
_SUBJECTS = (
    "de subsidie voor de dorpsbibliotheek",
    "het onderhoud van de waterkering",
    "de vergunning voor een windmolen",
    "het vervoer van leerlingen",
    "de verkoop van het gemeentehuis",
    "het verbod op vuurwerk",
    "de huur van de sporthal",
)
_DEEDS = (
    "stemde de raad in met",
    "besprak de commissie",
    "verdaagde het college",
    "onderzocht de rekenkamer",
    "vroeg een inwoner aandacht voor",
)


@dataclass(frozen=True, slots=True)
class Town:
    """A source: its name, the bytes as received, and what its record says."""

    name: str
    data: bytes
    record: Mapping[str, str] = field(default_factory=dict)


def register_entry(number: int) -> str:
    """Return one of the 170 entries of the register; no two are alike."""
    place = _PLACES[number % len(_PLACES)]
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    deed = _DEEDS[number % len(_DEEDS)]
    return f"Onder dossiernummer {2000 + number} {deed} {subject} in {place}, met {number + 7} reacties."


def _speech(number: int) -> str:
    sentences = (
        f"In de {number}e wijk die wij bezochten, spraken wij met bewoners, winkeliers en leerkrachten.",
        f"Bezoek {number} leverde {number * 3 + 4} voorstellen op, zoals een bankje bij de bushalte.",
        f"Wie de verslagen van ronde {number} leest, ziet verantwoordelijkheidsgevoel naast ongeduld.",
        f"Daarom stel ik voor om wijk {number} een eigen budget te geven, dat jaarlijks verantwoord wordt.",
        f"Dat vraagt {number} keer zoveel geduld als geld, en het levert in {2030 + number} iets op.",
    )
    return " ".join(sentences)


def _hard(paragraphs: Sequence[str], width: int, between: str = "\n\n", end: str = "\n") -> bytes:
    """Wrap each paragraph, as a text that was made for a fixed width."""
    blocks = ("\n".join(wrap(text, width, break_long_words=False)) for text in paragraphs)
    return (between.join(blocks) + "\n").replace("\n", end).encode()


def _hyphenated(data: bytes, words: Mapping[str, str]) -> bytes:
    """Divide words over two lines, as a typesetter's text has them."""
    text = data.decode()
    for word, divided in words.items():
        assert text.count(word) == 1, word
        text = text.replace(word, divided)
    return text.encode()


def towns() -> tuple[Town, ...]:
    """Make all sources."""
    lines = {"kind": "news", "lang": "nl", "publisher": "Oostrummer Courant", "date": "2021-11-04"}
    address = {"url": "https://courant.example/2021/11/markt?id=7&deel=2", "licence": "CC BY 4.0"}
    divided = {
        "beschermingsmaatregelen": "beschermings-\r\nmaatregelen",
        "vrijwilligers": "vrij-\r\nwilligers",
    }
    letter = _hyphenated(_hard(LETTER, 72, end="\r\n"), divided)
    register = [register_entry(number) for number in range(1, REGISTER_ENTRIES + 1)]
    speech = [_speech(number) for number in range(1, SPEECH_PARAGRAPHS + 1)]
    return (
        Town("oostrum-markt-2021", ("\n".join(NEWS) + "\n").encode(), lines | address),
        Town(
            "bergum-brug-2019",
            _hard(MINUTES, 64),
            {"kind": "parliamentary-question", "lang": "nl", "publisher": "Gemeenteraad van Bergum",
             "date": "2019-06-18/..", "date_basis": "datum van het verslag"},
        ),
        Town(
            "markegem-vlasroterij-2022",
            letter,
            {"kind": "letter", "lang": "nl-BE", "author": "Heemkundige kring Markegem", "date": "2022~",
             "title_basis": "supplied"},
        ),
        Town(
            "harwick-twinning-2020",
            b"\xef\xbb\xbf" + _hard(REPORT, 88),
            {"kind": "report", "lang": "en", "publisher": "Harwick Town Council", "date": "2020-02",
             "author": "Policy Unit", "url": "https://harwick.example/review"},
        ),
        Town(
            "valmonde-halage-2018",
            _hard(LETTRE, 500),
            {"kind": "letter", "lang": "fr", "publisher": "Commune de Valmonde"},
        ),
        Town(
            "altenfurt-treffen-2023",
            _hard(ANZEIGER, 500, between="\n"),
            {"kind": "news", "lang": "de", "publisher": "Altenfurter Anzeiger", "date": "2023-08-29",
             "url": "https://anzeiger.example/treffen", "date_basis": "Kopfzeile der Seite"},
        ),
        Town(
            "register-2024",
            ("\n".join(register) + "\n").encode(),
            {"kind": "web", "lang": "nl", "publisher": "Samenwerkende raden", "date": "2024",
             "title_basis": "page address", "url": "https://raden.example/register"},
        ),
        Town(
            "toespraak-2017",
            _hard(speech, 78),
            {"kind": "report", "lang": "nl", "author": "Commissaris Jo Œstergaard", "date": "2017-01-09"},
        ),
    )  # fmt: skip


def write_sources(root: Path) -> None:
    """Write every source with its record below `root`."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for town in towns():
        (seeds / f"{town.name}.txt").write_bytes(town.data)
        title = town.data.decode("utf-8-sig").splitlines()[0].rstrip(",")
        record = {
            "title": f'"{title}"',
            "title_basis": "stated",
            **{key: f'"{value}"' for key, value in town.record.items()},
            "sha256": hashlib.sha256(town.data).hexdigest(),
        }
        text = "".join(f"{key}: {value}\n" for key, value in record.items())
        (seeds / f"{town.name}.yaml").write_text(text, encoding="utf-8")
