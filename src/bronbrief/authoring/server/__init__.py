"""The preview: a local web app that shows briefs as they are written, beside their sources."""
