"""What the typefaces of a web page keep: the characters of Latin script, and features of OpenType."""

# Basic Latin to Latin Extended-A, the marks of typography, currency, arrows and the signs of arithmetic.
LATIN = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x2BB, 0x2DE),
    *range(0x300, 0x32A), 0x1E9E, *range(0x2010, 0x2028), *range(0x202F, 0x2045), 0x2070,
    *range(0x2074, 0x207B), *range(0x2080, 0x208F), 0x20AC, 0x2113, 0x2116, 0x2122,
    *range(0x2150, 0x215F), *range(0x2190, 0x21AF), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xFB01, 0xFB02,
)  # fmt: skip
FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum", "pnum", "sups", "case", "frac")
