"""What the reading finds at words that somebody chose: slots that a claim on them may start from."""

from vedette.extraction.chosen.offer import Found, Offer, offer, offer_in

__all__ = ["Found", "Offer", "offer", "offer_in"]
