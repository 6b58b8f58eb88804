"""What is read out of a text: every figure, nothing that is only a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.figures import normalise, read

Reading = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("closed at 2,718.77, up 9.54 %", [("2718.77", "", ""), ("9.54", "percent", "")]),
        ("gained about 0.4%", [("0.4", "percent", "about")]),
        ("more than 9 percent", [("9", "percent", "more")]),
        ("8.55 percentage points, −0.4 bp", [("8.55", "percentage points", ""), ("-0.4", "basis points", "")]),
        ("its eighth record, a 14-session streak", [("8", "ordinal", ""), ("14", "sessions", "")]),
        ("fourteen straight sessions", [("14", "sessions", "")]),
        ("nine point five percent", [("9.5", "percent", "")]),
        ("it doubled; 1.5x; half", [("2", "times", ""), ("1.5", "times", ""), ("0.5", "times", "")]),
        ("2 to 3 %", [("2", "percent", ""), ("3", "percent", "")]),
        ("٩٫٥٤٪", [("9.54", "percent", "")]),
        ("９.５４％", [("9.54", "percent", "")]),
        ("९.५४ %", [("9.54", "percent", "")]),
        ("9\u200b.54 %", [("9.54", "percent", "")]),
        ("um 9,54 % gestiegen", [("9.54", "percent", "")]),
        ("$269.79 and 200 million", [("269.79", "USD", ""), ("200", "scaled", "")]),
        ("JPY 2,871.50, €98.40, HK$5.20", [("2871.50", "JPY", ""), ("98.40", "EUR", ""), ("5.20", "HKD", "")]),
        ("250.30 pence, 12 yen, 3 euros", [("250.30", "GBp", ""), ("12", "JPY", ""), ("3", "EUR", "")]),
        ("try 3 times", [("3", "times", "")]),
    ],
)
def test_figures_are_read_in_any_script_and_wording(text: str, figures: Reading) -> None:
    found, _ = read(normalise(text))
    assert [(str(f.value), f.unit, f.hedge) for f in found] == figures


@pytest.mark.parametrize(
    "text",
    [
        "the Russell 2000 against the S&P 500 and the Nasdaq-100",
        "the 10-year yield, the 50-day average, the 52-week high",
        "Q4 and H1, RSI-14, the first half",
        "one of the indexes; on the one hand",
        "in the first quarter of the last 20 sessions",
    ],
)
def test_names_that_hold_numbers_are_no_figures(text: str) -> None:
    assert read(normalise(text))[0] == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("on 22 January 2026", (2026, 1, 22)),
        ("January 22, 2026", (2026, 1, 22)),
        ("2026-01-22", (2026, 1, 22)),
        ("since May 1996", (1996, 5, None)),
        ("in 2025", (2025, None, None)),
        ("on Jan. 22", (None, 1, 22)),
    ],
)
def test_dates_are_read_as_far_as_they_are_stated(text: str, stated: tuple[int | None, ...]) -> None:
    figures, dates = read(normalise(text))
    assert not figures
    assert [(d.year, d.month, d.day) for d in dates] == [stated]


@given(st.text(max_size=60), st.integers(0, 10**6), st.text(max_size=60))
def test_no_digit_goes_unread(before: str, number: int, after: str) -> None:
    """Whatever stands around it, a number is read as a figure, a date or part of a name, never passed over in silence."""
    text = normalise(f"{before} {number} % {after}")
    figures, dates = read(text)
    place = text.find(f"{number} %")
    covered = [(f.start, f.end) for f in figures] + [(d.start, d.end) for d in dates]
    assert place < 0 or any(start <= place < end for start, end in covered) or "%" not in text
