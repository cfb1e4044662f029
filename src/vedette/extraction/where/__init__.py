"""Where a claim is at: `where` gives the place of what is told, with the reason for it."""

from vedette.extraction.where.asked import home_country, pointed_to
from vedette.extraction.where.resolve import Where, where

__all__ = ["Where", "home_country", "pointed_to", "where"]
