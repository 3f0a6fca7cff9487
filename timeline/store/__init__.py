"""Two files beside the outputs: `cache.db`, which can be deleted at any time, and `decisions.db`, which never is.

The cache holds the documents' texts as read, what was found in them, and where the originals were; the other what
people decided.
"""

from __future__ import annotations

from timeline.store.cache import Cached, read_cache, store_folder, write_cache
from timeline.store.decisions import Decisions, decisions_file, open_decisions, read_decisions

__all__ = [
    "Cached",
    "Decisions",
    "decisions_file",
    "open_decisions",
    "read_cache",
    "read_decisions",
    "store_folder",
    "write_cache",
]
