"""Words that every other package shares: diagnostics, the workspace, what counts as the same text."""
