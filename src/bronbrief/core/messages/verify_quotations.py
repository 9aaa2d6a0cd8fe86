"""Messages about verifying quotations and their sources, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words


def _error(en: Words, nl: Words) -> Message:
    return Message(Severity.ERROR, en, nl)


def _warning(en: Words, nl: Words) -> Message:
    return Message(Severity.WARNING, en, nl)


MESSAGES: dict[str, Message] = {
    "verify-source-absent": _warning(
        Words(
            "Source {source} is not at hand: not checked",
            "Name the folder that holds it with `--sources`; its SHA-256 is {sha256}.",
            "The text that was quoted from was not found, so that this quotation could not be compared with it. That says nothing for or against the quotation.",
            "Ask whoever published the brief for the text, put it in a folder and name that folder with `--sources`.",
        ),
        Words(
            "Bron {source} is niet bij de hand: niet gecontroleerd",
            "Noem de map waarin de bron staat met `--sources`; de SHA-256 is {sha256}.",
            "De tekst waaruit geciteerd is werd niet gevonden, zodat dit citaat er niet mee vergeleken kon worden. Dat zegt niets voor of tegen het citaat.",
            "Vraag de tekst aan wie de brief publiceerde, leg die in een map en noem die map met `--sources`.",
        ),
    ),
    "verify-source-changed": _error(
        Words(
            "Source {source} is not the text that was quoted from",
            "Compare it with the text whose SHA-256 is {sha256}; {stand} of its quotations still stand, {other} do not.",
            "The SHA-256 of the text at hand is not the one that was recorded. At least one byte was changed. Each quotation from it was looked for again, and is listed with what came of it.",
            "Find the text as it was when the brief was made. If the source itself was changed by its publisher, the brief needs a new version.",
        ),
        Words(
            "Bron {source} is niet de tekst waaruit geciteerd is",
            "Vergelijk met de tekst waarvan de SHA-256 {sha256} is; {stand} van de citaten eruit staan er nog, {other} niet.",
            "De SHA-256 van de tekst die er ligt is niet de vastgelegde. Ten minste één byte is veranderd. Elk citaat eruit is opnieuw gezocht, en staat in de lijst met de uitkomst.",
            "Zoek de tekst zoals die was toen de brief gemaakt werd. Heeft de uitgever de bron zelf veranderd, dan is een nieuwe versie van de brief nodig.",
        ),
    ),
    "verify-source-changed-outside": _error(
        Words(
            "Source {source} was changed, but outside the quotations",
            "Compare it with the text whose SHA-256 is {sha256}; all {stand} quotations stand.",
            "The SHA-256 of the text at hand is not the one that was recorded. At least one byte was changed. Every quotation from it was looked for again and still stands in the passage that was recorded.",
            "Find out what was changed: words beside a quotation can change what it means.",
        ),
        Words(
            "Bron {source} is gewijzigd, maar buiten de citaten",
            "Vergelijk met de tekst waarvan de SHA-256 {sha256} is; alle {stand} citaten staan er nog.",
            "De SHA-256 van de tekst die er ligt is niet de vastgelegde. Ten minste één byte is veranderd. Elk citaat eruit is opnieuw gezocht en staat nog in de vastgelegde passage.",
            "Ga na wat er veranderd is: woorden naast een citaat kunnen de betekenis veranderen.",
        ),
    ),
    "verify-moved": _error(
        Words(
            "In the changed source these words stand elsewhere: {found}",
            "Compare the place with what was recorded: {recorded}.",
            "The source was changed. The words still stand in it, but not in the passage that the brief names.",
            "Look whether the words still say the same there. A new version of the brief should name the new place.",
        ),
        Words(
            "In de gewijzigde bron staan deze woorden elders: {found}",
            "Vergelijk de plaats met wat is vastgelegd: {recorded}.",
            "De bron is gewijzigd. De woorden staan er nog in, maar niet in de passage die de brief noemt.",
            "Kijk of de woorden daar nog hetzelfde zeggen. Een nieuwe versie van de brief moet de nieuwe plaats noemen.",
        ),
    ),
    "verify-gone": _error(
        Words(
            "These words no longer stand in source {source}",
            "Compare the quotation with the source; what is there now is shown.",
            "The source was changed, and the words that were quoted are no longer in it.",
            "Find the text as it was when the brief was made. Without it the quotation cannot be proven.",
        ),
        Words(
            "Deze woorden staan niet meer in bron {source}",
            "Vergelijk het citaat met de bron; wat er nu staat wordt getoond.",
            "De bron is gewijzigd, en de geciteerde woorden staan er niet meer in.",
            "Zoek de tekst zoals die was toen de brief gemaakt werd. Zonder die tekst is het citaat niet te bewijzen.",
        ),
    ),
    "verify-words": _error(
        Words(
            "The recorded words are not those at their place in {source}",
            "Compare the words of {id}; what differs is shown.",
            "The source is the one that was quoted from, but at the recorded place it has other words. The evidence record was changed.",
            "Take the record as it was published. If that is the same, the quotation is not in the source.",
        ),
        Words(
            "De vastgelegde woorden staan niet op hun plaats in {source}",
            "Vergelijk de woorden van {id}; het verschil wordt getoond.",
            "De bron is die waaruit geciteerd is, maar op de vastgelegde plaats staan andere woorden. Het bewijsbestand is veranderd.",
            "Neem het bewijsbestand zoals het gepubliceerd is. Is dat hetzelfde, dan staat het citaat niet in de bron.",
        ),
    ),
    "verify-position": _error(
        Words(
            "The recorded place of {id} in {source} is wrong: {what}",
            "Ask for the evidence record as it was published.",
            "A record gives the place of the words twice, in characters and in bytes. These two must be the same stretch of the source, and lie within it.",
            "Take the record from the dossier as it was published.",
        ),
        Words(
            "De vastgelegde plaats van {id} in {source} klopt niet: {what}",
            "Vraag het bewijsbestand op zoals het gepubliceerd is.",
            "Een bewijsbestand geeft de plaats van de woorden twee keer, in tekens en in bytes. Dat moet hetzelfde stuk van de bron zijn, en erbinnen liggen.",
            "Neem het bewijsbestand uit het dossier zoals het gepubliceerd is.",
        ),
    ),
    "verify-locator": _error(
        Words(
            "{id} stands in {found} of {source}, not in {recorded}",
            "Look it up in the source under {found}.",
            "The words stand in the source, but the passage that the record names is another one.",
            "Take the record from the dossier as it was published. If that is the same, the place that the brief names is wrong.",
        ),
        Words(
            "{id} staat in {found} van {source}, niet in {recorded}",
            "Zoek het in de bron op onder {found}.",
            "De woorden staan in de bron, maar de passage die het bewijsbestand noemt is een andere.",
            "Neem het bewijsbestand uit het dossier zoals het gepubliceerd is. Is dat hetzelfde, dan klopt de plaats niet die de brief noemt.",
        ),
    ),
    "verify-surroundings": _error(
        Words(
            "The recorded text around {id} is not that in {source}",
            "Ask for the evidence record as it was published.",
            "A record holds the 32 characters before and after the words. These are not what stands around the words in the source.",
            "Take the record from the dossier as it was published.",
        ),
        Words(
            "De vastgelegde tekst rond {id} is niet die in {source}",
            "Vraag het bewijsbestand op zoals het gepubliceerd is.",
            "Een bewijsbestand bevat de 32 tekens voor en na de woorden. Dit is niet wat er in de bron omheen staat.",
            "Neem het bewijsbestand uit het dossier zoals het gepubliceerd is.",
        ),
    ),
    "verify-printed-words": _error(
        Words(
            "What prints for {id} is not made of the words of the source",
            "Compare what prints with the parts in the evidence record.",
            "A quotation prints the words of the source, with nothing but […] and words in brackets between them. This one has more, or less.",
            "Take the record from the dossier as it was published. If that is the same, the quotation does not say what the source says.",
        ),
        Words(
            "Wat er van {id} staat zijn niet de woorden van de bron",
            "Vergelijk wat er staat met de delen in het bewijsbestand.",
            "Een citaat toont de woorden van de bron, met niets dan […] en woorden tussen haken ertussen. Hier staat meer, of minder.",
            "Neem het bewijsbestand uit het dossier zoals het gepubliceerd is. Is dat hetzelfde, dan zegt het citaat niet wat de bron zegt.",
        ),
    ),
    "verify-order": _error(
        Words(
            "The parts of {id} do not follow each other in the source",
            "Look up each part in the source, and read what stands between.",
            "The parts of a quotation stand in the order of the source, and where words are left out it says […]. Here the order is another one, or something was left out without a mark.",
            "Take the record from the dossier as it was published. If that is the same, the quotation may mislead.",
        ),
        Words(
            "De delen van {id} volgen elkaar in de bron niet op",
            "Zoek elk deel op in de bron, en lees wat ertussen staat.",
            "De delen van een citaat staan in de volgorde van de bron, en waar woorden zijn weggelaten staat […]. Hier is de volgorde anders, of is er iets weggelaten zonder teken.",
            "Neem het bewijsbestand uit het dossier zoals het gepubliceerd is. Is dat hetzelfde, dan kan het citaat misleiden.",
        ),
    ),
    "verify-facts": _error(
        Words(
            "Evidence and record of {source} disagree: {what}",
            "Compare the two, and find out which of them was changed.",
            "The evidence repeats what the record of the source says: its checksum, title, publisher, date and address. Here the two differ.",
            "Take both as they were published. If the record was corrected after the brief was made, build the brief again.",
        ),
        Words(
            "Bewijs en record van {source} spreken elkaar tegen: {what}",
            "Vergelijk de twee, en ga na welke veranderd is.",
            "Het bewijs herhaalt wat het record van de bron zegt: controlesom, titel, uitgever, datum en adres. Hier verschillen ze.",
            "Neem beide zoals ze gepubliceerd zijn. Is het record verbeterd nadat de brief gemaakt is, bouw de brief dan opnieuw.",
        ),
    ),
    "verify-printed-otherwise": _error(
        Words(
            "{file} prints this quotation otherwise than recorded",
            "Read the source itself; what differs is shown.",
            "The quotation in the finished file is not the one that was proven. One of the two was changed afterwards, if only by a character.",
            "Take the file as it was published. What the source says stands in the source.",
        ),
        Words(
            "{file} geeft dit citaat anders dan is vastgelegd",
            "Lees de bron zelf; het verschil wordt getoond.",
            "Het citaat in het afgewerkte bestand is niet het citaat dat bewezen is. Eén van beide is later veranderd, al is het één teken.",
            "Neem het bestand zoals het gepubliceerd is. Wat de bron zegt staat in de bron.",
        ),
    ),
    "verify-not-recorded": _error(
        Words(
            "{file} has a quotation without evidence: “{words}”",
            "Look it up in the source yourself, or leave it out of account.",
            "The finished file has a quotation that is not in its evidence record, nor like any that is. It was added later, or typed by the author as a quotation of their own.",
            "Take the file as it was published. Quotations that Bronbrief proves come from the list of excerpts.",
        ),
        Words(
            "{file} heeft een citaat zonder bewijs: “{words}”",
            "Zoek het zelf op in de bron, of laat het buiten beschouwing.",
            "Het afgewerkte bestand heeft een citaat dat niet in het bewijsbestand staat en er ook niet op lijkt. Het is later toegevoegd, of door de auteur zelf als citaat getypt.",
            "Neem het bestand zoals het gepubliceerd is. Citaten die Bronbrief bewijst komen uit de lijst met excerpten.",
        ),
    ),
    "verify-not-printed": _error(
        Words(
            "{file} lacks this quotation",
            "Compare it with the file as it was published.",
            "The evidence record has a quotation that the finished file does not print. It was removed, or is no longer marked as a quotation.",
            "Take the file and the record from the same dossier, as it was published.",
        ),
        Words(
            "In {file} ontbreekt dit citaat",
            "Vergelijk het met het bestand zoals het gepubliceerd is.",
            "Het bewijsbestand heeft een citaat dat het afgewerkte bestand niet toont. Het is weggehaald, of is niet meer als citaat gemarkeerd.",
            "Neem het bestand en het bewijsbestand uit hetzelfde dossier, zoals het gepubliceerd is.",
        ),
    ),
    "verify-painted": _error(
        Words(
            "{file} shows other words here than it gives to screen readers",
            "Compare what you see with the source; what differs is shown.",
            "A PDF can hold words for screen readers and searches beside those that are drawn. In this quotation the two differ, or some of the words are not drawn at all.",
            "Ask for the PDF as it was published, and verify that one.",
        ),
        Words(
            "{file} toont hier andere woorden dan een schermlezer krijgt",
            "Vergelijk wat u ziet met de bron; het verschil wordt getoond.",
            "Een pdf kan woorden voor schermlezers en zoekfuncties bevatten naast de woorden die getekend zijn. In dit citaat verschillen die, of is een deel niet getekend.",
            "Vraag de pdf op zoals die gepubliceerd is, en controleer die.",
        ),
    ),
    "verify-attribution": _error(
        Words(
            "{file} names another place below this quotation: {found}",
            "Compare it with what was recorded: {recorded}.",
            "Beside a quotation stands where it comes from. That does not agree with the evidence record: the publisher, the date or the passage is another.",
            "Take the file as it was published. If that is the same, ask whoever made it.",
        ),
        Words(
            "{file} noemt bij dit citaat een andere vindplaats: {found}",
            "Vergelijk met wat is vastgelegd: {recorded}.",
            "Bij een citaat staat waar het vandaan komt. Dat klopt niet met het bewijsbestand: de uitgever, de datum of de passage is anders.",
            "Neem het bestand zoals het gepubliceerd is. Is dat hetzelfde, vraag dan wie het maakte.",
        ),
    ),
    "source-change-effect": _warning(
        Words(
            "Quotations from changed {source}: {stand} stand, {moved} moved, {gone} gone",
            "Read the proposals with this finding; nothing is changed for you.",
            "The text of a source no longer fits its record. The quotations of the last good build were looked for again in the text as it is now, so that you see what the change means for the brief.",
            "Restore the text if it was changed by accident. If the new text is the right one, take over the proposed lines, read each quotation that moved in its new place, and choose anew where words are gone.",
        ),
        Words(
            "Citaten uit gewijzigde {source}: {stand} staan, {moved} elders, {gone} weg",
            "Lees de voorstellen bij deze bevinding; er wordt niets voor u veranderd.",
            "De tekst van een bron past niet meer bij het record. De citaten van de laatste goede build zijn opnieuw gezocht in de tekst zoals die nu is, zodat u ziet wat de wijziging voor de brief betekent.",
            "Herstel de tekst als die per ongeluk veranderd is. Is de nieuwe tekst de goede, neem dan de voorgestelde regels over, lees elk verplaatst citaat op zijn nieuwe plaats, en kies opnieuw waar woorden weg zijn.",
        ),
    ),
}
