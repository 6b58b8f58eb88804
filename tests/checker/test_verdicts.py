"""Each kind of claim against the sample of 22 January 2026: verdict, and the smallest change that makes it true."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.checker.report import Checked, Report

Only = Callable[[str], Checked]


@pytest.mark.parametrize(
    ("text", "verdict", "words"),
    [
        ("The Russell 2000 closed at 2,718.77 on 22 January 2026.", "true", "closed at 2,718.77"),
        ("The Russell 2000 closed at $2,723.96 on January 22, 2026.", "false", "inside the day's range"),
        ("The Russell 2000 closed at 2,735.10 on 22 January 2026.", "other_definition", "that day's intraday high"),
        ("The Russell 2000 closed at 2,698.71 on 22 January 2026.", "other_date", "True of 21 January 2026"),
        ("The S&P 500 closed at 6,913.36 on 22 January 2026.", "false", "6,913.35"),
        ("The Russell 2000 is up 9.54% this year.", "true", "up 9.54 % for the year"),
        ("The Russell 2000 is down 9.54% this year.", "false", "not down"),
        ("The Russell 2000 has gained about 9.5 percent this year.", "true", "9.54 %"),
        ("The Russell 2000 has gained nine and a half points of praise.", "not_checkable", ""),
        ("The Russell 2000 set its eighth record close of the year.", "true", "8 record closes"),
        ("The Russell 2000 set its ninth record close of the year.", "false", "8 record closes"),
        ("The Russell 2000 has beaten the S&P 500 for 14 straight sessions.", "true", "14 sessions in a row"),
        ("The S&P 500 has beaten the Russell 2000 for 14 straight sessions.", "false", "0 sessions in a row"),
        ("The Russell 2000 is 8.55 points ahead of the S&P 500 for the year.", "true", "8.55 points ahead"),
        ("The S&P 500 is 8.55 points behind the Russell 2000 for the year.", "true", "8.55 points behind"),
        ("The VIX closed at 15.64.", "true", "15.64"),
        ("The VIX points to a low-volatility environment.", "other_definition", "By our convention"),
        ("The Russell 2000 never gained 9.54% this year.", "false", "The text denies what holds"),
        ("The Russell 2000 gained 0.74% on the day, less than the S&P 500's 0.55%.", "false", "which is not less"),
        ("The tariff of 10% was put off.", "not_checkable", "Tariffs are not measured"),
        ("Acme rose 3%.", "not_checkable", "doesn't say of what"),
        ("The Russell 2000 will close at 2,800.00 on 30 January 2026.", "not_checkable", "after 22 January 2026"),
        ("On Saturday 17 January 2026 the Russell 2000 closed at 2,600.01.", "false", "was no session; held against 16 January 2026"),
        ("The Russell 2000 scored its fourteenth straight win over the S&P 500.", "true", "14 sessions in a row"),
        ("Small caps beat large caps for a fifteenth consecutive day.", "false", "14 sessions in a row"),
        ("The Russell 2000 rose for 14 straight sessions.", "false", "risen for 2 sessions in a row"),
        ("It was the Russell 2000's second straight gain.", "true", "risen for 2 sessions in a row"),
        ("On Tuesday, January 22, 2026, the Russell 2000 closed at 2,718.77.", "false", "22 January 2026 was a Thursday"),
        ("The Russell 2000 gained 0.76% on Sunday, 22 January 2026.", "false", "22 January 2026 was a Thursday"),
        ("On January 22, 2026, a Thursday, the Russell 2000 closed at 2,718.77.", "true", "22 January 2026 was a Thursday"),
        ("David Rosenberg is bullish on small caps.", "attributed", "The library says otherwise: David Rosenberg is bearish on small caps"),
        ("Rosenberg remains bearish.", "attributed", "Found: David Rosenberg is bearish"),
        ("Rosenberg is not bullish on the Russell 2000.", "attributed", "Found: David Rosenberg is bearish on small caps"),
        ("Unlike DeSanctis, Rosenberg is bearish on small caps.", "attributed", "Found: David Rosenberg"),
        ("Rosenberg and DeSanctis are bullish on small caps.", "attributed", "Found: Steven DeSanctis is bullish on small caps"),
        ("The ever bearish Rosenberg spoke again.", "attributed", "Found: David Rosenberg"),
        ("Rosenberg spoke again. He is bullish.", "attributed", "The library says otherwise"),
        ("DeSanctis is bearish on gold and rates.", "attributed", "no view on gold of Steven DeSanctis published by 22 January 2026; it has a view on small caps"),
        ("Rosenberg's bearish view is well known.", "attributed", "Found: David Rosenberg"),
        ("Rosenberg, a lifelong bear, spoke.", "attributed", "Found: David Rosenberg"),
        ("Rosenberg has long been deeply pessimistic about small companies.", "attributed", "Found: David Rosenberg is bearish on small caps"),
        ("Rosenberg (of Rosenberg Research) isn't bearish on small caps.", "attributed", "The library says otherwise"),
        ("DeSanctis is bullish on the economy.", "attributed", "Not in the library: no view on the economy of Steven DeSanctis"),
    ],
)  # fmt: skip
def test_a_claim_gets_its_verdict_and_why(
    checking: Callable[[str], Report], text: str, verdict: str, words: str
) -> None:
    found = checking(text).checked
    if not found and verdict == "not_checkable":
        return
    assert verdict in [c.verdict.name for c in found], [(c.claim.text, c.verdict) for c in found]
    assert any(words in c.verdict.explanation for c in found), [c.verdict.explanation for c in found]


def test_a_person_s_target_names_its_bases(checking: Callable[[str], Report]) -> None:
    report = checking("Jefferies' Steven DeSanctis set a 2026 year-end target of 2,825, a 14% gain.")
    target, gain = report.checked
    assert (target.verdict.name, gain.verdict.name) == ("attributed", "attributed")
    assert "13.82 % from the last year-end close, 31 December 2025" in gain.verdict.explanation
    assert "3.91 % from the close of 22 January 2026" in gain.verdict.explanation


def test_a_person_who_said_no_such_thing_is_not_found(only: Only) -> None:
    assert only("Steven DeSanctis set a target of 9,999 for the Russell 2000.").verdict.explanation.startswith(
        "Not found"
    )


@pytest.mark.parametrize(
    "text",
    [
        "A bullish divergence formed.",
        "Analysts are bullish.",
        "Rosenberg spoke. Traders are bullish.",
        "Rosenberg says the crowd is too bullish.",
        "Rosenberg warned of a bear market.",
        "Rosenberg fights the bulls.",
        "The mood is bearish, Rosenberg said.",
        "Rosenberg's bullish rivals left.",
    ],
)
def test_a_stance_of_nobody_the_library_knows_is_no_claim_of_a_person(
    checking: Callable[[str], Report], text: str
) -> None:
    assert not [c for c in checking(text).checked if c.claim.kind == "stance"]


def test_the_index_is_the_one_named_before(checking: Callable[[str], Report]) -> None:
    report = checking("The Russell 2000 led on 22 January 2026. The index closed at 2,718.77, ahead of the S&P 500.")
    assert [(c.claim.subject, c.verdict.name) for c in report.checked] == [("rut", "true")]


def test_names_and_references_are_no_claims(checking: Callable[[str], Report]) -> None:
    text = "The S&P 500 and the Russell 2000 [1][2] fell in Q4, says the 10-year view (https://a.example/2026/22)."
    assert not [c for c in checking(text).checked if c.claim.figure]


def test_a_sentence_in_another_language_is_found_and_not_judged(checking: Callable[[str], Report]) -> None:
    report = checking("Индекс вырос на 9,5% за год.")
    assert [c.verdict.name for c in report.checked] == ["not_checkable"]


def test_the_day_most_claims_hold_at_is_named_in_the_summary(checking: Callable[[str], Report]) -> None:
    text = "On 22 January 2026 the Russell 2000 set its seventh record close of the year, after 13 straight sessions ahead of the S&P 500."
    report = checking(text)
    assert [c.verdict.name for c in report.checked] == ["other_date", "other_date"]
    assert report.headline == "2 claims: 2 are another day's. 2 of them are true of 21 January 2026."


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=160))
def test_any_text_is_read_and_its_places_are_right(checking: Callable[[str], Report], text: str) -> None:
    whole = f"{text} The Russell 2000 closed at 2,718.77 on 22 January 2026. {text}"
    report = checking(whole)
    last = 0
    for item in report.checked:
        assert item.claim.text == whole[item.claim.start : item.claim.end]
        assert last <= item.claim.start < item.claim.end
        last = item.claim.end


def test_the_json_is_the_contract_s(checking: Callable[[str], Report]) -> None:
    claim = checking("The Russell 2000 is up 8.7% this year.").to_json()["claims"][0]
    assert {"text", "start", "end", "subject", "metric", "stated", "verdict", "computed", "explanation"} <= set(claim)
    assert claim["stated"] == {"value": 0.087, "unit": "fraction", "date": None, "base": "for the year"}
    assert claim["computed"]["key"] == "rut.return_ytd"
    assert set(checking("Nothing.").to_json()["summary"]) == {
        "true",
        "other_date",
        "other_definition",
        "false",
        "attributed",
        "not_checkable",
    }
