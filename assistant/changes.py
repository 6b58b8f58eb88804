"""What is different from the previous commentary, and whether the market, a revision or a definition made it so."""

from dataclasses import asdict, dataclass
from typing import Any

from assistant.names import capital, name_of
from tools.facts import Fact, spell_date

# What a reader of the last commentary would want told; the rest of the facts move every day.
WATCHED = (
    "rut.close",
    "spx.close",
    "comp.close",
    "dji.close",
    "rut_vs_spx.streak",
    "rut.records_ytd",
    "rut.rsi_14",
    "vix.close",
    "tnx.close",
)
# Materiality of a threshold crossed, a record set, a streak begun or broken: above any ordinary day.
CROSSED = 3.0
TOLD = 3  # changes that the text tells


@dataclass(frozen=True)
class Change:
    """One fact that is not as the previous commentary had it.

    Attributes:
        key: The fact's.
        before: Its value then, None where it is new.
        after: Its value now, None where it is gone.
        kind: ``market``, ``revision``, ``new``, ``gone`` or ``definition``.
        materiality: The move in standard deviations of a day's moves; 3 for a crossing, a record or a streak.
    """

    key: str
    before: float | int | str | None
    after: float | int | str | None
    kind: str
    materiality: float

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def compare(before: list[dict[str, Any]], after: list[Fact]) -> list[Change]:
    """The changes of the watched facts, the most material first.

    Args:
        before: The previous commentary's facts as JSON; empty where there is none.
        after: This one's.
    """
    if not before:
        return []
    old, new = {f["key"]: f for f in before}, {f.key: f for f in after}
    out = []
    for key in WATCHED:
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            out.append(Change(key, None, now.value, "new", CROSSED))
        elif was is not None and now is None:
            out.append(Change(key, was["value"], None, "gone", CROSSED))
        elif was is not None and now is not None and was["id"] != now.id:
            if was["value"] == now.value and was["as_of"] != now.as_of.isoformat():
                continue
            kind = (
                "definition"
                if was["version"] != now.version
                else "revision"
                if was["as_of"] == now.as_of.isoformat()
                else "market"
            )
            out.append(Change(key, was["value"], now.value, kind, _materiality(key, was, now, new)))
    return sorted(out, key=lambda c: -c.materiality)


def _materiality(key: str, was: dict[str, Any], now: Fact, facts: dict[str, Fact]) -> float:
    a, b = float(was["value"]), float(now.value)
    if key.endswith((".streak", ".records_ytd")):
        return CROSSED
    if key.endswith(".rsi_14"):
        crossed = any((a > limit) != (b > limit) for limit in (30, 70))
        return CROSSED if crossed else abs(b - a) / 10
    volatility = facts.get(key.replace(".close", ".realized_volatility_20d"))
    daily = float(volatility.value) / 252**0.5 if volatility and volatility.value else 0.05
    return round(abs(b / a - 1) / daily, 2) if a else 0.0


def draft_changes(changes: list[Change], previous: dict[str, Any] | None, facts: dict[str, Fact]) -> list[str]:
    """The section's sentences; the values before stand in the change records, each sentence states today's."""
    if previous is None:
        return ["No earlier commentary is stored to compare with."]
    told = [c for c in changes if c.after is not None and c.kind == "market"][:TOLD]
    if not told:
        return ["None of the watched figures is different from the previous commentary."]
    return [_sentence(c, facts[c.key]) for c in told]


def _sentence(change: Change, fact: Fact) -> str:
    name = capital(name_of(fact.subject)) if "_vs_" not in fact.subject else "The Russell 2000"
    slot = "{" + fact.key + "}"
    match fact.metric:
        case "streak":
            return f"{name}'s run of beating the S&P 500 stands at {slot}."
        case "records_ytd":
            return f"{name}'s record closes this year number {slot}."
        case "rsi_14":
            return f"{name}'s 14-day RSI is {slot}."
    return f"{name} closed at {slot} on {spell_date(fact.as_of)}."
