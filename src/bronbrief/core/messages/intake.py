"""Messages about taking documents in as sources, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "document-kind": Message(
        Severity.ERROR,
        Words(
            "{name} is of a kind that cannot be taken in: {suffix}",
            "Save it as one of these: {known}.",
            "Documents are read by the ending of their names, and this ending is not among those that Bronbrief can read.",
            "Open the document in the program that made it and save it as PDF or Word (.docx), or copy its text into a .txt file in UTF-8. Older .doc, .odt and .rtf files can be saved as .docx from any word processor.",
        ),
        Words(
            "{name} is van een soort die niet opgenomen kan worden: {suffix}",
            "Sla het op als een van deze soorten: {known}.",
            "Documenten worden gelezen naar het einde van hun naam, en dit einde hoort niet bij wat Bronbrief kan lezen.",
            "Open het document in het programma waarmee het gemaakt is en sla het op als pdf of Word (.docx), of zet de tekst in een .txt-bestand in UTF-8. Oudere .doc-, .odt- en .rtf-bestanden zijn uit elke tekstverwerker als .docx op te slaan.",
        ),
    ),
    "document-note-calls": Message(
        Severity.HINT,
        Words(
            "Calls to notes that were left out of {name}: {count}",
            "Check that nothing else went with them; they read: {calls}.",
            "A raised number or sign that leads to a note is no word of the text, and would stick to the word before it. The notes themselves are in the text.",
            "Search the text in seeds/ for a place where a number is missing. If something was left out that belongs to the text, save the document as a .txt file in UTF-8 with it, and add that.",
        ),
        Words(
            "Nootverwijzingen die uit {name} zijn weggelaten: {count}",
            "Controleer of er niets anders mee wegviel; er stond: {calls}.",
            "Een verhoogd cijfer of teken dat naar een noot leidt, is geen woord van de tekst en zou aan het woord ervoor vastzitten. De noten zelf staan in de tekst.",
            "Zoek in de tekst in seeds/ naar een plaats waar een getal ontbreekt. Is er iets weggelaten dat bij de tekst hoort, sla het document dan met dat erbij op als .txt-bestand in UTF-8 en voeg dat toe.",
        ),
    ),
    "document-missing": Message(
        Severity.ERROR,
        Words(
            "There is no file {name}",
            "Check the path; it is read from the folder that you are in.",
            "The document to take in does not exist, or is a folder.",
            "Correct the path. A name with spaces needs quotation marks on the command line.",
        ),
        Words(
            "Er is geen bestand {name}",
            "Controleer het pad; het wordt gelezen vanaf de map waarin u bent.",
            "Het document dat opgenomen moet worden bestaat niet, of is een map.",
            "Verbeter het pad. Een naam met spaties heeft op de opdrachtregel aanhalingstekens nodig.",
        ),
    ),
    "document-is-address": Message(
        Severity.ERROR,
        Words(
            "{name} is an address, not a file",
            "Save the page from your browser, then add the file with --url and the address.",
            "Bronbrief fetches nothing from the web: what you have seen and saved is the evidence.",
            "Save the page as HTML or PDF in the browser, and give `bronbrief add page.html --url ADDRESS`.",
        ),
        Words(
            "{name} is een adres, geen bestand",
            "Sla de pagina op vanuit uw browser en voeg het bestand toe, met --url en het adres.",
            "Bronbrief haalt niets van het web: wat u gezien en opgeslagen hebt, is het bewijs.",
            "Sla de pagina in de browser op als HTML of pdf, en geef `bronbrief add pagina.html --url ADRES`.",
        ),
    ),
    "document-unreadable": Message(
        Severity.ERROR,
        Words(
            "{name} cannot be read as what its name says",
            "Open it in its own program and save it anew; the reading said: {reason}",
            "The file is damaged, or is of another kind than the ending of its name says.",
            "Open the document in the program that made it. If it opens, save it under another name and add that; if not, get it again from where it came.",
        ),
        Words(
            "{name} is niet te lezen als wat de naam zegt",
            "Open het in zijn eigen programma en sla het opnieuw op; het lezen gaf: {reason}",
            "Het bestand is beschadigd, of van een andere soort dan het einde van de naam zegt.",
            "Open het document in het programma waarmee het gemaakt is. Lukt dat, sla het dan op onder een andere naam en voeg dat toe; zo niet, haal het opnieuw waar het vandaan kwam.",
        ),
    ),
    "document-locked": Message(
        Severity.ERROR,
        Words(
            "{name} is locked with a password",
            "Save a copy without a password, and add that.",
            "The document is encrypted, and its text cannot be read without the password.",
            "Open it with the password and print it to a new PDF, or ask whoever sent it for an open copy.",
        ),
        Words(
            "{name} is met een wachtwoord beveiligd",
            "Sla een kopie zonder wachtwoord op en voeg die toe.",
            "Het document is versleuteld, en zonder wachtwoord is de tekst niet te lezen.",
            "Open het met het wachtwoord en druk het af naar een nieuwe pdf, of vraag de afzender om een open kopie.",
        ),
    ),
    "document-hostile": Message(
        Severity.ERROR,
        Words(
            "{name} holds what an honest document does not",
            "Ask whoever sent it for a PDF; it was not read further: {reason}",
            "The document unpacks to far more than documents do, or declares entities in its XML. Both are ways to make a reading program fail or give away files.",
            "If you trust the sender, open the document in a word processor and save it anew as .docx or PDF.",
        ),
        Words(
            "{name} bevat wat een eerlijk document niet bevat",
            "Vraag de afzender om een pdf; het is niet verder gelezen: {reason}",
            "Het document wordt uitgepakt veel groter dan documenten zijn, of verklaart entiteiten in zijn XML. Met beide kan een leesprogramma vastlopen of bestanden prijsgeven.",
            "Vertrouwt u de afzender, open het document dan in een tekstverwerker en sla het opnieuw op als .docx of pdf.",
        ),
    ),
    "document-too-heavy": Message(
        Severity.ERROR,
        Words(
            "Reading {name} takes more time or memory than is allowed",
            "Split the document, or copy the text that you need into a .txt file ({reason}).",
            "Documents are read with limited memory and time, so that a damaged or hostile one cannot stop the machine.",
            "Export the pages that you need to a document of their own, and add that.",
        ),
        Words(
            "{name} lezen kost meer tijd of geheugen dan toegestaan",
            "Splits het document, of zet de tekst die u nodig hebt in een .txt-bestand ({reason}).",
            "Documenten worden met beperkt geheugen en beperkte tijd gelezen, zodat een beschadigd of vijandig document de machine niet kan stilleggen.",
            "Maak van de bladzijden die u nodig hebt een eigen document, en voeg dat toe.",
        ),
    ),
    "document-scan": Message(
        Severity.ERROR,
        Words(
            "There is no text in {name}: it looks like a scan",
            "Run text recognition first (such as `ocrmypdf`), check the result, and add that.",
            "The PDF holds pictures of pages and no characters, so there is nothing to quote.",
            "Ask the sender for the document itself rather than a scan. Otherwise let text recognition add the text, and compare what you quote with the picture: recognition makes mistakes.",
        ),
        Words(
            "Er staat geen tekst in {name}: het lijkt een scan",
            "Gebruik eerst tekstherkenning (zoals `ocrmypdf`), kijk het resultaat na en voeg dat toe.",
            "De pdf bevat afbeeldingen van bladzijden en geen letters, dus er valt niets te citeren.",
            "Vraag de afzender om het document zelf in plaats van een scan. Laat anders tekstherkenning de tekst toevoegen, en vergelijk wat u citeert met het beeld: herkenning maakt fouten.",
        ),
    ),
    "document-without-text": Message(
        Severity.ERROR,
        Words(
            "There is no text in {name}",
            "Check that this is the document that you meant.",
            "The document could be read, but no words came out of it. A web page may fetch its text with a script, which Bronbrief does not run.",
            "For a web page, save it from the browser once it is shown whole, or print it to PDF. Otherwise copy the text into a .txt file.",
        ),
        Words(
            "Er staat geen tekst in {name}",
            "Controleer of dit het bedoelde document is.",
            "Het document is gelezen, maar er kwamen geen woorden uit. Een webpagina kan haar tekst met een script ophalen, en scripts voert Bronbrief niet uit.",
            "Sla een webpagina op vanuit de browser als ze helemaal te zien is, of druk haar af naar pdf. Zet anders de tekst in een .txt-bestand.",
        ),
    ),
    "source-id": Message(
        Severity.ERROR,
        Words(
            "{id} cannot be the id of a source",
            "Use small letters, digits and single hyphens, such as --id {suggestion}.",
            "The id becomes the name of files and stands in specs: small letters without accents and digits, joined by single hyphens, at most 80 in all.",
            "Give an id with the subject and the year, such as begroting-2025.",
        ),
        Words(
            "{id} kan geen kenmerk van een bron zijn",
            "Gebruik kleine letters, cijfers en enkele koppeltekens, zoals --id {suggestion}.",
            "Het kenmerk wordt de naam van bestanden en staat in definities: kleine letters zonder accenten en cijfers, verbonden door enkele koppeltekens, samen ten hoogste 80.",
            "Geef een kenmerk met het onderwerp en het jaar, zoals begroting-2025.",
        ),
    ),
    "source-exists": Message(
        Severity.ERROR,
        Words(
            "{path} exists already",
            "Use another id with --id, if this is another document; nothing was written.",
            "A source with this id, or one of its files, is in seeds/ already. Bronbrief overwrites nothing.",
            "Give --id and another name. If the document has a newer version, take that in as a source of its own: briefs made from the old one keep their evidence.",
        ),
        Words(
            "{path} bestaat al",
            "Gebruik een ander kenmerk met --id, als dit een ander document is; er is niets geschreven.",
            "Een bron met dit kenmerk, of een van de bestanden ervan, staat al in seeds/. Bronbrief overschrijft niets.",
            "Geef --id en een andere naam. Is er een nieuwere versie van het document, neem die dan op als een eigen bron: briefings over de oude houden zo hun bewijs.",
        ),
    ),
}
