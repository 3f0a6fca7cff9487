"""What a billion articles would cost on a cluster, from what some thousand cost here. `make bench` runs it small.

    python tests/benchmarks/cluster.py [--articles 2000] [--workers 2]

Each function of `timeline.cluster` is run by itself over the articles of `archive.py`: seconds of processor, and bytes
that it hands on. Then the same articles go through a scheduler and workers for real, once as a build, once as a job, and
once more with a worker killed in the middle; all must give the bytes of one machine.
"""

from __future__ import annotations

import argparse
import io
import json
import pickle
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from archive import articles  # noqa: E402

if TYPE_CHECKING:
    import pandas as pd

PART = 500
"""Articles of a partition."""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=2, help="0: only the functions, no cluster")
    given = parser.parse_args()
    try:
        import dask.distributed  # noqa: F401
    except ImportError:
        print("cluster: the extra `cluster` is not installed, so there is nothing to measure")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every = list(articles(given.articles))
        files = list(written(folder, every))
        size = sum(file.stat().st_size for file in files)
        print(f"{len(every):,} articles, {size / len(every):,.0f} bytes each\n")
        by_part(files, len(every))
        if given.workers:
            for_real(folder, given.workers)


def written(folder: Path, every: list[dict[str, Any]]) -> Iterator[Path]:
    """The articles in files of equal size."""
    (folder / "archive").mkdir()
    for start in range(0, len(every), PART):
        path = folder / "archive" / f"part{start:07}.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in every[start : start + PART]), encoding="utf-8")
        yield path


def by_part(files: list[Path], count: int) -> None:
    """Each function by itself: its processor time and what it hands on, for one article."""
    import pandas as pd

    from timeline import cluster as job
    from timeline.cluster.files import file_of
    from timeline.read import ReadOptions

    def told(name: str, work: Callable[[], list[pd.DataFrame]], what: str = "") -> list[pd.DataFrame]:
        start = time.process_time()
        made = work()
        seconds = (time.process_time() - start) / count
        handed_on = sum(int(frame.memory_usage(deep=True).sum()) for frame in made) / count
        rows = sum(map(len, made)) / count
        print(f"{name:<12} {seconds * 1e3:>8.3f} ms {handed_on:>9,.0f} bytes {rows:>7.2f} rows  {what}")
        return made

    def by(column: str, frames: list[pd.DataFrame]) -> list[pd.DataFrame]:
        return [group for _, group in pd.concat(frames).groupby(column, dropna=False)]

    print("for one article  processor        handed on")
    job.told_of(file_of((str(files[0]), "first"), {}, ReadOptions()).head(50))  # loads what is loaded once
    read = told("read", lambda: [file_of((str(file), file.name), {}, ReadOptions()) for file in files])
    made = told("told_of", lambda: list(map(job.told_of, read)))
    once = told("once_of", lambda: [job.once_of(pd.concat(made))], "shuffled by source")
    digests = told("digest_of", lambda: list(map(job.digest_of, once)), "to the machine that asks")
    start = time.process_time()
    whole = job.whole_of(digests)
    seconds = (time.process_time() - start) / count
    parts = [digest[at : at + PART] for digest in digests for at in range(0, len(digest), PART)]
    print(
        f"{'whole_of':<12} {seconds * 1e3:>8.3f} ms {held_for_each(parts):>9,.0f} bytes of memory, for the machine that asks"
    )
    print(f"{'':<12} {'':>11} {len(pickle.dumps(whole)) / count:>9,.0f} bytes to each worker, whose memory holds more")
    answers = told("answers_of", lambda: [job.answers_of(frame, whole) for frame in once])
    whole = job.answered(whole, answers)
    placed = told("placed_of", lambda: [job.placed_of(frame, whole) for frame in once], "shuffled by block")
    blocks = by("block", [frame[frame["kind"] == "evidence"] for frame in placed])
    sizes = sorted((len(block) for block in blocks), reverse=True)
    merged = told("events_of", lambda: [job.events_of(block, whole) for block in blocks], "shuffled by moment")
    print(f"{'':<12} {len(blocks)} blocks, the largest {sizes[0] / sum(sizes):.0%} of all")
    (events,) = told("weighed_of", lambda: [job.weighed_of(pd.concat(merged), whole)])
    file = io.BytesIO()
    events.drop(columns="body").to_parquet(file)
    print(f"{'':<12} {'':>11} {file.tell() / count:>9,.0f} bytes of Parquet written")


def held_for_each(digests: list[pd.DataFrame]) -> float:
    """Bytes of memory that one more article takes where digests are gone through, by the second half of them."""
    half, every = (_held_by(digests[:many]) for many in (len(digests) // 2, len(digests)))
    return (every - half) / max(1, sum(map(len, digests[len(digests) // 2 :])))


def _held_by(digests: list[pd.DataFrame]) -> int:
    from timeline import cluster as job

    def work(told: Any) -> None:
        job.whole_of(digests)
        told.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)

    context = get_context("fork")
    heard, told = context.Pipe()
    process = context.Process(target=work, args=(told,))
    process.start()
    found: int = heard.recv()
    process.join()
    return found


def for_real(folder: Path, workers: int) -> None:
    """The same through a scheduler and workers: the bytes, and the seconds by the clock."""
    from dask.distributed import Client

    from tests.cluster.running import running
    from timeline import cluster as job
    from timeline.export.json_file import json_bytes
    from timeline.export.publish import publish
    from timeline.pipeline import Options, build
    from timeline.read import read

    archive = folder / "archive"

    def timed(name: str, work: Callable[[], Any], expected: bytes | None) -> bytes:
        start = time.perf_counter()
        made = json_bytes(publish(work()))
        same = "" if expected is None else "  the same bytes" if made == expected else "  OTHER BYTES"
        print(f"{name:<40} {time.perf_counter() - start:>7.1f} s{same}")
        return made

    def by_job() -> Any:
        return job.merge(job.extract(job.articles(str(archive / "*.jsonl")))).timeline()

    print()
    once = timed("one process", lambda: build(read(archive), Options(workers=1)), None)
    with running(folder, workers) as cluster, Client(cluster.address) as client:
        client.wait_for_workers(workers)
        options = Options(workers=None, scheduler=cluster.address)
        timed(f"build --scheduler, {workers} workers", lambda: build(read(archive), options), once)
        timed(f"timeline.cluster, {workers} workers", by_job, once)
        threading.Timer(3, cluster.kill_one).start()
        timed("timeline.cluster, one killed after 3 s", by_job, once)


if __name__ == "__main__":
    main()
