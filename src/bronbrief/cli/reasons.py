"""Why briefs are built, in words: what `bronbrief build --explain` says."""

from collections.abc import Iterable

from bronbrief.locale import i18n
from bronbrief.pipeline.freshness import Plan, Reason
from bronbrief.spec.paths import brief_name

SHOWN = 4


def as_text(plan: Plan, paths: Iterable[str], lang: str) -> str:
    """Write a line for each brief: up to date, or why it is built; further reasons on lines of their own."""
    lines = []
    for path in paths:
        why = plan.stale.get(path, ())
        words = [_say(reason.cause, lang, what=reason.what) for reason in why[:SHOWN]] or [
            _say("fresh", lang)
        ]
        if len(why) > SHOWN:
            words.append(_say("rest", lang, count=len(why) - SHOWN))
        name = brief_name(path)
        lines.append(f"{name}: {words[0]}")
        lines += [" " * (len(name) + 2) + more for more in words[1:]]
    return "".join(f"{line}\n" for line in lines)


def _say(key: str, lang: str, **values: object) -> str:
    return i18n.say("views", f"reasons.{key}", lang, **values)


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
