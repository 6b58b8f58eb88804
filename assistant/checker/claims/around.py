"""A figure with the words around it, and the kinds of measure that they may mean."""

import re
from dataclasses import dataclass

from assistant.checker.text.verbs import MOVES
from assistant.understanding.figures import Figure


@dataclass(frozen=True)
class Kind:
    """A kind of measure and what else it needs; ``none`` with why it isn't measured."""

    name: str
    parameter: str = ""
    why: str = ""


@dataclass(frozen=True)
class Around:
    """A figure and the words around it.

    Attributes:
        text: The sentence.
        figure: The figure.
        left: Where its clause starts.
        right: Where its clause ends.
        subject: Whom it is said of.
        other: Whom that is compared with.
        form: ``sentence``, or ``list`` where figures stand behind a name without verbs.
    """

    text: str
    figure: Figure
    left: int
    right: int
    subject: str
    other: str
    form: str = "sentence"

    @property
    def clause(self) -> str:
        return self.text[self.left : self.right]

    @property
    def before(self) -> str:
        return self.text[max(self.left, self.figure.start - 80) : self.figure.start]

    @property
    def after(self) -> str:
        return self.text[self.figure.end : min(len(self.text), self.figure.end + 70)]


FORECAST = re.compile(
    r"\b(?:targets?|targeting|project\w*|forecasts?|expects?|expected|predict\w*|upside|price target|year[- ]end)\b",
    re.I,
)
AVERAGE = re.compile(
    r"\b(20|50|100|150|200)[- ]?(?:day|session|d)?[- ]?(?:s?ma\b|dma\b|(?:simple )?(?:moving )?average|(?:\w+ ){0,2}moving average)",
    re.I,
)
VERB_ENDS = re.compile(
    rf"(?:{MOVES.pattern})(?: by)?(?: (?:about|around|roughly|nearly|almost|some|more than|less than|over|another|as much as|a|an|just|only|under|at least))* ?$",
    re.I,
)
