"""The main road, and what makes it quick and safe: freshness, workers, publishing."""
