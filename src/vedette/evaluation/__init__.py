"""Evaluation: found claims and happenings measured against hand-marked ones; errors sorted by class."""

from vedette.evaluation.gold import Gold
from vedette.evaluation.scores import Scores, evaluate, evaluate_pairs

__all__ = ["Gold", "Scores", "evaluate", "evaluate_pairs"]
