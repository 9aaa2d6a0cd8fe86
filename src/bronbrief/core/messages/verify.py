"""Messages about verifying files, archives and lists of checksums, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: Words, nl: Words) -> Message:
    return Message(Severity.ERROR, en, nl)


def _warning(en: Words, nl: Words) -> Message:
    return Message(Severity.WARNING, en, nl)


MESSAGES: dict[str, Message] = {
    "verify-unreadable": _error(
        Words(
            "{file} cannot be read: {reason}",
            "Open it in another program, or ask the sender for a new copy.",
            "The file is damaged, or is not of the kind that its name says. A finished brief has a structure that can be read; without it nothing can be compared.",
            "Ask for the file anew from whoever published it, and verify that copy.",
        ),
        Words(
            "{file} is niet te lezen: {reason}",
            "Open het in een ander programma, of vraag de afzender om een nieuw exemplaar.",
            "Het bestand is beschadigd of is niet van de soort die de naam zegt. Een afgewerkte brief heeft een structuur die te lezen is; zonder die structuur valt er niets te vergelijken.",
            "Vraag het bestand opnieuw aan wie het publiceerde, en controleer dat exemplaar.",
        ),
    ),
    "verify-untagged": _error(
        Words(
            "{file} has no structure that can be read",
            "Ask whoever published it for the PDF itself, not a print or scan of it.",
            "A finished brief says in its structure which words are a quotation. This PDF has no such structure, or one that cannot be followed: it was printed or saved anew, or was made by another program. Nothing in it was verified.",
            "Verify the PDF as it was published. The evidence record and the web page of the same brief can be verified meanwhile.",
        ),
        Words(
            "{file} heeft geen structuur die te lezen is",
            "Vraag de uitgever om de pdf zelf, niet een afdruk of scan ervan.",
            "Een afgewerkte brief zegt in zijn structuur welke woorden een citaat zijn. Deze pdf heeft zo'n structuur niet, of een die niet te volgen is: hij is opnieuw afgedrukt of opgeslagen, of komt uit een ander programma. Er is niets in gecontroleerd.",
            "Controleer de pdf zoals hij gepubliceerd is. Het bewijsbestand en de webpagina van dezelfde brief zijn intussen wel te controleren.",
        ),
    ),
    "verify-not-utf8": _error(
        Words(
            "{file} holds bytes that are not text (UTF-8)",
            "Ask whoever published it for a new copy.",
            "The web page of a brief is written in UTF-8. This file holds bytes that are not: it is damaged, was saved by another program, or is no web page. Nothing in it was verified.",
            "Verify the web page as it was published.",
        ),
        Words(
            "{file} bevat bytes die geen tekst zijn (UTF-8)",
            "Vraag de uitgever om een nieuw exemplaar.",
            "De webpagina van een brief is in UTF-8 geschreven. Dit bestand bevat bytes die dat niet zijn: het is beschadigd, door een ander programma opgeslagen, of geen webpagina. Er is niets in gecontroleerd.",
            "Controleer de webpagina zoals ze gepubliceerd is.",
        ),
    ),
    "verify-nothing": _error(
        Words(
            "Nothing in {file} was verified",
            "Read the other findings, or name the brief that the quotations stand in.",
            "No quotation was compared, neither with a finished file nor with its source. What was named holds no quotation, cannot be read, or lies apart from its evidence record and its sources.",
            "Name a finished brief with its evidence record beside it, or give the sources with --sources. A brief that quotes nothing has nothing to verify.",
        ),
        Words(
            "In {file} is niets gecontroleerd",
            "Lees de andere bevindingen, of noem de brief waarin de citaten staan.",
            "Er is geen citaat vergeleken, niet met een afgewerkt bestand en niet met zijn bron. Wat genoemd is bevat geen citaat, is niet te lezen, of ligt los van zijn bewijsbestand en zijn bronnen.",
            "Noem een afgewerkte brief met zijn bewijsbestand ernaast, of geef de bronnen met --sources. In een brief zonder citaten valt niets te controleren.",
        ),
    ),
    "verify-unknown-kind": _error(
        Words(
            "{file} is not a kind of file that can be verified",
            "Name a PDF, a web page, an evidence record, or a dossier (folder or zip).",
            "Only finished briefs, their evidence records and dossiers hold something that can be proven.",
            "Name the PDF or the web page of a brief, a file that ends in .evidence.jsonld, or the folder or zip of a dossier.",
        ),
        Words(
            "{file} is geen soort bestand dat te controleren is",
            "Noem een pdf, een webpagina, een bewijsbestand of een dossier (map of zip).",
            "Alleen afgewerkte brieven, hun bewijsbestanden en dossiers bevatten iets wat te bewijzen is.",
            "Noem de pdf of de webpagina van een brief, een bestand dat eindigt op .evidence.jsonld, of de map of zip van een dossier.",
        ),
    ),
    "verify-too-much": _error(
        Words(
            "{file} holds more than can be verified: {what}",
            "Check the files in it one by one, if you trust where it comes from.",
            "An archive or folder may hold at most 2000 files and 512 MiB together. More than that is refused, because an archive can be made to fill a machine.",
            "Unpack it yourself if you trust the sender, and verify the files one at a time.",
        ),
        Words(
            "{file} bevat meer dan te controleren is: {what}",
            "Controleer de bestanden erin één voor één, als u de herkomst vertrouwt.",
            "Een archief of map mag hooguit 2000 bestanden en samen 512 MiB bevatten. Meer wordt geweigerd, omdat een archief gemaakt kan zijn om een computer te vullen.",
            "Pak het zelf uit als u de afzender vertrouwt, en controleer de bestanden één voor één.",
        ),
    ),
    "verify-archive-name": _error(
        Words(
            "{file} holds an unsafe file name: “{name}”",
            "Report it to the sender, and do not unpack this archive.",
            "A name in the archive leads outside its folder, is a link, or stands there twice. Which file you get then depends on the program that unpacks it.",
            "Ask for a new dossier. Bronbrief makes archives with plain names, each once.",
        ),
        Words(
            "{file} bevat een onveilige bestandsnaam: “{name}”",
            "Meld het aan de afzender, en pak dit archief niet uit.",
            "Een naam in het archief leidt buiten de map, is een verwijzing of staat er twee keer. Welk bestand u krijgt hangt dan af van het programma dat uitpakt.",
            "Vraag een nieuw dossier. Bronbrief maakt archieven met gewone namen, elk één keer.",
        ),
    ),
    "verify-no-manifest": _warning(
        Words(
            "{file} has no list of checksums",
            "Check that this is a whole dossier; one has a file named SHA256SUMS.",
            "Without a list of checksums nobody can say whether files are missing, or were added or changed. The quotations were verified all the same.",
            "Verify the dossier as it was published. A folder of finished briefs that is not a dossier has no list.",
        ),
        Words(
            "{file} heeft geen lijst met controlesommen",
            "Controleer of dit een heel dossier is; dat heeft een bestand SHA256SUMS.",
            "Zonder lijst met controlesommen is niet te zeggen of er bestanden ontbreken, bijgekomen of veranderd zijn. De citaten zijn wel gecontroleerd.",
            "Controleer het dossier zoals het gepubliceerd is. Een map met afgewerkte brieven die geen dossier is heeft geen lijst.",
        ),
    ),
    "verify-manifest-line": _error(
        Words(
            "Line {line} of {file} is not a checksum and a file name",
            "Compare the list with the one that was published.",
            "The list of checksums has a line for each file: 64 hexadecimal digits, two spaces, the name. A name stands there once. This line is something else.",
            "Take the list from the dossier as it was published. If that has the same line, ask whoever made the dossier.",
        ),
        Words(
            "Regel {line} van {file} is geen controlesom met bestandsnaam",
            "Vergelijk de lijst met de lijst die gepubliceerd is.",
            "De lijst met controlesommen heeft voor elk bestand een regel: 64 hexadecimale cijfers, twee spaties, de naam. Elke naam staat er één keer. Deze regel is iets anders.",
            "Neem de lijst uit het dossier zoals het gepubliceerd is. Staat daar dezelfde regel in, vraag dan wie het dossier maakte.",
        ),
    ),
    "verify-checksum": _error(
        Words(
            "{file} is not the file in the list of checksums",
            "Compare it with the published file; something in it was changed.",
            "The SHA-256 of the file is not the one in the list. At least one byte of the file, or of its line in the list, was changed after the dossier was made.",
            "Ask for the dossier anew. Who changed the file, or why, cannot be seen from a checksum.",
        ),
        Words(
            "{file} is niet het bestand uit de lijst met controlesommen",
            "Vergelijk het met het gepubliceerde bestand; er is iets in veranderd.",
            "De SHA-256 van het bestand is niet die in de lijst. Ten minste één byte van het bestand, of van de regel in de lijst, is veranderd nadat het dossier is gemaakt.",
            "Vraag het dossier opnieuw aan. Wie het bestand veranderde en waarom is aan een controlesom niet te zien.",
        ),
    ),
    "verify-file-missing": _error(
        Words(
            "{file} is in the list of checksums but not in the dossier",
            "Ask for the whole dossier.",
            "The list names a file that is not there. It was removed or renamed.",
            "Ask for the dossier anew, and verify that one.",
        ),
        Words(
            "{file} staat in de lijst met controlesommen maar ontbreekt",
            "Vraag het hele dossier op.",
            "De lijst noemt een bestand dat er niet is. Het is weggehaald of hernoemd.",
            "Vraag het dossier opnieuw aan, en controleer dat.",
        ),
    ),
    "verify-file-added": _error(
        Words(
            "{file} is not in the list of checksums",
            "Ask whether this file belongs to the dossier; the list does not vouch for it.",
            "The list names every file of the dossier. A file that it does not name was added or renamed later.",
            "Take the file out and verify again, or ask for the dossier anew.",
        ),
        Words(
            "{file} staat niet in de lijst met controlesommen",
            "Vraag na of dit bestand bij het dossier hoort; de lijst staat er niet voor in.",
            "De lijst noemt elk bestand van het dossier. Een bestand dat er niet in staat is later toegevoegd of hernoemd.",
            "Haal het bestand weg en controleer opnieuw, of vraag het dossier opnieuw aan.",
        ),
    ),
    "verify-no-record": _error(
        Words(
            "There is no evidence record for {file}",
            "Put the evidence record beside it, with the same name.",
            "The quotations of a finished brief are compared with its evidence record, a file that ends in .evidence.jsonld. None lies beside this file or in its dossier.",
            "Verify the dossier as a whole, or put the record in the same folder under the same name as the PDF or the web page.",
        ),
        Words(
            "Er is geen bewijsbestand bij {file}",
            "Plaats het bewijsbestand ernaast, met dezelfde naam.",
            "De citaten van een afgewerkte brief worden vergeleken met het bewijsbestand, dat eindigt op .evidence.jsonld. Naast dit bestand of in het dossier ligt er geen.",
            "Controleer het dossier als geheel, of leg het bewijsbestand in dezelfde map onder dezelfde naam als de pdf of de webpagina.",
        ),
    ),
    "verify-record-shape": _error(
        Words(
            "{file} is not an evidence record as it is written: {what}",
            "Ask for the record as it was published.",
            "A record has fixed parts, in fixed words and numbers that agree with each other. This one has something else, so it was changed or is damaged.",
            "Take the record from the dossier as it was published. If that is the same, ask whoever made it.",
        ),
        Words(
            "{file} is geen bewijsbestand zoals het geschreven wordt: {what}",
            "Vraag het bewijsbestand op zoals het gepubliceerd is.",
            "Een bewijsbestand heeft vaste onderdelen, met vaste woorden en getallen die bij elkaar passen. In dit bestand staat iets anders: het is veranderd of beschadigd.",
            "Neem het bewijsbestand uit het dossier zoals het gepubliceerd is. Is dat hetzelfde, vraag dan wie het maakte.",
        ),
    ),
    "verify-claim-missing": _error(
        Words(
            "{file} does not say that it is {claim}",
            "Ask for the PDF as Bronbrief made it.",
            "A finished brief says in its metadata that it is PDF/A-2a (for archives) and PDF/UA-1 (for screen readers). This file does not. Programs that save a PDF anew often lose it.",
            "Take the PDF as it was published. Whether what it says is true is for a validator such as veraPDF.",
        ),
        Words(
            "{file} zegt niet dat het {claim} is",
            "Vraag de pdf op zoals Bronbrief die maakte.",
            "Een afgewerkte brief zegt in de metagegevens dat hij PDF/A-2a (voor archieven) en PDF/UA-1 (voor schermlezers) is. Dit bestand doet dat niet. Programma's die een pdf opnieuw opslaan raken dat vaak kwijt.",
            "Neem de pdf zoals die gepubliceerd is. Of waar is wat erin staat, is aan een validator zoals veraPDF.",
        ),
    ),
    "verify-title": _error(
        Words(
            "{file} has another title than its evidence record",
            "Check whether files were swapped; the record says “{title}”.",
            "The title of a finished brief stands in its evidence record too. Where they differ, one was changed, or the files do not belong together.",
            "Take both files from the same dossier, as it was published.",
        ),
        Words(
            "{file} heeft een andere titel dan het bewijsbestand",
            "Controleer of bestanden verwisseld zijn; het bewijsbestand zegt “{title}”.",
            "De titel van een afgewerkte brief staat ook in het bewijsbestand. Verschillen ze, dan is er één veranderd, of horen de bestanden niet bij elkaar.",
            "Neem beide bestanden uit hetzelfde dossier, zoals het gepubliceerd is.",
        ),
    ),
    "verify-active-page": _error(
        Words(
            "{file} can show other words than it holds: {what}",
            "Read the PDF instead, and ask for the page as it was published.",
            "A page made by Bronbrief has no scripts and shows no words that are not in its text. With a script or words in its style, a page can show what is not there.",
            "Take the page from the dossier as it was published.",
        ),
        Words(
            "{file} kan andere woorden tonen dan erin staan: {what}",
            "Lees in plaats daarvan de pdf, en vraag de pagina op zoals die gepubliceerd is.",
            "Een pagina van Bronbrief heeft geen scripts en toont geen woorden die niet in de tekst staan. Met een script of met woorden in de opmaak kan een pagina tonen wat er niet staat.",
            "Neem de pagina uit het dossier zoals het gepubliceerd is.",
        ),
    ),
    "verify-letterforms": _error(
        Words(
            "{file} draws other letters than it says: {what}",
            "Compare the page that you see with the source, and ask for a new copy.",
            "A PDF holds a table that says which letter each drawn shape is. For some shapes this table names another letter than the typeface does, so what you see is not what a screen reader or a search reads.",
            "Ask for the PDF as it was published, and verify that one.",
        ),
        Words(
            "{file} tekent andere letters dan het zegt: {what}",
            "Vergelijk de pagina die u ziet met de bron, en vraag een nieuw exemplaar.",
            "Een pdf bevat een tabel die zegt welke letter elke getekende vorm is. Bij sommige vormen noemt de tabel een andere letter dan het lettertype, zodat u iets anders ziet dan een schermlezer of zoekfunctie leest.",
            "Vraag de pdf op zoals die gepubliceerd is, en controleer die.",
        ),
    ),
    "verify-typeface-unknown": _warning(
        Words(
            "The shapes of {name} in {file} were not compared",
            "Compare the page that you see with the source yourself.",
            "A PDF holds a table that says which letter each drawn shape is. Whether that is so can only be seen where the same typeface is installed, and this one is not.",
            "Install the typeface of the brief as a font package and verify again, or read the quotations on the page against the source.",
        ),
        Words(
            "De vormen van {name} in {file} zijn niet vergeleken",
            "Vergelijk de pagina die u ziet zelf met de bron.",
            "Een pdf bevat een tabel die zegt welke letter elke getekende vorm is. Of dat klopt is alleen te zien waar hetzelfde lettertype geïnstalleerd is, en dat is dit niet.",
            "Installeer het lettertype van de brief als lettertypepakket en controleer opnieuw, of lees de citaten op de pagina na in de bron.",
        ),
    ),
}
