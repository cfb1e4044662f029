"""What others recorded beside what is here: ACLED's and UCDP's files as outside records, matched by structure."""
