"""Which keys may stand where in a spec, and which one a mistaken key was meant to be."""

from collections.abc import Iterator
from inspect import isclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from bronbrief.core.near import nearest
from bronbrief.core.places import Path
from bronbrief.core.yaml.values import Data
from bronbrief.spec.model import (
    Acceptance,
    Advice,
    Archive,
    BriefSpec,
    Comparison,
    ComparisonRow,
    Council,
    ExcerptSpec,
    Figure,
    House,
    Question,
    Section,
    TimelineEntry,
)

# What people write who think in Dutch, or in the words of another tool.
_MEANT: dict[str, tuple[str, ...]] = {
    "aangehaald": ("cite",),
    "aanvaard": ("accept",),
    "afbeelding": ("figure", "image"),
    "agendapunt": ("agenda_item",),
    "antwoord": ("answer",),
    "archief": ("archive",),
    "archiefvormer": ("creators",),
    "auteur": ("author",),
    "beeld": ("image",),
    "beperkinggebruik": ("restrictions",),
    "bijlage": ("annex",),
    "bijschrift": ("caption",),
    "bron": ("source",),
    "bronnen": ("excerpts",),
    "cellen": ("cells",),
    "citaat": ("quote",),
    "citaten": ("excerpts",),
    "color": ("accent",),
    "colour": ("accent",),
    "datum": ("date", "meeting"),
    "documenttype": ("document_type",),
    "gebeurtenis": ("event",),
    "geheimhouding": ("confidentiality",),
    "huisstijl": ("house",),
    "kernboodschappen": ("key_messages",),
    "kernpunten": ("key_messages",),
    "kleur": ("accent",),
    "kolommen": ("columns",),
    "kop": ("heading",),
    "language": ("lang",),
    "methode": ("method",),
    "moment": ("date",),
    "naam": ("name",),
    "nadruk": ("emphasis",),
    "omschrijving": ("alt", "event"),
    "ondertitel": ("subtitle",),
    "onderwerpen": ("keywords",),
    "paragrafen": ("sections",),
    "portefeuillehouder": ("portfolio_holder",),
    "quotes": ("excerpts",),
    "raad": ("council",),
    "reden": ("reason",),
    "rijen": ("rows",),
    "samenvatting": ("summary",),
    "secties": ("sections",),
    "sjabloon": ("template",),
    "src": ("image",),
    "taal": ("lang",),
    "tabel": ("comparison",),
    "table": ("comparison",),
    "tekst": ("body", "event", "quote", "text"),
    "text": ("body", "event", "quote"),
    "tijdlijn": ("timeline",),
    "titel": ("title", "heading"),
    "title": ("heading",),
    "tot": ("to",),
    "van": ("from",),
    "vergadering": ("meeting",),
    "vergelijking": ("comparison",),
    "versie": ("version",),
    "vertaling": ("translation",),
    "vertrouwelijkheid": ("confidentiality",),
    "voor": ("for",),
    "vraag": ("question",),
    "vragen": ("questions",),
    "waardering": ("appraisal",),
    "wethouder": ("portfolio_holder",),
    "zaaknummer": ("file_number",),
}

# Where keys belong that someone wrote at another level; the first that fits is named.
_HOMES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("sections", Section),
    ("excerpts", ExcerptSpec),
    ("council", Council),
    ("archive", Archive),
    ("house", House),
    ("timeline", TimelineEntry),
    ("comparison", Comparison),
    ("rows", ComparisonRow),
    ("questions", Question),
    ("figure", Figure),
    ("accept", Acceptance),
    ("advice", Advice),
)


def key_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a mapping as authors write them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def model_at(top: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the mapping at a path from the top, or None where there is none."""
    current: type[BaseModel] | None = top
    named_freely = False
    for step in path:
        if isinstance(step, int) or named_freely or current is None:
            named_freely = False
            continue
        annotation = _annotation(current, step)
        current = next(_models(annotation), None)
        named_freely = any(get_origin(part) is dict for part in (annotation, *get_args(annotation)))
    return current


def kind_at(top: type[BaseModel], path: Path) -> str:
    """Return what belongs at a path: "text", "list", "keys" of a model, or "names" that authors choose."""
    if not path or kind_at(top, path[:-1]) == "names":
        return "keys"
    holder = model_at(top, path[:-1])
    if holder is None:
        return "keys" if model_at(top, path) else "text"
    if isinstance(path[-1], int):
        return "keys" if _listed(top, path) else "text"
    kinds = _kinds(_annotation(holder, path[-1]))
    return next((kind for kind in kinds if kind != "text"), "text")


def takes(top: type[BaseModel], path: Path, kind: str) -> bool:
    """Tell whether a key may hold a value of a kind: "text", "list" or "keys"."""
    model = model_at(top, path[:-1])
    return model is not None and kind in _kinds(_annotation(model, str(path[-1])))


def _kinds(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 any annotation
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kinds(parts[0])
    if origin in (Union, UnionType):
        return tuple(kind for part in parts if part is not NoneType for kind in _kinds(part))
    if origin in (list, dict):
        return ("list",) if origin is list else ("names",)
    return ("keys",) if isclass(annotation) and issubclass(annotation, BaseModel) else ("text",)


def _listed(top: type[BaseModel], path: Path) -> bool:
    """Tell whether the items of the list that a path leads into are mappings."""
    names = [number for number, step in enumerate(path) if isinstance(step, str)]
    holder = model_at(top, path[: names[-1]])
    return holder is not None and any(True for _ in _models(_annotation(holder, str(path[names[-1]]))))


def meant_key(key: str, allowed: tuple[str, ...]) -> str | None:
    """Return the allowed key that a mistaken one was meant to be, or None."""
    for candidate in _MEANT.get(key.casefold(), ()):
        if candidate in allowed:
            return candidate
    return nearest(key.replace("-", "_"), allowed, 0.75)


def home_of(key: str) -> str | None:
    """Return the key under which another level holds this key; "" for the top; None for nowhere."""
    if key in key_names(BriefSpec):
        return ""
    return next((home for home, model in _HOMES if key in key_names(model)), None)


def annotation_at(top: type[BaseModel], path: Path) -> tuple[Any, str]:
    """Return the annotation of the key that a path leads to, and its first example."""
    model = model_at(top, path[:-1])
    fields = model.model_fields.items() if model else ()
    field = next((field for name, field in fields if (field.alias or name) == path[-1]), None)
    return (field.annotation, str((field.examples or [""])[0])) if field else (str, "")


def _annotation(model: type[BaseModel], key: str) -> Any:  # noqa: ANN401 any annotation
    fields = model.model_fields.items()
    return next((field.annotation for name, field in fields if (field.alias or name) == key), None)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 any annotation
    if isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def value_at(data: Data, path: Path) -> Data:
    """Return the value at a path; None where there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
