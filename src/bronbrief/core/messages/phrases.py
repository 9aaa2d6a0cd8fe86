"""What is said of the second place of a finding, in English and Dutch."""

PHRASES: dict[str, tuple[str, str]] = {
    "character-too": ("{character} stands here too", "hier staat {character} ook"),
    "key-first": ("“{key}” stands here first", "hier staat “{key}” voor het eerst"),
    "style-stands": ("the declaration stands here", "de declaratie staat hier"),
    "template-differs": (
        "this file is not as it was shipped either",
        "ook dit bestand is niet zoals het geleverd is",
    ),
    "quotation-opens": ("the first quotation mark stands here", "hier staat het eerste aanhalingsteken"),
}
