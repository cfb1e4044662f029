"""Products: what leaves the desk. The situation report with its map and timeline; each figure leads to sentences."""
