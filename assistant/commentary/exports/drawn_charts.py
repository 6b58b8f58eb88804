"""Charts drawn without a browser, for files: the same points, titles and words as the page's charts.

The only module that imports Matplotlib.
"""

import io
import itertools
import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.charts import Chart, Rotation, Sectors, Volatility, rotation, sectors, volatility
from assistant.charts.chart import Line
from assistant.charts.sectors import HORIZONS, sector_name
from assistant.charts.style import BLUE, GREEN, INK, ORANGE, RED
from assistant.commentary.exports.chinese_font import FAMILY, font_file
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from tools.facts.catalogue import Catalogue
from tools.facts.volatility import REGIMES

DPI = 170
WIDE, HIGH, ROW = 7.0, 2.7, 0.23  # inches: of a chart, and of a row of the sectors'
GRID = "#d9d4ca"


def charts_of(catalogue: Catalogue, language: Language = "en") -> list[Chart]:
    """The charts that a commentary comes with, those that the data allows, in its language."""
    made = rotation(catalogue, language=language), sectors(catalogue, language), volatility(catalogue, language)
    return [c for c in made if c]


def draw(chart: Chart, form: str) -> bytes:
    """A chart as an image.

    Args:
        chart: One of ``charts_of``.
        form: ``svg``, or ``png`` for where lines can't be scaled.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    fonts = ["DejaVu Sans", *([_chinese()] if chart.language == "zh" else [])]
    with mpl.rc_context({"font.family": fonts, "font.size": 8, "svg.hashsalt": "footnote", "svg.fonttype": "none"}):
        match chart:
            case Sectors():
                figure = Figure(figsize=(WIDE, 0.8 + ROW * len(chart.rows)), layout="constrained")
                _sectors(figure, chart)
            case Rotation():
                figure = Figure(figsize=(WIDE, HIGH), layout="constrained")
                _lines(figure, chart, (chart.ratio, *chart.averages), chart.run, "{:.3f}")
            case Volatility():
                figure = Figure(figsize=(WIDE, HIGH), layout="constrained")
                axes = _lines(figure, chart, (chart.close,), (), "{:.0f}")
                for limit, _ in REGIMES:
                    if math.isfinite(limit):
                        axes.axhline(limit, color=GRID, linewidth=0.8, zorder=0)
            case _:
                raise TypeError(f"{type(chart).__name__} is not drawn to files")
        figure.suptitle(f"{chart.title}\n", x=0.01, ha="left", fontsize=9.5, color="#333333", fontweight="bold")
        figure.text(0.01, 0.985 - 0.2 / figure.get_figheight(), chart.subtitle, va="top", fontsize=7.5, color=INK)
        out = io.BytesIO()
        figure.savefig(out, format=form, dpi=DPI, metadata={"Date": None} if form == "svg" else {"Software": None})
    return out.getvalue()


def _chinese() -> str:
    """The family that has Chinese characters, made known to Matplotlib; its own where the wheel isn't there."""
    from matplotlib import font_manager

    file = font_file()
    if file is None:
        return "sans-serif"
    if FAMILY not in font_manager.fontManager.get_font_names():
        font_manager.fontManager.addfont(file)
    return FAMILY


def _dates(language: Language) -> dict[str, Any]:
    """How the axis of days writes years, months and days, and what stands at a turn and at its end."""
    year, month, day = (text(f"chart-axis-{part}", language) for part in ("year", "month", "day"))
    clock = ["%H:%M", "%H:%M", "%S"]
    return {
        "formats": [year, month, day, *clock],
        "zero_formats": ["", year, month, day, *clock[:2]],
        "offset_formats": ["", year, text("chart-month-of-year", language), *[text("chart-day", language)] * 3],
    }


def svg(chart: Chart) -> str:
    """A chart as an ``<svg>`` element to stand in a page: without a header, and with nothing that is loaded."""
    text = draw(chart, "svg").decode()
    return text[text.index("<svg") :]


def _lines(figure: Any, chart: Rotation | Volatility, lines: Sequence[Line], shaded: Sequence[date], form: str) -> Any:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
    from matplotlib.ticker import FuncFormatter

    axes = figure.add_subplot()
    for held, colour in zip(lines, itertools.cycle((BLUE, ORANGE, GREEN)), strict=False):
        values = [math.nan if v is None else v for v in held.values]
        first = held is lines[0]
        label = held.name + (f" {held.fact.display}" if held.fact.display not in held.name else "")
        axes.plot(
            list(chart.days),
            values,
            color=colour,
            linewidth=1.4 if first else 1,
            linestyle="-" if first else ":",
            label=label,
        )
    if len(shaded) > 1:
        axes.axvspan(shaded[0], shaded[-1], color=BLUE, alpha=0.14, linewidth=0)
    locator = AutoDateLocator()
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, **_dates(chart.language)))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: form.format(v)))
    axes.legend(loc="upper left", frameon=False, fontsize=7.5, ncols=3)
    axes.margins(x=0.01, y=0.12)
    _plain(axes)
    return axes


def _sectors(figure: Any, chart: Sectors) -> None:
    names = [sector_name(key, chart.language) for key, _ in chart.rows]
    panels = figure.subplots(1, len(HORIZONS), sharey=True)
    for n, (axes, horizon) in enumerate(zip(panels, HORIZONS, strict=True)):
        facts = [facts[n] for _, facts in chart.rows]
        values = [float(f.value) * 100 for f in facts]
        axes.barh(range(len(names)), values, height=0.55, color=[GREEN if v >= 0 else RED for v in values])
        low, high = min(0.0, *values), max(0.0, *values)
        width = (high - low) or 1.0
        axes.set_xlim(low - 0.06 * width, high + 0.55 * width)
        for place, fact in enumerate(facts):
            axes.text(high + 0.52 * width, place, fact.display.removesuffix(" %"), ha="right", va="center", fontsize=7)
        axes.set_title(text(f"sectors-{horizon}", chart.language), loc="right", fontsize=7.5, color=INK)
        axes.axvline(0, color=GRID, linewidth=1)
        axes.set_xticks([])
        axes.set_yticks(range(len(names)), names)
        axes.tick_params(length=0)
        _plain(axes)
        axes.spines[["left", "bottom"]].set_visible(False)
    panels[0].invert_yaxis()


def _plain(axes: Any) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(GRID)
    axes.tick_params(colors=INK, labelsize=7.5)
