"""Messages about dossiers for a meeting, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "archive-incomplete": Message(
        Severity.WARNING,
        Words(
            "Values that the archive needs are missing",
            "Fill {keys} in briefs/_defaults.yaml.",
            "MDTO wants values that only the owner of the archive can know. Without them the brief is not described as a record; its files are.",
            "Ask who keeps the archive, and write the answers under `archive` in briefs/_defaults.yaml or in the spec.",
        ),
        Words(
            "Waarden die het archief nodig heeft, ontbreken",
            "Vul {keys} in briefs/_defaults.yaml.",
            "MDTO vraagt waarden die alleen de archiefvormer kan weten. Zonder die waarden wordt de brief niet als informatieobject beschreven; zijn bestanden wel.",
            "Vraag het aan wie het archief beheert, en zet de antwoorden onder `archive` in briefs/_defaults.yaml of in de definitie.",
        ),
    ),
    "dossier-embargo": Message(
        Severity.ERROR,
        Words(
            "Embargo until {embargo}; the meeting is on {date}",
            "Wait for a meeting on or after {embargo}, or change the embargo.",
            "The brief may not be public before its embargo date, and papers of a meeting are public.",
            "Choose a later meeting, or change `embargo` if it no longer holds.",
        ),
        Words(
            "Embargo tot {embargo}; de vergadering is op {date}",
            "Wacht op een vergadering op of na {embargo}, of verander het embargo.",
            "De brief mag niet openbaar zijn vóór de embargodatum, en vergaderstukken zijn openbaar.",
            "Kies een latere vergadering, of verander `embargo` als het niet meer geldt.",
        ),
    ),
    "dossier-differs": Message(
        Severity.WARNING,
        Words(
            "The brief prints {key} {printed}; the stamp says {given}",
            "Change `{key}` in the spec to {given}, or remove it: the stamp says it.",
            "What the brief prints of the meeting differs from what was asked for now. Readers would meet both.",
            "Agendas are renumbered. Leave the meeting, the item and the annex to the stamp, or keep the spec up to date.",
        ),
        Words(
            "De brief drukt {key} {printed} af, de stempel zegt {given}",
            "Verander `{key}` in de definitie in {given}, of haal het weg: de stempel zegt het.",
            "Wat de brief over de vergadering afdrukt, is anders dan wat nu gevraagd is. Lezers zien het allebei.",
            "Agenda's worden hernummerd. Laat vergadering, agendapunt en bijlage aan de stempel, of houd de definitie bij.",
        ),
    ),
    "dossier-name-twice": Message(
        Severity.ERROR,
        Words(
            "Two annexes would be named {name}",
            "Add {{annex}} to the pattern of names.",
            "Two briefs of the dossier get one file name; one would replace the other.",
            "Let the pattern of names in the rules hold {annex}, or give the briefs different titles.",
        ),
        Words(
            "Twee bijlagen zouden {name} heten",
            "Zet {{annex}} in het naampatroon.",
            "Twee brieven van het dossier krijgen dezelfde bestandsnaam; de een zou de ander vervangen.",
            "Neem {annex} op in het naampatroon in de regels, of geef de brieven verschillende titels.",
        ),
    ),
    "dossier-annex-twice": Message(
        Severity.ERROR,
        Words(
            "Two briefs are annex {annex}",
            "Give each brief a number of its own.",
            "Two briefs of the dossier have the same number.",
            "Change one of the numbers, or leave them out: briefs without a number count on from the one before.",
        ),
        Words(
            "Twee brieven zijn bijlage {annex}",
            "Geef elke brief een eigen nummer.",
            "Twee brieven van het dossier hebben hetzelfde nummer.",
            "Verander een van de nummers, of laat ze weg: brieven zonder nummer tellen door vanaf de vorige.",
        ),
    ),
    "dossier-brief-twice": Message(
        Severity.ERROR,
        Words(
            "The brief {name} is named twice",
            "Name it once.",
            "A brief can be in a dossier once.",
            "Remove one of the two.",
        ),
        Words(
            "De brief {name} is twee keer genoemd",
            "Noem hem één keer.",
            "Een brief kan één keer in een dossier zitten.",
            "Haal een van de twee weg.",
        ),
    ),
    "dossier-name-taken": Message(
        Severity.ERROR,
        Words(
            "A brief may not be named {name} here",
            "Rename the spec: dossiers are kept in build/{name}/.",
            "Dossiers are kept in build/dossier/, and a brief of that name would be built there.",
            "Give the spec another file name.",
        ),
        Words(
            "Een brief mag hier niet {name} heten",
            "Hernoem de definitie: dossiers staan in build/{name}/.",
            "Dossiers staan in build/dossier/, en een brief met die naam zou daar gebouwd worden.",
            "Geef de definitie een andere bestandsnaam.",
        ),
    ),
    "dossier-field-missing": Message(
        Severity.ERROR,
        Words(
            "The council asks for “{field}”",
            "Fill it in the spec or in briefs/_defaults.yaml.",
            "The rules of the council name fields that must be filled, and this one is not.",
            "Fill it, or change `required` in the rules.",
        ),
        Words(
            "De raad vraagt om “{field}”",
            "Vul het in de definitie of in briefs/_defaults.yaml.",
            "De regels van de raad noemen velden die ingevuld moeten zijn, en dit is het niet.",
            "Vul het in, of verander `required` in de regels.",
        ),
    ),
    "dossier-too-many-pages": Message(
        Severity.ERROR,
        Words(
            "{pages} pages; the council takes {limit}",
            "Shorten the brief, or choose a smaller template.",
            "The rules of the council limit the length of a brief.",
            "Shorten it, or change `max_pages` in the rules.",
        ),
        Words(
            "{pages} pagina's; de raad neemt er {limit}",
            "Maak de brief korter, of kies een kleiner sjabloon.",
            "De regels van de raad beperken de lengte van een brief.",
            "Maak hem korter, of verander `max_pages` in de regels.",
        ),
    ),
    "dossier-file-too-large": Message(
        Severity.ERROR,
        Words(
            "{name} is {size} MB; the council takes {limit}",
            "Use smaller images, or leave the combined file out.",
            "The rules of the council limit the size of a file.",
            "Use smaller images, or change `max_size` in the rules.",
        ),
        Words(
            "{name} is {size} MB; de raad neemt {limit}",
            "Gebruik kleinere beelden, of laat het gezamenlijke bestand weg.",
            "De regels van de raad beperken de grootte van een bestand.",
            "Gebruik kleinere beelden, of verander `max_size` in de regels.",
        ),
    ),
    "dossier-glyph-missing": Message(
        Severity.ERROR,
        Words(
            "The stamp cannot print {character} ({name})",
            "Write the agenda item with other characters.",
            "The typeface of stamps has no glyph for this character.",
            "Use letters, digits and plain marks for the number of the agenda item.",
        ),
        Words(
            "De stempel kan {character} ({name}) niet afdrukken",
            "Schrijf het agendapunt met andere tekens.",
            "Het lettertype van stempels heeft geen vorm voor dit teken.",
            "Gebruik letters, cijfers en gewone tekens voor het nummer van het agendapunt.",
        ),
    ),
    "dossier-meeting-missing": Message(
        Severity.ERROR,
        Words(
            "For which meeting is the dossier?",
            "Add `--meeting 2026-12-08`, or `meeting:` to the file.",
            "A dossier belongs to a meeting, and neither the command nor the first brief's `council` names one.",
            "Give the date of the meeting, year, month, day.",
        ),
        Words(
            "Voor welke vergadering is het dossier?",
            "Geef `--meeting 2026-12-08`, of zet `meeting:` in het bestand.",
            "Een dossier hoort bij een vergadering, en de opdracht noemt er geen en `council` van de eerste brief ook niet.",
            "Geef de datum van de vergadering: jaar, maand, dag.",
        ),
    ),
    "dossier-item-missing": Message(
        Severity.ERROR,
        Words(
            "For which agenda item is the dossier?",
            "Add `--item 7`, or `item:` to the file.",
            "The stamp names the agenda item, and neither the command nor the first brief's `council` does.",
            "Give the number of the agenda item as it stands on the agenda.",
        ),
        Words(
            "Voor welk agendapunt is het dossier?",
            "Geef `--item 7`, of zet `item:` in het bestand.",
            "De stempel noemt het agendapunt, en de opdracht doet dat niet en `council` van de eerste brief ook niet.",
            "Geef het nummer van het agendapunt zoals het op de agenda staat.",
        ),
    ),
    "dossier-item-long": Message(
        Severity.ERROR,
        Words(
            "“{item}” is too long for an agenda item",
            "Write its number alone, at most {limit} characters.",
            "The number of the agenda item is printed in the stamp and in file names.",
            "Write the number, such as 7 or 7a, and not the title of the item.",
        ),
        Words(
            "“{item}” is te lang voor een agendapunt",
            "Schrijf alleen het nummer, hoogstens {limit} tekens.",
            "Het nummer van het agendapunt staat in de stempel en in bestandsnamen.",
            "Schrijf het nummer, zoals 7 of 7a, en niet de titel van het agendapunt.",
        ),
    ),
}
