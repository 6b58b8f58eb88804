"""What the agent may call."""

from langchain_core.tools import BaseTool

from tools.agent.market import (
    base_rates,
    check,
    due,
    levels,
    measure,
    momentum,
    price_levels,
    rotation,
    sectors,
    volatility,
)
from tools.agent.views import targets, track_record, view_history, views

AGENT_TOOLS: list[BaseTool] = [
    measure, levels, rotation, momentum, price_levels, sectors, volatility, base_rates, due, check,
    views, view_history, track_record, targets,
]  # fmt: skip
