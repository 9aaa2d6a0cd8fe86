"""The colour of words and of their ground in a page, for each way of looking at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bronbrief.core.colours import contrast_of
from bronbrief.core.styles import Token
from bronbrief.verify.canvas import LEAST_CONTRAST
from bronbrief.verify.declarations import substituted
from bronbrief.verify.stylesheets import Declaration, Rule
from bronbrief.verify.tokens import Rgba, Values, rgba, solid, words

Found = tuple[Rgba, Declaration | None]
Matched = tuple[tuple[tuple[int, ...], int, str | None, Rule], ...]
_WHITE, _BLACK = (1.0, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 1.0)
_GROUNDS = ("background", "background-color")
_ANY, _SOLID = -1.0, 0.5
"""How opaque a colour must be, at least, to count: of letters, of a ground."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of looking at a page."""

    print: bool = False
    dark: bool = False
    contrast: bool = False

    @property
    def look(self) -> str:
        """Return the condition for it as a media query has it; nothing for the usual way."""
        if self.dark:
            return "prefers-color-scheme: dark"
        return "prefers-contrast: more" if self.contrast else ""

    def holds(self, media: Sequence[str]) -> bool:
        """Tell whether rules for these media apply; where a condition is not known, they do."""
        words = " ".join(media)
        screen = "screen" in words and "not screen" not in words
        prints = "print" in words and "not print" not in words
        wrong = (screen and self.print) or (prints and not self.print)
        wrong = (
            wrong or ("scheme: dark" in words and not self.dark) or ("scheme: light" in words and self.dark)
        )
        return not (wrong or ("contrast: more" in words and not self.contrast) or "forced-colors" in words)


@dataclass(slots=True)
class Cascade:
    """Works out colours for one scheme; `matched` are the rules that reach each element."""

    scheme: Scheme
    matched: Mapping[Element, Matched]
    parents: Mapping[Element, Element]
    own: Mapping[Element, Sequence[Declaration]]
    _colours: dict[Element, Found] = field(default_factory=dict)
    _grounds: dict[Element, Found] = field(default_factory=dict)
    _names: dict[tuple[Element, str], Values | None] = field(default_factory=dict)

    def unreadable(self, element: Element) -> tuple[Declaration, ...]:
        """Return the declarations that together make the words of an element as good as invisible."""
        colour, by_colour = self._colour(element)
        ground, by_ground = self._ground(element)
        seen = _over(colour, ground)
        if contrast_of(seen[:3], ground[:3]) >= LEAST_CONTRAST:
            return ()
        return tuple(one for one in (by_colour, by_ground) if one is not None)

    def _colour(self, element: Element) -> Found:
        usual = _WHITE if self.scheme.dark else _BLACK
        return self._nearest(element, ("color",), usual, _ANY, self._colours)

    def _ground(self, element: Element) -> Found:
        usual = _BLACK if self.scheme.dark else _WHITE
        return self._nearest(element, _GROUNDS, usual, _SOLID, self._grounds)

    def _nearest(
        self, element: Element, names: Sequence[str], usual: Rgba, least: float, known: dict[Element, Found]
    ) -> Found:
        """Return the colour that an element declares, more opaque than `least`, or that of what is around."""
        if element not in known:
            declared = self._declared(element, names)
            colour = self._rgba(declared, element) if declared else None
            parent = self.parents.get(element)
            if declared is not None and colour is not None and colour[3] > least:
                known[element] = colour, declared
            else:
                known[element] = (
                    self._nearest(parent, names, usual, least, known) if parent is not None else (usual, None)
                )
        return known[element]

    def _declared(self, element: Element, names: Sequence[str]) -> Declaration | None:
        """Return the declaration of any of these names that wins for an element."""
        best: tuple[tuple[bool, bool, tuple[int, ...], int, int], Declaration] | None = None
        for specificity, order, pseudo, rule in self.matched.get(element, ()):
            if pseudo is None and self.scheme.holds(rule.media):
                for at, one in enumerate(rule.declarations):
                    key = (one.important, False, tuple(specificity), order, at)
                    if one.name in names and (best is None or key > best[0]):
                        best = key, one
        for at, one in enumerate(self.own.get(element, ())):
            key = (one.important, True, (), 0, at)
            if one.name in names and (best is None or key > best[0]):
                best = key, one
        return best[1] if best else None

    def _rgba(self, declaration: Declaration, element: Element) -> Rgba | None:
        def choices(name: str) -> Sequence[Values]:
            value = self._named(element, name)
            return [] if value is None else [value]

        for value in substituted(declaration.value, choices)[:1]:
            found = (self._of_system(declaration, token, element) or rgba(token) for token in solid(value))
            return next((one for one in found if one is not None), None)
        return None

    def _of_system(self, declaration: Declaration, token: Token, element: Element) -> Rgba | None:
        """Return the colour that a name stands for that depends on what is around, of letters and grounds."""
        match words([token]):
            case ["canvas"]:
                return _BLACK if self.scheme.dark else _WHITE
            case ["canvastext"]:
                return _WHITE if self.scheme.dark else _BLACK
            case ["currentcolor"] if declaration.name in _GROUNDS:
                return self._colour(element)[0]
            case _:
                return None

    def _named(self, element: Element, name: str) -> Values | None:
        """Return the value of a custom property for an element."""
        key = element, name
        if key not in self._names:
            found = self._declared(element, (name,))
            parent = self.parents.get(element)
            inherited = self._named(parent, name) if found is None and parent is not None else None
            self._names[key] = found.value if found else inherited
        return self._names[key]


def legible(declarations: Sequence[Declaration]) -> bool:
    """Tell whether a rule gives letters a colour and a ground at once, and these differ."""
    colour, ground = (_given(declarations, names) for names in (("color",), _GROUNDS))
    if colour is None or ground is None or ground[3] <= _SOLID:
        return False
    return contrast_of(_over(colour, ground)[:3], ground[:3]) >= LEAST_CONTRAST


def _given(declarations: Sequence[Declaration], names: Sequence[str]) -> Rgba | None:
    tokens = (token for one in declarations if one.name in names for token in solid(one.value))
    return next((found for token in tokens if (found := rgba(token))), None)


def of_colours(matched: Mapping[Element, Matched]) -> dict[Element, Matched]:
    """Leave out the rules that say nothing of colours or custom properties, or only for a moment."""
    about: dict[int, bool] = {}
    for found in matched.values():
        for *_, rule in found:
            if id(rule) not in about:
                about[id(rule)] = not rule.moment and any(
                    one.name in ("color", *_GROUNDS) or one.name.startswith("--") for one in rule.declarations
                )
    return {one: tuple(entry for entry in found if about[id(entry[3])]) for one, found in matched.items()}


def _over(colour: Rgba, ground: Rgba) -> Rgba:
    alpha = colour[3]
    red, green, blue = (
        one * alpha + other * (1 - alpha) for one, other in zip(colour[:3], ground[:3], strict=True)
    )
    return red, green, blue, 1.0
