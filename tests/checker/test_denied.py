"""What a negation reaches: its own clause, and not what stands behind a colon, a dash or a full stop."""

import pytest

from assistant.checker.text.verbs import is_denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The Russell 2000 did not fall 0.78%", True),
        ("The S&P 500 isn't up 1.2%", True),
        ("Never before, in a January, had it gained 1.2%", True),
        ("Small companies did not escape: the Russell 2000 dropped 0.78%", False),
        ("Stocks were not sure what to think: the S&P 500 moved -0.38%", False),
        ("Nobody was hurt who hadn't been - the Nasdaq added 0.3%", False),
        ("Financials did not need to. XLF +0.20%", False),
        ("It was not calm; the index did not hold, and fell 2%", True),
    ],
)
def test_a_denial_ends_with_its_clause(text: str, denied: bool) -> None:
    figure = next(i for i, c in enumerate(text) if c.isdigit() and "%" in text[i : i + 6])
    assert is_denied(text, 0, figure) is denied
