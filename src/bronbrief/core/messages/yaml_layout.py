"""Messages about dashes, spaces and indentation in YAML, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: tuple[str, str, str, str], nl: tuple[str, str, str, str]) -> Message:
    return Message(Severity.ERROR, Words(*en), Words(*nl))


MESSAGES: dict[str, Message] = {
    "yaml-tab": _error(
        (
            "A tab is used to indent",
            "Replace it with spaces, two for each level.",
            "YAML does not allow tabs for indentation, because editors show them at different widths.",
            "Replace each tab with spaces, and set the editor to insert spaces.",
        ),
        (
            "Er is ingesprongen met een tab",
            "Vervang de tab door spaties, twee per niveau.",
            "YAML staat geen tabs toe voor inspringen, omdat editors die verschillend breed tonen.",
            "Vervang elke tab door spaties, en stel de editor in op spaties.",
        ),
    ),
    "yaml-odd-space": _error(
        (
            "This line begins with spaces of another kind: {name}",
            "Replace what stands before the text with {spaces} ordinary spaces.",
            "Text that was pasted may bring spaces that do not break, or that have another width. To YAML only the ordinary space indents.",
            "Delete the white space at the head of the line and type it again with the space bar.",
        ),
        (
            "Deze regel begint met spaties van een andere soort: {name}",
            "Vervang wat vóór de tekst staat door {spaces} gewone spaties.",
            "Met geplakte tekst komen soms vaste spaties mee, of spaties van een andere breedte. Voor YAML springt alleen een gewone spatie in.",
            "Verwijder de witruimte vooraan de regel en typ die opnieuw met de spatiebalk.",
        ),
    ),
    "yaml-bar-missing": _error(
        (
            "The text below “{key}:” lacks a | to begin it",
            "Write “{key}: |”, and leave the text on the lines below, indented.",
            "Text of several lines is read as it stands only after a |. Without it, YAML gives a meaning to colons, exclamation marks, dashes and brackets in the text.",
            "Put a space and a | after the colon of the key.",
        ),
        (
            "De tekst onder “{key}:” mist een | om mee te beginnen",
            "Schrijf “{key}: |”, en laat de tekst ingesprongen op de regels eronder staan.",
            "Tekst van meer regels wordt alleen na een | gelezen zoals hij er staat. Zonder dat teken geeft YAML een betekenis aan dubbele punten, uitroeptekens, streepjes en haken in de tekst.",
            "Zet een spatie en een | achter de dubbele punt van de sleutel.",
        ),
    ),
    "yaml-text-indent": _error(
        (
            "Not indented as the text it belongs to: “{text}”",
            "Begin this line with {spaces} spaces, and the lines of the text that follow it too.",
            "All lines of a text are indented deeper than its key. After a | they are indented as the first of them, or deeper.",
            "Give the lines of a text the same indentation, two spaces deeper than their key.",
        ),
        (
            "Niet ingesprongen als de tekst waar het bij hoort: “{text}”",
            "Begin deze regel met {spaces} spaties, en de regels van de tekst die erop volgen ook.",
            "Alle regels van een tekst springen dieper in dan de sleutel. Na een | springen ze in als de eerste ervan, of dieper.",
            "Geef de regels van een tekst dezelfde inspringing, twee spaties dieper dan de sleutel.",
        ),
    ),
    "yaml-dash-space": _error(
        (
            "A space is missing after the dash in “{text}”",
            "Write a space between the dash and what follows it.",
            "Only a dash followed by a space begins an item of a list. Without the space the dash belongs to the text.",
            "Put a space after the dash.",
        ),
        (
            "Er ontbreekt een spatie na het streepje in “{text}”",
            "Zet een spatie tussen het streepje en wat erop volgt.",
            "Alleen een streepje met een spatie erna begint een onderdeel van een lijst. Zonder die spatie hoort het streepje bij de tekst.",
            "Zet een spatie achter het streepje.",
        ),
    ),
    "yaml-bullet": _error(
        (
            "An item of a list begins with a dash, not with “{mark}”",
            "Begin this line, and each like it, with {spaces} spaces and then “- ”, in the place of “{mark} ”.",
            "YAML knows one mark for an item of a list: a hyphen with a space after it.",
            "Replace the bullet, the number or the long dash by a hyphen and a space.",
        ),
        (
            "Een onderdeel van een lijst begint met een streepje, niet met “{mark}”",
            "Begin deze regel, en elke zoals deze, met {spaces} spaties en dan “- ”, in plaats van “{mark} ”.",
            "YAML kent één teken voor een onderdeel van een lijst: een koppelteken met een spatie erachter.",
            "Vervang het opsommingsteken, het nummer of het lange streepje door een koppelteken en een spatie.",
        ),
    ),
    "yaml-dash-missing": _error(
        (
            "A dash is missing before “{text}”",
            "Begin this line with {spaces} spaces and then “- ”.",
            "Each item of a list begins with a dash and a space. What belongs to the item stands two spaces deeper than the dash.",
            "Put a dash and a space before the first key of the item, or before its text.",
        ),
        (
            "Er ontbreekt een streepje voor “{text}”",
            "Begin deze regel met {spaces} spaties en dan “- ”.",
            "Elk onderdeel van een lijst begint met een streepje en een spatie. Wat bij het onderdeel hoort, staat twee spaties dieper dan het streepje.",
            "Zet een streepje en een spatie voor de eerste sleutel van het onderdeel, of voor de tekst.",
        ),
    ),
    "yaml-dash-extra": _error(
        (
            "No dash belongs before “{text}”",
            "Remove the dash and the space after it.",
            "A dash begins an item of a list, and here are keys with values. In “excerpts” the names of the quotations have no dashes.",
            "Remove the dash, so that the key stands beside the others.",
        ),
        (
            "Voor “{text}” hoort geen streepje",
            "Verwijder het streepje en de spatie erna.",
            "Een streepje begint een onderdeel van een lijst, en hier staan sleutels met waarden. In “excerpts” hebben de namen van de citaten geen streepjes.",
            "Verwijder het streepje, zodat de sleutel naast de andere staat.",
        ),
    ),
    "yaml-indent-line": _error(
        (
            "This line is indented by {spaces} spaces; {wanted} would fit",
            "Begin this line with {wanted} spaces.",
            "Indentation says what belongs to what. This line starts at a column at which no key or list before it starts.",
            "Give keys of one mapping, and dashes of one list, exactly the same indentation.",
        ),
        (
            "Deze regel springt {spaces} spaties in; {wanted} zou passen",
            "Begin deze regel met {wanted} spaties.",
            "Het inspringen zegt wat waarbij hoort. Deze regel begint in een kolom waar geen eerdere sleutel of lijst begint.",
            "Geef sleutels van één groep, en streepjes van één lijst, precies dezelfde inspringing.",
        ),
    ),
    "yaml-indent-block": _error(
        (
            "This part is indented by {spaces} spaces; {wanted} would fit",
            "Begin this line with {wanted} spaces, and move the lines that belong to it as far.",
            "Indentation says what belongs to what. This line starts at a column that does not fit the lines beside it.",
            "Give keys of one mapping, and dashes of one list, exactly the same indentation. Select the lines of a part to move them together.",
        ),
        (
            "Dit deel springt {spaces} spaties in; {wanted} zou passen",
            "Begin deze regel met {wanted} spaties, en schuif de regels die erbij horen even ver mee.",
            "Het inspringen zegt wat waarbij hoort. Deze regel begint in een kolom die niet past bij de regels ernaast.",
            "Geef sleutels van één groep, en streepjes van één lijst, precies dezelfde inspringing. Selecteer de regels van een deel om ze samen te verschuiven.",
        ),
    ),
    "yaml-indentation": _error(
        (
            "This line is indented by {spaces} spaces, which fits nothing",
            "Align it with the line that it belongs beside.",
            "Indentation says what belongs to what. This line starts at a column at which no key or list before it starts.",
            "Give keys of one mapping, and dashes of one list, exactly the same indentation.",
        ),
        (
            "Deze regel springt {spaces} spaties in, en dat past nergens",
            "Lijn hem uit met de regel waar hij naast hoort.",
            "Het inspringen zegt wat waarbij hoort. Deze regel begint in een kolom waar geen eerdere sleutel of lijst begint.",
            "Geef sleutels van één groep, en streepjes van één lijst, precies dezelfde inspringing.",
        ),
    ),
    "yaml-list-on-line": _error(
        (
            "A list may not begin on the line of its key",
            "Put the dash on the next line, or the value in quotation marks.",
            "A dash followed by a space begins a list item, and that needs a line of its own.",
            "Move the item to the next line, indented; or put a text that begins with a dash in quotation marks.",
        ),
        (
            "Een lijst mag niet beginnen op de regel van haar sleutel",
            "Zet het streepje op de volgende regel, of de waarde tussen aanhalingstekens.",
            "Een streepje met een spatie begint een onderdeel van een lijst, en dat vraagt een eigen regel.",
            "Verplaats het onderdeel naar de volgende regel, ingesprongen; of zet een tekst die met een streepje begint tussen aanhalingstekens.",
        ),
    ),
}
