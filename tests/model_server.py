"""A scripted model on loopback that speaks OpenAI's chat protocol, streaming and tool calls included.

server = ModelServer([Calls(("levels", {"subjects": ["rut"]})), Text("The Russell 2000 closed at {rut.close}.")])
Each request takes the next reply; what was asked is kept in ``server.requests``.
"""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Text:
    """A reply in words, streamed a few characters at a time; ``cut`` breaks the stream off half way."""

    text: str
    cut: bool = False


class Calls:
    """A reply that calls tools: ``Calls((name, args), …)``."""

    def __init__(self, *calls: tuple[str, dict[str, Any]]) -> None:
        self.calls = calls


@dataclass(frozen=True)
class Status:
    """A refusal."""

    code: int
    message: str = "refused"


Reply = Text | Calls | Status


class ModelServer:
    """Serves replies in order, or those chosen by what is asked, on a free loopback port until closed."""

    def __init__(self, replies: Sequence[Reply] | Callable[[dict[str, Any]], Reply]) -> None:
        self.requests: list[dict[str, Any]] = []
        self._choose = replies if callable(replies) else None
        self._replies = [] if callable(replies) else list(replies)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                outer.requests.append(body)
                reply: Reply
                if outer._choose:
                    reply = outer._choose(body)
                else:
                    reply = outer._replies.pop(0) if outer._replies else Status(500, "no reply is left in the script")
                if isinstance(reply, Status):
                    self._send(
                        reply.code,
                        "application/json",
                        json.dumps({"error": {"message": reply.message, "type": "x", "code": "x"}}).encode(),
                    )
                elif body.get("stream"):
                    self._stream(reply)
                else:
                    self._send(200, "application/json", json.dumps(_whole(reply)).encode())

            def _send(self, code: int, kind: str, body: bytes) -> None:
                self.send_response(code)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _stream(self, reply: Text | Calls) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/event-stream")
                self.send_header("connection", "close")
                self.end_headers()
                chunks = _chunks(reply)
                cut = isinstance(reply, Text) and reply.cut
                for chunk in chunks[: len(chunks) // 2] if cut else chunks:
                    self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
                    self.wfile.flush()
                self.close_connection = True
                if not cut:
                    self.wfile.write(b"data: [DONE]\n\n")

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
        {"id": f"call_{i}", "type": "function", "function": {"name": n, "arguments": json.dumps(a)}}
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
        out.append(chunk({}, "stop"))
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
    return [*out, usage]
