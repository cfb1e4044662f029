"""What all pages share: templates, style and scripts, in one file without the network."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"


def asset(name: str) -> str:
    """The text of a style sheet or script."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def style(*names: str) -> Markup:
    """Style sheets, one after the other, to stand in a page."""
    return Markup("\n".join(asset(name) for name in names))


_DRAWING = re.compile(r"<svg .*?</svg>", re.DOTALL)
DRAWINGS = ("base.css", "drawings.css", "page.css")
"""The style sheets that a map or timeline needs, colours first."""


@cache
def environment() -> Environment:
    """The templates of the products; HTML is escaped."""
    return Environment(
        loader=PackageLoader("vedette.products", "templates"),
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def print_style() -> str:
    """The style of drawings with its colours spelled out, for readers of SVG that know no variables."""
    colours = dict(re.findall(r"--([\w-]+):\s*([^;]+);", asset("base.css").split("@media")[0]))
    return re.sub(r"var\(--([\w-]+)\)", lambda m: colours[m[1]], asset("drawings.css"))


def standalone(svg: str) -> list[str]:
    """Each drawing in `svg` as a file of its own, with its style; links and titles stay."""
    style_ = f"><style>{print_style()}</style>"
    opened = (one.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1) for one in _DRAWING.findall(svg))
    return [one.replace(">", style_, 1) for one in opened]
