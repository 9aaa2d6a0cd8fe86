"""Messages about the processes and machines that set PDFs, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "worker-died": Message(
        Severity.ERROR,
        Words(
            "The process that set {name} came to an end ({status})",
            "Try this brief again; if it fails again, look at its images and its length.",
            "Each PDF is set in a process of its own, so that a page which brings the typesetter down costs that brief only. The number is the exit status; -9 means that the system ended it, mostly for want of memory.",
            "Build the brief alone with `bronbrief build NAME`. If it fails every time, make its images smaller or part it in two; on a small machine, build with `--jobs 1`.",
        ),
        Words(
            "Het proces dat {name} zette is beëindigd ({status})",
            "Probeer deze brief opnieuw; mislukt het weer, kijk dan naar de afbeeldingen en de lengte.",
            "Elke pdf wordt in een eigen proces gezet, zodat een pagina die de zetter onderuithaalt alleen die brief kost. Het getal is de eindstatus; -9 betekent dat het systeem het proces beëindigde, meestal door gebrek aan geheugen.",
            "Bouw de brief apart met `bronbrief build NAAM`. Mislukt dat elke keer, maak dan de afbeeldingen kleiner of splits de brief; bouw op een kleine computer met `--jobs 1`.",
        ),
    ),
    "worker-hung": Message(
        Severity.ERROR,
        Words(
            "Setting {name} took more than {seconds} seconds",
            "Make the brief shorter, or simplify its tables and its style sheet.",
            "Setting one PDF may take a fixed time. A style sheet that cannot be satisfied, or a table of thousands of rows, can keep the typesetter busy without end.",
            "Build the brief with a shipped template to see whether the style sheet is the cause, and part very long tables.",
        ),
        Words(
            "Het zetten van {name} duurde meer dan {seconds} seconden",
            "Maak de brief korter, of vereenvoudig de tabellen of het stijlblad.",
            "Voor het zetten van een pdf staat een vaste tijd. Een stijlblad waaraan niet te voldoen is, of een tabel van duizenden rijen, kan de zetter eindeloos bezighouden.",
            "Bouw de brief met een meegeleverd sjabloon om te zien of het stijlblad de oorzaak is, en splits zeer lange tabellen.",
        ),
    ),
    "worker-memory": Message(
        Severity.ERROR,
        Words(
            "{name} takes more memory than a worker may have",
            "Make its images smaller, or part the brief in two.",
            "A process that sets PDFs may take 4 GiB. Very large images or hundreds of pages can need more.",
            "Give images the size at which they print (300 points an inch is plenty), and part very long briefs.",
        ),
        Words(
            "{name} vraagt meer geheugen dan een proces mag hebben",
            "Maak de afbeeldingen kleiner, of splits de brief.",
            "Een proces dat pdf’s zet mag 4 GiB gebruiken. Zeer grote afbeeldingen of honderden pagina’s kunnen meer vragen.",
            "Geef afbeeldingen het formaat waarop ze worden afgedrukt (300 punten per inch is ruim), en splits zeer lange brieven.",
        ),
    ),
    "worker-failed": Message(
        Severity.ERROR,
        Words(
            "A mistake in Bronbrief stopped the PDF of {name}",
            "Report this, with the text below; the other briefs are not affected.",
            "Something in Bronbrief or in the typesetter went wrong that no input should bring about. The text below the finding says where.",
            "Send the text along with your report. Leaving out the newest part of the brief may show what brings it about.",
        ),
        Words(
            "Een fout in Bronbrief hield de pdf van {name} tegen",
            "Meld dit, met de tekst hieronder; de andere brieven hebben er geen last van.",
            "In Bronbrief of in de zetter ging iets mis wat door geen enkele invoer zou mogen gebeuren. De tekst onder de bevinding zegt waar.",
            "Stuur de tekst mee met uw melding. Het weglaten van het nieuwste deel van de brief laat misschien zien waardoor het komt.",
        ),
    ),
    "worker-version": Message(
        Severity.ERROR,
        Words(
            "A worker has {package} {here}, and not {needed}",
            "Install the same versions on every machine of the cluster.",
            "The same brief must give the same bytes wherever it is set. A machine of the cluster has another version of a package than the machine that builds.",
            "Install Bronbrief on the workers with the same constraints.txt, and start them again.",
        ),
        Words(
            "Een werker heeft {package} {here}, en niet {needed}",
            "Installeer op elke machine van het cluster dezelfde versies.",
            "Dezelfde brief moet overal dezelfde bytes geven. Een machine van het cluster heeft een andere versie van een pakket dan de machine die bouwt.",
            "Installeer Bronbrief op de werkers met dezelfde constraints.txt, en start ze opnieuw.",
        ),
    ),
    "workers-do-not-start": Message(
        Severity.ERROR,
        Words(
            "The processes that set PDFs do not start",
            "Run `bronbrief doctor`, and see whether the machine has memory left.",
            "Bronbrief starts a process for each PDF that is set at the same time. They ended, or gave no sign of life, before they had anything to do.",
            "Close other programs, allow Bronbrief to start processes, or build with `--jobs 1`.",
        ),
        Words(
            "De processen die pdf’s zetten starten niet",
            "Geef `bronbrief doctor`, en kijk of de computer nog geheugen vrij heeft.",
            "Bronbrief start een proces voor elke pdf die tegelijk gezet wordt. Ze eindigden, of gaven geen teken van leven, voordat ze iets te doen hadden.",
            "Sluit andere programma’s, sta Bronbrief toe processen te starten, of bouw met `--jobs 1`.",
        ),
    ),
    "executor-unknown": Message(
        Severity.ERROR,
        Words(
            "There is no executor {name}",
            "Name a Dask scheduler, such as `--executor dask:tcp://10.0.0.5:8786`.",
            "PDFs are set by processes on this machine, or by the workers of a Dask scheduler. Nothing else is known.",
            "Leave `--executor` out, or name a scheduler by its address.",
        ),
        Words(
            "Er is geen uitvoerder {name}",
            "Noem een Dask-scheduler, zoals `--executor dask:tcp://10.0.0.5:8786`.",
            "Pdf’s worden gezet door processen op deze computer, of door de werkers van een Dask-scheduler. Iets anders is er niet.",
            "Laat `--executor` weg, of noem een scheduler met zijn adres.",
        ),
    ),
    "dask-missing": Message(
        Severity.ERROR,
        Words(
            "Dask is not installed",
            "Install it with `pip install 'bronbrief[dask]'`.",
            "Sending work to a cluster takes the package distributed, which Bronbrief does not install by itself.",
            "Install the extra, on this machine and on the workers.",
        ),
        Words(
            "Dask is niet geïnstalleerd",
            "Installeer het met `pip install 'bronbrief[dask]'`.",
            "Werk naar een cluster sturen vraagt het pakket distributed, dat Bronbrief niet vanzelf installeert.",
            "Installeer de extra, op deze computer en op de werkers.",
        ),
    ),
    "dask-unreachable": Message(
        Severity.ERROR,
        Words(
            "No Dask scheduler answers at {address}",
            "Check the address, and whether the scheduler runs: {reason}.",
            "Bronbrief could not reach the scheduler that `--executor` names, or it has no workers.",
            "Start the scheduler and its workers (`dask scheduler`, `dask worker ADDRESS`), and name the address that it prints.",
        ),
        Words(
            "Op {address} antwoordt geen Dask-scheduler",
            "Controleer het adres, en of de scheduler draait: {reason}.",
            "Bronbrief kon de scheduler die `--executor` noemt niet bereiken, of hij heeft geen werkers.",
            "Start de scheduler en zijn werkers (`dask scheduler`, `dask worker ADRES`), en noem het adres dat hij toont.",
        ),
    ),
    "dask-lost": Message(
        Severity.ERROR,
        Words(
            "The Dask scheduler went away before {name} was set",
            "Start the scheduler again, and build once more.",
            "The connection to the scheduler that `--executor` names was lost in the middle of the build. Briefs whose PDFs had come back are built; this one is as it was.",
            "See why the scheduler stopped, or build on this machine: leave `--executor` out.",
        ),
        Words(
            "De Dask-scheduler viel weg voordat {name} gezet was",
            "Start de scheduler opnieuw, en bouw nog eens.",
            "De verbinding met de scheduler die `--executor` noemt ging midden in het bouwen verloren. Brieven waarvan de pdf terug was zijn gebouwd; deze is zoals hij was.",
            "Kijk waarom de scheduler stopte, of bouw op deze computer: laat `--executor` weg.",
        ),
    ),
    "brief-twice": Message(
        Severity.ERROR,
        Words(
            "{path} and {other} are specs of one brief",
            "Rename one of them, or remove it.",
            "A brief is named after its file, without the ending. Two specs that differ only in “.yaml” and “.yml” would both be published under that name.",
            "Keep the one that is meant, and give the other a name of its own.",
        ),
        Words(
            "{path} en {other} definiëren dezelfde brief",
            "Hernoem een van de twee, of verwijder er een.",
            "Een brief heet naar zijn bestand, zonder de uitgang. Twee definities die alleen in “.yaml” en “.yml” verschillen zouden allebei onder die naam verschijnen.",
            "Houd de bedoelde, en geef de andere een eigen naam.",
        ),
    ),
}

# Findings about this run, and not about the brief: they are not kept in the record, so that it is tried again.
PASSING = frozenset(
    {
        "worker-died",
        "worker-hung",
        "worker-memory",
        "worker-failed",
        "worker-version",
        "workers-do-not-start",
        "executor-unknown",
        "dask-missing",
        "dask-unreachable",
        "dask-lost",
    }
)
# Those that concern the machine or the command line: they exit with 2.
BREAKDOWNS = frozenset(
    {
        "worker-version",
        "workers-do-not-start",
        "executor-unknown",
        "dask-missing",
        "dask-unreachable",
        "dask-lost",
    }
)
