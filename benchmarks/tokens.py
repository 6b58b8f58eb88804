"""What a question costs in tokens: the system prompt, the tools' schemas, and what the tools answer.

    make bench

Questions go through the agent as the built-in writer plans them, over the real bars of ../shared as of 22 January 2026,
or over the sample where they are absent; nothing is fetched. A model that plans otherwise reads otherwise.
"""

import csv
import json
import os
import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime

import numpy as np

from assistant.conversation.events import ToolStep
from assistant.program import Program
from assistant.settings import read_settings
from assistant.writing.prompts import SYSTEM
from tests.real import MARKET, frame, real_symbols
from tools.agent.research import LONGEST
from tools.agent.tools import AGENT_TOOLS
from tools.data.observations import Observation, Observations
from tools.data.store import Store
from tools.macro.figures import SERIES
from tools.universe import UNIVERSE

NOW = datetime(2026, 1, 22, 22, 30, tzinfo=UTC)
QUESTIONS = (
    "How strong is the small-cap rotation?",
    "How strong is the small-cap rotation, and what does David Rosenberg say about it?",
    "Is the Russell 2000 overbought?",
    "Is it stretched?",
    "What would break the rally?",
    "Where is support?",
    "Has breadth confirmed?",
    "What happened after earlier streaks like this?",
    "Which sectors led and does that fit a rotation into value?",
    "Is the Nasdaq lagging?",
    "What is due next week?",
    "What does Rosenberg say about small caps?",
    "Compare IWM with IJR since the start of December",
)


def counter() -> tuple[Callable[[str], int], str]:
    """Counts the tokens of a text, and says by what."""
    try:
        import tiktoken

        encoding = tiktoken.get_encoding("o200k_base")  # fetches its vocabulary where it isn't cached
    except (ImportError, OSError) as error:
        return lambda text: round(len(text) / 4), f"characters / 4: no vocabulary of tiktoken ({type(error).__name__})"
    return lambda text: len(encoding.encode(text)), "tiktoken o200k_base"


def fill(store: Store) -> None:
    """The store as a fetch of the evening leaves it: real bars and latest vintages; symbols not held aren't known."""
    for symbol in real_symbols():
        rows = frame(symbol).loc[: str(NOW.date())].drop(columns="adj_close")
        store.save(symbol, rows, {}, {}, retrieved_at=NOW, settled=np.ones(len(rows), dtype=bool))
    for symbol in {s.symbol for s in UNIVERSE.values()} - set(real_symbols()):
        store.note_failure(symbol, NOW, "SymbolNotFound", f"Yahoo has no symbol {symbol}")
    for series in SERIES:
        with (MARKET / "macro" / f"{series}.csv").open(encoding="utf-8") as lines:
            rows = [(date.fromisoformat(r["date"]), r["value"]) for r in csv.DictReader(lines) if r["value"]]
        held = tuple(Observation(day, float(value)) for day, value in rows if day <= NOW.date())
        store.save_observations(Observations(series, held, NOW), f"fred:{series}")


def schemas() -> str:
    """The tools as an endpoint is told of them."""
    from langchain_core.utils.function_calling import convert_to_openai_tool

    return json.dumps([convert_to_openai_tool(tool) for tool in AGENT_TOOLS])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = "yahoo" if MARKET.exists() else "sample"
        program = Program(read_settings({"FOOTNOTE_HOME": folder, "FOOTNOTE_DATA": data}))
        if data == "yahoo":
            fill(program.store)
        try:
            _measure(program, data)
        finally:
            program.close()


def _measure(program: Program, data: str) -> None:
    count, how = counter()
    system, tools = count(SYSTEM), count(schemas())
    print(f"\ntokens by {how}; data: {data}; system prompt {system:,}, schemas of {len(AGENT_TOOLS)} tools {tools:,}")
    print(f"{'question':<70} {'calls':>6} {'outputs':>8} {'prompt':>8} {'lines':>6}")
    prompts, longest = [], 0
    for question in QUESTIONS:
        evidence = program.evidence(as_of=None if data == "sample" else NOW.date())
        events = program.ask(question, evidence=evidence, model="builtin")
        steps = [e for e in events if isinstance(e, ToolStep) and e.ms is not None]
        calls = count(json.dumps([{"name": s.name, "arguments": s.args} for s in steps]))
        outputs = sum(count(s.text) for s in steps)
        lines = max((len(s.text.splitlines()) for s in steps), default=0)
        prompts.append(system + tools + count(question) + calls + outputs)
        longest = max(longest, lines)
        names = ",".join(s.name for s in steps)
        mark = "!" if lines >= LONGEST else " "
        print(f"{question[:70]:<70} {len(steps):>6} {outputs:>8,} {prompts[-1]:>8,} {lines:>6}{mark} {names}")
    print(f"prompt of the answering call: median {statistics.median(prompts):,.0f}, most {max(prompts):,}")
    print(f"lines of one tool's answer: most {longest}, limit {LONGEST} (! where it was reached: what follows is cut)")


if __name__ == "__main__":
    os.environ["FOOTNOTE_NOW"] = NOW.isoformat()
    main()
