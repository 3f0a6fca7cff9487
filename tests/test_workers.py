"""Workers side by side: the same results in the same order, and a document that costs its worker costs no other."""

from __future__ import annotations

from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from typing import Any

import pytest
from pebble import ProcessExpired

from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.pipeline.document import Options, Worked
from timeline.pipeline.workers import LITTLE, _batches, _results, worked_out
from timeline.read import Blob, read_blob

LONG = "The dam broke on 5 May 1950, and was mended by the town in the June of the year after. " * 60_000


def document(name: str, text: str) -> Document:
    found = next(read_blob(Blob(f"{name}.txt", text.encode())))
    assert isinstance(found, Document)
    return found


SMALL = [document(f"d{number:02}", f"Mill {number} burned down on 3 May {1900 + number}.") for number in range(70)]


@pytest.mark.parametrize("workers", [2, 3])
def test_results_are_those_of_one_process_in_order(workers: int) -> None:
    assert list(worked_out(SMALL, Options(workers=workers))) == list(worked_out(SMALL, Options(workers=1)))


def test_a_document_that_takes_too_long_ends_alone() -> None:
    documents = [*SMALL[:3], document("long", LONG), *SMALL[3:6]]
    results = list(worked_out(documents, Options(workers=2, seconds=3)))
    assert [isinstance(result, Worked) for result in results] == [True] * 3 + [False] + [True] * 3
    failure = results[3]
    assert isinstance(failure, Failure)
    assert (failure.uri, failure.code) == ("long.txt", "too-long")
    assert "more than 3 seconds" in failure.message


@pytest.mark.parametrize(
    ("error", "code"), [(TooLong(), "too-long"), (ProcessExpired("gone"), "worker-lost")], ids=["slow", "gone"]
)
def test_of_a_batch_that_was_lost_each_document_is_tried_again(error: Exception, code: str) -> None:
    def hand_out(batch: Any) -> Any:
        return ended(error) if batch[0] is SMALL[1] else ended(tuple(worked_out(batch, Options())))

    results = list(_results(SMALL[:3], ended(error), hand_out, Options()))
    assert [result.code if isinstance(result, Failure) else "good" for result in results] == ["good", code, "good"]


def ended(result: Any) -> Any:
    """What a pool gives for a batch that is done, or was lost."""
    future: Future[Any] = Future()
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
    return future


@pytest.mark.parametrize(
    ("sizes", "batches"),
    [
        ([10] * 3, [3]),
        ([10] * 70, [32, 32, 6]),
        ([10, 500_000, 10, 10], [1, 1, 2]),
        ([150_000] * 3, [1, 1, 1]),
        ([], []),
    ],
)
def test_batches_are_of_about_equal_work(sizes: list[int], batches: list[int]) -> None:
    documents = [document(f"b{number}", "x" * size) for number, size in enumerate(sizes)]
    assert [len(batch) for batch in _batches(documents)] == batches


def test_little_text_starts_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.pipeline.workers.ProcessPool", None)
    assert sum(len(one.text) for one in SMALL) < LITTLE
    assert len(list(worked_out(SMALL, Options(workers=None)))) == len(SMALL)
