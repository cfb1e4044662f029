"""Extraction: a Reading to Claims. One module a kind, plus where, when and who says so."""
