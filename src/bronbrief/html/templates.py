"""Templates: found in the workspace or among those shipped, kept in a sandbox, their mistakes located."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import CodeType

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError

from bronbrief.core.diagnostics import Diagnostic, Outcome, Place, report
from bronbrief.core.near import nearest_first
from bronbrief.core.workspace import TEMPLATES, FileProblemError, Workspace, packaged_templates
from bronbrief.html.manifest import Manifest, read_manifest
from bronbrief.html.sandbox import Sandbox
from bronbrief.html.template_limits import ForbiddenError, SpentError

FILE_LIMIT, KEPT_LIMIT, COMPARED = 1024 * 1024, 64, 200
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
INNER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
SHARED, INDEX, PAGE, MANIFEST = "_shared", "_index", "brief.html.j2", "template.yaml"
HOUSE = "house.css"
"""A style sheet of the workspace, read last for print and screen."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template, ready to fill: its name, its account of itself and its style sheets by medium.

    `sheets` are the files that each style was joined from, with how many lines each has.
    """

    name: str
    manifest: Manifest
    styles: Mapping[str, str]
    environment: Sandbox
    sheets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)

    def fill(self, values: Mapping[str, object]) -> Outcome[str]:
        """Fill the page with values; whatever goes wrong in the template is reported at its line."""
        self.environment.begin()
        try:
            text = self.environment.get_template(f"{self.name}/{PAGE}").render(values)
            text.encode()
        except FileProblemError as problem:
            return Outcome(None, (problem.diagnostic,))
        except Exception as error:  # noqa: BLE001 - whatever a template raises is the user's mistake
            return Outcome(None, (_explain(error, f"{self.name}/{PAGE}"),))
        return Outcome(text)

    def place_of(self, written: str, start: str, ending: str | tuple[str, ...]) -> Place:
        """Return where the files with this ending hold what is most like something in the finished page.

        In both it begins with `start`. Where no file has that, values made it: the place is the page itself.
        """
        loader = self.environment.loader
        assert isinstance(loader, _Loader)  # noqa: S101 - there is no other
        end = r"\b" if start[-1:].isalnum() else ""  # <p is not the beginning of <pre
        begins = re.compile(re.escape(start) + end, re.IGNORECASE)
        best, place, written = 0, Place(f"{TEMPLATES}/{self.name}/{PAGE}"), written[:COMPARED]
        for path, text in sorted(loader.texts.items(), key=lambda item: item[0].startswith(SHARED)):
            for found in begins.finditer(text if path.endswith(ending) else ""):
                at = found.start()
                alike = _alike(written, text[at : at + len(written)])
                if alike > best:
                    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
                    best, place = alike, Place(f"{TEMPLATES}/{path}", line, column)
        return place


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start, whatever their case."""
    pairs = zip(one.lower(), other.lower(), strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def load_template(workspace: Workspace, name: str, place: Place | None = None) -> Outcome[Template]:
    """Find a template, in the workspace first and then among those shipped, and read its manifest.

    `place` is where the author named it.
    """
    if not NAME.fullmatch(name) or not _is_template(workspace, name):
        known = nearest_first(name, template_names(workspace))
        return Outcome(None, (report("template-unknown", place, name=name, known=known),))
    loader = _Loader(workspace, name)
    try:
        manifest = read_manifest(loader.read(f"{name}/{MANIFEST}"), f"{TEMPLATES}/{name}/{MANIFEST}")
        styles = {medium: loader.style(f"{medium}.css") for medium in ("print", "screen")}
        sheets = {medium: loader.sheets(f"{medium}.css") for medium in styles}
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    if manifest.value is None:
        return Outcome(None, manifest.diagnostics)
    template = Template(name, manifest.value, styles, _environment(loader), sheets)
    return Outcome(template, manifest.diagnostics)


def load_index(workspace: Workspace) -> Outcome[Template]:
    """Load the page that lists what stands in `build/`: `_index`, which is no template for briefs."""
    loader = _Loader(workspace, INDEX)
    try:
        styles = {"screen": loader.style("screen.css")}
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    return Outcome(Template(INDEX, Manifest({}, {}), styles, _environment(loader)))


def load_sheet(workspace: Workspace, folder: str) -> Outcome[Template]:
    """Load a page that is no template for briefs, such as `_guide`: filled by us, for screen and print."""
    loader = _Loader(workspace, folder)
    try:
        styles = {medium: loader.style(f"{medium}.css") for medium in ("print", "screen")}
    except FileProblemError as problem:
        return Outcome(None, (problem.diagnostic,))
    return Outcome(Template(folder, Manifest({}, {}), styles, _environment(loader)))


def template_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all templates, the workspace's and those shipped, in alphabetical order."""
    folders = (workspace.root / TEMPLATES, packaged_templates())
    found = {path.parent.name for folder in folders for path in folder.glob(f"*/{MANIFEST}")}
    return tuple(sorted(name for name in found if NAME.fullmatch(name)))


def _is_template(workspace: Workspace, name: str) -> bool:
    workspace.depends_on(f"{TEMPLATES}/{name}/{MANIFEST}")
    return name in template_names(workspace)


class _Loader(BaseLoader):
    """Hands out files of one template's folder and of `_shared`, and nothing else."""

    def __init__(self, workspace: Workspace, name: str) -> None:
        self.workspace = workspace
        self.name = name
        self.texts: dict[str, str] = {}

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and the path that its mistakes are reported under."""
        try:
            text = self.texts[template] = self.read(template).decode()
        except FileProblemError as problem:
            raise TemplateNotFound(template) from problem
        except UnicodeDecodeError as error:
            raise TemplateNotFound(template, f"{template} is not UTF-8") from error
        return text, f"{TEMPLATES}/{template}", lambda: False

    def read(self, path: str) -> bytes:
        """Read `folder/file` from the workspace, or from the templates shipped where it has none."""
        if path == HOUSE:
            return self.workspace.read(f"{TEMPLATES}/{HOUSE}", FILE_LIMIT)
        folder, _, file = path.partition("/")
        if folder not in (SHARED, self.name) or not INNER.fullmatch(file):
            raise FileProblemError(report("path-outside-workspace", path=path))
        mine = f"{TEMPLATES}/{path}"
        shipped = packaged_templates() / folder / file
        if self.workspace.has(mine) or not self._may_ship(folder) or not shipped.is_file():
            return self.workspace.read(mine, FILE_LIMIT)
        self.workspace.depends_on(mine)
        self.workspace.depends_on(str(shipped))
        return shipped.read_bytes()

    def style(self, file: str) -> str:
        """Return the shared style sheet, the template's own and the house's, one after the other."""
        return "\n".join(text for _, text in self._sheets(file))

    def sheets(self, file: str) -> tuple[tuple[str, int], ...]:
        """Return the paths of those, with how many lines each has."""
        return tuple((path, text.count("\n") + 1) for path, text in self._sheets(file))

    def _sheets(self, file: str) -> list[tuple[str, str]]:
        paths = (f"{SHARED}/{file}", f"{self.name}/{file}", HOUSE)
        return [(f"{TEMPLATES}/{path}", text) for path in paths if (text := self._sheet(path))]

    def _sheet(self, path: str) -> str:
        try:
            text = self.texts[path] = self.read(path).decode(errors="replace")
        except FileProblemError as problem:
            if problem.diagnostic.code == "file-missing":
                return ""
            raise
        return text

    def _may_ship(self, folder: str) -> bool:
        """Tell whether files that the workspace lacks come from those shipped: not into its own template."""
        return folder == SHARED or not self.workspace.has(f"{TEMPLATES}/{folder}/")


class _Compiled(BytecodeCache):
    """Keeps compiled templates by the hash of their text, in memory only.

    Code read back from a file would run outside the sandbox, and anyone could have put it there.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand back the code of a template whose text is unchanged."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if len(self._kept) >= KEPT_LIMIT:
            self._kept.clear()
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code


@cache
def _compiled() -> _Compiled:
    return _Compiled()


def _environment(loader: _Loader) -> Sandbox:
    return Sandbox(loader, _compiled())


def _explain(error: Exception, page: str) -> Diagnostic:
    place = _place(error, page)
    match error:
        case TemplateSyntaxError():
            return report("template-syntax", place, reason=_unread(error.message or ""))
        case TemplateNotFound():
            return report("template-file-missing", place, file=error.name or "")
        case UndefinedError():
            return report("template-undefined", place, reason=_unknown(error.message or ""))
        case SecurityError() | ForbiddenError():
            return report("template-forbidden", place, reason=error)
        case SpentError() | MemoryError():
            reason = str(error) or "the page takes more memory than there is"
            return report("template-endless", place, reason=reason)
        case _:
            return report("template-failed", place, reason=f"{type(error).__name__}: {error}".rstrip(": "))


def _unread(message: str) -> str:
    """Return why the engine could not read a template: for a block without its end, how both are written."""
    block = re.search(r"needs to be closed is '(\w+)'", message)
    return f"{{% {block[1]} %}} … {{% end{block[1]} %}}?" if block else message


def _unknown(message: str) -> str:
    """Return the name that the engine did not know, which stands last in what it says; else all of it."""
    names = re.findall(r"'([^']+)'(?= is undefined|$)", message)
    return f"“{names[-1]}”" if names else message


def _place(error: Exception, page: str) -> Place:
    """Return the last line of a template that the error passed through."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Place(error.filename, max(error.lineno, 1), 1)
    place = Place(f"{TEMPLATES}/{page}")
    step = error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.startswith(f"{TEMPLATES}/"):
            place = Place(file, max(step.tb_lineno, 1), 1)
        step = step.tb_next
    return place
