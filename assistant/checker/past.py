"""What each fact would have stated at any session, for claims of other days: values from the histories, facts on demand."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from assistant.evidence.source import Evidence
from tools.data.sessions import is_session, previous_session
from tools.errors import MarketDataError
from tools.fact import Fact
from tools.facts.history import pair_history, subject_history
from tools.facts.rotation import Pair
from tools.facts.series import Series

NEARBY = 10  # sessions on each side that a claim may be another day's


class Past:
    """Values of facts by session, up to the evidence's date."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence, self.as_of = evidence, evidence.as_of
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

    def nearby(self, key: str, day: date) -> Iterator[tuple[int, date, float]]:
        """Sessions within ten of a day, the nearest first: how many away, the day, the value."""
        frame = self._frame(key)
        if frame is None or key not in frame.columns:
            return
        place = int(frame.index.searchsorted(pd.Timestamp(day), side="right")) - 1
        values = frame[key].to_numpy()
        for away in range(1, NEARBY + 1):
            for at in (place - away, place + away):
                if 0 <= at < len(values) and not np.isnan(values[at]):
                    yield away, frame.index[at].date(), float(values[at])

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
