"""The Plotly figure of a published timeline; the one importer of plotly.

In: `schema.Timeline`. Out: a figure that stands alone (in a notebook), the parts of it that the page draws with
(`frame`), and the plotly.js that the plotly package carries (`bundle`).

The page packs its labels again at every zoom, which needs the width of the text on the reader's screen. So the looks
of every mark are said here, once; where the marks go is said here for the figure and in `web/packing.js` for the page.
Day numbers count from 1970-01-01, as in `model.civil`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from timeline.export import schema
from timeline.export.naming import OWN_COLORS, event_names, names_of, shorten, source_colors
from timeline.model.civil import DAY, day_number, iso

if TYPE_CHECKING:
    import plotly.graph_objects as go  # type: ignore[import-untyped, unused-ignore]

Side = Literal["left", "right"]
Shape = Literal["exact", "imprecise", "span", "since", "until"]

PALETTE = ("#4477AA", "#CC6677", "#228833", "#AA7F1F", "#66729C", "#882E72", "#3A9AA8", "#B5523B", "#777777")
"""One colour for each of the first eight sources; the last is for all the others."""

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": False,
    "showSendToCloud": False,  # Why: plotly.js 4 offers a button that uploads the data.
    "scrollZoom": True,
    "doubleClick": False,
    "responsive": False,
    "showTips": False,
}

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif'
FIRST_AXIS_DAY, LAST_AXIS_DAY = day_number(1), day_number(9999, 12, 31)
MILLISECONDS = DAY * 1000
FULL_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)")
LABEL_LENGTH = 40
SYMBOLS: dict[str, str] = {
    "planned": "triangle-right",
    "expected": "triangle-right",
    "hypothetical": "diamond",
    "denied": "circle-x",
}
SAID = {"planned": "Planned: ", "expected": "Expected: ", "denied": "Denied: ", "hypothetical": "Hypothetical: "}
"""What stands before the title of an event that did not simply happen, here as on the page."""

FADES = 28
"""Steps in which a bar with an open side fades out."""


def days(date: schema.Date) -> tuple[int | None, int | None]:
    """The first and last possible day as day numbers, inclusive; None where open."""
    return _day(date.start), _day(date.end)


def shape(date: schema.Date) -> Shape:
    """How a date is drawn: a dot, a hatched bar, a solid bar, or one that fades on its open side."""
    first, last = days(date)
    if date.kind == "since" or (last is None and first is not None):
        return "since"
    if date.kind == "until" or (first is None and last is not None):
        return "until"
    if first is not None and first == last:
        return "exact"
    return "span" if date.kind == "span" else "imprecise"


def figure(published: schema.Timeline) -> go.Figure:
    """The whole timeline, one lane for each source, as a figure that stands alone."""
    import plotly.graph_objects as go  # type: ignore[import-untyped, unused-ignore]

    lanes, marks = _place(published)
    axis = _axis(marks)
    traces = [
        _bars(go, "hit", [], axis, color="rgba(0,0,0,0)"),
        _bars(go, "imprecise", [mark for mark in marks if mark.shape == "imprecise"], axis, hatched=True),
        _bars(go, "span", [mark for mark in marks if mark.shape == "span"], axis),
        _bars(go, "open", [mark for mark in marks if mark.shape in {"since", "until"}], axis, fading=True),
        _dots(go, "exact", [mark for mark in marks if mark.shape == "exact"], axis),
        _texts(go, "label", marks, axis),
        _dots(go, "cluster", [], axis),
        _dots(go, "echo", [], axis),
    ]
    return go.Figure(data=traces, layout=_layout(published.title, lanes, axis, marks))


def frame() -> dict[str, Any]:
    """What the page draws with: the layout and, by trace name, its looks. Lists are data and stay out."""
    nothing = schema.Timeline(title="", sources=(), events=(), undated=(), set_aside=(), failures=())
    plain = figure(nothing).to_plotly_json()
    traces = {trace["name"]: _without_lists(trace) for trace in plain["data"]}
    layout = _without_lists(plain["layout"])
    layout.pop("title", None)
    return {"layout": layout, "traces": traces, "config": CONFIG, "palette": PALETTE, "fades": FADES}


@cache
def bundle() -> str:
    """The plotly.js that the installed plotly package carries."""
    from plotly.offline import get_plotlyjs  # type: ignore[import-untyped, unused-ignore]

    return str(get_plotlyjs())


def bundle_version() -> str:
    """The version of that plotly.js."""
    from plotly.offline import get_plotlyjs_version  # type: ignore[import-untyped, unused-ignore]

    return str(get_plotlyjs_version())


@dataclass(frozen=True, slots=True)
class Mark:
    """An event with its place in the figure: days half-open, `row` counted from the top."""

    event: schema.Event
    shape: Shape
    start: float
    end: float
    row: float
    color: str
    side: Side


@dataclass(frozen=True, slots=True)
class Lane:
    """A source's band of rows."""

    name: str
    top: float
    rows: int


@dataclass(frozen=True, slots=True)
class Axis:
    """How day numbers are written on the time axis. Plotly's date axis has four-digit years of our era only."""

    dated: bool
    start: float
    end: float

    def at(self, day: float) -> str | float:
        """A place on the axis."""
        if not self.dated:
            return 1970 + day / 365.2425
        whole = int(day // 1)
        return f"{iso(whole)} 12:00" if day % 1 else iso(whole)

    def length(self, amount: float) -> float:
        """A length along the axis."""
        return amount * MILLISECONDS if self.dated else amount / 365.2425


def _day(text: str | None) -> int | None:
    found = FULL_DAY.fullmatch(text) if text else None
    return day_number(int(found[1]), int(found[2]), int(found[3])) if found else None


def _place(published: schema.Timeline) -> tuple[list[Lane], list[Mark]]:
    """Lanes in the order of the sources; in each, events go to the first row with room for bar and label."""
    low, high = extent(published.events)
    room = (high - low) * 0.02
    lanes: list[Lane] = []
    marks: list[Mark] = []
    top = 0.0
    for name, place, events in _laned(published):
        rows: list[list[tuple[float, float]]] = []
        for event in events:
            start, end = _bounds(event, low, high)
            label = room * (1 + min(len(event.title), LABEL_LENGTH) / 2.4)
            side: Side = "left" if end + label > high + (high - low) * 0.1 and start - label > low else "right"
            taken = (start - room, end + label) if side == "right" else (start - label, end + room)
            row = next((row for row, others in enumerate(rows) if _free(taken, others)), len(rows))
            if row == len(rows):
                rows.append([])
            insort(rows[row], taken)
            marks.append(Mark(event, shape(event.date), start, end, top + row + 0.5, PALETTE[place], side))
        lanes.append(Lane(name, top, len(rows)))
        top += len(rows) + 0.35
    return lanes, marks


def _laned(published: schema.Timeline) -> list[tuple[str, int, list[schema.Event]]]:
    """Each lane's name, place in the palette and events: sources with a colour of their own, the others, by hand."""
    names, colors = names_of(published), source_colors(published)
    lanes: dict[int, list[schema.Event]] = {}
    held: dict[int, set[str]] = {}
    for event in published.events:
        if event.status == "rejected":
            continue
        name = next(iter(event_names(event, names)), "Added by hand")
        lane = colors.get(name, OWN_COLORS + 1)
        lanes.setdefault(lane, []).append(event)
        held.setdefault(lane, set()).add(name)
    titles = {lane: min(found) if len(found) == 1 else f"{len(found)} other sources" for lane, found in held.items()}
    return [(titles[lane], min(lane, OWN_COLORS), lanes[lane]) for lane in sorted(lanes)]


def _free(taken: tuple[float, float], others: list[tuple[float, float]]) -> bool:
    """Whether a stretch meets none of the others, which are in order and do not meet."""
    place = bisect_left(others, taken)
    after = others[place][0] if place < len(others) else math.inf
    return taken[1] <= after and (place == 0 or others[place - 1][1] <= taken[0])


def extent(events: Iterable[schema.Event]) -> tuple[float, float]:
    """The first and last day that any event may touch (half-open); a year around 1970 where there is none."""
    known = [day for event in events for day in days(event.date) if day is not None]
    return (float(min(known)), float(max(known) + 1)) if known else (0.0, 365.0)


def _bounds(event: schema.Event, low: float, high: float) -> tuple[float, float]:
    first, last = days(event.date)
    return (low if first is None else float(first)), (high if last is None else float(last + 1))


def _axis(marks: list[Mark]) -> Axis:
    start = min((mark.start for mark in marks), default=0.0)
    end = max((mark.end for mark in marks), default=365.0)
    margin = max((end - start) * 0.04, 3.0)
    dated = start - margin >= FIRST_AXIS_DAY and end + margin * 2.5 <= LAST_AXIS_DAY
    return Axis(dated, start - margin, end + margin * 2.5)


def _bars(
    go: Any, name: str, marks: list[Mark], axis: Axis, *, hatched: bool = False, fading: bool = False, color: str = ""
) -> Any:
    colors: Any = color or [mark.color for mark in marks]
    marker: dict[str, Any] = {"color": colors, "line": {"width": 1 if hatched else 0}, "cornerradius": 7}
    if hatched:
        # Why one clear colour: a list of colours here would take the place of the pattern's own.
        stripes = {"fgcolor": colors, "fgopacity": 0.5, "bgcolor": "rgba(128,128,128,0.08)", "fillmode": "replace"}
        marker |= {"color": "rgba(0,0,0,0)", "cornerradius": 3, "line": {"width": 1.2, "color": colors}}
        # What is told as "about" is dotted, what is only not told more exactly is striped.
        dotted: Any = ["." if mark.event.date.approximate else "/" for mark in marks]
        marker["pattern"] = {"shape": dotted or "/", "size": 6, "solidity": 0.28, **stripes}
    if fading:
        marker |= {"opacity": 0.5, "cornerradius": 0}
    return go.Bar(
        name=name,
        orientation="h",
        base=[axis.at(mark.start) for mark in marks],
        x=[axis.length(mark.end - mark.start) for mark in marks],
        y=[mark.row for mark in marks],
        width=0.7 if name == "hit" else 0.54,
        marker=marker,
        text=[hover(mark.event) for mark in marks],
        customdata=[mark.event.id for mark in marks],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _dots(go: Any, name: str, marks: list[Mark], axis: Axis) -> Any:
    return go.Scatter(
        name=name,
        mode="markers+text" if name == "cluster" else "markers",
        x=[axis.at(mark.start + 0.5) for mark in marks],
        y=[mark.row for mark in marks],
        text=[hover(mark.event) for mark in marks],
        customdata=[mark.event.id for mark in marks],
        hovertemplate="%{text}<extra></extra>",
        marker={
            "size": [dot_size(len({item.source for item in mark.event.evidence})) for mark in marks],
            "color": ["#ffffff" if mark.event.status == "candidate" else mark.color for mark in marks],
            "symbol": [symbol(mark.event.factuality) for mark in marks],
            "line": {"color": [mark.color for mark in marks], "width": 2},
            "opacity": 1,
        },
        cliponaxis=True,
        showlegend=False,
    )


def _texts(go: Any, name: str, marks: list[Mark], axis: Axis) -> Any:
    room = (axis.end - axis.start) * 0.008
    return go.Scatter(
        name=name,
        mode="text",
        x=[axis.at(round(mark.end + room if mark.side == "right" else mark.start - room)) for mark in marks],
        y=[mark.row for mark in marks],
        text=[plain_text(shorten(_titled(mark.event), LABEL_LENGTH)) for mark in marks],
        textposition=[f"middle {mark.side}" for mark in marks],
        hoverinfo="skip",
        cliponaxis=True,
        showlegend=False,
    )


def _layout(title: str, lanes: list[Lane], axis: Axis, marks: list[Mark]) -> dict[str, Any]:
    rows = max((lane.top + lane.rows for lane in lanes), default=4)
    return {
        "template": "none",
        "title": {"text": plain_text(shorten(title, 120))},
        "font": {"family": FONT, "size": 12.5},
        "height": 130 + 26 * rows,
        "margin": {"l": 200, "r": 16, "t": 90, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "barmode": "overlay",
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 6,
        "hoverlabel": {"align": "left", "font": {"size": 13, "family": FONT}},
        "showlegend": False,
        "xaxis": {
            "type": "date" if axis.dated else "linear",
            "range": [axis.at(round(axis.start)), axis.at(round(axis.end))],
            "side": "top",
            "zeroline": False,
            "showline": False,
            "ticks": "",
            "fixedrange": False,
            "tickformat": "" if axis.dated else "d",
        },
        "yaxis": {
            "range": [rows + 0.2, -0.15],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickmode": "array",
            "tickvals": [lane.top + lane.rows / 2 for lane in lanes],
            "ticktext": [plain_text(shorten(lane.name, 28)) for lane in lanes],
        },
        "shapes": [
            {
                "type": "rect",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": lane.top - 0.1,
                "y1": lane.top + lane.rows + 0.1,
                "fillcolor": f"rgba(128,128,128,{0.035 if place % 2 else 0.075})",
                "line": {"width": 0},
                "layer": "below",
            }
            for place, lane in enumerate(lanes)
        ],
    }


def dot_size(sources: int) -> float:
    """The diameter of a dot in pixels: it grows with the number of sources."""
    return round(9 + 3 * math.sqrt(max(sources, 1) - 1), 2)


def symbol(factuality: schema.Factuality) -> str:
    """A dot for what happened; an arrow for what is to come, a diamond for what may be, a cross for what is denied."""
    return SYMBOLS.get(factuality, "circle")


def hover(event: schema.Event) -> str:
    """The hover text, in Plotly's little HTML: everything from a document is escaped."""
    quote = next((item.quote for item in event.evidence if item.quote), None)
    lines = [f"<b>{plain_text(event.date.display)}</b>", plain_text(shorten(_titled(event), 90))]
    if quote:
        lines.append(f"<i>{plain_text(shorten(quote, 90))}</i>")
    return "<br>".join(lines)


def _titled(event: schema.Event) -> str:
    return SAID.get(event.factuality, "") + event.title


def plain_text(text: str) -> str:
    """Text that Plotly shows as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _without_lists(value: Any) -> Any:
    """The same without what lies in lists and tuples."""
    if not isinstance(value, dict):
        return value
    return {key: _without_lists(item) for key, item in value.items() if not isinstance(item, (list, tuple))}
