"""The parts of a page that are not its text: menus, notices, forms, what stands around the main part.

They are known by tag and class, which is a guess. So no more than a third of the text that a reader sees goes
for that reason, unless it is nearly all links.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from bronbrief.intake.html.gather import HEADINGS
from bronbrief.intake.html.shown import local_name

_TAGS: Mapping[str, str] = {
    **dict.fromkeys(["nav", "aside", "menu", "dialog"], "navigation"),
    **dict.fromkeys(["button", "select", "textarea"], "form"),
}
_OUTSIDE = frozenset(["header", "footer"])
_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"]
)
_CONTROLS = frozenset(["input", "textarea", "select", "button"])
_NOTICE = re.compile(
    r"\b(?:cookie|consent|breadcrumb|skip-?link|social-?share|(?:share|sharing)[-_]?(?:bar|buttons?|icons?|links?)\b"
    r"|deel[-_]?knoppen\b)",
    re.IGNORECASE,
)
# What style sheets that a page links to are used to hide, for readers of the screen alone.
_FOR_EARS = re.compile(
    r"\b(?:sr-only|visually-?hidden|screen-?reader(?:s|-text|-only)?|element-invisible)\b", re.IGNORECASE
)
_MOST = 1 / 3
_LINKED = 0.75
_WITHIN = frozenset(["main", "article", "section"])


def parts_apart(root: Element, unseen: Mapping[Element, str]) -> dict[Element, str]:
    """Return the outermost elements that are not the text of the page, each with the reason."""
    return _Parts(root, unseen).apart()


class _Parts:
    """Weighs the parts of a page by the characters that a reader sees."""

    def __init__(self, root: Element, unseen: Mapping[Element, str]) -> None:
        self.root = root
        self.unseen = unseen
        self.parent = {child: one for one in root.iter() for child in one}
        self.size: dict[Element, int] = {}
        self.linked: dict[Element, int] = {}
        self.linked_sheet = any("stylesheet" in (one.get("rel") or "") for one in root.iter("link"))
        for element in reversed(list(root.iter())):
            self._weigh(element)

    def _weigh(self, element: Element) -> None:
        """Count the characters of an element, and those of them in links; those within are counted before."""
        own = 0
        if element not in self.unseen and local_name(element) not in {"", "script", "style", "head"}:
            own = sum(map(_length, (element.text, *(child.tail for child in element))))
        self.size[element] = own + sum(self.size[child] for child in element)
        within = sum(self.linked[child] for child in element)
        self.linked[element] = self.size[element] if element.tag == "a" else within

    def apart(self) -> dict[Element, str]:
        body = self.root.find("body")
        top = self.root if body is None else body
        kept: set[Element] = set()
        while True:
            found = dict(self._candidates(top, kept))
            rest = [one for one in found if not self._is_menu(one)]
            left = self.size[top] - sum(self.size[one] for one in found if self._is_menu(one))
            total = sum(self.size[one] for one in rest)
            if total <= _MOST * left:
                return found | self._around_main(top, found, left)
            for one in sorted(rest, key=self.size.__getitem__, reverse=True):
                if total > _MOST * left:
                    kept.add(one)
                    total -= self.size[one]

    def _candidates(self, top: Element, kept: set[Element]) -> Iterator[tuple[Element, str]]:
        """Yield the outermost elements that tag, role or class tell apart, in order."""
        stack = [(top, False)]
        while stack:
            element, inside = stack.pop()
            reason = "" if element is top or element in kept else self._reason(element, inside=inside)
            if reason and element not in self.unseen:
                yield element, reason
                continue
            inside = inside or element.tag in _WITHIN
            stack.extend((child, inside) for child in reversed(element))

    def _reason(self, element: Element, *, inside: bool) -> str:
        tag = local_name(element)
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if self.linked_sheet and _FOR_EARS.search(names):
            return "hidden"
        if tag in _OUTSIDE and not inside:
            return "header-footer"
        if element.get("role") in _ROLES or _NOTICE.search(names):
            return "navigation"
        fields = (one for one in element.iter() if one.tag in _CONTROLS)
        if tag == "form" and any(one.get("type") != "hidden" for one in fields):
            return "form"
        if tag == "button" and self._in_heading(element):
            return ""
        return _TAGS.get(tag, "")

    def _in_heading(self, element: Element) -> bool:
        above = self.parent.get(element)
        while above is not None and above.tag not in HEADINGS and above.tag not in {"summary", "dt"}:
            above = self.parent.get(above)
        return above is not None

    def _is_menu(self, element: Element) -> bool:
        return self.linked[element] >= _LINKED * self.size[element]

    def _around_main(self, top: Element, chosen: Mapping[Element, str], left: int) -> dict[Element, str]:
        """Return what stands around the one <main>, or the one <article>, if that is little."""
        mains = [one for one in top.iter() if one.tag == "main" or one.get("role") == "main"]
        for found in (mains, list(top.iter("article"))):
            if len(found) == 1 and found[0] not in self.unseen and self.size[found[0]]:
                around = [one for one in self._beside(found[0], top) if one not in chosen]
                if sum(self.size[one] for one in around if not self._is_menu(one)) <= _MOST * left:
                    return dict.fromkeys(around, "navigation")
        return {}

    def _beside(self, element: Element, top: Element) -> Iterator[Element]:
        while element is not top:
            above = self.parent[element]
            if any(_length(child.tail) for child in above) or _length(above.text):
                return  # text of its own, which belongs to no element that could be told apart
            yield from (child for child in above if child is not element)
            element = above


def _length(text: str | None) -> int:
    return len("".join((text or "").split()))
