"""The interfaces that other programs use: Gradio's HTTP API and its MCP server, by clients of their own."""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.page.serving import environment, served

CALLS = ("ask", "facts", "measure", "brief", "check", "search")
ARTICLE = "The Russell 2000 closed at 2,718.77 on January 22, 2026. The S&P 500 fell 0.55% on the day."


def call(url: str, name: str, *given: Any, headers: dict[str, str] | None = None, query: str = "") -> dict[str, Any]:
    """A call over the HTTP API: posted, then read from its stream of events."""
    kept = {"content-type": "application/json", **(headers or {})}
    given += ("", "") if name == "ask" and len(given) == 4 else ()  # wording and language, as Gradio wants all
    body = json.dumps({"data": list(given)}).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{url}/gradio_api/call/{name}{query}", body, kept)) as reply:
        event = json.load(reply)["event_id"]
    request = urllib.request.Request(f"{url}/gradio_api/call/{name}/{event}", headers=headers or {})
    with urllib.request.urlopen(request, timeout=60) as stream:
        lines = stream.read().decode().splitlines()
    place = lines.index("event: complete")
    (result,) = json.loads(lines[place + 1].removeprefix("data: "))
    return dict(result)


async def _mcp(
    url: str, calls: list[tuple[str, dict[str, Any]]], headers: dict[str, str]
) -> tuple[list[Any], list[Any]]:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async with (
        httpx.AsyncClient(headers=headers, timeout=60) as client,
        streamable_http_client(f"{url}/gradio_api/mcp/", http_client=client) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        tools = (await session.list_tools()).tools
        results = [json.loads((await session.call_tool(name, args)).content[0].text) for name, args in calls]
        return tools, results


def mcp(
    url: str, *calls: tuple[str, dict[str, Any]], headers: dict[str, str] | None = None
) -> tuple[list[Any], list[Any]]:
    """The tools that the Python SDK's client is shown, and what calls of them give back."""
    return asyncio.run(_mcp(url, list(calls), headers or {}))


def test_the_http_api_answers_with_the_contract_s_json(page: str) -> None:
    answer = call(page, "ask", "Is the Russell 2000 overbought?", "", "", "")
    assert {"question", "answer", "as_of", "data", "model", "sentences", "citations", "withheld", "tools", "disclaimer", "warnings", "usage", "thread"} <= set(answer)  # fmt: skip
    again = call(page, "ask", "and the Nasdaq?", "", "", answer["thread"])
    assert "Nasdaq" in again["answer"]
    facts = call(page, "facts", "rut.close rut_vs_spx.streak", "")
    assert facts["facts"][0]["key"] == "rut.close"
    measured = call(page, "measure", "change", "rut, spx", "Q4 2025", "", "", 0, "")
    assert [f["key"] for f in measured["facts"]][:1] == ["rut.return.2025q4"]
    assert measured["measure"]["window"]["period"] == "2025-Q4"
    assert measured["table"] is None
    assert len(measured["facts"][0]["arithmetic"]) == 2
    checked = call(page, "check", ARTICLE, "2026-01-22")
    assert [c["verdict"] for c in checked["claims"]] == ["true", "false"]
    hits = call(page, "search", "speculation in small caps", "2026-01-22", "Rosenberg", 3)["hits"]
    assert hits[0]["author"] == "David Rosenberg"
    brief = call(page, "brief", "")
    assert {s["id"] for s in brief["sections"]} >= {"headline", "rotation", "bull_case"}


def test_what_can_t_be_done_comes_back_as_the_contract_s_error(page: str) -> None:
    for given, kind in (
        (("ask", "", "", "", ""), "QuestionError"),
        (("ask", "How is the Russell?", "2026-13-45", "", ""), "BadDate"),
        (("facts", "nothing.like.this", ""), "UnknownKey"),
        (("measure", "worst_day", "rut", "", "", "", 0, ""), "BadQuery"),
        (("measure", "change", "rut", "a fortnight of Sundays ago maybe", "", "", 0, ""), "BadQuery"),
        (("search", "speculation", "2031-01-01", "", 5), "QuestionError"),
    ):
        error = call(page, *given)["error"]
        assert (error["kind"], "\n" in error["message"]) == (kind, False)


def test_an_mcp_client_finds_six_typed_tools_and_gets_json(page: str) -> None:
    tools, (facts, measured, hits, wrong) = mcp(
        page,
        ("facts", {"prefixes": "rut.close"}),
        ("measure", {"kind": "extremes", "subjects": "rut", "n": 2}),
        ("search", {"query": "small caps", "k": 2}),
        ("facts", {"prefixes": "rut.close", "as_of": "yesterday"}),
    )
    assert sorted(t.name for t in tools) == sorted(CALLS)
    for tool in tools:
        assert len(tool.description) > 80
        for name, schema in tool.inputSchema["properties"].items():
            assert schema["type"] in ("string", "integer"), name
            assert schema["description"].endswith("."), (tool.name, name)
    assert facts["facts"][0]["display"] == "2,718.77"
    assert [f["key"] for f in measured["facts"][:2]] == ["rut.best_session.all", "rut.best_session.all.2"]
    assert measured["measure"] == {"measure": "extremes", "subjects": ["rut"], "where": [], "n": 2}
    assert len(hits["hits"]) == 2
    assert wrong["error"]["kind"] == "BadDate"


def test_a_conversation_of_a_visitor_is_no_caller_s(page: str) -> None:
    """Who keeps no cookie shares the callers' conversations, whose ids can't be guessed, and none of a visitor's."""
    with urllib.request.urlopen(page + "/") as reply:
        cookie = reply.headers["set-cookie"].split(";")[0]
    mine = call(page, "ask", "Is the Russell 2000 overbought?", "", "", "", headers={"cookie": cookie})
    stolen = call(page, "ask", "and the Nasdaq?", "", "", mine["thread"])
    assert stolen["error"]["kind"] == "ThreadError"
    went_on = call(page, "ask", "and the Nasdaq?", "", "", mine["thread"], headers={"cookie": cookie})
    assert "Nasdaq" in went_on["answer"]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from assistant.page.passwords import hash_password

    home: Path = tmp_path_factory.mktemp("guarded")
    (home / "users").write_text(f"ann:{hash_password('long enough')}\n", encoding="utf-8")
    with served(environment(home, FOOTNOTE_AUTH=str(home / "users"))) as url:
        yield url


def test_both_ask_for_the_password_where_there_is_one(guarded: str) -> None:
    import base64

    with pytest.raises(urllib.error.HTTPError) as refused:
        call(guarded, "facts", "rut.close", "")
    assert refused.value.code == 401
    headers = {"authorization": "Basic " + base64.b64encode(b"ann:long enough").decode()}
    assert call(guarded, "facts", "rut.close", "", headers=headers)["facts"]
    _, (facts,) = mcp(guarded, ("facts", {"prefixes": "rut.close"}), headers=headers)
    assert facts["facts"]
