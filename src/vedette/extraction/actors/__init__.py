"""Who does what a trigger tells (`doer`), and whom it befalls (`befallen`, `enemy`, `fought`)."""

from vedette.extraction.actors.allies import allies
from vedette.extraction.actors.resolve import NOBODY_KNOWN, befallen, doer, enemy, fought, only_enemy
from vedette.extraction.actors.tree import actor_at

__all__ = ["NOBODY_KNOWN", "actor_at", "allies", "befallen", "doer", "enemy", "fought", "only_enemy"]
