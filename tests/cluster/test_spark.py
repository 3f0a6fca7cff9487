"""The code that docs/cluster.md shows for Spark, run as it stands there, where Java and pyspark are at hand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cluster.articles import records
from timeline.export.json_file import json_bytes
from timeline.export.publish import publish
from timeline.pipeline import build
from timeline.read import read

ROOT = Path(__file__).resolve().parent.parent.parent
_BLOCK = re.compile(r"```python\n((?:(?!```).)*?pyspark.*?)```", re.DOTALL)


@pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed")
@pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java")
@pytest.mark.skipif(find_spec("dask") is None, reason="the extra `cluster` is not installed")
def test_what_the_page_shows_for_spark_gives_the_events_of_one_machine(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records(40)), encoding="utf-8")
    (code,) = _BLOCK.findall((ROOT / "docs" / "cluster.md").read_text(encoding="utf-8"))
    search = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": search, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-3000:]

    import pyarrow.parquet as pq

    found = pq.read_table(tmp_path / "events")["timeline"].to_pylist()
    expected = json.loads(json_bytes(publish(build(read(path)))))["events"]
    made = [event for text in found for event in json.loads(text)["events"]]
    assert sorted(made, key=lambda event: event["id"]) == sorted(expected, key=lambda event: event["id"])
