"""What agent and gate add to a model's own stream: a loopback endpoint at a fixed rate, read raw and by Footnote.

    make bench

The same reply is asked for in both ways: first sentence and whole answer, from the moment at which the endpoint was
asked for it, as a difference and a ratio to the raw stream.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from assistant.conversation.events import Said
from assistant.program import Program
from assistant.settings import read_settings
from tests.model_server import Calls, ModelServer, Text

RATE = 40.0  # pieces of seven characters a second
RUNS = 5
REPLY = (
    "The Russell 2000 closed at {rut.close} on 22 January 2026, up {rut.return_1d} on the day. "
    "The Russell 2000 is up {rut.return_ytd} for the year. The S&P 500 is up {spx.return_ytd} for the year. "
    "The Nasdaq Composite is up {comp.return_ytd} for the year."
)
LEVELS = Calls(("levels", {"subjects": ["rut", "spx", "comp"]}))


def raw(server: ModelServer) -> tuple[float, float]:
    """Seconds to the end of the first sentence and of the whole, by OpenAI's own client."""
    import openai

    client = openai.OpenAI(base_url=server.url, api_key="none")
    text, first = "", 0.0
    for chunk in client.chat.completions.create(
        model="x", messages=[{"role": "user", "content": "go"}], stream=True, stream_options={"include_usage": True}
    ):
        text += (chunk.choices[0].delta.content or "") if chunk.choices else ""
        if not first and ". The" in text:  # what follows shows that the sentence has ended
            first = time.perf_counter()
    return first - server.asked[-1], time.perf_counter() - server.asked[-1]


def through(program: Program, server: ModelServer) -> tuple[float, float]:
    """The same through the agent and the gate, for the draft: what went before it, tools and all, is left out."""
    os.environ.update(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="none")
    first = 0.0
    for event in program.ask("How is the Russell 2000?", evidence=program.evidence(), model="x"):
        if isinstance(event, Said) and not first:
            first = time.perf_counter()
    end = time.perf_counter()
    return first - server.asked[-1], end - server.asked[-1]


def main() -> None:
    """Measures in turn and prints medians."""
    os.environ.setdefault("FOOTNOTE_NOW", "2026-01-22T22:30:00Z")
    home = Path(tempfile.mkdtemp())
    program = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))
    text = Text(REPLY, pause=1 / RATE)
    alone: list[tuple[float, float]] = []
    with_gate: list[tuple[float, float]] = []
    for run in range(RUNS + 1):  # the first warms up
        server = ModelServer([text, LEVELS, text])
        one = raw(server)
        other = through(program, server)
        server.close()
        if run:
            alone.append(one)
            with_gate.append(other)
    program.close()
    for i, name in enumerate(("first sentence", "whole answer")):
        a, b = statistics.median(x[i] for x in alone), statistics.median(x[i] for x in with_gate)
        print(
            f"{name:15} raw {a:6.3f} s  through agent and gate {b:6.3f} s  +{1000 * (b - a):5.0f} ms  ratio {b / a:.3f}"
        )


if __name__ == "__main__":
    main()
