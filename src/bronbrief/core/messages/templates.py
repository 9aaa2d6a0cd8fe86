"""Messages about templates, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "template-unknown": Message(
        Severity.ERROR,
        Words(
            "There is no template “{name}”",
            "Use one of these, nearest first: {known}. A folder of your own counts once it has a template.yaml.",
            "The spec names a template that is neither in templates/ nor among those that Bronbrief ships.",
            "Correct the name, or make the folder templates/{name} with a template.yaml and a brief.html.j2.",
        ),
        Words(
            "Er is geen sjabloon “{name}”",
            "Gebruik een van deze, de meest gelijkende eerst: {known}. Een eigen map telt met een template.yaml erin.",
            "De briefdefinitie noemt een sjabloon dat niet in templates/ staat en niet bij Bronbrief hoort.",
            "Verbeter de naam, of maak de map templates/{name} met een template.yaml en een brief.html.j2.",
        ),
    ),
    "template-key": Message(
        Severity.ERROR,
        Words(
            "A template.yaml has no key “{key}”",
            "Use one of these, nearest first: {known}.",
            "The manifest of a template holds a key that means nothing.",
            "Correct or remove the key.",
        ),
        Words(
            "Een template.yaml kent geen sleutel “{key}”",
            "Gebruik een van deze, de meest gelijkende eerst: {known}.",
            "In het manifest van een sjabloon staat een sleutel zonder betekenis.",
            "Verbeter of verwijder de sleutel.",
        ),
    ),
    "template-value": Message(
        Severity.ERROR,
        Words(
            "The key {key} has a value of the wrong kind",
            "Compare {key} with the template.yaml of a template that Bronbrief ships.",
            "A value in the manifest of a template is missing or of the wrong kind.",
            "Write a text for each language under title and description, a list under needs, a number under pages.",
        ),
        Words(
            "De sleutel {key} heeft een verkeerde waarde",
            "Vergelijk {key} met de template.yaml van een meegeleverd sjabloon.",
            "Een waarde in het manifest van een sjabloon ontbreekt of is van de verkeerde soort.",
            "Schrijf bij title en description een tekst per taal, bij needs een lijst en bij pages een getal.",
        ),
    ),
    "template-language": Message(
        Severity.ERROR,
        Words(
            "A template knows no language “{lang}”",
            "Use {known}.",
            "The titles and descriptions of a template are given by language.",
            "Correct the language's code.",
        ),
        Words(
            "Een sjabloon kent geen taal “{lang}”",
            "Gebruik {known}.",
            "Titels en omschrijvingen van een sjabloon staan er per taal.",
            "Verbeter de taalcode.",
        ),
    ),
    "template-need": Message(
        Severity.ERROR,
        Words(
            "A template cannot need “{need}”",
            "Use one of these, nearest first: {known}.",
            "Under needs stand fields and blocks of a spec; this is neither.",
            "Correct or remove the name.",
        ),
        Words(
            "Een sjabloon kan geen “{need}” nodig hebben",
            "Gebruik een van deze, de meest gelijkende eerst: {known}.",
            "Bij needs staan velden en blokken van een briefdefinitie; dit is geen van beide.",
            "Verbeter of verwijder de naam.",
        ),
    ),
    "template-syntax": Message(
        Severity.ERROR,
        Words(
            "The template cannot be read: {reason}",
            "Mend the template at this line.",
            "The template is not valid Jinja.",
            "Look for an unclosed brace, a block without its end or a misspelt tag.",
        ),
        Words(
            "Het sjabloon is niet te lezen: {reason}",
            "Herstel het sjabloon op deze regel.",
            "Het sjabloon is geen geldige Jinja.",
            "Zoek een accolade of blok zonder einde, of een verkeerd gespelde opdracht.",
        ),
    ),
    "template-file-missing": Message(
        Severity.ERROR,
        Words(
            "The template asks for {file}, which it may not read or lacks",
            "Use files of the template's own folder and of _shared.",
            "A template includes, imports or extends a file that is not there, or that lies outside its own folder and _shared.",
            "Correct the name, written as FOLDER/FILE, or copy the file into the template's folder.",
        ),
        Words(
            "Het sjabloon vraagt {file}, dat ontbreekt of niet mag",
            "Gebruik bestanden uit de eigen map van het sjabloon en uit _shared.",
            "Een sjabloon voegt een bestand in dat er niet is, of dat buiten zijn eigen map en _shared ligt.",
            "Verbeter de naam, geschreven als MAP/BESTAND, of kopieer het bestand naar de map van het sjabloon.",
        ),
    ),
    "template-undefined": Message(
        Severity.ERROR,
        Words(
            "The template uses an unknown value: {reason}",
            "Correct the name in the template; docs/templates.md lists them.",
            "The template prints a value or label that briefs do not have. Nothing is printed as a blank by mistake.",
            "Look the name up in docs/templates.md, or test for it first.",
        ),
        Words(
            "Het sjabloon gebruikt een onbekende waarde: {reason}",
            "Verbeter de naam in het sjabloon; docs/templates.md noemt ze alle.",
            "Het sjabloon drukt een waarde of label af dat brieven niet hebben. Er valt nooit ongemerkt iets weg.",
            "Zoek de naam op in docs/templates.md, of ga in het sjabloon eerst na of de waarde er is.",
        ),
    ),
    "template-forbidden": Message(
        Severity.ERROR,
        Words(
            "The template does what no template may: {reason}",
            "Remove it: templates only show the values of a brief.",
            "Templates run in a sandbox: they read no files, call no code and change nothing.",
            "Rewrite the line with the values that docs/templates.md lists.",
        ),
        Words(
            "Het sjabloon doet iets wat niet mag: {reason}",
            "Verwijder het: een sjabloon toont alleen de waarden van een brief.",
            "Sjablonen draaien afgeschermd: ze lezen geen bestanden, roepen geen code aan en wijzigen niets.",
            "Herschrijf de regel met de waarden die docs/templates.md noemt.",
        ),
    ),
    "template-endless": Message(
        Severity.ERROR,
        Words(
            "The template asks too much: {reason}",
            "Look for a loop, a macro or an include that does not end, or for a text that doubles.",
            "A page of a brief takes a tenth of a second and some hundred thousand characters. This one goes far beyond what any page needs.",
            "Mend the loop at the line that is shown. Looks that need much repetition belong in the style sheets.",
        ),
        Words(
            "Het sjabloon vraagt te veel: {reason}",
            "Zoek een lus, macro of include die niet eindigt, of een tekst die steeds verdubbelt.",
            "Een pagina van een brief kost een tiende seconde en enkele honderdduizenden tekens. Deze gaat ver voorbij wat een pagina nodig heeft.",
            "Herstel de lus op de getoonde regel. Opmaak die veel herhaling vraagt hoort in de stijlbladen.",
        ),
    ),
    "template-failed": Message(
        Severity.ERROR,
        Words(
            "The template stopped: {reason}",
            "Mend the template at this line.",
            "While the template was being filled, a line of it failed.",
            "Look at the values that the line uses, for example a division, an index or a loop.",
        ),
        Words(
            "Het sjabloon is gestopt: {reason}",
            "Herstel het sjabloon op deze regel.",
            "Bij het vullen van het sjabloon ging een regel mis.",
            "Bekijk de waarden die de regel gebruikt, bijvoorbeeld een deling, een index of een herhaling.",
        ),
    ),
    "page-forbidden": Message(
        Severity.ERROR,
        Words(
            "A page may not hold this: {what}",
            "Remove it from the template; docs/templates.md says what a page may hold.",
            "Every finished page is inspected before it is published: nothing in it may run, load something from elsewhere or lead to anything but web pages, mail addresses, telephone numbers and places in the page itself, and its markup must be whole.",
            "Mend the template or the style sheet at the line that is shown. An image comes from the brief; a script has no place in a page.",
        ),
        Words(
            "Dit mag niet in een pagina staan: {what}",
            "Verwijder het uit het sjabloon; docs/templates.md zegt wat een pagina mag bevatten.",
            "Elke pagina wordt voor publicatie nagekeken: niets erin mag iets uitvoeren, iets van elders laden of ergens anders heen leiden dan naar webpagina's, mailadressen, telefoonnummers en plaatsen in de pagina zelf, en de opmaakcodes moeten heel zijn.",
            "Herstel het sjabloon of stijlblad op de getoonde regel. Een afbeelding komt uit de brief; een script hoort niet in een pagina.",
        ),
    ),
    "template-need-unmet": Message(
        Severity.ERROR,
        Words(
            "The template {template} needs “{need}”",
            "Add {need} to the spec, or choose another template.",
            "A template declares which fields and blocks it is made for. Without them its pages would be half empty.",
            "Add what is missing, or name a template that fits what the brief holds.",
        ),
        Words(
            "Het sjabloon {template} heeft “{need}” nodig",
            "Voeg {need} toe aan de briefdefinitie, of kies een ander sjabloon.",
            "Een sjabloon geeft aan voor welke velden en blokken het gemaakt is. Zonder die gegevens zouden de pagina's half leeg zijn.",
            "Vul aan wat ontbreekt, of noem een sjabloon dat past bij wat de brief bevat.",
        ),
    ),
}
