"""Runs the review page on this computer. In: an ASGI application, a socket. Out: when it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from timeline.errors import InputError
from timeline.review.guard import App


def bound(host: str, port: int) -> socket.socket:
    """A socket at an address; port 0 is any that is free. Raises InputError."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        found = socket.socket(family, socket.SOCK_STREAM)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except OSError as error:
        raise InputError(f"{host}:{port}: cannot be used ({error.strerror}); choose another --port") from error
    return found


def serve(app: App, at: socket.socket, ready: Callable[[], None]) -> None:
    """Answers until it is interrupted; `ready` is called when it listens."""
    config = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, date_header=False, lifespan="off", ws="none"
    )
    server = _Server(config, ready)
    server.run(sockets=[at])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()
