"""Crews: the same results in the same order, and an item that costs its worker costs no other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator

import pytest

from timeline.model.event import Failure
from timeline.model.text import Document
from timeline.pipeline.crew import Alone, Crew, Lost
from timeline.pipeline.document import Options
from timeline.pipeline.processes import Processes
from timeline.pipeline.worker import Parts
from timeline.pipeline.workers import LITTLE, Crews, _batches, worked_out
from timeline.read import Blob, read_blob
from timeline.store.frozen import packed

LONG = "The dam broke on 5 May 1950, and was mended by the town in the June of the year after. " * 60_000


def document(name: str, text: str) -> bytes:
    found = next(read_blob(Blob(f"{name}.txt", text.encode())))
    assert isinstance(found, Document)
    return packed(found)


SMALL = [document(f"d{number:02}", f"Mill {number} burned down on 3 May {1900 + number}.") for number in range(70)]


def halved(number: int) -> int:
    """A number's half; 13 ends the process, 17 takes too long, an odd one else is an error."""
    if number == 13:
        os._exit(1)
    if number == 17:
        time.sleep(60)
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


def counted(numbers: Iterable[int], taken: list[int]) -> Iterator[int]:
    for number in numbers:
        taken.append(number)
        yield number


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    with Processes(2) as crew:
        yield crew


@pytest.mark.parametrize("name", ["alone", "processes"])
def test_each_keeps_the_order_and_takes_a_few_items_ahead(name: str, processes: Processes) -> None:
    crew: Crew = Alone() if name == "alone" else processes
    taken: list[int] = []
    results = crew.each(halved, counted(range(0, 400, 2), taken))
    assert next(results) == 0
    assert len(taken) <= 4 * crew.size
    assert list(results) == list(range(1, 200))


def test_each_stands_a_lost_item_in_its_place(processes: Processes) -> None:
    found = list(processes.each(halved, [2, 13, 4, 17, 6], seconds=2))
    assert [one.code if isinstance(one, Lost) else one for one in found] == [1, "worker-lost", 2, "too-long", 3]


def test_each_raises_what_the_work_raises_and_works_on(processes: Processes) -> None:
    with pytest.raises(ValueError, match="5 is odd"):
        list(processes.each(halved, [2, 5, 6]))
    assert list(processes.each(halved, [2, 4])) == [1, 2]


def test_a_crew_answers_one_question_while_it_is_at_another(processes: Processes) -> None:
    outer = processes.each(halved, range(0, 40, 2))
    assert [(first, list(processes.each(halved, [8, 10]))) for first in outer] == [(n, [4, 5]) for n in range(20)]


@pytest.mark.parametrize("workers", [2, 3])
def test_results_are_those_of_one_process_in_order(workers: int) -> None:
    with Processes(workers) as crew:
        assert list(worked_out(SMALL, Options(), crew)) == list(worked_out(SMALL, Options(), Alone()))


def test_a_document_that_takes_too_long_ends_alone(processes: Processes) -> None:
    documents = [*SMALL[:3], document("long", LONG), *SMALL[3:6]]
    results = list(worked_out(documents, Options(seconds=3), processes))
    assert [isinstance(result, Parts) for result in results] == [True] * 3 + [False] + [True] * 3
    failure = results[3]
    assert isinstance(failure, Failure)
    assert (failure.uri, failure.code) == ("long.txt", "too-long")
    assert failure.message == "long.txt: took more than 3 seconds; divide it, or give it longer"


class Losing:
    """A crew that loses every batch that holds a certain document."""

    size = 2
    here = True

    def __init__(self, lost: Lost) -> None:
        self.lost = lost

    def each(
        self, work: Callable[..., object], items: Iterable[tuple[bytes, ...]], seconds: float | None = None
    ) -> Iterator[object]:
        return (self.lost if SMALL[1] in batch else work(batch) for batch in items)


@pytest.mark.parametrize(
    ("code", "message"),
    [("too-long", "d01.txt: so; divide it, or give it longer"), ("worker-lost", "d01.txt: so; divide it")],
)
def test_of_a_batch_that_was_lost_each_document_is_tried_again(code: str, message: str) -> None:
    results = list(worked_out(SMALL[:3], Options(), Losing(Lost(code, "so"))))  # type: ignore[arg-type]
    assert [isinstance(result, Parts) for result in results] == [True, False, True]
    assert results[1] == Failure("d01.txt", "extract", code, message)


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


@pytest.mark.parametrize(
    ("workers", "items", "text", "size"),
    [
        (None, 70, LITTLE, 1),
        (None, 70, LITTLE + 1, min(os.cpu_count() or 1, 70)),
        (None, 1, LITTLE + 1, 1),
        (1, 70, LITTLE + 1, 1),
        (3, 70, 10, 3),
        (3, 2, 10, 2),
        (3, 0, 0, 1),
    ],
)
def test_as_many_workers_as_there_is_work_for(workers: int | None, items: int, text: int, size: int) -> None:
    with Crews(Options(workers=workers)) as crews:
        assert crews.of(items, text).size == size
