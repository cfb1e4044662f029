"""When a claim's content happened: `when` gives its days, with the reason for them."""

from vedette.extraction.when.model import When
from vedette.extraction.when.resolve import own_days, when

__all__ = ["When", "own_days", "when"]
