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
