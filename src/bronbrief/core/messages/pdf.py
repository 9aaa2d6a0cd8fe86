"""Messages about typesetting: what the engine reports and what the finished pages show."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "pdf-image-not-loaded": Message(
        Severity.ERROR,
        Words(
            "The image {name} cannot be drawn",
            "Save the image again as PNG, JPEG, WebP or SVG.",
            "The typesetter could not read or draw an image. Without this check the PDF would show an empty place.",
            "Open the image in a program, save it anew in one of the four formats, and build again.",
        ),
        Words(
            "De afbeelding {name} is niet te tekenen",
            "Bewaar de afbeelding opnieuw als PNG, JPEG, WebP of SVG.",
            "De zetmachine kon een afbeelding niet lezen of tekenen. Zonder deze controle zou de PDF een lege plek tonen.",
            "Open de afbeelding in een programma, bewaar haar opnieuw in een van de vier formaten en bouw opnieuw.",
        ),
    ),
    "pdf-style-not-loaded": Message(
        Severity.ERROR,
        Words(
            "The style sheet {name} cannot be loaded",
            "Put the rules in the template's own print.css.",
            "A template refers to a style sheet outside itself. A brief is typeset without network and without other files.",
            "Copy the rules into print.css of the template and remove the reference.",
        ),
        Words(
            "Het stijlblad {name} is niet te laden",
            "Zet de regels in print.css van het sjabloon zelf.",
            "Een sjabloon verwijst naar een stijlblad buiten zichzelf. Een brief wordt gezet zonder netwerk en zonder andere bestanden.",
            "Neem de regels over in print.css van het sjabloon en verwijder de verwijzing.",
        ),
    ),
    "pdf-font-not-loaded": Message(
        Severity.ERROR,
        Words(
            "The typeface {name} cannot be loaded",
            "Install the font package again, or name another typeface.",
            "A font file that the style sheet names is missing or damaged.",
            "Run `bronbrief doctor` to see which font packages are installed, and install the one that is missing.",
        ),
        Words(
            "Het lettertype {name} is niet te laden",
            "Installeer het lettertypepakket opnieuw, of noem een ander lettertype.",
            "Een lettertypebestand dat het stijlblad noemt, ontbreekt of is beschadigd.",
            "Voer `bronbrief doctor` uit om te zien welke pakketten er zijn, en installeer het pakket dat ontbreekt.",
        ),
    ),
    "pdf-missing-glyph": Message(
        Severity.ERROR,
        Words(
            "No typeface has the character “{name}”",
            "Choose a typeface that has it, or write it otherwise.",
            "A character stands in the brief that none of its typefaces can draw. The PDF would show an empty box.",
            "Choose another typeface under `house: fonts:`, or replace the character in your own text.",
        ),
        Words(
            "Geen lettertype heeft het teken “{name}”",
            "Kies een lettertype dat het heeft, of schrijf het anders.",
            "In de brief staat een teken dat geen van de lettertypen kan tekenen. De PDF zou een leeg blokje tonen.",
            "Kies een ander lettertype onder `house: fonts:`, of vervang het teken in uw eigen tekst.",
        ),
    ),
    "pdf-foreign-font": Message(
        Severity.ERROR,
        Words(
            "{letters} would come from {family}, a font of this machine",
            "Write `font-family: brief-text` or `brief-display` in the CSS of the template.",
            "A part of the brief was drawn with a font of the machine, because its style names none of the brief's typefaces or they lack a character. On another machine the page would look different.",
            "Give the element a `font-family` of the template, or choose a typeface that has the characters.",
        ),
        Words(
            "{letters} komt uit {family}, een lettertype van deze machine",
            "Schrijf `font-family: brief-text` of `brief-display` in de CSS van het sjabloon.",
            "Een deel van de brief is getekend met een lettertype van de machine, omdat de stijl geen lettertype van de brief noemt of omdat dat een teken mist. Op een andere machine zou de bladzijde er anders uitzien.",
            "Geef het element een `font-family` van het sjabloon, of kies een lettertype dat de tekens heeft.",
        ),
    ),
    "pdf-address-refused": Message(
        Severity.ERROR,
        Words(
            "The page may not load {address}",
            "Copy what is needed into the workspace.",
            "A template or a text asks the typesetter to load something from the network, from outside the workspace, or of a kind that is not allowed.",
            "Put the image in the workspace and name it by its path there; put style rules in the template.",
        ),
        Words(
            "De bladzijde mag {address} niet laden",
            "Kopieer wat nodig is naar de werkmap.",
            "Een sjabloon of tekst vraagt iets te laden van het netwerk, van buiten de werkmap, of van een soort die niet mag.",
            "Zet de afbeelding in de werkmap en noem haar met haar pad daar; zet stijlregels in het sjabloon.",
        ),
    ),
    "pdf-link-refused": Message(
        Severity.ERROR,
        Words(
            "A link in the PDF may not lead to {address}",
            "Remove the link from the template.",
            "Every link is looked at again when the pages are laid out. It may lead to web pages, mail addresses, telephone numbers, places in the PDF itself and, in a dossier, files beside it.",
            "Look for the address in the template and its style sheets, and remove what makes a link of it.",
        ),
        Words(
            "Een link in de pdf mag niet leiden naar {address}",
            "Verwijder de link uit het sjabloon.",
            "Elke link wordt opnieuw nagekeken als de bladzijden zijn opgemaakt. Hij mag leiden naar webpagina's, mailadressen, telefoonnummers, plaatsen in de pdf zelf en, in een dossier, bestanden ernaast.",
            "Zoek het adres in het sjabloon en zijn stijlbladen, en verwijder wat er een link van maakt.",
        ),
    ),
    "pdf-dead-link": Message(
        Severity.ERROR,
        Words(
            "A link leads to #{name}, which is nowhere on the page",
            "Give the target that id, or correct the link.",
            "A link within the brief has no target. A reader who follows it would stay where they are.",
            "In a template, let the `href` and the `id` come from the same value; in Markdown, correct the address.",
        ),
        Words(
            "Een koppeling wijst naar #{name}, dat nergens staat",
            "Geef het doel die id, of verbeter de koppeling.",
            "Een koppeling binnen de brief heeft geen doel. Wie haar volgt, blijft waar hij is.",
            "Laat in een sjabloon `href` en `id` uit dezelfde waarde komen; verbeter in Markdown het adres.",
        ),
    ),
    "pdf-too-deep": Message(
        Severity.ERROR,
        Words(
            "The page or its styles are nested too deeply to be set",
            "Look for brackets within brackets in a style sheet, or for boxes within boxes in the template.",
            "The typesetter follows everything that stands within something else, and has come to the end of what it can follow.",
            "Take levels away. In a style sheet, calc() and :not() need no more than a few.",
        ),
        Words(
            "De pagina of de stijl is te diep genest om te zetten",
            "Zoek haakjes binnen haakjes in een stijlblad, of kaders binnen kaders in het sjabloon.",
            "De zetter volgt alles wat binnen iets anders staat, en is aan het eind van wat hij volgen kan.",
            "Haal niveaus weg. In een stijlblad hebben calc() en :not() er maar een paar nodig.",
        ),
    ),
    "pdf-translucent-text": Message(
        Severity.ERROR,
        Words(
            "The text “{text}” is drawn half transparent",
            "Use a solid colour instead of `opacity`.",
            "Text with `opacity` below 1 is drawn in a group that screen readers cannot reach.",
            "Choose a lighter solid colour in the style sheet, with enough contrast.",
        ),
        Words(
            "De tekst “{text}” is half doorzichtig getekend",
            "Gebruik een volle kleur in plaats van `opacity`.",
            "Tekst met `opacity` onder 1 wordt getekend in een groep die schermlezers niet bereiken.",
            "Kies in het stijlblad een lichtere volle kleur, met genoeg contrast.",
        ),
    ),
    "pdf-engine-error": Message(
        Severity.ERROR,
        Words(
            "The typesetter reports: {message}",
            "Correct the template or the text that causes it.",
            "The typesetting engine met something that it could not carry out.",
            "Read the whole message, and correct the template or the Markdown that it speaks of.",
        ),
        Words(
            "De zetmachine meldt: {message}",
            "Verbeter het sjabloon of de tekst die dit veroorzaakt.",
            "De zetmachine kwam iets tegen dat zij niet kon uitvoeren.",
            "Lees de hele melding, en verbeter het sjabloon of de Markdown waarover zij gaat.",
        ),
    ),
    "pdf-engine-warning": Message(
        Severity.WARNING,
        Words(
            "The typesetter warns: {message}",
            "Correct the rule in the template's print.css.",
            "The typesetting engine passed over a rule of the style sheet that it does not know.",
            "Remove the rule from print.css, or write it as the engine understands it.",
        ),
        Words(
            "De zetmachine waarschuwt: {message}",
            "Verbeter de regel in print.css van het sjabloon.",
            "De zetmachine sloeg een regel van het stijlblad over die zij niet kent.",
            "Verwijder de regel uit print.css, of schrijf hem zoals de zetmachine hem begrijpt.",
        ),
    ),
    "pdf-page-zero": Message(
        Severity.ERROR,
        Words(
            "A page number 0 stands on page {page}",
            "Give the target of the reference `display: block`.",
            "A reference to a page number could not be resolved and printed 0. This happens when its target is laid out with flex or grid.",
            "Take `display: flex` or `grid` from the target in print.css.",
        ),
        Words(
            "Op bladzijde {page} staat een paginanummer 0",
            "Geef het doel van de verwijzing `display: block`.",
            "Een verwijzing naar een paginanummer kon niet worden opgelost en drukte 0 af. Dat gebeurt als het doel met flex of grid is opgemaakt.",
            "Haal in print.css `display: flex` of `grid` weg bij het doel.",
        ),
    ),
    "pdf-unresolved-reference": Message(
        Severity.ERROR,
        Words(
            "A reference on page {page} printed “??”",
            "Correct the target of the reference in the template.",
            "A counter or string that the style sheet refers to does not exist on the page.",
            "Correct the name in `target-counter()` or `target-text()` in print.css.",
        ),
        Words(
            "Een verwijzing op bladzijde {page} drukte “??” af",
            "Verbeter het doel van de verwijzing in het sjabloon.",
            "Een teller of tekst waarnaar het stijlblad verwijst, bestaat niet op de bladzijde.",
            "Verbeter de naam in `target-counter()` of `target-text()` in print.css.",
        ),
    ),
    "pdf-overflow": Message(
        Severity.ERROR,
        Words(
            "Text runs out of its column on page {page}: {text}",
            "Shorten the word or the address, or allow it to break.",
            "A line is wider than the place it has: a long word, a bare address, or a table with too many columns. Part of it may be unreadable.",
            "Write the address as a link with text, shorten the cell, or add `overflow-wrap: anywhere` in the template.",
        ),
        Words(
            "Op bladzijde {page} loopt tekst uit haar kolom: {text}",
            "Kort het woord of adres in, of laat het afbreken.",
            "Een regel is breder dan de plaats die hij heeft: een lang woord, een kaal adres, of een tabel met te veel kolommen. Een deel kan onleesbaar zijn.",
            "Schrijf het adres als koppeling met tekst, kort de cel in, of zet `overflow-wrap: anywhere` in het sjabloon.",
        ),
    ),
    "pdf-stranded-heading": Message(
        Severity.WARNING,
        Words(
            "A heading stands alone at the foot of page {page}: {text}",
            "Add `break-after: avoid` to headings in print.css.",
            "The text under a heading begins on the next page.",
            "Let the template keep headings with what follows, or move a paragraph.",
        ),
        Words(
            "Onderaan bladzijde {page} staat een kop alleen: {text}",
            "Voeg in print.css `break-after: avoid` toe aan koppen.",
            "De tekst onder een kop begint pas op de volgende bladzijde.",
            "Laat het sjabloon koppen bij hun tekst houden, of verplaats een alinea.",
        ),
    ),
    "pdf-short-last-page": Message(
        Severity.WARNING,
        Words(
            "The last page, {page}, is almost empty",
            "Shorten the text a little, or let it run on.",
            "Only a few lines stand on the last page. On paper that is a sheet for nothing.",
            "Shorten a paragraph or a note, so that the last lines fit on the page before.",
        ),
        Words(
            "De laatste bladzijde, {page}, is bijna leeg",
            "Kort de tekst iets in, of laat haar doorlopen.",
            "Op de laatste bladzijde staan maar een paar regels. Op papier is dat een vel voor niets.",
            "Kort een alinea of noot in, zodat de laatste regels op de bladzijde ervoor passen.",
        ),
    ),
    "pdf-not-tagged": Message(
        Severity.ERROR,
        Words(
            "{path} has no structure that can be read",
            "Choose a tagged PDF, such as one that Bronbrief made.",
            "The file is not a PDF, is damaged, is locked, or was made without tags. A screen reader can only guess at its order.",
            "Make the PDF again with tags (“accessible PDF”, “PDF/UA”), or build it with Bronbrief.",
        ),
        Words(
            "{path} heeft geen structuur die te lezen is",
            "Kies een PDF met tags, zoals Bronbrief ze maakt.",
            "Het bestand is geen PDF, is beschadigd of vergrendeld, of is zonder tags gemaakt. Een schermlezer kan de volgorde dan alleen raden.",
            "Maak de PDF opnieuw met tags (“toegankelijke PDF”, “PDF/UA”), of bouw hem met Bronbrief.",
        ),
    ),
}
