"""The workbench as one ASGI application."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from vedette import __version__
from vedette.workbench.desk import Desk
from vedette.workbench.people.throttle import Throttle
from vedette.workbench.routes import ROUTERS
from vedette.workbench.web.errors import add_errors
from vedette.workbench.web.page import BUILT
from vedette.workbench.web.security import Guard

ABOUT = """What the pages of the workbench show, as JSON. Claims can be added and judgements taken back, each signed
and with a reason; all else is judged on the pages. Addresses under /api/v1 keep their meaning; fields may be added."""


def create_app(desk: Desk) -> FastAPI:
    """The application that serves `desk`."""
    app = FastAPI(
        title="Vedette workbench",
        version=__version__,
        description=ABOUT,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = desk
    app.state.throttle = Throttle()
    BUILT.mkdir(exist_ok=True)
    app.mount("/built", StaticFiles(directory=BUILT), name="built")
    for router in ROUTERS:
        app.include_router(router)
    add_errors(app)
    app.add_middleware(Guard, desk=desk)
    return app
