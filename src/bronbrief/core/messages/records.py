"""Messages about the records of sources, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "record-key-misspelt": Message(
        Severity.ERROR,
        Words(
            "A record has no key “{key}”",
            "Write {suggestion}, if that is what you meant.",
            "The record uses a key that is not known. Unknown keys are refused, so that a typing error does not lose a fact.",
            "Correct the spelling of the key.",
        ),
        Words(
            "Een record kent geen sleutel “{key}”",
            "Schrijf {suggestion}, als u dat bedoelde.",
            "Het record gebruikt een onbekende sleutel. Onbekende sleutels worden geweigerd, zodat een tikfout geen gegeven laat verdwijnen.",
            "Verbeter de spelling van de sleutel.",
        ),
    ),
    "record-key-unknown": Message(
        Severity.ERROR,
        Words(
            "A record has no key “{key}”",
            "Use one of these: {known}.",
            "The record uses a key that is not known. Unknown keys are refused, so that a typing error does not lose a fact.",
            "Use one of the known keys; what fits none of them can go in note.",
        ),
        Words(
            "Een record kent geen sleutel “{key}”",
            "Gebruik een van deze: {known}.",
            "Het record gebruikt een onbekende sleutel. Onbekende sleutels worden geweigerd, zodat een tikfout geen gegeven laat verdwijnen.",
            "Gebruik een van de bekende sleutels; wat nergens past, kan in note.",
        ),
    ),
    "record-key-missing": Message(
        Severity.ERROR,
        Words(
            "The record does not say its {key}",
            "Add a line “{key}: {form}”; replace what stands between < and >.",
            "A record must give title, title_basis, kind, lang and sha256. The rest may be left out where nobody knows it.",
            "Add the key. `sha256sum FILE` gives the checksum of a text.",
        ),
        Words(
            "Het record noemt geen {key}",
            "Voeg een regel “{key}: {form}” toe; vervang wat tussen < en > staat.",
            "Een record moet title, title_basis, kind, lang en sha256 geven. De rest mag wegblijven als niemand het weet.",
            "Voeg de sleutel toe. `sha256sum BESTAND` geeft het controlegetal van een tekst.",
        ),
    ),
    "record-value-missing": Message(
        Severity.ERROR,
        Words(
            "There is nothing after {key}",
            "Write the value, or remove the line if it is not known.",
            "A key of the record has an empty value. A fact that nobody knows is left out rather than left empty.",
            "Fill in the value. If the key is not one of title, title_basis, kind, lang and sha256, it can also be removed.",
        ),
        Words(
            "Er staat niets achter {key}",
            "Vul de waarde in, of verwijder de regel als die niet bekend is.",
            "Een sleutel van het record heeft een lege waarde. Een gegeven dat niemand weet blijft weg, en wordt niet leeg gelaten.",
            "Vul de waarde in. Andere sleutels dan title, title_basis, kind, lang en sha256 kunnen ook weg.",
        ),
    ),
    "record-not-text": Message(
        Severity.ERROR,
        Words(
            "{key} holds a list or mapping where text belongs",
            "Write the value as one text; put quotation marks around it if it holds a colon.",
            "The value was read as a list or as a mapping of keys to values. A colon followed by a space does that.",
            'Put the value between quotation marks: title: "Deel een: het begin".',
        ),
        Words(
            "{key} bevat een lijst of sleutels in plaats van tekst",
            "Schrijf de waarde als één tekst; zet er aanhalingstekens om als er een dubbele punt in staat.",
            "De waarde is gelezen als een lijst of als sleutels met waarden. Een dubbele punt met een spatie erna doet dat.",
            'Zet de waarde tussen aanhalingstekens: title: "Deel een: het begin".',
        ),
    ),
    "record-not-a-list": Message(
        Severity.ERROR,
        Words(
            "{key} must be a list",
            "Write {form}: square brackets, with commas between the values.",
            "This key may have several values, so it is always a list, also when there is one.",
            "Write the values between square brackets with commas, or one to a line after a hyphen.",
        ),
        Words(
            "{key} moet een lijst zijn",
            "Schrijf {form}: vierkante haken, met komma's tussen de waarden.",
            "Deze sleutel kan meer waarden hebben en is dus altijd een lijst, ook als het er één is.",
            "Schrijf de waarden tussen vierkante haken met komma's, of elk op een regel na een streepje.",
        ),
    ),
    "record-too-long": Message(
        Severity.ERROR,
        Words(
            "The value of {key} has more than {limit} characters",
            "Shorten it; the document itself belongs in the text file.",
            "A record holds facts about a document, each a line or a few. A very long value is nearly always a mistake.",
            "Move the text to where it belongs, and keep in the record what a reader needs to know.",
        ),
        Words(
            "De waarde van {key} heeft meer dan {limit} tekens",
            "Kort die in; het document zelf hoort in het tekstbestand.",
            "Een record bevat gegevens over een document, elk een regel of enkele. Een zeer lange waarde is bijna altijd een vergissing.",
            "Zet de tekst waar die hoort en laat in het record wat een lezer moet weten.",
        ),
    ),
    "record-not-one-of": Message(
        Severity.ERROR,
        Words(
            "“{value}” cannot stand behind {key}",
            "Write one of these: {allowed}.",
            "This key has a fixed set of values, because citations and templates depend on it.",
            "Choose the value that comes nearest. A title that you made up yourself is supplied.",
        ),
        Words(
            "“{value}” kan niet achter {key} staan",
            "Schrijf een van deze: {allowed}.",
            "Deze sleutel heeft vaste waarden, omdat bronvermeldingen en sjablonen ervan afhangen.",
            "Kies de waarde die er het dichtst bij komt. Een titel die u zelf bedacht hebt, is supplied.",
        ),
    ),
    "record-date": Message(
        Severity.ERROR,
        Words(
            "“{value}” is not a date that can be read",
            "Write {example}; add ~ for about, or /.. for on or after.",
            "Dates are written in EDTF, the extended date format of the Library of Congress, so that an uncertain date says that it is.",
            "Write year, month and day with hyphens, as far as they are known. 2021-03~ is about March 2021, 2020-09-18/.. is 18 September 2020 or later.",
        ),
        Words(
            "“{value}” is geen leesbare datum",
            "Schrijf {example}; met ~ voor ongeveer, of /.. voor op of na die dag.",
            "Datums staan in EDTF, het uitgebreide datumformaat van de Library of Congress, zodat een onzekere datum zegt dat hij onzeker is.",
            "Schrijf jaar, maand en dag met streepjes, voor zover bekend. 2021-03~ is rond maart 2021, 2020-09-18/.. is 18 september 2020 of later.",
        ),
    ),
    "record-url": Message(
        Severity.ERROR,
        Words(
            "“{value}” is not a web address",
            "Write the whole address, starting with https:// or http://, without spaces.",
            "The address is printed and linked, so only addresses of web pages are taken, without spaces, user names or passwords.",
            "Copy the address from the browser. Leave the line out if the document has no address.",
        ),
        Words(
            "“{value}” is geen webadres",
            "Schrijf het hele adres, beginnend met https:// of http://, zonder spaties.",
            "Het adres wordt gedrukt en is aan te klikken. Daarom mogen er alleen adressen van webpagina's staan, zonder spaties, gebruikersnaam of wachtwoord.",
            "Kopieer het adres uit de browser. Laat de regel weg als het document geen adres heeft.",
        ),
    ),
    "record-language": Message(
        Severity.ERROR,
        Words(
            "“{value}” is not a language code",
            "Write nl for Dutch, en for English, or a code such as fr or nl-BE.",
            "The language of a source tells screen readers how to speak its quotations. It is a code of two or three letters (BCP 47).",
            "Look the code up: nl, fr, de, en, ru, be (Belarusian), zh (Chinese).",
        ),
        Words(
            "“{value}” is geen taalcode",
            "Schrijf nl voor Nederlands, en voor Engels, of een code als fr of nl-BE.",
            "De taal van een bron vertelt voorleessoftware hoe citaten klinken. Het is een code van twee of drie letters (BCP 47).",
            "Zoek de code op: nl, fr, de, en, ru, be (Belarussisch), zh (Chinees).",
        ),
    ),
    "record-country": Message(
        Severity.ERROR,
        Words(
            "“{value}” is not a country code",
            "Write two capitals: BY for Belarus, CN for China, NL, BE.",
            "Countries are given by their code of two letters (ISO 3166-1), which is the same in every language.",
            "Look the code up. EU stands for the European Union.",
        ),
        Words(
            "“{value}” is geen landcode",
            "Schrijf twee hoofdletters: BY voor Belarus, CN voor China, NL, BE.",
            "Landen staan met hun code van twee letters (ISO 3166-1), die in elke taal dezelfde is.",
            "Zoek de code op. EU staat voor de Europese Unie.",
        ),
    ),
    "record-sha256": Message(
        Severity.ERROR,
        Words(
            "The sha256 is not 64 hexadecimal digits",
            "Copy the whole checksum that `sha256sum` gives for the text.",
            "The checksum proves that the text is still the one that was received. It has 64 digits from 0 to 9 and a to f.",
            "Run `sha256sum` on the text file and copy the 64 digits. Check first that the text is as you received it.",
        ),
        Words(
            "De sha256 bestaat niet uit 64 hexadecimale cijfers",
            "Kopieer het hele controlegetal dat `sha256sum` voor de tekst geeft.",
            "Het controlegetal bewijst dat de tekst nog is zoals die ontvangen is. Het heeft 64 cijfers van 0 tot 9 en a tot f.",
            "Draai `sha256sum` op het tekstbestand en kopieer de 64 cijfers. Ga eerst na of de tekst is zoals u die ontving.",
        ),
    ),
}
