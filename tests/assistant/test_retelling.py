"""A view told in its own order passes; one turned by a word does not."""

import pytest

from assistant.retelling import retells

SLOK = "Slok warned that small caps are more exposed than large ones to rates that stay high."
DESANCTIS = (
    "DeSanctis raised his Russell 2000 target for the end of 2025 to 2,665, on the index's first record close since"
    " November 2021. His target that year went from 2,715 to 2,200. The record came a day after a Fed cut."
)


@pytest.mark.parametrize(
    ("told", "source", "right"),
    [
        ("warned that small caps are more exposed than large ones to rates that stay high", SLOK, True),
        ("small caps are more exposed than large ones to high rates", SLOK, True),
        ("small caps are less exposed than large ones to rates that stay high", SLOK, False),
        ("large caps are more exposed than small ones to rates that stay high", SLOK, False),
        ("small caps are not more exposed than large ones to rates that stay high", SLOK, False),
        ("raised his target for the Russell 2000 to 2,665", DESANCTIS, True),
        ("cut his Russell 2000 target for the end of 2025 to 2,665", DESANCTIS, False),
        (
            "raised his Russell 2000 target for the end of 2025 to 2,200",
            DESANCTIS,
            True,
        ),  # a hole that order alone leaves: both stand there
        ("raised his Russell 2000 target for the end of 2026 to 2,665", DESANCTIS, False),
        ("called it “a bubble”", SLOK, True),  # a quotation is held elsewhere; three words lead up to it
        ("likes gold, copper, uranium and rare earths", SLOK, False),
    ],
)
def test_words_stand_in_the_passage_s_order(told: str, source: str, right: bool) -> None:
    assert retells(told, [source], ["Torsten Slok", "Steven DeSanctis"]) is right
