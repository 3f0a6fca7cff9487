"""What need not be worked out again. In: documents, options, a memory. Out: the results that are known already.

A document's result depends on the document (its text, its own date, all that its reader found), the options and the
code; a file's documents on its bytes and how it is read. Those make the keys.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol

from timeline.pipeline.document import Options, kept_options
from timeline.pipeline.worker import Parts

if TYPE_CHECKING:
    from timeline.model.decision import Decision
    from timeline.pipeline.gathering import Gathered


class Known(Protocol):
    """Something that keeps results by key (`timeline.store.memory.Memory`)."""

    def get(self, key: str) -> Any:
        """What was kept under a key, or None."""

    def put(self, key: str, value: object) -> None:
        """Keeps a result."""


def recall(mark: bytes, options: Options, known: Known) -> Parts | None:
    """What the document with this hash gave before; None where it was not worked on, or by other code or options."""
    told = known.get(_key(mark, options))
    return Parts(*told) if told is not None else None


def remember(mark: bytes, options: Options, result: Parts, known: Known) -> None:
    """Keeps what the document with this hash gave."""
    known.put(_key(mark, options), tuple(result))


def mark_of(gathered: Gathered, options: Options, decisions: Iterable[Decision], others: object) -> str:
    """What all of a build depends on: its documents and what failed of them, the options, people's decisions, others.

    Not on the number of workers, and not on the time that they are given.
    """
    from timeline.store.memory import key_of

    documents = hashlib.sha256()
    for mark in gathered.marks():
        documents.update(mark)
    told = gathered.failures, gathered.skipped, gathered.rules, kept_options(options), options.top, others
    return key_of("made", documents.digest(), *told, *decisions)


def _key(mark: bytes, options: Options) -> str:
    from timeline.store.memory import key_of

    return key_of("work", mark, options.published, options.language, options.all_parts)
