"""A paragraph being written: text with places, each a claim with its true wording and the ways to get it wrong."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from tests.evals.wraps.tape import Skip, Tape
from tools.data.sessions import next_session

NAMES = {
    "rut": ("the Russell 2000", "the Russell 2000 index", "the Russell 2000 index of smaller companies", "the small-cap Russell 2000"),
    "spx": ("the S&P 500", "the S&P 500", "the Standard & Poor's 500 index", "the S&P 500 index", "the broader S&P 500"),
    "comp": ("the Nasdaq", "the Nasdaq Composite", "the Nasdaq composite", "the tech-heavy Nasdaq Composite"),
    "dji": ("the Dow", "the Dow Jones Industrial Average", "the blue-chip Dow", "the Dow Jones industrial average"),
    "vix": ("the VIX", "the Cboe Volatility Index", "the CBOE Volatility Index, Wall Street's fear gauge,"),
    "sector.xlb": ("materials",), "sector.xle": ("energy",), "sector.xlf": ("financials",), "sector.xlk": ("technology",),
    "sector.xli": ("industrials",), "sector.xlp": ("consumer staples",), "sector.xlu": ("utilities",),
    "sector.xlv": ("health care",), "sector.xly": ("consumer discretionary",),
}  # fmt: skip
UP = ("rose", "gained", "added", "climbed", "advanced", "was up", "put on", "picked up")
DOWN = ("fell", "lost", "dropped", "declined", "slipped", "was down", "shed", "gave up")
CLOUDING = ("direction", "word", "level")  # faults that a whole sentence may be held against
CLOUDED = ("level of a record", "date of a record", "from average")
OPEN, CLOSE = "\x01", "\x02"
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "11", "12")


@dataclass
class Place:
    """One claim of a paragraph.

    Attributes:
        kind: What it states.
        text: As it stands where it is true.
        faults: Wordings that are false, by what is wrong with them.
        covers: How many of the places after it a fault here makes false (a direction word's).
        judged: False where the bars can't decide it, and nothing may be said for or against it.
    """

    kind: str
    text: str
    faults: dict[str, str] = field(default_factory=dict)
    covers: int = 0
    judged: bool = True


@dataclass(frozen=True)
class Claim:
    """A place in a finished text: whether it is true there, false, or beyond the bars.

    ``open`` is one that a fault beside it makes neither: "fell to 2,121.24" on a day it rose to that.
    """

    kind: str
    start: int
    end: int
    truth: bool | None
    fault: str = ""
    open: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A finished text and its claims."""

    form: str
    day: date
    text: str
    claims: tuple[Claim, ...]
    fault: str = ""


class Draft:
    """Writes one paragraph over a tape."""

    def __init__(self, tape: Tape, rng: random.Random) -> None:
        self.t, self.rng, self.day = tape, rng, tape.day
        self.places: list[Place] = []

    @property
    def next_day(self) -> date:
        """The session after, for what is said at a month's end."""
        return next_session(self.day)

    def put(self, place: Place) -> str:
        self.places.append(place)
        return f"{OPEN}{len(self.places) - 1}{CLOSE}"

    def pick(self, *words: str) -> str:
        return self.rng.choice(words)

    def name(self, subject: str, *, head: bool = False) -> str:
        text = self.rng.choice(NAMES[subject])
        return text[:1].upper() + text[1:] if head else text

    def moved(self, value: float, up: str = "", down: str = "", covers: int = 1) -> str:
        """A verb of the direction; wrong, it makes the places after it false."""
        up, down = up or self.pick(*UP), down or self.pick(*DOWN)
        right, wrong = (up, down) if value > 0 else (down, up)
        return self.put(Place("direction", right, {"direction": wrong}, covers))

    def number(self, kind: str, value: float, decimals: int, suffix: str = "", *, sign: bool = False, other: float | None = None, prefix: str = "") -> str:  # fmt: skip
        """A figure; wrong, it is misprinted, or another's (the day before's, another index's)."""
        text = self._shown(value, decimals, sign)
        if not any(c in "123456789" for c in text):
            raise Skip
        faults = {}
        for factor in (1.13, 1.31, 0.82):
            wrong = self._shown(value * factor, decimals, sign)
            if abs(float(_plain(wrong)) - float(_plain(text))) >= 2.5 * 10**-decimals:
                faults["misprint"] = prefix + wrong + suffix
                break
        if other is not None and (other > 0) == (value > 0):
            wrong = self._shown(other, decimals, sign)
            if abs(float(_plain(wrong)) - float(_plain(text))) >= 2.5 * 10**-decimals and wrong != "0":
                faults["another's"] = prefix + wrong + suffix
        return self.put(Place(kind, prefix + text + suffix, faults))

    @staticmethod
    def _shown(value: float, decimals: int, sign: bool) -> str:
        text = f"{abs(value):,.{decimals}f}"
        return ("+" if value > 0 else "-") + text if sign else text

    def percent(self, subject: str, window: str = "day", decimals: int = 1, word: str = "%", **more: bool) -> str:
        other = self._other(subject, window)
        return self.number(
            f"{window} percent", 100 * self.t.change(subject, window), decimals, word, other=other, **more
        )

    def _other(self, subject: str, window: str) -> float | None:
        if window == "day":
            values = self.t.closes(subject)
            return float(100 * (values.iloc[-2] / values.iloc[-3] - 1))
        return None

    def points(self, subject: str, window: str = "day", decimals: int = 2, **more: bool) -> str:
        return self.number(f"{window} points", self.t.points(subject, window), decimals, **more)

    def level(self, subject: str, day: date | None = None, decimals: int = 2, kind: str = "level") -> str:
        value = self.t.close(subject, day)
        return self.number(kind, value, decimals, other=self.t.before(subject, day or self.day))

    def when(self, kind: str, day: date, shown: Callable[[date], str], wrong: date, lead: str = "") -> str:
        """A date that is part of a claim; wrong, it is another."""
        return self.put(Place(kind, lead + shown(day), {"date": lead + shown(wrong)}))

    def count(self, kind: str, value: int, words: tuple[str, ...], suffix: str = "") -> str:
        """A small number in words; wrong, it is two more."""
        if not 0 < value < len(words):
            raise Skip
        wrong = value + 2 if value + 2 < len(words) else value - 2
        return self.put(Place(kind, words[value] + suffix, {"count": words[wrong] + suffix}))

    def word(self, kind: str, right: str, wrong: str) -> str:
        return self.put(Place(kind, right, {"word": wrong}))

    def word_covering(self, first: bool, right: str, wrong: str) -> str:
        """One of two opposite words; wrong, it makes the figure beside it false, so it is a claim of its own."""
        return self.word("side", *((right, wrong) if first else (wrong, right)))

    def put_level(self, kind: str, right: str, wrong: str) -> str:
        """A round level that was met, or one that was not."""
        return self.put(Place(kind, right, {"level": wrong}))

    def beyond(self, text: str) -> str:
        """A figure that no bars decide: of a company, another index, a ratio."""
        return self.put(Place("beyond the bars", text, judged=False))


def finish(form: str, draft: Draft, text: str, rng: random.Random, *, fault: bool) -> Paragraph:
    """The text with its places filled, one of them wrongly where a fault is wanted."""
    wrong, name = -1, ""
    able = [i for i, p in enumerate(draft.places) if p.faults]
    if fault:
        if not able:
            raise Skip
        wrong = rng.choice(able)
        name = rng.choice(sorted(draft.places[wrong].faults))
    out, claims, covered, at = "", [], 0, 0
    for i, piece in enumerate(text.replace(CLOSE, OPEN).split(OPEN)):
        if i % 2 == 0:
            out += piece
            continue
        place = draft.places[int(piece)]
        filled = place.faults[name] if int(piece) == wrong else place.text
        truth = None if not place.judged else int(piece) != wrong and not covered
        at = len(out) if int(piece) == wrong else at
        covered = place.covers if int(piece) == wrong else max(0, covered - 1)
        if place.kind != "direction":
            claims.append(Claim(place.kind, len(out), len(out) + len(filled), truth, name if truth is False else ""))
        out += filled
    if name in CLOUDING or (wrong >= 0 and draft.places[wrong].kind in CLOUDED):
        claims = [
            replace(c, open=c.truth is True and not re.search(r"[.!?]\s", out[min(c.end, at) : max(c.start, at)]))
            for c in claims
        ]
    return Paragraph(form, draft.day, out, tuple(claims), name)


def _plain(text: str) -> str:
    return text.replace(",", "")


def long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def short(day: date) -> str:
    month = {5: "May", 6: "June", 7: "July", 3: "March", 4: "April", 9: "Sept."}.get(day.month, f"{day:%b}.")
    return f"{month} {day.day}, {day.year}"


def month(day: date) -> str:
    return f"{day:%B %Y}"
