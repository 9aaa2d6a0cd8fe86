"""Names for the values of libraries that have no types, so that signatures say what they take."""

from typing import Any, TypeAlias

Box: TypeAlias = Any
"""A box of `weasyprint.formatting_structure.boxes`."""

EnginePage: TypeAlias = Any
"""A `weasyprint.document.Page`."""

Document: TypeAlias = Any
"""A `weasyprint.Document`: pages that are laid out."""

Context: TypeAlias = Any
"""A `weasyprint.layout.LayoutContext`."""

Stream: TypeAlias = Any
"""A `weasyprint.pdf.stream.Stream`: the content of a page."""

Pdf: TypeAlias = Any
"""A `pydyf.PDF`, not yet written."""

PdfObject: TypeAlias = Any
"""An object or value of pydyf, or of pikepdf when a file is read."""

HtmlElement: TypeAlias = Any
"""An element of the tree that the engine parses: `xml.etree.ElementTree.Element`."""

EngineFont: TypeAlias = Any
"""A `weasyprint.pdf.fonts.Font`: a typeface as a document draws it."""
