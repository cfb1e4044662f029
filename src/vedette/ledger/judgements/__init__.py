"""Judgements in the ledger: decided, kept, taken back, found again after re-extraction, carried to other ledgers."""

from vedette.ledger.judgements.decide import decide, undo
from vedette.ledger.judgements.keep import all_judgements
from vedette.ledger.judgements.standing import standing, states

__all__ = ["all_judgements", "decide", "standing", "states", "undo"]
