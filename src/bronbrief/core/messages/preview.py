"""Messages about watching and the preview, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "port-taken": Message(
        Severity.ERROR,
        Words(
            "Port {port} of this machine is in use already",
            "Use `bronbrief serve --port {free}`, or --port 0 for any free port.",
            "Another program listens on the port that the preview asked for: often a preview that still runs in another window.",
            "Stop the other program, or give the preview another port.",
        ),
        Words(
            "Poort {port} van deze machine is al in gebruik",
            "Gebruik `bronbrief serve --port {free}`, of --port 0 voor een willekeurige vrije poort.",
            "Een ander programma luistert op de poort die het voorbeeld wilde hebben: vaak een voorbeeld dat nog in een ander venster draait.",
            "Stop het andere programma, of geef het voorbeeld een andere poort.",
        ),
    ),
    "port-refused": Message(
        Severity.ERROR,
        Words(
            "The preview may not listen on port {port}: {reason}",
            "Use a port above 1023, or --port 0 for any free port.",
            "The operating system refused the port. Ports below 1024 are kept for the system's own services.",
            "Give the preview another port, and check that this machine has a loopback address (127.0.0.1).",
        ),
        Words(
            "Het voorbeeld mag niet luisteren op poort {port}: {reason}",
            "Gebruik een poort boven 1023, of --port 0 voor een willekeurige vrije poort.",
            "Het besturingssysteem weigerde de poort. Poorten onder 1024 zijn voor diensten van het systeem zelf.",
            "Geef het voorbeeld een andere poort, en ga na of deze machine een eigen adres heeft (127.0.0.1).",
        ),
    ),
    "preview-crashed": Message(
        Severity.ERROR,
        Words(
            "Bronbrief itself failed on {name}: {error}",
            "Report this as a mistake in Bronbrief; saving the file makes it try again.",
            "This is a mistake in Bronbrief, not in your files. The last good version of the brief stays.",
            "Undo the last change to go on working, and report what is shown here.",
        ),
        Words(
            "Bronbrief zelf ging de fout in bij {name}: {error}",
            "Meld dit als fout in Bronbrief; na opslaan probeert het voorbeeld het opnieuw.",
            "Dit is een fout in Bronbrief, niet in uw bestanden. De laatste goede versie van de brief blijft staan.",
            "Maak de laatste wijziging ongedaan om verder te werken, en meld wat hier staat.",
        ),
    ),
    "preview-stopped": Message(
        Severity.ERROR,
        Words(
            "The process that sets {name} ended unexpectedly",
            "Save the file to try again; if it happens again, report it.",
            "The process that makes the pages ended without a word, as when the machine has no memory left. A new one has been started.",
            "Close other programs if memory is short. Undo the last change if it keeps happening.",
        ),
        Words(
            "Het proces dat {name} opmaakt, stopte onverwacht",
            "Sla het bestand op om het opnieuw te proberen; meld het als het weer gebeurt.",
            "Het proces dat de pagina’s maakt, stopte zonder bericht, zoals wanneer het geheugen vol is. Er is een nieuw proces gestart.",
            "Sluit andere programma’s als het geheugen vol is. Maak de laatste wijziging ongedaan als het blijft gebeuren.",
        ),
    ),
}
