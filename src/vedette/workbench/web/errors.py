"""Errors as pages in words, or as JSON for the API."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse

from vedette.errors import NotFoundError, VedetteError
from vedette.workbench.people.access import NotAllowedError, SignInNeededError
from vedette.workbench.web.page import page

API = "/api/"
_LOG = logging.getLogger(__name__)


def tell(request: Request, status: int, title: str, words: str) -> Response:
    """An error in words."""
    if request.url.path.startswith(API) or wants_json(request):
        return JSONResponse({"error": title, "words": words}, status)
    # A form tells where it came from, so that what was refused can be put right there.
    back = getattr(request.state, "back", None)
    return page(request, None, "error", status=status, title=title, words=words, back=back)


def wants_json(request: Request) -> bool:
    """Whether a script of a page asks, which shows an error beside the form that was sent."""
    return request.headers.get("accept", "").startswith("application/json")


def add_errors(app: FastAPI) -> None:
    """Have `app` answer errors in words."""

    @app.exception_handler(SignInNeededError)
    def _sign_in(request: Request, _error: Exception) -> Response:
        if request.url.path.startswith(API):
            return tell(request, 401, "Not signed in", "Sign in first: the API uses the session of the pages.")
        query = f"?{request.url.query}" if request.url.query else ""
        back = request.url.path + query if request.method == "GET" else "/day"
        return RedirectResponse(f"/signin?next={quote(back, safe='/')}", 303)

    @app.exception_handler(NotAllowedError)
    def _not_allowed(request: Request, error: Exception) -> Response:
        return tell(request, 403, "Not allowed", str(error))

    @app.exception_handler(NotFoundError)
    def _not_found(request: Request, error: Exception) -> Response:
        return tell(request, 404, "Not found", str(error))

    @app.exception_handler(VedetteError)
    def _refused(request: Request, error: Exception) -> Response:
        return tell(request, 400, "That cannot be done", str(error))

    @app.exception_handler(RequestValidationError)
    def _bad_address(request: Request, error: RequestValidationError) -> Response:
        told = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {_wanted(e)}" for e in error.errors())
        return tell(request, 400, "The address does not say what to show", told)

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        words = {404: "There is no page at this address.", 405: "This address takes no such request."}
        return tell(request, error.status_code, "Not found", words.get(error.status_code, str(error.detail)))

    @app.exception_handler(OperationalError)
    def _ledger(request: Request, error: Exception) -> Response:
        _LOG.error("the ledger failed", exc_info=error)
        words = "The ledger is busy or cannot be reached. Nothing was changed; try again in a moment."
        return tell(request, 503, "The ledger does not answer", words)

    @app.exception_handler(Exception)
    def _fault(request: Request, error: Exception) -> Response:
        _LOG.error("a page failed", exc_info=error)
        words = "This is a fault of Vedette, and it stands in the server's log. Nothing was changed."
        return tell(request, 500, "Something went wrong", words)


def _wanted(error: Mapping[str, Any]) -> str:
    """What a parameter should have been."""
    if error["type"].startswith("datetime"):
        return "write a time as 2016-12-10T09:30"
    if error["type"].startswith("date"):
        return "write a day as 2016-12-10"
    return str(error["msg"]).lower()
