"""Places that the user brings: GeoNames country dumps, OCHA's common operational datasets, CSV tables."""
