"""Drawing a page: its template, what all templates know, and its tables as downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from vedette import __version__
from vedette.ledger.judgements.values import CHOICES, YES_NO
from vedette.products.words import counted, days_words, listed
from vedette.workbench.people.access import Person
from vedette.workbench.queries.judged import value_words
from vedette.workbench.web import done
from vedette.workbench.web.tables import FORMS, Table, as_download

BUILT = Path(__file__).parent.parent / "built"
PAGES = (
    ("day", "/day", "Day"),
    ("queue", "/queue", "Queue"),
    ("control", "/control", "Control"),
    ("sources", "/sources", "Sources"),
    ("changes", "/changes", "Changes"),
    ("search", "/search", "Search"),
    ("judgements", "/judgements", "Judgements"),
    ("watch", "/watch", "Watch"),
    ("method", "/method", "Method"),
)
"""The pages that every page leads to: name, address, words. The first letters are their keys, after g."""


def page(
    request: Request,
    person: Person | None,
    name: str,
    *,
    status: int = 200,
    tables: Mapping[str, Callable[[], Table]] | None = None,
    **given: Any,
) -> Response:
    """The page called `name` with what is given; or one of its `tables`, where the address asks for it as a file."""
    asked, _, form = request.query_params.get("download", "").partition(".")
    if asked and tables and asked in tables and form in FORMS:
        return as_download(tables[asked](), f"vedette-{asked}", form)
    just = done.found(request)
    template = environment().get_template(f"{name}.html.j2")
    text = template.render(
        request=request,
        person=person,
        here=name,
        pages=PAGES,
        version=__version__,
        built=(BUILT / "workbench.js").is_file(),
        address=lambda **changes: address(request, **changes),
        form_token=person.form_token if person else "",
        done=just,
        **given,
    )
    response = HTMLResponse(text, status)
    if done.COOKIE in request.cookies:
        response.delete_cookie(done.COOKIE)
    return response


def address(request: Request, **changes: Any) -> str:
    """This page's address with other values for some of its parameters; None or "" takes one away."""
    params = [(k, v) for k, v in request.query_params.multi_items() if k not in changes and k != "download"]
    params += [(k, str(v)) for k, v in changes.items() if v is not None and v != ""]
    return request.url.path + (f"?{urlencode(params)}" if params else "")


@cache
def environment() -> Environment:
    """The templates. All text is escaped: what reports say is never taken for markup."""
    made = Environment(
        loader=PackageLoader("vedette.workbench", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"counted": counted, "listed": listed, "days_words": days_words, "value_words": value_words}
    made.globals["slot_choices"] = CHOICES | dict.fromkeys(YES_NO, ("no", "yes"))
    made.filters |= {"number": number, "day": day, "moment": moment, "drawing": drawing}
    return made


def number(value: int | None) -> str:
    """ "1,234", a dash for None."""
    return "–" if value is None else f"{value:,}"


def day(value: date | None) -> str:
    """A day as ISO 8601, "day not told" for None."""
    return value.isoformat() if value else "day not told"


def moment(value: Any) -> str:
    """A time as "2016-12-10 09:30" (UTC)."""
    return f"{value:%Y-%m-%d %H:%M}" if value else "never"


def drawing(svg: str) -> Markup:
    """A drawing of `vedette.products`, whose texts are escaped already; a group, since its marks are links."""
    return Markup(svg.replace('role="img"', 'role="group"'))
