"""Messages about spec, in English and Dutch."""

from bronbrief.core.diagnostics import Message

MESSAGES: dict[str, Message] = {}
