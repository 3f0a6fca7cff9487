"""What the mentions of a document mean: anchors, missing years, values with their reasons; and when it was written."""

from timeline.normalise.resolve import resolve, tenses
from timeline.normalise.written import written_between

__all__ = ["resolve", "tenses", "written_between"]
