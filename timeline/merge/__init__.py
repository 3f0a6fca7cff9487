"""The same event told twice is one event: evidence in, events out."""

from timeline.merge.cluster import merge
from timeline.merge.copies import families
from timeline.merge.likeness import Sketch, sketch
from timeline.merge.years import settle

__all__ = ["Sketch", "families", "merge", "settle", "sketch"]
