"""A report in the house's own style: by a template that the user wrote, or the built-in one to begin with.

Templates are Jinja's, run in its sandbox: a template gets the report and can do nothing else. One may extend the
built-in ones ("situation.md.j2", "situation.html.j2") and replace some of their blocks.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from vedette.errors import VedetteError
from vedette.products.pages import asset
from vedette.products.situation.context import page_context
from vedette.products.situation.model import Situation

TYPST = ".typ"
_BUILT_IN = {".html": "situation.html.j2", ".md": "situation.md.j2", TYPST: "situation.typ"}


def render(situation: Situation, template: Path, name: str) -> str:
    """The report by the template; what stands in it is escaped where `name` or the template's own is HTML's.

    Raises VedetteError, with the line where Jinja knows it.
    """
    is_page = name.lower().endswith((".html", ".htm")) or ".html" in template.name.lower()
    sandbox = SandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(template.parent), PackageLoader("vedette.products", "templates")]),
        autoescape=is_page,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        return sandbox.get_template(template.name).render(**page_context(situation))
    except RecursionError as error:
        raise VedetteError(f"{template}: it extends itself; give it another name than the built-in one's") from error
    except TemplateError as error:
        number = getattr(error, "lineno", None)
        line = f":{number}" if number else ""
        raise VedetteError(f"{template}{line}: {error}") from error


def write_starter(path: Path) -> None:
    """Write the built-in template for the form that the name of `path` tells, to be edited.

    "house.html", "house.md", with or without ".j2", or "house.typ". Raises VedetteError for another name.
    """
    ending = next((e for e in _BUILT_IN if path.name.lower().removesuffix(".j2").endswith(e)), None)
    if ending is None:
        raise VedetteError(f"{path.name}: a template is for {', '.join(_BUILT_IN)}; name it so")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(asset(_BUILT_IN[ending]), encoding="utf-8")
