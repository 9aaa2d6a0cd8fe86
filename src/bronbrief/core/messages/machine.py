"""Messages about the machine that Bronbrief runs on, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "engine-library-missing": Message(
        Severity.ERROR,
        Words(
            "The system library {library} is not installed",
            "Run `sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, or `bronbrief doctor` for other systems than Debian and Ubuntu.",
            "Making a PDF needs Pango and HarfBuzz, libraries of the operating system that Python's package manager cannot install.",
            "Install them with the system's package manager: libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0 with apt, pango and harfbuzz with dnf, pango with brew. `bronbrief doctor` shows which are there.",
        ),
        Words(
            "De systeembibliotheek {library} is niet geïnstalleerd",
            "Geef de opdracht `sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, of `bronbrief doctor` voor andere systemen dan Debian en Ubuntu.",
            "Een pdf maken vraagt Pango en HarfBuzz, bibliotheken van het besturingssysteem die de pakketbeheerder van Python niet kan installeren.",
            "Installeer ze met de pakketbeheerder van het systeem: libpango-1.0-0, libpangoft2-1.0-0 en libharfbuzz-subset0 met apt, pango en harfbuzz met dnf, pango met brew. `bronbrief doctor` toont welke er zijn.",
        ),
    ),
    "engine-broken": Message(
        Severity.ERROR,
        Words(
            "The typesetting engine does not load: {reason}",
            "Install Bronbrief again in a fresh environment, then run `bronbrief doctor`.",
            "WeasyPrint, which makes the PDF, is missing or damaged, or one of the packages that it needs is.",
            "Install again: `make clean` and `make` in a clone, or `pip install --force-reinstall bronbrief` in an environment of its own.",
        ),
        Words(
            "Het opmaakprogramma laadt niet: {reason}",
            "Installeer Bronbrief opnieuw in een verse omgeving en geef dan de opdracht `bronbrief doctor`.",
            "WeasyPrint, dat de pdf maakt, ontbreekt of is beschadigd, of een pakket dat het nodig heeft.",
            "Installeer opnieuw: `make clean` en `make` in een kloon, of `pip install --force-reinstall bronbrief` in een eigen omgeving.",
        ),
    ),
}
