"""Messages about a text, a list or keys where another of the three belongs, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: tuple[str, str, str, str], nl: tuple[str, str, str, str]) -> Message:
    return Message(Severity.ERROR, Words(*en), Words(*nl))


MESSAGES: dict[str, Message] = {
    "spec-text-not-list": _error(
        (
            "“{key}” must be a text, not a list",
            "Write one value, without dashes or brackets.",
            "A list stands where one text belongs.",
            "Write the value after the colon. Text that begins with a bracket needs quotation marks.",
        ),
        (
            "“{key}” moet een tekst zijn, geen lijst",
            "Schrijf één waarde, zonder streepjes of haken.",
            "Er staat een lijst waar één tekst hoort.",
            "Schrijf de waarde na de dubbele punt. Tekst die met een haak begint moet tussen aanhalingstekens.",
        ),
    ),
    "spec-text-not-keys": _error(
        (
            "“{key}” must be a text, not keys with values",
            "Write one value; quote it if it has a colon.",
            "Keys with values stand where one text belongs. Often a text with a colon was read as a key.",
            "Put the whole text in quotation marks, or begin it with | and write it indented on the lines below.",
        ),
        (
            "“{key}” moet een tekst zijn, geen sleutels met waarden",
            "Schrijf één waarde; zet haar tussen aanhalingstekens als er een dubbele punt in staat.",
            "Er staan sleutels met waarden waar één tekst hoort. Vaak is een tekst met een dubbele punt gelezen als sleutel.",
            "Zet de hele tekst tussen aanhalingstekens, of begin met | en schrijf de tekst ingesprongen eronder.",
        ),
    ),
    "spec-text-with-colon": _error(
        (
            "“{key}” holds a text with a colon, which was read as a key",
            "Put it in quotation marks: {form}.",
            "In YAML a colon with a space after it makes a key of the words before it.",
            "Put the whole text in quotation marks, or begin it with | and write it indented on the lines below.",
        ),
        (
            "“{key}”: door de dubbele punt werd deze tekst een sleutel",
            "Zet hem tussen aanhalingstekens: {form}.",
            "In YAML maakt een dubbele punt met een spatie erna een sleutel van de woorden ervoor.",
            "Zet de hele tekst tussen aanhalingstekens, of begin met | en schrijf de tekst ingesprongen eronder.",
        ),
    ),
    "spec-text-alone": _error(
        (
            "“{key}” takes the text alone, without keys around it",
            "Write {form} in its place.",
            "Keys with values stand where one text belongs.",
            "Write the text itself, without braces and without a key before it.",
        ),
        (
            "“{key}” vraagt alleen de tekst, zonder sleutels eromheen",
            "Schrijf daar {form}.",
            "Er staan sleutels met waarden waar één tekst hoort.",
            "Schrijf de tekst zelf, zonder accolades en zonder sleutel ervoor.",
        ),
    ),
    "spec-cell-without-keys": _error(
        (
            "A cell of a comparison is a text; what it cites stands in its row",
            "Write {form} here, and below cells: cite: [[name], …], one list for each cell.",
            "A row has its cells under cells, and under cite a list for each cell, in the same order.",
            "Write the text alone in cells. Give the row a cite with one list for each cell; [] for one without.",
        ),
        (
            "Een cel is een tekst; wat zij aanhaalt staat in haar rij",
            "Schrijf hier {form}, en onder cells: cite: [[naam], …], één lijst per cel.",
            "Een rij heeft haar cellen onder cells, en onder cite een lijst voor elke cel, in dezelfde volgorde.",
            "Schrijf in cells alleen de tekst. Geef de rij een cite met één lijst per cel; [] voor een cel zonder.",
        ),
    ),
    "spec-list-without-names": _error(
        (
            "“{key}” is a list of values, without names",
            "Write {form}.",
            "Each value was given a name; they belong to what stands at the same place in another list.",
            "Write the values alone, in order: between brackets, or each on a line of its own after “- ”.",
        ),
        (
            "“{key}” is een lijst van waarden, zonder namen",
            "Schrijf {form}.",
            "Elke waarde heeft een naam gekregen; ze horen bij wat op dezelfde plaats in een andere lijst staat.",
            "Schrijf alleen de waarden, op volgorde: tussen haken, of elk op een eigen regel na “- ”.",
        ),
    ),
    "spec-list-not-text": _error(
        (
            "“{key}” must be a list, not a text",
            "Write {form}, or each item on a line of its own, after “- ”.",
            "A single text stands where a list belongs, even if the list has one item.",
            "Write the items on the lines below, each after a dash and a space; or write [one, two].",
        ),
        (
            "“{key}” moet een lijst zijn, geen tekst",
            "Schrijf {form}, of elk onderdeel op een eigen regel, na “- ”.",
            "Er staat een losse tekst waar een lijst hoort, ook als de lijst één onderdeel heeft.",
            "Schrijf de onderdelen op de regels eronder, elk na een streepje en een spatie; of schrijf [een, twee].",
        ),
    ),
    "spec-list-not-keys": _error(
        (
            "“{key}” must be a list, not keys with values",
            "Write “- ” before the first key of each item, and indent its other keys two spaces deeper.",
            "Keys with values stand where a list belongs. Usually the dash before the first key is missing.",
            "Put “- ” before the first key of each item and align the others with it.",
        ),
        (
            "“{key}” moet een lijst zijn, geen sleutels met waarden",
            "Schrijf “- ” voor de eerste sleutel van elk onderdeel, en laat zijn andere twee spaties dieper inspringen.",
            "Er staan sleutels met waarden waar een lijst hoort. Meestal ontbreekt het streepje voor de eerste sleutel.",
            "Zet “- ” voor de eerste sleutel van elk onderdeel en lijn de andere ermee uit.",
        ),
    ),
    "spec-keys-not-text": _error(
        (
            "“{key}” needs keys with values, not a text",
            "Write {form} in its place; the keys that may stand there are {allowed}.",
            "A single text stands where keys with values belong.",
            "Look up the keys in the reference and write each on a line of its own, indented.",
        ),
        (
            "“{key}” vraagt sleutels met waarden, geen tekst",
            "Schrijf {form} in plaats daarvan; de sleutels die er mogen staan zijn {allowed}.",
            "Er staat een losse tekst waar sleutels met waarden horen.",
            "Zoek de sleutels op in de naslag en schrijf elke op een eigen regel, ingesprongen.",
        ),
    ),
    "spec-keys-not-items": _error(
        (
            "“{key}” needs keys with values, not a list",
            "Write {form} in its place; the keys that may stand there are {allowed}.",
            "A list stands where keys with values belong.",
            "Write each value after a key. The reference lists the keys.",
        ),
        (
            "“{key}” vraagt sleutels met waarden, geen lijst",
            "Schrijf {form} in plaats daarvan; de sleutels die er mogen staan zijn {allowed}.",
            "Er staat een lijst waar sleutels met waarden horen.",
            "Schrijf elke waarde na een sleutel. De naslag noemt de sleutels.",
        ),
    ),
    "spec-keys-not-list": _error(
        (
            "“{key}” needs keys with values, not a list",
            "Remove the dash and the space before each name.",
            "A list stands where keys with values belong.",
            "Write each value after a key. In “excerpts” the key is the name of the quotation.",
        ),
        (
            "“{key}” vraagt sleutels met waarden, geen lijst",
            "Verwijder het streepje en de spatie voor elke naam.",
            "Er staat een lijst waar sleutels met waarden horen.",
            "Schrijf elke waarde na een sleutel. In “excerpts” is de sleutel de naam van het citaat.",
        ),
    ),
}
