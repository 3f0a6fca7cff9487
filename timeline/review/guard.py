"""Who may ask. An ASGI application around another: only this computer's own page, opened with the token, gets through.

A token in the address (printed by the command, new at each start) opens a session in a cookie. Each request's Host must
be ours (a name that somebody else points at this computer is not), and its Origin our own page.
"""

from __future__ import annotations

import hmac
import ipaddress
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cache-control", "no-store"),
)
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
CLOSED = (
    "This page is opened with the address that `timeline review` printed when it was started. It is new at each start."
)


class Guard:
    """Lets through what the page itself asks for. `token` opens it, `secret` is what the cookie then holds."""

    def __init__(self, app: App, host: str, port: int, token: str, secret: str) -> None:
        self._app = app
        self._host = host
        self._port = port
        self._token = token
        self._secret = secret
        self.cookie = f"timeline-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or hands it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = _headers(scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _answer(send, 403, refusal)
        elif scope["path"] == "/" and scope["method"] == "GET" and self._opens(scope):
            value = f"{self.cookie}={self._secret}; HttpOnly; SameSite=Strict; Path=/"
            await _answer(send, 303, "", (("location", "/"), ("set-cookie", value)))
        elif not self._is_known(headers):
            await _answer(send, 403, CLOSED)
        else:
            await self._app(scope, receive, _with_headers(send))

    def _refusal(self, scope: Scope, headers: dict[str, list[str]]) -> str | None:
        """Why a request does not come from our own page; None where it may."""
        hosts = headers.get("host", [])
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            return "This address is not that of the review; open the one that `timeline review` printed."
        origins = headers.get("origin", [])
        if any(origin != f"http://{hosts[0]}" for origin in origins):
            return "Another page asked for this; nothing was done."
        if scope["method"] not in ("GET", "HEAD") and not origins:
            return "This can be asked for by the page of the review alone; nothing was done."
        if headers.get("sec-fetch-site", ["none"])[0] not in ("same-origin", "none"):
            # Why a page may not even link here: only the address that was printed opens it.
            return "Another page led here; open the address that `timeline review` printed."
        return None

    def _is_ours(self, host: str) -> bool:
        name, _, port = host.rpartition(":")
        if not name or port != str(self._port):
            name, port = host, "80"
        if port != str(self._port):
            return False
        if name.lower() in _LOOPBACK or name == self._host:
            return True
        return _is_any(self._host) and _is_number(name)

    def _opens(self, scope: Scope) -> bool:
        asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [])
        return len(asked) == 1 and _same(asked[0], self._token)

    def _is_known(self, headers: dict[str, list[str]]) -> bool:
        told = (pair.strip().partition("=") for line in headers.get("cookie", []) for pair in line.split(";"))
        return any(name == self.cookie and _same(value, self._secret) for name, _, value in told)


def _headers(scope: Scope) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


def _same(told: str, known: str) -> bool:
    return hmac.compare_digest(told.encode(), known.encode())


def _is_any(host: str) -> bool:
    """Whether a host is every address of this computer."""
    return host in ("0.0.0.0", "::", "[::]")


def _is_number(name: str) -> bool:
    """Whether a name is an address in numbers, which nobody can point elsewhere."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _with_headers(send: Send) -> Send:
    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            own = {name for name, _ in message["headers"]}
            more = [(name.encode(), value.encode()) for name, value in HEADERS if name.encode() not in own]
            message = {**message, "headers": [*message["headers"], *more]}
        await send(message)

    return sending


async def _answer(send: Send, status: int, told: str, more: tuple[tuple[str, str], ...] = ()) -> None:
    content = json.dumps({"error": told}).encode() if told else b""
    headers = [("content-type", "application/json"), ("content-length", str(len(content))), *HEADERS, *more]
    plain = [(name.encode(), value.encode()) for name, value in headers]
    await send({"type": "http.response.start", "status": status, "headers": plain})
    await send({"type": "http.response.body", "body": content})
