"""Messages about the author's own words: facts without a source, and advice; in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

_CAUSE = (
    "Your own words state something that does not occur in what is cited for it: the excerpts in the same paragraph, "
    "cell or moment, and quotations set off directly before or after it; where nothing is cited, the excerpts of the "
    "section. Publisher, author, title, date and actors in the records of those sources count as well."
)
_CURE = (
    "Cite the excerpt that says so, correct the words, or leave them out. Is it a sound inference of your own? Then "
    "put it under `accept`, in the section or at the top of the spec, as `{text: …, reason: …}`: the reason prints in "
    "the account of method."
)
_OORZAAK = (
    "In uw eigen tekst staat iets dat niet voorkomt in wat u ervoor aanhaalt: de citaten in dezelfde alinea, cel of "
    "gebeurtenis, en de citaten die er los vlak voor of na staan; is er niets aangehaald, dan de citaten in dezelfde "
    "paragraaf. Uitgever, auteur, titel, datum en betrokkenen uit het record van die bronnen tellen ook mee."
)
_OPLOSSING = (
    "Haal het citaat aan waarin het staat, verbeter de tekst, of laat het weg. Is het een verantwoorde eigen conclusie? "
    "Zet haar dan onder `accept`, in de paragraaf of bovenaan de briefdefinitie, als `{text: …, reason: …}`: de reden "
    "komt in de verantwoording te staan."
)


def _unsupported(english: str, dutch: str) -> Message:
    return Message(
        Severity.WARNING,
        Words(
            f"No source cited here has the {english} “{{text}}”",
            "Cite the excerpt that says so, correct it, or put it under `accept` with a reason.",
            _CAUSE,
            _CURE,
        ),
        Words(
            f"Geen bron die u hier aanhaalt heeft {dutch} “{{text}}”",
            "Haal het citaat aan waarin het staat, verbeter het, of zet het met een reden onder `accept`.",
            _OORZAAK,
            _OPLOSSING,
        ),
    )


MESSAGES: dict[str, Message] = {
    "claim-date": _unsupported("date", "de datum"),
    "claim-number": _unsupported("number", "het getal"),
    "claim-percentage": _unsupported("percentage", "het percentage"),
    "claim-amount": _unsupported("amount", "het bedrag"),
    "claim-name": _unsupported("name", "de naam"),
    "claim-quotation": Message(
        Severity.WARNING,
        Words(
            "Typed as a quotation, but not in what you cite: “{text}”",
            "Select the words as an excerpt and write ![[id]], or leave the quotation marks out.",
            "Two words or more stand between quotation marks in your own text, and no excerpt that is cited here has them. "
            "A reader takes them for the words of a source, but nothing proves that.",
            "Make an excerpt of the words and print it with ![[id]]; or cite the excerpt that has them. For a title or a "
            "term of your own, leave the quotation marks out, or put the words under `accept` with a reason.",
        ),
        Words(
            "Als citaat getypt, maar niet in wat u aanhaalt: “{text}”",
            "Maak er een citaat van en schrijf ![[id]], of laat de aanhalingstekens weg.",
            "In uw eigen tekst staan twee of meer woorden tussen aanhalingstekens, en geen citaat dat u hier aanhaalt heeft die "
            "woorden. Een lezer houdt ze voor de woorden van een bron, maar niets bewijst dat.",
            "Maak van de woorden een citaat en druk het af met ![[id]]; of haal het citaat aan waarin ze staan. Is het een "
            "titel of een eigen term, laat dan de aanhalingstekens weg, of zet de woorden met een reden onder `accept`.",
        ),
    ),
    "claim-uncited": Message(
        Severity.WARNING,
        Words(
            "“{text}” is not in what you cite here",
            "Cite {cite} as well, where it stands, or correct it.",
            _CAUSE,
            _CURE,
        ),
        Words(
            "“{text}” staat niet in wat u hier aanhaalt",
            "Haal ook {cite} aan, waar het wel staat, of verbeter het.",
            _OORZAAK,
            _OPLOSSING,
        ),
    ),
    "claim-uncited-below": Message(
        Severity.WARNING,
        Words(
            "“{text}” is not in what you cite under it",
            "Cite {cite} in the text that this heads, where it stands, or correct it.",
            _CAUSE,
            _CURE,
        ),
        Words(
            "“{text}” staat niet in wat u eronder aanhaalt",
            "Haal {cite} aan in de tekst die hieronder valt, waar het wel staat, of verbeter het.",
            _OORZAAK,
            _OPLOSSING,
        ),
    ),
    "accept-unused": Message(
        Severity.HINT,
        Words(
            "Nothing needs “{text}” to be accepted",
            "Remove it from `accept`, or write it as it stands in your text.",
            "An entry of `accept` covers no fact that would be reported without it: the words do not stand in this "
            "section, or a source that is cited there has them.",
            "Remove the entry. If you meant other words, copy them from your text.",
        ),
        Words(
            "“{text}” hoeft niet geaccepteerd te worden",
            "Verwijder het uit `accept`, of schrijf het zoals het in uw tekst staat.",
            "Een regel onder `accept` dekt niets dat anders gemeld zou worden: de woorden staan niet in deze paragraaf, "
            "of een bron die daar is aangehaald heeft ze wel.",
            "Verwijder de regel. Bedoelde u andere woorden, kopieer ze dan uit uw tekst.",
        ),
    ),
    "quoted-share": Message(
        Severity.HINT,
        Words(
            "You quote {share}% of {source}; the limit you set is {limit}%",
            "Quote less of it, or raise `quoted_share` under `advice`.",
            "A large part of one source stands in the brief. The law on quotation asks that number and size of the "
            "quotations are justified by their purpose; it names no number, and this limit is one of your own.",
            "Drop quotations that you can cite instead with `[@…]`, or shorten them. Documents of governments are often "
            "free to quote: then raise the limit.",
        ),
        Words(
            "U citeert {share}% van {source}; uw grens is {limit}%",
            "Citeer er minder uit, of verhoog `quoted_share` onder `advice`.",
            "Een groot deel van één bron staat in de brief. Het citaatrecht vraagt dat aantal en omvang van de citaten "
            "door het doel gerechtvaardigd zijn; het noemt geen getal, en deze grens is uw eigen.",
            "Laat citaten weg die u ook met `[@…]` kunt aanhalen, of kort ze in. Stukken van overheden mogen vaak vrij "
            "worden geciteerd: verhoog dan de grens.",
        ),
    ),
    "excerpt-bare": Message(
        Severity.HINT,
        Words(
            "The section “{heading}” quotes without a word of its own",
            "Say in a sentence who speaks and why it matters.",
            "A quotation is set off in a section that has no text of yours. A reader does not learn who says it, and "
            "the law on quotation expects a quotation to serve a text of one's own.",
            "Introduce the quotation in a sentence, or discuss it below.",
        ),
        Words(
            "De paragraaf “{heading}” citeert zonder eigen woorden",
            "Zeg in een zin wie er spreekt en waarom dat telt.",
            "Een citaat staat los in een paragraaf zonder tekst van uzelf. De lezer hoort niet wie het zegt, en het "
            "citaatrecht verwacht dat een citaat een eigen tekst dient.",
            "Leid het citaat in met een zin, of bespreek het eronder.",
        ),
    ),
    "quotations-adjacent": Message(
        Severity.HINT,
        Words(
            "Two quotations follow each other without own words between",
            "Write a sentence between them that says how they relate.",
            "Two quotations are set off one right after the other. A reader cannot tell where the one speaker ends and "
            "the other begins.",
            "Write a sentence between the two, or take them together as one excerpt with […].",
        ),
        Words(
            "Twee citaten volgen op elkaar zonder eigen woorden ertussen",
            "Schrijf er een zin tussen die zegt hoe zij samenhangen.",
            "Twee citaten staan los direct na elkaar. De lezer ziet niet waar de een ophoudt met spreken en de ander "
            "begint.",
            "Schrijf een zin tussen de twee, of neem ze samen als één citaat met […].",
        ),
    ),
    "two-names": Message(
        Severity.HINT,
        Words(
            "You write both “{first}” and “{second}”",
            "Choose one of the two for your own words; quotations keep theirs.",
            "Your own words use two names for the same. A reader may take them for two things.",
            "Use one name throughout, and explain the other once, in the account of method. The pairs stand under "
            "`one_name` in `advice`.",
        ),
        Words(
            "U schrijft zowel “{first}” als “{second}”",
            "Kies er een voor uw eigen tekst; citaten houden het hunne.",
            "Uw eigen tekst gebruikt twee namen voor hetzelfde. Een lezer kan denken dat het om twee dingen gaat.",
            "Gebruik overal één naam, en leg de andere één keer uit, in de verantwoording. De paren staan onder "
            "`one_name` in `advice`.",
        ),
    ),
    "brief-long": Message(
        Severity.HINT,
        Words(
            "The brief has {words} words of your own; the limit you set is {limit}",
            "Move what a reader can do without to a second brief.",
            "Councils ask for short papers: about four pages, or 1,500 words.",
            "Cut, or split the brief. The limit stands under `words` in `advice`.",
        ),
        Words(
            "De brief heeft {words} eigen woorden; uw grens is {limit}",
            "Verplaats wat de lezer kan missen naar een tweede brief.",
            "Raden vragen om korte stukken: een bladzijde of vier, of 1.500 woorden.",
            "Schrap, of splits de brief. De grens staat onder `words` in `advice`.",
        ),
    ),
}
