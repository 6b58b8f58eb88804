"""Measures the library on research as people have it: what is read of forty files, and what two hundred questions find.

``python -m tests.evals.run_library`` adds forty invented documents, in eight forms and two languages and without any
option, to a library that holds the shipped ones, and prints how often author, firm and date were read right, recall@5 of
questions in a document's words and in others, and how often a question that nothing answers got nothing, beside how
often one with an answer did. ``--misses`` lists what went wrong.
"""

import argparse
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import create_engine

from corpus.document import RefusedDocument
from corpus.holdings import Holdings
from corpus.ingest import Draft, draft, keep
from corpus.library import DOCUMENTS
from corpus.store import EVERYONE, DocumentStore
from tests.evals.library.material import Paper, Question, files, read

AS_OF = date(2026, 3, 1)
NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)


def add(holdings: Holdings, papers: list[Paper]) -> tuple[dict[str, str], list[tuple[Draft, Paper]]]:
    """Adds the files; the ids of the documents by their papers', and what was read of each."""
    ids, drafts = {}, []
    for name, content, paper in files(papers):
        drafted = draft(name, content, source=name)
        drafts.append((drafted, paper))
        try:
            ids[paper.id] = keep(holdings.store, drafted, by=EVERYONE, now=NOW).document.id
        except RefusedDocument as error:
            print(f"refused: {name}: {error}")
    return ids, drafts


def read_right(drafts: Sequence[tuple[Draft, Paper]], key: str) -> list[str]:
    """The files of which a field was read otherwise than it is."""
    return [f"{d.name}: {d.fields.get(key)!r}" for d, paper in drafts if d.fields.get(key) != getattr(paper, key)]


def found_by(holdings: Holdings, question: Question) -> list[str]:
    """The documents found, best first."""
    hits = holdings.library().search(question.text, as_of=AS_OF, k=5)
    return list(dict.fromkeys(hit.passage.document for hit in hits))


def share(part: Sequence[bool]) -> str:
    """A share with what it is of."""
    return f"{100 * sum(part) / max(1, len(part)):.1f} % ({sum(part)} of {len(part)})"


def main() -> None:
    """Prints the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    papers, questions = read()
    with tempfile.TemporaryDirectory() as home:
        holdings = Holdings(DocumentStore(create_engine(f"sqlite:///{home}/library.db")), Path(home), NOW, DOCUMENTS)
        ids, drafts = add(holdings, papers)
        for key in ("author", "firm", "published", "title"):
            wrong = read_right(drafts, key)
            print(f"{key} read right: {len(drafts) - len(wrong)} of {len(drafts)}")
            print("".join(f"  {miss}\n" for miss in wrong if args.misses), end="")
        found = {question: found_by(holdings, question) for question in questions}
        holdings.close()
    asked = [q for q in questions if q.answer]
    right = {q: ids.get(q.answer or "") in found[q] for q in asked}
    for kind in ("plain", "paraphrase"):
        for language in ("en", "zh"):
            print(
                f"recall@5, {kind}, {language}: {share([right[q] for q in asked if (q.kind, q.language) == (kind, language)])}"
            )
    print(f"recall@5: {share(list(right.values()))}")
    print(f"silent on none: {share([not found[q] for q in questions if not q.answer])}")
    print(f"wrongly silent: {share([not found[q] for q in asked])}")
    for q in questions if args.misses else []:
        if (q.answer and not right[q]) or (not q.answer and found[q]):
            print(f"  {q.kind}: {q.text} -> {found[q]}")


if __name__ == "__main__":
    main()
