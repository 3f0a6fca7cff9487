"""`timeline.cluster`: the events of a job are those of one machine, whatever holds the articles and whoever is killed."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.articles import records
from tests.cluster.running import ROOT, Running
from timeline.errors import InputError
from timeline.export.json_file import json_bytes
from timeline.export.publish import publish
from timeline.model.event import Timeline
from timeline.pipeline import build
from timeline.read import read

dask = pytest.importorskip("dask", reason="the extra `cluster` is not installed")
from timeline import cluster as job  # noqa: E402


def as_bytes(made: Timeline) -> bytes:
    return json_bytes(publish(made))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles in four files, each of which holds reports of all fires."""
    folder = tmp_path_factory.mktemp("archive")
    every = list(records(56))
    for number in range(4):
        lines = "".join(json.dumps(record) + "\n" for record in every[number::4])
        (folder / f"part{number}.jsonl").write_text(lines, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def once(archive: Path) -> Timeline:
    """The same on one machine."""
    return build(read(archive))


def pages(folder: Path) -> Path:
    """Articles as a crawler saves them."""
    path = folder / "crawl.warc"
    with path.open("wb") as file:
        for number, record in enumerate(records(12)):
            if record["text"]:
                paragraphs = "".join(f"<p>{line}</p>" for line in record["text"].split("\n\n"))
                html = f"<html><head><title>{record.get('title', '')}</title></head><body><article>{paragraphs}"
                body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html.encode()
                head = (
                    f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
                    f"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
                )
                file.write(head.encode() + body + b"\r\n\r\n")
    return path


def table(folder: Path) -> Path:
    """Articles as rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / "articles.parquet"
    pq.write_table(pa.Table.from_pylist(list(records(16))), path, row_group_size=7)
    return path


def test_the_events_of_a_job_are_those_of_one_machine_to_the_byte(archive: Path, once: Timeline) -> None:
    with dask.config.set(scheduler="synchronous"):
        made = job.merge(job.extract(job.articles(str(archive / "*.jsonl")))).timeline()
    assert as_bytes(made) == as_bytes(once)
    assert any(len(event.evidence) > 1 for event in made.events)
    assert any(event.conflicts for event in made.events)
    assert any(piece.when.anchor.kind.value == "sources" for event in made.events for piece in event.evidence)
    assert any(report.source.copies for report in made.sources) and made.failures


def test_web_archives_are_read_as_on_one_machine(tmp_path: Path) -> None:
    path = pages(tmp_path)
    with dask.config.set(scheduler="synchronous"):
        made = job.merge(job.extract(job.articles(path.as_uri()))).timeline()
    assert made.events and as_bytes(made) == as_bytes(build(read(path)))


def test_rows_of_parquet_are_records_and_so_are_those_of_frames_and_bags(tmp_path: Path) -> None:
    import dask.bag
    import dask.dataframe
    import pandas as pd

    rows = list(records(16))
    with dask.config.set(scheduler="synchronous"):
        ways = (
            job.articles(str(table(tmp_path))),
            dask.dataframe.from_pandas(pd.DataFrame(rows), npartitions=3),
            dask.bag.from_sequence(rows, npartitions=3),
        )
        made = [job.merge(job.extract(way)).timeline() for way in ways]
    lines = tmp_path / "articles.jsonl"
    lines.write_text("".join(json.dumps(record) + "\n" for record in rows), encoding="utf-8")
    expected = build(read(lines))
    for one in made:
        assert one.events == expected.events


def test_a_memory_is_a_file_system_too(once: Timeline, archive: Path) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    for path in archive.iterdir():
        memory.pipe(f"/news/{path.name}", path.read_bytes())
    with dask.config.set(scheduler="synchronous"):
        made = job.merge(job.extract(job.articles("memory://news"))).timeline()
    assert as_bytes(made) == as_bytes(once)


@pytest.mark.parametrize("library", ["dask", "fsspec"])
def test_a_missing_extra_is_told(library: str) -> None:
    program = f"import sys; sys.modules[{library!r}] = None; import timeline.cluster"
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert f"timeline.cluster needs {library}, which is not here: pip install 'event-timeline[cluster]'" in ran.stderr


def test_an_address_of_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        job.articles(str(tmp_path / "*.jsonl"))


def test_a_selection_of_the_parquet_is_imported(
    archive: Path, once: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.parquet as pq

    from tests.cluster.command import run

    with dask.config.set(scheduler="synchronous"):
        job.merge(job.extract(job.articles(str(archive / "*.jsonl")))).to_parquet(str(tmp_path / "events"))
    every = pq.read_table(tmp_path / "events")
    assert every.num_rows == len(once.events)
    chosen = every.filter([year.startswith("1993") for year in every["start"].to_pylist()])
    pq.write_table(chosen, tmp_path / "selection.parquet")
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "import", "selection.parquet", "--out", "chosen.json") == 0
    made = json.loads(Path("chosen.json").read_text(encoding="utf-8"))
    whole: dict[str, Any] = json.loads(as_bytes(once))
    wanted = [event for event in whole["events"] if (event["date"]["start"] or "").startswith("1993")]
    assert made["events"] == wanted
    told = {piece["source"] for event in wanted for piece in event["evidence"]}
    assert made["sources"] == [source for source in whole["sources"] if source["id"] in told]


# The last, since it leaves one worker


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(cluster: Running, archive: Path, once: Timeline) -> None:
    from dask.distributed import Client

    def kill_when_both_have_something() -> None:
        while not all(client.has_what().values()):
            time.sleep(0.02)
        cluster.kill_one()

    with Client(cluster.address, set_as_default=True) as client:
        client.wait_for_workers(2)
        threading.Thread(target=kill_when_both_have_something).start()
        made = job.merge(job.extract(job.articles(str(archive / "*.jsonl")))).timeline()
        assert len(client.nthreads()) == 1
    assert as_bytes(made) == as_bytes(once)
