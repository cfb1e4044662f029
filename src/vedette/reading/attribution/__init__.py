"""Who says so."""

from vedette.reading.attribution.find import find_attributions

__all__ = ["find_attributions"]
