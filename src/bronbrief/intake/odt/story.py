"""The text of an OpenDocument file as a page, in one version: paragraphs, lists, tables."""

from dataclasses import replace
from xml.etree.ElementTree import Element

from bronbrief.intake.odt.inline import PARAGRAPHS, PARTS, Inline, only
from bronbrief.intake.odt.names import is_shown
from bronbrief.intake.odt.numbering import OpenList
from bronbrief.intake.odt.styles import Properties, look_of
from bronbrief.intake.page_writer import TAB, Look, escaped

_DEEPEST = 6


class Story(Inline):
    """Reads blocks."""

    def blocks(self, element: Element, within: OpenList | None = None) -> None:
        """Read the blocks in an element, in order."""
        self._stray(element.text)
        for child in element:
            tag = child.tag
            if tag in PARAGRAPHS:
                self._paragraph(child, within if tag == "text:p" else None)
            elif tag == "text:list":
                self._list(child, within)
            elif tag == "text:numbered-paragraph":
                for one in child:
                    self._paragraph(one, self.numbering.numbered(child), child, listed=True)
            elif tag == "office:forms":
                self._forms(child)
            elif tag in PARTS:
                self.part(child)
            elif is_shown(tag):
                opening, closing = self._around(child)
                self.writer.markup(opening)
                self.blocks(child, within)
                self.writer.markup(closing)
            self._stray(child.tail)

    def _stray(self, words: str | None) -> None:
        """Leave out words that stand between paragraphs, where no program shows them."""
        if words and words.strip():
            self.writer.text(words, Look(reason="hidden"))

    def _around(self, element: Element) -> tuple[str, str]:
        """Return the tags around a table, its rows and cells, or a section; a hidden one says so."""
        tag = element.tag
        if tag == "text:section":
            hidden = element.get("text:display") == "none" or (
                element.get("text:display") == "condition" and element.get("text:is-hidden") == "true"
            )
            return ("<div hidden>" if hidden else "<div>"), "</div>"
        if tag == "table:table-row":
            hidden = element.get("table:visibility") in {"collapse", "filter"}
            return ("<tr hidden>" if hidden else "<tr>"), "</tr>"
        if tag in {"table:table-cell", "table:covered-table-cell"}:
            ground = self.styles.ground("table-cell", element.get("table:style-name", ""), "table-cell")
            return f'<td{"" if tag == "table:table-cell" else " hidden"} style="{escaped(ground)}">', "</td>"
        return ("<table>", "</table>") if tag == "table:table" else ("", "")

    def _list(self, element: Element, around: OpenList | None) -> None:
        opened = self.numbering.open(element, around, self._style_of_list(element))
        for item in element:
            numbered = item.tag == "text:list-item"
            for child in item:
                if child.tag in PARAGRAPHS:
                    self._paragraph(child, opened if numbered else None, item, listed=True)
                    numbered = False
                else:
                    self.blocks(only(child), opened)

    def _style_of_list(self, element: Element) -> str:
        """Return the list style that the first paragraph of a list names, for lists that name none."""
        for one in element.iter():
            if one.tag in PARAGRAPHS:
                name = one.get("text:style-name", "")
                return self.styles.attribute("paragraph", name, "style:list-style-name") or ""
        return ""

    def _paragraph(
        self, element: Element, within: OpenList | None, item: Element | None = None, *, listed: bool = False
    ) -> None:
        """Read a paragraph or heading; `item` is that of the list `within` which it is in, if any."""
        name = element.get("text:style-name", "")
        level = self._level(element, name)
        if element.tag == "text:h" and not listed:
            within = self._outlined(element, name, level)
        goes_on = self.writer.goes_on
        ground = self.styles.ground("paragraph", name, "paragraph")
        self.writer.open(f"h{min(level, _DEEPEST)}" if level else "div", ground)
        hides = (one.get("text:is-hidden") == "true" for one in element.iter("text:hidden-paragraph"))
        before, self.unseen = self.unseen, "hidden" if any(hides) else self.unseen
        said = self.styles.properties("paragraph", name)
        if within is not None and not goes_on:
            self._number(within, item, said)
        self._inline(element, said)
        self.writer.close(joins=bool(self.open) and not self.accept)
        self.unseen = before

    def _level(self, element: Element, name: str) -> int:
        """Return the level of a heading, 1 for the title of the document and 0 for a paragraph."""
        if element.tag == "text:h":
            level = element.get("text:outline-level", "1")
            return int(level) if level.isdecimal() and level != "0" else 1
        return int("Title" in {name, *self.styles.based_on("paragraph", name)})

    def _outlined(self, element: Element, name: str, level: int) -> OpenList | None:
        """Return what a heading that stands in no list counts in; None for one without a number."""
        none = self.styles.attribute("paragraph", name, "style:list-style-name") == ""
        if none or element.get("text:is-list-header") == "true":
            return None
        return replace(self.numbering.outline(), level=level)

    def _number(self, within: OpenList, item: Element | None, said: Properties) -> None:
        start = item.get("text:start-value") if item is not None else None
        override = item.get("text:style-override", "") if item is not None else ""
        mark = self.numbering.mark(within, start=start, style=override)
        if mark is None:
            self.writer.tell("unsupported", "num-format")
        elif mark:
            self._say(f"{mark}{TAB}", Look(reason=look_of(said).reason), counted=False)
