"""Analysts' calls held against the market: implied upside from three bases, the pace needed, and how they ended."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from corpus.document import Passage
from corpus.front_matter import Call, known_from
from tools.caveats import caveat
from tools.data.sessions import is_session, previous_session
from tools.definitions import definition
from tools.fact import Base, Fact, Input, Source, spell_date, stored
from tools.facts.series import Series, make_fact

MONTH = 365.25 / 12  # days


@dataclass(frozen=True)
class _Held:
    """A call with the passage it stands in and the place of each bar it is measured from."""

    call: Call
    passage: Passage
    series: Series
    issue: int | None

    @property
    def subject(self) -> str:
        return f"call.{re.sub('[^a-z0-9]+', '_', self.passage.document)}"


def call_facts(passages: Iterable[Passage], series: Callable[[str], Series | None], as_of: date) -> list[Fact]:
    """The facts of every call known by a session whose index has bars, the newest call first.

    A target in points is taken as said; a forecast change is turned into one from the close it was measured from, where
    that is known. A range is held by its nearer end. Facts, with subjects such as ``call.desantis_2025_12_09``:
    ``target`` and ``issue_close`` (the close it was issued on); while it runs ``upside_from_close``,
    ``upside_from_issue``, ``upside_from_year_end`` (fractions, each with its base) and ``pace`` (fraction a month to
    the horizon); once its horizon has passed ``settled`` (the close then) and ``missed_by`` (that close over the
    target, less one; ``hit`` or ``missed`` as its reading). One that was withdrawn has no more than the first two.

    Args:
        passages: The library's; only those published by the session enter.
        series: Bars of a subject on the calendar, None without any.
        as_of: The session.
    """
    held: dict[str, _Held] = {}
    for passage in passages:
        bars = series(passage.call.subject) if passage.call and passage.known_from <= as_of else None
        if passage.call and bars is not None and bars.last == as_of:
            held.setdefault(passage.document, _Held(passage.call, passage, bars, _issue(passage.call, bars)))
    newest = sorted(held.values(), key=lambda h: h.passage.known_from, reverse=True)
    return [fact for one in newest for fact in _facts(one, [o for o in newest if o is not one])]


def _issue(call: Call, bars: Series) -> int | None:
    """Place of the close a call was issued on; None where only a month is known and no base is given."""
    day = call.base_date or (date.fromisoformat(call.issued) if len(call.issued) == 10 else None)
    if day is None or day < bars.days[0]:
        return None
    return bars.base_at(f"since.{day:%Y%m%d}")


def _facts(held: _Held, others: list[_Held]) -> list[Fact]:
    bars, call, last = held.series, held.call, len(held.series.index) - 1
    target, how = _target(held)
    if target is None:
        return []
    later = [
        o for o in others
        if o.passage.author == held.passage.author and o.call.subject == call.subject
        and o.call.horizon == call.horizon and o.passage.known_from > held.passage.known_from
    ]  # fmt: skip
    said = [how] if how else []
    if later:
        after = min(later, key=lambda o: o.passage.known_from)
        said.append(caveat("superseded", person=after.passage.author, day=spell_date(after.passage.known_from)))
    withdrawn = call.withdrawn is not None and known_from(call.withdrawn) <= bars.last
    if withdrawn and call.withdrawn is not None:
        said.append(caveat("withdrawn", day=spell_date(known_from(call.withdrawn))))
    due = spell_date(call.horizon)

    def fact(metric: str, value: float, base: int | None, reading: str = "", unit: str = "fraction") -> Fact:
        first = last if base is None else base
        at = None if base is None else Base(session=bars.days[base], field="close", value=float(bars.close[base]))
        return make_fact(
            bars.market, held.subject, metric, value, unit, (bars.input("close", first, True), _written(held)),
            as_of=bars.last, bars=(bars.bars,), base=at, reading=reading or f"for {due}",
            caveats=[*said, *bars.caveats(first, True)],
        )  # fmt: skip

    out = [_stated(held, target, said, f"for {due}")]
    if held.issue is not None:
        out.append(fact("issue_close", float(bars.close[held.issue]), held.issue, unit=bars.subject.unit))
    if withdrawn:
        return out
    if bars.last > call.horizon:
        return out + _settled(held, target, fact)
    for metric, base in (("close", last), ("issue", held.issue), ("year_end", bars.base_at("ytd"))):
        if base is not None:
            out.append(fact(f"upside_from_{metric}", target / bars.close[base] - 1, base))
    months = (call.horizon - bars.last).days / MONTH
    if months >= 1:
        pace = (target / bars.close[-1]) ** (1 / months) - 1
        out.append(fact("pace", pace, last, f"a month for {months:.1f} months"))
    return out


def _target(held: _Held) -> tuple[float | None, str]:
    """A call's level, and how it was come by where it wasn't said as one."""
    call = held.call
    value = call.target if call.target is not None else call.low
    assert value is not None
    said = "" if call.target is not None else caveat("nearer-end", high=call.high)
    if call.kind == "target":
        if call.target is None and call.high is not None and held.issue is not None:
            close = held.series.close[held.issue]
            value = min((call.low or 0, call.high), key=lambda level: abs(level - close))
        return float(value), said
    if held.issue is None:
        return None, ""
    start = f"{value:g} % from the close of {spell_date(held.series.days[held.issue])}"
    return float(held.series.close[held.issue] * (1 + value / 100)), "; ".join(
        filter(None, [f"forecast as {start}", said])
    )


def _range(held: _Held, target: float) -> tuple[float, float]:
    """The ends of what was called, in points; both the target where one level was named."""
    call = held.call
    if call.target is not None or call.low is None or call.high is None:
        return target, target
    if call.kind == "target":
        return float(call.low), float(call.high)
    assert held.issue is not None
    base = float(held.series.close[held.issue])
    return base * (1 + call.low / 100), base * (1 + call.high / 100)


def _settled(held: _Held, target: float, fact: Callable[..., Fact]) -> list[Fact]:
    bars, horizon = held.series, held.call.horizon
    place = bars.base_at(f"since.{horizon:%Y%m%d}")
    session = horizon if is_session(horizon) else previous_session(horizon)
    if place is None or bars.days[place] != session:
        return []
    actual = float(bars.close[place])
    low, high = _range(held, target)
    start = float(bars.close[held.issue]) if held.issue is not None else None
    if start is None and low == high:
        return []  # which side was called isn't known
    reached = low <= actual <= high  # a range is reached inside it, or beyond it on the side that was called
    if start is not None:
        reached = actual >= low if low >= start else actual <= high if high <= start else reached
    target = low if actual < low else high if actual > high and low < high else target
    word = "hit" if reached else "missed"
    when = f"{word}, settled on {spell_date(session)}"
    return [
        fact("settled", actual, place, when, bars.subject.unit),
        fact("missed_by", actual / target - 1, place, when),
    ]


def _written(held: _Held) -> Input:
    """The passage as an input: who said what, so that an edited document changes the ids that rest on it."""
    text = f"{held.passage.id}|{held.call.model_dump_json()}"
    day = held.passage.known_from
    return Input(
        symbol=f"library:{held.passage.document}", first=day, last=day, field="call",
        digest=hashlib.blake2b(text.encode(), digest_size=8).hexdigest(),
    )  # fmt: skip


def _stated(held: _Held, target: float, caveats: list[str], reading: str) -> Fact:
    meaning = definition("target")
    bars = held.series
    return Fact(
        key=f"{held.subject}.target",
        value=stored(target, bars.subject.unit),
        unit=bars.subject.unit,
        subject=held.subject,
        as_of=bars.last,
        definition=meaning.words,
        version=meaning.version,
        inputs=(_written(held),),
        source=Source(publisher=f"{held.passage.author}, {held.passage.medium}", retrieved_at=bars.bars.retrieved_at),
        state="simulated" if bars.market.source == "sample" else "settled",
        reading=reading,
        caveats=tuple(caveats),
        dates=(held.passage.known_from, held.call.horizon),
    )
