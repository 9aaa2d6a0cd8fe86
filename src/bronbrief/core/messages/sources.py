"""Messages about sources, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "source-not-utf8": Message(
        Severity.ERROR,
        Words(
            "Byte {byte} at line {line}, column {column} is not UTF-8",
            "Save the document as plain text in UTF-8 (in Word: Save as, Plain text, encoding Unicode UTF-8).",
            "A source is read as UTF-8, strictly: a byte that does not fit would print as a wrong character in a quotation.",
            "Convert the file to UTF-8 from the encoding it was saved in, check the accented letters, and put the new sha256 in its record.",
        ),
        Words(
            "Byte {byte} op regel {line}, kolom {column} is geen UTF-8",
            "Sla het document op als platte tekst in UTF-8 (in Word: Opslaan als, Tekst zonder opmaak, codering Unicode UTF-8).",
            "Een bron wordt strikt als UTF-8 gelezen: een byte die daar niet in past, zou als een verkeerd teken in een citaat komen.",
            "Zet het bestand om naar UTF-8 vanuit de codering waarin het was opgeslagen, controleer de letters met accenten en zet de nieuwe sha256 in het record.",
        ),
    ),
    "source-empty": Message(
        Severity.ERROR,
        Words(
            "The source is an empty file",
            "Put the text of the document in the file, or remove the file.",
            "A file in seeds/ has no bytes at all. Often a copy or a download was broken off.",
            "Copy the document again from where it came, and put its sha256 in the record.",
        ),
        Words(
            "De bron is een leeg bestand",
            "Zet de tekst van het document in het bestand, of verwijder het bestand.",
            "Een bestand in seeds/ bevat geen enkele byte. Vaak is een kopie of download afgebroken.",
            "Kopieer het document opnieuw van de plaats waar het vandaan kwam en zet de sha256 in het record.",
        ),
    ),
    "source-without-passages": Message(
        Severity.ERROR,
        Words(
            "There is no text in {path}",
            "Put the text of the document in the file, or remove the file.",
            "The file holds only white space, invisible characters or a date header: there is nothing to quote.",
            "Copy the document's text again. A scanned PDF has no text of its own: run text recognition first.",
        ),
        Words(
            "Er staat geen tekst in {path}",
            "Zet de tekst van het document in het bestand, of verwijder het bestand.",
            "Het bestand bevat alleen witruimte, onzichtbare tekens of een datumregel: er valt niets te citeren.",
            "Kopieer de tekst van het document opnieuw. Een gescande pdf heeft zelf geen tekst: pas eerst tekstherkenning toe.",
        ),
    ),
    "source-hidden-character": Message(
        Severity.WARNING,
        Words(
            "Hidden character {point} {name}, {count} in all",
            "Look at the text around it before you quote from there; what you see may not be what is printed.",
            "Control characters, zero-width characters and marks that turn the direction of text do not show on the screen. They can make a text read otherwise than it is stored, by accident or by design.",
            "Quote other words, or ask the publisher for a clean text. If you replace the file by a clean copy, put its sha256 in the record.",
        ),
        Words(
            "Onzichtbaar teken {point} {name}, {count} in totaal",
            "Bekijk de tekst eromheen voordat u daaruit citeert; wat u ziet, is misschien niet wat er gedrukt wordt.",
            "Stuurtekens, tekens zonder breedte en tekens die de leesrichting omkeren zijn op het scherm niet te zien. Ze kunnen een tekst anders laten lezen dan hij is opgeslagen, per ongeluk of met opzet.",
            "Citeer andere woorden, of vraag de uitgever om een schone tekst. Vervangt u het bestand door een schone kopie, zet dan de sha256 daarvan in het record.",
        ),
    ),
    "source-mangled-text": Message(
        Severity.WARNING,
        Words(
            "“{found}” was “{meant}”: read in the wrong encoding ({count}×)",
            "Save the original as UTF-8 and add it again; quotations would print “{found}”.",
            "The bytes of a text in UTF-8 were once read as Windows-1252 and saved so. Letters with accents, quotation marks and the euro sign then show as two or three strange characters.",
            "Ask for the original and save it as UTF-8. Bronbrief changes nothing in a source: what stands there is what is quoted.",
        ),
        Words(
            "“{found}” was “{meant}”: in de verkeerde codering gelezen ({count}×)",
            "Bewaar het origineel als UTF-8 en voeg het opnieuw toe; citaten zouden “{found}” tonen.",
            "De bytes van een tekst in UTF-8 zijn ooit gelezen als Windows-1252 en zo bewaard. Letters met accenten, aanhalingstekens en het euroteken worden dan twee of drie vreemde tekens.",
            "Vraag het origineel op en bewaar het als UTF-8. Bronbrief verandert niets aan een bron: wat er staat, is wat er geciteerd wordt.",
        ),
    ),
    "source-name": Message(
        Severity.ERROR,
        Words(
            "{path} cannot be the name of a source",
            "Rename the file to {suggestion}.",
            "The file's name is the id by which briefs refer to the source. An id has lower-case letters without accents and digits, joined by single hyphens, at most 80 in all.",
            "Rename the text and its record alike. A short name with the subject and the year serves best.",
        ),
        Words(
            "{path} kan geen naam van een bron zijn",
            "Hernoem het bestand tot {suggestion}.",
            "De bestandsnaam is het kenmerk waarmee brieven naar de bron verwijzen. Een kenmerk heeft kleine letters zonder accenten en cijfers, verbonden door enkele koppeltekens, samen ten hoogste 80.",
            "Hernoem de tekst en het record allebei. Een korte naam met onderwerp en jaartal werkt het best.",
        ),
    ),
    "source-not-taken-in": Message(
        Severity.HINT,
        Words(
            "{path} is not read: it was not taken in",
            "Run `bronbrief add {path}`, and then remove it: a copy is kept beside the text.",
            "Quotations are cut from plain text. `add` takes the text out of a document and writes its record.",
            "Take the document in with `bronbrief add`. Remove it from seeds/ if you do not want to quote it, or have taken it in.",
        ),
        Words(
            "{path} wordt niet gelezen: het is niet opgenomen",
            "Geef `bronbrief add {path}`, en verwijder het dan: naast de tekst blijft een kopie staan.",
            "Citaten komen uit platte tekst. `add` haalt de tekst uit een document en schrijft het record.",
            "Neem het document op met `bronbrief add`. Verwijder het uit seeds/ als u er niet uit wilt citeren, of als het al is opgenomen.",
        ),
    ),
    "source-ending": Message(
        Severity.HINT,
        Words(
            "{path} is not read: its name must end in {ending}",
            "Rename it to {name}.",
            "The text of a source ends in .txt and its record in .yaml, in small letters.",
            "Give the file the ending that is named. If there is a file of that name already, remove one of the two.",
        ),
        Words(
            "{path} wordt niet gelezen: de naam moet eindigen op {ending}",
            "Hernoem het tot {name}.",
            "De tekst van een bron eindigt op .txt en het record op .yaml, in kleine letters.",
            "Geef het bestand de extensie die genoemd wordt. Is er al een bestand met die naam, verwijder dan een van de twee.",
        ),
    ),
    "source-not-read": Message(
        Severity.HINT,
        Words(
            "{path} is not read: it is no .txt or .yaml",
            "Save the document as plain text (.txt, UTF-8) beside it if you want to quote it.",
            "Sources are plain text files whose names end in .txt, in lower case. Other files in seeds/ are left alone.",
            "Save or export the document as plain text under the same name, and write a record for it.",
        ),
        Words(
            "{path} wordt niet gelezen: het is geen .txt of .yaml",
            "Sla het document ernaast op als platte tekst (.txt, UTF-8) als u eruit wilt citeren.",
            "Bronnen zijn platte tekstbestanden waarvan de naam eindigt op .txt, in kleine letters. Andere bestanden in seeds/ blijven ongemoeid.",
            "Sla het document onder dezelfde naam op als platte tekst, of exporteer het zo, en schrijf er een record bij.",
        ),
    ),
    "source-without-record": Message(
        Severity.ERROR,
        Words(
            "{path} has no record",
            "Run `bronbrief add {path}`, or write {record} with at least the lines below.",
            "Beside each text in seeds/ stands a record with the same name and .yaml: where the document comes from, and the checksum of the file. Without it a quotation cannot be attributed.",
            "Paste the lines into the new file and correct the title, its basis and the kind. Add publisher, date and url where you know them.",
        ),
        Words(
            "{path} heeft geen record",
            "Geef `bronbrief add {path}`, of schrijf {record} met ten minste de regels hieronder.",
            "Naast elke tekst in seeds/ staat een record met dezelfde naam en .yaml: waar het document vandaan komt, en het controlegetal van het bestand. Zonder record heeft een citaat geen herkomst.",
            "Plak de regels in het nieuwe bestand en verbeter de titel, de grond daarvan en de soort. Voeg publisher, date en url toe als u die weet.",
        ),
    ),
    "record-without-source": Message(
        Severity.ERROR,
        Words(
            "There is no {path} for this record",
            "Put the text there, or remove the record.",
            "A record in seeds/ describes a text with the same name and .txt, and that text is not there.",
            "Add the text under that name, byte for byte as it was received, or rename or remove the record.",
        ),
        Words(
            "Er is geen {path} bij dit record",
            "Zet de tekst daar neer, of verwijder het record.",
            "Een record in seeds/ beschrijft een tekst met dezelfde naam en .txt, en die tekst is er niet.",
            "Voeg de tekst toe onder die naam, byte voor byte zoals ontvangen, of hernoem of verwijder het record.",
        ),
    ),
    "source-changed": Message(
        Severity.ERROR,
        Words(
            "The text changed: sha256 is {found}, not {recorded}",
            "Restore {path} as it was received, or, if this is the right text, record sha256: {sha256}",
            "The record holds the checksum of the file as it was received. The file now has another, so the evidence is not what it was when the record was made.",
            "Find out what changed, for instance with git diff. Editors may alter line ends or trailing spaces on saving. Only when the new text is the true one, put its checksum in the record and check the quotations again.",
        ),
        Words(
            "De tekst is veranderd: sha256 is {found}, niet {recorded}",
            "Herstel {path} zoals het ontvangen is of, als dit de juiste tekst is, noteer sha256: {sha256}",
            "Het record bevat het controlegetal van het bestand zoals het ontvangen is. Het bestand heeft nu een ander getal: het bewijs is niet meer wat het was toen het record gemaakt werd.",
            "Zoek uit wat er veranderd is, bijvoorbeeld met git diff. Tekstverwerkers kunnen bij het opslaan regeleinden of spaties wijzigen. Alleen als de nieuwe tekst de juiste is, hoort het nieuwe controlegetal in het record; controleer dan ook de citaten.",
        ),
    ),
}
