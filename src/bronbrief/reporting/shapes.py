"""The shapes of what commands write as JSON and the tools for assistants answer; `docs/json.md` lists them.

Keys may be added. One that is there keeps its meaning for as long as `format` stays what it is.
"""

from typing import Any

from typing_extensions import TypedDict


class PlaceShape(TypedDict):
    """A stretch of a file: lines and columns count from 1, the end is exclusive. Line 0: the whole file."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class RelatedShape(TypedDict):
    """A second place that explains a finding, and what is said of it."""

    place: PlaceShape | None
    phrase: str


class ReplacementShape(TypedDict):
    """Text to put in the place of what stands there; a place that ends where it starts is put before."""

    place: PlaceShape | None
    text: str


class DiagnosticShape(TypedDict):
    """What is wrong and where. `hint` says what to do here, `cure` what mends any finding of this code.

    `severity` is error, warning or hint. `detail` may hold lines to read or paste: a word diff, YAML.
    `fix` is the exact cure where there is one; `check --fix` makes it.
    """

    code: str
    severity: str
    place: PlaceShape | None
    headline: str
    hint: str
    cure: str
    detail: str
    params: dict[str, str]
    related: list[RelatedShape]
    fix: list[ReplacementShape]


class DiagnosticsShape(TypedDict):
    """What every document has: its format, and all findings, sorted by place."""

    format: int
    diagnostics: list[DiagnosticShape]


class BriefShape(TypedDict):
    """A brief and how far it came: built, unchanged, checked or failed; `files` are those that it has."""

    name: str
    path: str
    state: str
    files: list[str]


class BuildShape(DiagnosticsShape):
    """What came of `check` or `build`; `files` belong to no single brief."""

    briefs: list[BriefShape]
    files: list[str]


class ReasonShape(TypedDict):
    """Why a brief would be built: the cause, and what of it (a file, a package)."""

    cause: str
    what: str


class PlannedShape(TypedDict):
    """A brief, whether it is up to date, and if not, why."""

    path: str
    fresh: bool
    reasons: list[ReasonShape]


class SourceHeadShape(TypedDict):
    """A source: its id, its file, what its record says by the record's own keys, and its length in words."""

    id: str
    path: str
    record: dict[str, object]
    words: int


class SourceShape(SourceHeadShape):
    """A source in a list; `passages` is how many it has."""

    passages: int


class PassageShape(TypedDict):
    """A passage. `start` and `end` count characters of the decoded file from 0, the end exclusive."""

    locator: str
    unit: str
    text: str
    start: int
    end: int


class WholeSourceShape(SourceHeadShape):
    """A source with all its passages."""

    passages: list[PassageShape]


class HitShape(TypedDict):
    """A passage that was found; `marks` are stretches of `text`, from start to end, that were sought."""

    source: str
    locator: str
    text: str
    marks: list[list[int]]


class FoundHeadShape(TypedDict):
    """How a search was read, and how many passages there are; `more_than_total`: not all were counted.

    `replaced` says what was sought for a word that no source has; `unknown` words are like none that it has.
    `some_words_only`: no passage has all the words.
    """

    query: str
    total: int
    more_than_total: bool
    some_words_only: bool
    replaced: dict[str, list[str]]
    unknown: list[str]


class FoundShape(FoundHeadShape):
    """What a search gave: the best hits, and of all of them `total`, or more where `more_than_total`.

    `replaced` says what was sought for a word that no source has; `unknown` words are like none that it has.
    `some_words_only`: no passage has all the words.
    """

    hits: list[HitShape]


class TemplateShape(TypedDict):
    """A template: titles and descriptions by language, what a spec must have for it, and its most pages.

    `roles` are those that its sections have, `promises` what must cite, `prints` the lines of head and end in
    order, None for all. `changed` names the files of a copy that are not as shipped.
    """

    name: str
    titles: dict[str, str]
    descriptions: dict[str, str]
    needs: list[str]
    roles: list[str]
    promises: list[str]
    prints: list[str] | None
    pages: int | None
    changed: list[str]


class ExplanationShape(TypedDict):
    """What a code means: `headline` and `hint` have fields in braces that a finding fills."""

    code: str
    severity: str
    headline: str
    hint: str
    cause: str
    cure: str


class QuotationProofShape(TypedDict):
    """A quotation of a finished file, and how it stands: proven, wrong or unchecked."""

    id: str
    labels: list[str]
    words: str
    source: str
    locator: str
    standing: str
    codes: list[str]


class BriefProofShape(TypedDict):
    """An evidence record, the files that print its quotations, and those that are as the record has them."""

    record: str
    title: str
    files: list[str]
    unchanged: list[str]
    codes: list[str]
    quotations: list[QuotationProofShape]


class VerifiedShape(TypedDict):
    """What was found under one path; nothing was verified of the files `not_read`."""

    path: str
    standing: str
    files_as_listed: int | None
    not_read: list[str]
    codes: list[str]
    briefs: list[BriefProofShape]


class VerificationShape(DiagnosticsShape):
    """The verdict in words, and what was found under each path."""

    verdict: str
    verified: list[VerifiedShape]


class DossierFilesShape(TypedDict):
    """The folder of a dossier, the same as one ZIP file, and the names of its files."""

    folder: str
    zip: str
    files: list[str]


class DossierShape(DiagnosticsShape):
    """What came of `dossier`: null where there is none."""

    dossier: DossierFilesShape | None


class ElementShape(TypedDict):
    """A structure element of a PDF; `kids` are elements and text, in reading order. `page` counts from 1."""

    type: str
    kids: "list[ElementShape | str]"
    lang: str | None
    alt: str | None
    id: str | None
    expansion: str | None
    actual: str | None
    links: list[str]
    targets: list[str]
    attributes: dict[str, str]
    page: int | None


COMMANDS: dict[str, Any] = {
    "check [BRIEF]... --json": BuildShape,
    "build [BRIEF]... --json": BuildShape,
    "build --explain --json": list[PlannedShape],
    "sources --json": list[SourceShape],
    "sources ID --json": WholeSourceShape,
    "find TEXT... --json": FoundShape,
    "templates --json": list[TemplateShape],
    "explain CODE --json": ExplanationShape,
    "verify PATH... --json": VerificationShape,
    "dossier BRIEF... --json": DossierShape,
    "inspect PDF --json": ElementShape,
}
"""What each command writes."""
