"""Knowledge: actors, outlets, sources, vocabulary and place supplements, as validated data files."""
