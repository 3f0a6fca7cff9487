"""The same event told twice is one event: evidence in, events out."""

from timeline.merge.apply import Applied, apply
from timeline.merge.cluster import merge, merged, period_of
from timeline.merge.copies import families
from timeline.merge.importance import most, weighed
from timeline.merge.likeness import Sketch, sketch
from timeline.merge.naming import Census, NameCount, Told, named, naming
from timeline.merge.order import in_time
from timeline.merge.proposals import is_put_down, with_proposals
from timeline.merge.stories import Stories
from timeline.merge.years import settle

__all__ = [
    "Applied",
    "Sketch",
    "Stories",
    "Told",
    "apply",
    "families",
    "in_time",
    "is_put_down",
    "merge",
    "most",
    "named",
    "names_of",
    "settle",
    "sketch",
    "weighed",
    "with_proposals",
]
