"""The eleven sector funds over a day, five sessions and the year: three panels side by side, one row a sector."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.charts.chart import Chart, is_simulated, short_name
from assistant.charts.style import GREEN, GRID, INK, RED, axis, layout, plot
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import say, shown, text, text_or
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.universe import UNIVERSE

HORIZONS = ("1d", "5d", "ytd")
ROW = 25  # pixels
NAMES, GUTTER = 92, 0.03
HEADS = 20  # pixels for the heads of the panels


@dataclass(frozen=True)
class Sectors(Chart):
    """The sectors' returns.

    Attributes:
        rows: Each fund's key and its returns over the horizons, the best of the year first.
    """

    rows: tuple[tuple[str, tuple[Fact, ...]], ...]

    def figure(self) -> Any:
        names = [sector_name(key, self.language) for key, _ in self.rows]
        panels = [_panel(n, names, [facts[n] for _, facts in self.rows], self.language) for n in range(len(HORIZONS))]
        notes = [title for _, _, title in panels]
        frame = layout(self.title, self.subtitle, ROW * len(names), (NAMES, 4), notes, hovermode="closest")
        margin = frame["margin"]
        frame |= {"margin": {**margin, "b": 12, "t": margin["t"] + HEADS}, "height": frame["height"] + HEADS - 26}
        rows = axis(
            showgrid=False, range=[len(names) - 0.5, -0.5], tickvals=list(range(len(names))), ticktext=names,
            tickfont={"color": INK, "size": 12.5},
        )  # fmt: skip
        for note in frame["annotations"][:2]:
            note["yshift"] += HEADS
        for n, (_, across, _) in enumerate(panels, 1):
            end = "" if n == 1 else str(n)
            frame[f"xaxis{end}"] = across
            frame[f"yaxis{end}"] = {**rows, "anchor": f"x{end}", "showticklabels": n == 1}
        return plot([trace for traces, _, _ in panels for trace in traces], {**frame, "bargap": 0.42})


def _panel(
    n: int, names: Sequence[str], facts: Sequence[Fact], language: Language
) -> tuple[list[dict[str, Any]], dict[str, Any], Any]:
    """Bars, and the figures in a column of their own at the right, so that none stands on a bar."""
    values = [float(f.value) * 100 for f in facts]
    low, high = min(0.0, *values), max(0.0, *values)
    width = (high - low) or 1.0
    whole = 1 / len(HORIZONS)
    ends = [n * whole + (GUTTER if n else 0), (n + 1) * whole]
    on = {"xaxis": f"x{n + 1 if n else ''}", "yaxis": f"y{n + 1 if n else ''}"}
    places, figures = list(range(len(names))), [f.display.removesuffix(" %") for f in facts]
    hover = [
        text("sectors-point", language, sector=name, move=shown(f, language), day=f.as_of)
        for name, f in zip(names, facts, strict=True)
    ]
    bars = {
        "type": "bar", "orientation": "h", "x": values, "y": places, "customdata": hover, **on,
        "marker": {"color": [GREEN if v >= 0 else RED for v in values]},
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip
    edge = high + width * 0.95
    column = {
        "type": "scatter", "mode": "text", "x": [edge] * len(names), "y": places, "text": figures, "hoverinfo": "skip",
        "textposition": "middle left", "textfont": {"color": INK, "size": 12}, "cliponaxis": False, **on,
    }  # fmt: skip
    across = axis(
        domain=ends, range=[low - width * 0.04, edge], showgrid=False, showticklabels=False, zeroline=True,
        zerolinecolor=GRID, zerolinewidth=1.5, anchor=on["yaxis"],
    )  # fmt: skip
    title = {
        "text": text(f"sectors-{HORIZONS[n]}", language), "x": ends[1], "xref": "paper", "xanchor": "right",
        "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, "font": {"color": INK, "size": 12},
    }  # fmt: skip
    return [bars, column], across, title


def sector_name(key: str, language: Language) -> str:
    """A sector's name without its symbol, short enough for a narrow screen."""
    return text_or(f"sectors-short-{key.removeprefix('sector.')}", language, _full(key, language))


def _full(key: str, language: Language) -> str:
    return re.split(r" \(|（", short_name(key, language))[0].removesuffix("板块")


def sectors(catalogue: Catalogue, language: Language = "en") -> Sectors | None:
    """The chart; None where no sector has a return over every horizon."""
    rows = []
    for key in UNIVERSE:
        if key.startswith("sector."):
            facts = [catalogue.get(f"{key}.return_{h}") for h in HORIZONS]
            held = tuple(f for f in facts if f)
            if len(held) == len(HORIZONS):
                rows.append((key, held))
    if not rows:
        return None
    rows.sort(key=lambda row: -float(row[1][-1].value))
    heading, subtitle = text("sectors-chart-heading", language), text("sectors-subtitle", language)
    said = tuple(_said(catalogue, rows, language))
    return Sectors(heading, subtitle, said, is_simulated(catalogue), tuple(rows), language=language)


def _said(catalogue: Catalogue, rows: list[tuple[str, tuple[Fact, ...]]], language: Language) -> list[Part]:
    each: list[Part] = []
    for n, horizon in enumerate(HORIZONS):
        up = catalogue.get(f"sectors.advancers_{horizon}")
        order = sorted(rows, key=lambda row: float(row[1][n].value))
        worst, best = order[0], order[-1]
        each += say(
            "sectors-said-over", language, over={"1d": "d1", "5d": "d5"}.get(horizon, horizon),
            up=say("sectors-said-up", language, up=up, of=_of(up, language)) if up else "",
            best=_full(best[0], language), first=best[1][n], worst=_full(worst[0], language), last=worst[1][n],
        )  # fmt: skip
    every = [say("sectors-each", language, sector=_full(key, language), move=facts[-1]) for key, facts in rows]
    told = every[0]
    for one in every[1:]:
        told = say("sectors-next", language, before=told, next=one)
    return say("sectors-said", language, each=each, all=told)


def _of(up: Fact, language: Language) -> str:
    """Of how many a count is, where not of all eleven."""
    if up.reading is None:
        return text("sectors-of-them", language)
    return text("sectors-of", language, n=up.reading.removeprefix("of "))
