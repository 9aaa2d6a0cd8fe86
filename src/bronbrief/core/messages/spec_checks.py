"""Messages about what a spec says as a whole, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: tuple[str, str, str, str], nl: tuple[str, str, str, str]) -> Message:
    return Message(Severity.ERROR, Words(*en), Words(*nl))


MESSAGES: dict[str, Message] = {
    "text-bar-missing": Message(
        Severity.WARNING,
        Words(
            "The empty lines in this text are lost",
            "Write “{form}”, and indent the text on the lines below it.",
            "A text that begins right behind its key is one paragraph to YAML, however many empty lines it has. A quotation or a list in it then prints in mid-sentence.",
            "The bar says that the lines below it stay as they are. Indent them all by the same number of spaces.",
        ),
        Words(
            "De lege regels in deze tekst gaan verloren",
            "Schrijf “{form}”, en zet de tekst ingesprongen op de regels eronder.",
            "Een tekst die meteen achter zijn sleutel begint is voor YAML één alinea, hoeveel lege regels er ook in staan. Een citaat of een lijst komt dan midden in een zin te staan.",
            "De streep zegt dat de regels eronder blijven zoals ze zijn. Laat ze allemaal evenveel spaties inspringen.",
        ),
    ),
    "excerpt-selects-nothing": _error(
        (
            "The excerpt “{id}” does not say what to quote",
            "Add quote, from with to, or passage.",
            "An excerpt names a source but selects nothing in it.",
            "Copy the words into “quote”, or give the first and last words in “from” and “to”, or name a “passage” by its locator.",
        ),
        (
            "Het citaat “{id}” zegt niet wat er geciteerd wordt",
            "Voeg quote, from met to, of passage toe.",
            "Een citaat noemt een bron maar kiest er niets uit.",
            "Neem de woorden over in “quote”, of geef de eerste en laatste woorden in “from” en “to”, of noem een “passage” met haar vindplaats.",
        ),
    ),
    "excerpt-selects-twice": _error(
        (
            "An excerpt has both “{first}” and “{second}”",
            "Keep one of the two.",
            "An excerpt is selected in one way: by quote, by from and to, or by passage. With two, they could disagree.",
            "Remove one. Two stretches that you need apart are two excerpts.",
        ),
        (
            "Een citaat heeft zowel “{first}” als “{second}”",
            "Houd een van de twee.",
            "Een citaat wordt op één manier gekozen: met quote, met from en to, of met passage. Twee manieren kunnen elkaar tegenspreken.",
            "Verwijder er een. Twee stukken die u apart nodig hebt zijn twee citaten.",
        ),
    ),
    "excerpt-range-open": _error(
        (
            "“{given}” stands without “{absent}”",
            "Add “{absent}” with the words at the other end.",
            "A range needs its first words in “from” and its last words in “to”.",
            "Add the other end, or use “quote” for a short quotation.",
        ),
        (
            "“{given}” staat er zonder “{absent}”",
            "Voeg “{absent}” toe met de woorden aan het andere eind.",
            "Een bereik heeft eerste woorden nodig in “from” en laatste woorden in “to”.",
            "Voeg het andere eind toe, of gebruik “quote” voor een kort citaat.",
        ),
    ),
    "excerpt-key-useless": _error(
        (
            "“{key}” has no use beside “passage”",
            "Remove “{key}”.",
            "A locator names one passage whole, so nothing has to be told apart or joined.",
            "Remove the key, or select with “quote” instead of “passage”.",
        ),
        (
            "“{key}” heeft geen nut naast “passage”",
            "Verwijder “{key}”.",
            "Een vindplaats wijst een hele passage aan, dus er valt niets te onderscheiden of te verbinden.",
            "Verwijder de sleutel, of kies met “quote” in plaats van “passage”.",
        ),
    ),
    "excerpt-id-is-source": _error(
        (
            "“{id}” is also the name of a source",
            "Give the excerpt another name.",
            "A citation [@…] could mean the excerpt or the source.",
            "Rename the excerpt and the places that cite it.",
        ),
        (
            "“{id}” is ook de naam van een bron",
            "Geef het citaat een andere naam.",
            "Een verwijzing [@…] kan dan het citaat of de bron bedoelen.",
            "Hernoem het citaat en de plaatsen die ernaar verwijzen.",
        ),
    ),
    "excerpt-is-source": _error(
        (
            "“{id}” is a source; only an excerpt of it can stand here",
            "Define the words under “excerpts” and write that name, or cite the source as [@{id}].",
            "A source as a whole cannot be quoted: which of its words are meant is what an excerpt says.",
            "Add an excerpt with `source:` and the words, and use its name here. To cite the source as a whole or at a place, write [@id] or [@id, al. 3] in the text.",
        ),
        (
            "“{id}” is een bron; hier past alleen een citaat daaruit",
            "Leg de woorden vast onder “excerpts” en schrijf die naam, of verwijs met [@{id}].",
            "Een hele bron kan niet geciteerd worden: welke woorden bedoeld zijn, zegt een citaat onder “excerpts”.",
            "Voeg een citaat toe met `source:` en de woorden, en gebruik hier de naam ervan. Om naar de bron als geheel of naar een plaats erin te verwijzen: schrijf [@id] of [@id, al. 3] in de tekst.",
        ),
    ),
    "excerpt-unknown": _error(
        (
            "There is no excerpt “{id}”",
            "Define it under “excerpts”, or cite one of: {known}.",
            "An excerpt is cited that the spec does not define.",
            "Correct the name, or add the excerpt.",
        ),
        (
            "Er is geen citaat “{id}”",
            "Leg het vast onder “excerpts”, of verwijs naar een van: {known}.",
            "Er wordt verwezen naar een citaat dat niet is vastgelegd.",
            "Verbeter de naam, of voeg het citaat toe.",
        ),
    ),
    "excerpt-misspelt": _error(
        (
            "There is no excerpt “{id}”",
            "Write “{near}”, or define “{id}” under “excerpts”.",
            "An excerpt is cited that the spec does not define; another has a name very like it.",
            "Correct the name, or add the excerpt.",
        ),
        (
            "Er is geen citaat “{id}”",
            "Schrijf “{near}”, of leg “{id}” vast onder “excerpts”.",
            "Er wordt verwezen naar een citaat dat niet is vastgelegd; een ander heet bijna zo.",
            "Verbeter de naam, of voeg het citaat toe.",
        ),
    ),
    "source-unknown": _error(
        (
            "There is no source “{id}”",
            "Put {id}.txt in seeds/, or use one of: {known}.",
            "An excerpt is cut from a source that is not in seeds/.",
            "Correct the id, or add the document. `bronbrief sources` lists the ids.",
        ),
        (
            "Er is geen bron “{id}”",
            "Zet {id}.txt in seeds/, of gebruik een van: {known}.",
            "Een citaat komt uit een bron die niet in seeds/ staat.",
            "Verbeter de naam, of voeg het document toe. `bronbrief sources` noemt de bronnen.",
        ),
    ),
    "source-misspelt": _error(
        (
            "There is no source “{id}”",
            "Write “{near}” instead.",
            "An excerpt is cut from a source that is not in seeds/; another has a name very like it.",
            "Correct the id, or add the document. `bronbrief sources` lists the ids.",
        ),
        (
            "Er is geen bron “{id}”",
            "Schrijf “{near}”.",
            "Een citaat komt uit een bron die niet in seeds/ staat; een andere heet bijna zo.",
            "Verbeter de naam, of voeg het document toe. `bronbrief sources` noemt de bronnen.",
        ),
    ),
    "comparison-ragged": _error(
        (
            "This row has {cells} cells for {columns} columns",
            "Write one cell for each column; “–” for an empty one.",
            "A row of a comparison must have as many cells as there are columns, or values end up under the wrong head.",
            "Add “–” where no source says anything, or remove the cell that is too many. A comma inside a cell needs quotation marks.",
        ),
        (
            "Deze rij heeft {cells} cellen voor {columns} kolommen",
            "Schrijf één cel voor elke kolom; “–” voor een lege.",
            "Een rij van een vergelijking moet evenveel cellen hebben als er kolommen zijn, anders komen waarden onder de verkeerde kop.",
            "Voeg “–” toe waar geen bron iets zegt, of verwijder de cel die te veel is. Een komma in een cel vraagt aanhalingstekens.",
        ),
    ),
    "comparison-cite-ragged": _error(
        (
            "This row cites for {cites} cells but has {cells}",
            "Give one list for each cell, [] for a cell without a citation.",
            "The lists under “cite” belong to the cells by position. More lists than cells have nothing to belong to.",
            "Remove the lists that are too many, or add the missing cells.",
        ),
        (
            "Deze rij verwijst voor {cites} cellen maar heeft er {cells}",
            "Geef één lijst per cel, [] voor een cel zonder verwijzing.",
            "De lijsten onder “cite” horen bij de cellen op volgorde. Meer lijsten dan cellen horen nergens bij.",
            "Verwijder de lijsten die te veel zijn, of voeg de ontbrekende cellen toe.",
        ),
    ),
    "section-empty": _error(
        (
            "The section “{heading}” is empty",
            "Add a body or another block, or remove the section.",
            "A heading stands there with nothing under it.",
            "Write a body, a timeline, a comparison, questions, a figure, or sections within it.",
        ),
        (
            "De paragraaf “{heading}” is leeg",
            "Voeg tekst of een ander blok toe, of verwijder de paragraaf.",
            "Er staat een kop met niets eronder.",
            "Schrijf een body, timeline, comparison, questions, figure, of paragrafen daarbinnen.",
        ),
    ),
    "sections-too-deep": _error(
        (
            "Sections stand more than {limit} levels deep",
            "Move this section one level up.",
            "Headings have six levels and the first is the title. Deeper sections would have no heading that a screen reader can announce.",
            "Make the section a neighbour of the one it stands in.",
        ),
        (
            "Paragrafen staan meer dan {limit} niveaus diep",
            "Verplaats deze paragraaf een niveau omhoog.",
            "Koppen hebben zes niveaus en het eerste is de titel. Diepere paragrafen hebben geen kop die een schermlezer kan noemen.",
            "Maak de paragraaf de buur van die waar hij in staat.",
        ),
    ),
}
