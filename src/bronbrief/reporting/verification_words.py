"""The fixed words of the page on a verification, in English and Dutch."""

from collections.abc import Mapping

MARKS: Mapping[str, str] = {"proven": "✓", "wrong": "✗", "unchecked": "–"}

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "lang": "en",
        "title": "Verification of quotations",
        "proven": "right",
        "wrong": "wrong",
        "unchecked": "not checked",
        "excerpt": "Excerpt {id}",
        "listed": "Files as in the list of checksums: {count}.",
        "none": "No quotations were found to verify.",
        "only": "The one quotation stands so in its source.",
        "every": "All {all} quotations stand so in their sources.",
        "some": "Quotations: {all}, of which {right} right, {wrong} wrong, {open} not checked.",
        "also": "Besides, there is something wrong with files or sources: {count}.",
        "limits": "This does not prove who made the files: when in doubt, compare with the published copy.\n"
        "That a PDF says it is PDF/A-2a and PDF/UA-1 was looked at; whether it is so is for a validator.",
        "outcome": "Outcome",
        "quotation": "Quotation",
        "words": "First words",
        "source": "Source",
        "remarks": "Remarks",
        "files": "Files",
    },
    "nl": {
        "lang": "nl",
        "title": "Controle van citaten",
        "proven": "klopt",
        "wrong": "klopt niet",
        "unchecked": "niet gecontroleerd",
        "excerpt": "Excerpt {id}",
        "listed": "Bestanden zoals in de lijst met controlesommen: {count}.",
        "none": "Er zijn geen citaten gevonden om te controleren.",
        "only": "Het ene citaat staat zo in de bron.",
        "every": "Alle {all} citaten staan zo in de bron.",
        "some": "Citaten: {all}, waarvan {right} juist, {wrong} onjuist, {open} niet gecontroleerd.",
        "also": "Daarnaast klopt er iets niet aan bestanden of bronnen: {count}.",
        "limits": "Dit bewijst niet wie de bestanden maakte: vergelijk bij twijfel met wat gepubliceerd is.\n"
        "Gekeken is of een pdf zegt dat hij PDF/A-2a en PDF/UA-1 is; of dat zo is, is aan een validator.",
        "outcome": "Uitkomst",
        "quotation": "Citaat",
        "words": "Eerste woorden",
        "source": "Bron",
        "remarks": "Opmerkingen",
        "files": "Bestanden",
    },
}
