"""Characters that would print as an empty box, each reported where the author wrote it."""

from bronbrief.brief.model import Brief
from bronbrief.core.diagnostics import Diagnostic, Place, report
from bronbrief.core.places import Path
from bronbrief.core.workspace import Workspace
from bronbrief.html.fonts import load_fonts
from bronbrief.html.glyphs import MissingGlyph, missing_glyphs
from bronbrief.sources.model import Catalogue
from bronbrief.spec.load import LoadedSpec


def glyph_diagnostics(
    brief: Brief, loaded: LoadedSpec, catalogue: Catalogue, workspace: Workspace
) -> tuple[Diagnostic, ...]:
    """Report typefaces that are not there, else every character that a brief's typefaces lack."""
    places = {use: loaded.places.value(("house", "fonts", use)) for use in ("text", "display", "others")}
    found = load_fonts(brief.house, places, workspace)
    fonts = found.value
    if fonts is None:
        return found.diagnostics
    names = ", ".join(dict.fromkeys(typeface.name for _, typeface in fonts.typefaces))
    return tuple(
        report(
            "glyph-missing",
            _place(glyph, loaded, catalogue),
            character=glyph.character,
            code=glyph.code_point,
            name=glyph.name,
            fonts=names,
            remedy=glyph.remedy,
        )
        for glyph in missing_glyphs(brief, fonts)
    )


def _place(glyph: MissingGlyph, loaded: LoadedSpec, catalogue: Catalogue) -> Place:
    """Return the character's own place in the spec, or that of what holds it."""
    if glyph.path[0] == "sources" and (source := catalogue.get(str(glyph.path[1]))):
        return Place(source.record_path)
    values: object = loaded.spec.model_dump(by_alias=True, mode="json")
    for key in glyph.path:
        values = _step(values, key)
    path, text = _holding(values, glyph.path, glyph.character)
    if not text:
        return loaded.places.head(glyph.path)
    start = text.index(glyph.character)
    return loaded.places.within(path, start, start + len(glyph.character))


def _step(value: object, key: str | int) -> object:
    """Return what a mapping or a list holds under a key, or None."""
    if isinstance(value, dict):
        return value.get(key)
    if isinstance(value, list) and isinstance(key, int) and key < len(value):
        return value[key]
    return None


def _holding(value: object, path: Path, character: str) -> tuple[Path, str]:
    """Return the path and the text of the first scalar, from a path downwards, that holds a character."""
    if isinstance(value, str) and character in value:
        return path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        found = _holding(item, (*path, key), character)
        if found[1]:
            return found
    return path, ""
