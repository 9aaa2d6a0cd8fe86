"""Messages about the author's Markdown: headings, links, tables; in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "markdown-image": Message(
        Severity.ERROR,
        Words(
            "An image in Markdown: {text}",
            "Use a figure block with image, alt and caption.",
            "Images in running text have no place for a caption or credit, and often no description.",
            "Give the section a `figure:` with the image's path from the top of the workspace.",
        ),
        Words(
            "Een afbeelding in Markdown: {text}",
            "Gebruik een figure-blok met image, alt en caption.",
            "Een afbeelding in lopende tekst heeft geen plaats voor een bijschrift of bronvermelding, en vaak geen beschrijving.",
            "Geef de sectie een `figure:` met het pad van de afbeelding vanaf de bovenste map van de werkmap.",
        ),
    ),
    "quotation-typed": Message(
        Severity.ERROR,
        Words(
            "A typed quotation, not cut from a source",
            "Define the words under `excerpts` and put ![[id]] here.",
            "A paragraph that begins with > would print as a quotation, but it was typed, not cut from a source: nothing proves it.",
            "Add an excerpt with its source and words, and write ![[id]] alone in a paragraph. For text of your own, remove the >.",
        ),
        Words(
            "Een getypt citaat, niet uit een bron geknipt",
            "Zet de woorden onder `excerpts` en schrijf hier ![[id]].",
            "Een alinea die met > begint zou als citaat verschijnen, maar is getypt en niet uit een bron geknipt: niets bewijst haar.",
            "Voeg een citaat toe met bron en woorden, en schrijf ![[id]] alleen in een alinea. Voor eigen tekst: haal de > weg.",
        ),
    ),
    "markdown-html": Message(
        Severity.WARNING,
        Words(
            "{tag} will print as it stands",
            "Remove the tag; use Markdown for emphasis, lists and links.",
            "HTML in the text is not read as HTML. What looks like a tag prints with its angle brackets.",
            "Write **strong**, *emphasis*, lists and links in Markdown, or leave the tag out.",
        ),
        Words(
            "{tag} wordt letterlijk afgedrukt",
            "Verwijder de tag; gebruik Markdown voor nadruk, lijsten en links.",
            "HTML in de tekst wordt niet als HTML gelezen. Wat op een tag lijkt, wordt met punthaken en al afgedrukt.",
            "Schrijf **vet**, *cursief*, lijsten en links in Markdown, of laat de tag weg.",
        ),
    ),
    "markdown-footnote": Message(
        Severity.WARNING,
        Words(
            "{text} is no note here and will print as it stands",
            "Write [@id] for a note on a source, or put the words in the sentence.",
            "Bronbrief makes and numbers the notes itself, from the references to excerpts and sources. It knows no footnotes with words of your own.",
            "Cite with [@id] or [@source, al. 3], and remove the text of the footnote. What only explains belongs in the text.",
        ),
        Words(
            "{text} is hier geen noot en wordt letterlijk afgedrukt",
            "Schrijf [@id] voor een noot bij een bron, of zet de woorden in de zin.",
            "Bronbrief maakt en nummert de noten zelf, uit de verwijzingen naar citaten en bronnen. Voetnoten met eigen tekst kent het niet.",
            "Verwijs met [@id] of [@bron, al. 3], en verwijder de tekst van de voetnoot. Wat alleen uitleg is, hoort in de tekst.",
        ),
    ),
    "markdown-bullet": Message(
        Severity.WARNING,
        Words(
            "Lines that begin with “{mark}” are not read as a list",
            "Begin them with “- ” in the place of “{mark} ”, with an empty line before the list.",
            "An item of a list begins with a hyphen and a space. Other bullets come along from a word processor, and the lines print as running text.",
            "Replace the bullets or long dashes by hyphens.",
        ),
        Words(
            "Regels die beginnen met “{mark}” worden geen lijst",
            "Begin ze met “- ” in plaats van “{mark} ”, met een witregel voor de lijst.",
            "Een punt van een lijst begint met een koppelteken en een spatie. Andere tekens komen mee uit een tekstverwerker, en de regels verschijnen als lopende tekst.",
            "Vervang de opsommingstekens of lange streepjes door koppeltekens.",
        ),
    ),
    "markdown-dash-space": Message(
        Severity.WARNING,
        Words(
            "“{text}” is not read as an item of a list",
            "Put a space after the dash, and an empty line before the list.",
            "An item of a list begins with a dash and a space. Without the space the dash belongs to the word, and the lines print as running text.",
            "Write “- item”. If it is no list, put a backslash before the dash.",
        ),
        Words(
            "“{text}” wordt niet als punt van een lijst gelezen",
            "Zet een spatie achter het streepje, en een witregel voor de lijst.",
            "Een punt van een lijst begint met een streepje en een spatie. Zonder de spatie hoort het streepje bij het woord en verschijnen de regels als lopende tekst.",
            "Schrijf “- punt”. Is het geen lijst, zet dan een backslash voor het streepje.",
        ),
    ),
    "markdown-list-in-text": Message(
        Severity.WARNING,
        Words(
            "This list will print as running text",
            "Put an empty line before the list.",
            "A list begins a paragraph of its own. Without an empty line its items go on in the lines before it, with their dashes or numbers between the words.",
            "Put an empty line before the first item. If it is no list, put a backslash before the dash.",
        ),
        Words(
            "Deze lijst komt als lopende tekst in de brief",
            "Zet een witregel voor de lijst.",
            "Een lijst begint een eigen alinea. Zonder witregel ervoor lopen de punten door in de regels ervoor, met streepjes of nummers tussen de woorden.",
            "Zet een witregel voor het eerste punt. Is het geen lijst, zet dan een backslash voor het streepje.",
        ),
    ),
    "markdown-heading-not-here": Message(
        Severity.ERROR,
        Words(
            "A heading cannot stand here",
            "Remove the # signs, or move the text to the body of a section.",
            "Key messages, events, cells, questions, captions and the account of method are parts of a line or a list, without headings.",
            "Make it a plain sentence, or write a section with a heading.",
        ),
        Words(
            "Hier kan geen kop staan",
            "Verwijder de hekjes, of zet de tekst in de body van een sectie.",
            "Kernpunten, gebeurtenissen, cellen, vragen, bijschriften en de verantwoording zijn delen van een regel of lijst, zonder koppen.",
            "Maak er een gewone zin van, of schrijf een sectie met een kop.",
        ),
    ),
    "heading-level-skipped": Message(
        Severity.ERROR,
        Words(
            "The heading {found} does not fit; here it is {expected}",
            "Use {expected}, or a level between it and the section's own.",
            "Headings form an outline. A heading in a section is deeper than the section's own, and goes down one level at a time; screen readers rely on that.",
            "Correct the number of # signs, or make it a section of its own under `sections:`.",
        ),
        Words(
            "De kop {found} past niet; hier hoort {expected}",
            "Gebruik {expected}, of een niveau tussen dit en dat van de sectie.",
            "Koppen vormen een inhoudsopgave. Een kop in een sectie is dieper dan die van de sectie zelf en daalt één niveau tegelijk; schermlezers steunen daarop.",
            "Verbeter het aantal hekjes, of maak er een eigen sectie van onder `sections:`.",
        ),
    ),
    "markdown-mark-left": Message(
        Severity.WARNING,
        Words(
            "“{mark}” prints as it stands: it has no other end",
            "Write {mark} right after the last word too; or \\* for an asterisk that should print.",
            "Emphasis needs its mark right before the first word and right after the last, in one paragraph.",
            "Add the mark that is missing, or take away the space beside it. Put \\ before an asterisk that should print.",
        ),
        Words(
            "“{mark}” komt zo op papier: het andere einde ontbreekt",
            "Schrijf {mark} ook direct na het laatste woord; of \\* voor een sterretje dat er moet staan.",
            "Nadruk heeft een teken direct voor het eerste woord en direct na het laatste, binnen één alinea.",
            "Zet het teken erbij dat ontbreekt, of haal de spatie ernaast weg. Zet \\ voor een sterretje dat er moet staan.",
        ),
    ),
    "markdown-strike": Message(
        Severity.WARNING,
        Words(
            "“{mark}” prints as it stands: no text is struck out here",
            "Remove the text that no longer holds, and the {mark} around it.",
            "Bronbrief knows no struck-out text: what a brief says, it says.",
            "Remove the marks. If readers should know that something changed, say so in words.",
        ),
        Words(
            "“{mark}” komt zo op papier: doorhalen kan hier niet",
            "Verwijder de tekst die niet meer geldt, met de {mark} eromheen.",
            "Bronbrief kent geen doorgehaalde tekst: wat een brief zegt, dat zegt hij.",
            "Verwijder de tekens. Moeten lezers weten dat iets is veranderd, zeg dat dan in woorden.",
        ),
    ),
    "markdown-table-ragged": Message(
        Severity.ERROR,
        Words(
            "This row has {cells} cells, the table's head {columns}",
            "Give every row of the table as many cells as its head.",
            "A row with too few cells would be padded, one with too many would lose its last: the table would say something else.",
            "Add or remove a |. Put \\ before a | that belongs to the text.",
        ),
        Words(
            "Deze rij heeft {cells} cellen, de tabelkop {columns}",
            "Geef elke rij van de tabel evenveel cellen als de kop.",
            "Een rij met te weinig cellen zou worden aangevuld, een met te veel zou de laatste verliezen: de tabel zou iets anders zeggen.",
            "Voeg een | toe of haal er een weg. Zet \\ voor een | die bij de tekst hoort.",
        ),
    ),
    "markdown-too-complex": Message(
        Severity.ERROR,
        Words(
            "The brackets or backticks here are too many to read",
            "Remove what is left open, or split the text into paragraphs.",
            "So many brackets or backticks are open at once that reading the text as Markdown would take too long. Text for readers never needs that.",
            "Look for brackets without an end, or for text that was pasted from a program.",
        ),
        Words(
            "Hier staan te veel haken of backticks om te lezen",
            "Verwijder wat open is blijven staan, of splits de tekst in alinea's.",
            "Er staan zoveel haken of backticks tegelijk open dat het lezen van de tekst als Markdown te lang zou duren. Tekst voor lezers heeft dat nooit nodig.",
            "Zoek haken zonder einde, of tekst die uit een programma is geplakt.",
        ),
    ),
    "link-text-bare": Message(
        Severity.WARNING,
        Words(
            "The link text is a bare address: {text}",
            "Write words that say where the link leads: [words](address).",
            "A screen reader spells an address out, and a reader of a list of links cannot tell what it is.",
            "Write [name of the page](address). The address of a source prints in the list of sources.",
        ),
        Words(
            "De linktekst is een kaal adres: {text}",
            "Schrijf woorden die zeggen waar de link heen gaat: [woorden](adres).",
            "Een schermlezer spelt een adres uit, en wie een lijst van links leest, weet niet wat het is.",
            "Schrijf [naam van de pagina](adres). Het adres van een bron staat al in de bronnenlijst.",
        ),
    ),
    "link-text-missing": Message(
        Severity.ERROR,
        Words(
            "A link to {address} has no text",
            "Write between the square brackets where the link leads.",
            "A link without words cannot be seen or heard.",
            "Write [words](address).",
        ),
        Words(
            "Een link naar {address} heeft geen tekst",
            "Schrijf tussen de blokhaken waar de link heen gaat.",
            "Een link zonder woorden is niet te zien of te horen.",
            "Schrijf [woorden](adres).",
        ),
    ),
    "link-refused": Message(
        Severity.ERROR,
        Words(
            "The address {address} cannot be linked to",
            "Use a whole address that begins with https://, http:// or mailto:.",
            "A brief is one file that travels: it links to pages of the web, to mail addresses and to places in itself, and to nothing else.",
            "Write the whole address, or remove the link.",
        ),
        Words(
            "Naar het adres {address} kan niet gelinkt worden",
            "Gebruik een volledig adres dat begint met https://, http:// of mailto:.",
            "Een brief is één bestand dat op reis gaat: hij linkt naar webpagina's, mailadressen en plaatsen in zichzelf, en naar niets anders.",
            "Schrijf het volledige adres, of verwijder de link.",
        ),
    ),
    "link-target-unknown": Message(
        Severity.ERROR,
        Words(
            "The brief has no place #{anchor}",
            "Write #{near}, if that is what you mean, or remove the link.",
            "A link leads to a place in the brief that does not exist.",
            "A section is #deel- with its heading in small letters and hyphens. Use #deel-…, #citaat-1, #noot-1, #vraag-1 or #bron-… as they stand in the web page.",
        ),
        Words(
            "De brief heeft geen plaats #{anchor}",
            "Schrijf #{near}, als u dat bedoelt, of verwijder de link.",
            "Een link leidt naar een plaats in de brief die niet bestaat.",
            "Een sectie is #deel- met de kop in kleine letters en koppeltekens. Gebruik #deel-…, #citaat-1, #noot-1, #vraag-1 of #bron-… zoals ze in de webpagina staan.",
        ),
    ),
}
