"""Reading: from files, folders, globs and standard input to documents, failures and skips."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.model.event import Failure, Skipped
from timeline.model.text import DateOrigin, Document, PartKind
from timeline.read import READERS, Blob, ReadOptions, locate, read, read_blob

PROSE = "The bridge over the Rill was opened on 4 May 1951 by the mayor, who cut a ribbon and made a speech.\n"
PAGE = f"<!doctype html><html><head><title>Bridge</title></head><body><h1>A bridge</h1><p>{PROSE}</p></body></html>"


def write(folder: Path, name: str, content: str | bytes = PROSE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def kinds(readings: object) -> list[tuple[str, str]]:
    """("read" or the failure's code or "skipped", uri) of each reading."""
    found = []
    for item in readings:  # type: ignore[attr-defined]
        if isinstance(item, Document):
            found.append(("read", item.source.uri))
        else:
            found.append((item.code if isinstance(item, Failure) else "skipped", item.uri))
    return found


def only(*where: object, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008
    (item,) = read(*where, options=options)  # type: ignore[arg-type]
    assert isinstance(item, Document), item
    return item


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b.txt", "C.txt", "a.txt"):
        write(tmp_path, name, PROSE + name)
    expected = [("read", uri) for uri in ("C.txt", "a/b.txt", "a/z.md", "a.txt", "b.txt")]
    assert kinds(read(tmp_path)) == expected
    assert kinds(read(tmp_path)) == expected


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (".DS_Store", b"\0\0"),
        ("Thumbs.db", b"x"),
        ("~$letter.docx", b"x"),
        (".notes.txt", PROSE),
        ("photo.JPG", b"\xff\xd8\xff"),
        ("logo.svg", "<svg/>"),
        ("font.woff2", b"x"),
        ("site.css", "p {}"),
        ("app.js", "1"),
        ("talk.mp3", b"x"),
        ("film.mp4", b"x"),
        ("timeline.json", json.dumps({"schema_version": 1, "title": "x", "sources": [], "events": []})),
        ("timeline.html", '<!doctype html><html><head><meta name="generator" content="timeline 0.1.0">'),
        ("decisions.sqlite", b"SQLite format 3\0"),
        ("decisions.timeline", b"SQLite format 3\0" + b"\0" * 80),
    ],
)
def test_what_is_nobodys_document_is_skipped(tmp_path: Path, name: str, content: str | bytes) -> None:
    write(tmp_path, name, content)
    write(tmp_path, "z.txt")
    skipped, document = sorted(read(tmp_path), key=lambda item: isinstance(item, Document))
    assert isinstance(skipped, Skipped)
    assert (skipped.uri, bool(skipped.why)) == (name, True)
    assert isinstance(document, Document)


def test_a_saved_pages_files_are_skipped_and_other_folders_of_that_name_are_not(tmp_path: Path) -> None:
    write(tmp_path, "Bridge.html", PAGE)
    write(tmp_path, "Bridge_files/frame.html", PAGE)
    write(tmp_path, "case_files/one.txt")
    assert kinds(read(tmp_path)) == [
        ("read", "Bridge.html"),
        ("skipped", "Bridge_files/"),
        ("read", "case_files/one.txt"),
    ]


def test_a_page_about_timelines_is_a_document(tmp_path: Path) -> None:
    write(tmp_path, "timeline.html", PAGE)
    assert kinds(read(tmp_path)) == [("read", "timeline.html")]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("empty.html", b"<html><body></body></html>", "empty"),
        ("really.txt", b"%PDF-1.7\n%\xe2\xe3", "broken-pdf"),
        ("zip.txt", b"PK\x03\x04....", "broken-archive"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("sheet.xyz", PROSE.encode(), "unknown-format"),
    ],
)
def test_what_cannot_be_read_is_a_failure_with_advice(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    write(tmp_path, name, content)
    (failure,) = read(tmp_path)
    assert isinstance(failure, Failure)
    assert (failure.code, failure.uri, failure.stage) == (code, name, "read")
    assert name in failure.message
    assert "\n" not in failure.message
    assert ";" in failure.message, "a message ends in what to do"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_an_unreadable_file_is_a_failure(tmp_path: Path) -> None:
    write(tmp_path, "locked.txt").chmod(0)
    assert kinds(read(tmp_path)) == [("unreadable", "locked.txt")]


def test_a_file_that_is_too_large_is_told_before_it_is_opened(tmp_path: Path) -> None:
    with write(tmp_path, "huge.mbox").open("r+b") as file:
        file.truncate(3 << 30)
    assert kinds(read(tmp_path)) == [("too-large", "huge.mbox")]


def test_a_path_that_is_missing(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.txt"
    with pytest.raises(InputError, match=r"no such file or folder: .*nowhere\.txt"):
        read(missing)
    with pytest.raises(InputError, match="no file matches"):
        read(str(tmp_path / "*.md"))
    with pytest.raises(InputError, match="nothing to read"):
        read()
    good = write(tmp_path, "good.txt")
    assert kinds(read(missing, good)) == [("missing", "nowhere.txt"), ("read", "good.txt")]


def test_globs(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "in/c.txt", "in/deep/d.txt"):
        write(tmp_path, name, PROSE + name)
    assert kinds(read(f"{tmp_path}/*.txt")) == [("read", "a.txt")]
    assert kinds(read(f"{tmp_path}/**/*.txt")) == [("read", "a.txt"), ("read", "in/c.txt"), ("read", "in/deep/d.txt")]
    assert kinds(read(f"{tmp_path}/i*")) == [("read", "in/c.txt"), ("read", "in/deep/d.txt")]


def test_a_name_with_wildcards_in_it_is_itself(tmp_path: Path) -> None:
    assert kinds(read(write(tmp_path, "notes [1].txt"))) == [("read", "notes [1].txt")]


def test_uris_are_relative_and_made_distinct_by_their_folders(tmp_path: Path) -> None:
    one, other = write(tmp_path, "x/2019/a.txt", PROSE), write(tmp_path, "y/2019/a.txt", PROSE + "Other.")
    assert kinds(read(one)) == [("read", "a.txt")]
    assert kinds(read(one, other)) == [("read", "x/2019/a.txt"), ("read", "y/2019/a.txt")]
    assert kinds(read(tmp_path / "x", tmp_path / "y")) == [("read", "x/2019/a.txt"), ("read", "y/2019/a.txt")]
    assert kinds(read(tmp_path / "x" / "2019", one)) == [("read", "a.txt")], "the same file is read once"


def test_the_place_where_one_works_changes_no_uri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path)
    assert kinds(read("in")) == kinds(read(tmp_path / "in")) == kinds(read("./in/")) == [("read", "a.txt")]
    assert kinds(read(".")) == [("read", "in/a.txt")]


def test_originals_are_found_again(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt")
    write(tmp_path, "b.md")
    write(tmp_path, "photo.png", b"x")
    assert dict(locate(tmp_path)) == {"b.md": tmp_path / "b.md", "in/a.txt": tmp_path / "in/a.txt"}


def test_standard_input_is_told_by_its_content() -> None:
    def media(data: str) -> str:
        return only("-", options=ReadOptions(stdin=data.encode())).source.media_type

    assert media(PROSE) == "text/plain"
    assert media(PAGE) == "text/html"
    assert media(json.dumps({"text": PROSE})) == "application/x-ndjson"
    with pytest.raises(InputError, match="standard input"):
        read("-")


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("page.txt", PAGE, "text/html"),
        ("page.txt", "\n<html><body><p>" + PROSE, "text/html"),
        ("plain.html", PROSE, "text/plain"),
        ("records.txt", json.dumps({"id": 1, "text": PROSE}) + "\n", "application/x-ndjson"),
        ("README", PROSE, "text/plain"),
        ("Letter to Mr. Hall", PROSE, "text/plain"),
        ("angle.txt", "<3 is what she wrote on 4 May 1951 under the letter to her brother.", "text/plain"),
        ("UPPER.TXT", PROSE, "text/plain"),
    ],
)
def test_a_wrong_suffix_yields_to_the_content(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    assert only(write(tmp_path, name, content)).source.media_type == media_type


def test_every_suffix_has_a_reader_that_reads(tmp_path: Path) -> None:
    for suffix in READERS:
        content = json.dumps({"text": PROSE}) if "json" in suffix or suffix == ".ndjson" else PROSE
        content = PAGE if "htm" in suffix else content
        content = f'text\n"{PROSE}"' if suffix in (".csv", ".tsv") else content
        assert "4 May 1951" in only(write(tmp_path, f"a{suffix}", content)).text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zoë — 3 May".encode(), "Zoë — 3 May"),
        (b"\xef\xbb\xbf" + "Zoë".encode(), "Zoë"),
        (b"\xff\xfe" + "Zoë 3 May 2001".encode("utf-16-le"), "Zoë 3 May 2001"),
        ("The year 2001 was cold.".encode("utf-16-le"), "The year 2001 was cold."),
        ("The year 2001 was cold.".encode("utf-16-be"), "The year 2001 was cold."),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        ("Ein Brief über die Brücke, die schöne Müllerin und größere Bäche, geprüft am 3. März.".encode("cp1252"),
         "Ein Brief über die Brücke, die schöne Müllerin und größere Bäche, geprüft am 3. März."),
        (("Zoë wrote café, naïve and Zürich. " * 3).encode() + b"\xe2\x80", ("Zoë wrote café, naïve and Zürich. " * 3) + "�"),
        (b"One NUL \0 in a text that is otherwise quite long enough to be read.", "One NUL \0 in a text that is otherwise quite long enough to be read."),
    ],
)  # fmt: skip
def test_decoding(data: bytes, text: str) -> None:
    assert only(Blob("a.txt", data)).text == text


def test_a_page_is_decoded_as_it_declares() -> None:
    text = "Привет из Москвы, это письмо написано 3 мая 2001 года на пишущей машинке."
    page = f'<html><head><meta charset="windows-1251"><title>t</title></head><body><p>{text}</p></body></html>'
    assert only(Blob("a.html", page.encode("cp1251"))).text == text


def test_identical_copies_share_an_id_and_keep_their_own_hash() -> None:
    one, other = only(Blob("a.txt", PROSE.encode())), only(Blob("b.txt", PROSE.replace(" ", "\n ").encode()))
    assert one.source.id == other.source.id
    assert one.source.text_sha256 == hashlib.sha256(PROSE.encode()).hexdigest() != other.source.text_sha256
    assert only(Blob("c.txt", (PROSE + "More.").encode())).source.id != one.source.id


@pytest.mark.parametrize(
    ("name", "text", "title", "label"),
    [
        ("a.txt", f"Bridge opens\n\n{PROSE}", "Bridge opens", "Bridge opens"),
        ("a.txt", f"Title: The long bridge\n\n{PROSE}", "The long bridge", "The long bridge"),
        ("a.md", f"---\ntitle: 'The long bridge'\n---\n\n# Another\n\n{PROSE}", "The long bridge", "The long bridge"),
        ("a.md", f"# The *long* [bridge](http://a.example)\n\n{PROSE}", "The long bridge", "The long bridge"),
        ("old-bridge.txt", "?!\n", "old-bridge.txt", "old-bridge"),
        ("old-bridge.txt", f"We heard it.\n\n{PROSE}", "old-bridge.txt", "old-bridge"),
        ("a.txt", f"We heard it\ncoming down the river\nin the night. Nobody slept.\n\n{PROSE}",
         "We heard it coming down the river in the night.", "We heard it coming down the river in the night."),
        ("a.txt", f"Dear Mother,\n\nwe are well.\n\n{PROSE}", "Dear Mother,", "Dear Mother,"),
        ("a.txt", f"iBridge opens\n\n{PROSE}", "iBridge opens", "iBridge opens"),
        ("a.txt", f"The bridge that nobody had wanted and that everybody came to love in the end\n\n{PROSE}",
         "The bridge that nobody had wanted and that everybody came to love in the end", "The bridge that nobody had wanted and that everybody came…"),
    ],
)  # fmt: skip
def test_titles_and_labels(name: str, text: str, title: str, label: str) -> None:
    source = only(Blob(name, text.encode())).source
    assert (source.title, source.label) == (title, label)


def test_a_header_gives_the_metadata() -> None:
    header = "Title: Bridge opens\nSource: The Rill Echo\nPublished: 5 May 1951\nAuthor: Ann Lee\nURL: https://rill.example/1951/05/05/b\nLanguage: en-GB\n\n"
    document = only(Blob("a.txt", (header + PROSE).encode()))
    source = document.source
    assert (source.publisher, source.author, source.language) == ("The Rill Echo", "Ann Lee", "en")
    found = [(date.text, date.origin) for date in document.date_candidates]
    assert found == [("5 May 1951", DateOrigin.HEADER), ("1951-05-05", DateOrigin.URL)]
    assert {part.kind for part in document.parts} == {PartKind.TITLE, PartKind.BYLINE}


def test_a_byline_gives_the_author() -> None:
    text = f"Bridge opens\nBy Ann Lee and Jo Ray | 5 May 1951\n\n{PROSE}"
    assert only(Blob("a.txt", text.encode())).source.author == "Ann Lee and Jo Ray"


@pytest.mark.parametrize(
    "text",
    [
        "Note: the bridge is closed.\n\nIt was opened on 4 May 1951.",
        'Mayor: "We did it" was all he said on 4 May 1951.',
        "Dear Tom: it is cold here.\n",
    ],
)
def test_a_colon_makes_no_header(text: str) -> None:
    document = only(Blob("a.txt", text.encode()))
    assert [part for part in document.parts if part.kind is PartKind.BYLINE] == []
    assert document.date_candidates == ()


GERMAN = "Die Brücke über den Bach wurde am 4. Mai 1951 vom Bürgermeister eröffnet, der eine lange Rede hielt."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PROSE, "en"),
        (f"{PROSE} Many of those who were there said that they would come back with their children.", "en"),
        (GERMAN, "de"),
        ("Le pont fut ouvert le 4 mai 1951 par le maire, qui coupa un ruban et fit un long discours.", "fr"),
        (f"{GERMAN} Er schloss mit den Worten: The bridge that they built will stand when we are gone.", "de"),
        ("4 May 1951", None),
    ],
)
def test_the_language_is_told_from_enough_text(text: str, language: str | None) -> None:
    assert only(Blob("a.txt", text.encode())).source.language == language
    assert only(Blob("a.txt", text.encode()), options=ReadOptions(language="it")).source.language == "it"


RECORDS = [
    {"id": "r1", "title": "Bridge", "text": PROSE, "published": "1951-05-05", "url": "https://rill.example/1951/05/05/b", "language": "en"},
    {"id": 7, "text": PROSE + "Two.", "dct": "1951-05-06T08:00:00"},
    {"text": PROSE + "Three.", "published": None},
]  # fmt: skip


def test_json_lines() -> None:
    lines = [json.dumps(record) for record in RECORDS]
    broken = [lines[0], "{broken", "", lines[1], "[1]", '{"id": 3}', '{"text": "  "}', lines[2]]
    readings = list(read_blob(Blob("in.jsonl", "\n".join(broken).encode())))
    assert kinds(readings) == [
        ("read", "https://rill.example/1951/05/05/b"),
        ("broken-json", "in.jsonl:2"),
        ("read", "in.jsonl#7"),
        ("broken-record", "in.jsonl:5"),
        ("broken-record", "in.jsonl:6"),
        ("empty", "in.jsonl:7"),
        ("read", "in.jsonl#8"),
    ]
    documents = [item for item in readings if isinstance(item, Document)]
    assert [item.source.key for item in documents] == ["r1", "7", None]
    assert [item.date_candidates[0].text if item.date_candidates else None for item in documents] == [
        "1951-05-05",
        "1951-05-06T08:00:00",
        None,
    ]
    assert all(item.text == record["text"] for item, record in zip(documents, RECORDS, strict=True))


@pytest.mark.parametrize(
    ("record", "date", "told"),
    [
        ({"dct": "notadate"}, None, "in.jsonl:1: 'dct' is no date: \"notadate\""),
        ({"published": "2024-13-45"}, None, "'published' is no date: \"2024-13-45\""),
        ({"published": 1714694400}, "2024-05-03T00:00Z", None),
        ({"published": 171469440}, None, "'published' is no date: 171469440"),
        ({"published": ["2024-05-03"]}, None, "'published' is no date: [\"2024-05-03\"]"),
        ({"published": "soon", "dct": "2024-05-03"}, "2024-05-03", "'published' is no date: \"soon\""),
        ({"published": "3 May 2024"}, "3 May 2024", None),
        ({"published": "3. Mai 2024, 10 Uhr"}, "3. Mai 2024, 10 Uhr", None),
        ({"published": "Fri, 03 May 2024 10:00:00 GMT"}, "Fri, 03 May 2024 10:00:00 GMT", None),
        ({"published": "20240503T100000Z"}, "20240503T100000Z", None),
        ({"published": "2024-05"}, "2024-05", None),
        ({"published": "5/3/2024"}, "5/3/2024", None),
        ({"published": "", "dct": None}, None, None),
    ],
)
def test_a_records_date_that_cannot_be_read_is_told(
    record: dict[str, object], date: str | None, told: str | None
) -> None:
    document, *failures = read_blob(Blob("in.jsonl", json.dumps({"text": PROSE, **record}).encode()))
    assert isinstance(document, Document)
    assert [found.text for found in document.date_candidates] == ([date] if date else [])
    assert len(failures) == (told is not None)
    for failure in failures:
        assert isinstance(failure, Failure)
        assert (failure.uri, failure.stage, failure.code) == ("in.jsonl:1", "read", "bad-date")
        assert told is not None
        assert told in failure.message


@pytest.mark.parametrize(
    ("about", "publisher"),
    [
        ({"url": "https://www.Rill.example/a"}, "rill.example"),
        ({"url": "http://news.rill.example:8080"}, "news.rill.example"),
        ({"url": "https://rill.example/a", "publisher": "The Rill Echo"}, "The Rill Echo"),
        ({"url": "papers/a.txt"}, None),
        ({"url": "https://localhost/a"}, None),
        ({}, None),
    ],
)
def test_a_site_is_the_publisher_where_none_is_named(about: dict[str, str], publisher: str | None) -> None:
    assert only(Blob("a.jsonl", json.dumps({"text": PROSE, **about}).encode())).source.publisher == publisher
    if "publisher" not in about and "url" in about:
        page = f"<html><head><link rel='canonical' href='{about['url']}'></head><body><p>{PROSE}</p></body></html>"
        assert only(Blob("a.html", page.encode())).source.publisher == publisher


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Short title", "Short title"),
        ("The lock gates at Tarn Bridge failed on a cold morning in early March", "The lock gates at Tarn Bridge failed on a cold morning in…"),
        ("Be " + "x" * 80, "Be…"),
        ("x" * 80, "x" * 59 + "…"),
    ],
)  # fmt: skip
def test_a_label_is_cut_between_words(title: str, label: str) -> None:
    assert only(Blob("a.jsonl", json.dumps({"text": PROSE, "title": title}).encode())).source.label == label


def test_lone_surrogates_and_deep_nesting_in_json() -> None:
    lines = '{"text": "A half \\ud83d pair on 4 May 1951."}\n{"text": ' + "[" * 100_000 + "\n"
    document, failure = read_blob(Blob("in.jsonl", lines.encode()))
    assert isinstance(document, Document)
    assert document.text == "A half � pair on 4 May 1951."
    assert isinstance(failure, Failure)
    assert failure.uri == "in.jsonl:2"


@pytest.mark.parametrize(
    ("lines", "captions"),
    [
        ("![The crater in August 1929](crater.jpg)", ["The crater in August 1929"]),
        ('![The crater](2019/05/06/c.jpg "seen in 1930")', ["The crater", "seen in 1930"]),
        ("[![The crater in 1929](c.jpg)](https://rill.example/2019/05/06/c)", ["The crater in 1929"]),
        ("![](c.jpg)\n*The crater in August 1929*", ["The crater in August 1929"]),
        ("![crater](c.jpg)\n\n_The crater in August 1929._", ["crater", "The crater in August 1929."]),
        ("![](c.jpg)", []),
        ("*The crater was new in August 1929.*", []),
    ],
)
def test_a_pictures_words_alone_are_its_caption(lines: str, captions: list[str]) -> None:
    raw = f"# Bridge\n\n{PROSE}\n\n{lines}\n\n{PROSE}"
    document = only(Blob("a.md", raw.encode()))
    marked = [(part.kind, document.text[part.span.start : part.span.end]) for part in document.parts]
    assert [words for kind, words in marked if kind is PartKind.CAPTION] == captions
    for kind, words in marked:
        assert kind is PartKind.BOILERPLATE or "2019/05/06" not in words
    assert len(document.date_candidates) == 0


def test_markdown_keeps_the_raw_text() -> None:
    raw = (
        f"---\ntitle: Bridge\ndate: 1951-05-05\ntags:\n  - rivers\n---\n\n# Bridge\n\n{PROSE}\n## Later\n\n![The bridge in 1962](b.jpg)\n\n"
        "- one, in 1953\n- two, in 1954\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> “It stands,” he said.\n\n```\n1999-01-01 log\n```\n\n"
        "## Related\n\n- [Ferry sold in 1952](f.html)\n- [Mill burns](m.html)\n"
    )
    document = only(Blob("bridge.md", raw.encode()))
    assert document.text == raw
    assert [(date.text, date.origin) for date in document.date_candidates] == [("1951-05-05", DateOrigin.HEADER)]
    marked = {document.text[part.span.start : part.span.end].strip(): part.kind for part in document.parts}
    expected = {
        "# Bridge": PartKind.TITLE, "## Later": PartKind.HEADING, "The bridge in 1962": PartKind.CAPTION,
        "- one, in 1953\n- two, in 1954": PartKind.LIST, "| a | b |\n|---|---|\n| 1 | 2 |": PartKind.TABLE,
        "> “It stands,” he said.": PartKind.QUOTE, "```\n1999-01-01 log\n```": PartKind.BOILERPLATE,
        "## Related\n\n- [Ferry sold in 1952](f.html)\n- [Mill burns](m.html)": PartKind.TEASER,
    }  # fmt: skip
    assert {words: marked.get(words) for words in expected} == expected
