"""The fold that says which model writes and what the last answer cost."""

import pytest

from assistant.conversation.answer import Answer
from assistant.page.blocks.model_panel import cost, told
from assistant.settings import Prices, SettingError, read_settings

USED = {"input_tokens": 5_314, "output_tokens": 73, "cached_tokens": 4_395}


def _answer(usage: dict[str, int]) -> Answer:
    return Answer("How?", "2026-01-22", "sample", "gpt-x", "t", usage=usage)


@pytest.mark.parametrize(
    ("usage", "prices", "said"),
    [
        (dict.fromkeys(USED, 0), None, "no tokens"),
        (USED, None, "5,314 tokens read, 4,395 of them cached, 73 written"),
        (USED | {"cached_tokens": 0}, None, "5,314 tokens read, 73 written"),
        # 919 fresh at 0.25, 4,395 cached at 0.025 and 73 written at 2 dollars a million
        (USED, Prices(0.25, 0.025, 2.0), "5,314 tokens read, 4,395 of them cached, 73 written: $0.0005 at"),
        (USED | {"cached_tokens": 0}, Prices(10, 1, 40), "73 written: $0.0561 at"),
    ],
)
def test_an_answer_s_cost_is_told_in_tokens_and_in_dollars_where_prices_are_set(
    usage: dict[str, int], prices: Prices | None, said: str
) -> None:
    assert said in cost(_answer(usage), prices)


def test_the_fold_names_who_wrote_the_last_answer_and_its_price() -> None:
    settings = read_settings({"FOOTNOTE_HOME": "x", "FOOTNOTE_PRICES": " 0.25, 0.025,2 "})
    assert settings.prices == (0.25, 0.025, 2.0)
    assert "written by gpt-x and cost 5,314 tokens read" in told(settings, _answer(USED))
    assert "$0.0005 at your FOOTNOTE_PRICES" in told(settings, _answer(USED))


@pytest.mark.parametrize("text", ["1", "1,2", "1,2,x", "-1,2,3", "1,2,3,4", "1;2;3"])
def test_prices_that_are_not_three_amounts_are_refused(text: str) -> None:
    with pytest.raises(SettingError, match="FOOTNOTE_PRICES is"):
        read_settings({"FOOTNOTE_HOME": "x", "FOOTNOTE_PRICES": text})
