"""The shades that style sheets use, derived from the two colours of the house style."""

import re

from bronbrief.core.colours import READABLE, WHITE, contrast, luminance

BLACK = "#000000"
GREY = "#808080"
PAPER_DARK = "#16191c"
STEPS = 50
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with a share, from 0 to 1, of another colour mixed in."""
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def readable(colour: str, ground: str, ratio: float = READABLE) -> str:
    """Return the shade nearest to `colour` that reads on `ground` with at least this contrast."""
    goal = WHITE if luminance(ground) < luminance(GREY) else BLACK
    shades = (mix(colour, goal, step / STEPS) for step in range(STEPS + 1))
    return next((shade for shade in shades if contrast(shade, ground) >= ratio), goal)


def house_colours(accent: str, ink: str) -> dict[str, str]:
    """Return every colour that the style sheets use, by the name of its custom property.

    `accent` and `ink` are "#rrggbb"; anything else raises ValueError. Shades of text keep 4.5:1 on their
    ground, light and dark.
    """
    if not (COLOUR.fullmatch(accent) and COLOUR.fullmatch(ink)):
        raise ValueError(f"not colours: {accent!r}, {ink!r}")
    tint = mix(WHITE, accent, 0.08)
    night = readable(mix(PAPER_DARK, accent, 0.2), PAPER_DARK, 1.3)
    return {
        "accent": accent,
        "ink": ink,
        "soft": readable(mix(ink, WHITE, 0.3), tint, 5.5),
        "rule": mix(ink, WHITE, 0.55),
        "tint": tint,
        "accent-strong": readable(accent, tint, 7),
        "night-paper": PAPER_DARK,
        "night-tint": night,
        "night-ink": "#e9e7e2",
        "night-soft": "#b9bcbe",
        "night-rule": "#7c8489",
        "night-accent": readable(accent, night, 7),
        "night-ground": readable(mix(accent, BLACK, 0.2), WHITE, 7),
    }
