"""What the mentions of a document mean: anchors, missing years, values with their reasons; and when it was written."""

from timeline.normalise.old_style import in_old_style
from timeline.normalise.resolve import resolve
from timeline.normalise.written import contradiction, written_between

__all__ = ["contradiction", "in_old_style", "resolve", "written_between"]
