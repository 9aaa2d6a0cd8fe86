"""The account of method that Bronbrief itself can give: counts and verdicts of this very brief."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from bronbrief.brief.model import Prose
from bronbrief.core.text import Fold
from bronbrief.evidence.model import Excerpt, Mark, Verdict
from bronbrief.sources.model import Source

_FOLDS = {
    Fold.WHITE_SPACE: "fold_white_space",
    Fold.HYPHENATION: "fold_hyphenation",
    Fold.QUOTATION_MARKS: "fold_quotation_marks",
    Fold.NO_BREAK_SPACE: "fold_no_break_space",
    Fold.LIGATURE: "fold_ligatures",
    Fold.COMPOSITION: "fold_composition",
}
_MARKS = {
    Mark.OMISSION: "method_omissions",
    Mark.INSERTION: "method_insertions",
    Mark.INITIAL: "method_initials",
    Mark.SIC: "method_sic",
    Mark.EMPHASIS: "method_emphasis",
}

_BRACKETED = frozenset({Mark.OMISSION, Mark.INSERTION, Mark.INITIAL, Mark.SIC})
_BRACKETS = re.compile(r"\[[^\[\]]*\]|[\[\]]")


def account(
    excerpts: tuple[Excerpt, ...],
    sources: tuple[Source, ...],
    labels: Mapping[str, str],
    places: Mapping[str, str],
    made_with: str | None,
) -> tuple[Prose, ...]:
    """Say how a brief and its quotations came about, in a paragraph; only what is true of these is said.

    `places` say by the ids of excerpts where they print: "citaat 3". `made_with`: the assistant that helped.
    """
    helped = [labels["method_made_with"].replace("{name}", made_with)] if made_with else []
    proof = _proof(excerpts, sources, labels)
    signs = [*_signs(excerpts, labels, places), *_translations(excerpts, labels), *_inferred(sources, labels)]
    return (_paragraph((*helped, *proof, *signs)),)


def accepted_words(accepted: Iterable[tuple[str, str]], lead: str) -> tuple[Prose, ...]:
    """List what the author accepted, below a line that says of what kind: pairs of words and a reason."""
    lines = tuple(f"{words}: {reason}" for words, reason in accepted)
    if not lines:
        return ()
    items = "".join(f"<li>{escape(line, quote=False)}</li>" for line in lines)
    html = f"<p>{escape(lead, quote=False)}</p>\n<ul>{items}</ul>"
    return (Prose(html, "\n".join((lead, *lines))),)


def _paragraph(sentences: Iterable[str]) -> Prose:
    plain = " ".join(sentences)
    return Prose(f"<p>{escape(plain, quote=False)}</p>", plain)


def _proof(
    excerpts: tuple[Excerpt, ...], sources: tuple[Source, ...], labels: Mapping[str, str]
) -> list[str]:
    if not excerpts:
        return [labels["method_quotations_none"]]
    quoted = {excerpt.source_id for excerpt in excerpts}
    held = _counted(labels, "method_quotations", len(excerpts))
    sentences = [f"{held} {_counted(labels, 'method_sources', len(quoted))}", labels["method_cut"]]
    exact = sum(excerpt.verdict is Verdict.EXACT for excerpt in excerpts)
    if exact == len(excerpts) > 1:
        sentences.append(labels["method_exact_all"])
    elif exact:
        sentences.append(_counted(labels, "method_exact", exact))
    if exact < len(excerpts):
        used = {fold for excerpt in excerpts for fold in excerpt.folds}
        folds = ", ".join(labels[key] for fold, key in _FOLDS.items() if fold in used)
        sentences.append(_counted(labels, "method_folded", len(excerpts) - exact).replace("{folds}", folds))
    if _joins_lines(excerpts, sources):
        sentences.append(labels["method_joined_lines"])
    return sentences


def _counted(labels: Mapping[str, str], key: str, count: int) -> str:
    return labels[f"{key}_one" if count == 1 else f"{key}_many"].replace("{count}", str(count))


def _joins_lines(excerpts: tuple[Excerpt, ...], sources: tuple[Source, ...]) -> bool:
    """Tell whether any quotation prints as running text what the file has on several lines."""
    data = {source.id: source.data for source in sources}
    return any(
        data[excerpt.source_id][part.byte_start : part.byte_end] != part.text.encode()
        for excerpt in excerpts
        for part in excerpt.parts
    )


def _signs(excerpts: tuple[Excerpt, ...], labels: Mapping[str, str], places: Mapping[str, str]) -> list[str]:
    """Say which brackets are the source's own, and what the others mean."""
    own = [
        f"{' '.join(brackets)} ({places[excerpt.id]})"
        for excerpt in excerpts
        if (brackets := [found for part in excerpt.parts for found in _BRACKETS.findall(part.text)])
    ]
    used = {segment.mark for excerpt in excerpts for paragraph in excerpt.paragraphs for segment in paragraph}
    ours = [labels[key] for mark, key in _MARKS.items() if mark in used]
    if not own:
        return ours
    theirs = labels["method_own_brackets"].replace("{brackets}", "; ".join(own))
    return [theirs, *([labels["method_other_brackets"], *ours] if used & _BRACKETED else ours)]


def _translations(excerpts: tuple[Excerpt, ...], labels: Mapping[str, str]) -> list[str]:
    made = [excerpt.translation for excerpt in excerpts if excerpt.translation]
    own = any(translation.by is None for translation in made)
    named = any(translation.by is not None for translation in made)
    words = [labels["method_translations_own"]] if own else []
    return [*words, labels["method_translations_named"]] if named else words


def _inferred(sources: tuple[Source, ...], labels: Mapping[str, str]) -> list[str]:
    titles = any(source.record.title_ground != "stated" for source in sources)
    dates = any(set(source.record.date or "") & set("~?%./X") for source in sources)
    words = [labels["method_inferred_titles"]] if titles else []
    return [*words, labels["method_inferred_dates"]] if dates else words
