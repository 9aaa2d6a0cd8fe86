"""Keys that may not stand where they stand, and which one each was meant to be."""

from pydantic import BaseModel

from bronbrief.core.diagnostics import Diagnostic, Place, Severity, report
from bronbrief.core.hidden import hidden_in, name_of
from bronbrief.core.near import nearest
from bronbrief.core.places import Path
from bronbrief.spec.block import Blocks
from bronbrief.spec.commas import cut_off
from bronbrief.spec.council import Archive, Council
from bronbrief.spec.excerpts import Acceptance, ExcerptSpec
from bronbrief.spec.keys import key_names, model_at, models_under
from bronbrief.spec.model import Advice, BriefSpec, House
from bronbrief.spec.refusals import Refusal, Refused
from bronbrief.spec.section import Section

MISSPELT, UNKNOWN, UNSEEN = "spec-misspelt-key", "spec-unknown-key", "yaml-hidden-character"
READ_ON = frozenset({MISSPELT, UNKNOWN, UNSEEN})
"""Findings about a key that is read as the one that was meant, or dropped."""

# What people write who think in Dutch, or in the words of another tool.
_MEANT: dict[str, tuple[str, ...]] = {
    "aan": ("to",),
    "aanvaard": ("accept",),
    "afbeelding": ("image",),
    "afgedaan": ("settles",),
    "afschrift": ("cc",),
    "afzender": ("from",),
    "agendapunt": ("agenda_item",),
    "archief": ("archive",),
    "archiefvormer": ("creators",),
    "auteur": ("author",),
    "assistent": ("made_with",),
    "beeld": ("image",),
    "beperkinggebruik": ("restrictions",),
    "besluitdatum": ("decided",),
    "bijlage": ("annex",),
    "bijlagen": ("attachments",),
    "bron": ("source",),
    "bronnen": ("excerpts",),
    "citaat": ("quote",),
    "citaten": ("excerpts",),
    "color": ("accent",),
    "colour": ("accent",),
    "contactpersoon": ("contact",),
    "datum": ("date", "meeting"),
    "documenttype": ("document_type",),
    "draft": ("concept",),
    "doel": ("purpose",),
    "functie": ("role",),
    "geheimhouding": ("confidentiality",),
    "grond": ("confidentiality_ground",),
    "huisstijl": ("house",),
    "kenmerk": ("our_reference",),
    "kernboodschappen": ("key_messages",),
    "kernpunten": ("key_messages",),
    "kleur": ("accent",),
    "kop": ("heading",),
    "language": ("lang",),
    "methode": ("method",),
    "moment": ("date",),
    "moties": ("settles",),
    "naam": ("name",),
    "nadruk": ("emphasis",),
    "omschrijving": ("alt",),
    "ondertekenaars": ("signatories",),
    "ondertitel": ("subtitle",),
    "onderwerp": ("subject",),
    "onderwerpen": ("keywords",),
    "ons_kenmerk": ("our_reference",),
    "paragrafen": ("sections",),
    "portefeuillehouder": ("portfolio_holder",),
    "quotes": ("excerpts",),
    "raad": ("council",),
    "reden": ("reason",),
    "registratienummer": ("registration_number",),
    "rol": ("role",),
    "samenvatting": ("summary",),
    "secties": ("sections",),
    "sjabloon": ("template",),
    "src": ("image",),
    "taal": ("lang",),
    "tekst": ("quote", "text"),
    "termijn": ("confidentiality_term",),
    "text": ("quote",),
    "titel": ("title", "heading"),
    "title": ("heading",),
    "toezeggingen": ("settles",),
    "tot": ("to",),
    "uw_kenmerk": ("your_reference",),
    "van": ("from",),
    "velden": ("fields",),
    "vergadering": ("meeting",),
    "versie": ("version",),
    "vertaling": ("translation",),
    "vertrouwelijkheid": ("confidentiality",),
    "vervolg": ("follow_up",),
    "verzenddatum": ("sent",),
    "voor": ("for",),
    "waarde": ("value",),
    "waardering": ("appraisal",),
    "wethouder": ("portfolio_holder",),
    "zaaknummer": ("file_number",),
}

# Where keys belong that someone wrote at another level; the first that fits is named. Blocks come between.
_HOMES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("sections", Section),
    ("excerpts", ExcerptSpec),
    ("council", Council),
    ("archive", Archive),
    ("house", House),
)
_LAST_HOMES: tuple[tuple[str, type[BaseModel]], ...] = (("accept", Acceptance), ("advice", Advice))


def unknown_key(refusal: Refusal, refused: Refused, place: Place) -> Diagnostic:
    """Report a key that may not stand where it stands: misspelt, cut off, at home elsewhere, or unknown."""
    key, home = refusal.key, _home_of(refusal.key, refused.blocks)
    unseen = next(hidden_in(key), None)
    if unseen is not None:
        point, name = name_of(key[unseen])
        return report(UNSEEN, place, severity=Severity.ERROR, point=point, name=name)
    cut = cut_off(refusal.path, refused.model, refused.places) if refusal.value is None else None
    if cut is not None:
        return cut
    meant = meant_for(refusal.path, refused.model, refused.blocks)
    taken = meant is not None and (*refusal.path[:-1], meant) in refused.places.spans
    if taken and _meant_key(key, _allowed(refusal.path, refused.model), refused.blocks) is None:
        meant = None  # it is merely like a key that stands there already
    if meant is not None:
        return report(MISSPELT, place, key=key, near=meant).meaning(meant)
    if home == "" and refusal.path[:-1]:
        return report("spec-key-of-the-top", place, key=key)
    if home:
        return report("spec-key-elsewhere", place, key=key, home=home)
    allowed = ", ".join(_allowed(refusal.path, refused.model))
    return report(UNKNOWN, place, key=key, allowed=allowed)


def meant_for(path: Path, top: type[BaseModel], blocks: Blocks) -> str | None:
    """Return the key that an unknown one was meant to be, or None where that is anyone's guess."""
    key, allowed = str(path[-1]), _allowed(path, top)
    return _meant_key(key, allowed, blocks) or (
        nearest(key, allowed) if _home_of(key, blocks) is None else None
    )


def _allowed(path: Path, top: type[BaseModel]) -> tuple[str, ...]:
    return key_names(model_at(top, path[:-1]))


def _meant_key(key: str, allowed: tuple[str, ...], blocks: Blocks) -> str | None:
    """Return the allowed key that a mistaken one was meant to be, or None."""
    known: dict[str, str] = {}
    for meanings in (*(block.meanings for block in blocks), _MEANT):
        for word, candidates in meanings.items():
            meant = next((one for one in candidates if one in allowed), None)
            if meant is not None:
                known.setdefault(word, meant)
    if key.casefold() in known:
        return known[key.casefold()]
    if _home_of(key, blocks):  # at home elsewhere, to the letter
        return None
    near = nearest(key.replace("-", "_"), allowed, 0.75)
    return near or known.get(nearest(key, known, 0.85) or "")


def _home_of(key: str, blocks: Blocks) -> str | None:
    """Return the key under which another level holds this key; "" for the top; None for nowhere."""
    if key in key_names(BriefSpec):
        return ""
    if any(key == block.key for block in blocks):
        return "sections"
    inner = (
        (home, model) for block in blocks for home, _, model in models_under(block.key, block.annotation)
    )
    return next((home for home, model in (*_HOMES, *inner, *_LAST_HOMES) if key in key_names(model)), None)
