"""What followed earlier cases like this one, one mark a case, over what followed any session."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from assistant.charts.chart import Chart, is_simulated, short_name
from assistant.charts.style import BLUE, INK, ORANGE, axis, layout, plot
from assistant.statements.cards.metric_names import event_name
from assistant.statements.sentence_parts import Language, Part
from assistant.statements.words import say, shown, text
from tools.fact import Fact, show, stored
from tools.facts.base_rates import LENGTHS, forward
from tools.facts.catalogue import Catalogue
from tools.facts.rotation import Pair

BINS = 36
TOP, CASES, ALL = 2.0, 1.45, 0.9  # heights: of the plot, of the cases' row, of the highest bar
_FAMILY = re.compile(r"base_rate\.(?P<event>\w+)\.(?P<what>return|spread)_(?P<ahead>\d+)d\.\w+")


@dataclass(frozen=True)
class BaseRates(Chart):
    """Cases and all sessions.

    Attributes:
        n: How many cases.
        median: Theirs.
        median_all: That of all sessions.
        days: The session of each case.
        values: What followed each, in the medians' unit.
        edges: Bounds of the bars under them, one more than counts.
        counts: How many of all sessions lie between two bounds.
        ahead: Sessions looked ahead.
    """

    n: Fact
    median: Fact
    median_all: Fact
    days: tuple[date, ...]
    values: tuple[float, ...]
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    ahead: int

    def figure(self) -> Any:
        marks = {"color": BLUE, "size": 11, "opacity": 0.8, "line": {"width": 1, "color": "rgba(255,255,255,.5)"}}
        unit, said = self.median.unit, self.language
        hover = [
            text("base-rates-from", said, day=d, value=show(v, unit))
            for d, v in zip(self.days, self.values, strict=True)
        ]
        of_all = text("base-rates-of-all", said, n="%{customdata}")
        cases = {
            "type": "scatter", "mode": "markers", "x": self._scaled(self.values), "y": [CASES] * len(self.values),
            "marker": marks, "customdata": hover, "hovertemplate": "%{customdata}<extra></extra>",
        }  # fmt: skip
        edges = self._scaled(self.edges)
        scale = ALL / max(self.counts)
        bars = {
            "type": "bar", "x": [(a + b) / 2 for a, b in pairwise(edges)],
            "y": [c * scale for c in self.counts], "width": edges[1] - edges[0], "customdata": list(self.counts),
            "marker": {"color": INK, "opacity": 0.45}, "hovertemplate": f"{of_all}<extra></extra>",
        }  # fmt: skip
        notes, shapes = self._labels(), self._medians()
        frame = layout(self.title, self.subtitle, 210, (8, 8), notes, hovermode="closest", bargap=0, shapes=shapes)
        frame["xaxis"] = axis(range=[edges[0], edges[-1]], ticksuffix=self._suffix, zeroline=True, zerolinecolor=INK)
        frame["yaxis"] = axis(range=[0, TOP], showgrid=False, showticklabels=False)
        return plot([bars, cases], frame)

    @property
    def _suffix(self) -> str:
        return text("base-rates-percent", self.language) if self.median.unit == "fraction" else ""

    def _scaled(self, values: tuple[float, ...]) -> list[float]:
        return [v * 100 for v in values]

    def _medians(self) -> list[dict[str, Any]]:
        rows = ((self.median, BLUE, 1.25, 1.65), (self.median_all, ORANGE, 0, 1.0))
        return [
            {"type": "line", "x0": float(f.value) * 100, "x1": float(f.value) * 100, "y0": low, "y1": high,
             "line": {"color": colour, "width": 2.5}}
            for f, colour, low, high in rows
        ]  # fmt: skip

    def _labels(self) -> list[dict[str, Any]]:
        rows = (
            (self.median, BLUE, 1.67, "base-rates-median"),
            (self.median_all, ORANGE, 1.0, "base-rates-median-all"),
        )
        said = self.language
        edges = self._scaled(self.edges)
        out = []
        for fact, colour, height, message in rows:
            place = (float(fact.value) * 100 - edges[0]) / (edges[-1] - edges[0])
            anchor = "left" if place < 0.3 else "right" if place > 0.7 else "center"
            words = text(message, said, cases=_cases(self.n, said), value=shown(fact, said))
            label = {"text": words, "font": {"color": colour, "size": 12}, "showarrow": False}
            out.append({**label, "x": float(fact.value) * 100, "y": height, "xanchor": anchor, "yanchor": "bottom"})
        return out


def base_rates(catalogue: Catalogue, cited: Fact | None = None, language: Language = "en") -> BaseRates | None:
    """The chart; None where no earlier case is complete.

    Args:
        catalogue: The facts of a date.
        cited: The base rate to show; by default the return over 21 sessions after a run like the current one, or
            after the longest shorter one that has cases.
        language: Whose words.
    """
    found = _FAMILY.fullmatch(cited.metric) if cited else None
    event, what, ahead = (found["event"], found["what"], int(found["ahead"])) if found else (None, "return", 21)
    subject = "rut" if what == "return" else "rut_vs_spx"
    target = f"{what}_{ahead}d"
    streak = catalogue.get("rut_vs_spx.streak")
    events = [event] if event and event != "all" else _runs(streak)
    for name in events:
        n, median = (catalogue.get(f"{subject}.base_rate.{name}.{target}.{part}") for part in ("n", "median"))
        of_all = catalogue.get(f"{subject}.base_rate.all.{target}.median")
        if n and median and of_all:
            return _chart(catalogue, (n, median, of_all), name, ahead, what, language)
    return None


def _runs(streak: Fact | None) -> list[str]:
    """The run in progress and those looked at beside it, the longest first."""
    now = int(streak.value) if streak else 0
    lengths = {n for n in LENGTHS if n <= max(now, min(LENGTHS))} | ({now} if now > 2 else set())
    return [f"streak_{n}" for n in sorted(lengths, reverse=True)]


def _chart(
    catalogue: Catalogue, facts: tuple[Fact, Fact, Fact], event: str, ahead: int, what: str, language: Language
) -> BaseRates | None:
    small, large = catalogue.series("rut"), catalogue.series("spx")
    if small is None or large is None:
        return None
    n, median, of_all = facts
    pair = Pair(small, large)
    after = forward(pair.a, ahead) - (forward(pair.b, ahead) if what == "spread" else 0)
    by_day = dict(zip(pair.days, after, strict=True))
    values = tuple(float(stored(float(by_day[d]), median.unit)) for d in n.dates)
    counts, edges = np.histogram(after[~np.isnan(after)], BINS)
    case, few = event_name(event, language), "yes" if n.reading else "no"
    subtitle = text(
        "base-rates-subtitle", language, subject=short_name("rut", language), case=case, few=few,
        cases=_cases(n, language),
    )  # fmt: skip
    said = tuple(_said(catalogue, facts, ahead, event, language))
    heading = text("base-rates-heading", language, what=what, ahead=ahead)
    bounds, heights = tuple(float(e) for e in edges), tuple(int(c) for c in counts)
    return BaseRates(
        heading, subtitle, said, is_simulated(catalogue), n, median, of_all, n.dates, values, bounds, heights, ahead,
        language=language,
    )  # fmt: skip


def _cases(n: Fact, language: Language) -> str:
    return text("cases-counted", language, n=n.display, one="yes" if n.value == 1 else "no")


def _said(
    catalogue: Catalogue, facts: tuple[Fact, Fact, Fact], ahead: int, event: str, language: Language
) -> list[Part]:
    n, median, of_all = facts
    streak = catalogue.get("rut_vs_spx.streak")
    worst, up = (catalogue.get(n.key.removesuffix("n") + part) for part in ("worst", "share_positive"))
    alone = streak and event.startswith("streak_") and event != f"streak_{streak.value}" and int(streak.value) > 2
    return say(
        "base-rates-said", language, case=event_name(event, language), ahead=ahead, n=n, median=median, usual=of_all,
        one="yes" if n.value == 1 else "no",
        shares=say("base-rates-shares", language, up=up, worst=worst) if worst and up else "",
        few=text("base-rates-few", language) if n.reading else "",
        run=say("base-rates-run", language, run=streak) if streak and alone else "",
    )  # fmt: skip
