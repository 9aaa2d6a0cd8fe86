"""Reading finished files back, and holding them against briefs, evidence and sources."""
