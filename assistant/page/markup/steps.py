"""The tools that were called for an answer, as markup."""

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from assistant.conversation.events import ToolStep
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text


def steps(done: Iterable[ToolStep], turn: str, language: Language, *, ended: bool) -> str:
    """The tools that were called: what they were asked, how long they took, what they said, each to be opened.

    Args:
        done: The calls, in their order.
        turn: Tells this answer's folds from those of others.
        language: Of the words around them.
        ended: Whether no more are made: they then stand in one line to be opened, and none is said to run.
    """
    called, rows = list(done), []
    for number, step in enumerate(called):
        lines = f'<div class="fn-lines">{"<br>".join(map(escape, step.text.splitlines()))}</div>' if step.text else ""
        rows.append(
            f'<details class="fn-step fn-k-{turn}-{number}"><summary><b>{escape(step.name)}</b> '
            f"{escape(_arguments(step.args))} <i>{escape(_took(step, language, ended))}</i></summary>{lines}</details>"
        )
    inner = f'<div class="fn-steps">{"".join(rows)}</div>' if rows else ""
    if not rows or not ended:
        return inner
    names = ", ".join(dict.fromkeys(step.name for step in called))
    took = sum(step.ms or 0 for step in called) / 1000
    told = escape(text("answer-steps", language, n=len(called), names=names, seconds=f"{took:.1f}"))
    return f'<details class="fn-worked fn-k-{turn}-steps"><summary>{told}</summary>{inner}</details>'


def _took(step: ToolStep, language: Language, ended: bool) -> str:
    if step.ms is not None:
        return text("answer-took", language, ms=str(step.ms))
    return text("answer-cut" if ended else "answer-running", language)


def _arguments(args: dict[str, Any]) -> str:
    """The arguments that tell one call from another, shortened."""
    worth = {k: v for k, v in args.items() if v and not (k == "question" and ("author" in args or "stance" in args))}
    words = [
        ", ".join(map(str, v)) if isinstance(v, list) else v if isinstance(v, str) else json.dumps(v)
        for v in worth.values()
    ]
    told = " · ".join(words)
    return told if len(told) <= 60 else told[:57] + "…"
