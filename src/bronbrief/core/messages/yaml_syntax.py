"""Messages about text that is not YAML, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: tuple[str, str, str, str], nl: tuple[str, str, str, str]) -> Message:
    return Message(Severity.ERROR, Words(*en), Words(*nl))


MESSAGES: dict[str, Message] = {
    "yaml-syntax": _error(
        (
            "The file cannot be understood as YAML from here on",
            "Check this line and the one before: colons, quotation marks, indentation.",
            "The rules of YAML give this place no meaning.",
            "Put values with punctuation in quotation marks, and indent with spaces, two for each level.",
        ),
        (
            "Het bestand is vanaf hier niet als YAML te begrijpen",
            "Controleer deze regel en de vorige: dubbele punten, aanhalingstekens, inspringen.",
            "De regels van YAML geven deze plaats geen betekenis.",
            "Zet waarden met leestekens tussen aanhalingstekens, en spring in met spaties, twee per niveau.",
        ),
    ),
    "yaml-unclosed-quote": _error(
        (
            "The quotation mark {mark} is never closed",
            "Put the closing {mark} at the end of the value.",
            "A value begins with a quotation mark and its end was not found, or was found in a later value.",
            "Close the quotation at the end of the value. Inside '…' an apostrophe is written twice: ''.",
        ),
        (
            "Het aanhalingsteken {mark} wordt niet gesloten",
            "Zet {mark} aan het eind van de waarde.",
            "Een waarde begint met een aanhalingsteken en het eind ontbreekt, of staat pas in een latere waarde.",
            "Sluit de waarde af met hetzelfde teken. Binnen '…' wordt een apostrof dubbel geschreven: ''.",
        ),
    ),
    "yaml-text-after-quote": _error(
        (
            "Text follows the closing quotation mark {mark}",
            "Put the whole value in quotation marks of the other kind.",
            "A value that begins with a quotation mark ends at the next one. What follows has no place.",
            "Put the whole value between the other marks: 'He said \"no\" twice'. Or write “ and ”, which YAML ignores. Inside '…' an apostrophe is written twice.",
        ),
        (
            "Er staat tekst na het sluitende aanhalingsteken {mark}",
            "Zet de hele waarde tussen aanhalingstekens van de andere soort.",
            "Een waarde die met een aanhalingsteken begint, eindigt bij het volgende. Wat daarna komt heeft geen plaats.",
            "Zet de hele waarde tussen de andere tekens: 'Hij zei \"nee\", tweemaal'. Of schrijf “ en ”, die YAML met rust laat. Binnen '…' wordt een apostrof dubbel geschreven.",
        ),
    ),
    "yaml-text-after-bracket": _error(
        (
            "Text follows the closing bracket {mark}",
            "Put the whole value in quotation marks.",
            "A value that begins with [ or { is a list or a mapping and ends at its bracket.",
            "If the bracket belongs to the text, as in a Markdown link, put the whole value in quotation marks.",
        ),
        (
            "Er staat tekst na de sluitende haak {mark}",
            "Zet de hele waarde tussen aanhalingstekens.",
            "Een waarde die begint met [ of { is een lijst of een groep sleutels en eindigt bij de haak.",
            "Hoort de haak bij de tekst, zoals bij een verwijzing in Markdown, zet dan de hele waarde tussen aanhalingstekens.",
        ),
    ),
    "yaml-conflict": _error(
        (
            "Two versions of these lines stand here, with the marks of git",
            "Keep the right lines, and delete <<<<<<<, ======= and >>>>>>> with what is wrong.",
            "Two people changed the same lines, and git put both versions in the file, to choose from.",
            "Between <<<<<<< and ======= stand your lines, between ======= and >>>>>>> those of the other.",
        ),
        (
            "Hier staan twee versies van dezelfde regels, met tekens van git",
            "Houd de goede regels, en verwijder <<<<<<<, ======= en >>>>>>> met wat niet klopt.",
            "Twee mensen hebben dezelfde regels veranderd, en git heeft beide versies in het bestand gezet om uit te kiezen.",
            "Tussen <<<<<<< en ======= staan uw regels, tussen ======= en >>>>>>> die van de ander.",
        ),
    ),
    "yaml-empty-item": _error(
        (
            "Nothing stands before this comma",
            "Write “–” before it where a cell is empty, or remove the comma.",
            "Between brackets a comma parts two values, so there must be one on each side.",
            "In a comparison “–” says that the sources say nothing. A comma too many can go.",
        ),
        (
            "Er staat niets voor deze komma",
            "Schrijf er “–” voor als een cel leeg is, of verwijder de komma.",
            "Tussen haken scheidt een komma twee waarden, dus aan elke kant moet er een staan.",
            "In een vergelijking zegt “–” dat de bronnen niets melden. Een komma te veel kan weg.",
        ),
    ),
    "yaml-at-in-list": _error(
        (
            "Between brackets a name stands without @",
            "Write {example}",
            "A list such as `cite` holds names of excerpts; [@name] is for running text, and YAML lets no value begin with @.",
            "Write the names alone, with commas between them: cite: [first, second].",
        ),
        (
            "Tussen haken staat een naam zonder @",
            "Schrijf {example}",
            "Een lijst als `cite` bevat namen van citaten; [@naam] is voor lopende tekst, en in YAML mag geen waarde met @ beginnen.",
            "Schrijf alleen de namen, met komma's ertussen: cite: [eerste, tweede].",
        ),
    ),
    "yaml-unclosed-bracket": _error(
        (
            "The bracket {mark} is never closed",
            "Close it, or put the value in quotation marks if it is text.",
            "A value that begins with [ or { is a list or a mapping, and needs a closing bracket, with commas between the items.",
            "Add the closing bracket or the missing comma; put text that begins with a bracket in quotation marks.",
        ),
        (
            "De haak {mark} wordt niet gesloten",
            "Sluit haar, of zet de waarde tussen aanhalingstekens als het tekst is.",
            "Een waarde die begint met [ of { is een lijst of een groep sleutels, en heeft een sluitende haak nodig, met komma's tussen de onderdelen.",
            "Zet de sluitende haak of de ontbrekende komma; zet tekst die met een haak begint tussen aanhalingstekens.",
        ),
    ),
    "yaml-colon-in-value": _error(
        (
            "A colon stands inside a value without quotation marks",
            "Put the value in straight quotation marks: {example}",
            "A colon followed by a space separates a key from its value, so a second one on the line has no meaning.",
            "Put the whole value in straight quotation marks, single or double.",
        ),
        (
            "Er staat een dubbele punt in een waarde zonder aanhalingstekens",
            "Zet de waarde tussen rechte aanhalingstekens: {example}",
            "Een dubbele punt met een spatie scheidt een sleutel van zijn waarde; een tweede op dezelfde regel heeft geen betekenis.",
            "Zet de hele waarde tussen rechte aanhalingstekens, enkele of dubbele.",
        ),
    ),
    "yaml-curly-quotes": _error(
        (
            "To YAML {mark} is no quotation mark, but a part of the text",
            "Write straight quotation marks in their place: {example}",
            "Word processors turn quotation marks into curly ones. YAML knows only the straight ones, \" and '.",
            "Replace the first and the last quotation mark of the value with straight ones. Those inside the text may stay.",
        ),
        (
            "Voor YAML is {mark} geen aanhalingsteken, maar een deel van de tekst",
            "Schrijf rechte aanhalingstekens in plaats van kromme: {example}",
            "Tekstverwerkers maken van aanhalingstekens kromme. YAML kent alleen de rechte, \" en '.",
            "Vervang het eerste en het laatste aanhalingsteken van de waarde door rechte. Die in de tekst mogen blijven.",
        ),
    ),
    "yaml-colon-space": _error(
        (
            "A space is missing after “{key}:”",
            "Write a space after the colon.",
            "Only a colon followed by a space or a line end separates a key from its value.",
            "Write “{key}: ” and then the value.",
        ),
        (
            "Er ontbreekt een spatie na “{key}:”",
            "Zet een spatie na de dubbele punt.",
            "Alleen een dubbele punt met een spatie of regeleinde erna scheidt een sleutel van zijn waarde.",
            "Schrijf “{key}: ” en dan de waarde.",
        ),
    ),
    "yaml-colon-missing": _error(
        (
            "A colon is missing in “{text}”",
            "Write “{key}: ”, with a colon and a space, and then the value.",
            "A line stands where a key belongs but has no colon.",
            "Add the colon after the key.",
        ),
        (
            "Er ontbreekt een dubbele punt in “{text}”",
            "Schrijf “{key}: ”, met een dubbele punt en een spatie, en dan de waarde.",
            "Een regel staat waar een sleutel hoort maar heeft geen dubbele punt.",
            "Zet de dubbele punt achter de sleutel.",
        ),
    ),
    "yaml-special-character": _error(
        (
            "A value may not begin with {mark} unless it is quoted",
            "Put the value in straight quotation marks: {example}",
            "YAML gives some characters a meaning at the start of a value: @ ` % * & ! | > [ ] { } , and ?.",
            "Put the whole value in quotation marks, or begin a long text with | and write it on the lines below.",
        ),
        (
            "Een waarde mag niet beginnen met {mark} zonder aanhalingstekens",
            "Zet de waarde tussen rechte aanhalingstekens: {example}",
            "YAML geeft sommige tekens een betekenis aan het begin van een waarde: @ ` % * & ! | > [ ] { } , en ?.",
            "Zet de hele waarde tussen aanhalingstekens, of begin een lange tekst met | en schrijf hem op de regels eronder.",
        ),
    ),
    "yaml-escape": _error(
        (
            "In double quotation marks {escape} has no meaning",
            "Use single quotation marks, or write the backslash twice.",
            "Between double quotation marks a backslash begins a code, such as \\n for a line break. This code does not exist.",
            "Put the value between single quotation marks: there a backslash is a backslash.",
        ),
        (
            "Tussen dubbele aanhalingstekens betekent {escape} niets",
            "Gebruik enkele aanhalingstekens, of schrijf de schuine streep dubbel.",
            "Tussen dubbele aanhalingstekens begint \\ een code, zoals \\n voor een nieuwe regel. Deze code bestaat niet.",
            "Zet de waarde tussen enkele aanhalingstekens: daar is \\ gewoon een schuine streep.",
        ),
    ),
}
