"""The commands: one file each, thin, the only place that prints."""
