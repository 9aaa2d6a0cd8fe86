"""The app in the browser: it shows briefs as they are written, beside their sources."""
