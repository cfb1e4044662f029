"""Settlement: a happening's claims to figures, by named rules, with what contradicts what."""

from vedette.settlement.build import build
from vedette.settlement.rules import RULES, Rule
from vedette.settlement.settle import settle

__all__ = ["RULES", "Rule", "build", "settle"]
