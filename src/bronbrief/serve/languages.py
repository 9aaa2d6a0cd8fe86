"""The language of the preview: what the browser asks for."""

from bronbrief.locale import i18n

DEFAULT = "nl"


def preferred_language(accepted: str) -> str:
    """Return the language that the Accept-Language header (RFC 9110, 12.5.4) prefers; else Dutch."""
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        tag, _, parameter = part.strip().partition(";")
        lang = tag.strip().lower().split("-")[0]
        name, _, value = parameter.strip().partition("=")
        try:
            weight = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            weight = 0.0
        if lang in i18n.languages():
            weights[lang] = max(weight, weights.get(lang, 0.0))
    return max(weights, key=lambda lang: weights[lang]) if any(weights.values()) else DEFAULT
