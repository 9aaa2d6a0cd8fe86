"""What an extractor raises where a document cannot be read."""


class Refusal(Exception):  # noqa: N818 - a refusal is not an error of ours
    """A document that cannot be read: the code of a finding, and a reason in the words of a library.

    `differences` shows what two versions of a document do not share, a line for each place.
    """

    def __init__(self, code: str, reason: str = "", differences: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason
        self.differences = differences
