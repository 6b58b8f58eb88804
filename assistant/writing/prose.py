"""Sentences of the built-in writer: each a draft with slots, written where the evidence has what it needs."""

from collections.abc import Sequence
from datetime import date

from assistant.evidence.ledger import Ledger
from assistant.statements.names import capital, listed
from corpus.document import Passage
from tools.fact import Fact, spell_date

OVER = {"1d": "on the day", "5d": "over five sessions", "mtd": "for the month", "ytd": "for the year"}


class Prose:
    """Sentences over one ledger, each from the facts it names; a sentence whose facts are missing is empty."""

    def __init__(self, ledger: Ledger, day: date, horizon: str = "", period: str = "") -> None:
        self._ledger, self._day, self._horizon, self._period = ledger, day, horizon, period
        self._facts = {f.key: f for f in reversed(ledger.facts)}

    @property
    def day(self) -> date:
        return self._day

    def by(self, person: str) -> list[Passage]:
        """The passages of a person."""
        return self._ledger.by(person)

    @property
    def facts(self) -> list[Fact]:
        return self._ledger.facts

    @property
    def passages(self) -> list[Passage]:
        return list(self._ledger.passages.values())

    @property
    def measured(self) -> bool:
        """Whether the market was measured, beside what the library holds."""
        return any(not f.subject.startswith("library.") for f in self.facts)

    def fact(self, key: str) -> Fact | None:
        return self._facts.get(key)

    def name(self, key: str) -> str:
        """A subject's name as it stands in a sentence."""
        return self._ledger.name(key)

    def to(self, fact: Fact) -> str:
        """`` to 1 May 2026`` for a figure older than the answer's day, as where one of two ends earlier; else empty."""
        return f" to {spell_date(fact.as_of)}" if fact.as_of < self._day else ""

    def over(self, horizon: str, fact: Fact) -> str:
        """The period of a figure in words: ``on the day``, or of an older one its date."""
        if horizon == "1d" and fact.as_of < self._day:
            return f"on {spell_date(fact.as_of)}"
        return OVER[horizon] + self.to(fact)

    def slot(self, key: str, form: str = "") -> str:
        """The slot of a key, with its date where the ledger holds several."""
        held = [f for f in self._ledger.facts if f.key == key]
        at = f"@{self._facts[key].as_of}" if len(held) > 1 else ""
        return "{" + key + at + (f":{form}" if form else "") + "}"

    def moved(self, key: str, up: str = "up", down: str = "down") -> str:
        """Direction word and slot of a change: ``up {spx.return_ytd}``; ``unchanged`` where it is zero."""
        fact = self.fact(key)
        if fact is None:
            return ""
        if not fact.value:
            return "unchanged"
        return f"{up if float(fact.value) > 0 else down} {self.slot(key)}"

    def rotation(self, first: str, second: str, main: bool = True) -> list[str]:
        """How the first did against the second: the run, the year, and where it disagrees."""
        pair, a, b = f"{first}_vs_{second}", self.name(first), self.name(second)
        if not main:
            return self._other_pair(pair, a, b)
        out = [*self._over(pair, a, b), self.streak(pair, a, b)]
        year, month = self.fact(f"{pair}.spread_ytd"), self.fact(f"{pair}.spread_20d")
        if year and month:
            sides = ["ahead of" if float(f.value) > 0 else "behind" for f in (year, month)]
            wide = self.fact(f"{pair}.spread_20d_percentile")
            high = wide is not None and float(wide.value) >= 0.9
            rank = (
                f", in the {self.slot(f'{pair}.spread_20d_percentile', 'ordinal')} percentile of its history"
                if high
                else ""
            )
            told = f"For the year{self.to(year)} {a} is {self.slot(year.key)} {sides[0]} {b}."
            out = [told, *out] if self._horizon == "ytd" else [*out, told]
            out.append(f"Over 20 sessions{self.to(month)} {a} is {self.slot(month.key)} {sides[1]} {b}{rank}.")
        return [s for s in [*out, *self.sessions_led(pair)] if s]

    def sessions_led(self, pair: str) -> list[str]:
        """In how many of the last 20 sessions one was ahead of the other."""
        led = self.fact(f"{pair}.sessions_led_20d")
        if not led:
            return []
        first, second = (self.name(k) for k in pair.split("_vs_"))
        return [f"{capital(first)} beat {second} in {self.slot(led.key)} of the last 20{self.to(led)}."]

    def _over(self, pair: str, a: str, b: str) -> list[str]:
        """How far one was ahead over the day or the five sessions asked for."""
        words = {"1d": "On {day} {a} was", "5d": "Over five sessions{to} {a} is"}.get(self._horizon)
        fact = self.fact(f"{pair}.spread_{self._horizon}")
        if not words or not fact or not fact.value:
            return []
        side = "ahead of" if float(fact.value) > 0 else "behind"
        return [f"{words.format(day=spell_date(fact.as_of), to=self.to(fact), a=a)} {self.slot(fact.key)} {side} {b}."]

    def streak(self, pair: str, a: str, b: str) -> str:
        streak, day = self.fact(f"{pair}.streak"), self.fact(f"{pair}.spread_1d")
        if not streak:
            return (
                f"On {spell_date(day.as_of)} {a} was {self.slot(day.key)} {'ahead of' if float(day.value) > 0 else 'behind'} {b}."
                if day
                else ""
            )
        when = spell_date(streak.as_of)
        if streak.value == 0 and day:
            return f"{capital(a)} fell {self.slot(day.key)} behind {b} on {when}, so no run stands."
        if int(streak.value) < 2 and day:
            return f"{capital(a)} beat {b} by {self.slot(day.key)} on {when}."
        text = f"{capital(a)} has beaten {b} for {self.slot(streak.key)} in a row to {when}"
        since, length = self.fact(f"{pair}.streak_longest_since"), self.fact(f"{pair}.streak_longest_since_length")
        if since and length and int(streak.value) >= 5:
            if since.reading and since.reading.startswith("a tie"):
                return f"{text}, matching the run that ended on {self.slot(since.key)}."
            return f"{text}, the longest run since the one that ended on {self.slot(since.key)}, which lasted {self.slot(length.key)}."
        if streak.reading and int(streak.value) >= 5:
            return f"{text}, the {streak.reading.replace(streak.reading.split()[-1], spell_date(date.fromisoformat(streak.reading.split()[-1])))}."
        return text + "."

    def _other_pair(self, pair: str, a: str, b: str) -> list[str]:
        day, year = self.fact(f"{pair}.spread_1d"), self.fact(f"{pair}.spread_ytd")
        if not day or not year:
            return []
        verb = [("ahead of" if float(f.value) > 0 else "behind") for f in (day, year)]
        when, so_far = self.over("1d", day), self.over("ytd", year)
        if verb[0] == verb[1]:
            return [
                f"{capital(when)} {a} was {self.slot(day.key)} {verb[0]} {b}; {so_far} {a} is {self.slot(year.key)} {verb[1]} {b}."
            ]
        return [
            f"Against {b} the horizons disagree: {when} {a} was {self.slot(day.key)} {verb[0]} it, {so_far} {a} is {self.slot(year.key)} {verb[1]} it."
        ]

    def levels(self, keys: list[str], after_rotation: bool) -> list[str]:
        """Where the subjects stand: the first at length, the others in a clause each."""
        if not keys:
            return []
        out = [self.level(keys[0])]
        year = [k for k in (keys[1:] if not after_rotation else keys) if self.fact(f"{k}.return_ytd")]
        if not after_rotation:
            returns = [self._returns(keys[0])] if not self._period else []
            out = [*returns, *out] if self._horizon in ("5d", "mtd", "ytd") else [*out, *returns]
            out += [self.level(k, short=True) for k in keys[1:]]
        elif len(year) > 1 and not self._period:
            out.append("For the year, " + listed([self._so_far(k) for k in year]) + ".")
        return [s for s in out if s]

    def _so_far(self, key: str) -> str:
        """A subject's year in a clause, with its date where its bars end before the answer's day."""
        fact = self.fact(f"{key}.return_ytd")
        return f"{self.name(key)} is {self.moved(f'{key}.return_ytd')}{self.to(fact) if fact else ''}"

    def whole(self, keys: list[str]) -> list[str]:
        """What a past month or year asked for as a whole brought."""
        if not self._period:
            return []
        facts = [f for key in keys if (f := self.fact(f"{key}.return_{self._horizon}"))]
        moved = [f"{self.name(f.subject)} {self.moved(f.key, 'rose', 'fell')}" for f in facts if f.value]
        return [f"In {self._period} {listed(moved)}."] if moved else []

    def level(self, key: str, short: bool = False) -> str:
        close, name = self.fact(f"{key}.close"), capital(self.name(key))
        if not close:
            return ""
        text = f"{name} closed at {self.slot(close.key)} on {spell_date(close.as_of)}"
        if self.fact(f"{key}.return_1d"):
            text += f", {self.moved(f'{key}.return_1d')} on the day"
        if short:
            return text + (
                f" and {self.moved(f'{key}.return_ytd')} for the year." if self.fact(f"{key}.return_ytd") else "."
            )
        records, last, level = (
            self.fact(f"{key}.records_ytd"),
            self.fact(f"{key}.record_last_date"),
            self.fact(f"{key}.record_last"),
        )
        if records and records.dates and records.dates[-1] == close.as_of:
            return f"{text}, its {self.slot(records.key, 'ordinal')} record close of {close.as_of.year}."
        drawdown = self.fact(f"{key}.drawdown")
        if drawdown and last and level and float(drawdown.value) < 0:
            return f"{text}, and stands {self.slot(drawdown.key)} below its record close of {self.slot(level.key)} on {self.slot(last.key)}."
        return text + "."

    def record_count(self, key: str) -> list[str]:
        """How many record closes the year of the answer's day had."""
        fact = self.fact(f"{key}.records_ytd")
        return (
            [f"{capital(self.name(key))} set {self.slot(fact.key)} record closes in {fact.as_of.year}."] if fact else []
        )

    def _returns(self, key: str) -> str:
        wanted = [("return_mtd", "for the month"), ("return_ytd", "for the year"), ("return_1y", "over one year")]
        if self._day.month == 1 and self._horizon != "mtd":  # the month's and the year's are one
            wanted = wanted[1:]
        if self._horizon == "5d":
            wanted = [("return_5d", "over five sessions"), *wanted]
        wanted.sort(key=lambda w: w[0] != f"return_{self._horizon}")  # what was asked for comes first
        held = [(f, words) for m, words in wanted if (f := self.fact(f"{key}.{m}"))]
        parts = [f"{self.moved(f.key)} {words}" for f, words in held]
        if held and (to := self.to(held[0][0])):
            return f"{capital(to.strip())} {self.name(key)} is {listed(parts)}."
        return f"{capital(self.name(key))} is {listed(parts)}." if parts else ""

    def average(self, key: str, n: str) -> list[str]:
        """The average asked for: on which side of it the close stands, by how much, and its level."""
        level, gap, name = self.fact(f"{key}.sma_{n}"), self.fact(f"{key}.sma_{n}_distance"), capital(self.name(key))
        if not level or not gap:
            return [f"Footnote holds too few sessions of {self.name(key)} for that average."]
        side, when = "above" if float(gap.value) > 0 else "below", spell_date(gap.as_of)
        close = self.fact(f"{key}.close")
        points = (
            f"{name} closed {{= {close.key} - {level.key}}} points {side} its {n}-session moving average of {self.slot(level.key)} on {when}."
            if close
            else f"{name}'s {n}-session moving average stood at {self.slot(level.key)} on {when}."
        )
        return [f"On {when} {self.name(key)} was {self.slot(gap.key)} {side} its {n}-session moving average.", points]

    def momentum(self, key: str) -> list[str]:
        rsi, name = self.fact(f"{key}.rsi_14"), self.name(key)
        out = []
        if rsi:
            reading = (
                f"which counts as {rsi.reading}"
                if rsi.reading in ("overbought", "oversold")
                else "neither overbought nor oversold"
            )
            out.append(
                f"{capital(name)}'s 14-day RSI stood at {self.slot(rsi.key)} on {spell_date(rsi.as_of)}, {reading}."
            )
        near, far = self.fact(f"{key}.sma_50_distance"), self.fact(f"{key}.sma_200_distance")
        if near and far:
            sides = ["above" if float(f.value) > 0 else "below" for f in (near, far)]
            out.append(
                f"{capital(name)} is {self.slot(near.key)} {sides[0]} its 50-session moving average and {self.slot(far.key)} {sides[1]} its 200-session moving average."
            )
        return out

    def sectors(self) -> list[str]:
        held = [f for f in self._ledger.facts if f.metric.startswith("rank_")]
        if not held:
            return []
        horizon = held[0].metric.removeprefix("rank_")
        ranks = sorted((f for f in held if f.metric == f"rank_{horizon}"), key=lambda f: int(f.value))
        over, to = OVER[horizon], f"To {spell_date(ranks[0].as_of)}, "
        best, worst = ranks[:3], ranks[-3:]
        said = [f"{self.name(f.subject)} was {self.moved(f'{f.subject}.return_{horizon}')}" for f in best]
        out = [
            f"{to}of the sector funds {said[0]} {over}, in {self.slot(ranks[0].key, 'ordinal')} place, {listed(said[1:])}."
        ]
        ends = [f"{self.name(f.subject)} was {self.moved(f'{f.subject}.return_{horizon}')} {over}" for f in worst]
        other = f"{to}at the other end, " if self.to(ranks[0]) else "At the other end, "
        out.append(f"{other}{listed(ends)}.")
        return [*out, *self.advancers(), *self.tilt()]

    def advancers(self) -> list[str]:
        """How many sector funds rose over the horizon that was measured."""
        return [
            f"Of the sector funds with data, {self.slot(up.key)} rose {self.over(horizon, up)}."
            for horizon in OVER
            if (up := self.fact(f"sectors.advancers_{horizon}"))
        ]

    def last_of_sectors(self) -> list[str]:
        """The sector fund that came last over the horizon that was measured."""
        held = [f for f in self._ledger.facts if f.metric.startswith("rank_")]
        if not held:
            return []
        last, over = max(held, key=lambda f: int(f.value)), held[0].metric.removeprefix("rank_")
        return [
            f"{capital(self.name(last.subject))} came last of the sector funds {self.over(over, last)}, {self.moved(f'{last.subject}.return_{over}')}."
        ]

    def tilt(self) -> list[str]:
        """Cyclical sectors against defensive ones over the horizon that was measured."""
        return [
            f"By MSCI's grouping the cyclical sectors were {self.slot(tilt.key)}"
            f" {'ahead of' if float(tilt.value) > 0 else 'behind'} the defensive sectors {self.over(horizon, tilt)}."
            for horizon in OVER
            if (tilt := self.fact(f"sectors.cyclical_minus_defensive_{horizon}"))
        ]

    def volatility(self, asked: Sequence[str] = ()) -> list[str]:
        """The VIX with its place among its closes, and the 10-year yield; of one asked for alone, that one alone."""
        only = {"vix", "tnx"} & set(asked)
        vix, tnx = (self.fact(f"{key}.close") if not only or key in only else None for key in ("vix", "tnx"))
        out = []
        if vix and self.fact("vix.change_1d"):
            text = f"The VIX closed at {self.slot(vix.key)} on {spell_date(vix.as_of)}, {self.moved('vix.change_1d')} points on the day"
            if self._horizon in ("5d", "ytd") and self.fact(f"vix.change_{self._horizon}"):
                text += f" and {self.moved(f'vix.change_{self._horizon}')} points {OVER[self._horizon]}"
            high, when = self.fact("vix.high_close_20d"), self.fact("vix.high_close_20d_date")
            if high and when and float(high.value) > float(vix.value):
                text += (
                    f"; its highest close of the last 20 sessions was {self.slot(high.key)} on {self.slot(when.key)}"
                )
            out.append(text + ".")
            if self.fact("vix.percentile_1y") and self.fact("vix.percentile_all"):
                year, whole = (self.slot(f"vix.percentile_{n}", "ordinal") for n in ("1y", "all"))
                out.append(
                    f"The VIX closed in the {year} percentile of the past year and in the {whole} percentile of its history."
                )
        if tnx and self.fact("tnx.change_1d"):
            text = f"The 10-year Treasury yield stood at {self.slot(tnx.key)} on {spell_date(tnx.as_of)}, "
            over = [h for h in ("1d", "5d", "ytd") if h == "1d" or (only and self.fact(f"tnx.change_{h}"))]
            moves = [self.moved(f"tnx.change_{h}") + " " + OVER[h] for h in over]
            out.append(f"{text}{listed(moves)}.")
        return out
