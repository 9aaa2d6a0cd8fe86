"""Messages about reading YAML, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: tuple[str, str, str, str], nl: tuple[str, str, str, str]) -> Message:
    return Message(Severity.ERROR, Words(*en), Words(*nl))


MESSAGES: dict[str, Message] = {
    "yaml-not-utf8": _error(
        (
            "The file is not UTF-8: byte {byte} has no meaning here",
            "Save the file as UTF-8 in your editor.",
            "YAML files are read as UTF-8. Older Windows programs save in another encoding, in which é and ë are other bytes.",
            "Choose “Save with encoding” and UTF-8, check the accented letters and save again.",
        ),
        (
            "Het bestand is geen UTF-8: byte {byte} betekent hier niets",
            "Sla het bestand op als UTF-8.",
            "YAML-bestanden worden gelezen als UTF-8. Oudere Windows-programma's gebruiken een andere codering, waarin é en ë andere bytes zijn.",
            "Kies “Opslaan met codering” en UTF-8, controleer de letters met accenten en sla opnieuw op.",
        ),
    ),
    "yaml-control-character": _error(
        (
            "The character {name} may not stand in a YAML file",
            "Delete it: it is invisible and often comes along with pasted text.",
            "Control characters, stray byte order marks and the line separators U+0085, U+2028 and U+2029 are invisible, and cannot be printed.",
            "Delete the character at the place shown, or retype the few characters around it.",
        ),
        (
            "Het teken {name} mag niet in een YAML-bestand staan",
            "Verwijder het: het is onzichtbaar en komt vaak mee met geplakte tekst.",
            "Besturingstekens, verdwaalde byte-ordetekens en de regelscheidingen U+0085, U+2028 en U+2029 zijn onzichtbaar en niet af te drukken.",
            "Verwijder het teken op de aangewezen plaats, of typ de tekens eromheen opnieuw.",
        ),
    ),
    "yaml-empty": _error(
        (
            "The file holds nothing",
            "Write at least one key with a value, such as “title: …”.",
            "The file is empty, or has only comments.",
            "Fill the file, or remove it.",
        ),
        (
            "Het bestand is leeg",
            "Schrijf ten minste één sleutel met een waarde, zoals “title: …”.",
            "Het bestand is leeg, of bevat alleen commentaar.",
            "Vul het bestand, of verwijder het.",
        ),
    ),
    "yaml-not-a-mapping": _error(
        (
            "The file must consist of keys with values",
            "Begin lines with a key and a colon, such as “title: …”.",
            "At its top the file has a list or a single text, where keys with values belong.",
            "Write each part under its key. A leading “- ” makes a list; leave it out at the top.",
        ),
        (
            "Het bestand moet bestaan uit sleutels met waarden",
            "Begin regels met een sleutel en een dubbele punt, zoals “title: …”.",
            "Bovenaan het bestand staat een lijst of een losse tekst, waar sleutels met waarden horen.",
            "Schrijf elk onderdeel onder zijn sleutel. “- ” vooraan maakt een lijst; laat dat bovenaan weg.",
        ),
    ),
    "yaml-several-documents": _error(
        (
            "A second document begins here",
            "Remove the line “---”, or make two files.",
            "In YAML, “---” on a line of its own begins another document. A file here holds one.",
            "Remove the line, or move what follows to a file of its own.",
        ),
        (
            "Hier begint een tweede document",
            "Verwijder de regel “---”, of maak twee bestanden.",
            "In YAML begint “---” op een eigen regel een nieuw document. Een bestand bevat er hier één.",
            "Verwijder de regel, of verplaats wat volgt naar een eigen bestand.",
        ),
    ),
    "yaml-too-deep": _error(
        (
            "More than {limit} levels inside each other",
            "Check the brackets and the indentation.",
            "The file nests lists or mappings deeper than any brief needs.",
            "Look for brackets that were never closed. No brief needs more than ten levels.",
        ),
        (
            "Meer dan {limit} niveaus in elkaar",
            "Controleer de haken en het inspringen.",
            "Het bestand nest lijsten of sleutels dieper dan enige brief nodig heeft.",
            "Zoek naar haken die nooit gesloten zijn. Geen brief heeft meer dan tien niveaus nodig.",
        ),
    ),
    "yaml-too-many-values": _error(
        (
            "More than {limit} values in one file",
            "Split the file, or check that it is the one you meant.",
            "The file holds more values than any brief needs. The limit keeps a hostile file from filling the memory.",
            "Use a smaller file.",
        ),
        (
            "Meer dan {limit} waarden in één bestand",
            "Splits het bestand, of ga na of dit het bedoelde is.",
            "Het bestand bevat meer waarden dan enige brief nodig heeft. De grens voorkomt dat een vijandig bestand het geheugen vult.",
            "Gebruik een kleiner bestand.",
        ),
    ),
    "yaml-too-many-findings": _error(
        (
            "Further findings about this file are not shown",
            "Mend those that are shown, then check again.",
            "So much is wrong with the file that a list of all of it would help nobody.",
            "Perhaps this is another file than you meant. Else start from one that `bronbrief new` writes.",
        ),
        (
            "Verdere bevindingen over dit bestand blijven weg",
            "Herstel wat getoond wordt en controleer opnieuw.",
            "Er is zo veel mis met het bestand dat een lijst van alles niemand zou helpen.",
            "Misschien is dit niet het bedoelde bestand. Begin anders met een bestand dat `bronbrief new` schrijft.",
        ),
    ),
    "yaml-alias": _error(
        (
            "The alias *{name} is not allowed",
            "Put the value in quotation marks, or write it out in full.",
            "A value that begins with an asterisk refers, in YAML, to another value. Such references are refused: they hide what a brief says, and can make a small file endless.",
            "Is it Markdown emphasis? Put the whole value in quotation marks. Is it a reference? Repeat the value, or put it in briefs/_defaults.yaml.",
        ),
        (
            "De verwijzing *{name} is niet toegestaan",
            "Zet de waarde tussen aanhalingstekens, of schrijf haar voluit.",
            "Een waarde die begint met een sterretje verwijst in YAML naar een andere waarde. Zulke verwijzingen worden geweigerd: zij verbergen wat een brief zegt en kunnen een klein bestand eindeloos maken.",
            "Is het nadruk in Markdown? Zet de hele waarde tussen aanhalingstekens. Is het een verwijzing? Herhaal de waarde, of zet haar in briefs/_defaults.yaml.",
        ),
    ),
    "yaml-anchor": _error(
        (
            "The anchor &{name} is not allowed",
            "Put the value in quotation marks, or remove &{name}.",
            "A value that begins with & gets a name in YAML, by which other values can refer to it. Such references are refused.",
            "Put a value that really begins with & in quotation marks; otherwise remove the name.",
        ),
        (
            "Het anker &{name} is niet toegestaan",
            "Zet de waarde tussen aanhalingstekens, of verwijder &{name}.",
            "Een waarde die begint met & krijgt in YAML een naam, waarnaar andere waarden kunnen verwijzen. Zulke verwijzingen worden geweigerd.",
            "Zet een waarde die echt met & begint tussen aanhalingstekens; verwijder anders de naam.",
        ),
    ),
    "yaml-tag": _error(
        (
            "The tag {tag} is not allowed",
            "Put the value in quotation marks, or remove the tag.",
            "A value that begins with an exclamation mark has, in YAML, a type tag. All values here are plain text, lists and mappings.",
            "A quotation such as ![[name]] at the start of a value needs quotation marks around the whole value, or a block that begins with |.",
        ),
        (
            "Het typelabel {tag} is niet toegestaan",
            "Zet de waarde tussen aanhalingstekens, of verwijder het label.",
            "Een waarde die begint met een uitroepteken heeft in YAML een typelabel. Alle waarden zijn hier gewone tekst, lijsten en sleutels.",
            "Een citaat als ![[naam]] aan het begin van een waarde vraagt aanhalingstekens om de hele waarde, of een blok dat met | begint.",
        ),
    ),
    "yaml-key-not-text": _error(
        (
            "This key is not a text",
            "Write a word before the colon.",
            "A key is empty, or is itself a list or a mapping.",
            "Give the value a key that is a word, or put the value in quotation marks if the colon belongs to it.",
        ),
        (
            "Deze sleutel is geen tekst",
            "Schrijf een woord voor de dubbele punt.",
            "Een sleutel is leeg, of is zelf een lijst of een groep sleutels.",
            "Geef de waarde een woord als sleutel, of zet de waarde tussen aanhalingstekens als de dubbele punt erbij hoort.",
        ),
    ),
    "yaml-merge-key": _error(
        (
            "The merge key << is not allowed",
            "Write the keys out, or put them in briefs/_defaults.yaml.",
            "The key << copies keys from elsewhere in the file. That is refused: a reader must see what a brief says.",
            "Write the keys out where they belong, or put what all briefs share in briefs/_defaults.yaml.",
        ),
        (
            "De samenvoegsleutel << is niet toegestaan",
            "Schrijf de sleutels uit, of zet ze in briefs/_defaults.yaml.",
            "De sleutel << neemt sleutels over van elders in het bestand. Dat wordt geweigerd: een lezer moet zien wat een brief zegt.",
            "Schrijf de sleutels uit waar ze horen, of zet wat alle brieven delen in briefs/_defaults.yaml.",
        ),
    ),
    "yaml-duplicate-key": _error(
        (
            "“{key}” is given twice",
            "Remove one of the two, give one another name, or put both under one “{key}”.",
            "A mapping has the same key twice. Only one of the values could count, and which is not for a program to guess.",
            "Remove one, or join them: entries of a list go under one key. Two excerpts need two names.",
        ),
        (
            "“{key}” staat er twee keer",
            "Verwijder een van de twee, geef er een een andere naam, of zet beide onder één “{key}”.",
            "Dezelfde sleutel staat twee keer op hetzelfde niveau. Slechts één waarde kan gelden, en een programma hoort niet te raden welke.",
            "Verwijder er een, of voeg ze samen: onderdelen van een lijst horen onder één sleutel. Twee citaten hebben twee namen nodig.",
        ),
    ),
}
