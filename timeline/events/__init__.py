"""What happened on a date: resolutions in, evidence out."""

from timeline.events.fate import counted_only, fate_of
from timeline.events.names import Names, names_in
from timeline.events.passage import evidence
from timeline.events.row import row_evidence

__all__ = ["Names", "counted_only", "evidence", "fate_of", "names_in", "row_evidence"]
