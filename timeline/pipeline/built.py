"""What `build` gives: a timeline that a notebook shows by itself.

In: the data of a timeline. Out: the same, with its page as HTML and its events as a DataFrame. It is here and not with
the data because that floor knows nothing of pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.model.event import Timeline

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class BuiltTimeline(Timeline):
    """A timeline as built from documents."""

    def to_frame(self) -> pd.DataFrame:
        """A pandas DataFrame of one row for each event. Raises InputError where pandas is not installed."""
        from timeline.export.notebook import frame

        return frame(self)

    def _repr_html_(self) -> str:
        """How a notebook shows it: the page."""
        from timeline.export.notebook import framed

        return framed(self)
