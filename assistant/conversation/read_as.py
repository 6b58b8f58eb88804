"""What an answer says of its question: how it was read, other readings where that is unsure, what may be asked next."""

from collections.abc import Mapping
from typing import Any

from assistant.conversation.answer import Answer
from assistant.statements.read_as import alternatives, followups, request_document
from assistant.statements.words import text
from assistant.understanding.request import Request
from tools.fact import Fact


def tell_request(answer: Answer, request: Request, reading: str, names: Mapping[str, str]) -> None:
    """Puts the request on its answer.

    Args:
        answer: The answer, in its language.
        request: The question, read.
        reading: The reading in a line.
        names: Names of subjects outside the universe by key.
    """
    answer.request = request_document(request, reading)
    answer.alternatives = alternatives(request, answer.language, names)
    answer.followups = followups(request, answer.language, names)
    if request.form.table and not answer.tables:
        answer.tables = [_table(answer, reading)]
    if request.foreign:
        answer.warnings.insert(0, text(f"foreign-{request.foreign.lower()}", answer.language))


def _table(answer: Answer, reading: str) -> dict[str, Any]:
    """The figures of an answer as a table, for who asks for one and gets sentences otherwise."""
    columns = [text(f"column-{name}", answer.language) for name in ("figure", "value", "session")]
    facts = [item for item in answer.footnotes.items if isinstance(item, Fact)]
    rows = [[{"display": f.key}, f.model_dump(mode="json"), {"display": f.as_of.isoformat()}] for f in facts]
    return {"title": reading, "columns": columns, "rows": rows}
