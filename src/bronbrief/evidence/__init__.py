"""Evidence: selecting passages, pronouncing verdicts on quotations, and recording both."""
