"""What an extractor raises for a document that cannot be read."""


class Refusal(Exception):  # noqa: N818 - a refusal is not an error of ours
    """A document that cannot be read: the code of a finding, and a reason in the words of a library."""

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason
