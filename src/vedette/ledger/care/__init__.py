"""Looking after a ledger: whether it is sound, copies of it, and what can be saved of a damaged one."""
