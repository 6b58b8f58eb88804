"""What a document's front matter may hold: figures, calls, outcomes, and dates at the precision they were given.

A date is kept as written, ``2026-01-22``, ``2025-12`` or ``2025``, because a month isn't a day. What was published in a
month, or a year, counts as known only at that month's, or year's, end.
"""

import calendar
import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

Precision = Literal["day", "month", "year"]
Stance = Literal["bullish", "bearish", "neutral", "none"]
Trust = Literal["primary", "secondary", "unverified", "user"]

LONGEST_QUOTE = 12  # words: a short quotation is fair use, a long one is a copy
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Frozen(BaseModel):
    """A value that is checked once and never changes; a key it doesn't know is an error, not a remark."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _partial_date(value: Any) -> str:
    """The date as text at its own precision. YAML hands a full date over as ``date`` and a bare year as ``int``."""
    if isinstance(value, datetime):
        raise ValueError("a date without a time is expected, such as 2026-01-22, 2025-12 or 2025")  # noqa: TRY004
    if isinstance(value, date):
        return value.isoformat()
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not (parts := _PARTIAL_DATE.fullmatch(text.strip())):
        raise ValueError(f"{str(value)[:40]!r} is no date such as 2026-01-22, 2025-12 or 2025")
    year, month, day = parts.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"{text!r} is not in the calendar") from None
    return text.strip()


PartialDate = Annotated[str, BeforeValidator(_partial_date)]
Chinese = Annotated[str, Field(min_length=1)]  # ours, of what stands beside it in English


def precision(published: str) -> Precision:
    """How precisely a date is known: ``precision("2025-12") == "month"``."""
    return {10: "day", 7: "month", 4: "year"}[len(published)]  # type: ignore[return-value]


def known_from(published: str) -> date:
    """The first day on which it counts as known: ``known_from("2025-12") == date(2025, 12, 31)``."""
    parts = [int(part) for part in published.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def first_day(published: str) -> date:
    """The first day that a date may mean: ``first_day("2025-12") == date(2025, 12, 1)``."""
    return date.fromisoformat((published + "-01-01")[:10])


class Figure(Frozen):
    """One number that a document states: a value, or a range where ``low`` or ``high`` may stand alone."""

    name: str = Field(min_length=1)
    unit: str = Field(min_length=1)
    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    base_date: PartialDate | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _states_a_number(self) -> "Figure":
        if self.value is None and self.low is None and self.high is None:
            raise ValueError("a figure needs a value, a low or a high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("a figure's low is above its high")
        return self


class Call(Frozen):
    """A forecast that can be settled: a level (``target``) or a change in percent (``return``) by a day."""

    kind: Literal["target", "return"]
    subject: Literal["rut", "spx"]
    unit: Literal["index points", "percent"] = "index points"
    target: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    issued: PartialDate
    horizon: date
    base_date: date | None = None
    base: float | None = None
    withdrawn: PartialDate | None = None  # given up on that day, without another in its place

    @model_validator(mode="after")
    def _can_be_settled(self) -> "Call":
        if self.target is None and (self.low is None or self.high is None):
            raise ValueError("a call needs a target, or a low and a high")
        if (self.kind == "return") != (self.unit == "percent"):
            raise ValueError("a call's target is in index points and its return in percent")
        if self.issued > self.horizon.isoformat():  # ISO dates of any precision sort as text
            raise ValueError("a call's horizon is before it was issued")
        return self


class Position(Frozen):
    """Where an author stands on a subject that the stance isn't on: "cuts" at the Fed."""

    subject: str = Field(min_length=1)
    at: str = Field(min_length=1)


class Outcome(Frozen):
    """How it turned out, or what was learnt later. Shown only to those who ask as of a day on which it was known."""

    text: str = Field(min_length=1)
    text_zh: Chinese | None = None
    known_from: date
    figures: tuple[Figure, ...] = ()


def check_quotes(quotes: tuple[str, ...]) -> tuple[str, ...]:
    """Refuses a quotation that is empty or longer than twelve words."""
    for quote in quotes:
        if not quote.strip():
            raise ValueError("a quote is empty")
        if len(quote.split()) > LONGEST_QUOTE:
            raise ValueError(f"a quote has {len(quote.split())} words, more than {LONGEST_QUOTE}: {quote[:40]!r}")
    return quotes


class FrontMatter(Frozen):
    """The fields above a document's text. Author, published and title are required, the rest is optional.

    Fields in ``_zh`` are our Chinese of the field without it; ``quotes_zh`` has an entry for each of ``quotes``.
    """

    author: str = Field(min_length=1)
    published: PartialDate
    title: str = Field(min_length=1)
    title_zh: Chinese | None = None
    firm: str | None = None
    role: str | None = None
    published_note: str | None = None
    medium: str | None = None
    url: str | None = None
    stance: Stance = "none"
    stance_on: str | None = None
    stance_on_zh: Chinese | None = None
    horizon: str | None = None
    topics: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    trust: Trust = "user"  # every shipped document states its trust; one that doesn't was brought by the person
    figures: tuple[Figure, ...] = ()
    quotes: tuple[str, ...] = ()
    quotes_zh: tuple[Chinese, ...] = ()
    call: Call | None = None
    same_event: str | None = None
    outcome: Outcome | None = None

    _quotes_are_short = field_validator("quotes")(check_quotes)

    @model_validator(mode="after")
    def _each_quote_has_its_chinese(self) -> Self:
        if self.quotes_zh and len(self.quotes_zh) != len(self.quotes):
            raise ValueError(f"quotes_zh: has {len(self.quotes_zh)} entries where quotes has {len(self.quotes)}")
        return self

    @field_validator("url")
    @classmethod
    def _is_a_web_address(cls, url: str | None) -> str | None:
        if url is not None and not re.fullmatch(r"https?://[^\s/]+\S*", url):
            raise ValueError("a web address begins with http:// or https://")
        return url

    @property
    def precision(self) -> Precision:
        """How precisely ``published`` is known."""
        return precision(self.published)

    @property
    def known_from(self) -> date:
        """The first day on which this counts as known."""
        return known_from(self.published)


def first_reason(error: ValidationError) -> str:
    """The first of what is wrong with front matter, in one line."""
    problems = error.errors(include_url=False)
    where = " ".join(".".join(str(step) for step in problems[0]["loc"]).split())[:80]
    what = {"missing": "is missing", "extra_forbidden": "is not a known key"}.get(
        problems[0]["type"], problems[0]["msg"]
    )
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{where}: {what.removeprefix('Value error, ')}{more}".removeprefix(": ")
