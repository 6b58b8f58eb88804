"""How all charts look: mid-tones that stand on light and dark, labels on lines, nothing to press.

The page's style sheet makes the text of these colours darker on light and lighter on dark.
"""

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from assistant.charts.chart import Line
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text

BLUE, ORANGE, GREEN, RED, INK = "#2a78b8", "#b8661e", "#2f8a57", "#c2504a", "#757575"
TITLE = "#777777"  # a colour of its own, for the style sheet to know it by
GRID, BAND = "rgba(128,128,128,.22)", "rgba(42,120,184,.16)"
FONT = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei',"
    " 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
)
TITLE_WIDTH, SUBTITLE_WIDTH = 40, 54  # characters that fit on a narrow screen, in the widest of the fonts
CHARACTER, WIDE = 7.1, 12  # pixels of a label's character, likewise, and of a Chinese one
GAP = 14  # pixels between two labels
NO_START = "，。；：、？！）】》”’%"  # what Chinese sets at no beginning of a line


class Label(NamedTuple):
    """A label at a height of the plot.

    Attributes:
        at: On the axis of values.
        text: Short.
        colour: The line's.
    """

    at: float
    text: str
    colour: str


def layout(
    title: str,
    subtitle: str,
    height: int = 230,
    margins: tuple[int, int] = (40, 8),
    notes: Sequence[dict[str, Any]] = (),
    **more: Any,
) -> dict[str, Any]:
    """The layout of a chart.

    Args:
        title: Wrapped to a narrow screen.
        subtitle: Likewise.
        height: Pixels of the plot itself, without titles and dates.
        margins: Pixels at its left and right.
        notes: Annotations.
        more: What differs.
    """
    titles, subtitles = wrapped(title, TITLE_WIDTH), wrapped(subtitle, SUBTITLE_WIDTH)
    under = 12 + 16 * len(subtitles)
    top = under + 6 + 20 * len(titles)
    # Annotations, because Plotly's own title moves about with its number of lines.
    head = {"x": 0, "xref": "paper", "xanchor": "left", "xshift": -margins[0], "y": 1, "yref": "paper"}
    head |= {"yanchor": "bottom", "align": "left", "showarrow": False, "borderpad": 0}
    heads = [
        {**head, "text": "<br>".join(titles), "font": {"size": 15, "color": TITLE}, "yshift": under},
        {**head, "text": "<br>".join(subtitles), "font": {"size": 12, "color": INK}, "yshift": 8},
    ]
    base = {
        "template": {"layout": {}},  # not Plotly's own, which weighs more than the data
        "font": {"family": FONT, "size": 12, "color": INK},
        "height": height + top + 38,
        "margin": {"l": margins[0], "r": margins[1], "t": top, "b": 38},
        "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hovermode": "x",
        "dragmode": False,  # a finger that scrolls the page shouldn't zoom the chart
        "annotations": [*heads, *notes],
    }
    return {**base, **more}


def wrapped(words: str, width: int) -> list[str]:
    """Words in lines of a width; Chinese, which has no spaces, breaks between any two of its characters."""
    if not any(_is_wide(c) for c in words):
        return textwrap.wrap(words, width)
    pieces = re.findall(rf"(?:[\x21-\x7e−·–’]+ ?|.)[{NO_START}]* ?", words)
    widest = _lines(pieces, width)
    narrower = (_lines(pieces, narrow) for narrow in range(width // 2, width))
    return next((lines for lines in narrower if len(lines) == len(widest)), widest)  # even: no line of one character


def _lines(pieces: Sequence[str], width: int) -> list[str]:
    lines, line = [], ""
    for piece in pieces:
        if line and columns(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def columns(words: str) -> float:
    """How many characters' room words take; a Chinese one takes that of nearly two."""
    return sum(1.9 if _is_wide(c) else 1 for c in words)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def axis(**more: Any) -> dict[str, Any]:
    """An axis that can't be dragged."""
    plain = {"gridcolor": GRID, "zeroline": False, "fixedrange": True, "automargin": False, "ticks": ""}
    return {**plain, "tickfont": {"color": INK}, **more}


def days_axis(days: Sequence[date], language: Language) -> dict[str, Any]:
    """The axis of sessions."""
    step = "M3" if len(days) > 150 else "M1"
    ends = [days[0], days[-1]]
    return axis(
        showgrid=False,
        tickformat=text("chart-month", language),
        tick0="2020-01-01",
        dtick=step,
        tickangle=0,
        range=ends,
    )


def span(*values: Sequence[float | None], pad: float = 0.06) -> tuple[float, float]:
    """Lowest and highest of the values, with some room."""
    known = [v for row in values for v in row if v is not None]
    room = (max(known) - min(known)) * pad or 1.0
    return min(known) - room, max(known) + room


def hover(language: Language, form: str = ",.2f") -> str:
    """What pointing at a session shows: Plotly's own form of its day and of the value."""
    day = f"%{{x|{text('chart-day', language)}}}"
    return text("chart-point", language, day=day, value=f"%{{y:{form}}}")


def trace(days: Sequence[date], line: Line, colour: str, shown: str, **more: Any) -> dict[str, Any]:
    """A line over sessions."""
    return {
        "type": "scatter", "mode": "lines", "x": days, "y": line.values,
        "line": {"color": colour, "width": 1.8, **more},
        "hovertemplate": f"{shown}<extra>{line.name}</extra>",
    }  # fmt: skip


def beside(labels: Sequence[Label], low: float, high: float, height: int = 230) -> list[dict[str, Any]]:
    """Labels at the right ends of lines, moved apart where they would overlap."""
    return [
        {**_text(label), "x": 1, "xref": "paper", "xanchor": "left", "xshift": 5, "yshift": shift}
        for label, shift in zip(labels, _apart([x.at for x in labels], low, high, height), strict=True)
    ]


def room(labels: Sequence[Label]) -> int:
    """Pixels that the labels at the ends of lines take."""
    pixels = [sum(WIDE if _is_wide(c) else CHARACTER for c in label.text) for label in labels]
    return 10 + round(max(pixels))


def along(
    labels: Sequence[Label], low: float, high: float, under: bool = False, height: int = 230
) -> list[dict[str, Any]]:
    """Labels within the plot at its left, each over its line or under it, moved apart likewise."""
    sign = -1 if under else 1
    places = [low + high - x.at if under else x.at for x in labels]
    return [
        {**_text(label), "x": 0, "xref": "paper", "xanchor": "left", "xshift": 3, "yshift": sign * (shift + 8)}
        for label, shift in zip(labels, _apart(places, low, high, height), strict=True)
    ]


def at_points(points: Sequence[tuple[date, Label]], low: float, high: float, height: int = 230) -> list[dict[str, Any]]:
    """Labels beside points, moved apart among those of one day; left of the last day's, which has no room."""
    last, out = max(day for day, _ in points), []
    for day in sorted({day for day, _ in points}):
        labels = [label for at, label in points if at == day]
        ends = day == last and len({at for at, _ in points}) > 1
        side = {"xanchor": "right", "xshift": -9} if ends else {"xanchor": "left", "xshift": 12}
        for label, shift in zip(labels, _apart([x.at for x in labels], low, high, height), strict=True):
            out.append({**_text(label), "x": day, **side, "yshift": shift + (9 if ends else 0)})
    return out


def _text(label: Label) -> dict[str, Any]:
    font = {"color": label.colour, "size": 12}
    return {"y": label.at, "text": label.text, "font": font, "showarrow": False, "yanchor": "middle", "align": "left"}


def _apart(values: Sequence[float], low: float, high: float, height: int) -> list[float]:
    """How many pixels each label is moved up so that no two are nearer than a line of text."""
    places = [(v - low) / (high - low) * height for v in values]
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    for before, i in pairwise(order):
        moved[i] = max(moved[i], moved[before] + GAP)
    over = max((moved[i] for i in order), default=0) - height
    for after, i in zip([None, *reversed(order)], reversed(order), strict=False):
        limit = height if after is None else moved[after] - GAP
        moved[i] = min(moved[i], limit) if over > 0 else moved[i]
    return [m - p for m, p in zip(moved, places, strict=True)]


def warm() -> None:
    """Loads Plotly, which takes half a second, while something else goes on."""
    import plotly.graph_objects as go

    go.Figure({"data": [{"type": "scatter"}, {"type": "bar"}], "layout": {"annotations": [{}], "shapes": [{}]}})


def plot(traces: Sequence[dict[str, Any]], layout: dict[str, Any]) -> Any:
    """The figure."""
    import plotly.graph_objects as go

    return go.Figure({"data": list(traces), "layout": layout})
