"""How a page is made, as its author asks for it. In: names. Out: PageOptions, all of it known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from timeline.errors import InputError

PlotlyJs = Literal["inline", "cdn", "directory"]
"""plotly.js in the page, from its makers' address, or in a file beside the page."""

DateStyle = Literal["reader", "day", "month", "iso"]
"""As the reader's language has it; 7 Oct 2023; Oct 7, 2023; 2023-10-07."""


Language = Literal["reader", "en", "de", "fr", "es", "ru"]
"""The reader's, where the page has it, else English; or the one that the author chose."""

LANGUAGES = tuple(name for name in get_args(Language) if name != "reader")
"""The languages that the page's own words are in: one file for each in `web/words`."""


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How a page is made. `embed`: without its header, for a frame in another page; `drawn`: as a picture only.

    Raises InputError for a name that is not known.
    """

    plotlyjs: PlotlyJs = "inline"
    dates: DateStyle = "reader"
    language: Language = "reader"
    embed: bool = False
    drawn: Literal["png", "svg"] | None = None

    def __post_init__(self) -> None:
        for what, name, names in (
            ("way to carry plotly.js", self.plotlyjs, get_args(PlotlyJs)),
            ("style of dates", self.dates, get_args(DateStyle)),
            ("language of the page", self.language, get_args(Language)),
        ):
            if name not in names:
                raise InputError(f"unknown {what}: {name!r}; there are: {', '.join(names)}")


USUAL_PAGE = PageOptions()
"""All in one file, dates as the reader writes them."""
