"""Charts: every plotted point is a fact, or was one as of its session; with words for those who can't see it."""

# Plotly is loaded when a figure is made, not before.

from assistant.charts.base_rates import BaseRates, base_rates
from assistant.charts.chart import Chart, Line
from assistant.charts.choose import chart_for
from assistant.charts.price import Price, price
from assistant.charts.rotation import Rotation, rotation
from assistant.charts.sectors import Sectors, sectors
from assistant.charts.strength import Strength, strength
from assistant.charts.style import warm
from assistant.charts.volatility import Volatility, volatility

__all__ = [
    "BaseRates",
    "Chart",
    "Line",
    "Price",
    "Rotation",
    "Sectors",
    "Strength",
    "Volatility",
    "base_rates",
    "chart_for",
    "price",
    "rotation",
    "sectors",
    "strength",
    "volatility",
    "warm",
]
