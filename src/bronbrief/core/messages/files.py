"""Messages about reading files of the workspace, in English and Dutch."""

from bronbrief.core.diagnostics import Message, Severity, Words

MESSAGES: dict[str, Message] = {
    "path-outside-workspace": Message(
        Severity.ERROR,
        Words(
            "The path {path} leaves the workspace",
            "Use a path inside the workspace, without “..” and without a leading slash.",
            "A file was named by a path that, once links and “..” are followed, lies outside the workspace.",
            "Copy the file into the workspace and name it by its path from the workspace's top folder.",
        ),
        Words(
            "Het pad {path} wijst buiten de werkmap",
            "Gebruik een pad binnen de werkmap, zonder “..” en zonder schuine streep vooraan.",
            "Er is een bestand genoemd met een pad dat, als koppelingen en “..” gevolgd zijn, buiten de werkmap ligt.",
            "Kopieer het bestand naar de werkmap en noem het met zijn pad vanaf de bovenste map.",
        ),
    ),
    "file-missing": Message(
        Severity.ERROR,
        Words(
            "There is no file {path}",
            "Check the name, or put the file there.",
            "A file that the workspace refers to does not exist, or is a folder.",
            "Correct the path, or add the file under the name that is used.",
        ),
        Words(
            "Er is geen bestand {path}",
            "Controleer de naam, of zet het bestand daar neer.",
            "Een bestand waarnaar de werkmap verwijst bestaat niet, of is een map.",
            "Verbeter het pad, of voeg het bestand toe onder de naam die gebruikt is.",
        ),
    ),
    "file-unreadable": Message(
        Severity.ERROR,
        Words(
            "The file {path} cannot be read: {reason}",
            "Check the file's permissions and the disk.",
            "The operating system refused to read the file.",
            "Give yourself read permission, or copy the file again from where it came.",
        ),
        Words(
            "Het bestand {path} is niet te lezen: {reason}",
            "Controleer de rechten van het bestand en de schijf.",
            "Het besturingssysteem weigerde het bestand te lezen.",
            "Geef uzelf leesrechten, of kopieer het bestand opnieuw.",
        ),
    ),
    "file-too-large": Message(
        Severity.ERROR,
        Words(
            "{path} is larger than {limit}",
            "Split the file, or check that it is the one you meant.",
            "The file is larger than the limit for its kind. Limits keep a wrong or hostile file from filling the memory.",
            "Use a smaller file. A spec or record of more than a megabyte is almost always a mistake.",
        ),
        Words(
            "{path} is groter dan {limit}",
            "Splits het bestand, of ga na of dit het bedoelde bestand is.",
            "Het bestand is groter dan de grens voor zijn soort. Grenzen voorkomen dat een verkeerd of vijandig bestand het geheugen vult.",
            "Gebruik een kleiner bestand. Een briefdefinitie of record van meer dan een megabyte is vrijwel altijd een vergissing.",
        ),
    ),
}
