"""Messages about searching sources and writing excerpts and specs, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "selection-empty": Message(
        Severity.ERROR,
        Words(
            "Nothing is selected in {source}",
            "Select the words that you want to quote.",
            "An excerpt was asked for of a stretch of a source that holds no words.",
            "Select at least one whole word in a passage of the source.",
        ),
        Words(
            "Er is niets geselecteerd in {source}",
            "Selecteer de woorden die u wilt citeren.",
            "Er is een citaat gevraagd van een stuk van een bron waarin geen woorden staan.",
            "Selecteer ten minste een heel woord in een passage van de bron.",
        ),
    ),
    "selection-not-quotable": Message(
        Severity.ERROR,
        Words(
            "This selection in {source} cannot be quoted as it is",
            "Select somewhat more or less, so that it differs from other places in the source.",
            "Bronbrief tried every way of selecting these words, and none was proven to give them and nothing else. Either the words and their surroundings stand more than once, or they hold characters that may not be printed.",
            "Take in a few words more, up to the beginning or end of the paragraph, or select the whole passage. The findings that follow say what stood in the way.",
        ),
        Words(
            "Deze selectie in {source} is zo niet te citeren",
            "Selecteer iets meer of minder, zodat de selectie verschilt van andere plaatsen in de bron.",
            "Bronbrief heeft elke manier geprobeerd om deze woorden te selecteren, en geen ervan leverde bewijsbaar deze woorden en niets anders op. Of de woorden en hun omgeving staan er vaker, of er zitten tekens in die niet gedrukt mogen worden.",
            "Neem een paar woorden meer, tot het begin of einde van de alinea, of selecteer de hele passage. De bevindingen die volgen zeggen wat in de weg stond.",
        ),
    ),
    "search-empty": Message(
        Severity.ERROR,
        Words(
            "There is nothing to search for in “{text}”",
            'Give at least one word or number, such as `bronbrief find "formele contacten"`.',
            "A search was asked for without any letter or digit. Punctuation is not searched for.",
            "Give words, a phrase in quotation marks, or the beginning of a word with an asterisk: sanc*.",
        ),
        Words(
            "Er valt niets te zoeken in “{text}”",
            'Geef ten minste één woord of getal, zoals `bronbrief find "formele contacten"`.',
            "Er is gezocht zonder letter of cijfer. Leestekens worden niet gezocht.",
            "Geef woorden, een zinsdeel tussen aanhalingstekens, of het begin van een woord met een sterretje: sanc*.",
        ),
    ),
    "source-not-searched": Message(
        Severity.WARNING,
        Words(
            "{path} cannot be searched",
            "Run `bronbrief sources {id}` to see what is wrong with it.",
            "A text in seeds/ could not be read, or holds no text; a search cannot find anything in it.",
            "Ask for the findings about the source with `bronbrief sources` and its id, and mend the file.",
        ),
        Words(
            "{path} kan niet doorzocht worden",
            "Geef `bronbrief sources {id}` om te zien wat ermee is.",
            "Een tekst in seeds/ is niet te lezen, of bevat geen tekst; een zoekopdracht vindt daar niets in.",
            "Vraag de bevindingen over de bron op met `bronbrief sources` en het kenmerk, en herstel het bestand.",
        ),
    ),
    "brief-name": Message(
        Severity.ERROR,
        Words(
            "{name} cannot be the name of a brief",
            "Use small letters, digits and single hyphens, such as {suggestion}.",
            "The name becomes the name of files, addresses and identifiers, so it has small letters without accents and digits, joined by single hyphens, at most 80 in all.",
            "Choose a short name with the subject in it. The title of the brief itself may hold anything.",
        ),
        Words(
            "{name} kan geen naam van een briefing zijn",
            "Gebruik kleine letters, cijfers en enkele koppeltekens, zoals {suggestion}.",
            "De naam wordt de naam van bestanden, adressen en kenmerken. Daarom heeft hij kleine letters zonder accenten en cijfers, verbonden door enkele koppeltekens, samen ten hoogste 80.",
            "Kies een korte naam met het onderwerp erin. In de titel van de briefing zelf mag alles staan.",
        ),
    ),
    "brief-exists": Message(
        Severity.ERROR,
        Words(
            "{path} exists already",
            "Choose another name, or edit that file; nothing was written.",
            "A new spec was asked for under a name that is taken. Bronbrief overwrites nothing.",
            "Give another name, or remove the file first if it may go.",
        ),
        Words(
            "{path} bestaat al",
            "Kies een andere naam, of bewerk dat bestand; er is niets geschreven.",
            "Er is een nieuwe definitie gevraagd onder een naam die al bezet is. Bronbrief overschrijft niets.",
            "Geef een andere naam, of verwijder eerst het bestand als het weg mag.",
        ),
    ),
    "brief-value": Message(
        Severity.ERROR,
        Words(
            "{value} will not do as {option}",
            "Use one of these: {known}.",
            "An option of `bronbrief new` was given a value that a spec cannot hold.",
            "Give one of the values that are named. `bronbrief templates` lists the templates.",
        ),
        Words(
            "{value} kan niet als {option}",
            "Gebruik een van deze waarden: {known}.",
            "Een optie van `bronbrief new` kreeg een waarde die niet in een definitie kan staan.",
            "Geef een van de genoemde waarden. `bronbrief templates` noemt de sjablonen.",
        ),
    ),
}
