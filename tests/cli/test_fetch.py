"""Web addresses: what is fetched, what is refused, and that nothing else in the program reaches for the net."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

import timeline.cli.fetch as fetch_module
from timeline.cli import app
from timeline.cli.fetch import fetch, is_public
from timeline.errors import InputError, UnreadableDocument
from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.read import Blob, ReadOptions, read

PAGE = "<html><head><title>Bridge</title></head><body><p>The bridge was opened on 4 May 1951 by Mayor Brûlé.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """A small site: a page, redirects that go well and badly, and answers that nobody should read to their end."""

    def do_GET(self) -> None:
        match self.path:
            case "/page" | "/a%20b?q=%C3%BC":
                self.answer(200, PAGE.encode("latin-1"), {"Content-Type": "text/html; charset=iso-8859-1"})
            case "/packed":
                self.answer(
                    200,
                    gzip.compress(PAGE.encode()),
                    {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"},
                )
            case "/bomb":
                self.answer(200, gzip.compress(b"0" * 3_000_000), {"Content-Encoding": "gzip"})
            case "/large":
                self.answer(200, b"0" * 3_000_000, {})
            case "/moved":
                self.answer(302, b"", {"Location": "/page"})
            case "/round":
                self.answer(301, b"", {"Location": "/round"})
            case "/inside":
                self.answer(302, b"", {"Location": f"http://127.0.0.2:{self.server.server_port}/page"})  # type: ignore[attr-defined]
            case "/file":
                self.answer(302, b"", {"Location": "file:///etc/passwd"})
            case "/odd":
                self.answer(200, b"x", {"Content-Encoding": "br"})
            case _:
                self.answer(404, b"no", {})

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(fetch_module, "LARGEST", 1_000_000)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


def here(address: str) -> bool:
    return address == "127.0.0.1"


@pytest.mark.parametrize("path", ["/page", "/packed", "/moved", "/page#part", "/a b?q=ü"])
def test_a_page_is_fetched(site: str, path: str) -> None:
    (document,) = read(f"{site}{path}", options=ReadOptions(fetch=lambda address: fetch(address, here)))
    assert isinstance(document, Document)
    assert document.source.uri == f"{site}{path}"
    assert "4 May 1951 by Mayor Brûlé" in document.text


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/gone", "the server answered 404"),
        ("/round", "more than 5 redirects"),
        ("/inside", "127.0.0.2 is in a private network"),
        ("/file", "leads to 'file:///etc/passwd'"),
        ("/large", "is larger than"),
        ("/bomb", "is larger than"),
        ("/odd", "comes packed as br"),
    ],
)
def test_what_is_refused_says_why_and_what_to_do(site: str, path: str, told: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        fetch(f"{site}{path}", here)
    assert told in str(error.value)
    assert str(error.value).startswith(f"{site}{path}: ")
    assert str(error.value).endswith("; check the address, or save the page and name the file")
    assert error.value.code == "not-fetched"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://127.0.0.1/", "in a private network"),
        ("http://localhost/", "in a private network"),
        ("http://[::1]/", "in a private network"),
        ("http://169.254.169.254/latest/meta-data/", "in a private network"),
        ("http://2130706433/", "in a private network"),
        ("http://user:secret@127.0.0.1/", "holds a name or a password"),
        ("http:///x", "no web address"),
        ("http://a.example:99999/", "no web address"),
        ("http://nowhere.invalid/", "not known to the net"),
        ("ftp://127.0.0.1/", "no web address"),
    ],
)
def test_private_and_odd_addresses_are_refused(address: str, told: str) -> None:
    with pytest.raises(UnreadableDocument, match=told):
        fetch(address)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False), ("fe80::1", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False), ("::ffff:93.184.215.14", False), ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False), ("64:ff9b::5db8:d70e", True),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_name_is_resolved_once_and_all_that_it_resolves_to_is_checked(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.rpartition(":")[2])
    asked: list[str] = []

    def resolve(host: str, port: int, **named: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(2, 1, 6, "", (ip, port)) for ip in ("127.0.0.1", *(["10.0.0.1"] if host.startswith("two") else []))]

    monkeypatch.setattr(fetch_module.socket, "getaddrinfo", resolve)
    with pytest.raises(UnreadableDocument, match="in a private network"):
        fetch(f"http://two.example:{port}/page", here)
    monkeypatch.undo()
    monkeypatch.setattr(fetch_module, "_resolved", lambda address, host, port, allowed: "127.0.0.1")
    assert b"4 May 1951" in fetch(f"http://one.example:{port}/page", here).data
    assert asked == ["two.example"]


def test_the_library_fetches_nothing_by_itself(tmp_path: Path) -> None:
    (failure,) = read("https://rill.example/b")
    assert isinstance(failure, Failure)
    assert (failure.uri, failure.code) == ("https://rill.example/b", "not-fetched")
    with pytest.raises(InputError):
        read(tmp_path / "nothing")


def test_what_was_fetched_is_kept_and_not_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fetching(address: str) -> Blob:
        asked.append(address)
        return Blob(address, PAGE.encode(), "text/html; charset=utf-8", address)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fetch_module, "fetch", fetching)
    address = "https://rill.example/1951/05/05/b"
    assert run("build", address, "--format", "json")[0] == 0
    assert "4 May 1951 by Mayor Brûlé" in run("text", address)[1]
    code, told = run("verify", "exports/timeline.json")
    assert (code, asked) == (1, [address])
    assert f"{address}: came from the web" in told
    assert run("verify", "exports/timeline.json", address)[0] == 0
    assert asked == [address, address]


def test_an_address_that_cannot_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, told = run("build", "http://127.0.0.1/")
    assert code == 2
    assert told == (
        "timeline: http://127.0.0.1/: 127.0.0.1 is in a private network, which is not read; "
        "check the address, or save the page and name the file\n"
    )


def test_what_cannot_be_fetched_does_not_stop_the_others() -> None:
    def fetching(address: str) -> Blob:
        if address.endswith("bad"):
            raise UnreadableDocument(f"{address}: no; try again", "not-fetched")
        return Blob(address, PAGE.encode(), "text/html", address)

    found = list(read("https://a.example/bad", "https://a.example/1951/05/05/b", options=ReadOptions(fetch=fetching)))
    assert [type(item) for item in found] == [Failure, Document]
    assert isinstance(found[1], Document)
    assert found[1].source.publisher == "a.example"
    assert [date.text for date in found[1].date_candidates] == ["1951-05-05"]
