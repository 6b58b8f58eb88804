"""What every chart holds: its title, its words with the facts they name, and lines whose last point is a fact."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from assistant.statements.sentence_parts import Language, Part, fact_of
from assistant.statements.words import name_of, say, text
from tools.fact import Fact, stored
from tools.facts.catalogue import Catalogue

YEAR = 250  # sessions shown of a year


@dataclass(frozen=True)
class Chart:
    """What a chart shows.

    Attributes:
        heading: The title but for what is said of the sample.
        subtitle: How to read it.
        said: The text alternative in parts; each figure in it is a fact.
        simulated: Whether the bars are the sample's.
        language: Whose words.
    """

    heading: str
    subtitle: str
    said: tuple[Part, ...]
    simulated: bool
    language: Language = field(default="en", kw_only=True)

    @property
    def title(self) -> str:
        return text("chart-simulated", self.language, heading=self.heading) if self.simulated else self.heading

    @property
    def words(self) -> str:
        """What the chart shows, for those who can't see it."""
        return "".join(_plain(part) for part in self.in_words)

    @property
    def in_words(self) -> list[Part]:
        """The words with their figures still facts."""
        return say("chart-in-words", self.language, title=self.title, said=self.said)

    @property
    def cited(self) -> tuple[Fact, ...]:
        """The facts that the words name, in their order."""
        return tuple(fact for part in self.said if (fact := fact_of(part)))

    def figure(self) -> Any:
        """The chart as a Plotly figure, on a clear ground so that it stands on light and dark."""
        raise NotImplementedError


@dataclass(frozen=True)
class Line:
    """One line of a chart.

    Attributes:
        name: Its label.
        fact: What its last point states.
        values: One a session, at the precision facts are stored with; None where there is none.
    """

    name: str
    fact: Fact
    values: tuple[float | None, ...]


def line(catalogue: Catalogue, history: pd.DataFrame, key: str, name: str, sessions: int) -> Line | None:
    """The last sessions of a column; None where the catalogue has no such fact.

    Args:
        catalogue: Has the fact that the last point states.
        history: Every session's figures, from ``tools.facts.history``.
        key: The fact's key, which is the column's name.
        name: The label.
        sessions: How many are shown.
    """
    fact = catalogue.get(key)
    if fact is None or key not in history or isinstance(fact.value, str):
        return None
    values = history[key].to_numpy()[-sessions:]
    return Line(name, fact, tuple(None if np.isnan(v) else float(stored(float(v), fact.unit)) for v in values))


def days_of(history: pd.DataFrame, sessions: int) -> tuple[date, ...]:
    """The sessions shown, ascending."""
    return tuple(t.date() for t in history.index[-sessions:])


def is_simulated(catalogue: Catalogue) -> bool:
    """Whether the bars are the sample's."""
    return catalogue.market.source == "sample"


def short_name(key: str, language: Language, catalogue: Catalogue | None = None) -> str:
    """A subject's name without its article: ``Russell 2000``; outside the universe as the catalogue knows it."""
    series = catalogue.series(key) if catalogue else None
    return name_of(key, language, {key: series.subject.name} if series else {}).removeprefix("the ")


def period(days: Sequence[date], language: Language) -> str:
    """``from 23 January 2025 to 22 January 2026``."""
    return text("chart-period", language, first=days[0], last=days[-1])


def _plain(part: Part) -> str:
    return part if isinstance(part, str) else part.display if isinstance(part, Fact) else part.text
