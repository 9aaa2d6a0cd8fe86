"""Worked examples for the reference, beside those of each block; a test reads each of them as a spec."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a spec and the sentence that introduces it.

    `yaml` is a whole spec but for the keys that `_defaults.yaml` usually gives.
    """

    words: str
    yaml: str


EXAMPLES = (
    Example(
        "The smallest brief: one quotation, printed in one section. `template` and `lang` may come from "
        "`briefs/_defaults.yaml`.",
        """
title: Coevorden en Brest
template: raadsinformatiebrief
lang: nl-NL
for: Gemeenteraad van Coevorden
date: 2026-11-21
key_messages:
  - Coevorden ziet geen perspectief op verbetering. [@perspectief]
excerpts:
  perspectief:
    source: coevorden-bevriest-2024
    quote: Er is op dit moment ook geen perspectief op verbetering van de onderlinge relatie.
sections:
  - heading: Aanleiding
    body: |
      Het college ziet geen uitweg. In zijn eigen woorden:

      ![[perspectief]]
""",
    ),
    Example(
        "Ways to say what is quoted: verbatim with words left out, as a range, and as a whole passage, here "
        "with a mark for a slip of the source. What prints is always the source's own text.",
        """
title: Manieren van citeren
template: raadsinformatiebrief
lang: nl-NL
date: 2026-11-21
excerpts:
  sancties:
    source: vlaanderen-wit-rusland-2020
    quote: >-
      Vlaanderen is geen voorstander van economische sancties […] en is dan ook niet van plan zelf actie te
      ondernemen
  geen-formele-contacten:
    source: coevorden-bevriest-2024
    from: Al met al kiest Coevorden er nu voor
    to: formele contacten meer te onderhouden.
  brief-aan-brest:
    source: coevorden-brieven-2021
    passage: al. 1
    sic: [Wit-Russiche]
sections:
  - heading: Citaten
    body: |
      ![[sancties]]

      ![[geen-formele-contacten]]

      ![[brief-aan-brest]]
""",
    ),
)
