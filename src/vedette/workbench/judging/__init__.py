"""Judgements from forms: what was seen when they were made, and what they become in the ledger."""
