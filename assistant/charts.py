"""The rotation chart: how the Russell 2000 has done against the S&P 500, with the current run shaded."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from assistant.evidence import Evidence
from tools.facts import Fact, spell_date

SESSIONS = 250
LINE, INK, GRID, BAND = "#2a78b8", "#757575", "rgba(128,128,128,.22)", "rgba(42,120,184,.16)"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


@dataclass(frozen=True)
class Rotation:
    """What the chart shows.

    Attributes:
        days: Sessions on which both have a close, ascending.
        ratio: Russell 2000 over S&P 500, 100 on the first of them.
        run: The sessions of the run that ends on the last of them; empty where there is none.
        simulated: Whether the closes are the sample's.
    """

    days: list[date]
    ratio: list[float]
    run: tuple[date, ...]
    simulated: bool

    @property
    def title(self) -> str:
        return "Russell 2000 against the S&P 500" + (" (simulated sample)" if self.simulated else "")

    @property
    def subtitle(self) -> str:
        shaded = f"<br>Shaded: {len(self.run)} sessions ahead in a row" if len(self.run) > 1 else ""
        return f"Ratio of closes, {spell_date(self.days[0])} = 100{shaded}"

    @property
    def words(self) -> str:
        """What the chart shows, for those who can't see it."""
        run = f" The last {len(self.run)} sessions, shaded, are those in which the Russell 2000 did better each day."
        return (
            f"{self.title}: the ratio of their closes over {len(self.days)} sessions to {spell_date(self.days[-1])},"
            f" set to 100 on {spell_date(self.days[0])}. It ends at {self.ratio[-1]:.1f}, between a low of"
            f" {self._at(int(np.argmin(self.ratio)))} and a high of {self._at(int(np.argmax(self.ratio)))}."
            + (run if len(self.run) > 1 else "")
        )

    def _at(self, place: int) -> str:
        return f"{self.ratio[place]:.1f} on {spell_date(self.days[place])}"


def rotation(evidence: Evidence) -> Rotation | None:
    """The chart's data; None where either index lacks bars."""
    catalogue = evidence.catalogue
    small, large = catalogue.series("rut"), catalogue.series("spx")
    if small is None or large is None:
        return None
    closes = dict(zip(large.days, large.close, strict=True))
    ratios = ((day, float(c / closes[day])) for day, c in zip(small.days, small.close, strict=True) if day in closes)
    pairs = [(day, ratio) for day, ratio in ratios if np.isfinite(ratio)][-SESSIONS:]
    if len(pairs) < 2:
        return None
    streak: Fact | None = catalogue.get("rut_vs_spx.streak")
    run = streak.dates if streak else ()
    return Rotation([d for d, _ in pairs], [100 * r / pairs[0][1] for _, r in pairs], run, evidence.data == "sample")


def rotation_figure(chart: Rotation) -> Any:
    """The chart as a Plotly figure, on a clear ground so that it stands on light and dark."""
    import plotly.graph_objects as go

    line = {"color": LINE, "width": 1.8}
    hover = "%{x|%d %b %Y}: %{y:.1f}<extra></extra>"
    figure = go.Figure(go.Scatter(x=chart.days, y=chart.ratio, mode="lines", line=line, hovertemplate=hover))
    figure.update_layout(_layout(chart))
    figure.add_hline(y=100, line={"color": INK, "width": 0.7, "dash": "dot"})
    end = {"x": chart.days[-1], "y": chart.ratio[-1], "xanchor": "left", "xshift": 5, "showarrow": False}
    figure.add_annotation(**end, text=f"{chart.ratio[-1]:.1f}", font={"color": LINE, "size": 12})
    if len(chart.run) > 1:
        start = chart.run[0] - timedelta(days=1)
        figure.add_vrect(x0=start, x1=chart.run[-1], fillcolor=BAND, line_width=0, layer="below")
    return figure


def _layout(chart: Rotation) -> dict[str, Any]:
    axis = {
        "gridcolor": GRID,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"color": INK},
        "ticks": "",
        "nticks": 6,
    }
    return {
        "title": {
            "text": chart.title,
            "font": {"size": 15, "color": INK},
            "subtitle": {"text": chart.subtitle, "font": {"size": 12, "color": INK}},
            "x": 0,
            "xanchor": "left",
            "y": 0.96,
            "yanchor": "top",
        },
        "font": {"family": FONT, "size": 12, "color": INK},
        "height": 340,
        "margin": {"l": 36, "r": 44, "t": 78, "b": 28},
        "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hovermode": "x",
        "dragmode": False,  # a finger that scrolls the page shouldn't zoom the chart
        "xaxis": {**axis, "showgrid": False, "tickformat": "%b<br>%Y", "range": [chart.days[0], chart.days[-1]]},
        "yaxis": axis,
    }
