"""What a build keeps beside its outputs, in `.timeline/`: `cache.sqlite`, which can be deleted at any time.

The cache holds the documents' texts as read and where the originals were found. What people decide will stand in
a second, precious file, so that the one may be thrown away and the other never.
"""

from __future__ import annotations

from timeline.store.cache import Cached, read_cache, store_folder, write_cache

__all__ = ["Cached", "read_cache", "store_folder", "write_cache"]
