"""Importing this readies a process for its work: all that it needs is loaded, and a first document was worked on.

Why at import: what a fork server imports is there in all processes that it makes, and in memory once.
"""

from __future__ import annotations

import gc

from timeline.model.text import Document
from timeline.pipeline.document import Options
from timeline.pipeline.worker import worked
from timeline.read import Blob, read_blob

_FIRST_WORDS = "The old mill burned down on 3 May 1901, and was built again a year later."

for _document in read_blob(Blob("mill.txt", _FIRST_WORDS.encode())):
    assert isinstance(_document, Document)
    worked(_document, Options())
# Why: what is there now stays, and need not be gone through each time that the garbage collector makes its rounds.
gc.freeze()
