"""Contrast of colours, as WCAG 2.2 defines it."""

READABLE = 4.5
WHITE = "#ffffff"

Channels = tuple[float, float, float]
_STEPS = 100


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours such as "#1f4e5f", from 1 to 21."""
    return contrast_of(channels(one), channels(other))


def contrast_of(one: Channels, other: Channels) -> float:
    """Return the contrast ratio of two colours in red, green and blue from 0 to 1.

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of an sRGB colour, from 0 for black to 1 for white (WCAG 2.2)."""
    return _luminance(channels(colour))


def readable(colour: str) -> str:
    """Return the colour, darkened as little as gives text on white a contrast of at least 4.5:1."""
    for step in range(_STEPS):
        share = 1 - step / _STEPS
        darker = "#" + "".join(f"{int(channel * share):02x}" for channel in bytes.fromhex(colour[1:]))
        if contrast(darker, WHITE) >= READABLE:
            return darker
    return "#000000"


def channels(colour: str) -> Channels:
    """Return red, green and blue of a colour such as "#1f4e5f", from 0 to 1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _luminance(colour: Channels) -> float:
    red, green, blue = map(_linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
