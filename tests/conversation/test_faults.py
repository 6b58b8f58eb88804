"""An endpoint that fails in every way known: the question is answered, the reader is told why by whom, nothing is lost."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from assistant.conversation.answer import Answer
from assistant.conversation.events import Said
from assistant.evidence.source import Evidence
from assistant.program import Program
from assistant.statements.words import text
from assistant.writing import endpoint
from tests.model_server import Calls, ModelServer, Raw, Reply, Reset, Silence, Status, Text

Scripted = Callable[..., ModelServer]
LEVELS = Calls(("levels", {"subjects": ["rut", "spx", "comp"]}))
DRAFT = "The Russell 2000 closed at {rut.close} on 22 January 2026. The S&P 500 rose {spx.return_1d} on the day."
OVERFLOW = Status(400, "This model's maximum context length is 4096 tokens.", "context_length_exceeded")
UNTRUE = "The Nasdaq is up 99 % for the year."
# As llama.cpp's server words them: codes are numbers, kinds its own.
LLAMA_OVERFLOW = Status(400, body='{"error":{"code":400,"message":"request (38920 tokens) exceeds the available context size (16384 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":38920,"n_ctx":16384}}')  # fmt: skip
LLAMA_LOADING = Status(503, body='{"error":{"message":"Loading model","type":"unavailable_error","code":503}}')
LLAMA_KEY = Status(401, body='{"error":{"message":"Invalid API Key","type":"authentication_error","code":401}}')
LLAMA_PATH = Status(404, body='{"error":{"message":"File Not Found","type":"not_found_error","code":404}}')
LLAMA_ROLE = Status(400, body='{"error":{"code":400,"message":"Expected \'content\' to be a string or an array","type":"invalid_request_error"}}')  # fmt: skip
LLAMA_TOOLS = Status(500, body='{"error":{"code":500,"message":"Failed to parse tools: Missing tool function: {\\"type\\":\\"function\\"}; tools = [\\n  {\\n    \\"type\\": \\"function\\"\\n  }\\n]","type":"server_error"}}')  # fmt: skip
CIRCLES = "The Nasdaq is up 99 % for the year. " * 1000
QUICK = endpoint.Limits(first=1.5, idle=1.0, whole=3.0)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses between retries, and a longest draft, that a test can wait for."""
    monkeypatch.setattr("assistant.conversation.draft.LONGEST", 900)
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.01)
    monkeypatch.setattr("openai._base_client.MAX_RETRY_DELAY", 0.05)


def _ask(program: Program, evidence: Evidence, question: str = "How is the Russell 2000?", **more: Any) -> Answer:
    answer = list(program.ask(question, evidence=evidence, model="scripted", **more))[-1]
    assert isinstance(answer, Answer)
    return answer


def _assert_the_built_in_writer_finished(answer: Answer, said: str) -> None:
    told = [w for w in answer.warnings if said in w and "built-in writer answered instead" in w]
    assert told, answer.warnings
    assert "\n" not in told[0]
    assert "Traceback" not in told[0]
    assert "sk-test" not in answer.markdown()
    assert answer.model == "builtin"
    assert "2,718.77" in answer.markdown()


def _until(happened: Callable[[], object]) -> bool:
    """Waits for what happens in another thread, ten seconds at most."""
    for _ in range(500):
        if happened():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize(
    ("name", "replies", "said"),
    [
        ("wrong key", [Status(401)], "rejected the key (401)"),
        ("no such model", [Status(404)], "no such model (404)"),
        ("rate limit that stays", [Status(429)] * 3, "asks to wait (429)"),
        ("server error that stays", [Status(503)] * 3, "answered 503"),
        ("connection reset, thrice", [Reset()] * 3, "can't be reached, or broke off"),
        ("round in circles", [LEVELS, Text(CIRCLES), Text(CIRCLES)], "went on without end"),
        ("round in circles without a full stop", [LEVELS, *[Text("the Nasdaq is up 99 % and " * 1000)] * 2], "went on without end"),
        ("round in circles while it chooses", [Text(""), Text(CIRCLES)], "went on without end"),
        ("stream cut", [LEVELS, Text(DRAFT, cut=True)], "stream broke off"),
        ("malformed stream", [LEVELS, Raw(b'data: {"choices": [{"delta": {"con\n\ndata: [DONE]\n\n')], "unreadably"),
        ("no stream at all", [LEVELS, Raw(b"<html>Bad gateway</html>")], "without an answer"),
        ("error inside the stream", [LEVELS, Raw(b'data: {"error": {"message": "CUDA out of memory", "code": 500}}\n\n')], "broke off"),
        ("tools without end", [LEVELS] * 12, "stopped without an answer"),
        ("empty reply", [LEVELS, Text(""), Text("")], "stopped without an answer"),
        ("content filter at the end", [LEVELS, Text(DRAFT, end="content_filter")], "content filter"),
        ("content filter at the start", [Status(400, "The response was filtered", "content_filter")], "content filter"),
        ("context too small, twice", [OVERFLOW, OVERFLOW], "as long a question"),
        ("llama.cpp: context too small, twice", [LLAMA_OVERFLOW] * 2, "as long a question"),
        ("llama.cpp: still loading", [LLAMA_LOADING] * 3, "answered 503: Loading model"),
        ("llama.cpp: wrong key", [LLAMA_KEY], "rejected the key (401)"),
        ("llama.cpp: address without /v1", [LLAMA_PATH], "or has its API elsewhere; check FOOTNOTE_MODEL and"),
        ("llama.cpp: a message that it can't read", [LLAMA_ROLE], "answered 400: Expected 'content' to be a string"),
        ("llama.cpp: tools that it can't read", [LLAMA_TOOLS] * 3, "answered 500"),
        ("nothing true", [LEVELS, Text(UNTRUE), Text("1. DROP"), Text(UNTRUE)], "could be verified"),
    ],
)  # fmt: skip
def test_the_built_in_writer_finishes_and_the_answer_says_why(
    program: Program, evidence: Evidence, scripted: Scripted, name: str, replies: list[Reply], said: str
) -> None:
    scripted(*replies)
    _assert_the_built_in_writer_finished(_ask(program, evidence), said)


@pytest.mark.parametrize(
    ("name", "replies", "said"),
    [
        ("silence", [Silence()] * 3, "did not answer"),
        ("stall in mid-stream behind keep-alives", [LEVELS, Text(DRAFT, stall=5)], "stalled: nothing came for"),
        ("an answer without end", [LEVELS, Text("word " * 170, pause=0.05)], "did not finish within"),
    ],
)
def test_an_endpoint_that_takes_too_long_is_left_and_the_answer_says_so(
    program: Program,
    evidence: Evidence,
    scripted: Scripted,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    replies: list[Reply],
    said: str,
) -> None:
    monkeypatch.setattr(endpoint, "LIMITS", QUICK)
    scripted(*replies)
    _assert_the_built_in_writer_finished(_ask(program, evidence), said)


@pytest.mark.parametrize(
    "replies",
    [
        [Status(429, retry_after="0.05"), LEVELS, Text(DRAFT)],
        [LEVELS, Status(500), Text(DRAFT)],
        [LLAMA_LOADING, LEVELS, LLAMA_LOADING, Text(DRAFT)],
        [Reset(), LEVELS, Reset(), Text(DRAFT)],
        [Calls(("no_such_tool", {"x": 1})), LEVELS, Text(DRAFT)],
        [Calls(("levels", {"subjects": 7})), LEVELS, Text(DRAFT)],
        [Calls(("levels", {"subjects": ["rut", "spx"]}), truncated=True), LEVELS, Text(DRAFT)],
    ],
    ids=["wait", "server error", "model loading", "resets", "unknown tool", "bad arguments", "truncated arguments"],
)
def test_what_passes_is_waited_out_and_the_model_answers(
    program: Program, evidence: Evidence, scripted: Scripted, replies: list[Reply]
) -> None:
    scripted(*replies)
    answer = _ask(program, evidence)
    assert answer.model == "scripted", answer.warnings
    assert len(answer.sentences) == 2
    assert not [w for w in answer.warnings if "built-in" in w]


def test_what_a_model_said_before_it_went_round_in_circles_stands(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    scripted(LEVELS, Text(DRAFT + " " + CIRCLES))
    answer = _ask(program, evidence)
    assert (answer.model, len(answer.sentences)) == ("scripted", 2)
    assert any("went on without end and was cut off" in w for w in answer.warnings)


@pytest.mark.parametrize(("end", "shown"), [("length", 1), ("stop", 2)])
def test_half_a_sentence_at_the_model_s_limit_is_not_judged(
    program: Program, evidence: Evidence, scripted: Scripted, end: str, shown: int
) -> None:
    half = "The Russell 2000 closed at {rut.close} on 22 January 2026. The Russell 2000 is up for the year"
    scripted(LEVELS, Text(half, end=end))
    answer = _ask(program, evidence)
    assert (answer.model, len(answer.sentences)) == ("scripted", shown)
    assert not answer.withheld


def test_a_model_that_goes_round_in_circles_may_still_choose(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    scripted(Text(CIRCLES), Text("The Russell 2000 closed at {rut.close} on 22 January 2026."))
    answer = _ask(program, evidence)
    assert (answer.model, len(answer.sentences)) == ("scripted", 1)
    assert text("turn-chosen", "en") in answer.warnings


def test_a_sentence_is_shown_once_and_saying_it_on_and_on_ends_the_answer(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    scripted(LEVELS, Text("The Russell 2000 closed at {rut.close} on 22 January 2026. " * 500))
    answer = _ask(program, evidence)
    assert (answer.model, len(answer.sentences)) == ("scripted", 1)
    assert any("was cut off" in w for w in answer.warnings)


def test_retry_after_is_honoured(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    scripted(Status(429, retry_after="0.8"), LEVELS, Text(DRAFT))
    begun = time.monotonic()
    answer = _ask(program, evidence)
    assert answer.model == "scripted"
    assert time.monotonic() - begun >= 0.8


def test_a_model_that_takes_no_temperature_or_seed_is_asked_without(
    program: Program, evidence: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ModelServer([LEVELS, Text(DRAFT)], refuse=("temperature",))
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    answer = _ask(program, evidence)
    server.close()
    assert answer.model == "scripted"
    assert "temperature" not in server.requests[0]


def test_a_context_that_overflows_is_tried_once_more_without_the_earlier_turns_and_says_so(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    first = _ask(program, evidence, "How did the S&P 500 do?")  # nothing is scripted: the built-in writer answers
    server = scripted(OVERFLOW, LEVELS, Text(DRAFT))
    answer = _ask(program, evidence, thread=first.thread)
    assert answer.model == "scripted"
    assert any("without the earlier part" in w for w in answer.warnings)
    before, after = server.requests[0]["messages"], server.requests[1]["messages"]
    assert any("S&P 500 do?" in str(m["content"]) for m in before)
    assert not any("S&P 500 do?" in str(m["content"]) for m in after)


def test_stop_cuts_the_endpoint_off_at_once(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    server = scripted(LEVELS, Text(DRAFT + " The VIX is calm." * 200, pause=0.02))
    stop, said = threading.Event(), []
    begun = 0.0
    for event in program.ask("How is the Russell 2000?", evidence=evidence, model="scripted", stop=stop):
        said.append(event)
        if isinstance(event, Said) and not stop.is_set():
            stop.set()
            begun = time.monotonic()
    assert not any(isinstance(event, Answer) for event in said)
    assert _until(lambda: server.gone)
    assert server.gone[0] - begun < 5  # the scripted answer would take over twelve


def test_stop_ends_a_wait_for_the_first_word(program: Program, evidence: Evidence, scripted: Scripted) -> None:
    server = scripted(Silence())
    stop, stopped = threading.Event(), []

    def stop_once_asked() -> None:
        _until(lambda: server.asked)
        stopped.append(time.monotonic())
        stop.set()

    threading.Thread(target=stop_once_asked, daemon=True).start()
    assert not list(program.ask("How is the Russell 2000?", evidence=evidence, model="scripted", stop=stop))
    assert time.monotonic() - stopped[0] < 5  # the limit on a first word is 120
    assert _until(lambda: server.gone)


def test_cached_tokens_and_the_model_s_identity_are_counted(
    program: Program, evidence: Evidence, scripted: Scripted
) -> None:
    scripted(LEVELS, Text(DRAFT, cached=64))
    answer = _ask(program, evidence)
    assert answer.usage == {"input_tokens": 200, "output_tokens": 40, "cached_tokens": 64}
    assert answer.to_json()["identity"] == "scripted"


def test_the_client_s_types_are_built_before_threads_use_them() -> None:
    code = (
        "from assistant.writing.endpoint import endpoint_model; endpoint_model('x');"
        "from openai.types.chat.chat_completion_chunk import ChatCompletionChunk, ChoiceDelta;"
        "print(ChatCompletionChunk.__pydantic_complete__, ChoiceDelta.__pydantic_complete__)"
    )
    env = {k: v for k, v in os.environ.items() if k != "DEFER_PYDANTIC_BUILD"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
