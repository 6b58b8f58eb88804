"""OpenAI's client over servers as they are: what llama.cpp, vLLM, Ollama and others send apart from the protocol is put right.

Calls without an id, arguments as an object or as a string within a string, parallel calls that all have the index 0, a
name repeated in every piece, usage repeated in every piece, choices that are null: each breaks LangChain's merging.
"""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from pydantic import PrivateAttr

_COUNTS = ("prompt_tokens", "completion_tokens", "total_tokens")


class Wire(ChatOpenAI):
    """A chat model of an OpenAI-compatible endpoint whose pieces are put right before they are merged."""

    _pieces: "Pieces" = PrivateAttr(default_factory=lambda: Pieces())

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[ChatGenerationChunk]:
        self._pieces = Pieces()
        yield from super()._stream(*args, **kwargs)

    def _convert_chunk_to_generation_chunk(
        self, chunk: dict[str, Any], default_chunk_class: type, base_generation_info: dict[str, Any] | None
    ) -> ChatGenerationChunk | None:
        put_right = self._pieces.put_right(chunk)
        return super()._convert_chunk_to_generation_chunk(put_right, default_chunk_class, base_generation_info)


class Pieces:
    """The pieces of one answer, in order."""

    def __init__(self) -> None:
        self._calls: list[tuple[Any, str, str]] = []  # of each call: the server's index, its id, its name
        self._counted: dict[str, int] = {}

    def put_right(self, piece: dict[str, Any]) -> dict[str, Any]:
        """The piece as the protocol has it."""
        out = {**piece, "choices": [self._choice(c) for c in piece.get("choices") or []]}
        if usage := piece.get("usage"):
            out["usage"] = self._usage(usage)
        return out

    def _choice(self, choice: dict[str, Any]) -> dict[str, Any]:
        delta = dict(choice.get("delta") or choice.get("message") or {})
        if calls := delta.get("tool_calls"):
            delta["tool_calls"] = [self._call(c) for c in calls if isinstance(c, dict)]
        return {**choice, "delta": delta}

    def _call(self, call: dict[str, Any]) -> dict[str, Any]:
        """A piece of a call, with an id where it begins one, a name there alone, and a place of its own."""
        function = call.get("function") or {}
        name, given, index = function.get("name") or "", call.get("id") or "", call.get("index")
        last = self._calls[-1] if self._calls else None
        same = [i for i, c in enumerate(self._calls) if c[0] == index] if index is not None else []
        repeats = last is not None and last[2] == name and (not given or given == last[1]) and _is_piece(function)
        begins = bool(name) and not (repeats and same)
        if begins:
            self._calls.append((index, given or f"call_{uuid4().hex[:24]}", name))
        place = len(self._calls) - 1 if begins or not same else same[-1]
        return {
            "index": max(place, 0),
            "id": self._calls[place][1] if begins else None,
            "type": "function",
            "function": {"name": name if begins else None, "arguments": _arguments(function.get("arguments"))},
        }

    def _usage(self, usage: dict[str, Any]) -> dict[str, Any]:
        """What was counted since the last piece that told: LangChain adds up, and many servers tell a running sum."""
        out = dict(usage)
        for name in _COUNTS:
            count = int(usage.get(name) or 0)
            out[name] = max(0, count - self._counted.get(name, 0))
            self._counted[name] = max(count, self._counted.get(name, 0))
        details = usage.get("prompt_tokens_details")
        if isinstance(details, dict):
            cached = int(details.get("cached_tokens") or 0)
            out["prompt_tokens_details"] = {**details, "cached_tokens": max(0, cached - self._counted.get("cached", 0))}
            self._counted["cached"] = max(cached, self._counted.get("cached", 0))
        return out


def _is_piece(function: dict[str, Any]) -> bool:
    """Whether arguments are a piece of some, and not whole ones, which a further call of the same tool brings."""
    given = function.get("arguments")
    return not isinstance(given, dict) and not (isinstance(given, str) and given.strip().startswith("{"))


def _arguments(given: Any) -> str:
    """Arguments as a string of JSON: of an object, of a string within a string, of nothing."""
    if given is None:
        return ""
    if not isinstance(given, str):
        return json.dumps(given)
    if given.startswith('"'):
        try:
            inner = json.loads(given)
        except ValueError:
            return given
        return inner if isinstance(inner, str) and inner.lstrip().startswith("{") else given
    return given
