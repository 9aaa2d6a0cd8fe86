"""From a page to a PDF that archives and screen readers accept."""
