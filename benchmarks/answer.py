"""How long a person waits: the first sentence and the whole answer of the built-in writer, and the app's start.

    make bench

Runs on the sample, so it needs no network. Times are medians; each is printed beside what it is measured against.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

QUESTIONS = (
    "How strong is the small-cap rotation, and what does David Rosenberg say about it?",
    "Is the Russell 2000 overbought?",
    "Which sectors led, and which lagged?",
    "What is DeSanctis's target for the Russell 2000?",
    "What do bulls and bears say about small caps?",
)
RUNS = 5


def _median(call: Callable[[], float]) -> float:
    return statistics.median(call() for _ in range(RUNS))


def answers(home: Path) -> None:
    """Warm times to the first sentence and to the end, for each question."""
    from assistant.conversation.events import Said
    from assistant.program import Program
    from assistant.settings import read_settings

    program = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))

    def ask(question: str) -> tuple[float, float]:
        start, first = time.perf_counter(), 0.0
        for event in program.ask(question, evidence=program.evidence(), model="builtin"):
            if isinstance(event, Said) and not first:
                first = time.perf_counter() - start
        return first, time.perf_counter() - start

    def lookup(question: str) -> float:
        start = time.perf_counter()
        program.library.search(question, as_of=program.evidence().as_of)
        return time.perf_counter() - start

    print(f"{'question':<60} {'first ms':>9} {'whole ms':>9} {'× search alone':>15}")
    for question in QUESTIONS:
        ask(question)
        runs = [ask(question) for _ in range(RUNS)]
        first, whole = (statistics.median(r[i] for r in runs) for i in (0, 1))
        alone = _median(lambda q=question: lookup(q))  # type: ignore[misc]
        print(f"{question[:60]:<60} {first * 1000:9.0f} {whole * 1000:9.0f} {whole / alone:15.1f}")
    program.close()


def _seconds(code: str, home: Path) -> float:
    environment = os.environ | {
        "FOOTNOTE_HOME": str(home),
        "FOOTNOTE_DATA": "sample",
        "GRADIO_ANALYTICS_ENABLED": "False",
    }
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, capture_output=True)
    return time.perf_counter() - start


def starts(home: Path) -> None:
    """A process that builds the whole app against one that only imports gradio, in turn."""
    build = (
        "from assistant.settings import read_settings; from assistant.program import Program;"
        "from assistant.page.serving.server import build_app; build_app(Program(read_settings()))"
    )
    pairs = [(_seconds(build, home), _seconds("import gradio", home)) for _ in range(RUNS)]
    app, gradio = (statistics.median(p[i] for p in pairs) for i in (0, 1))
    ratio = statistics.median(a / b for a, b in pairs)
    print(
        f"app built {app:.2f} s, import gradio alone {gradio:.2f} s: {app - gradio:.2f} s beyond it, ratio {ratio:.2f}"
    )
    facts = "import sys; from assistant.cli.main import main; main(['facts', 'rut.close'])"
    cold = _median(lambda: _seconds(facts, home))
    bare = _median(lambda: _seconds("import pandas, sqlalchemy", home))
    print(f"footnote facts {cold:.2f} s, import pandas and sqlalchemy alone {bare:.2f} s, ratio {cold / bare:.2f}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FOOTNOTE_NOW"] = "2026-01-22T22:30:00Z"
        answers(Path(folder))
        starts(Path(folder))
