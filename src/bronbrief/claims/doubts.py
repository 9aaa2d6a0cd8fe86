"""What cannot be judged of a brief's own words, as something that they cite was refused or cannot be found.

Who refused it has reported that; what may only follow from it is left unsaid until it is mended.
"""

from collections.abc import Mapping

from bronbrief.brief.mistyped import mistyped
from bronbrief.brief.references import Kind, mark
from bronbrief.brief.stand_ins import stand_in
from bronbrief.brief.statements import Ground, Grounds, Statement, Statements
from bronbrief.claims.match.names import opens_sentence
from bronbrief.core.places import Path
from bronbrief.evidence.model import Excerpt
from bronbrief.sources.locators import find_passages, parse_locator
from bronbrief.sources.model import Catalogue
from bronbrief.spec.model import BriefSpec


class Doubts:
    """The doubts about one brief.

    `excerpts` are those that were proven, with stand-ins for the others, so that it is known which sources
    are cited. `sources` tells that even that is not known.
    """

    def __init__(
        self, spec: BriefSpec, proven: Mapping[str, Excerpt], catalogue: Catalogue, statements: Statements
    ) -> None:
        unproven = {name: given for name, given in spec.excerpts.items() if name not in proven}
        self.excerpts = {
            **proven,
            **{
                name: stand_in(name, given, catalogue.get(given.source), spec.lang)
                for name, given in unproven.items()
            },
        }
        self._proven, self._spec, self._catalogue = proven, spec, catalogue
        self._statements = statements
        self._lost = frozenset(ground for ground in statements.cited_in(()) if not self._is_found(ground))
        self._garbled = tuple(path for path, text in statements.texts.items() if self._is_garbled(text))
        self.sources = bool(self._garbled) or any(self._hides_source(ground) for ground in self._lost)

    def __bool__(self) -> bool:
        """Tell whether there is any doubt."""
        return self.sources or bool(self._lost)

    def about(self, statement: Statement, grounds: Grounds) -> bool:
        """Tell whether what carries a statement is not known; `grounds` are those that do, as far as read."""
        if not self._lost.isdisjoint(grounds):
            return True
        if statement.text[statement.start : statement.end].lstrip().startswith(">"):
            return True  # typed as a quotation, and refused as such
        return any(self._reaches(path, statement) for path in self._garbled)

    def about_name(self, statement: Statement, start: int) -> bool:
        """Tell whether only sources that are not known can say whether a word is a name."""
        return self.sources and opens_sentence(statement.text, start)

    def _is_found(self, ground: Ground) -> bool:
        if ground.id in self._spec.excerpts:
            return ground.id in self._proven
        source = self._catalogue.get(ground.id)
        locator = parse_locator(ground.locator) if ground.locator else None
        if source is None or ground.locator is None:
            return source is not None
        return locator is not None and bool(find_passages(source, locator))

    def _hides_source(self, ground: Ground) -> bool:
        excerpt = self._spec.excerpts.get(ground.id)
        return self._catalogue.get(excerpt.source if excerpt else ground.id) is None

    def _reaches(self, path: Path, statement: Statement) -> bool:
        """Tell whether a statement may hang on a reference at a path that cannot be read."""
        if path == statement.path or (statement.is_date and path[:-1] == statement.path[:-1]):
            return True
        if statement.grounds and statement.grounds[0]:
            return False
        scope = statement.scope
        while scope and not self._statements.shown[scope] and path[: len(scope)] != scope:
            scope = scope[:-2]
        return path[: len(scope)] == scope

    def _is_garbled(self, text: str) -> bool:
        """Tell whether a text has a reference that cannot be read."""
        if "@" not in text and "[" not in text:
            return False
        references = mark(text).references
        return any(reference.kind is Kind.MALFORMED for reference in references) or any(
            mistyped(text, references, self._spec.excerpts, self._catalogue.sources)
        )
