"""The brief: a spec with its quotations verified, numbered and cited, ready to be laid out."""
