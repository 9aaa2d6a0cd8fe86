"""How to get what a machine lacks, in English and Dutch: the words of `bronbrief doctor`."""

PHRASES: dict[str, tuple[str, str]] = {
    "python": ("Install Python 3.11 or newer.", "Installeer Python 3.11 of nieuwer."),
    "library": (
        "Run apt-get install {apt}, dnf install {dnf} or brew install {brew}.",
        "Geef de opdracht apt-get install {apt}, dnf install {dnf} of brew install {brew}.",
    ),
    "subsetter": (
        "PDFs are written more slowly without it. Run apt-get install {apt}, dnf install {dnf} or brew install {brew}.",
        "Zonder schrijft Bronbrief pdf's langzamer. Geef de opdracht apt-get install {apt}, dnf install {dnf} of brew install {brew}.",
    ),
    "engine-after": ("It loads once {library} is installed.", "Het laadt zodra {library} geïnstalleerd is."),
    "engine-version": (
        "Install the version that Bronbrief is tested with: pip install 'weasyprint>=70,<71'",
        "Installeer de versie waarmee Bronbrief getest is: pip install 'weasyprint>=70,<71'",
    ),
    "package": ("Run pip install {name}.", "Geef de opdracht pip install {name}."),
    "workspace": (
        "`bronbrief init DIR` makes one.",
        "`bronbrief init MAP` maakt er een.",
    ),
    "writing": ("Give yourself permission to write in {folder}.", "Geef uzelf schrijfrechten in {folder}."),
    "extra": ("Only tests use it: {how}.", "Alleen tests gebruiken het: {how}."),
    "name-pangoft2": ("Pango for FreeType", "Pango voor FreeType"),
    "name-subsetter": ("HarfBuzz subsetter", "HarfBuzz-subsetter"),
    "name-workspace": ("Workspace", "Werkmap"),
    "name-writing": ("Writing in build/", "Schrijven in build/"),
}


def phrase(key: str, lang: str, **values: object) -> str:
    """Return a phrase with its values filled in; any language but Dutch gets English."""
    english, dutch = PHRASES[key]
    return (dutch if lang.startswith("nl") else english).format(**values)
