"""What happens in a turn, as it is told to whoever shows it; and what a turn may bring along from earlier ones."""

from dataclasses import dataclass
from typing import Any

from assistant.conversation.answer import Answer, Sentence
from corpus.document import Passage
from tools.fact import Fact


@dataclass(frozen=True)
class ToolStep:
    """A tool was called (``ms`` is None) or has answered."""

    id: str
    name: str
    args: dict[str, Any]
    ms: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Said:
    """A sentence passed the gate and stands at the end of the answer so far."""

    sentence: Sentence


@dataclass(frozen=True)
class Restarted:
    """What was said so far was no answer yet, or its model failed: it is taken back."""

    why: str


Event = ToolStep | Said | Restarted | Answer


@dataclass(frozen=True)
class Earlier:
    """Evidence of a thread's earlier answers: it may be cited again, a figure of another session only with its date."""

    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
