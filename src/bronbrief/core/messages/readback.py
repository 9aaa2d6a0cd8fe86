"""Messages about reading back what was made of a brief, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "readback-words": Message(
        Severity.ERROR,
        Words(
            "{what} reads otherwise than its source ({where})",
            "Remove what the template or its style does to the words of the quotation.",
            "The finished file was read back before it was published. A quotation in it does not have the words that were proven: a template, a style sheet or the typesetter changed them. Nothing was published. Lines with - show what is read, lines with + what was expected.",
            "Open the file and line that are named: they are not as Bronbrief ships them. Print the words of a quotation as they are, without replacing, adding or leaving out any.",
        ),
        Words(
            "{what} luidt anders dan de bron ({where})",
            "Haal weg wat het sjabloon of de stijl met de woorden van het citaat doet.",
            "Het afgewerkte bestand is teruggelezen voordat het gepubliceerd werd. Een citaat erin heeft niet de woorden die bewezen zijn: een sjabloon, een stijlblad of de zetmachine heeft ze veranderd. Er is niets gepubliceerd. Regels met - tonen wat er staat, regels met + wat er hoort te staan.",
            "Open het bestand en de regel die genoemd zijn: die zijn niet zoals Bronbrief ze levert. Druk de woorden van een citaat af zoals ze zijn, zonder iets te vervangen, toe te voegen of weg te laten.",
        ),
    ),
    "readback-unseen": Message(
        Severity.ERROR,
        Words(
            "{what} is drawn otherwise than it says ({where})",
            "Let the style show the words of the quotation as they are.",
            "What a reader of the page sees is not what the file says: words are drawn in other letters, too small, in the colour of their ground, off the page, cut off or covered. Nothing was published.",
            "Look in the style sheet that is named for what reaches the quotation: `text-transform`, colours, sizes, positions, `overflow`, `clip`.",
        ),
        Words(
            "{what} is anders getekend dan het zegt ({where})",
            "Laat de stijl de woorden van het citaat tonen zoals ze zijn.",
            "Wat een lezer van de pagina ziet is niet wat het bestand zegt: woorden zijn in andere letters getekend, te klein, in de kleur van hun grond, buiten de pagina, afgesneden of bedekt. Er is niets gepubliceerd.",
            "Zoek in het genoemde stijlblad wat het citaat raakt: `text-transform`, kleuren, groottes, posities, `overflow`, `clip`.",
        ),
    ),
    "readback-missing": Message(
        Severity.ERROR,
        Words(
            "{what} is not in the page ({where})",
            "Print the quotation in the template.",
            "The brief has a quotation that the finished file does not print: the template leaves it out, or its style hides it. Nothing was published.",
            "Compare the template with the one that Bronbrief ships: each kind of block needs its macro, each note its quotation.",
        ),
        Words(
            "{what} staat niet op de pagina ({where})",
            "Druk het citaat af in het sjabloon.",
            "De brief heeft een citaat dat het afgewerkte bestand niet afdrukt: het sjabloon laat het weg, of de stijl verbergt het. Er is niets gepubliceerd.",
            "Vergelijk het sjabloon met dat van Bronbrief: elk soort blok heeft zijn macro nodig, elke noot haar citaat.",
        ),
    ),
    "readback-added": Message(
        Severity.ERROR,
        Words(
            "{what} is a quotation that the brief does not have ({where})",
            "Mark as a quotation only what the brief quotes.",
            "The finished file marks words as a quotation (`blockquote`, `q`) that no source was searched for. A reader takes them for proven. Nothing was published.",
            "Take the element out of the template, or print the words without marking them as a quotation.",
        ),
        Words(
            "{what} is een citaat dat de brief niet heeft ({where})",
            "Zet alleen als citaat in het sjabloon wat de brief citeert.",
            "Het afgewerkte bestand merkt woorden als citaat (`blockquote`, `q`) waar geen bron voor doorzocht is. Een lezer houdt ze voor bewezen. Er is niets gepubliceerd.",
            "Haal het element uit het sjabloon, of druk de woorden af zonder ze als citaat te merken.",
        ),
    ),
    "readback-attribution": Message(
        Severity.ERROR,
        Words(
            "{what} stands beside another source ({where})",
            "Print the attribution right after its quotation, as the brief has it.",
            "What stands beside a quotation is not where it comes from. Nothing was published. Lines with - show what is read, lines with + what was expected.",
            "Print the label of the quotation whole, in the element that follows the quotation.",
        ),
        Words(
            "{what} staat naast een andere bron ({where})",
            "Druk de bronvermelding af vlak na het citaat, zoals de brief haar heeft.",
            "Wat naast een citaat staat is niet waar het vandaan komt. Er is niets gepubliceerd. Regels met - tonen wat er staat, regels met + wat er hoort te staan.",
            "Druk het label van het citaat heel af, in het element dat op het citaat volgt.",
        ),
    ),
    "readback-translation": Message(
        Severity.ERROR,
        Words(
            "{what} lacks its translation, or whose it is ({where})",
            "Print the translation and whose it is after the quotation.",
            "A translation is the author's, and is printed as such beside the words of the source. In the finished file it is missing or reads otherwise. Nothing was published.",
            "Compare the macro `translation` with the one that Bronbrief ships.",
        ),
        Words(
            "{what} mist zijn vertaling, of van wie die is ({where})",
            "Druk de vertaling en van wie ze is af na het citaat.",
            "Een vertaling is van de auteur, en staat als zodanig naast de woorden van de bron. In het afgewerkte bestand ontbreekt ze of luidt ze anders. Er is niets gepubliceerd.",
            "Vergelijk de macro `translation` met die van Bronbrief.",
        ),
    ),
    "readback-number": Message(
        Severity.ERROR,
        Words(
            "{what} has another number than the brief gives it ({where})",
            "Print the number of the quotation as the brief has it.",
            "Notes refer to quotations by number. In the finished file a quotation has another number. Nothing was published.",
            "Print `item.number` as it is.",
        ),
        Words(
            "{what} heeft een ander nummer dan de brief geeft ({where})",
            "Druk het nummer van het citaat af zoals de brief het heeft.",
            "Noten verwijzen met nummers naar citaten. In het afgewerkte bestand heeft een citaat een ander nummer. Er is niets gepubliceerd.",
            "Druk `item.number` af zoals het is.",
        ),
    ),
    "readback-note": Message(
        Severity.ERROR,
        Words(
            "The note {what} is missing or reads otherwise ({where})",
            "Print all notes, each with its anchor and its label first.",
            "A note says where a claim comes from. In the finished file it is missing, stands elsewhere in the order, or names something else. Nothing was published.",
            "Compare the macro `notes` with the one that Bronbrief ships.",
        ),
        Words(
            "De noot {what} ontbreekt of luidt anders ({where})",
            "Druk alle noten af, elk met haar anker en haar label vooraan.",
            "Een noot zegt waar een bewering vandaan komt. In het afgewerkte bestand ontbreekt ze, staat ze op een andere plaats of noemt ze iets anders. Er is niets gepubliceerd.",
            "Vergelijk de macro `notes` met die van Bronbrief.",
        ),
    ),
    "readback-text": Message(
        Severity.ERROR,
        Words(
            "{what} is in the brief but not in the page ({where})",
            "Print every block of the brief in the template, as it is.",
            "The brief has words that the finished file does not show so: the template leaves a kind of block out or changes its words, or a style hides them. Nothing was published.",
            "Compare the template with the one that Bronbrief ships: each kind of block needs its macro.",
        ),
        Words(
            "{what} staat in de brief maar niet op de pagina ({where})",
            "Druk elk blok van de brief af in het sjabloon, zoals het is.",
            "De brief heeft woorden die het afgewerkte bestand zo niet toont: het sjabloon laat een soort blok weg of verandert de woorden, of een stijl verbergt ze. Er is niets gepubliceerd.",
            "Vergelijk het sjabloon met dat van Bronbrief: elk soort blok heeft zijn macro nodig.",
        ),
    ),
    "readback-style": Message(
        Severity.ERROR,
        Words(
            "“{declaration}” reaches {what} ({where})",
            "Leave this out, or limit it to what is no quotation.",
            "A style sheet reaches a quotation, what belongs to it (number, attribution, translation, note) or what it stands in, with a declaration that may change, hide, add to or cover its words. Only declarations that are known to be harmless may: typefaces, sizes that can be read, colours that stand out, margins, rules, backgrounds. Nothing was published.",
            "Give the declaration to another element, or choose a value that leaves the words in sight. `bronbrief explain readback-style` and docs/templates.md say what is allowed. Where a look is named, such as prefers-color-scheme: dark, give colours for that look as well, or a colour of letters together with each ground.",
        ),
        Words(
            "“{declaration}” raakt {what} ({where})",
            "Laat dit weg, of beperk het tot wat geen citaat is.",
            "Een stijlblad raakt een citaat, wat erbij hoort (nummer, bronvermelding, vertaling, noot) of waar het in staat, met een declaratie die de woorden kan veranderen, verbergen, aanvullen of bedekken. Alleen declaraties waarvan bekend is dat ze geen kwaad doen mogen dat: lettertypen, leesbare groottes, kleuren die afsteken, marges, lijnen, achtergronden. Er is niets gepubliceerd.",
            "Geef de declaratie aan een ander element, of kies een waarde die de woorden in zicht laat. `bronbrief explain readback-style` en docs/templates.md zeggen wat mag. Staat er een weergave bij, zoals prefers-color-scheme: dark, geef dan ook daarvoor kleuren, of bij elke grond een letterkleur.",
        ),
    ),
    "readback-markup": Message(
        Severity.ERROR,
        Words(
            "“{declaration}” in the template reaches {what} ({where})",
            "Take it out of the template.",
            "The page has an element, an attribute or a style of its own around or in a quotation that may change, hide, add to or cover its words. Nothing was published.",
            "Put styles in print.css and screen.css, and use the elements of the templates that Bronbrief ships.",
        ),
        Words(
            "“{declaration}” in het sjabloon raakt {what} ({where})",
            "Haal het uit het sjabloon.",
            "De pagina heeft een element, een attribuut of een eigen stijl om of in een citaat die de woorden kan veranderen, verbergen, aanvullen of bedekken. Er is niets gepubliceerd.",
            "Zet stijlen in print.css en screen.css, en gebruik de elementen van de sjablonen van Bronbrief.",
        ),
    ),
    "readback-unreadable": Message(
        Severity.ERROR,
        Words(
            "The page for {file} cannot be read back",
            "Use fewer elements within each other in the template.",
            "Elements stand in each other so deeply that the page cannot be compared with the brief. Nothing was published.",
            "Close each element in the template where it ends.",
        ),
        Words(
            "De pagina voor {file} is niet terug te lezen",
            "Gebruik minder elementen in elkaar in het sjabloon.",
            "Elementen staan zo diep in elkaar dat de pagina niet met de brief te vergelijken is. Er is niets gepubliceerd.",
            "Sluit elk element in het sjabloon waar het eindigt.",
        ),
    ),
}
