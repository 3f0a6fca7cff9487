"""`timeline build --scheduler`: a scheduler and two workers for real, one of which is killed while it works."""

from __future__ import annotations

import sys
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest

from tests.cluster.articles import write
from tests.cluster.command import run
from tests.cluster.running import Running
from tests.cluster.work import counted
from timeline.errors import InputError
from timeline.export.json_file import json_bytes
from timeline.export.publish import publish
from timeline.model.text import Document
from timeline.pipeline import Options, blocks, build, scheduler
from timeline.pipeline.crew import Lost
from timeline.pipeline.scheduler import Cluster, _awaited
from timeline.read import read

dask = pytest.importorskip("dask.distributed", reason="the extra `cluster` is not installed")


def as_bytes(made: Any) -> bytes:
    return json_bytes(publish(made))


def test_a_cluster_keeps_the_order_and_takes_a_few_items_ahead(cluster: Running) -> None:
    taken: list[int] = []
    with Cluster(cluster.address) as crew:
        results = crew.each(counted, (taken.append(n) or n for n in range(1, 200)))  # type: ignore[func-returns-value]
        assert next(results) == 1
        assert len(taken) <= 4 * crew.size
        assert list(results) == list(range(2, 200))


def test_what_takes_too_long_is_lost_alone_and_its_worker_goes_on(cluster: Running) -> None:
    with Cluster(cluster.address) as crew:
        found = list(crew.each(counted, [3, 0, 4], seconds=1.5))
        assert [one.code if isinstance(one, Lost) else one for one in found] == [3, "too-long", 4]
        assert list(crew.each(counted, range(1, 9), seconds=60)) == list(range(1, 9))


def test_what_the_work_raises_is_raised(cluster: Running) -> None:
    with Cluster(cluster.address) as crew, pytest.raises(ValueError, match="-1 is negative"):
        list(crew.each(counted, [1, -1, 2]))


def test_workers_of_another_version_are_told(cluster: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "_version", lambda: "another")
    with Cluster(cluster.address) as crew, pytest.raises(InputError, match="a worker has another version"):
        list(crew.each(counted, [1]))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "tcp:/127.0.0.1"])
def test_an_address_at_which_nobody_answers_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "_ANSWER_WITHIN", 0.5)
    with pytest.raises(InputError, match=f"^{address}: no scheduler answers there; start one with `dask scheduler`"):
        Cluster(address)


def test_a_cluster_that_cannot_be_used_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(scheduler, "_ANSWER_WITHIN", 0.5)
    assert run(monkeypatch, "build", "not-there.jsonl", "--scheduler", "tcp://127.0.0.1:1") == 2
    assert "no scheduler answers there" in capfd.readouterr().err


def test_a_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask.distributed", None)
    with pytest.raises(InputError, match=r"needs Dask, which is not here: pip install 'event-timeline\[cluster\]'"):
        Cluster("tcp://127.0.0.1:8786")


class Ended:
    """A future whose result is an error."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def result(self) -> None:
        raise self.error


def test_an_item_that_costs_several_workers_their_lives_is_lost() -> None:
    found = _awaited(Ended(dask.KilledWorker("task", None, 4)))
    assert isinstance(found, Lost) and found.code == "worker-lost"


def test_a_scheduler_that_is_gone_is_told() -> None:
    with pytest.raises(InputError, match="the scheduler is gone"):
        _awaited(Ended(CancelledError()))


def test_the_command_writes_the_same_bytes(
    cluster: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "articles.jsonl", 20)
    for out, arguments in (("one", ()), ("many", ("--scheduler", cluster.address))):
        code = run(monkeypatch, "build", "articles.jsonl", "--out", out, "--format", "json", *arguments)
        assert code == 1, capfd.readouterr().err  # one record is broken
    assert (tmp_path / "one" / "timeline.json").read_bytes() == (tmp_path / "many" / "timeline.json").read_bytes()


# The last, since it leaves one worker
def test_a_worker_that_is_killed_in_the_middle_changes_nothing(
    cluster: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 50)
    readings = list(read(write(tmp_path / "articles.jsonl", 160)))

    def progress(done: int, of: int) -> None:
        if len(cluster.workers) == 2 and done > 40:
            cluster.kill_one()

    made = build(readings, Options(workers=None, scheduler=cluster.address), progress)
    assert len(cluster.workers) == 1
    assert as_bytes(made) == as_bytes(build(readings))
    assert len(made.sources) == sum(isinstance(item, Document) for item in readings) - 1
    assert any(len(event.evidence) > 1 for event in made.events)
