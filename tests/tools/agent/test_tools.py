"""What a model is told of the tools: few tokens, and a schema that says what it takes."""

import json

from langchain_core.utils.function_calling import convert_to_openai_tool

from tools.agent.tools import AGENT_TOOLS
from tools.measures.query import KINDS

MOST_TOKENS = 2500
CHARACTERS_A_TOKEN = 4  # of JSON in English; no vocabulary is fetched for a test


def schemas() -> list[dict[str, object]]:
    return [convert_to_openai_tool(tool)["function"] for tool in AGENT_TOOLS]


def test_the_whole_list_stays_small() -> None:
    assert len(json.dumps([{"type": "function", "function": s} for s in schemas()])) < MOST_TOKENS * CHARACTERS_A_TOKEN


def test_measure_has_an_enum_of_measures_and_a_window_in_one_small_object() -> None:
    measure = next(s for s in schemas() if s["name"] == "measure")
    fields = measure["parameters"]["properties"]  # type: ignore[index]
    assert fields["measure"]["enum"] == list(KINDS)
    assert set(fields["window"]["properties"]) == {
        "start", "end", "closes", "last", "unit", "period", "season", "since", "level", "event",
    }  # fmt: skip
    assert "null" not in json.dumps(fields["window"]["properties"]).replace("null: up to now", "")
    assert all("description" in f for f in fields.values())
