"""How well questions are read: ``python -m tests.evals.run_understanding FOLDER`` over a held-out set written apart from the bank.

The folder holds ``questions.en.tsv`` and ``questions.zh.tsv`` (intent, question, subjects, window) and ``dialogues.tsv``
(three turns, and what the second and third mean). Prints the files' hashes first: a set that counts is run once.
"""

import hashlib
import re
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from assistant.understanding.request import Request, read_request
from corpus.document import load_documents, passages_of
from corpus.library import DOCUMENTS
from corpus.people import authors
from tools.measures.windows.window import UnresolvedAnchor, Window, WindowError, days

DAY = date(2026, 1, 22)
OFF = 1  # days that an end of a window may differ: last Friday or last Sunday both end last week
PEOPLE = authors(p for document in load_documents(DOCUMENTS).documents for p in passages_of(document))


def main(folder: Path) -> int:
    """Reads everything once and prints shares beside the aims."""
    for path in sorted(folder.glob("*.tsv")):
        print(hashlib.sha256(path.read_bytes()).hexdigest(), path.name)
    for name in ("questions.en.tsv", "questions.zh.tsv"):
        _questions(folder / name)
    _dialogues(folder / "dialogues.tsv")
    return 0


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _questions(path: Path) -> None:
    first = three = subjects = windows = dated = 0
    spent, wrong, off = [], [], []
    rows = _rows(path)
    for intent, question, wanted, window in ((*row, "", "")[:4] for row in rows):
        start = time.perf_counter()
        request = read_request(question, (), DAY, PEOPLE)
        spent.append(time.perf_counter() - start)
        first += request.intent == intent
        three += intent in (request.intent, *(g.intent for g in request.others[:2]))
        wrong += (
            [] if request.intent == intent else [f"{intent} -> {request.intent} ({request.confidence:.2f}): {question}"]
        )
        same = _same_subjects(request, wanted)
        subjects += same
        if window != "?":
            dated += 1
            fits = _same_window(request.window, window)
            windows += fits
            off += [] if fits else [f"window {window or '-'} was {_spelt(request.window)}: {question}"]
        off += [] if same else [f"subjects {wanted or '-'} was {' '.join(request.measured) or '-'}: {question}"]
    n = len(rows)
    print(
        f"{path.name}: {n} questions: intent first {first / n:.1%} (aim 90), in three {three / n:.1%} (aim 97);"
        f" subjects {subjects / n:.1%}, windows {windows / dated:.1%} (aim 97);"
        f" read in {1000 * median(spent):.0f} ms at the median (limit 40)"
    )
    print("\n".join(["", *wrong, "", *off]) if "--list" in sys.argv else "")


def _same_subjects(request: Request, wanted: str) -> bool:
    held = list(request.subjects)
    others = ["other"] * len(request.symbols)
    return sorted([*held, *others]) == sorted(wanted.split())


def _same_window(window: Window | None, wanted: str) -> bool:
    if not wanted or window is None:
        return not wanted and window is None
    try:
        first, last, _ = days(window, DAY)
    except (UnresolvedAnchor, WindowError):
        return False
    a, b = (date.fromisoformat(part) for part in wanted.split(".."))
    last = min(last, max(b, DAY))
    return abs(first - a) <= timedelta(days=OFF) and abs(last - b) <= timedelta(days=2 * OFF)


def _spelt(window: Window | None) -> str:
    return "-" if window is None else " ".join(f"{k}={v}" for k, v in window.model_dump(exclude_defaults=True).items())


def _dialogues(path: Path) -> None:
    turns = right = 0
    kinds = {"intent": 0, "subjects": 0, "people": 0, "window": 0}
    for row in _rows(path):
        asked = row[:3]
        for place in (1, 2):
            intent, subjects, people, window = (part.strip() for part in row[2 + place].split("|"))
            request = read_request(asked[place], asked[:place], DAY, PEOPLE)
            told = {re.sub(r"\W", "", p.split()[-1]).lower() for p in (*request.people, *request.unknown_people)}
            named = {re.sub(r"\W", "", p).lower() for p in people.split()}
            checks = {
                "intent": request.intent == intent,
                "subjects": _same_subjects(request, subjects),
                "people": len(told) == len(named) and named <= told | {"goldman"},
                "window": window == "?" or _same_window(request.window, window),
            }
            turns += 1
            right += all(checks.values())
            for kind, ok in checks.items():
                kinds[kind] += ok
            if "--list" in sys.argv and not all(checks.values()):
                print([k for k, ok in checks.items() if not ok], asked[: place + 1], "->", request.intent, request.measured, told, _spelt(request.window))  # fmt: skip
    shares = ", ".join(f"{kind} {n / turns:.1%}" for kind, n in kinds.items())
    print(f"{path.name}: {turns} follow-ups: wholly right {right / turns:.1%} (aim 95); {shares}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
