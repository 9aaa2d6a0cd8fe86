"""The manual page of every diagnostic, and the explanation of one, from the catalogue.

`python -m bronbrief.reporting.manual DIR` writes `diagnostics.md` and `diagnostics.nl.md` to a folder.
"""

import sys
from pathlib import Path
from types import ModuleType

from bronbrief.core.diagnostics import Severity
from bronbrief.core.findings import MESSAGES, areas, words

FILES = {"en": "diagnostics.md", "nl": "diagnostics.nl.md"}
INTRO = {
    "en": """Every finding that Bronbrief can report, by area. Its code stands between square brackets after
the finding; `bronbrief explain CODE` shows the same text. An error stops the brief, a warning does not;
`bronbrief check --strict` counts warnings as errors. Words in braces are filled in.

This page is made from the catalogue of messages by `python -m bronbrief.reporting.manual docs`.""",
    "nl": """Alles wat Bronbrief kan melden, per onderwerp. De code staat tussen rechte haken achter de
bevinding; `bronbrief explain CODE --lang nl` toont dezelfde tekst. Een fout houdt de brief tegen, een
waarschuwing niet; met `bronbrief check --strict` telt een waarschuwing als fout. Woorden tussen accolades
worden ingevuld.

Deze pagina is uit de lijst met meldingen gemaakt door `python -m bronbrief.reporting.manual docs`.""",
}
SAID = {
    "en": {"title": "Diagnostics", "cause": "Cause", "cure": "Cure"}
    | {"error": "error", "warning": "warning", "hint": "advice"},
    "nl": {"title": "Meldingen", "cause": "Oorzaak", "cure": "Oplossing"}
    | {"error": "fout", "warning": "waarschuwing", "hint": "advies"},
}
AREA_TITLES = {
    "files": {"en": "Files", "nl": "Bestanden"},
    "yaml": {"en": "YAML", "nl": "YAML"},
    "sources": {"en": "Sources", "nl": "Bronnen"},
    "records": {"en": "Records of sources", "nl": "Records van bronnen"},
    "spec": {"en": "Specs", "nl": "Definities"},
    "evidence": {"en": "Quotations", "nl": "Citaten"},
    "markdown": {"en": "Text in Markdown", "nl": "Tekst in Markdown"},
    "brief": {"en": "Briefs", "nl": "Brieven"},
    "claims": {"en": "Your own words", "nl": "Uw eigen woorden"},
    "render": {"en": "Pages", "nl": "Pagina’s"},
    "pdf": {"en": "PDF", "nl": "Pdf"},
    "pipeline": {"en": "Commands and output", "nl": "Opdrachten en uitvoer"},
    "workers": {"en": "Workers and clusters", "nl": "Werkers en clusters"},
    "machine": {"en": "The machine", "nl": "De computer"},
    "authoring": {"en": "Selecting from sources", "nl": "Kiezen uit bronnen"},
    "intake": {"en": "Taking documents in", "nl": "Documenten opnemen"},
    "preview": {"en": "The preview", "nl": "De voorvertoning"},
    "council": {"en": "Council papers", "nl": "Raadsstukken"},
    "dossier": {"en": "Dossiers", "nl": "Dossiers"},
    "readback": {"en": "Reading back", "nl": "Teruglezen"},
    "verify": {"en": "Verifying", "nl": "Controleren"},
}


def explain(code: str, lang: str) -> str:
    """Explain one code in plain lines: its headline, cause and cure. Raises KeyError for an unknown one."""
    said, text = SAID[lang], words(code, lang)
    severity = said[MESSAGES[code].severity]
    return (
        f"{code} ({severity})\n\n  {text.headline}\n\n{said['cause']}\n  {text.cause}\n\n"
        f"{said['cure']}\n  {text.cure}\n"
    )


def manual(lang: str) -> str:
    """Write the manual page of all codes in Markdown, in the order of the areas, then by code."""
    parts = [f"# {SAID[lang]['title']}", INTRO[lang]]
    for area in dict.fromkeys(map(area_name, areas())):
        codes = sorted(code for module in areas() if area_name(module) == area for code in module.MESSAGES)
        if codes:
            parts.append(f"## {AREA_TITLES.get(area, {}).get(lang, area)}")
            parts.extend(_entry(code, lang) for code in codes)
    return "\n\n".join(parts) + "\n"


def area_name(module: ModuleType) -> str:
    """Return the area that a module of messages belongs to: `spec_values` belongs to `spec`."""
    return module.__name__.rpartition(".")[2].partition("_")[0]


def _entry(code: str, lang: str) -> str:
    said, text = SAID[lang], words(code, lang)
    severity: Severity = MESSAGES[code].severity
    lines = (
        f"### {code}",
        f"*{said[severity]}*: {text.headline}",
        f"**{said['cause']}.** {text.cause}",
        f"**{said['cure']}.** {text.cure}",
    )
    return "\n\n".join(lines)


def main(folder: str) -> None:
    """Write the page in each language to a folder."""
    for lang, name in FILES.items():
        (Path(folder) / name).write_text(manual(lang), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
