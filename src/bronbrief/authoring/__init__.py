"""Writing a brief: scaffolds, watching, the preview server."""
