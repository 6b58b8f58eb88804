"""A claim judged again as its reader says it was meant."""

import pytest

from assistant.checker.corrected import CorrectionError, corrected, judged_again
from assistant.checker.past import Past
from assistant.checker.report import Report, check
from assistant.evidence.source import BadDate, Evidence

TEXT = "On 22 January 2026 the Russell 2000 rose 0.99 % for the year. The S&P 500 closed at 2,718.77."


@pytest.fixture
def report(evidence: Evidence) -> Report:
    *_, report = check(TEXT, evidence)
    assert isinstance(report, Report)
    assert [c.verdict.name for c in report.checked] == ["false", "false"]
    return report


@pytest.mark.parametrize(
    ("place", "how", "wanted"),
    [
        (0, {"subject": "S&P 500"}, "true"),
        (0, {"subject": "标普500", "window": "2026年1月"}, "true"),
        (0, {"subject": "spx", "window": "over the past five sessions"}, "other_definition"),
        (1, {"subject": "Russell 2000"}, "true"),
        (1, {"subject": "rut", "day": "2026-01-21"}, "false"),
        (1, {}, "false"),
    ],
)
def test_another_subject_window_or_day_is_judged(
    report: Report, evidence: Evidence, place: int, how: dict[str, str], wanted: str
) -> None:
    claim = corrected(report.checked[place].claim, report.as_of, **how)
    again = judged_again(report, place, claim, Past(evidence))
    assert again.checked[place].verdict.name == wanted
    assert again.checked[1 - place] is report.checked[1 - place]
    assert report.checked[place].verdict.name == "false"


@pytest.mark.parametrize(
    ("how", "error"),
    [
        ({"subject": "my aunt"}, CorrectionError),
        ({"window": "blue"}, CorrectionError),
        ({"day": "2026-02-30"}, BadDate),
    ],
)
def test_a_correction_that_says_nothing_is_refused(report: Report, how: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        corrected(report.checked[0].claim, report.as_of, **how)
