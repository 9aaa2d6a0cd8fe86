"""Web pages (HTML, CSS): what their reader sees as text, the rest named."""
