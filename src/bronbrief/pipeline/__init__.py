"""The road from a workspace to `build/`, and what goes with it: freshness, workers, publishing."""
