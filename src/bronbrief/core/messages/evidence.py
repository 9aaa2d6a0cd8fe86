"""Messages about finding quotations in their sources, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: Words, nl: Words) -> Message:
    return Message(Severity.ERROR, en, nl)


MESSAGES: dict[str, Message] = {
    "quote-empty": _error(
        Words(
            "The quotation of {id} has no words",
            "Write the words of the source; […] only stands for what is left out.",
            "The quotation holds nothing but marks of omission.",
            "Quote the words that matter, with […] between them where words are left out.",
        ),
        Words(
            "Het citaat van {id} heeft geen woorden",
            "Schrijf de woorden van de bron; […] staat alleen voor wat is weggelaten.",
            "Het citaat bevat niets dan weglatingstekens.",
            "Citeer de woorden waar het om gaat, met […] ertussen waar woorden zijn weggelaten.",
        ),
    ),
    "quote-drift": _error(
        Words(
            "{source} says something slightly different in {locator}",
            "Copy the words of the source, the line with +; in a quote, […] stands for words left out.",
            "The source has a stretch of text like this quotation, but not this quotation. Only white space, line breaks, hyphens at a line end, the style of quotation marks, no-break spaces, ligatures and Unicode composition may differ.",
            "Compare the two lines of the word diff. Take over what the source has, mark an omission with […], or add a word with insert.",
        ),
        Words(
            "{source} zegt het net anders in {locator}",
            "Neem de woorden bij + over; in een quote staat […] voor wat u weglaat.",
            "De bron heeft een passage die op dit citaat lijkt, maar dit citaat niet. Alleen witruimte, regeleinden, afbreekstreepjes, de vorm van aanhalingstekens, vaste spaties, ligaturen en Unicode-compositie mogen verschillen.",
            "Vergelijk de twee regels van het woordverschil. Neem over wat de bron heeft, geef een weglating aan met […] of voeg een woord toe met insert.",
        ),
    ),
    "quote-missing": _error(
        Words(
            "The quotation of {id} is not in {source}",
            "Check that the source is the right one, and copy the words from it.",
            "No passage of the source has these words, nor words much like them.",
            "Look for the words with `bronbrief find`, or print the source with `bronbrief sources ID`, and copy the quotation from there.",
        ),
        Words(
            "Het citaat van {id} staat niet in {source}",
            "Controleer of dit de juiste bron is, en neem de woorden daaruit over.",
            "Geen passage van de bron heeft deze woorden, of woorden die er veel op lijken.",
            "Zoek de woorden met `bronbrief find`, of druk de bron af met `bronbrief sources ID`, en neem het citaat daaruit over.",
        ),
    ),
    "quote-elsewhere": _error(
        Words(
            "These words are not in {source} but in {other}, {locator}",
            "Set `source: {other}`.",
            "The source named does not have the quotation. Another source of the workspace has it.",
            "Name the source that has the words. If both should have them, check which document you copied from.",
        ),
        Words(
            "Deze woorden staan niet in {source} maar in {other}, {locator}",
            "Zet `source: {other}`.",
            "De genoemde bron heeft het citaat niet. Een andere bron in de werkmap heeft het wel.",
            "Noem de bron die de woorden heeft. Als beide ze zouden moeten hebben, ga dan na uit welk document u ze overnam.",
        ),
    ),
    "part-elsewhere": _error(
        Words(
            "The quotation joins {source} and {other} ({locator})",
            "Make two excerpts, one for each source.",
            "One part of the quotation stands in the source named, another part only in a different source. Together they say what neither says.",
            "Define an excerpt for each source and cite both.",
        ),
        Words(
            "Het citaat voegt {source} en {other} ({locator}) samen",
            "Maak er twee excerpten van, één per bron.",
            "Een deel van het citaat staat in de genoemde bron, een ander deel alleen in een andere bron. Samen zeggen ze wat geen van beide zegt.",
            "Maak voor elke bron een excerpt en verwijs naar beide.",
        ),
    ),
    "quote-joins-sources": _error(
        Words(
            "The quotation joins words of {source} and {other}",
            "Make two excerpts, one for each source.",
            "The first words of the quotation stand in the source named, the rest only in a different source. Together they say what neither says.",
            "Define an excerpt for each source and cite both.",
        ),
        Words(
            "Het citaat voegt woorden van {source} en {other} samen",
            "Maak er twee excerpten van, één per bron.",
            "De eerste woorden van het citaat staan in de genoemde bron, de rest alleen in een andere bron. Samen zeggen ze wat geen van beide zegt.",
            "Maak voor elke bron een excerpt en verwijs naar beide.",
        ),
    ),
    "quote-joins-places": _error(
        Words(
            "The quotation of {id} joins two places of {source}",
            "Put […] between the two, in the order of the source, with `across: true` if need be.",
            "The first words stand in one place of the source and the rest in another, and the quotation does not show that anything is left out between them, or turns them round.",
            "Mark the omission with […] and keep to the order of the source. If the places lie in different passages, add `across: true` or make two excerpts.",
        ),
        Words(
            "Het citaat van {id} voegt twee plaatsen in {source} samen",
            "Zet […] tussen de twee, in de volgorde van de bron, zo nodig met `across: true`.",
            "De eerste woorden staan op de ene plaats in de bron en de rest op een andere, en het citaat laat niet zien dat er iets tussenuit is, of keert ze om.",
            "Geef de weglating aan met […] en houd de volgorde van de bron aan. Liggen de plaatsen in verschillende passages, voeg dan `across: true` toe of maak twee excerpten.",
        ),
    ),
    "quote-ambiguous": _error(
        Words(
            "The quotation of {id} has {count} places in {source}",
            "Add words before or after it, or add `{remedy}` for the first place.",
            "The words stand in the source more than once, so that nobody can tell which place is meant.",
            "Quote more words, or tell the places apart with `prefix` (the words just before) or `suffix` (the words just after). The list shows each place with one that is ready to paste.",
        ),
        Words(
            "Het citaat van {id} heeft {count} plaatsen in {source}",
            "Citeer ook woorden ervoor of erna, of voeg `{remedy}` toe voor de eerste plaats.",
            "De woorden staan meer dan eens in de bron, zodat niet te zeggen is welke plaats bedoeld is.",
            "Citeer meer woorden, of onderscheid de plaatsen met `prefix` (de woorden ervoor) of `suffix` (de woorden erna). De lijst toont bij elke plaats een regel om over te nemen.",
        ),
    ),
    "quote-cuts-word": _error(
        Words(
            "The quotation cuts through “{word}” in {locator}",
            "Quote “{word}” whole, or leave it out.",
            "The characters stand in the source, but the quotation begins or ends within a word or a number: part of a word is another word, and part of a number another number.",
            "Take the whole word or number, with its sign, currency or percent sign.",
        ),
        Words(
            "Het citaat snijdt door “{word}” in {locator}",
            "Citeer “{word}” heel, of laat het weg.",
            "De tekens staan in de bron, maar het citaat begint of eindigt midden in een woord of getal: een deel van een woord is een ander woord, een deel van een getal een ander getal.",
            "Neem het hele woord of getal over, met teken, munteenheid of procentteken.",
        ),
    ),
    "quote-crosses-passages": _error(
        Words(
            "The quotation runs from {first} into {last}",
            "Put an empty line between the paragraphs, in a block that begins with `quote: |`.",
            "The words follow each other in the source, but a new paragraph begins between them, and the quotation does not show it.",
            "Write the quotation as a literal block (`quote: |`) with an empty line where the new paragraph begins, or select the stretch with `from` and `to`.",
        ),
        Words(
            "Het citaat loopt van {first} door in {last}",
            "Zet een witregel tussen de alinea's, in een blok dat begint met `quote: |`.",
            "De woorden volgen in de bron op elkaar, maar ertussen begint een nieuwe alinea en het citaat laat dat niet zien.",
            "Schrijf het citaat als letterlijk blok (`quote: |`) met een witregel waar de nieuwe alinea begint, of kies het stuk met `from` en `to`.",
        ),
    ),
    "parts-out-of-order": _error(
        Words(
            "The parts of {id} do not follow each other in {source}",
            "Put the parts in the order of the source, or make two excerpts.",
            "Each part around […] stands in the source, but not in this order. Parts that are turned round may say something that the source does not say.",
            "Follow the order of the source; the list shows where each part stands.",
        ),
        Words(
            "De delen van {id} volgen elkaar niet op in {source}",
            "Zet de delen in de volgorde van de bron, of maak twee excerpten.",
            "Elk deel rond […] staat in de bron, maar niet in deze volgorde. Omgekeerde delen kunnen iets zeggen wat de bron niet zegt.",
            "Houd de volgorde van de bron aan; de lijst toont waar elk deel staat.",
        ),
    ),
    "parts-across-passages": _error(
        Words(
            "The parts of {id} stand in different passages of {source}",
            "Add `across: true` if so much may be left out, or make two excerpts.",
            "An omission that runs over the end of a paragraph leaves out much, so it must be asked for.",
            "Check that the parts belong together, then add `across: true` to the excerpt. Otherwise make two excerpts.",
        ),
        Words(
            "De delen van {id} staan in verschillende passages van {source}",
            "Voeg `across: true` toe als er zoveel weg mag, of maak twee excerpten.",
            "Een weglating die over het eind van een alinea heen loopt laat veel weg; daarom moet erom gevraagd worden.",
            "Ga na of de delen bij elkaar horen en voeg dan `across: true` toe aan het excerpt. Maak er anders twee excerpten van.",
        ),
    ),
    "range-reversed": _error(
        Words(
            "In {source} these last words do not come after the first",
            "Take `to` from a place after `from`; `from` stands in {begin}, `to` in {end}.",
            "Both ends of the range stand in the source, but the last words do not stand after the first words.",
            "Swap the two, or choose last words that come later.",
        ),
        Words(
            "In {source} staan deze laatste woorden niet na de eerste",
            "Neem `to` van een plaats na `from`; `from` staat in {begin}, `to` in {end}.",
            "Beide einden van het stuk staan in de bron, maar de laatste woorden staan niet na de eerste.",
            "Verwissel de twee, of kies laatste woorden die later komen.",
        ),
    ),
    "context-not-there": _error(
        Words(
            "The {field} of {id} does not stand beside its quotation",
            "Write the words that stand there, such as “{words}”.",
            "The quotation stands in the source, but no place of it has these words just before (prefix) or just after (suffix).",
            "Copy the words that touch the quotation, without leaving any out between.",
        ),
        Words(
            "De {field} van {id} staat niet naast het citaat",
            "Schrijf de woorden die daar staan, zoals “{words}”.",
            "Het citaat staat in de bron, maar op geen enkele plaats met deze woorden direct ervoor (prefix) of erna (suffix).",
            "Neem de woorden over die aan het citaat grenzen, zonder er woorden tussen weg te laten.",
        ),
    ),
    "passage-unknown": _error(
        Words(
            "{source} has no passage “{text}”",
            "Choose one of: {known}.",
            "The locator is well formed, but the source has no such passage.",
            "Print the passages with `bronbrief sources ID` and take the locator from there.",
        ),
        Words(
            "{source} heeft geen passage “{text}”",
            "Kies er een uit: {known}.",
            "De vindplaats is goed geschreven, maar de bron heeft zo'n passage niet.",
            "Druk de passages af met `bronbrief sources ID` en neem de vindplaats daaruit over.",
        ),
    ),
    "passage-unlike": _error(
        Words(
            "“{text}” is not how a locator is written",
            "Write {form}",
            "A locator names one passage: its kind and its number. Several passages are a list of locators.",
            "Write `passage: [al. 3, al. 4]` for two, and in a text [@source, al. 3; @source, al. 4]; `from` and `to` take a longer stretch.",
        ),
        Words(
            "Zo wordt een vindplaats niet geschreven: “{text}”",
            "Schrijf {form}",
            "Een vindplaats noemt één passage: het soort en het nummer. Meer passages vormen een lijst van vindplaatsen.",
            "Schrijf `passage: [al. 3, al. 4]` voor twee, en in een tekst [@bron, al. 3; @bron, al. 4]; met `from` en `to` neemt u een langer stuk.",
        ),
    ),
    "passage-unreadable": _error(
        Words(
            "“{text}” is not a locator",
            "Write a locator such as: {known}.",
            "A locator names a kind of passage and its number: al. 3; kop 1; bijschrift 1; vraag 2; antwoord 2, al. 1.",
            "Print the passages with `bronbrief sources ID` and take the locator from there.",
        ),
        Words(
            "“{text}” is geen vindplaats",
            "Schrijf een vindplaats zoals: {known}.",
            "Een vindplaats noemt een soort passage en het nummer: al. 3; kop 1; bijschrift 1; vraag 2; antwoord 2, al. 1.",
            "Druk de passages af met `bronbrief sources ID` en neem de vindplaats daaruit over.",
        ),
    ),
    "passage-none": _error(
        Words(
            "The list of passages of {id} is empty",
            "Write a locator, such as al. 3.",
            "An excerpt that selects by passage must name at least one.",
            "Print the passages with `bronbrief sources ID` and name those that you want.",
        ),
        Words(
            "De lijst met passages van {id} is leeg",
            "Schrijf een vindplaats, zoals al. 3.",
            "Een excerpt dat op passage kiest moet er ten minste één noemen.",
            "Druk de passages af met `bronbrief sources ID` en noem de passages die u wilt.",
        ),
    ),
    "passages-out-of-order": _error(
        Words(
            "“{text}” does not come after “{before}” in the source",
            "Put the passages in the order of the source, each once.",
            "Passages in one excerpt print as one quotation. In another order they may say something that the source does not say.",
            "Order the list as the source is ordered, or make an excerpt of each passage.",
        ),
        Words(
            "“{text}” komt in de bron niet na “{before}”",
            "Zet de passages in de volgorde van de bron, elk één keer.",
            "Passages in één excerpt verschijnen als één citaat. In een andere volgorde kunnen ze iets zeggen wat de bron niet zegt.",
            "Orden de lijst zoals de bron geordend is, of maak van elke passage een excerpt.",
        ),
    ),
}
