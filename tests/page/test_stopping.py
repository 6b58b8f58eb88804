"""A copy that is stopped takes no more questions, lets those under way be answered, or says that they were cut off."""

import asyncio
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.bounds import BeingStopped, Seats
from assistant.contract import error_document
from assistant.page.ask import Conversation
from assistant.page.serving import server
from assistant.program import Program
from tests.hesitant_model import HESITATE, Model
from tests.page.serving import ROOT, environment
from tests.page.test_interfaces import call
from tests.safety.test_visitors import Asked, _page


@pytest.fixture
def model() -> Iterator[Model]:
    hesitant = Model()
    yield hesitant
    hesitant.close()


def test_an_answer_under_way_is_given_whole_and_a_new_question_is_not_taken(tmp_path: Path, model: Model) -> None:
    process = subprocess.Popen(
        [sys.executable, "app.py"], env=environment(tmp_path, **model.settings), cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    url = process.stdout.readline().split()[3]
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(call, url, "ask", f"Do not {HESITATE}.", "", "scripted", "")
        assert model.asked.wait(60)
        process.send_signal(signal.SIGTERM)
        until = time.monotonic() + 10
        while not (told := httpx.get(f"{url}/readyz", timeout=20).json())["stopping"]:
            assert time.monotonic() < until
            time.sleep(0.1)
        assert told["ready"] is False
        refused = call(url, "ask", "Is the Russell 2000 overbought?", "", "builtin", "")
        assert refused["error"]["kind"] == "BeingStopped"
        model.go.set()
        assert "2,718.77" in asked.result(60)["answer"]
    process.communicate(timeout=40)
    assert process.returncode == -signal.SIGTERM


def test_an_answer_that_takes_too_long_is_cut_off_kept_and_says_so(
    program: Program, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "FINISH_SECONDS", 0.2)
    for name, value in model.settings.items():
        monkeypatch.setenv(name, value)
    asking, _ = _page(program)
    shown = asking.begin(f"Do not {HESITATE}.", None, Asked())  # type: ignore[arg-type]
    talk: Conversation = shown[asking.tab.conversation]
    told: list[Any] = []
    answering = threading.Thread(target=lambda: told.extend(asking.answer("", "scripted", talk)))
    answering.start()
    assert model.asked.wait(60)
    start = time.monotonic()
    asyncio.run(server._let_finish(program, lambda: False))
    assert time.monotonic() - start < 6
    answering.join(10)
    assert "Cut off: Footnote is being stopped" in told[-1]
    asking.finish(talk)
    assert "Cut off" in talk.past[-1]
    begun = asking.begin("And now?", talk, Asked())  # type: ignore[arg-type]
    list(asking.answer("", "builtin", begun[asking.tab.conversation]))
    assert isinstance(begun[asking.tab.conversation].fault, BeingStopped)


def test_nobody_is_waited_for_where_nobody_is_answered(program: Program) -> None:
    start = time.monotonic()
    asyncio.run(server._let_finish(program, lambda: False))
    assert time.monotonic() - start < 0.5
    assert program.seats.closed


def test_closed_seats_are_refused_and_what_was_cut_is_said() -> None:
    seats = Seats(1)
    seats.close()
    with pytest.raises(BeingStopped), seats.taken():
        pass
    assert error_document(BeingStopped())["error"]["message"] == "Footnote is being stopped"  # type: ignore[index]
    assert "cut off" in error_document(BeingStopped(cut=True))["error"]["message"]  # type: ignore[index]
