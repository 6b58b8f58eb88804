"""A claim of a text: what is said, of whom, over what, of which day; and what it says of itself."""

from dataclasses import dataclass
from datetime import date

from assistant.checker.text.stances import Stance
from assistant.checker.text.times import DAY, Span
from assistant.understanding.figures import Figure
from corpus.people import Person


@dataclass(frozen=True)
class When:
    """A window and a day that a claim may be of.

    Attributes:
        span: What it is measured over.
        day: The day that the window ends on or counts from.
        said: Whether the text says so, rather than leaving it to what is usual.
    """

    span: Span
    day: date
    said: bool = False


@dataclass(frozen=True)
class Claim:
    """One figure or comparison of a text.

    Attributes:
        start: Where its clause starts in the text given.
        end: Where it ends.
        text: The clause.
        kind: What it is said to measure; ``none`` where that isn't measured, with ``why``.
        subject: Key of whom it is said of, empty where no subject of the universe is.
        figure: The number; None for a comparison without one.
        when: The windows and days that it may be of, the likeliest first; each is a plain reading of the text.
        maybe: Windows and days that it may be of besides, if none of those holds.
        says: The direction claimed: 1 up or ahead, -1 down or behind, 0 where none is.
        other: The second subject of a comparison, empty without one.
        parameter: What else the kind needs: a field, an average's length, a superlative.
        why: Why it can't be checked, for ``none``.
        doubt: Why no verdict against it can be given, where something in the text is not understood.
        denied: Whether the text says that it isn't so.
        people: Whom the sentence credits.
        start_level: The level that a change is said to start from, in the same sentence.
        marks: Days that the claim itself names: of a record, of "since".
        stance: Where it says that people stand, of a claim of that.
        given: Whether a day of the text, rather than the date of the data, is counted from.
        others: More subjects that it is said of just so.
        core: Where the figure, or the words without which it is no claim, stand; the rest may be cut.
    """

    start: int
    end: int
    text: str
    kind: str
    subject: str = ""
    figure: Figure | None = None
    when: tuple[When, ...] = ()
    maybe: tuple[When, ...] = ()
    says: int = 0
    other: str = ""
    parameter: str = ""
    why: str = ""
    doubt: str = ""
    denied: bool = False
    people: tuple[Person, ...] = ()
    start_level: Figure | None = None
    marks: tuple["Mark", ...] = ()
    stance: Stance | None = None
    given: bool = False
    others: tuple[str, ...] = ()
    core: tuple[int, int] = (0, 0)

    @property
    def span(self) -> Span:
        return self.when[0].span if self.when else DAY

    @property
    def day(self) -> date:
        return self.when[0].day


@dataclass(frozen=True)
class Mark:
    """A time that a claim names as its own: the days that it may be, and whether it is one day.

    Attributes:
        first: The first day that it may be.
        last: The last.
        ever: Whether it is all that is held: "ever", "on record".
    """

    first: date
    last: date
    ever: bool = False


@dataclass
class Context:
    """What a sentence may leave out because something before it said it.

    Attributes:
        as_of: The last session known.
        day: The day that the text is of, so far as it says.
        dated: Whether it says so.
        heading: The window that a heading or a lead-in sets for what follows.
        subject: Whom the sentence before was about.
        when: The windows of the sentence before.
        mark: The day that "since then" counts from.
        people: Whom it named.
        index: The index last spoken of, which levels and readings without a name are of.
    """

    as_of: date
    day: date
    dated: bool = False
    heading: Span | None = None
    subject: str = ""
    when: tuple[When, ...] = ()
    mark: date | None = None
    people: tuple[Person, ...] = ()
    index: str = "rut"
