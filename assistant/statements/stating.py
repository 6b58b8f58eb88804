"""Which statements of code tell given facts: what stands in for a sentence that could not be shown, so that no figure is lost."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger
from assistant.statements.answers.views import of_its_source
from assistant.statements.catalogue import available, statement
from assistant.statements.sentence_parts import Language, placed
from corpus.document import Passage
from tools.fact import Fact

ALIKE = 2  # words that what was written and a sentence of its passage share at least
MOST = 4  # statements that stand in for one sentence
_PERIODS = ("1d", "5d", "20d", "mtd", "ytd", "1y")
_OF_PAIR = ("run", "led", "ratio_now", "ratio_year", *(f"ahead.{p}" for p in _PERIODS))
_OF_SUBJECT = (
    "closing", *(f"moved.{p}" for p in _PERIODS), "below_record", "records_count", "records_latest", "averages",
    *(f"average.{n}" for n in (20, 50, 200)), "extreme_high", "extreme_low", "day_range", "rsi_now", "macd_now", "bands_now",
    "cross_now", "true_range_now", "realised_now", "up_and_down", "support", "resistance",
)  # fmt: skip
_OF_ALL = {
    "sectors": (*(f"sectors.{e}_{p}" for e in ("best", "worst") for p in _PERIODS), *(f"sectors.rose_{p}" for p in _PERIODS)),
    "calendar": ("calendar.due",),
    "vix": ("vix.now", "vix.place"),
    "tnx": ("tnx.now", "tnx.now.wide"),
}  # fmt: skip


def candidates(subject: str) -> list[str]:
    """Names of statements that may tell facts of a subject, a pair's among them."""
    kinds = _OF_PAIR if "_vs_" in subject else _OF_SUBJECT
    return [*_OF_ALL.get(subject, ()), *(f"{subject}.{kind}" for kind in kinds)]


def stating(
    facts: Iterable[Fact], ledger: Ledger, as_of: date, language: Language = "en", told: Collection[str] = ()
) -> list[str]:
    """The slots of the fewest statements that tell facts, best first.

    Args:
        facts: What is to be told; those that no statement tells are left out.
        ledger: This turn's evidence.
        as_of: The answer's own day.
        language: Whose words.
        told: Ids of facts that stand in the answer already.
    """
    wanted = {f.id: f for f in facts if f.id not in told}
    names = list(dict.fromkeys(n for f in wanted.values() for n in candidates(f.subject)))
    names += [m[1] for said in available(ledger) if (m := re.fullmatch(r"\{say (.*)\}", said)) and m[1] not in names]
    if not wanted:
        return []
    tells = {name: held for name in names if (held := _facts_of(name, ledger, as_of, language)) & wanted.keys()}
    out: list[str] = []
    while wanted and tells and len(out) < MOST:
        # Of two that tell as much, the one that tells less besides.
        name = max(tells, key=lambda n: (len(tells[n] & wanted.keys()), -len(tells[n])))
        new = tells.pop(name) & wanted.keys()
        if not new:
            break
        out.append(f"{{say {name}}}.")
        wanted = {i: f for i, f in wanted.items() if i not in new}
    return out


def retelling(words: str, passages: Iterable[Passage]) -> list[str]:
    """The slots by which code tells, in a passage's own words, what a writer told in others that could not be shown.

    Args:
        words: What was written.
        passages: What it was cited from: of each the sentence that shares the most words with it is told.
    """
    said = _stems(words)
    out = []
    for passage in passages:
        shares = [0 if of_its_source(english) else len(_stems(english) & said) for english, _ in passage.sentences]
        if shares and max(shares) >= ALIKE:
            out.append(f"{{view {passage.id} {shares.index(max(shares)) + 1}}}.")
    return out


def _stems(text: str) -> set[str]:
    """The first letters of a text's longer words, by which forms of one word are alike."""
    return {w[:6] for w in re.findall(r"[a-z]{4,}|\d[\d.,]*\d", text.lower())}


def _facts_of(name: str, ledger: Ledger, as_of: date, language: Language) -> set[str]:
    """Ids of the facts in a statement; none where the evidence doesn't fill it."""
    try:
        _, marks = placed(statement(name, None, ledger, as_of, language))
    except SlotError:
        return set()
    return {item.id for _, item in marks if isinstance(item, Fact)}
