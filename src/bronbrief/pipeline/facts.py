"""What the table of contents tells of a brief: read from its published files, never from the run."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass

from bronbrief.core.workspace import BUILD, FileProblemError, Workspace

EVIDENCE, PAGE = ".evidence.jsonld", ".html"
LIMIT = 256 * 1024 * 1024
_OPENS, _ENDS = b'<script type="application/ld+json">', b"</script>"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a brief. `lang` is empty where only the record of its evidence tells of it."""

    title: str
    date: str
    lang: str = ""
    subtitle: str | None = None
    audience: str | None = None
    quotations: int = 0
    sources: int = 0

    def __post_init__(self) -> None:
        """Refuse what is no fact: raises TypeError or ValueError."""
        texts = (self.title, self.date, self.lang, self.subtitle or "", self.audience or "")
        if not all(isinstance(text, str) for text in texts):
            raise TypeError("a text was expected")
        dt.date.fromisoformat(self.date)


def published_facts(workspace: Workspace, names: Iterable[str]) -> dict[str, Facts]:
    """Return the facts of those briefs that stand published, in the order given."""
    apart = workspace.recording()  # nobody waits for a change of what was made here
    read = {name: _read(apart, f"{BUILD}/{name}/{name}") for name in names}
    return {name: facts for name, facts in read.items() if facts is not None}


def _read(workspace: Workspace, path: str) -> Facts | None:
    """Read what stands published; the web page tells all, and where there is none the evidence the least."""
    try:
        least = json.loads(workspace.read(path + EVIDENCE, LIMIT))
        if not (workspace.root / f"{path}{PAGE}").is_file():
            return Facts(least["label"], least["date"])
        page = workspace.read(path + PAGE, LIMIT)
        told = json.loads(page.partition(_OPENS)[2].partition(_ENDS)[0])
        return Facts(
            told["name"],
            told["datePublished"],
            told["inLanguage"],
            told.get("alternativeHeadline"),
            told.get("audience", {}).get("audienceType"),
            len(told.get("hasPart", ())),
            len(told.get("citation", ())),
        )
    except (FileProblemError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
