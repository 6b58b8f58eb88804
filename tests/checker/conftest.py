"""A program over the sample, whose January 2026 rests on published closes, and one check of a text against it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.checker.past import Past
from assistant.checker.report import Checked, Report, check
from assistant.program import Program
from assistant.settings import read_settings

NOW = "2026-01-22T22:30:00Z"


@pytest.fixture(scope="session")
def checking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Report]]:
    """Checks a text against the sample as of 22 January 2026."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOOTNOTE_NOW", NOW)
        home: Path = tmp_path_factory.mktemp("checking")
        program = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "sample"}))
        evidence = program.evidence()
        past = Past(evidence)

        def run(text: str) -> Report:
            *_, report = check(text, evidence, past)
            assert isinstance(report, Report)
            return report

        yield run
        program.close()


@pytest.fixture
def only(checking: Callable[[str], Report]) -> Callable[[str], Checked]:
    """The one claim of a text."""

    def run(text: str) -> Checked:
        report = checking(text)
        assert len(report.checked) == 1, [c.claim.text for c in report.checked]
        return report.checked[0]

    return run
