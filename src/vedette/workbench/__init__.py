"""The workbench: the web desk at which an analyst reads, checks and corrects the record."""
