"""What a model is reminded of: earlier questions and answers as shown, older ones in a line each, within a budget."""

from collections.abc import Callable, Sequence
from typing import Any

from langchain.agents.middleware import AgentMiddleware
from langchain_core.messages import AnyMessage, HumanMessage

from assistant.writing.builtin_writer import ASKED, EARLIER

BUDGET = 1000  # tokens for all earlier turns
CHARACTERS = 4  # a token, about
LINE = 160  # characters an old turn is told in


class Memory(AgentMiddleware):
    """Shortens what stands before this turn's question; the turn itself stays whole.

    Args:
        question: Id of the message that holds the question of this turn.
        budget: Tokens for what stands before it; 0 for nothing.
    """

    def __init__(self, question: str, budget: int = BUDGET) -> None:
        super().__init__()
        self._question, self._budget = question, budget

    def wrap_model_call(self, request: Any, handler: Callable[[Any], Any]) -> Any:
        messages = list(request.messages)
        place = next((i for i, m in enumerate(messages) if m.id == self._question), 0)
        return handler(request.override(messages=[*condensed(messages[:place], self._budget), *messages[place:]]))


def condensed(earlier: Sequence[AnyMessage], budget: int) -> list[AnyMessage]:
    """Earlier messages within a budget: the newest whole while half of it lasts, older ones a line each, the rest gone.

    Args:
        earlier: Questions and answers, oldest first.
        budget: In tokens, taken as four characters each.

    Returns:
        The messages to show; what was shortened stands in one message of its own, as the person's questions.
    """
    room = budget * CHARACTERS
    whole: list[AnyMessage] = []
    rest = list(earlier)
    while rest and sum(len(m.text) for m in (*whole, rest[-1])) <= room // 2:
        whole.insert(0, rest.pop())
    while whole and not isinstance(whole[0], HumanMessage):
        rest.append(whole.pop(0))  # an answer stays with its question
    told: list[str] = []
    for message in reversed(rest):
        line = _line(message)
        if sum(map(len, told)) + len(line) > room // 2:
            break
        told.insert(0, line)
    if not told:
        return whole
    # Earlier questions also as questions: the built-in writer takes from them what a follow-up leaves out.
    return [HumanMessage("\n".join([EARLIER, *told])), *whole]


def _line(message: AnyMessage) -> str:
    text = " ".join(message.text.split())
    short = text if len(text) <= LINE else text[: LINE - 1].rsplit(" ", 1)[0] + "…"
    return f"{ASKED if isinstance(message, HumanMessage) else 'Answered: '}{short}"
