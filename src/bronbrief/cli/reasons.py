"""Why briefs are built, in words: what `bronbrief build --explain` says."""

from collections.abc import Iterable

from bronbrief.pipeline.freshness import Cause, Plan, Reason
from bronbrief.spec.paths import brief_name

SHOWN = 4
WORDS = {
    "en": {
        Cause.FORCED: "asked for with --force",
        Cause.NEW: "there is no record of an earlier build here",
        Cause.FORMATS: "other formats were asked for: {what}",
        Cause.VERSION: "another version is installed: {what}",
        Cause.CODE: "Bronbrief or a library of the system changed: {what}",
        Cause.SPEC: "the spec changed: {what}",
        Cause.DEFAULTS: "what all briefs share changed: {what}",
        Cause.SOURCE: "a source changed: {what}",
        Cause.TEMPLATE: "a template file changed: {what}",
        Cause.LABELS: "the fixed words changed: {what}",
        Cause.FONT: "a typeface changed: {what}",
        Cause.FILE: "a file changed: {what}",
        Cause.OUTPUT_MISSING: "an output file is missing: {what}",
        Cause.OUTPUT_CHANGED: "an output file was altered: {what}",
        "fresh": "up to date",
        "rest": "and {count} more reasons",
    },
    "nl": {
        Cause.FORCED: "gevraagd met --force",
        Cause.NEW: "van een eerdere bouw hier is niets bekend",
        Cause.FORMATS: "er zijn andere vormen gevraagd: {what}",
        Cause.VERSION: "er is een andere versie geïnstalleerd: {what}",
        Cause.CODE: "Bronbrief of een systeembibliotheek is gewijzigd: {what}",
        Cause.SPEC: "de definitie is gewijzigd: {what}",
        Cause.DEFAULTS: "wat alle brieven delen is gewijzigd: {what}",
        Cause.SOURCE: "een bron is gewijzigd: {what}",
        Cause.TEMPLATE: "een sjabloonbestand is gewijzigd: {what}",
        Cause.LABELS: "de vaste woorden zijn gewijzigd: {what}",
        Cause.FONT: "een lettertype is gewijzigd: {what}",
        Cause.FILE: "een bestand is gewijzigd: {what}",
        Cause.OUTPUT_MISSING: "een uitvoerbestand ontbreekt: {what}",
        Cause.OUTPUT_CHANGED: "een uitvoerbestand is veranderd: {what}",
        "fresh": "actueel",
        "rest": "en nog {count} redenen",
    },
}


def as_text(plan: Plan, paths: Iterable[str], lang: str) -> str:
    """Write a line for each brief: up to date, or why it is built; further reasons on lines of their own."""
    said = WORDS[lang]
    lines = []
    for path in paths:
        why = plan.stale.get(path, ())
        words = [said[reason.cause].format(what=reason.what) for reason in why[:SHOWN]] or [said["fresh"]]
        if len(why) > SHOWN:
            words.append(said["rest"].format(count=len(why) - SHOWN))
        name = brief_name(path)
        lines.append(f"{name}: {words[0]}")
        lines += [" " * (len(name) + 2) + more for more in words[1:]]
    return "".join(f"{line}\n" for line in lines)


def as_data(plan: Plan, paths: Iterable[str]) -> list[dict[str, object]]:
    """Return the same for JSON."""
    return [
        {
            "path": path,
            "fresh": path in plan.fresh,
            "reasons": [_data(one) for one in plan.stale.get(path, ())],
        }
        for path in paths
    ]


def _data(reason: Reason) -> dict[str, str]:
    return {"cause": str(reason.cause), "what": reason.what}
