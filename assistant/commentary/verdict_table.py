"""The verdict on the rotation as a table whose every figure has its footnote."""

from typing import Any

from assistant.conversation.answer import Footnotes, Sentence
from assistant.evidence.ledger import Ledger
from assistant.statements.kinds.rotation import ROWS, row_name
from assistant.statements.names import capital
from assistant.statements.sentence_parts import Language
from assistant.statements.words import shown, text
from tools.fact import Fact
from tools.facts.verdict import COLUMNS

HEADS = {"1d": "1 day", "5d": "5 days", "ytd": "Year"}


def verdict_table(ledger: Ledger, footnotes: Footnotes, language: Language = "en") -> dict[str, Any] | None:
    """The table, rows of cells; None without any figure.

    Args:
        ledger: The evidence of the rotation.
        footnotes: Numbers the cells' facts.
        language: Whose words.
    """
    held = {f.key: f for f in ledger.facts}
    # A year's verdict needs earlier years, which the sample lacks: a column without any figure only raises a question.
    columns = [c for c in COLUMNS if any(f"rotation.verdict.{row}.{c}" in held for row in ROWS)]
    rows = []
    for row in ROWS:
        facts = [held.get(f"rotation.verdict.{row}.{column}") for column in columns]
        if any(facts):
            rows.append(
                [Sentence(capital(row_name(row, language)), ()), *(_cell(f, footnotes, language) for f in facts)]
            )
    if not rows:
        return None
    tallies = [_tally(held, column, footnotes, language) for column in columns]
    return {
        "columns": [text("table-test", language), *(text(f"table-{c}", language) for c in columns)],
        "rows": [*rows, [Sentence(text("table-support", language), ()), *tallies]],
    }


def _cell(fact: Fact | None, footnotes: Footnotes, language: Language) -> Sentence:
    if fact is None:
        return Sentence(text("table-none", language), ())
    figure = shown(fact, language)
    state = text("verdict-state", language, reading=str(fact.reading))
    return Sentence(f"{figure} {state}", ((len(figure), footnotes.number(fact)),))


def _tally(held: dict[str, Fact], column: str, footnotes: Footnotes, language: Language) -> Sentence:
    yes, tests = held.get(f"rotation.verdict.supports_{column}"), held.get(f"rotation.verdict.tests_{column}")
    if not yes or not tests:
        return Sentence(text("table-none", language), ())
    whole = text("table-of", language, yes=yes.display, tests=tests.display)
    marks = ((len(yes.display), footnotes.number(yes)), (len(whole), footnotes.number(tests)))
    return Sentence(whole, marks)
