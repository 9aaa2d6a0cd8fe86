"""From a brief to a page, and from a page to a PDF that archives and screen readers accept."""
