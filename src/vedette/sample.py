"""Where the sample reports lie: in the installed package, or in the checkout that it runs from."""

from __future__ import annotations

from pathlib import Path

from vedette.errors import VedetteError


def sample_folder() -> Path:
    """The folder of sample reports. Raises VedetteError where there is none."""
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / "sample", package.parent.parent / "sample"):
        if folder.is_dir():
            return folder
    raise VedetteError("the sample reports are not beside the package; install Vedette again")
