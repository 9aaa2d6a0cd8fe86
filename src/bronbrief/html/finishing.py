"""Finish a page: filled by a template, inspected, and given what no template has a say in.

The style sheet and the images are put in last. Until then stand-ins mark their places, so that neither counts
for the budget of the sandbox, and the inspection reads what the template itself wrote.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from markupsafe import Markup

from bronbrief.core.diagnostics import Diagnostic, Outcome, report
from bronbrief.core.digests import sha256_of
from bronbrief.html.csp import with_policy
from bronbrief.html.inspection import Forbidden, forbidden, in_sheet, unfolding_too_far
from bronbrief.html.line_breaks import isolate, keep_together, soft_breaks, spaces_apart
from bronbrief.html.markup import MalformedError, tags
from bronbrief.html.templates import HOUSE, Template

Medium = Literal["screen", "print"]
MOST = 20
"""Findings that are told of one page."""
LONGEST = 200_000_000
"""Characters of a page with all its images."""
_FAMILY = re.compile(r"(\bbrief-(?:text|display))(?=\s*(?:[;}!]|,\s*(?:sans-)?serif))")
_STAND_IN = re.compile("bronbrief:(?:style|image)/[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Assets:
    """What a page is given from our side: the style that goes before its template's, and its images.

    `images` maps names to data addresses. With `beside` links may lead to files in the page's own folder.
    """

    medium: Medium
    style: str
    images: Mapping[str, str] = field(default_factory=dict)
    beside: bool = False
    others: str = ""
    """Further families behind those of the style sheet, for characters that these lack."""

    def sheet(self, template: Template) -> str:
        """Return the whole style sheet of a page, made harmless for its element."""
        own = template.styles[self.medium]
        own = _FAMILY.sub(rf"\1{self.others}", own) if self.others else own
        return f"{self.style}\n{own}".replace("</", "<\\/")


def finish(template: Template, values: Mapping[str, object], assets: Assets) -> Outcome[str]:
    """Fill a template, inspect what comes of it, and put in the policy, the style sheet and the images."""
    style = assets.sheet(template)
    sheet = _stand_in("style", style)
    places = {name: _stand_in("image", address) for name, address in assets.images.items()}
    filled = template.fill({**values, "style": Markup(sheet), "images": places})  # noqa: S704 - a hash
    if filled.value is None:
        return filled
    kept = isolate(keep_together(filled.value))
    page = with_policy(soft_breaks(kept), style) if assets.medium == "screen" else spaces_apart(kept)
    found = (*filled.diagnostics, *_inspect(page, template, assets, sheet))
    if found:
        return Outcome(None, found)
    later = {sheet: style, **{places[name]: address for name, address in assets.images.items()}}
    if len(page) + sum(len(later.get(name, "")) for name in _STAND_IN.findall(page)) > LONGEST:
        reason = f"the page grows beyond {LONGEST:,} characters"
        return Outcome(
            None, (report("template-endless", template.place_of("<img", "<img", ".j2"), reason=reason),)
        )
    return Outcome(_STAND_IN.sub(lambda name: later.get(name[0], name[0]), page))


def _inspect(page: str, template: Template, assets: Assets, sheet: str) -> Iterator[Diagnostic]:
    """Report what the page, and the style sheet that is still to come, may not hold."""
    style = template.styles[assets.medium]
    found: list[tuple[Forbidden, str | tuple[str, ...]]]
    found = [(one, ".j2") for one in (*forbidden(page, beside=assets.beside), *_astray(page, sheet))]
    found += [(one, (f"{assets.medium}.css", HOUSE)) for one in in_sheet(style)]
    found += [(one, (f"{assets.medium}.css", HOUSE, ".j2")) for one in unfolding_too_far(page, style)]
    for one, ending in islice(dict.fromkeys(found), MOST):
        yield report("page-forbidden", template.place_of(one.written, one.start, ending), what=one.shown)


def _stand_in(kind: str, text: str) -> str:
    return f"bronbrief:{kind}/{sha256_of(text.encode())}"


def _astray(page: str, sheet: str) -> Iterator[Forbidden]:
    """Find style tags where a parser sees none, and a style sheet that does not stand alone between them.

    The typesetter takes the style out of the page by its tags as they are written.
    """
    try:
        styles = [tag for tag in tags(page) if tag.name == "style"]
    except MalformedError:
        return
    plain = sum(tag.written == "<style>" for tag in styles)
    if not len(styles) == plain == page.count("<style>") == page.count("</style>"):
        yield Forbidden("<style>", "<style", "<style")
    if page.count(sheet) > sum(tag.content == sheet for tag in styles):
        yield Forbidden("{{ style }}", "{{ style", "{{ style")
