"""What bars and facts state at any session, for claims of any day; and the words in which it is told."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from assistant.checker.bars import Move, Tape
from assistant.checker.text.times import Span
from assistant.evidence.source import Evidence
from assistant.statements.sentence_parts import Language
from assistant.statements.words import name_of, shown_as, text
from tools.data.sessions import is_session, previous_session
from tools.errors import MarketDataError
from tools.fact import Fact, show
from tools.facts.history import pair_history, subject_history
from tools.facts.rotation import Pair
from tools.facts.series import Series
from tools.measures.query import Query
from tools.measures.windows.window import Window
from tools.universe import UNIVERSE

RUNNING = {"day": "1d", "week": "week", "month": "mtd", "quarter": "qtd", "year": "ytd"}


class Past:
    """Values of bars and facts by session, up to the evidence's date, and how they are told.

    Args:
        evidence: Whose bars and views.
        language: In which what is found is told.
    """

    def __init__(self, evidence: Evidence, language: Language = "en") -> None:
        self.evidence, self.as_of, self.language = evidence, evidence.as_of, language
        self._tapes: dict[str, Tape | None] = {}
        self._measured: dict[tuple[str, date, date], Fact | None] = {}
        self._frames: dict[str, pd.DataFrame | None] = {}
        self._facts: dict[tuple[str, date], Fact | None] = {}

    def series(self, key: str) -> Series | None:
        return self.evidence.catalogue.series(key)

    def session(self, day: date) -> date:
        """The session on a day, or the last before it."""
        return day if is_session(day) else previous_session(day)

    def value(self, key: str, day: date) -> float | None:
        """What the fact of a key would state at a session; None where it doesn't exist."""
        frame = self._frame(key)
        at = pd.Timestamp(day)
        if frame is None or key not in frame.columns or at not in frame.index:
            return None
        found = float(frame[key].to_numpy()[frame.index.searchsorted(at)])
        return None if np.isnan(found) else found

    def nearby(self, key: str, day: date, most: int = 10) -> Iterator[tuple[int, date, float]]:
        """Sessions within so many of a day, the nearest first: how many away, the day, the value."""
        frame = self._frame(key)
        if frame is None or key not in frame.columns:
            return
        place = int(frame.index.searchsorted(pd.Timestamp(day), side="right")) - 1
        values = frame[key].to_numpy()
        for away in range(1, most + 1):
            for at in (place - away, place + away):
                if 0 <= at < len(values) and not np.isnan(values[at]):
                    yield away, frame.index[at].date(), float(values[at])

    def tape(self, key: str) -> Tape | None:
        """A subject's sessions with a close; None where there are no bars of it."""
        if key not in self._tapes:
            series = self.series(key)
            self._tapes[key] = Tape(series) if series is not None else None
        return self._tapes[key]

    def sectors(self) -> dict[str, Tape]:
        """The sector funds that bars are held of."""
        found = {k: self.tape(k) for k in UNIVERSE if k.startswith("sector.")}
        return {k: t for k, t in found.items() if t}

    def measured(self, key: str, base: date, end: date) -> Fact | None:
        """The fact of a change between two closes, or of the close itself where they are one day's."""
        if (key, base, end) not in self._measured:
            window = Window(start=base, end=end, closes=base != end)
            query = Query(measure="change" if base != end else "value", subjects=(key,), window=window)
            try:
                self._measured[key, base, end] = self.evidence.measure(query).facts[0]
            except (MarketDataError, ValueError):
                self._measured[key, base, end] = None
        return self._measured[key, base, end]

    def resolved(self, asked: tuple[str, date] | tuple[str, date, date] | None) -> Fact | None:
        """The fact that a reading asks for; of another day than the evidence's, measured where a measure has it."""
        if asked is None:
            return None
        if len(asked) == 3:
            return self.measured(*asked)
        key, day = asked
        subject, metric = _subject_of(key), key.rpartition(".")[2]
        return self.measured(subject, day, day) if metric == "close" and day != self.as_of else self.fact(key, day)

    def named_fact(
        self, key: str, span: Span, base: date, end: date, field: str
    ) -> tuple[str, date] | tuple[str, date, date] | None:
        """How the fact of a return is asked for: by its name in the catalogue where it has one there."""
        horizon = RUNNING.get(span.kind, "5d" if span == Span("sessions", n=5) else "")
        if end == self.as_of and horizon not in ("", "week"):
            return f"{key}.{'total_' if field != 'close' else ''}return_{horizon}", end
        return (key, base, end) if field == "close" else None

    def pair_fact(self, first: str, second: str, span: Span, end: date) -> tuple[str, date] | None:
        horizon = RUNNING.get(span.kind, "")
        known = end == self.as_of and horizon and self.fact(f"{first}_vs_{second}.spread_{horizon}", end)
        return (f"{first}_vs_{second}.spread_{horizon}", end) if known else None

    def fact(self, key: str, day: date) -> Fact | None:
        """The fact of a key at a session, from the catalogue of that session."""
        if (key, day) not in self._facts:
            try:
                self._facts[key, day] = self.evidence.at(day).get(key)
            except MarketDataError:
                self._facts[key, day] = None
        return self._facts[key, day]

    def pair(self, first: str, second: str) -> Pair | None:
        a, b = self.series(first), self.series(second)
        return Pair(a, b) if a and b else None

    def tell(self, message: str, **given: str | int | float | date) -> str:
        """A message in the language that is told in."""
        return text(message, self.language, **given)

    def name(self, key: str) -> str:
        return name_of(key, self.language)

    def called(self, key: str) -> str:
        """A subject's name at the head of a sentence, with the taxonomy where it is a sector."""
        name = self.name(key)
        if key in UNIVERSE and UNIVERSE[key].group == "sector":
            name = self.tell("checked-by-fund", subject=name)
        return name[:1].upper() + name[1:]

    def shown(self, value: float | None, unit: str) -> str:
        """A value as a fact of its unit shows it."""
        return shown_as(show(value or 0.0, unit), unit, value, self.language)

    def signed(self, value: float, unit: str) -> str:
        return self.shown(value, unit) if value <= 0 else "+" + self.shown(value, unit)

    def way(self, value: float, unit: str) -> str:
        """``up 0.83 %``, ``down 0.99 %``, ``unchanged``."""
        side = "up" if value > 0 else "down" if value < 0 else "level"
        return self.tell("checked-way", side=side, value=self.shown(abs(value), unit))

    def turned(self, says: int, value: float) -> str:
        """What is added where the text's direction is the other one."""
        side = "down" if says < 0 < value else "up" if says > 0 > value else ""
        return " " + self.tell("checked-turned", side=side) if side else ""

    def over(self, span: Span, tape: Tape, move: Move) -> str:
        """A window in words; one that isn't usual by the closes that it lies between."""
        base, end = tape.days[move.base], tape.days[move.end]
        if span.kind in RUNNING:
            return self.tell(f"checked-over-{span.kind}")
        if span.kind == "sessions":
            return self.tell("checked-over-sessions", n=span.n)
        if span.kind == "back" and span.n == 1:
            return self.tell(f"checked-over-one-{span.unit}")
        return self.tell("checked-over-dates", base=base, end=end)

    def moved(self, key: str, value: float, span: Span, tape: Tape, move: Move, says: int) -> str:
        """``The Russell 2000 was up 9.54 % for the year to 22 January 2026, not down.``"""
        words, end = self.over(span, tape, move), tape.days[move.end]
        message = (
            "checked-moved-between"
            if words == self.tell("checked-over-dates", base=tape.days[move.base], end=end)
            else "checked-moved"
        )
        return self.tell(
            message, subject=self.called(key), way=self.way(value, "fraction"), over=words, day=end
        ) + self.turned(says, value)

    def reading(self, key: str, measure: str, window: str, day: date) -> dict[str, str]:
        """What a claim was read as: of whom, what, over which window, of which day, in words."""
        message = f"checked-measure-{measure}".replace("_", "-")
        return {
            "subject": self.name(key) if key else "",
            "key": key,
            "measure": self.tell(message) if self._has(message) else measure.replace("_", " "),
            "window": window,
            "date": day.isoformat(),
        }

    def _has(self, message: str) -> bool:
        from assistant.statements.words import has_words

        return has_words(message, self.language)

    def _frame(self, key: str) -> pd.DataFrame | None:
        subject = _subject_of(key)
        if subject not in self._frames:
            self._frames[subject] = self._history(subject)
        return self._frames[subject]

    def _history(self, subject: str) -> pd.DataFrame | None:
        if "_vs_" in subject:
            pair = self.pair(*subject.split("_vs_"))
            return pair_history(pair) if pair and len(pair.index) > 1 else None
        series = self.series(subject)
        return subject_history(series) if series else None


def _subject_of(key: str) -> str:
    """``sector.xlb`` of ``sector.xlb.return_1d``."""
    parts = key.split(".")
    grouped = parts[0] in ("sector", "style")
    return ".".join(parts[:2]) if grouped else parts[0]
