"""Take in a newer version of a source: its text and where it came from change, its record's facts stay."""

from collections.abc import Iterable, Mapping

from bronbrief.core.diagnostics import Outcome
from bronbrief.core.places import Span
from bronbrief.core.workspace import SEEDS, SPEC_LIMIT, FileProblemError, Workspace
from bronbrief.core.yaml.edits import Edit, replaced
from bronbrief.core.yaml.values import Positioned, read_yaml
from bronbrief.core.yaml.writing import scalar
from bronbrief.intake.add import Intake, Request, prove_source, read_document, received, write_source
from bronbrief.intake.record import OF_THE_FILE, left_out_lines
from bronbrief.sources.catalogue import known_ids, unknown_source
from bronbrief.sources.model import RECORD, is_original

_LEFT_OUT = "left_out"


def replace_source(workspace: Workspace, request: Request) -> Outcome[Intake]:
    """Replace the source `request.source_id` by a newer version of its document, whole or not at all.

    The record keeps every fact and comment of the author's; facts in the request are not written.
    """
    source_id = request.source_id
    known = known_ids(workspace)
    if source_id not in known:
        return Outcome(None, (unknown_source(source_id, known),))
    record_path = f"{SEEDS}/{source_id}{RECORD}"
    try:
        data = workspace.read(record_path, SPEC_LIMIT)
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    record = read_yaml(data, record_path)
    read = read_document(request)
    if record.value is None or not record.ok or read.value is None:
        return Outcome(None, (*record.diagnostics, *read.diagnostics))
    files, facts = received(source_id, request, *read.value)
    edited = edit_record(record.value, facts, left_out_lines(read.value[1].left_out))
    files = {f"{source_id}{RECORD}": edited.encode(), **files}
    proven = prove_source(source_id, files)
    if proven.value is None:
        return Outcome(None, proven.diagnostics)
    before = record.value.value.get("original")
    gone = before if isinstance(before, str) and before not in files and is_original(before) else ""
    written = write_source(workspace, files, over=True, gone=gone)
    found = (*read.diagnostics, *proven.diagnostics)
    value = Intake(proven.value, written.value, record_path, ()) if written.value else None
    return Outcome(value, written.diagnostics or found)


def edit_record(record: Positioned, facts: Mapping[str, str], left_out: Iterable[str]) -> str:
    """Write what a record says of the file anew, in its place, and leave every other character alone."""
    text = record.places.spans[()].origin.text
    edits: list[Edit] = []
    tail: list[str] = []
    for key in (*OF_THE_FILE, _LEFT_OUT):
        span, new = record.places.spans.get((key,)), facts.get(key, "")
        if span is not None and new and span.start < span.end:
            edits.append((span.start, span.end, scalar(new)))
            continue
        if span is not None and span.key is not None:
            edits.append((*_lines_of(text, span, _last(record, key)), ""))
        if new:
            tail.append(f"{key}: {scalar(new)}")
    text = replaced(text, sorted(edits))
    added = "\n".join([*tail, *left_out])
    return f"{text.rstrip(chr(10))}\n{added}\n" if added else text


def _last(record: Positioned, key: str) -> int:
    """Return where the value of a key ends; a list of lines runs on to the next key, its last scalar not."""
    whole = record.places.spans[(key,)]
    if whole.style not in {"{", "["} or whole.origin.text[whole.start] in "{[":
        return whole.end
    within = [span.end for path, span in record.places.spans.items() if path[:1] == (key,) and len(path) > 1]
    return max((end for end in within if end < whole.end), default=whole.end)


def _lines_of(text: str, span: Span, last: int) -> tuple[int, int]:
    """Return the whole lines from a key to the end of its value."""
    key = span.key[0] if span.key else span.start
    end = text.find("\n", last)
    return text.rfind("\n", 0, key) + 1, len(text) if end < 0 else end + 1
