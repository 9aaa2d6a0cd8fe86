"""Messages about the values in a spec, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: tuple[str, str, str, str], nl: tuple[str, str, str, str]) -> Message:
    return Message(Severity.ERROR, Words(*en), Words(*nl))


MESSAGES: dict[str, Message] = {
    "spec-insertion-brackets": _error(
        (
            "The words of an insertion come without their brackets",
            "Write {form}",
            "What you insert prints between square brackets; with brackets of your own there would be two.",
            "Write the words alone under `text`.",
        ),
        (
            "De woorden van een toevoeging staan zonder haken",
            "Schrijf {form}",
            "Wat u toevoegt, komt tussen vierkante haken te staan; met haken van uzelf staan ze er dubbel.",
            "Schrijf onder `text` alleen de woorden.",
        ),
    ),
    "spec-number-too-large": _error(
        (
            "“{key}” is {limit} at most",
            "Write a whole number from 1 to {limit}.",
            "The number is larger than it can mean, such as more than 100 percent.",
            "Choose a number within the limits.",
        ),
        (
            "“{key}” is ten hoogste {limit}",
            "Schrijf een geheel getal van 1 tot en met {limit}.",
            "Het getal is groter dan het kan betekenen, zoals meer dan 100 procent.",
            "Kies een getal binnen de grenzen.",
        ),
    ),
    "spec-place-not-name": _error(
        (
            "“{source}, {locator}” is a place in a source, no excerpt",
            "Write [@{source}, {locator}] in the text beside it and leave it out here, or name an excerpt here.",
            "Lists of excerpts hold the names that stand under `excerpts`; only running text can cite a source at a locator.",
            "Move the reference into the text of the moment or the cell, or make an excerpt with `passage:` and name that.",
        ),
        (
            "“{source}, {locator}” is een plaats in een bron, geen citaat",
            "Schrijf [@{source}, {locator}] in de tekst ernaast en laat het hier weg, of noem hier een citaat.",
            "In zo'n lijst staan de namen die onder `excerpts` staan; alleen lopende tekst kan een bron met vindplaats aanhalen.",
            "Zet de verwijzing in de tekst van het moment of de cel, of maak een citaat met `passage:` en noem dat.",
        ),
    ),
    "spec-lists-not-texts": _error(
        (
            "The items of “{key}” must be lists themselves",
            "Write {form}",
            "The key holds a list of lists: in a comparison one list of names for each cell, in `one_name` one list for each pair.",
            "Put each item in square brackets of its own; a cell without an excerpt has [].",
        ),
        (
            "De onderdelen van “{key}” moeten zelf lijsten zijn",
            "Schrijf {form}",
            "De sleutel bevat een lijst van lijsten: in een vergelijking een lijst met namen voor elke cel, in `one_name` een lijst voor elk paar.",
            "Zet elk onderdeel tussen eigen vierkante haken; een cel zonder citaat krijgt [].",
        ),
    ),
    "spec-comma-in-value": _error(
        (
            "A comma cuts “{text}” off from its value",
            "Write {example}",
            "Between braces a comma ends a value, so what follows it does not belong to the value any more.",
            "Put a text that holds a comma in straight quotation marks, and the items of a list in square brackets.",
        ),
        (
            "Een komma snijdt “{text}” af van zijn waarde",
            "Schrijf {example}",
            "Tussen accolades eindigt een waarde bij een komma; wat erna komt, hoort er niet meer bij.",
            "Zet een tekst met een komma tussen rechte aanhalingstekens, en de onderdelen van een lijst tussen vierkante haken.",
        ),
    ),
    "spec-not-boolean": _error(
        (
            "“{key}” must be true or false, not “{value}”",
            "Write true or false.",
            "A switch is on with true and off with false. Other words, such as yes or ja, are not guessed at.",
            "Write true or false, without quotation marks.",
        ),
        (
            "“{key}” moet true of false zijn, niet “{value}”",
            "Schrijf true of false.",
            "Een schakelaar staat aan met true en uit met false. Andere woorden, zoals yes of ja, worden niet geraden.",
            "Schrijf true of false, zonder aanhalingstekens.",
        ),
    ),
    "spec-not-a-date": _error(
        (
            "“{key}” must be a date, not “{value}”",
            "Write the date as YYYY-MM-DD, such as {example}.",
            "A date is written year, month, day, in digits with hyphens, so that it cannot be misread.",
            "Write 2026-11-21 for 21 November 2026. In the brief it prints in words.",
        ),
        (
            "“{key}” moet een datum zijn, niet “{value}”",
            "Schrijf de datum als JJJJ-MM-DD, zoals {example}.",
            "Een datum wordt geschreven als jaar, maand, dag, in cijfers met streepjes, zodat er geen misverstand is.",
            "Schrijf 2026-11-21 voor 21 november 2026. In de brief staat de datum in woorden.",
        ),
    ),
    "spec-no-such-date": _error(
        (
            "There is no date {value}",
            "Correct the month or the day.",
            "The date is well written, but the calendar does not have it.",
            "Check the number of days in the month.",
        ),
        (
            "De datum {value} bestaat niet",
            "Verbeter de maand of de dag.",
            "De datum is goed geschreven, maar komt in de kalender niet voor.",
            "Controleer het aantal dagen van de maand.",
        ),
    ),
    "spec-not-a-number": _error(
        (
            "“{key}” must be a number, not “{value}”",
            "Write a whole number from 1, in digits.",
            "A whole number belongs here.",
            "Write the digits only, without a point or letters.",
        ),
        (
            "“{key}” moet een getal zijn, niet “{value}”",
            "Schrijf een geheel getal vanaf 1, in cijfers.",
            "Hier hoort een geheel getal.",
            "Schrijf alleen de cijfers, zonder punt of letters.",
        ),
    ),
    "spec-not-edtf": _error(
        (
            "“{value}” is not a date that a timeline can read",
            "Write {example}.",
            "Dates of a timeline are written in EDTF (Library of Congress, 2019): a year, month or day, an interval with a slash, ~ for about and ? for uncertain.",
            "Write year, month and day in that order with hyphens. An open interval ends in “/..”. In the brief the date prints in words.",
        ),
        (
            "“{value}” is geen datum die een tijdlijn kan lezen",
            "Schrijf {example}.",
            "Datums van een tijdlijn staan in EDTF (Library of Congress, 2019): een jaar, maand of dag, een periode met een schuine streep, ~ voor ongeveer en ? voor onzeker.",
            "Schrijf jaar, maand en dag in die volgorde met streepjes. Een open periode eindigt op “/..”. In de brief staat de datum in woorden.",
        ),
    ),
    "spec-not-an-identifier": _error(
        (
            "“{value}” is not a name that can be referred to",
            "Use small letters, digits and hyphens, such as geen-contact.",
            "Names of sources, excerpts and templates are used in file names and links, so they have only the letters a to z, digits, and single hyphens between them; at most 80 characters.",
            "Replace capitals, spaces, accents and underscores: “Geen_Contact” becomes geen-contact.",
        ),
        (
            "“{value}” is geen naam waarnaar te verwijzen is",
            "Gebruik kleine letters, cijfers en streepjes, zoals geen-contact.",
            "Namen van bronnen, citaten en sjablonen komen in bestandsnamen en verwijzingen, en hebben dus alleen de letters a tot en met z, cijfers, en enkele streepjes ertussen; hoogstens 80 tekens.",
            "Vervang hoofdletters, spaties, accenten en lage streepjes: “Geen_Contact” wordt geen-contact.",
        ),
    ),
    "spec-nearly-an-identifier": _error(
        (
            "“{value}” is not a name that can be referred to",
            "Write “{near}”.",
            "Names of sources, excerpts and templates are used in file names and links, so they have only the letters a to z, digits, and single hyphens between them; at most 80 characters.",
            "Replace capitals, spaces, accents and underscores: “Geen_Contact” becomes geen-contact. Write the name of an excerpt the same wherever the text refers to it.",
        ),
        (
            "“{value}” is geen naam waarnaar te verwijzen is",
            "Schrijf “{near}”.",
            "Namen van bronnen, citaten en sjablonen komen in bestandsnamen en verwijzingen, en hebben dus alleen de letters a tot en met z, cijfers, en enkele streepjes ertussen; hoogstens 80 tekens.",
            "Vervang hoofdletters, spaties, accenten en lage streepjes: “Geen_Contact” wordt geen-contact. Schrijf de naam van een citaat overal gelijk waar de tekst ernaar verwijst.",
        ),
    ),
    "spec-placeholder": _error(
        (
            "{value} still has to be filled in",
            "Write your own text in its place.",
            "Where a hint shows what to write, <…> stands for what only you can know. It is refused, so that it is never published.",
            "Replace it, angle brackets included, by what belongs there.",
        ),
        (
            "{value} moet nog ingevuld worden",
            "Schrijf op die plaats uw eigen tekst.",
            "Waar een tip toont wat er moet komen, staat <…> voor wat alleen u kunt weten. Het wordt geweigerd, zodat het nooit gepubliceerd wordt.",
            "Vervang het, met de punthaken, door wat daar hoort.",
        ),
    ),
    "spec-not-a-colour": _error(
        (
            "“{value}” is not a colour",
            'Write # and six hexadecimal digits in quotation marks: "#1f4e5f".',
            "A colour of the house style is given as red, green and blue, two hexadecimal digits each.",
            "Ask for the hexadecimal value of the colour in the house style manual, and write it in quotation marks.",
        ),
        (
            "“{value}” is geen kleur",
            'Schrijf # en zes hexadecimale cijfers tussen aanhalingstekens: "#1f4e5f".',
            "Een kleur van de huisstijl staat er als rood, groen en blauw, elk twee hexadecimale cijfers.",
            "Zoek de hexadecimale waarde van de kleur op in het huisstijlhandboek, en schrijf haar tussen aanhalingstekens.",
        ),
    ),
    "spec-not-a-language": _error(
        (
            "“{value}” is not a language code",
            "Write a code such as en, nl or nl-BE.",
            "A language is given by its code in small letters, if needed with a country in capitals (BCP 47).",
            "Write en for English, nl for Dutch, de for German, fr for French.",
        ),
        (
            "“{value}” is geen taalcode",
            "Schrijf een code zoals en, nl of nl-BE.",
            "Een taal wordt aangeduid met een code in kleine letters, zo nodig met een land in hoofdletters (BCP 47).",
            "Schrijf en voor Engels, nl voor Nederlands, de voor Duits, fr voor Frans.",
        ),
    ),
    "spec-unknown-language": _error(
        (
            "A brief cannot be in “{value}”",
            "Write {near}; briefs can be in {allowed}.",
            "The fixed words of a brief exist in these languages only.",
            "Choose one of the languages. Quotations may be in any language: their source says in which.",
        ),
        (
            "Een brief kan niet in “{value}” zijn",
            "Schrijf {near}; brieven kunnen in {allowed}.",
            "De vaste woorden van een brief zijn er alleen in deze talen.",
            "Kies een van de talen. Citaten mogen in elke taal zijn: hun bron zegt in welke.",
        ),
    ),
    "spec-not-allowed-value": _error(
        (
            "“{key}” cannot have the value “{value}”",
            "Look up “{key}” in the reference of the spec.",
            "The value does not fit what this key can hold.",
            "Look the key up in docs/spec-reference.md and write a value of the kind it names.",
        ),
        (
            "“{key}” kan de waarde “{value}” niet hebben",
            "Zoek “{key}” op in de naslag.",
            "De waarde past niet bij wat deze sleutel kan bevatten.",
            "Zoek de sleutel op in docs/spec-reference.md en schrijf een waarde van de genoemde soort.",
        ),
    ),
    "spec-text-too-long": _error(
        (
            "“{key}” has {length} characters; at most {limit} fit",
            "Shorten it.",
            "The text is longer than the place where it prints can hold.",
            "Shorten the text, or move part of it to the body of a section.",
        ),
        (
            "“{key}” heeft {length} tekens; er passen er hoogstens {limit}",
            "Kort de tekst in.",
            "De tekst is langer dan de plaats waar hij wordt afgedrukt kan bevatten.",
            "Kort de tekst in, of verplaats een deel naar de tekst van een paragraaf.",
        ),
    ),
    "spec-list-too-long": _error(
        (
            "“{key}” has {length} items; at most {limit} fit",
            "Split it, for instance over two tables.",
            "The list has more items than fit on a page beside each other.",
            "Split the list over two sections.",
        ),
        (
            "“{key}” heeft {length} onderdelen; er passen er hoogstens {limit}",
            "Splits de lijst, bijvoorbeeld over twee tabellen.",
            "De lijst heeft meer onderdelen dan er op een pagina naast elkaar passen.",
            "Verdeel de lijst over twee paragrafen.",
        ),
    ),
    "spec-list-empty": _error(
        (
            "“{key}” is an empty list",
            "Add an item, or remove “{key}” where it may be left out.",
            "A list that must have at least one item has none.",
            "Write the first item after a dash and a space.",
        ),
        (
            "“{key}” is een lege lijst",
            "Voeg een onderdeel toe, of verwijder “{key}” waar dat mag.",
            "Een lijst die ten minste één onderdeel moet hebben, heeft er geen.",
            "Schrijf het eerste onderdeel na een streepje en een spatie.",
        ),
    ),
}
