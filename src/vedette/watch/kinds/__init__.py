"""Kinds of sources: each module turns what a source answers into what it names."""
