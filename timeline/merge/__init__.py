"""The same event told twice is one event: evidence in, events out."""

from timeline.merge.apply import Applied, apply
from timeline.merge.cluster import merge, merged, period_of
from timeline.merge.copies import families
from timeline.merge.importance import Weighing, most, weighed
from timeline.merge.likeness import Sketch, sketch
from timeline.merge.naming import Census, NameCount, Naming, Told, named, naming
from timeline.merge.order import in_time
from timeline.merge.proposals import is_put_down, with_proposals
from timeline.merge.stories import Stories
from timeline.merge.years import settle

__all__ = [
    "Applied",
    "Census",
    "NameCount",
    "Naming",
    "Sketch",
    "Stories",
    "Told",
    "Weighing",
    "apply",
    "families",
    "in_time",
    "is_put_down",
    "merge",
    "merged",
    "most",
    "named",
    "naming",
    "period_of",
    "settle",
    "sketch",
    "weighed",
    "with_proposals",
]
