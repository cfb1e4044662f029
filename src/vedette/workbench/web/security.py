"""Headers and checks that every request passes: no foreign content, no foreign callers."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vedette.workbench.desk import Desk
from vedette.workbench.people.sessions import COOKIE, LASTS, new_token

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not "no-referrer": that would send forms without the origin that they are checked by.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_BODY = 64 * 1024
"""Bytes that a form may have."""


class Guard:
    """Refuses hosts that this desk is not called by (a foreign name that leads here), and forms too large.

    Sets the headers of :data:`HEADERS` on every answer, and gives a browser without a session its token.
    """

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        fresh = None if request.cookies.get(COOKIE) else new_token()
        scope.setdefault("state", {})["fresh_token"] = fresh or ""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [(k.encode(), v.encode()) for k, v in HEADERS.items()]
                have = {k.lower() for k, _ in message["headers"]}
                if not request.url.path.startswith("/built/"):
                    headers.append((b"cache-control", b"no-store"))
                    if fresh and b"set-cookie" not in have:
                        headers.append((b"set-cookie", cookie(fresh, self._desk).encode()))
                message["headers"] = [*message["headers"], *headers]
            await send(message)

        await (self._refusal(request) or self._app)(scope, receive, send_with_headers)

    def _refusal(self, request: Request) -> ASGIApp | None:
        host = request.headers.get("host", "").rsplit("]", 1)
        name = host[0].lstrip("[") if len(host) > 1 else host[0].rsplit(":", 1)[0]
        if "*" not in self._desk.hosts and name.lower() not in self._desk.hosts:
            return PlainTextResponse("This workbench is not served under that name.", 421)
        size = request.headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > _BODY or "chunked" in request.headers.get("transfer-encoding", ""):
            return PlainTextResponse("The form is too large.", 413)
        return None


def cookie(token: str, desk: Desk) -> str:
    """The header that gives a browser its token."""
    secure = "; Secure" if desk.https else ""
    return f"{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/; Max-Age={int(LASTS.total_seconds())}{secure}"
