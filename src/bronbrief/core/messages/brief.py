"""Messages about the brief: references, excerpts, labels, images; in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "labels-not-words": Message(
        Severity.ERROR,
        Words(
            "The label {label} is not text",
            "Write one text for each label, as in the labels that Bronbrief ships.",
            "A file in templates/_labels/ holds something other than a name with its words.",
            "Give the label words, in quotation marks, or remove it: then the shipped words are used.",
        ),
        Words(
            "Het label {label} is geen tekst",
            "Schrijf per label één tekst, zoals in de meegeleverde labels.",
            "Een bestand in templates/_labels/ bevat iets anders dan een naam met zijn woorden.",
            "Geef het label woorden, tussen aanhalingstekens, of verwijder het: dan gelden de meegeleverde woorden.",
        ),
    ),
    "citation-unknown": Message(
        Severity.ERROR,
        Words(
            "There is no excerpt or source {id}",
            "Define it under excerpts, or cite one that exists.",
            "The text quotes or cites something that is neither an excerpt of this brief nor a source.",
            "Define the excerpt under the name used here, or use the name of an existing one. `bronbrief sources` lists the sources.",
        ),
        Words(
            "Er is geen citaat of bron {id}",
            "Definieer het onder excerpts, of verwijs naar een bestaand citaat.",
            "De tekst citeert of noemt iets dat geen excerpt van deze brief is en ook geen bron.",
            "Definieer het excerpt onder de naam die hier staat, of gebruik de naam van een bestaand excerpt. `bronbrief sources` toont de bronnen.",
        ),
    ),
    "citation-misspelt": Message(
        Severity.ERROR,
        Words(
            "There is no excerpt or source {id}",
            "Write “{near}” instead, if that is what you mean.",
            "The text quotes or cites a name that does not exist, and another is very like it.",
            "Use the name that is proposed, or define an excerpt under the name used here.",
        ),
        Words(
            "Er is geen citaat of bron {id}",
            "Schrijf “{near}”, als u dat bedoelt.",
            "De tekst citeert of noemt een naam die niet bestaat; een andere lijkt er sterk op.",
            "Gebruik de voorgestelde naam, of definieer een excerpt onder de naam die hier staat.",
        ),
    ),
    "citation-malformed": Message(
        Severity.ERROR,
        Words(
            "{text} cannot be read as a reference",
            "Write ![[id]] or [@id]; put a backslash before it to print it as it stands.",
            "Text that begins like a reference is not one. Names are small letters, digits and hyphens; each name after [ and after ; begins with @.",
            "Write [@id], [@id; @other] or [@source, al. 3] to cite, ![[id]] to quote.",
        ),
        Words(
            "{text} is niet als verwijzing te lezen",
            "Schrijf ![[id]] of [@id]; zet er een backslash voor om het letterlijk af te drukken.",
            "Tekst die als een verwijzing begint, is er geen. Namen bestaan uit kleine letters, cijfers en koppeltekens; elke naam na [ en na ; begint met @.",
            "Schrijf [@id], [@id; @ander] of [@bron, al. 3] om te verwijzen, ![[id]] om te citeren.",
        ),
    ),
    "citation-mistyped": Message(
        Severity.ERROR,
        Words(
            "{text} would print as it stands, not as a reference",
            "Write {form}; put a backslash before it to print it as it stands.",
            "The text has the name of an excerpt or a source between signs that look like a reference and are none. It would print with its signs, and nothing would be cited.",
            "Write ![[id]] to quote an excerpt, [@id] to cite an excerpt or a source, [@source, al. 3] to cite a place.",
        ),
        Words(
            "{text} wordt letterlijk afgedrukt, niet als verwijzing",
            "Schrijf {form}; zet er een backslash voor om het letterlijk af te drukken.",
            "De tekst heeft de naam van een citaat of een bron tussen tekens die op een verwijzing lijken en er geen zijn. Die zou met tekens en al worden afgedrukt, en er zou nergens naar verwezen worden.",
            "Schrijf ![[id]] om een citaat af te drukken, [@id] om naar een citaat of een bron te verwijzen, [@bron, al. 3] om naar een plaats te verwijzen.",
        ),
    ),
    "markdown-not-here": Message(
        Severity.WARNING,
        Words(
            "{mark} would print as it stands: no Markdown here",
            "Remove the hashes or asterisks here.",
            "Titles, headings, the summary, the heads of a table, descriptions and credits are plain text. Their look comes from the template.",
            "Write the words alone. How deep a heading is follows from where its section stands.",
        ),
        Words(
            "{mark} wordt letterlijk afgedrukt: hier geldt geen Markdown",
            "Verwijder hier de hekjes of sterretjes.",
            "Titels, koppen, de samenvatting, tabelkoppen, beschrijvingen en bronvermeldingen zijn platte tekst. Hun uiterlijk komt van het sjabloon.",
            "Schrijf alleen de woorden. Hoe diep een kop is, volgt uit de plaats van zijn onderdeel.",
        ),
    ),
    "reference-not-here": Message(
        Severity.ERROR,
        Words(
            "{text} would print as it stands: no references here",
            "Remove it here, and cite in the running text.",
            "Titles, headings, the summary, the heads of a table, descriptions and credits are plain text. A reference in them would print with its signs, and nothing would be cited.",
            "Move the reference to the body, a key message, an event, a cell, a question, an answer or a caption of a figure. A moment and a row of a comparison have `cite` for it.",
        ),
        Words(
            "{text} wordt letterlijk afgedrukt: hier kan geen verwijzing",
            "Verwijder het hier, en verwijs in de lopende tekst.",
            "Titels, koppen, de samenvatting, tabelkoppen, beschrijvingen en bronvermeldingen zijn platte tekst. Een verwijzing daarin zou met tekens en al worden afgedrukt, en er zou nergens naar verwezen worden.",
            "Zet de verwijzing in de body, een kernpunt, een gebeurtenis, een cel, een vraag, een antwoord of een bijschrift bij een beeld. Een moment en een rij van een vergelijking hebben er `cite` voor.",
        ),
    ),
    "quotation-not-apart": Message(
        Severity.HINT,
        Words(
            "{text} will print within its paragraph, not set off",
            "Put an empty line before and after it to set the quotation off.",
            "A quotation is set off where its paragraph holds nothing else. A line of its own does not end the paragraph before it: only an empty line does.",
            "Put an empty line before and after it. If it is to stand within the sentence, write it on the line of the words before it.",
        ),
        Words(
            "{text} komt binnen de alinea te staan, niet apart",
            "Zet er een witregel voor en achter om het citaat apart te zetten.",
            "Een citaat komt apart te staan waar de alinea niets anders bevat. Een eigen regel beëindigt de alinea ervoor niet: dat doet alleen een witregel.",
            "Zet er een witregel voor en achter. Hoort het in de zin thuis, schrijf het dan op de regel van de woorden ervoor.",
        ),
    ),
    "citation-in-link": Message(
        Severity.ERROR,
        Words(
            "A reference stands inside the text of a link",
            "Move the reference out of the link, to after it.",
            "A call to a note is itself a link, and HTML knows no link within a link.",
            "Close the link's square bracket before the reference.",
        ),
        Words(
            "Er staat een verwijzing in de tekst van een link",
            "Zet de verwijzing na de link.",
            "Een nootverwijzing is zelf een link, en in HTML kan een link niet binnen een link staan.",
            "Sluit het blokhaakje van de link vóór de verwijzing.",
        ),
    ),
    "citation-locator-unknown": Message(
        Severity.ERROR,
        Words(
            "The source {source} has no {locator}",
            "Use a locator that it has, such as {near}.",
            "A source is cited at a place that it does not have. Locators count paragraphs, headings, captions, questions and answers.",
            "Run `bronbrief sources` with the name of the source to see each passage with its locator.",
        ),
        Words(
            "De bron {source} heeft geen {locator}",
            "Gebruik een vindplaats die er wel is, zoals {near}.",
            "Er wordt verwezen naar een plaats die de bron niet heeft. Vindplaatsen tellen alinea's, koppen, bijschriften, vragen en antwoorden.",
            "Geef `bronbrief sources` met de naam van de bron om elke passage met haar vindplaats te zien.",
        ),
    ),
    "citation-locator-on-excerpt": Message(
        Severity.ERROR,
        Words(
            "The excerpt {id} knows its own place",
            "Remove what follows the comma, or cite the source by its own name.",
            "A locator was added to the citation of an excerpt. An excerpt is cut from its source, so its place is known.",
            "Cite the excerpt as [@id], or a source with a locator as [@source, al. 3].",
        ),
        Words(
            "Het citaat {id} kent zijn eigen vindplaats",
            "Verwijder wat na de komma staat, of noem de bron bij haar eigen naam.",
            "Bij de verwijzing naar een excerpt is een vindplaats gezet. Een excerpt is uit zijn bron geknipt, dus de plaats is bekend.",
            "Verwijs naar het excerpt als [@id], of naar een bron met vindplaats als [@bron, al. 3].",
        ),
    ),
    "excerpt-unused": Message(
        Severity.ERROR,
        Words(
            "The excerpt {id} is never used",
            "Quote or cite it, or remove it.",
            "An excerpt is defined, but nothing in the brief quotes or cites it. Often a citation was left out, and a statement stands without its evidence.",
            "Cite it where it belongs with [@id] or ![[id]], or remove the definition.",
        ),
        Words(
            "Het citaat {id} wordt nergens gebruikt",
            "Citeer het of verwijs ernaar, of verwijder het.",
            "Een excerpt is gedefinieerd, maar niets in de brief citeert het of verwijst ernaar. Vaak is een verwijzing vergeten en staat een bewering zonder bewijs.",
            "Verwijs er op de juiste plaats naar met [@id] of ![[id]], of verwijder de definitie.",
        ),
    ),
    "image-cmyk": Message(
        Severity.ERROR,
        Words(
            "The image {path} has the colours of a printing press",
            "Save the image in RGB.",
            "A JPEG with four colour components (CMYK) looks wrong in browsers and is refused in archivable PDF.",
            "Convert the image to RGB in an image editor and save it again.",
        ),
        Words(
            "De afbeelding {path} heeft drukkerskleuren (CMYK)",
            "Bewaar de afbeelding in RGB.",
            "Een JPEG met vier kleurcomponenten (CMYK) oogt verkeerd in browsers en wordt in een archiveerbare PDF geweigerd.",
            "Zet de afbeelding in een beeldbewerker om naar RGB en bewaar haar opnieuw.",
        ),
    ),
    "alt-says-nothing": Message(
        Severity.WARNING,
        Words(
            "The description “{alt}” does not describe the image",
            "Write in a sentence what the image shows.",
            "Who cannot see the image hears this text instead of it. A file name or a word such as “image” tells nothing.",
            "Write what a reader should know of the image, as you would on the telephone.",
        ),
        Words(
            "De beschrijving “{alt}” beschrijft de afbeelding niet",
            "Schrijf in een zin wat de afbeelding toont.",
            "Wie de afbeelding niet ziet, hoort deze tekst. Een bestandsnaam of een woord als “afbeelding” zegt niets.",
            "Schrijf wat een lezer van de afbeelding moet weten, zoals u het aan de telefoon zou zeggen.",
        ),
    ),
}
