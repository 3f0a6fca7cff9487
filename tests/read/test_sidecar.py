"""`sources.csv`: what people say of the documents beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.model.event import Failure, Skipped
from timeline.model.text import DateOrigin, Document, Source
from timeline.model.value import Calendar
from timeline.pipeline.document import Options, resolved
from timeline.read import ReadOptions, read

LETTER = "The lock gates at Tarn Bridge failed yesterday and sent a wave of water into the lower town.\n"


def folder(path: Path, table: str, **files: str) -> Path:
    for name, text in {"letter.txt": LETTER, **files}.items():
        (path / name).write_text(text, encoding="utf-8")
    (path / "sources.csv").write_text(table, encoding="utf-8")
    return path


def one(path: Path) -> Document:
    (document,) = (item for item in read(path) if isinstance(item, Document))
    return document


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("uri,label\nletter.txt,Ex. 14\n", "label", "Ex. 14"),
        ("uri,title\nletter.txt,To the board\n", "title", "To the board"),
        ("uri,title\nletter.txt,To the board\n", "label", "To the board"),
        ("uri,publisher\nletter.txt,Tarn Archive\n", "publisher", "Tarn Archive"),
        ("uri,language\nletter.txt,de-AT\n", "language", "de"),
        ("uri,calendar\nletter.txt,Julian\n", "calendar", Calendar.JULIAN),
        ("uri,date order\nletter.txt,day first\n", "day_first", True),
        ("uri,date_order\nletter.txt,month first\n", "day_first", False),
        ("uri;label\nletter.txt;Ex. 14\n", "label", "Ex. 14"),
        ("uri\tlabel\r\nletter.txt\tEx. 14\r\n", "label", "Ex. 14"),
        ('\ufeffuri,label,words,dates\nletter.txt,"Ex. 14, 2nd copy",17,1\n', "label", "Ex. 14, 2nd copy"),
        ("uri,title\nletter.txt,'=1+1\n", "title", "=1+1"),
        ("uri,publisher,label\nletter.txt,,Ex. 14\n", "publisher", None),
    ],
)
def test_a_row_corrects_a_source(table: str, field: str, value: object, tmp_path: Path) -> None:
    source: Source = one(folder(tmp_path, table)).source
    assert getattr(source, field) == value


@pytest.mark.parametrize("day", ["2017-03-04", "2017-03-04T23:30-05:00", "2017-03"])
def test_its_date_comes_before_all_that_was_found(day: str, tmp_path: Path) -> None:
    text = f"Title: Lock gates fail\nDate: 1 May 2016\n\n{LETTER}"
    document = one(folder(tmp_path, f"uri,published\nletter.txt,{day}\n", **{"letter.txt": text}))
    dating = resolved(document, Options(language="en")).dating
    assert dating is not None
    assert (dating.value.edtf, dating.origin) == (day, "sources.csv")
    assert "but 1 May 2016, as its header says" in dating.steps


def test_it_is_read_beside_a_single_file_too(tmp_path: Path) -> None:
    folder(tmp_path, "uri,label\nletter.txt,Ex. 14\nother.txt,Ex. 15\n")
    (document,) = read(tmp_path / "letter.txt")
    assert isinstance(document, Document)
    assert document.source.label == "Ex. 14"


def test_a_row_that_matches_nothing_is_told(tmp_path: Path) -> None:
    (failure,) = (
        item for item in read(folder(tmp_path, "uri,label\nletter.txt,A\nleter.txt,B\n")) if isinstance(item, Failure)
    )
    assert failure.code == "unmatched-row"
    assert failure.message.startswith("sources.csv:3: no source is called 'leter.txt'")


def test_it_is_no_document(tmp_path: Path) -> None:
    skipped = [item for item in read(folder(tmp_path, "uri\nletter.txt\n")) if isinstance(item, Skipped)]
    assert [item.uri for item in skipped] == ["sources.csv"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("uri,published\nletter.txt,3rd of Mai\n", "sources.csv:2: column 'published': '3rd of Mai' is no date; give a day"),
        ("uri,published\nletter.txt,2017\n", "column 'published'"),
        ("uri,published\nletter.txt,2017-02-30\n", "column 'published'"),
        ("uri,language\nletter.txt,the Queen's\n", "sources.csv:2: column 'language'"),
        ("uri,calendar\n\nletter.txt,Mayan\n", "sources.csv:3: column 'calendar': 'Mayan' is no calendar; give gregorian or julian"),
        ("uri,date order\nletter.txt,backwards\n", "give day first or month first"),
        ("uri,label\nletter.txt,A\nletter.txt,B\n", "sources.csv:3: column 'uri': 'letter.txt' has a row already (sources.csv:2)"),
        ("uri,label\n,A\n", "column 'uri'"),
        ("name,label\nletter.txt,A\n", "sources.csv:1: no column 'uri'"),
        ("uri,publised\nletter.txt,2017-03-04\n", "sources.csv:1: no such column: 'publised'"),
        ("", "sources.csv:1: no column 'uri'"),
    ],
)  # fmt: skip
def test_a_bad_value_is_an_error_that_says_where(table: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read(folder(tmp_path, table))
    assert told in str(error.value)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    table = "uri,published,language\nletter.txt,soon,the Queen's\nother.txt,2017-03-04,en\nletter.txt,2017,\n"
    with pytest.raises(InputError) as error:
        read(folder(tmp_path, table))
    assert [line.partition(" is no")[0] for line in str(error.value).splitlines()] == [
        "sources.csv:2: column 'published': 'soon'",
        "sources.csv:2: column 'language': \"the Queen's\"",
        "sources.csv:4: column 'published': '2017'",
        "sources.csv:4: column 'uri': 'letter.txt' has a row already (sources.csv:2); join them",
    ]


def test_a_language_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    where = folder(tmp_path, "uri,language\nletter.txt,xx\n")
    told = list(read(where, options=ReadOptions(knows_language=lambda code: code == "en")))
    (failure,) = (item for item in told if isinstance(item, Failure))
    assert (failure.uri, failure.code) == ("sources.csv:2", "unknown-language")
    assert failure.message.startswith("sources.csv:2: column 'language': the language 'xx' cannot be read; give")
    (document,) = (item for item in told if isinstance(item, Document) and item.source.uri == "letter.txt")
    assert document.source.language != "xx"


def test_numbers_in_the_order_that_is_told(tmp_path: Path) -> None:
    text = "The gates failed on 4/3/2017, and the board met on 10/3/2017 in the town hall.\n"
    document = one(folder(tmp_path, "uri,date order\nletter.txt,day first\n", **{"letter.txt": text}))
    found = resolved(document, Options(language="en")).resolutions
    assert [one.value and one.value.edtf for one in found] == ["2017-03-04", "2017-03-10"]


def test_old_style_dates(tmp_path: Path) -> None:
    text = "The gates failed on 4 March 1700. On 9 March the board met. It had warned of them in 1698.\n"
    document = one(folder(tmp_path, "uri,calendar\nletter.txt,julian\n", **{"letter.txt": text}))
    found = resolved(document, Options(language="en")).resolutions
    assert [one.value and one.value.edtf for one in found] == ["1700-03-15", "1700-03-20", "1698"]
    assert "Julian" in " ".join(found[0].steps)


def test_old_style_dates_seen_from_a_dateline(tmp_path: Path) -> None:
    text = "RIGA, March 20 - The gates failed on 4 March 1700, and the board met. It had warned of them in 1698.\n"
    document = one(folder(tmp_path, "uri,calendar\nletter.txt,julian\n", **{"letter.txt": text}))
    known = resolved(document, Options(language="en"))
    assert known.written is not None and known.written.origin == DateOrigin.DATELINE
    assert "1700-03-15" in [one.value and one.value.edtf for one in known.resolutions]
