"""Messages about choosing, building and publishing, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "brief-unknown": Message(
        Severity.ERROR,
        Words(
            "There is no brief {name}",
            "Use one of these names: {names}.",
            "A command was given the name or path of a brief, and no spec in briefs/ answers to it.",
            "Name a brief as its file is called, with or without the folder and “.yaml”: `coevorden-brest` or `briefs/coevorden-brest.yaml`. Without a name, the command takes every brief.",
        ),
        Words(
            "Er is geen brief {name}",
            "Gebruik een van deze namen: {names}.",
            "Een opdracht kreeg de naam of het pad van een brief, en geen definitie in briefs/ heet zo.",
            "Noem een brief zoals het bestand heet, met of zonder de map en “.yaml”: `coevorden-brest` of `briefs/coevorden-brest.yaml`. Zonder naam neemt de opdracht alle brieven.",
        ),
    ),
    "briefs-none": Message(
        Severity.ERROR,
        Words(
            "There is no spec in briefs/",
            "Write a spec such as briefs/my-brief.yaml, or run `bronbrief init` in a new folder.",
            "The folder briefs/ holds no YAML file. Files whose name begins with “_” or “.” do not count.",
            "Add a spec to briefs/. `bronbrief init` makes a workspace with an example that builds.",
        ),
        Words(
            "Er staat geen definitie in briefs/",
            "Schrijf een definitie zoals briefs/mijn-brief.yaml, of geef `bronbrief init` in een nieuwe map.",
            "De map briefs/ bevat geen YAML-bestand. Bestanden waarvan de naam met “_” of “.” begint tellen niet mee.",
            "Voeg een definitie toe aan briefs/. `bronbrief init` maakt een werkmap met een werkend voorbeeld.",
        ),
    ),
    "workspace-missing": Message(
        Severity.ERROR,
        Words(
            "No workspace in {folder}",
            "Run `bronbrief init` to make one, or name one with `--workspace DIR`.",
            "A workspace is a folder with briefs/ and seeds/. Neither the folder named nor any folder above it has both.",
            "Go to the workspace, name it with `--workspace`, or make a new one with `bronbrief init DIR`.",
        ),
        Words(
            "Geen werkmap in {folder}",
            "Geef `bronbrief init` om er een te maken, of noem er een met `--workspace MAP`.",
            "Een werkmap is een map met briefs/ en seeds/. De genoemde map en de mappen erboven hebben die niet allebei.",
            "Ga naar de werkmap, noem hem met `--workspace`, of maak een nieuwe met `bronbrief init MAP`.",
        ),
    ),
    "code-unknown": Message(
        Severity.ERROR,
        Words(
            "There is no diagnostic {asked}",
            "Use a code such as {codes}.",
            "`bronbrief explain` was asked about a code that the catalogue does not hold.",
            "Copy the code from the end of a finding, between square brackets. docs/diagnostics.md lists them all.",
        ),
        Words(
            "Er is geen melding {asked}",
            "Gebruik een code zoals {codes}.",
            "`bronbrief explain` kreeg een code die niet in de lijst met meldingen staat.",
            "Neem de code over die achter een bevinding tussen rechte haken staat. docs/diagnostics.nl.md noemt ze alle.",
        ),
    ),
    "folder-not-empty": Message(
        Severity.ERROR,
        Words(
            "{folder} already holds {name}",
            "Choose a new or empty folder.",
            "`bronbrief init` never writes over a file. The folder already holds something that it would have to make.",
            "Name a folder that does not exist yet, or move what is in the way.",
        ),
        Words(
            "{folder} bevat al {name}",
            "Kies een nieuwe of lege map.",
            "`bronbrief init` schrijft nooit over een bestand heen. De map bevat al iets dat gemaakt zou moeten worden.",
            "Noem een map die nog niet bestaat, of verplaats wat in de weg staat.",
        ),
    ),
    "folder-of-workspace": Message(
        Severity.ERROR,
        Words(
            "{folder} lies in {part}/ of a workspace that is there already",
            "Choose a folder outside {root}, or write your brief there: bronbrief new NAME.",
            "A workspace in a folder of another one would be read by neither.",
            "Leave the workspace first, with cd, and name a folder beside it.",
        ),
        Words(
            "{folder} ligt in {part}/ van een werkmap die er al is",
            "Kies een map buiten {root}, of schrijf uw brief daar: bronbrief new NAAM.",
            "Een werkmap in een map van een andere wordt door geen van beide gelezen.",
            "Verlaat eerst de werkmap, met cd, en noem een map ernaast.",
        ),
    ),
    "output-unwritable": Message(
        Severity.ERROR,
        Words(
            "Cannot write {path}: {reason}",
            "Check the free space on the disk and your permissions.",
            "The operating system refused to write an output file. What the last good build left is still there.",
            "Free some space, or give yourself write permission on the folder, and run the command again.",
        ),
        Words(
            "{path} is niet te schrijven: {reason}",
            "Controleer de vrije schijfruimte en uw rechten.",
            "Het besturingssysteem weigerde een uitvoerbestand te schrijven. Wat de laatste goede bouw achterliet staat er nog.",
            "Maak ruimte vrij, of geef uzelf schrijfrechten op de map, en geef de opdracht opnieuw.",
        ),
    ),
}

# Findings about the machine or the command line, not about what the user wrote: they exit with 2.
BREAKDOWNS = frozenset(
    {
        "brief-unknown",
        "workspace-missing",
        "code-unknown",
        "folder-not-empty",
        "folder-of-workspace",
        "output-unwritable",
    }
)
