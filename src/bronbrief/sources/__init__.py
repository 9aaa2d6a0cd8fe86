"""Sources: documents in `seeds/` as received, their records, and the passages that can be quoted."""
