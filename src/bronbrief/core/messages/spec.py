"""Messages about the keys of a spec, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: tuple[str, str, str, str], nl: tuple[str, str, str, str]) -> Message:
    return Message(Severity.ERROR, Words(*en), Words(*nl))


MESSAGES: dict[str, Message] = {
    "spec-item-split": _error(
        (
            "“{key}” belongs to the item above: no dash before it",
            "Begin this line with {spaces} spaces in the place of the dash, and indent what follows as far.",
            "A dash begins a new item. Here the item above lacks what this one has, and this one what that one has.",
            "Write one dash for each item, before its first key; its other keys stand right below that key.",
        ),
        (
            "“{key}” hoort bij het onderdeel erboven: geen streepje ervoor",
            "Begin deze regel met {spaces} spaties in plaats van het streepje, en laat wat volgt even ver inspringen.",
            "Een streepje begint een nieuw onderdeel. Hier mist het onderdeel erboven wat dit heeft, en dit wat dat heeft.",
            "Schrijf één streepje per onderdeel, voor de eerste sleutel; de andere sleutels staan daar recht onder.",
        ),
    ),
    "spec-unknown-key": _error(
        (
            "Unknown key “{key}”",
            "Remove it, or use one of: {allowed}.",
            "A key stands where it has no meaning. Keys are refused rather than ignored, so that a slip cannot silently drop a part of the brief.",
            "Correct the key, or remove it. `bronbrief schema` lets an editor propose the keys as you type.",
        ),
        (
            "Onbekende sleutel “{key}”",
            "Verwijder hem, of gebruik een van: {allowed}.",
            "Er staat een sleutel waar hij geen betekenis heeft. Sleutels worden geweigerd in plaats van genegeerd, zodat een vergissing niet stil een deel van de brief laat vallen.",
            "Verbeter de sleutel, of verwijder hem. Met `bronbrief schema` stelt een editor de sleutels voor tijdens het typen.",
        ),
    ),
    "spec-misspelt-key": _error(
        (
            "Unknown key “{key}”",
            "Write “{near}” instead.",
            "A key is not known here, but another is very like it, or means the same in Dutch.",
            "Use the key that is proposed. Keys are English words; the values are yours.",
        ),
        (
            "Onbekende sleutel “{key}”",
            "Schrijf “{near}”.",
            "Een sleutel is hier niet bekend, maar een andere lijkt er sterk op of betekent hetzelfde.",
            "Gebruik de voorgestelde sleutel. Sleutels zijn Engelse woorden; de waarden zijn van u.",
        ),
    ),
    "spec-key-elsewhere": _error(
        (
            "The key “{key}” does not belong here",
            "Move it under “{home}”.",
            "The key exists, but at another level of the spec.",
            "Move the key and what is under it, and check the indentation.",
        ),
        (
            "De sleutel “{key}” hoort hier niet",
            "Verplaats hem naar “{home}”.",
            "De sleutel bestaat, maar op een ander niveau.",
            "Verplaats de sleutel met wat eronder staat, en controleer het inspringen.",
        ),
    ),
    "spec-key-misplaced": _error(
        (
            "The key “{key}” belongs to “{home}”",
            "Begin this line with {spaces} spaces, and move what stands below it as far.",
            "The key stands too far to the left or to the right, and so belongs to another part of the spec.",
            "Give the key the same indentation as the others of its part. What stands below it moves along.",
        ),
        (
            "De sleutel “{key}” hoort bij “{home}”",
            "Begin deze regel met {spaces} spaties, en schuif wat eronder staat even ver mee.",
            "De sleutel staat te ver naar links of naar rechts, en hoort daardoor bij een ander deel.",
            "Geef de sleutel dezelfde inspringing als de andere van zijn deel. Wat eronder staat, schuift mee.",
        ),
    ),
    "spec-key-of-the-top": _error(
        (
            "The key “{key}” does not belong here",
            "Move it to the top of the spec, without indentation, and what is under it along.",
            "The key exists, but only at the top of the spec.",
            "Move the key and what is under it to the left margin.",
        ),
        (
            "De sleutel “{key}” hoort hier niet",
            "Verplaats hem naar het hoogste niveau, zonder inspringen, en schuif wat eronder staat mee.",
            "De sleutel bestaat, maar alleen op het hoogste niveau.",
            "Verplaats de sleutel met wat eronder staat naar de linkermarge.",
        ),
    ),
    "spec-missing-key": _error(
        (
            "The key “{key}” is missing",
            "Add “{key}: {example}” here; replace what stands between < and >.",
            "A key is missing that this part of the spec cannot do without.",
            "Add the key with a value. The reference lists which keys are required. What all briefs share may stand in briefs/_defaults.yaml.",
        ),
        (
            "De sleutel “{key}” ontbreekt",
            "Voeg hier “{key}: {example}” toe; vervang wat tussen < en > staat.",
            "Er ontbreekt een sleutel die hier onmisbaar is.",
            "Voeg de sleutel toe met een waarde. De naslag zegt welke sleutels verplicht zijn. Wat alle brieven delen mag in briefs/_defaults.yaml staan.",
        ),
    ),
    "spec-empty-value": _error(
        (
            "“{key}” has no value",
            "Write the value after the colon: “{key}: {example}”; replace what stands between < and >.",
            "A required key is there, but nothing stands after its colon.",
            "Write the value on the same line, or indented on the lines below.",
        ),
        (
            "“{key}” heeft geen waarde",
            "Schrijf de waarde na de dubbele punt: “{key}: {example}”; vervang wat tussen < en > staat.",
            "Een verplichte sleutel staat er wel, maar na de dubbele punt staat niets.",
            "Schrijf de waarde op dezelfde regel, of ingesprongen op de regels eronder.",
        ),
    ),
    "spec-empty-text": _error(
        (
            "Here is no text",
            "Write the text, or remove the line.",
            "A value or an item of a list is empty or holds only white space.",
            "Write the text. For an empty cell of a comparison write “–”.",
        ),
        (
            "Hier staat geen tekst",
            "Schrijf de tekst, of verwijder de regel.",
            "Een waarde of onderdeel van een lijst is leeg of bevat alleen witruimte.",
            "Schrijf de tekst. Schrijf voor een lege cel van een vergelijking “–”.",
        ),
    ),
    "spec-value-is-comment": _error(
        (
            "“{key}” has no value: # begins a comment",
            'Put it in quotation marks: {key}: "{text}".',
            "In YAML a # after a space begins a comment, so the value was not read. This often happens to colours.",
            "Put the value in quotation marks. If it really is a comment, write a space after the #.",
        ),
        (
            "“{key}” heeft geen waarde: # begint commentaar",
            'Zet de waarde tussen aanhalingstekens: {key}: "{text}".',
            "In YAML begint een # na een spatie commentaar, dus de waarde is niet gelezen. Dat gebeurt vaak bij kleuren.",
            "Zet de waarde tussen aanhalingstekens. Is het echt commentaar, zet dan een spatie na de #.",
        ),
    ),
}
