"""The whole arrow: documents in, a timeline out. `build` for collections, `dates` for one text."""

from __future__ import annotations

from timeline.pipeline.assembly import build
from timeline.pipeline.document import Options, Resolved, resolved
from timeline.pipeline.lookup import dates
from timeline.pipeline.opening import remembering
from timeline.pipeline.reviewed import Reviewed, build_reviewed
from timeline.pipeline.summary import Digest, Length, digest
from timeline.pipeline.working import Progress

__all__ = [
    "Digest",
    "Length",
    "Options",
    "Progress",
    "Resolved",
    "Reviewed",
    "build",
    "build_reviewed",
    "dates",
    "digest",
    "remembering",
    "resolved",
]
