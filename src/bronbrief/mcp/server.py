"""The server: tools, resources and a prompt, with their words, handed to the official library."""

from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from inspect import signature
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceNotFoundError, ToolError
from mcp.types import CallToolResult, Resource, TextContent, ToolAnnotations
from pydantic import ValidationError

from bronbrief import __version__
from bronbrief.core.diagnostics import Diagnostic, report
from bronbrief.core.workspace import Workspace
from bronbrief.locale import i18n
from bronbrief.locale.diagnostics import headline, hint
from bronbrief.mcp.answers import MATERIAL, RefusedError
from bronbrief.mcp.tools import Tools, refused
from bronbrief.reporting.json import dumps
from bronbrief.sources.catalogue import source_ids
from bronbrief.spec.paths import brief_name, spec_paths

NAME = "bronbrief"
SCHEME = "bronbrief://"
WHOLE = 200_000
"""How many characters of a source come as one resource; longer ones are read in pages."""


class Server(MCPServer[Any]):
    """A server whose refusals are findings: why, and what to do."""

    def __init__(self, tools: Tools, *, writes: bool) -> None:
        self._bronbrief, self._lang = tools, tools.lang
        self._closed = () if writes else tuple(one.__name__ for one in tools.writers)
        words = i18n.words("assistants", tools.lang)
        mode = words["writes" if writes else "reads"]
        told = f"{words['instructions']}\n\n{MATERIAL}\n\n{mode}"
        super().__init__(NAME, instructions=told, version=__version__, log_level="WARNING")
        offered = (*tools.readers, *(tools.writers if writes else ()))
        self._known = {one.__name__: tuple(signature(one).parameters) for one in offered}
        for tool in offered:
            name = tool.__name__
            changes = ToolAnnotations(
                read_only_hint=tool in tools.readers, destructive_hint=False, open_world_hint=False
            )
            self.add_tool(tool, name, description=words["tools"][name], annotations=changes)
        self._add_resources(words)
        _add_prompt(self, words["prompt"])

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> Any:  # noqa: ANN401 - as the library has it
        """Call a tool; what was refused is answered with findings, marked as an error."""
        try:
            self._check_call(name, arguments)
            return await super().call_tool(name, arguments, context)
        except RefusedError as error:
            found = error.diagnostics
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError):
                found = tuple(_argument(one) for one in cause.errors(include_url=False))
            elif isinstance(cause, RefusedError):
                found = cause.diagnostics
            elif isinstance(cause, CancelledError):  # the server is being ended: nobody waits for this
                found = ()
            else:
                raise
        answer = refused(found, self._lang)
        content = TextContent(type="text", text=dumps(answer))
        return CallToolResult(content=[content], structured_content=answer, is_error=True)

    def _check_call(self, name: str, arguments: Mapping[str, Any]) -> None:
        """Refuse a tool that is closed or unknown, and arguments that it does not have."""
        if name in self._closed:
            raise RefusedError((report("assistant-may-not-write", tool=name),))
        if name not in self._known:
            raise RefusedError((report("tool-unknown", tool=name, known=", ".join(self._known)),))
        takes = self._known[name]
        wrong = [one for one in arguments if one not in takes]
        if wrong:
            reason = f"no such argument; known: {', '.join(takes) or '-'}"
            raise RefusedError(tuple(report("tool-argument", name=one, reason=reason) for one in wrong))

    async def list_resources(self) -> list[Resource]:
        """List the schema, every source and every brief, as they are now."""
        workspace = Workspace(self._bronbrief.workspace.root)
        sources = [(f"sources/{one}", "text/plain") for one in source_ids(workspace)]
        briefs = [(f"briefs/{brief_name(one)}", "application/yaml") for one in spec_paths(workspace)]
        own = [Resource(uri=SCHEME + path, name=path, mime_type=kind) for path, kind in (*sources, *briefs)]
        return [*await super().list_resources(), *own]

    def _add_resources(self, words: Mapping[str, Any]) -> None:
        said, tools = words["resources"], self._bronbrief

        @self.resource(f"{SCHEME}schema", description=said["schema"], mime_type="application/schema+json")
        def schema() -> str:
            return dumps(tools.schema()["schema"])

        @self.resource(f"{SCHEME}sources/{{name}}", description=said["source"], mime_type="text/plain")
        def source(name: str) -> str:
            return self._resource(lambda: self._source(name))

        @self.resource(f"{SCHEME}briefs/{{name}}", description=said["brief"], mime_type="application/yaml")
        def brief(name: str) -> str:
            return self._resource(lambda: tools.read_brief(name)["text"])

    def _source(self, name: str) -> str:
        text = self._bronbrief.source_text(name)
        if len(text) > WHOLE:
            raise RefusedError((report("source-in-pages", id=name, length=len(text), limit=WHOLE),))
        return f"{MATERIAL}\n\n{text}"

    def _resource(self, read: Callable[[], str]) -> str:
        try:
            return read()
        except RefusedError as error:
            said = (
                f"{headline(one, self._lang)}. {hint(one, self._lang)} [{one.code}]"
                for one in error.diagnostics
            )
            raise ResourceNotFoundError(" ".join(said)) from error


def _argument(wrong: Any) -> Diagnostic:  # noqa: ANN401 - a dictionary of pydantic's
    return report("tool-argument", name=".".join(map(str, wrong["loc"])), reason=wrong["msg"])


def _add_prompt(server: MCPServer[Any], said: Mapping[str, str]) -> None:
    @server.prompt("raadsinformatiebrief", title=said["title"], description=said["description"])
    def write(bronnen: str = "", vraag: str = "") -> str:
        about = "\n".join(
            said[key].format(given=" ".join(given.split()))
            for key, given in (("sources", bronnen), ("question", vraag))
            if given.strip()
        )
        return f"{said['title']}.\n{about}\n\n{said['steps']}"
