"""Servers as they are: pieces of a stream that depart from the protocol in known ways are put right before they are merged."""

import json
from typing import Any

import pytest

from assistant.writing.wire import Pieces

ARGS = {"subjects": ["rut"]}
WHOLE = json.dumps(ARGS)


def call(name: str | None, arguments: Any, **rest: Any) -> dict[str, Any]:
    return {"function": {"name": name, "arguments": arguments}, **rest}


def merged(pieces: list[list[dict[str, Any]]]) -> list[tuple[str, Any]]:
    """What calls come of pieces when merged as LangChain merges them: by index, strings put together."""
    held: dict[int, dict[str, str]] = {}
    put = Pieces()
    for calls in pieces:
        out = put.put_right({"choices": [{"index": 0, "delta": {"tool_calls": calls}}]})
        for c in out["choices"][0]["delta"]["tool_calls"]:
            one = held.setdefault(c["index"], {"id": "", "name": "", "arguments": ""})
            one["id"] += c["id"] or ""
            one["name"] += c["function"]["name"] or ""
            one["arguments"] += c["function"]["arguments"]
    assert all(c["id"] for c in held.values())
    assert len({c["id"] for c in held.values()}) == len(held)
    return [(c["name"], json.loads(c["arguments"] or "{}")) for c in held.values()]


@pytest.mark.parametrize(
    ("pieces", "wanted"),
    [
        pytest.param([[call("levels", "", id="a", index=0)], [call(None, WHOLE[:5], index=0)], [call(None, WHOLE[5:], index=0)]], [("levels", ARGS)], id="as the protocol has it"),
        pytest.param([[call("levels", WHOLE, id=None, index=0)]], [("levels", ARGS)], id="no id"),
        pytest.param([[call("levels", WHOLE, index=0)]], [("levels", ARGS)], id="id absent"),
        pytest.param([[call("levels", ARGS, id="a", index=0)]], [("levels", ARGS)], id="arguments an object"),
        pytest.param([[call("levels", json.dumps(WHOLE), id="a", index=0)]], [("levels", ARGS)], id="arguments a string in a string"),
        pytest.param([[call("levels", None, id="a", index=0)]], [("levels", {})], id="no arguments"),
        pytest.param([[call("levels", WHOLE, id="a", index=0)], [call("views", WHOLE, id="b", index=0)]], [("levels", ARGS), ("views", ARGS)], id="parallel calls all of index 0"),
        pytest.param([[call("levels", WHOLE, index=0)], [call("levels", WHOLE, index=0)]], [("levels", ARGS)] * 2, id="one tool twice, no ids, all of index 0"),
        pytest.param([[call("levels", WHOLE, id="a"), call("views", WHOLE, id="b")]], [("levels", ARGS), ("views", ARGS)], id="no index"),
        pytest.param([[call("levels", "", id="a", index=0)], [call("levels", "", id="a", index=0)], [call(None, WHOLE, index=0)]], [("levels", ARGS)], id="the name repeated"),
    ],
)  # fmt: skip
def test_calls_are_merged_into_what_was_meant(
    pieces: list[list[dict[str, Any]]], wanted: list[tuple[str, Any]]
) -> None:
    assert merged(pieces) == wanted


def test_a_running_count_of_tokens_is_counted_once() -> None:
    put = Pieces()
    told = [
        put.put_right({"choices": [], "usage": {"prompt_tokens": 100, "completion_tokens": n, "total_tokens": 100 + n}})
        for n in (1, 2, 5)
    ]
    assert sum(t["usage"]["prompt_tokens"] for t in told) == 100
    assert sum(t["usage"]["completion_tokens"] for t in told) == 5


@pytest.mark.parametrize("piece", [{"choices": None}, {}, {"choices": []}, {"choices": [{"delta": None}]}])
def test_pieces_without_content_are_none(piece: dict[str, Any]) -> None:
    assert Pieces().put_right(piece)["choices"] in ([], [{"delta": {}}])
