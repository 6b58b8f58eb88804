"""A view told in its own order passes; one turned by a word does not."""

import pytest

from assistant.gate.views.word_order import retells

SLOK = "Slok warned that small caps are more exposed than large ones to rates that stay high."
DESANCTIS = (
    "DeSanctis raised his Russell 2000 target for the end of 2025 to 2,665, on the index's first record close since"
    " November 2021. His target that year went from 2,715 to 2,200. The record came a day after a Fed cut."
)

REFUSED = (
    "He doesn't accept that the market is broadening away from technology, because whoever buys utilities is betting on"
    " AI indirectly, nor that falling rates drive the rally. Money-losing companies have beaten profitable ones by 2,000"
    " basis points."
)
TEMPLE = (
    "He expected the Fed to cut over the coming year, without calling it certain, and unemployment at or below 4.5 % at"
    " the end of 2025."
)


@pytest.mark.parametrize(
    ("told", "source", "right"),
    [
        ("warned that small caps are more exposed than large ones to rates that stay high", SLOK, True),
        ("small caps are more exposed than large ones to high rates", SLOK, False),  # a paraphrase isn't understood
        ("small caps are less exposed than large ones to rates that stay high", SLOK, False),
        ("large caps are more exposed than small ones to rates that stay high", SLOK, False),
        ("small caps are not more exposed than large ones to rates that stay high", SLOK, False),
        ("raised his target for the Russell 2000 to 2,665", DESANCTIS, True),
        ("cut his Russell 2000 target for the end of 2025 to 2,665", DESANCTIS, False),
        ("raised his Russell 2000 target for the end of 2025 to 2,200", DESANCTIS, False),
        ("raised his target to 2,665, and his target that year went from 2,715 to 2,200", DESANCTIS, True),
        ("raised his Russell 2000 target for the end of 2026 to 2,665", DESANCTIS, False),
        ("called it", SLOK, True),  # what leads up to a quotation, which is held elsewhere
        ("called it a bubble", SLOK, False),
        ("withdrew that small caps are more exposed than large ones", SLOK, False),
        ("warned that small caps are exposed", SLOK, False),  # than what is left out, and "more" with it
        ("thought that the market is broadening away from technology", REFUSED, False),
        ("doesn't accept that the market is broadening away from technology", REFUSED, True),
        ("said that falling rates drive the rally", REFUSED, False),
        ("did not expect the Fed to cut over the coming year", TEMPLE, False),
        ("expected the Fed to cut over the coming year", TEMPLE, True),
        ("expected unemployment at or behigh 4.5 % at the end of 2025", TEMPLE, False),
        ("money-losing companies have beaten profitable ones by 2,000 basis points", REFUSED, True),
        ("profitable companies have beaten money-losing ones by 2,000 basis points", REFUSED, False),
        ("likes gold, copper, uranium and rare earths", SLOK, False),
    ],
)
def test_words_stand_in_the_passage_s_order(told: str, source: str, right: bool) -> None:
    assert retells(told, [source], ["Torsten Slok", "Steven DeSanctis"]) is right


@pytest.mark.parametrize(
    "words", [["gold", "and"] * 90, ["gold", "and"] * 28, ["gold"] * 190, [f"w{n}x" for n in range(900)]]
)
def test_a_text_that_repeats_itself_or_never_ends_is_judged_in_no_time(words: list[str]) -> None:
    source = f"Mallory expects {' '.join(words)} gold."
    assert retells(source, [source], ["Eve Mallory"])
    assert not retells(source.replace(" gold.", " silver."), [source], ["Eve Mallory"])
