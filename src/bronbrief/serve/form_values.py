"""What the form reads in the values of a spec: what accepts words, what is quoted, what texts refer to."""

from collections.abc import Iterator, Mapping

from bronbrief.core.places import Path
from bronbrief.core.yaml.values import Data


def accepting(values: Mapping[str, Data], path: Path = ()) -> Iterator[Path]:
    """Yield what accepts words: the brief itself, its sections and its excerpts."""
    if values.get("accept"):
        yield path
    sections, excerpts = values.get("sections"), values.get("excerpts")
    inner: list[tuple[Path, Data]] = [
        *(
            ((*path, "sections", at), one)
            for at, one in enumerate(sections if isinstance(sections, list) else ())
        ),
        *(
            ((*path, "excerpts", name), one)
            for name, one in (excerpts.items() if isinstance(excerpts, dict) else ())
        ),
    ]
    for here, one in inner:
        if isinstance(one, dict):
            yield from accepting(one, here)


def words_of(excerpt: Mapping[str, Data]) -> str:
    """Return what an excerpt quotes, as its author wrote it."""
    quote, begin, end, passage = (excerpt.get(key) for key in ("quote", "from", "to", "passage"))
    if isinstance(begin, str) and isinstance(end, str):
        return f"{begin} … {end}"
    said = quote or passage
    return said if isinstance(said, str) else "; ".join(map(str, said)) if isinstance(said, list) else ""
