"""What is different from the previous commentary, how much it matters, and what made it so.

Materiality is the move in standard deviations of that fact's own moves over as many sessions; a limit passed, a record
set or a run begun or broken adds three. The kind tells apart the market (``market``), a stored bar that was revised
(``revision``), a source that failed (``gone``) or came back (``new``), and a formula of ours (``definition``).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from assistant.statements.catalogue import slot as say
from assistant.statements.kinds.what_changed import crossed
from tools.data.sessions import sessions_between
from tools.fact import Fact
from tools.facts.catalogue import Catalogue
from tools.facts.history import pair_history, subject_history
from tools.facts.rotation import Pair

# What a reader of the last commentary would want told; the rest of the facts move every day.
WATCHED = re.compile(
    r"(?:rut|spx|comp|dji|vix|tnx)\.close|rut\.(?:rsi_14|sma_(?:50|200)_distance|sma_cross|drawdown|records_ytd|"
    r"realized_volatility_20d)|(?:spx|comp|dji)\.records_ytd|rut_vs_spx\.(?:streak|spread_20d|spread_ytd)|"
    r"rotation\.verdict\.(?!tests|supports|opposes|silent)\w+\.ytd"
)
EVENT = 3.0  # added for a limit passed, a record, a run begun or broken: above any ordinary day
RUN = 3  # sessions from which a run begun or broken is an event
TOLD, LEAST = 4, 0.5  # changes that the text tells, and how material the least of them is
REVISED = 2  # revised figures that the text tells; the others stand in the errata
RECENT = 21  # sessions: an older commentary is none that a reader still has in mind
Scale = Callable[[str], float | None]


@dataclass(frozen=True)
class Change:
    """One fact that is not as the previous commentary had it.

    Attributes:
        key: The fact's.
        before: Its value then, None where it is new.
        after: Its value now, None where it is gone.
        kind: ``market``, ``revision``, ``new``, ``gone`` or ``definition``.
        materiality: As the module says; 0 where the fact has no history to hold it against.
        event: What it passed or broke, in a word; empty for a move alone.
    """

    key: str
    before: float | int | str | None
    after: float | int | str | None
    kind: str
    materiality: float
    event: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def compare(before: Sequence[Fact], after: Sequence[Fact], as_of: date, scale: Scale) -> list[Change]:
    """The changes of the watched facts, the most material first.

    Args:
        before: The previous commentary's facts; empty where there is none.
        after: This one's.
        as_of: This one's session; a fact of an earlier one isn't there any more.
        scale: The standard deviation of a fact's moves, in its unit (relative for levels); None where none is known.
    """
    if not before:
        return []
    old = {f.key: f for f in before if WATCHED.fullmatch(f.key)}
    new = {f.key: f for f in after if WATCHED.fullmatch(f.key) and f.as_of == as_of}
    out = [c for key in {**old, **new} if (c := _change(key, old.get(key), new.get(key), scale))]
    return sorted(out, key=lambda c: (-c.materiality, c.key))


def _change(key: str, was: Fact | None, now: Fact | None, scale: Scale) -> Change | None:
    if was is None and now is not None:
        return Change(key, None, now.value, "new", EVENT)
    if now is None and was is not None:
        return Change(key, was.value, None, "gone", EVENT)
    if was is None or now is None or was.id == now.id:
        return None
    if was.version != now.version:
        return Change(key, was.value, now.value, "definition", EVENT)
    if was.value == now.value and was.reading == now.reading:
        return None
    event, spread = _event(was, now), scale(key)
    turned = was.as_of.year != now.as_of.year and now.metric.endswith("ytd")  # a new year's figure is no move
    size = _moved(was, now) / spread if spread and not turned else 0.0
    return Change(key, was.value, now.value, "market", round(size + (EVENT if event else 0), 2), event)


def revisions(stated: Sequence[Fact], known: Sequence[Fact], scale: Scale) -> list[Change]:
    """What an earlier commentary stated that its bars no longer give.

    Args:
        stated: The commentary's facts.
        known: The facts of the same session as the bars give them now.
        scale: As ``compare`` takes it.
    """
    now = {f.key: f for f in known}
    out = []
    for was in stated:
        fact = now.get(was.key)
        if fact is None or not WATCHED.fullmatch(was.key) or was.subject == "rotation":
            continue
        if fact.as_of == was.as_of and fact.version == was.version and fact.display != was.display:
            spread = scale(was.key)
            size = _moved(was, fact) / spread if spread else 0.0
            out.append(Change(was.key, was.value, fact.value, "revision", round(size + EVENT, 2), "revised"))
    return out


def _event(was: Fact, now: Fact) -> str:
    a, b = float(was.value), float(now.value)
    if was.as_of.year != now.as_of.year and now.metric.endswith("ytd"):
        return "record" if now.metric == "records_ytd" and b else ""
    if now.metric == "streak":
        return "run broken" if a >= RUN and b < a else "run begun" if a < RUN <= b else ""
    if now.metric == "records_ytd":
        return "record" if b > a else ""
    if now.subject == "rotation":
        return f"{was.reading} to {now.reading}" if was.reading != now.reading else ""
    limit = crossed(now.key, now.metric, a, b)
    return "" if limit is None else f"crossed {limit:g}"


def _moved(was: Fact, now: Fact) -> float:
    a, b = float(was.value), float(now.value)
    return abs(b / a - 1) if _relative(now.key) and a else abs(b - a)


def _relative(key: str) -> bool:
    return key.endswith(".close") and not key.startswith(("vix", "tnx"))


def scale_of(catalogue: Catalogue, since: date) -> Scale:
    """Standard deviations of facts' own moves, over as many sessions as passed since a day.

    Args:
        catalogue: Has the bars.
        since: The session of the previous commentary.
    """
    steps = max(1, sessions_between(since, catalogue.market.as_of))
    held: dict[str, pd.DataFrame | None] = {}

    def history(subject: str) -> pd.DataFrame | None:
        if subject not in held:
            series = [catalogue.series(key) for key in subject.split("_vs_")]
            known = [s for s in series if s]
            whole = len(known) == len(series)
            held[subject] = (
                None if not whole else pair_history(Pair(*known)) if len(known) == 2 else subject_history(known[0])
            )
        return held[subject]

    def scale(key: str) -> float | None:
        frame = history(key.split(".")[0]) if not key.startswith("rotation.") else None
        if frame is None or key not in frame:
            return None
        values = frame[key].to_numpy()
        if len(values) <= steps + 1:
            return None
        if _relative(key):
            moves = values[steps:] / values[:-steps] - 1
        else:
            moves = values[steps:] - values[:-steps]
        spread = float(np.nanstd(moves[:-1], ddof=1)) if np.isfinite(moves[:-1]).sum() > 1 else 0.0
        return spread or None

    return scale


def told(changes: Sequence[Change], steps: int) -> list[Change]:
    """The changes that the text tells: the most material, one of each subject's trend at most.

    Args:
        changes: All, the most material first.
        steps: Sessions since what they are held against; after one, the other sections have told what closes did.
    """
    out: list[Change] = []
    families: set[str] = set()
    for change in changes:
        family = _family(change.key)
        slow = change.key.endswith(("sma_cross", "sma_200_distance", "drawdown")) or change.key.startswith("rotation.")
        if not change.event and (slow or (steps == 1 and change.key.endswith((".close", ".streak")))):
            continue
        if change.kind in ("market", "gone") and change.materiality >= LEAST and family not in families:
            families.add(family)
            out.append(change)
    return out[:TOLD]


def _family(key: str) -> str:
    """Figures that move together count once."""
    subject, _, metric = key.partition(".")
    for name, words in (
        ("trend", "sma_|drawdown"),
        ("level", "close|records"),
        ("run", "streak"),
        ("spread", "spread_"),
    ):
        if re.match(words, metric):
            return "large" if name == "level" and subject in ("spx", "comp", "dji") else f"{subject}.{name}"
    return key if subject != "rotation" else "verdict"


def draft_changes(changes: Sequence[Change], against: str | None, steps: int) -> list[str]:
    """The section's sentences.

    Args:
        changes: All of them, the most material first.
        against: ``commentary`` or ``session``, whichever they are held against; None where there is neither.
        steps: Sessions since.
    """
    if against is None:
        return [say("unchanged.nothing")]
    found = [c for c in changes if c.kind == "revision"]
    first = sorted(found, key=lambda c: not c.key.endswith(".close"))  # the bar itself before what rests on it
    revised = [say(f"revision.{c.key}") for c in first[:REVISED]]
    if not told(changes, steps):
        return [*revised, say(f"unchanged.{against}")]
    return [say(f"changes.{against}"), *revised]
