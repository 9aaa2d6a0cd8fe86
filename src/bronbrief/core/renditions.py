"""The files that a brief is published as, and the record of evidence beside them, by how their names end."""

MEDIA_TYPES = {"pdf": "application/pdf", "html": "text/html"}
"""The renditions, each with its media type (IANA)."""
FORMATS = tuple(MEDIA_TYPES)
EVIDENCE = "evidence.jsonld"
RENDITIONS, RECORD = tuple(f".{one}" for one in FORMATS), f".{EVIDENCE}"
