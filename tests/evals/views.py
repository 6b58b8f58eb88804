"""Analysts' views: credited and quoted as the library has them, and with one thing changed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.document import Passage
from tests.evals.world import Case, World, american, long_date

FRESH = timedelta(days=88)
OPPOSITE = {"bullish": "bearish", "bearish": "bullish", "neutral": "bullish"}
NEGATED = {
    "expected": "did not expect", "thought": "did not think", "called": "refused to call", "warned": "did not warn", "saw": "did not see",
    "preferred": "did not prefer", "raised": "cut", "cut": "raised", "dismissed": "praised", "argued": "did not argue", "held": "no longer held",
    "worried": "did not worry", "liked": "disliked", "forecast": "did not forecast", "kept": "gave up", "set": "withdrew", "advised": "advised against",
    "downgraded": "upgraded", "stayed": "was no longer", "took": "never took", "put": "never put", "pointed": "never pointed", "doubted": "believed",
}  # fmt: skip
SUBJECTS = {
    "small caps": "large caps",
    "the Russell 2000": "the Nasdaq",
    "the S&P 500": "the Dow",
    "stocks": "bonds",
    "recession": "boom",
    "more": "less",
    "higher": "lower",
    "faster": "slower",
    "cheap": "dear",
    "low": "high",
}
STRANGERS = (
    "Jane Miller of Citadel",
    "Warren Buffett",
    "Jim Cramer",
    "Cathie Wood of ARK Invest",
    "Marcus Feldt of Nordea",
)
OTHER_FIRMS = ("Goldman Sachs", "UBS", "BlackRock", "Citigroup", "Vanguard")
INVENTED = (
    "this rally has legs",
    "we are buying every dip",
    "a bubble waiting to burst",
    "small caps are the only game in town",
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_NAME = re.compile(r"^(?:[A-Z][\w’'-]+\s)+[A-Z][\w’'-]+$")


def _day(passage: Passage) -> date | None:
    return date.fromisoformat(passage.published) if passage.precision == "day" else None


def _when(w: World, passage: Passage) -> str:
    day = _day(passage)
    if day:
        return w.rng.choice((f"On {long_date(day)}", f"On {american(day)}"))
    return f"In {passage.known_from:%B %Y}" if passage.precision == "month" else f"In {passage.published}"


def credit(passage: Passage) -> str:
    """``David Rosenberg of Rosenberg Research``."""
    return f"{passage.author} of {passage.firm}" if passage.firm else passage.author


def persons(w: World) -> list[Passage]:
    """Passages by one named person, known on the date."""
    return [
        p for p in w.passages if p.known_from <= w.as_of and _NAME.match(p.author) and p.firm and p.stance != "none"
    ]


def _said(passage: Passage) -> list[str]:
    """What follows the author's name or pronoun in the sentences that begin with either."""
    last = passage.author.split()[-1]
    pattern = re.compile(rf"(?:{re.escape(last)}|He|She)\s+((?:[a-z]+).*)\.$")
    sentences = _SENTENCE.split(passage.text.replace("\n", " "))
    return [match[1] for sentence in sentences if (match := pattern.match(sentence))]


def true_views(w: World) -> Iterator[Case]:
    """Views credited, dated and worded as stored."""
    for passage in persons(w):
        truth = f"{w.as_of}: {passage.id} by {passage.author}, {passage.firm}, {passage.published}, {passage.stance} on {passage.stance_on}"
        fresh = w.as_of - passage.known_from < FRESH
        if not fresh:
            yield from _latest(w, passage, truth)
            continue
        when, mark = _when(w, passage), f" [{passage.id}]"
        stance = f"{passage.stance} on {passage.stance_on}"
        reportedly = "reportedly " if passage.trust == "unverified" else ""
        yield Case("stance", f"{when}, {credit(passage)} was {reportedly}{stance}{mark}.", truth)
        yield Case("date of publication", f"{credit(passage)} gave the view {when[0].lower()}{when[1:]}{mark}.", truth)
        if passage.trust == "unverified":
            continue
        for said in _said(passage)[:2]:
            yield Case("view", f"{when}, {credit(passage)} {said}{mark}.", truth)
            yield Case("view", f"{passage.author} ({passage.firm}) {said} {when[0].lower()}{when[1:]}{mark}.", truth)
        for quote in passage.quotes:
            for text in (f"“{quote}”", f'"{quote}"'):
                yield Case("quotation", f"{when}, {credit(passage)} said: {text}{mark}.", truth)


def _latest(w: World, passage: Passage, truth: str) -> Iterator[Case]:
    own = sorted(
        (p for p in w.passages if p.author == passage.author and p.known_from <= w.as_of), key=lambda p: p.known_from
    )
    if (
        own[-1] is not passage
        or (len(own) > 1 and own[-2].known_from == passage.known_from)
        or passage.trust == "unverified"
    ):
        return
    yield Case(
        "older view",
        f"{_when(w, passage)}, {credit(passage)} was {passage.stance} on {passage.stance_on} [{passage.id}].",
        truth,
    )


def false_views(w: World) -> Iterator[Case]:
    """Views with the person, the firm, the date, the words or the direction changed."""
    known = persons(w)
    for passage in known:
        truth = f"{w.as_of}: {passage.id} by {passage.author}, {passage.firm}, {passage.published}, {passage.stance}; quotes {passage.quotes}"
        when, mark = _when(w, passage), f" [{passage.id}]"
        saids = _said(passage)
        stance = f"{passage.stance} on {passage.stance_on}"
        yield Case(
            "view reversed",
            f"{when}, {credit(passage)} was {OPPOSITE[passage.stance]} on {passage.stance_on}{mark}.",
            truth,
        )
        yield Case(
            "view reversed",
            f"{passage.author} of {passage.firm} is {OPPOSITE[passage.stance]} on {passage.stance_on}{mark}.",
            truth,
        )
        yield Case("unknown person", f"{when}, {w.rng.choice(STRANGERS)} was {stance}{mark}.", truth)
        yield Case("firm swapped", f"{when}, {passage.author} of {_other_firm(w, passage)} was {stance}{mark}.", truth)
        others = [p for p in known if p.author != passage.author]
        for wrong in _wrong_dates(passage):
            yield Case("wrong date of a view", f"On {long_date(wrong)}, {credit(passage)} was {stance}{mark}.", truth)
        if others:
            other = w.rng.choice(others)
            yield Case("wrong person", f"{when}, {credit(other)} was {stance}{mark}.", truth)
            if saids:
                yield Case("wrong person", f"{when}, {credit(other)} {saids[0]}{mark}.", truth)
                yield Case("wrong person", f"{when}, {other.author} {saids[0]}.", truth)
                yield Case("wrong passage cited", f"{when}, {credit(passage)} {saids[0]} [{other.id}].", truth)
        for said in saids:
            yield Case("uncredited view", f"Analysts {said}{mark}.", truth)
            yield Case("unknown person", f"{when}, {w.rng.choice(STRANGERS)} {said}{mark}.", truth)
            yield Case("passage that doesn’t exist", f"{when}, {credit(passage)} {said} [{passage.id}-2].", truth)
            yield Case(
                "passage that doesn’t exist",
                f"{when}, {credit(passage)} {said} [{passage.author.split()[-1].lower()}-1999-01-01].",
                truth,
            )
            first, _, rest = said.partition(" ")
            if first in NEGATED:
                yield Case("view negated", f"{when}, {credit(passage)} {NEGATED[first]} {rest}{mark}.", truth)
            yield Case(
                "paraphrase as quotation",
                f"{when}, {credit(passage)} said: “{' '.join(said.split()[1:9])}”{mark}.",
                truth,
            )
            for old, new in SUBJECTS.items():
                if old in said and new not in said:
                    yield Case(
                        "view of another subject", f"{when}, {credit(passage)} {said.replace(old, new)}{mark}.", truth
                    )
            years = re.findall(r"\b20[12]\d\b", said)
            if len(years) == 1 and years[0] not in passage.published:
                later = str(int(years[0]) + 1)
                yield Case(
                    "year in a view changed", f"{when}, {credit(passage)} {said.replace(years[0], later)}{mark}.", truth
                )
            if changed := _other_figure(w, said):
                yield Case("figure in a view changed", f"{when}, {credit(passage)} {changed}{mark}.", truth)
        invented = w.rng.choice(INVENTED)
        yield Case("invented quotation", f"{when}, {credit(passage)} said: “{invented}”{mark}.", truth)
        yield Case(
            "invented view",
            f"{when}, {credit(passage)} expected the Russell 2000 to rise by {w.rng.randrange(41, 59)}%{mark}.",
            truth,
        )
        yield Case(
            "invented view",
            f"{when}, {credit(passage)} recommended selling {w.rng.choice(('crypto', 'Japanese shares', 'oil stocks'))}{mark}.",
            truth,
        )
        for quote in passage.quotes:
            words = quote.split()
            place = w.rng.randrange(len(words))
            altered = " ".join(
                [*words[:place], w.rng.choice(("never", "huge", "hardly", "record")), *words[place + 1 :]]
            )
            yield Case("quotation altered", f"{when}, {credit(passage)} said: “{altered}”{mark}.", truth)
            yield Case("quotation altered", f'{when}, {credit(passage)} said: "{quote} indeed, or worse"{mark}.', truth)
            if others:
                yield Case(
                    "quotation of another", f"{when}, {credit(w.rng.choice(others))} said: “{quote}”{mark}.", truth
                )
            yield Case("quotation of another", f"One strategist said: “{quote}”.", truth)


def _other_firm(w: World, passage: Passage) -> str:
    return w.rng.choice([f for f in OTHER_FIRMS if f not in str(passage.firm)])


def _wrong_dates(passage: Passage) -> list[date]:
    day = _day(passage) or passage.known_from
    wrong = [day.replace(year=day.year - 1, day=min(day.day, 28)), day + timedelta(days=45)]
    return wrong + ([day + timedelta(days=1)] if passage.precision == "day" else [])


def _other_figure(w: World, said: str) -> str | None:
    numbers = [
        m for m in re.finditer(r"\d[\d,.]*\d|\d", said) if not re.fullmatch(r"(19|20)\d\d|500|600|2000|1000", m[0])
    ]
    if not numbers:
        return None
    m = w.rng.choice(numbers)
    digit = next(i for i in range(len(m[0])) if m[0][i].isdigit())
    new = str((int(m[0][digit]) + w.rng.randrange(1, 8)) % 9 + 1)
    if new == m[0][digit]:
        new = str(int(new) % 9 + 1)
    changed = m[0][:digit] + new + m[0][digit + 1 :]
    return said[: m.start()] + changed + said[m.end() :]
