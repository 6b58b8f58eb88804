"""A measure as it is asked: what of which series, over which window, under which condition."""

import re
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from tools.errors import BadQuery
from tools.measures.windows.window import Window, plain_schema

Kind = Literal[
    "value", "change", "growth", "compare", "extremes", "rank", "count", "share", "first", "last", "list", "drawdown",
    "average", "median", "volatility", "correlation", "beta", "after", "season",
]  # fmt: skip
Bucket = Literal["session", "week", "month", "quarter", "year"]
Test = Literal[
    "above", "below", "crosses_above", "crosses_below", "rises", "falls", "beats", "trails", "record", "event"
]
Order = Literal["best", "worst", "highest", "lowest"]
KINDS: tuple[Kind, ...] = get_args(Kind)
BUCKETS: tuple[Bucket, ...] = get_args(Bucket)
EVENTS = ("fed_cut", "fed_hike", "election")
MOST_ROWS = 60
WITH_PAIRS: tuple[Kind, ...] = ("compare", "correlation", "beta")
WITH_CONDITION: tuple[Kind, ...] = ("count", "share", "first", "last", "after")
OF_LEVELS: tuple[Test, ...] = ("above", "below", "crosses_above", "crosses_below")


class Condition(BaseModel):
    """What a session, or a bucket, must meet.

    Attributes:
        test: ``above`` and ``below`` are strict; ``crosses_above`` was at or below the session before; ``rises`` and
            ``falls`` by at least ``than`` percent (points for the VIX, basis points for yields), by anything where
            none is given; ``beats`` and ``trails`` another subject; ``record`` a close above every earlier one.
        than: A level, a percentage, another series, or for ``event`` one of ``EVENTS``.
        of: The series that is tested where not the measure's own, such as ``rut.rsi_14``.
        run: The condition holds so many sessions in a row, and counts on the one that makes it so many.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=plain_schema)
    test: Test
    than: float | str | None = Field(
        None, description="level, percent, other series, or event fed_cut/fed_hike/election"
    )
    of: str | None = Field(None, description="series tested, if another, as rut.rsi_14")
    run: int | None = Field(None, ge=2, le=100, description="so many in a row")

    @field_validator("than", mode="before")
    @classmethod
    def _number(cls, than: object) -> object:
        """A number within quotation marks, as models write them, is a number."""
        if isinstance(than, str) and re.fullmatch(r"\s*-?\d[\d,]*(\.\d+)?\s*%?\s*", than):
            return float(than.replace(",", "").replace("%", ""))
        return than

    @model_validator(mode="after")
    def _whole(self) -> "Condition":
        if self.test in (*OF_LEVELS, "beats", "trails") and self.than is None:
            raise ValueError(f"{self.test} needs what it is held against: a level or another series")
        if self.test in ("beats", "trails") and not isinstance(self.than, str):
            raise ValueError(f"{self.test} needs another subject, such as spx")
        if self.test in ("rises", "falls") and isinstance(self.than, str):
            raise ValueError(f"{self.test} takes a percentage")
        if self.test == "event" and self.than not in EVENTS:
            raise ValueError(f"an event is one of {', '.join(EVENTS)}")
        return self


class Query(BaseModel):
    """One measure asked of daily bars.

    Attributes:
        measure: What is wanted.
        subjects: The series measured, in the order asked. A subject (``rut``, ``IWM``, any Yahoo symbol or name) is its
            close; ``rut.high`` another field, ``rut.rsi_14`` an indicator, ``iwm.total`` the close with dividends
            reinvested, ``rut/spx`` a ratio, ``vix.percent`` the VIX or a yield by returns, ``macro.unemployment`` a
            macro series.
        window: Over what; each measure has its own where none is given, and says which.
        bucket: What is counted, ranked or listed.
        where: All of these must hold.
        n: How many are wanted of a list or of extremes.
        order: Which extremes; best and worst changes, highest and lowest values; all four where none is given.
        ahead: For ``after``: over how many sessions what followed is measured; 5, 21 and 63 where none is given.
        amount: For ``growth``: what was put in.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    measure: Kind
    subjects: Annotated[
        tuple[str, ...],
        Field(
            min_length=1,
            max_length=12,
            description="rut, IWM, any symbol or name; rut.high, rut.rsi_14, iwm.total, rut/spx, macro.unemployment",
        ),
    ]
    window: Window | None = None
    bucket: Bucket | None = None
    where: tuple[Condition, ...] = ()
    n: int | None = Field(None, ge=1, description="how many")
    order: Order | None = Field(None, description="which extremes")
    ahead: int | None = Field(None, ge=1, le=756, description="after: sessions ahead")
    amount: float | None = Field(None, gt=0, le=1e12, description="growth of")

    @model_validator(mode="after")
    def _whole(self) -> "Query":
        if self.measure in WITH_PAIRS and len(self.subjects) < 2:
            raise ValueError(f"{self.measure} needs two subjects or more, such as iwm and spy")
        if self.measure in WITH_CONDITION and not self.where:
            raise ValueError(f"{self.measure} needs a condition, such as 'above 30' or 'beats spx'")
        if self.where and self.measure not in WITH_CONDITION:
            raise ValueError(f"{self.measure} takes no condition; count, share, first, last and after do")
        if self.n is not None and self.n > MOST_ROWS:
            raise ValueError(f"a table has at most {MOST_ROWS} rows; ask for a longer bucket or a shorter window")
        return self


def make_query(**asked: object) -> Query:
    """A query of its parts.

    Raises:
        BadQuery: They make none; one line says why.
    """
    try:
        return Query.model_validate({k: v for k, v in asked.items() if v is not None})
    except ValidationError as error:
        raise BadQuery(first_error(error)) from None


def first_error(error: ValidationError) -> str:
    """The first thing that is wrong, in a line."""
    found = error.errors()[0]
    where = ".".join(str(part) for part in found["loc"])
    message = str(found["msg"]).removeprefix("Value error, ")
    return f"{where}: {message}" if where and found["type"] != "value_error" else message
