"""Who may ask, and what bad requests come to: plain words, and nothing changed. Every route is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar

import pytest
from starlette.testclient import TestClient

from tests.review.decided import BRIDGE, INQUIRY, UNDATED, documents
from timeline.pipeline import Options
from timeline.review.app import ASKED, application
from timeline.review.guard import Guard
from timeline.review.session import Reviewer, Session
from timeline.store import Decisions, open_decisions

HOST = "127.0.0.1:8123"
HOSTILE = """<script>window.broken = 1</script>
Published: 2024-03-22

<img src=x onerror="window.broken = 1"> closed the \u202egate\u202c on 4 March 2024 & "left" javascript:alert(1) {{7*7}} ${1}.
"""


TEXTS = documents(bridge=BRIDGE, inquiry=INQUIRY, letter=UNDATED, hostile=HOSTILE)


class Remembered:
    """What one test has worked out, for all others."""

    kept: ClassVar[dict[str, Any]] = {}

    def get(self, key: str) -> Any:
        return self.kept.get(key)

    def put(self, key: str, value: object) -> None:
        self.kept[key] = value


class Clock:
    """An hour that goes on by a second whenever it is asked."""

    def __init__(self) -> None:
        self.second = 0

    def __call__(self) -> str:
        self.second += 1
        return f"2026-01-01T10:{self.second // 60:02d}:{self.second % 60:02d}.000000Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Decisions]:
    with closing(open_decisions(tmp_path / "decisions.db")) as opened:
        yield opened


@pytest.fixture
def session(store: Decisions) -> Session:
    return Session(TEXTS, Options(title="<b>Bridge</b>"), store, Reviewer("Ada"), Clock(), Remembered())


@pytest.fixture
def stranger(session: Session, tmp_path: Path) -> TestClient:
    guard = Guard(application(session, tmp_path / "exports"), "127.0.0.1", 8123, "token", "secret")
    return TestClient(guard, base_url=f"http://{HOST}", follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture
def client(stranger: TestClient) -> TestClient:
    stranger.get("/?token=token")
    stranger.headers["Origin"] = f"http://{HOST}"
    return stranger


def ask(client: TestClient, name: str, **told: Any) -> Any:
    return client.post(f"/api/{name}", json={"step": 1, **told})


# Who may ask

PATHS = ["/", "/page/review.js", "/page/review.css", "/page/plotly.min.js", "/api/export/json"]
POSTS = [f"/api/{name}" for name in (*ASKED, "write")]


def test_the_token_opens_a_session_that_no_script_can_read(stranger: TestClient) -> None:
    opened = stranger.get("/?token=token")
    assert (opened.status_code, opened.headers["location"]) == (303, "/")
    cookie = opened.headers["set-cookie"]
    assert cookie == "timeline-8123=secret; HttpOnly; SameSite=Strict; Path=/"
    page = stranger.get("/")
    assert page.status_code == 200
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "<script>" not in page.text and "onclick" not in page.text


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong", "?token=token&token=token", "?secret=secret"])
def test_without_the_token_nothing_opens(stranger: TestClient, path: str, query: str) -> None:
    answer = stranger.get(path + query)
    assert answer.status_code == 403
    assert "timeline review" in answer.json()["error"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["", "timeline-8123=wrong", "timeline-9999=secret", "timeline-8123=", "=;;\x7f"])
def test_a_cookie_that_is_not_ours_opens_nothing(stranger: TestClient, cookie: str) -> None:
    assert stranger.get("/", headers={"Cookie": cookie}).status_code == 403


@pytest.mark.parametrize("path", [*PATHS, *POSTS])
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8123",
        "127.0.0.1",
        "127.0.0.1:9",
        "127.0.0.1.evil.example:8123",
        "",
        "10.0.0.1:8123",
    ],
)
def test_another_name_for_this_computer_is_refused(client: TestClient, path: str, host: str) -> None:
    method = "POST" if path in POSTS else "GET"
    answer = client.request(method, path, headers={"Host": host, "Origin": f"http://{host}"}, json={"step": 1})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", [*PATHS, *POSTS])
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:8123"},
        {"Origin": "http://localhost:8123"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_page_is_refused(client: TestClient, path: str, headers: dict[str, str]) -> None:
    method = "POST" if path in POSTS else "GET"
    assert client.request(method, path, headers=headers, json={"step": 1}).status_code == 403


@pytest.mark.parametrize("path", POSTS)
def test_a_post_tells_where_it_comes_from(client: TestClient, path: str) -> None:
    del client.headers["Origin"]
    assert client.post(path, json={"step": 1}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8123", "127.0.0.1:8123", "[::1]:8123"])
def test_our_own_names_are_let_in(client: TestClient, host: str) -> None:
    assert (
        client.get(
            "/", headers={"Host": host, "Origin": f"http://{host}", "Cookie": "timeline-8123=secret"}
        ).status_code
        == 200
    )


def test_whoever_opens_it_to_the_network_lets_numbers_in_and_no_names(session: Session) -> None:
    guard = Guard(application(session), "0.0.0.0", 8123, "token", "secret")
    client = TestClient(guard, base_url="http://10.0.0.7:8123", follow_redirects=False)
    assert client.get("/?token=token").status_code == 303
    assert client.get("/?token=token", headers={"Host": "evil.example:8123"}).status_code == 403


# What bad requests come to


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/page/../review.html", "/page/..%2f..%2fsetup", "/page/%2e%2e/app.py", "/page/app.py", "/page//etc/passwd",
     "/api/export/exe", "/api/export/..%2fjson", "/api/nothing", "/decisions.db", "/page/", "/api/export/json%00"],
)  # fmt: skip
def test_no_path_leads_to_a_file(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 405)
    assert set(answer.json()) == {"error"}


@pytest.mark.parametrize("path", [*PATHS, *POSTS])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(client: TestClient, path: str, method: str) -> None:
    assert client.request(method, path).status_code == 405


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"[]", 400),
        (b"null", 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b'{"step": "1"}', 400),
        (b'{"step": -1}', 400),
        (b'{"step": 1e400}', 400),
        (b" " * ((8 << 20) + 1), 413),
    ],
)  # fmt: skip
def test_a_body_that_is_none_is_told(
    client: TestClient, session: Session, store: Decisions, path: str, body: bytes, status: int
) -> None:
    ask(client, "decide", action="reject", events=[some(session)])
    kept = store.all()
    answer = client.post(path, content=body, headers={"Content-Type": "application/json"})
    if answer.status_code == 200:
        assert path == "/api/state" and body.startswith(b'{"step"'), "it needs no step"
    else:
        assert answer.status_code == status
        assert len(answer.json()["error"]) > 10
    assert store.all() == kept
    assert ask(client, "state").json()["undo"] == "reject"


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_of_another_page_could_send_is_refused(client: TestClient, path: str, kind: str) -> None:
    assert client.post(path, content=b'{"step": 1}', headers={"Content-Type": kind}).status_code == 415


def some(session: Session) -> dict[str, str]:
    id = session.timeline.events[0].id
    return {"id": id, "mark": session.row(id)["mark"]}


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, "action is missing"),
        ({"action": "destroy", "events": "SOME"}, "no action"),
        ({"action": ["accept"], "events": "SOME"}, "must be a text"),
        ({"action": "accept"}, "must be a list"),
        ({"action": "accept", "events": []}, "choose an event"),
        ({"action": "accept", "events": ["e1"]}, "id and mark"),
        ({"action": "accept", "events": [{"id": 3, "mark": "x"}]}, "must be a text"),
        ({"action": "accept", "events": "TWICE"}, "there twice"),
        ({"action": "edit", "events": "SOME"}, "nothing was changed"),
        ({"action": "edit", "events": "SOME", "patch": {"date": "soon"}}, "write 2023-12-24"),
        ({"action": "edit", "events": "SOME", "patch": {"date": "2023-02-30"}}, "expected"),
        ({"action": "edit", "events": "SOME", "patch": {"date": "24 December"}}, "names no year"),
        ({"action": "edit", "events": "SOME", "patch": {"date": "9" * 300}}, "fewer than"),
        ({"action": "edit", "events": "SOME", "patch": {"title": "  "}}, "needs a title"),
        ({"action": "edit", "events": "SOME", "patch": {"title": "x" * 6000}}, "too long"),
        ({"action": "edit", "events": "SOME", "patch": {"status": "accepted"}}, "cannot be changed"),
        ({"action": "edit", "events": "SOME", "patch": {"participants": "Ada"}}, "must be a list"),
        ({"action": "edit", "events": "SOME", "patch": {"participants": ["x"] * 201}}, "at most 200"),
        ({"action": "edit", "events": "SOME", "patch": {"factuality": "maybe"}}, "is none of"),
        ({"action": "edit", "events": "SOME", "patch": []}, None),
        ({"action": "edit", "events": "SOME", "patch": {"source": "s1", "date_span": [0, 4]}}, "none of this event's passages"),
        ({"action": "edit", "events": "SOME", "accept": "yes"}, "true or false"),
        ({"action": "merge", "events": "SOME"}, "another event to merge"),
        ({"action": "split", "events": "SOME"}, "choose some of the event's passages"),
        ({"action": "split", "events": "SOME", "passages": ["e0"]}, "choose some of the event's passages"),
        ({"action": "note", "events": "SOME"}, "write the note"),
    ],
)  # fmt: skip
def test_a_decision_that_cannot_be_is_told_in_words(
    client: TestClient, session: Session, store: Decisions, told: dict[str, Any], words: str | None
) -> None:
    events = {"SOME": [some(session)], "TWICE": [some(session)] * 2}
    answer = ask(
        client,
        "decide",
        **{key: events.get(value, value) if isinstance(value, str) else value for key, value in told.items()},
    )
    assert answer.status_code == 400
    assert words is None or words in answer.json()["error"]
    assert store.all() == ()


@pytest.mark.parametrize(
    ("name", "told", "words"),
    [
        ("event", {"id": "e0"}, "there is no event"),
        ("event", {}, "id is missing"),
        ("source", {"id": "../../etc/passwd"}, "there is no source"),
        ("selection", {"source": "SOURCE", "span": [5, 5]}, "select some words"),
        ("selection", {"source": "SOURCE", "span": [0, 10**9]}, "select some words"),
        ("selection", {"source": "SOURCE", "span": "all"}, "[start, end]"),
        ("add", {"patch": {"date": "2024"}}, "needs a title"),
        ("add", {"patch": {"title": "T"}}, "needs a title and a date"),
        ("add", {"patch": {"title": "T", "date": "2024", "source": "s0"}}, "there is no source"),
        ("add", {"patch": {"title": "T", "date": "2024", "source": "SOURCE", "quote": "not in it"}}, "does not have these words"),
        ("add", {"patch": {"title": "T", "date": "2024", "source": "SOURCE", "quote_span": [0, 10**9]}}, "not in the text"),
        ("foresee", {"source": "SOURCE", "date": "never"}, "write 2023-12-24"),
        ("date-source", {"source": "SOURCE", "date": ""}, "type a date"),
        ("date-source", {"source": "s0", "date": "2024-01-01"}, "there is no source"),
    ],
)  # fmt: skip
def test_other_requests_that_cannot_be(
    client: TestClient, session: Session, store: Decisions, name: str, told: dict[str, Any], words: str
) -> None:
    source = next(iter(session.documents))
    named = {key: source if value == "SOURCE" else value for key, value in told.items()}
    if "patch" in named:
        named["patch"] = {key: source if value == "SOURCE" else value for key, value in named["patch"].items()}
    answer = ask(client, name, **named)
    assert answer.status_code == 400
    assert words in answer.json()["error"]
    assert store.all() == ()


def test_nothing_is_decided_on_what_has_changed_since_it_was_shown(
    client: TestClient, session: Session, store: Decisions
) -> None:
    shown = some(session)
    assert ask(client, "decide", action="accept", events=[shown]).status_code == 200
    answer = ask(client, "decide", action="reject", events=[shown])
    assert answer.status_code == 409
    assert "nothing was decided" in answer.json()["error"]
    assert [row["id"] for row in answer.json()["changes"]["rows"]] == [shown["id"]]
    assert len(store.all()) == 1


def test_a_full_disk_is_told_and_the_event_stays_as_it_was(
    client: TestClient, session: Session, store: Decisions, monkeypatch: pytest.MonkeyPatch
) -> None:
    store._connection.execute("PRAGMA max_page_count = 1")
    for _ in range(200):
        answer = ask(client, "decide", action="note", note="x" * 4000, events=[some(session)])
        if answer.status_code != 200:
            break
    assert answer.status_code == 503
    assert "the disk is full" in answer.json()["error"]
    kept = store.all()
    assert session.decisions == kept
    assert ask(client, "event", id=some(session)["id"]).status_code == 200


def test_hostile_text_travels_as_text(client: TestClient, session: Session) -> None:
    state = ask(client, "state")
    assert state.headers["content-type"] == "application/json"
    source = next(id for id, document in session.documents.items() if "window.broken" in document.text)
    text = ask(client, "source", id=source).json()
    assert "".join(stretch["text"] for stretch in text["stretches"]) == session.documents[source].text
    assert client.get("/").text.count("<script") == 1


def test_every_stretch_of_every_text_is_there_once(client: TestClient, session: Session) -> None:
    for id, document in session.documents.items():
        stretches = ask(client, "source", id=id).json()["stretches"]
        assert "".join(stretch["text"] for stretch in stretches) == document.text
        at = 0
        for stretch in stretches:
            assert stretch["at"] == at
            at += len(stretch["text"])
        dated = {piece for stretch in stretches for piece in stretch.get("date", ())}
        pieces = [piece for event in session.timeline.events for piece in event.evidence if piece.source_id == id]
        assert {piece.id for piece in pieces} <= dated


def test_undo_and_redo_go_through_everything(client: TestClient, session: Session) -> None:
    before = {item.id: item for item in session.items.values()}
    every = [{"id": id, "mark": session.row(id)["mark"]} for id in session.items]
    ask(client, "decide", action="accept", events=every)
    ask(
        client,
        "decide",
        action="edit",
        events=[some(session)],
        patch={"date": "1 May 2024", "title": "Another"},
        accept=True,
    )
    ask(client, "add", patch={"title": "By hand", "date": "2001"})
    after = {item.id: item for item in session.items.values()}
    assert [ask(client, "undo").json()["done"] for _ in range(4)] == [
        "added event",
        "correction",
        f"accept ({len(every)} events)",
        None,
    ]
    assert {item.id: item for item in session.items.values()} == before
    assert [ask(client, "redo").json()["done"] for _ in range(4)] == [
        f"accept ({len(every)} events)",
        "correction",
        "added event",
        None,
    ]
    assert {item.id: item for item in session.items.values()} == after
    ask(client, "undo")
    ask(client, "decide", action="note", events=[some(session)], note="on another way")
    assert ask(client, "redo").json()["done"] is None
