"""A small workspace on a subject of its own, for tests that need one whole and nothing more."""

import hashlib
from pathlib import Path

SOURCE_ID = "havenkrant-2023"
SOURCE = """\
Veerdienst vaart voorlopig door

De gemeente Oostdam houdt de veerdienst over de Lange Vliet in 2024 in stand. Dat schrijft het
college aan de raad.

"Wij zien geen reden om de dienst te staken", zegt de wethouder. De vaart kost 1,5 miljoen euro per jaar.

Over het jaar daarna is nog niets besloten.
"""
RECORD = """\
title: Veerdienst vaart voorlopig door
title_basis: stated
publisher: Havenkrant
date: 2023-11
date_basis: supplied
kind: news
lang: nl
sha256: {sha256}
"""
SPEC = """\
title: De veerdienst over de Lange Vliet
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
version: "1.0"
for: Gemeenteraad van Oostdam
key_messages:
  - De veerdienst vaart in 2024 door. [@in-stand]
excerpts:
  in-stand:
    source: havenkrant-2023
    from: De gemeente Oostdam houdt
    to: in stand.
  geen-reden:
    source: havenkrant-2023
    quote: Wij zien geen reden om de dienst te staken
sections:
  - heading: Besluit
    body: |
      De wethouder ziet geen aanleiding om te stoppen.

      ![[geen-reden]]
"""
BRIEF = "veerdienst"


def write_minimal_workspace(root: Path) -> Path:
    """Write one source with its record and one brief below `root`, and return `root`."""
    for folder in ("briefs", "templates", "seeds", "build"):
        (root / folder).mkdir(parents=True)
    source = SOURCE.encode()
    (root / "seeds" / f"{SOURCE_ID}.txt").write_bytes(source)
    record = RECORD.format(sha256=hashlib.sha256(source).hexdigest())
    (root / "seeds" / f"{SOURCE_ID}.yaml").write_text(record, encoding="utf-8")
    (root / "briefs" / f"{BRIEF}.yaml").write_text(SPEC, encoding="utf-8")
    return root


def replace_samples(root: Path) -> None:
    """Replace the sample text of a new workspace, as its author must."""
    for spec in (root / "briefs").iterdir():
        text = spec.read_text(encoding="utf-8")
        for sample in (" (voorbeeld)", "Dit is een voorbeeld: "):
            text = text.replace(sample, "")
        spec.write_text(text, encoding="utf-8")
