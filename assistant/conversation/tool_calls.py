"""Calls of tools in one turn: each is timed, and no more are made than an answer can need.

Under each message a model is told which whole sentences its evidence fills.
"""

import re
import threading
import time
from collections.abc import Callable
from typing import Any

from langchain.agents.middleware import AgentMiddleware
from langchain_core.messages import ToolMessage

from assistant.bounds import MOST_CALLS
from assistant.evidence.ledger import Ledger
from assistant.statements.catalogue import SAID_ONLY, available
from assistant.writing.builtin_writer import evidence_of

MOST_OFFERED = 40  # whole sentences under a message; a longer list is not read
_SLOT = re.compile(r"^\{([a-z0-9_.]+)\}(?= =)", re.MULTILINE)
REFUSED = "refused"  # marks the message of a call that wasn't made
TOO_MANY = (
    f"too many calls: at most {MOST_CALLS} are made for one answer, and this one was not. Answer from what you have."
)


class ToolCalls(AgentMiddleware):
    """Makes the calls of a turn, writes on each message how long its tool took, and refuses those beyond the most.

    Args:
        limited: Whether a model makes the calls: there is a most, and it is told which whole sentences the evidence
            fills. Code that plans its own calls needs neither.
    """

    def __init__(self, limited: bool = True) -> None:
        super().__init__()
        self.made, self._limited, self._lock = 0, limited, threading.Lock()

    @property
    def left(self) -> int:
        """How many more will be made."""
        return max(0, MOST_CALLS - self.made) if self._limited else 1000

    def wrap_tool_call(self, request: Any, handler: Callable[[Any], Any]) -> Any:
        """Makes a call, or says why not."""
        with self._lock:
            refused = not self.left
            self.made += not refused
        if refused:
            call = request.tool_call
            kept: Any = {"additional_kwargs": {REFUSED: True}, "status": "error"}
            return ToolMessage(TOO_MANY, name=call["name"], tool_call_id=call["id"], **kept)
        start = time.perf_counter()
        result = handler(request)
        if isinstance(result, ToolMessage):
            result.additional_kwargs["ms"] = round((time.perf_counter() - start) * 1000)
            facts, passages, _ = evidence_of(result)
            if self._limited and (said := available(Ledger(facts, passages))):
                # A key that a whole sentence alone may tell stands without the braces of a slot.
                told = _SLOT.sub(lambda m: m[1] if SAID_ONLY.search(m[1]) else m[0], str(result.content))
                result.content = f"{told}\nWhole sentences, each alone: {' '.join(said[:MOST_OFFERED])}"
        return result
