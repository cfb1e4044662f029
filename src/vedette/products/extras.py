"""Packages that only some products need: imported when they are used, with a word on how to get them."""

from __future__ import annotations

import importlib
from typing import Any

from vedette.errors import VedetteError


def need(module: str, what: str, extra: str) -> Any:
    """The module. Raises VedetteError where it is not installed: `what` wants the optional part `extra`."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise VedetteError(f"{what} needs more packages; get them with: pip install 'vedette[{extra}]'") from error
