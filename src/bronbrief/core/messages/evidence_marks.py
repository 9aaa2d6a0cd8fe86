"""Messages about editing marks, deceptive characters and negations in quotations, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: Words, nl: Words) -> Message:
    return Message(Severity.ERROR, en, nl)


def _hint(en: Words, nl: Words) -> Message:
    return Message(Severity.HINT, en, nl)


MESSAGES: dict[str, Message] = {
    "sic-in-quote": _error(
        Words(
            "The mark [sic] in the quotation of {id} is not the source's",
            "Leave [sic] out of the quotation and add `sic: [{word}]`.",
            "Editing marks are no words of the source. Written into the quotation they cannot be told apart from them.",
            "Quote the words as they stand and list those that should print with [sic] under `sic`.",
        ),
        Words(
            "Het teken [sic] in het citaat van {id} is niet van de bron",
            "Laat [sic] uit het citaat weg en voeg `sic: [{word}]` toe.",
            "Redactietekens zijn geen woorden van de bron. In het citaat zelf zijn ze daar niet van te onderscheiden.",
            "Citeer de woorden zoals ze er staan en zet onder `sic` welke met [sic] afgedrukt worden.",
        ),
    ),
    "insertion-in-quote": _error(
        Words(
            "The words [{word}] in the quotation of {id} are not the source's",
            "Use `insert: [{{after: {after}, text: {word}}}]`, and […] for words it replaces.",
            "A word in brackets is the author's, not the source's. Written into the quotation it cannot be proven.",
            "Quote the source's words only. Add yours with `insert`; they print in square brackets. Where they replace words, put […] there.",
        ),
        Words(
            "De woorden [{word}] in het citaat van {id} zijn niet van de bron",
            "Gebruik `insert: [{{after: {after}, text: {word}}}]`, en […] voor woorden die het vervangt.",
            "Een woord tussen haken is van de auteur, niet van de bron. In het citaat zelf is het niet te bewijzen.",
            "Citeer alleen woorden van de bron. Voeg uw eigen woorden toe met `insert`; ze verschijnen tussen vierkante haken. Vervangen ze woorden, zet daar dan […].",
        ),
    ),
    "omission-mark": _error(
        Words(
            "“{mark}” in the quotation of {id} is not in the source",
            "Write […] for words that are left out.",
            "Only […] and [...] mark an omission. Other dots might be the source's own.",
            "Put […] where words are left out; the parts around it must follow each other in the source.",
        ),
        Words(
            "“{mark}” in het citaat van {id} staat niet in de bron",
            "Schrijf […] voor weggelaten woorden.",
            "Alleen […] en [...] geven een weglating aan. Andere puntjes kunnen van de bron zelf zijn.",
            "Zet […] waar woorden zijn weggelaten; de delen eromheen moeten in de bron op elkaar volgen.",
        ),
    ),
    "words-left-out": _error(
        Words(
            "The quotation of {id} leaves out words of {locator}",
            "Write […] where words are left out: `{offer}`. Or quote those words too.",
            "All words of the quotation stand in this passage in this order, but the source has more words between them, and nothing shows that they were left out.",
            "Take over the line that the hint gives; it was checked against the source. Or quote what stands between {+ and +} as well. Look whether the quotation still says what the source says.",
        ),
        Words(
            "Het citaat van {id} laat woorden weg uit {locator}",
            "Schrijf […] waar u iets weglaat: `{offer}`. Of citeer die woorden ook.",
            "Alle woorden van het citaat staan in deze volgorde in deze passage, maar de bron heeft er meer woorden tussen, en niets laat zien dat die zijn weggelaten.",
            "Neem de regel uit de aanwijzing over; die is tegen de bron gecontroleerd. Of citeer ook wat tussen {+ en +} staat. Kijk of het citaat nog zegt wat de bron zegt.",
        ),
    ),
    "quotation-marks-added": _error(
        Words(
            "The marks around the quotation of {id} are not in the source",
            "Leave out the quotation marks at both ends; the brief prints its own.",
            "The words stand in the source, but not between these quotation marks.",
            "Give the words alone. In YAML, quote marks that should not count are the outermost pair only.",
        ),
        Words(
            "De aanhalingstekens om het citaat van {id} staan niet in de bron",
            "Laat de aanhalingstekens aan beide einden weg; de brief zet ze zelf.",
            "De woorden staan in de bron, maar niet tussen deze aanhalingstekens.",
            "Geef alleen de woorden. In YAML telt alleen het buitenste paar aanhalingstekens niet mee.",
        ),
    ),
    "mark-not-found": _error(
        Words(
            "The {field} text “{text}” is not in the excerpt {id}",
            "Copy the words from the excerpt, whole words only.",
            "What is marked or followed by an insertion must stand in the excerpt itself, within one of its parts.",
            "Take over the words as the excerpt has them, or extend the excerpt so that it holds them.",
        ),
        Words(
            "De tekst “{text}” bij {field} staat niet in excerpt {id}",
            "Neem de woorden over uit het excerpt, alleen hele woorden.",
            "Wat gemarkeerd wordt of een toevoeging krijgt moet in het excerpt zelf staan, binnen één van zijn delen.",
            "Neem de woorden over zoals het excerpt ze heeft, of breid het excerpt uit zodat het ze bevat.",
        ),
    ),
    "insertion-ambiguous": _error(
        Words(
            "“{text}” stands {count} times in the excerpt {id}",
            "Give more words in `after`, so that only one place fits.",
            "An insertion comes after words that must occur once in the excerpt.",
            "Write the words before the insertion at greater length.",
        ),
        Words(
            "“{text}” staat {count} keer in excerpt {id}",
            "Geef meer woorden bij `after`, zodat maar één plaats past.",
            "Een toevoeging komt na woorden die één keer in het excerpt voorkomen.",
            "Schrijf meer van de woorden vóór de toevoeging op.",
        ),
    ),
    "deceptive-character": _error(
        Words(
            "{source}, {locator} hides the character {name}",
            "Quote around it, or mark the place with […].",
            "The cited text holds a character that shows nothing or turns the direction of writing. What a reader sees is then not what stands there.",
            "Select a stretch without the character. If the source is yours to renew, obtain a clean copy and record its new checksum.",
        ),
        Words(
            "{source}, {locator} verbergt het teken {name}",
            "Citeer eromheen, of zet daar […].",
            "De geciteerde tekst bevat een teken dat niets laat zien of de schrijfrichting omkeert. Wat een lezer ziet is dan niet wat er staat.",
            "Kies een stuk zonder dit teken. Kunt u de bron opnieuw krijgen, vraag dan een schoon exemplaar en leg de nieuwe controlesom vast.",
        ),
    ),
    "evidence-inconsistent": _error(
        Words(
            "What was cut for {id} differs from the bytes of {source}",
            "Report this with the source and the spec: the fault is in Bronbrief.",
            "Every quotation is checked a second time, straight against the bytes of the file. That check failed although the quotation was found.",
            "Select another stretch for now. Send the spec and the source to the makers of Bronbrief.",
        ),
        Words(
            "Wat voor {id} is geknipt wijkt af van de bytes van {source}",
            "Meld dit met de bron en de briefdefinitie: de fout zit in Bronbrief.",
            "Elk citaat wordt een tweede keer gecontroleerd, rechtstreeks tegen de bytes van het bestand. Die controle mislukte, hoewel het citaat gevonden was.",
            "Kies voorlopig een ander stuk. Stuur de briefdefinitie en de bron naar de makers van Bronbrief.",
        ),
    ),
    "negation-before": _hint(
        Words(
            "“{word}” stands just before what {id} quotes ({locator})",
            "Check that the quotation still says what the source says.",
            "The sentence of the source has a negation right before the words that are quoted. A quotation that begins after it may say the opposite.",
            "Begin the quotation earlier, or make the negation clear in your own sentence.",
        ),
        Words(
            "“{word}” staat vlak vóór wat {id} citeert ({locator})",
            "Controleer of het citaat nog zegt wat de bron zegt.",
            "De zin in de bron heeft een ontkenning vlak vóór de geciteerde woorden. Een citaat dat daarna begint kan het tegendeel zeggen.",
            "Begin het citaat eerder, of maak de ontkenning duidelijk in uw eigen zin.",
        ),
    ),
    "negation-after": _hint(
        Words(
            "“{word}” stands just after what {id} quotes ({locator})",
            "Check that the quotation still says what the source says.",
            "The sentence of the source has a negation right after the words that are quoted. A quotation that ends before it may say the opposite.",
            "End the quotation later, or make the negation clear in your own sentence.",
        ),
        Words(
            "“{word}” staat vlak na wat {id} citeert ({locator})",
            "Controleer of het citaat nog zegt wat de bron zegt.",
            "De zin in de bron heeft een ontkenning vlak na de geciteerde woorden. Een citaat dat daarvoor eindigt kan het tegendeel zeggen.",
            "Laat het citaat later eindigen, of maak de ontkenning duidelijk in uw eigen zin.",
        ),
    ),
}
