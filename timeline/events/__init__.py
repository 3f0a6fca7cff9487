"""What happened on a date: resolutions in, evidence out."""

from timeline.events.fate import fate_of
from timeline.events.passage import evidence

__all__ = ["evidence", "fate_of"]
