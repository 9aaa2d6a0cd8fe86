"""Messages about templates, typefaces, images and looks, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words
from bronbrief.core.messages import templates

MESSAGES: dict[str, Message] = templates.MESSAGES | {
    "font-unknown": Message(
        Severity.ERROR,
        Words(
            "No font package “{name}” is installed",
            "Use one of these, nearest first: {known}; or install fontpkg-{name}.",
            "The house style names a typeface for which no font package is installed. Fonts of the system are never used, so that a brief looks the same everywhere.",
            "Name an installed typeface under house.fonts, or install the package from PyPI.",
        ),
        Words(
            "Er is geen lettertypepakket “{name}”",
            "Gebruik een van deze, de meest gelijkende eerst: {known}; of installeer fontpkg-{name}.",
            "De huisstijl noemt een lettertype waarvan geen pakket geïnstalleerd is. Lettertypen van het systeem worden nooit gebruikt, zodat een brief er overal hetzelfde uitziet.",
            "Noem onder house.fonts een geïnstalleerd lettertype, of installeer het pakket van PyPI.",
        ),
    ),
    "font-style-missing": Message(
        Severity.ERROR,
        Words(
            "The typeface {name} has no static {weight} {style}",
            "Choose a typeface with regular, italic, bold and bold italic as static files.",
            "A brief uses four styles of each typeface: weights 400 and 700, normal and italic. Variable fonts do not count: the typesetter would have to cut them anew for every brief.",
            "Name another typeface under house.fonts.",
        ),
        Words(
            "Het lettertype {name} mist {weight} {style}",
            "Kies een lettertype met romein, cursief, vet en vetcursief als vaste bestanden.",
            "Een brief gebruikt vier snitten van elk lettertype: gewicht 400 en 700, recht en cursief. Variabele lettertypen tellen niet mee: die zouden voor elke brief opnieuw gesneden moeten worden.",
            "Noem onder house.fonts een ander lettertype.",
        ),
    ),
    "glyph-missing": Message(
        Severity.ERROR,
        Words(
            "No glyph for “{character}” ({code}, {name})",
            "Replace the character, or choose typefaces that have it: {fonts} do not.",
            "A character of the brief stands in neither of its typefaces. It would print as an empty box, and the file would not be archivable.",
            "Check that the character is what you meant. If it is, name a typeface under house.fonts that has it.",
        ),
        Words(
            "Geen letterteken voor “{character}” ({code}, {name})",
            "Vervang het teken, of kies lettertypen die het hebben: {fonts} hebben het niet.",
            "Een teken van de brief komt in geen van zijn lettertypen voor. Het zou als leeg vakje verschijnen, en het bestand zou niet archiveerbaar zijn.",
            "Ga na of het teken is wat u bedoelde. Zo ja, noem dan onder house.fonts een lettertype dat het heeft.",
        ),
    ),
    "house-contrast": Message(
        Severity.ERROR,
        Words(
            "The colour {colour} has a contrast of {ratio}:1 on white",
            "Choose a darker colour; {better} is the nearest that reads.",
            "Text in this colour cannot be read well by everyone. WCAG 2.1 AA, which binds public bodies, asks a contrast of at least 4.5:1.",
            "Change house.accent or house.ink to a colour with more contrast on white paper.",
        ),
        Words(
            "De kleur {colour} heeft op wit een contrast van {ratio}:1",
            "Kies een donkerder kleur; {better} is de naaste die leesbaar is.",
            "Tekst in deze kleur is niet voor iedereen goed te lezen. WCAG 2.1 AA, dat overheden bindt, vraagt een contrast van ten minste 4,5:1.",
            "Maak van house.accent of house.ink een kleur met meer contrast op wit papier.",
        ),
    ),
    "image-kind": Message(
        Severity.ERROR,
        Words(
            "{path} is not a PNG, JPEG, WebP or SVG image",
            "Save the image as PNG, JPEG, WebP or SVG.",
            "The first bytes of the file are not those of an image that pages can show. Its name does not count.",
            "Export the image again in one of the four formats.",
        ),
        Words(
            "{path} is geen PNG-, JPEG-, WebP- of SVG-afbeelding",
            "Bewaar de afbeelding als PNG, JPEG, WebP of SVG.",
            "De eerste bytes van het bestand zijn niet die van een afbeelding die op een pagina kan staan. De bestandsnaam telt niet.",
            "Exporteer de afbeelding opnieuw in een van de vier formaten.",
        ),
    ),
    "image-reaches-out": Message(
        Severity.ERROR,
        Words(
            "The SVG image {path} is not self-contained",
            "Export the image again without scripts, links to files, and document types.",
            "The image holds a script, refers to another file or address, or cannot be read as SVG. Pages hold only images that keep to themselves.",
            "Save it as plain SVG with its pictures embedded, or as PNG.",
        ),
        Words(
            "De SVG-afbeelding {path} staat niet op zichzelf",
            "Exporteer de afbeelding opnieuw zonder scripts, verwijzingen en documenttype.",
            "De afbeelding bevat een script, verwijst naar een ander bestand of adres, of is niet als SVG te lezen. Op een pagina komen alleen afbeeldingen die op zichzelf staan.",
            "Bewaar de afbeelding als gewone SVG met de beelden erin, of als PNG.",
        ),
    ),
    "image-unfolds": Message(
        Severity.ERROR,
        Words(
            "The image {path} is too large to draw",
            "Make it smaller: 3000 pixels across the page is more than print can show.",
            "The image has more than fifty million pixels, or is an SVG whose parts repeat each other many thousands of times. Drawing it would take all memory or never end.",
            "Save it smaller; turn a complex drawing into a PNG.",
        ),
        Words(
            "De afbeelding {path} is te groot om te tekenen",
            "Maak de afbeelding kleiner: 3000 pixels over de breedte is meer dan druk kan tonen.",
            "De afbeelding heeft meer dan vijftig miljoen pixels, of is een SVG waarvan de delen elkaar duizenden keren herhalen. Tekenen zou al het geheugen kosten of nooit klaar zijn.",
            "Bewaar de afbeelding kleiner; maak van een ingewikkelde tekening een PNG.",
        ),
    ),
}
