"""What a tool's message carries beside its text: how long it took, and the whole sentences that its evidence fills."""

import time
from collections.abc import Callable
from typing import Any

from langchain.agents.middleware import AgentMiddleware
from langchain_core.messages import ToolMessage

from assistant.evidence.ledger import Ledger
from assistant.statements.catalogue import available
from assistant.writing.builtin_writer import evidence_of

MOST_OFFERED = 40  # of a message; a longer list is not read


class ToolMessages(AgentMiddleware):
    """Completes each tool's message.

    Args:
        offers: Whether the whole sentences that its evidence fills are listed under it, for a model to choose from.
    """

    def __init__(self, *, offers: bool) -> None:
        super().__init__()
        self._offers = offers

    def wrap_tool_call(self, request: Any, handler: Callable[[Any], Any]) -> Any:
        start = time.perf_counter()
        result = handler(request)
        if isinstance(result, ToolMessage):
            result.additional_kwargs["ms"] = round((time.perf_counter() - start) * 1000)
            facts, passages, _ = evidence_of(result)
            if self._offers and (said := available(Ledger(facts, passages))):
                result.content = f"{result.content}\nWhole sentences, each alone: {' '.join(said[:MOST_OFFERED])}"
        return result
