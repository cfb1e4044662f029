"""Reading: one pass of the language pipeline over a report, and the finders that read its result."""
