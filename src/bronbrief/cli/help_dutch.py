"""The help of the commands in Dutch: the same commands and options, said in other words.

Click builds English help from the commands themselves; here stand the words that take their place. What is
typed stays as it is: names of commands, options and the words for their values.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import TypeVar

import click

Command = TypeVar("Command", bound=click.Command)

_FIXED = {
    "Usage: ": "Gebruik: ",
    "Options:": "Opties:",
    "Commands:": "Opdrachten:",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT [...]",
    "Show this message and exit.": "Toon deze uitleg.",
    "[default: ": "[standaard: ",
}
"""What click itself says."""

SHARED: Mapping[str, str] = {
    "--version": "Toon de versie.",
    "--lang": "De taal van de bevindingen.",
    "--debug": "Toon de technische melding bij een fout in Bronbrief zelf.",
    "--workspace": "De werkmap; weggelaten: de dichtstbijzijnde, vanaf de huidige map omhoog.",
    "--quiet": "Toon alleen bevindingen.",
    "--json": "Schrijf de uitkomst als JSON.",
    "--format": "Wat er gemaakt wordt; het bewijs komt er altijd bij.",
}
"""Options of several commands."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a command does: in a line for the list, in full, and what its own options are for."""

    short: str
    full: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


TOLD: Mapping[str, Told] = {
    "": Told(
        "Beleidsbrieven waarin elk citaat uit een genoemde bron is geknipt en nagegaan.",
        """
        Geef de opdracht in een werkmap: een map met briefs/ en seeds/. `bronbrief init DIR` maakt er een.
        """,
        {"--lang": "De taal van de bevindingen, van elke opdracht."},
    ),
    "build": Told(
        "Bouw brieven in build/.",
        """
        Zonder BRIEF zijn dat alle brieven; wat bij is, blijft zoals het is.

        BRIEF is een naam (coevorden-brest) of een pad (briefs/coevorden-brest.yaml). Van een brief met
        fouten wordt niets geschreven; wat een eerdere bouw ervan achterliet, blijft staan.
        """,
        {
            "--force": "Bouw ook wat bij is.",
            "--explain": "Zeg wat er gebouwd zou worden en waarom; bouw niets.",
            "--jobs": "Hoeveel PDF's er naast elkaar worden gezet; weggelaten: één per processor.",
            "--executor": "Zet PDF's op een Dask-cluster, zoals dask:tcp://10.0.0.5:8786.",
        },
    ),
    "check": Told(
        "Vind alles wat er mis is, en publiceer niets.",
        """
        Zonder BRIEF worden alle brieven nagegaan, tot en met het vullen van de bladzijden: zo komt aan het
        licht wat `build` zou vinden voordat de PDF wordt gezet.
        """,
        {
            "--format": "Hoe de bevindingen worden geschreven.",
            "--json": "Hetzelfde als --format json.",
            "--strict": "Reken waarschuwingen als fouten.",
            "--force": "Ga ook na wat sinds de vorige keer niet is veranderd.",
        },
    ),
    "sources": Told(
        "Toon de bronnen, of de alinea's van één bron.",
        """
        Zonder ID komt er een lijst van de bronnen in seeds/; met ID de alinea's van die bron, elk met haar
        vindplaats. Neem woorden over in `quote`, of de vindplaats in `passage`.
        """,
    ),
    "find": Told(
        "Zoek woorden in alle bronnen.",
        """
        Gevonden worden de alinea's waarin alle woorden van TEXT staan. Woorden die bij elkaar horen staan
        tussen aanhalingstekens: bronbrief find '"formele contacten"'; sanc* is elk woord dat zo begint.
        Accenten en hoofdletters tellen niet; een woord dat geen bron heeft, wordt het woord dat erop lijkt.

        Met --yaml komt de zin om de beste vondst als citaat, om onder `excerpts:` te plakken.
        """,
        {
            "--source": "Zoek alleen in deze bron.",
            "--limit": "Hoeveel er getoond worden; weggelaten: 10, of 1 met --yaml.",
            "--yaml": "Toon citaten om te plakken, elk nagegaan.",
        },
    ),
    "add": Told(
        "Neem een document op in seeds/.",
        """
        Van FILE komt de tekst in seeds/, met een record van wat het document over zichzelf zegt. FILE is
        .txt, .md, .html, .pdf of .docx. Wat het bestand niet zegt, blijft in het record leeg en wordt hier
        genoemd. Het document zelf blijft ernaast bewaard. Er wordt niets overschreven.
        """,
        {
            "--id": "De id; weggelaten: gemaakt van de bestandsnaam.",
            "--title": "De titel, zoals het document die noemt.",
            "--author": "Wie het schreef.",
            "--publisher": "Wie het uitgaf.",
            "--date": "De datum van het document: 2024, 2024-03, 2024-03-15, 2021~.",
            "--url": "Waar het op het web staat. Er wordt niets opgehaald.",
            "--kind": "news, parliamentary-question, letter, report of web.",
            "--language": "De taal van het document: nl, nl-BE, en, …",
            "--licence": "Onder welke voorwaarden het gebruikt mag worden.",
            "--country": "Een land waarover het gaat; mag vaker.",
        },
    ),
    "new": Told(
        "Maak een nieuwe brief.",
        """
        Schrijft briefs/NAME.yaml: een definitie met uitleg, die `check` meteen goedkeurt. Op een terminal
        wordt gevraagd wat de opties openlaten; anders wordt er gekozen. Er staat een zin uit een van de
        bronnen in, om te vervangen. Er wordt geen bestand overschreven.
        """,
        {
            "--template": "De sjabloon; `bronbrief templates` noemt ze.",
            "--language": "De taal van de brief: nl-NL, nl-BE of en.",
            "--title": "De titel.",
            "--for": "Voor wie de brief is.",
            "--date": "De datum op de brief; weggelaten: vandaag.",
        },
    ),
    "templates": Told(
        "Toon de sjablonen, en wat elk vraagt.",
        """
        Van elke sjabloon staat er waarvoor hij is, en welke velden en onderdelen een definitie ervoor moet
        hebben.
        """,
    ),
    "schema": Told(
        "Schrijf het schema waarmee een editor meeschrijft.",
        """
        Het JSON-schema van definities, met de bronnen en sjablonen van deze werkmap om uit te kiezen. Een
        editor met YAML gebruikt het als de definitie begint met
        "# yaml-language-server: $schema=../build/brief.schema.json".
        """,
        {
            "--output": "Waarheen; - is de standaarduitvoer. Weggelaten: build/brief.schema.json.",
            "--defaults": "In plaats daarvan het schema van briefs/_defaults.yaml.",
            "--reference": "In plaats daarvan het naslagwerk als Markdown; vraagt --output.",
        },
    ),
    "watch": Told(
        "Bouw, en bouw opnieuw na elke wijziging.",
        """
        Zonder BRIEF zijn dat alle brieven. Er wordt gelet op precies die bestanden die de laatste bouw heeft
        gelezen of gezocht. Na elke bouw komt één regel, na de bevindingen; advies komt één keer. Stop met
        Ctrl+C: wat gebouwd is, is heel.
        """,
    ),
    "serve": Told(
        "Toon brieven in de browser terwijl u schrijft.",
        """
        De brief staat naast de bronnen die hij citeert. Bewaar een definitie, en de bladzijde volgt. De brief
        die u bekijkt wordt in build/ gebouwd; de andere worden nagegaan. Er wordt nooit iets in briefs/ of
        seeds/ geschreven, en alleen deze computer kan erbij. Met --lang kiest u de taal; weggelaten kiest
        de browser.
        """,
        {
            "--port": "De poort op deze computer; 0 voor een vrije.",
            "--open": "Open de voorvertoning in de browser.",
        },
    ),
    "init": Told(
        "Maak een werkmap met een klein voorbeeld.",
        """
        De werkmap komt in DIR, of in de huidige map als u niets noemt.
        """,
    ),
    "inspect": Told(
        "Toon de structuur van een PDF.",
        """
        Eén element per regel, of de tekst zoals een schermlezer haar voorleest. Elke PDF met structuur kan.
        Uitgang 1: het bestand heeft geen leesbare structuur.
        """,
        {"--transcript": "Toon de tekst zoals een schermlezer haar voorleest."},
    ),
    "dossier": Told(
        "Maak de stukken voor een vergadering.",
        """
        Een map in build/dossier/, en hetzelfde als ZIP. Noem de brieven, of één YAML-bestand met de
        vergadering, het agendapunt en de brieven. Wat u weglaat, komt uit `council` van de eerste brief.
        Brieven die niet bij zijn, worden eerst gebouwd.
        """,
        {
            "--meeting": "De datum, JJJJ-MM-DD.",
            "--item": "Het nummer van het agendapunt.",
            "--annex": "Het nummer van de eerste bijlage.",
            "--combined": "Maak ook één PDF van alle brieven, met een voorblad.",
            "--with-sources": "Voeg de teksten van de bronnen toe; anderen kunnen er rechten op hebben.",
            "--council": "De regels van de raad.",
            "--output": "Waarheen.",
        },
    ),
    "verify": Told(
        "Ga een kant-en-klare brief of een dossier na.",
        """
        Een PDF of webpagina, een bewijsbestand, of een dossier als map of ZIP: elk citaat erin wordt
        teruggezocht in zijn bron. Bronnen worden gezocht in de werkmap, in --sources en in het dossier. Het
        kan overal, en verandert niets. Uitgang 0: niets mis; 1: iets mis, en met --strict ook als iets niet
        na te gaan was.
        """,
        {
            "--sources": "Een map met de teksten waaruit geciteerd is.",
            "--html": "Schrijf de uitkomst ook als webpagina.",
            "--strict": "Reken wat niet na te gaan was als mis.",
        },
    ),
    "explain": Told(
        "Leg een bevinding uit, en hoe u haar verhelpt.",
        """
        Wat de bevinding CODE betekent, waar zij van komt en wat u eraan doet.
        """,
    ),
    "doctor": Told(
        "Zeg wat er op deze computer ontbreekt, en hoe u eraan komt.",
        """
        Uitgang 0: bouwen kan. Uitgang 2: er ontbreekt iets dat nodig is.
        """,
        {"--json": "Schrijf de bevindingen als JSON."},
    ),
}
"""The commands by name; the group itself has none."""


def in_dutch(command: Command, name: str = "") -> Command:
    """Return the same command with Dutch help; the one given stays as it is."""
    told, dutch = TOLD[name], copy(command)
    dutch.short_help = told.short
    dutch.help = f"{told.short}\n{told.full}"
    dutch.params = [_parameter(one, told.options) for one in command.params]
    by_click = type(command).get_help
    dutch.get_help = lambda ctx: _fixed(by_click(dutch, ctx))  # type: ignore[method-assign]
    return dutch


def _parameter(given: click.Parameter, own: Mapping[str, str]) -> click.Parameter:
    dutch = copy(given)
    if isinstance(dutch, click.Option):
        dutch.help = own.get(dutch.opts[0]) or SHARED[dutch.opts[0]]
        if isinstance(dutch.show_default, str):
            dutch.show_default = "die van het systeem"
    return dutch


def _fixed(text: str) -> str:
    for english, dutch in _FIXED.items():
        text = text.replace(english, dutch)
    return text
