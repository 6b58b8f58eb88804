"""The verdict on the rotation as a table whose every figure has its footnote."""

from typing import Any

from assistant.conversation.answer import Footnotes, Sentence
from assistant.evidence.ledger import Ledger
from assistant.statements.kinds.rotation import ROWS, row_name
from assistant.statements.names import capital
from tools.fact import Fact
from tools.facts.verdict import COLUMNS

HEADS = {"1d": "1 day", "5d": "5 days", "ytd": "Year"}


def verdict_table(ledger: Ledger, footnotes: Footnotes) -> dict[str, Any] | None:
    """The table, rows of cells; None without any figure.

    Args:
        ledger: The evidence of the rotation.
        footnotes: Numbers the cells' facts.
    """
    held = {f.key: f for f in ledger.facts}
    # A year's verdict needs earlier years, which the sample lacks: a column without any figure only raises a question.
    columns = [c for c in COLUMNS if any(f"rotation.verdict.{row}.{c}" in held for row in ROWS)]
    rows = []
    for row in ROWS:
        facts = [held.get(f"rotation.verdict.{row}.{column}") for column in columns]
        if any(facts):
            rows.append([Sentence(capital(row_name(row, "en")), ()), *(_cell(f, footnotes) for f in facts)])
    if not rows:
        return None
    tallies = [_tally(held, column, footnotes) for column in columns]
    return {
        "columns": ["Test", *(HEADS[c] for c in columns)],
        "rows": [*rows, [Sentence("Tests in support", ()), *tallies]],
    }


def _cell(fact: Fact | None, footnotes: Footnotes) -> Sentence:
    if fact is None:
        return Sentence("no figure", ())
    text = fact.display
    return Sentence(f"{text} {fact.reading}", ((len(text), footnotes.number(fact)),))


def _tally(held: dict[str, Fact], column: str, footnotes: Footnotes) -> Sentence:
    yes, tests = held.get(f"rotation.verdict.supports_{column}"), held.get(f"rotation.verdict.tests_{column}")
    if not yes or not tests:
        return Sentence("no figure", ())
    lead, text = yes.display, f"{yes.display} of {tests.display}"
    return Sentence(text, ((len(lead), footnotes.number(yes)), (len(text), footnotes.number(tests))))
