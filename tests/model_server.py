"""A scripted model on loopback that speaks OpenAI's chat protocol, streaming and tool calls included.

server = ModelServer([Calls(("levels", {"subjects": ["rut"]})), Text("The Russell 2000 closed at {rut.close}.")])
Each request takes the next reply; what was asked is kept in ``server.requests``.
"""

import json
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Text:
    """A reply in words, streamed a few characters at a time.

    Attributes:
        cut: Break the stream off half way.
        end: What it says of why it ended.
        pause: Seconds before each piece.
        stall: After this many pieces send nothing more than keep-alives, until the client goes.
        cached: Tokens of the prompt that it had cached.
    """

    text: str
    cut: bool = False
    end: str = "stop"
    pause: float = 0.0
    stall: int | None = None
    cached: int = 0


class Calls:
    """A reply that calls tools: ``Calls((name, args), …)``; truncated breaks its arguments off."""

    def __init__(self, *calls: tuple[str, dict[str, Any]], truncated: bool = False) -> None:
        self.calls, self.truncated = calls, truncated

    def arguments(self, args: dict[str, Any]) -> str:
        whole = json.dumps(args)
        return whole[: len(whole) // 2] if self.truncated else whole


@dataclass(frozen=True)
class Status:
    """A refusal, with a Retry-After where one is given; a whole body takes the place of message and error."""

    code: int
    message: str = "refused"
    error: str = "x"
    retry_after: str | None = None
    body: str = ""


@dataclass(frozen=True)
class Raw:
    """A stream of just these bytes."""

    body: bytes


@dataclass(frozen=True)
class Reset:
    """The connection is dropped without an answer."""


@dataclass(frozen=True)
class Silence:
    """Nothing is answered until the client goes."""


Reply = Text | Calls | Status | Raw | Reset | Silence


class ModelServer:
    """Serves replies in order, or those chosen by what is asked, on a free loopback port until closed."""

    def __init__(
        self, replies: Sequence[Reply] | Callable[[dict[str, Any]], Reply], refuse: Sequence[str] = ()
    ) -> None:
        self.requests: list[dict[str, Any]] = []
        self.asked: list[float] = []  # when each request came
        self.gone: list[float] = []  # when a client went before its answer was whole, by time.monotonic
        self._choose = replies if callable(replies) else None
        self._replies = [] if callable(replies) else list(replies)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                if refused := next((name for name in refuse if name in body), None):
                    return self._refuse(Status(400, f"Unsupported parameter: '{refused}'"))
                outer.requests.append(body)
                outer.asked.append(time.perf_counter())
                if outer._choose:
                    reply = outer._choose(body)
                else:
                    reply = outer._replies.pop(0) if outer._replies else Status(500, "no reply is left in the script")
                try:
                    self._reply(reply, stream=bool(body.get("stream")))
                except OSError:
                    outer.gone.append(time.monotonic())
                    self.close_connection = True

            def _reply(self, reply: Reply, stream: bool) -> None:
                if isinstance(reply, Status):
                    self._refuse(reply)
                elif isinstance(reply, Reset):
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
                elif isinstance(reply, Silence):
                    self._wait()
                elif isinstance(reply, Raw) or stream:
                    self._stream(reply)
                else:
                    self._send(200, "application/json", json.dumps(_whole(reply)).encode())

            def _refuse(self, reply: Status) -> None:
                error = {"error": {"message": reply.message, "type": reply.error, "code": reply.error}}
                body = (reply.body or json.dumps(error)).encode()
                self._send(reply.code, "application/json", body, reply.retry_after)

            def _send(self, code: int, kind: str, body: bytes, retry_after: str | None = None) -> None:
                self.send_response(code)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                if retry_after:
                    self.send_header("retry-after", retry_after)
                self.end_headers()
                self.wfile.write(body)

            def _wait(self) -> None:
                """Until the client goes, for half a minute at most."""
                self.connection.settimeout(30)
                if self.connection.recv(1) == b"":
                    raise OSError("the client went")

            def _stream(self, reply: Text | Calls | Raw) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/event-stream")
                self.send_header("connection", "close")
                self.end_headers()
                self.close_connection = True
                if isinstance(reply, Raw):
                    self.wfile.write(reply.body)
                    return
                chunks = _chunks(reply)
                text = reply if isinstance(reply, Text) else Text("")
                for i, chunk in enumerate(chunks[: len(chunks) // 2] if text.cut else chunks):
                    if i == text.stall:
                        self._keep_alive()
                    time.sleep(text.pause)
                    self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
                    self.wfile.flush()
                if not text.cut:
                    self.wfile.write(b"data: [DONE]\n\n")

            def _keep_alive(self) -> None:
                for _ in range(600):
                    time.sleep(0.05)
                    self.wfile.write(b": still here\n\n")
                    self.wfile.flush()

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _message(reply: Text | Calls) -> dict[str, Any]:
    if isinstance(reply, Text):
        return {"role": "assistant", "content": reply.text}
    calls = [
        {"id": f"call_{i}", "type": "function", "function": {"name": n, "arguments": reply.arguments(a)}}
        for i, (n, a) in enumerate(reply.calls)
    ]
    return {"role": "assistant", "content": None, "tool_calls": calls}


def _whole(reply: Text | Calls) -> dict[str, Any]:
    end = "stop" if isinstance(reply, Text) else "tool_calls"
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "message": _message(reply), "finish_reason": end}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }


def _chunks(reply: Text | Calls) -> list[dict[str, Any]]:
    def chunk(delta: dict[str, Any], end: str | None = None) -> dict[str, Any]:
        return {
            "id": "x",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "scripted",
            "choices": [{"index": 0, "delta": delta, "finish_reason": end}],
        }

    out = [chunk({"role": "assistant", "content": ""})]
    if isinstance(reply, Text):
        out += [chunk({"content": reply.text[i : i + 7]}) for i in range(0, len(reply.text), 7)]
        out.append(chunk({}, reply.end))
    else:
        for i, call in enumerate(_message(reply)["tool_calls"]):
            arguments = call["function"]["arguments"]
            out.append(
                chunk(
                    {
                        "tool_calls": [
                            {
                                "index": i,
                                "id": call["id"],
                                "type": "function",
                                "function": {"name": call["function"]["name"], "arguments": ""},
                            }
                        ]
                    }
                )
            )
            out += [
                chunk({"tool_calls": [{"index": i, "function": {"arguments": arguments[j : j + 9]}}]})
                for j in range(0, len(arguments), 9)
            ]
        out.append(chunk({}, "tool_calls"))
    usage = chunk({})
    usage["choices"], usage["usage"] = [], {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    usage["usage"]["prompt_tokens_details"] = {"cached_tokens": reply.cached if isinstance(reply, Text) else 0}
    return [*out, usage]
