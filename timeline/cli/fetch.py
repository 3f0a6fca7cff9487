"""Fetches what a user names by its web address. In: an address. Out: a Blob. The one module that uses the network.

Only http and https, only public addresses: a name is resolved once, all that it resolves to is checked, and the
connection goes to what was checked; so it is again after each redirect.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from timeline.errors import UnreadableDocument
from timeline.read import Blob

LARGEST = 64 << 20
"""Bytes of one answer, also unpacked."""
PATIENCE = 20.0
"""Seconds without a byte."""
LONGEST = 120.0
"""Seconds for one address, with all its redirects."""
MOST_REDIRECTS = 5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 1 << 16
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""How a network of IPv6 alone names the IPv4 internet (RFC 6052)."""
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; event-timeline)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip",
}

Allowed = Callable[[str], bool]
"""Whether an IP address may be spoken to."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, not of this machine, this network or a tunnel into one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found.ipv4_mapped or found.sixtofour or found.teredo:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def fetch(address: str, allowed: Allowed = is_public) -> Blob:
    """What lies at a web address. Raises UnreadableDocument (not-fetched), which says what to do."""
    here, deadline = address, time.monotonic() + LONGEST
    for _ in range(MOST_REDIRECTS + 1):
        answer = _ask(address, here, allowed, deadline)
        if isinstance(answer, Blob):
            return answer
        here = urljoin(here, answer)
    raise _refused(address, f"leads on and on (more than {MOST_REDIRECTS} redirects)")


def _ask(address: str, here: str, allowed: Allowed, deadline: float) -> Blob | str:
    """One request: what is there, or where it has moved."""
    parts, host, port = _place(address, here)
    ip = _resolved(address, host, port, allowed)
    connection = _connection(parts.scheme, host, port, ip)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{_query(parts)}" if parts.query else "")
        connection.request("GET", path, headers=_HEADERS)
        answer = connection.getresponse()
        location = answer.getheader("Location")
        if answer.status in _REDIRECTS and location:
            return location
        if answer.status != http.client.OK:
            raise _refused(address, f"the server answered {answer.status} {answer.reason}".rstrip())
        data = _body(address, answer, deadline)
        return Blob(address, data, answer.getheader("Content-Type"), here)
    except ssl.SSLError as error:
        raise _refused(address, f"its certificate cannot be trusted ({error.reason})") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        told = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise _refused(address, f"could not be fetched ({told})") from error
    finally:
        connection.close()


def _place(address: str, here: str) -> tuple[SplitResult, str, int]:
    """An address taken apart: its pieces, its host as the net knows it, its port."""
    try:
        parts = urlsplit(here)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except (ValueError, UnicodeError) as error:
        raise _refused(address, f"{here!r} is no web address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise _refused(address, f"leads to {here!r}, which is no web address")
    if parts.username is not None or parts.password is not None:
        raise _refused(address, "holds a name or a password")
    return parts, host, port


def _resolved(address: str, host: str, port: int, allowed: Allowed) -> str:
    """The IP address to speak to. A name that leads to any that is not allowed is refused whole."""
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise _refused(address, f"{host} is not known to the net here") from error
    if not found or not all(map(allowed, found)):
        raise _refused(address, f"{host} is in a private network, which is not read")
    return found[0]


def _connection(scheme: str, host: str, port: int, ip: str) -> http.client.HTTPConnection:
    """A connection to the IP address that was checked, under the name that was asked for."""

    def dial(
        place: tuple[str, int], timeout: float | None = None, source: tuple[str, int] | None = None
    ) -> socket.socket:
        return socket.create_connection((ip, port), PATIENCE)

    connection = (
        http.client.HTTPSConnection(host, port, timeout=PATIENCE, context=ssl.create_default_context())
        if scheme == "https"
        else http.client.HTTPConnection(host, port, timeout=PATIENCE)
    )
    # Why: the standard library has no public way to say where a name leads.
    connection._create_connection = dial  # type: ignore[attr-defined]
    return connection


def _body(address: str, answer: http.client.HTTPResponse, deadline: float) -> bytes:
    """The answer's bytes, unpacked; no more and no longer than the limits."""
    packed = (answer.getheader("Content-Encoding") or "").strip().lower()
    if packed not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise _refused(address, f"comes packed as {packed}, which was not asked for")
    unpack = zlib.decompressobj(wbits=47) if packed not in ("", "identity") else None
    data = bytearray()
    while chunk := answer.read1(_CHUNK):
        data += chunk if unpack is None else _unpacked(address, unpack, chunk, LARGEST + 1 - len(data))
        if len(data) > LARGEST:
            raise _refused(address, f"is larger than {LARGEST >> 20} MB")
        if time.monotonic() > deadline:
            raise _refused(address, f"takes longer than {LONGEST:.0f} seconds")
    return bytes(data)


def _unpacked(address: str, unpack: zlib._Decompress, chunk: bytes, most: int) -> bytes:
    try:
        return unpack.decompress(chunk, max(1, most))
    except zlib.error as error:
        raise _refused(address, "comes packed in a broken way") from error


def _query(parts: SplitResult) -> str:
    return quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")


def _refused(address: str, why: str) -> UnreadableDocument:
    message = f"{address}: {why}; check the address, or save the page and name the file"
    return UnreadableDocument(message, "not-fetched")
