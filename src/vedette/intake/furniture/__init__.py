"""What of a page is not its story: marked, with its kind, never cut away."""

from __future__ import annotations

from vedette.intake.furniture.find import find_furniture

__all__ = ["find_furniture"]
