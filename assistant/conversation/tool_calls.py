"""Calls of tools in one turn: each is timed, and no more are made than an answer can need.

Under each message a model is told which whole sentences its evidence fills.
"""

import re
import threading
import time
from collections.abc import Callable
from typing import Any

from langchain.agents.middleware import AgentMiddleware
from langchain_core.messages import AIMessage, ToolMessage

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
        self._limited, self._lock = limited, threading.Lock()
        self._admitted: dict[str, list[Any]] = {}  # ids of the calls made, by the id of the message that asked for them

    def admitted(self, message: AIMessage) -> list[Any]:
        """The calls of a message that are made: its first, as many as the turn has left; the same when asked again."""
        calls: list[Any] = message.tool_calls
        if not self._limited:
            return calls
        with self._lock:
            made = sum(map(len, self._admitted.values()))
            ids = self._admitted.setdefault(str(message.id), [c["id"] for c in calls[: max(0, MOST_CALLS - made)]])
        return [c for c in calls if c["id"] in ids]

    def wrap_tool_call(self, request: Any, handler: Callable[[Any], Any]) -> Any:
        """Makes a call, or says why not."""
        call = request.tool_call
        asked = next(m for m in reversed(request.state["messages"]) if isinstance(m, AIMessage))
        if call["id"] not in [c["id"] for c in self.admitted(asked)]:
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
