"""One cluster for the tests that need one; it takes seconds to start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cluster.running import Running, running


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A scheduler and two workers; skipped where the extra is not installed."""
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with running(tmp_path_factory.mktemp("cluster")) as started:
        yield started
