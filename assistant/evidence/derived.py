"""A figure computed from facts of the ledger, and the error of a name that the evidence can't fill."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal

from tools.fact import Fact, show


class SlotError(ValueError):
    """A slot that can't be filled; the message is the reason a reader of the draft is given."""


@dataclass(frozen=True)
class Derived:
    """A figure computed from facts by a slot's expression.

    Attributes:
        expression: As written, with spaces normalised.
        value: In the unit, as a fact would store it.
        unit: One of the contract's units.
        parts: The facts it came from, in order of appearance.
    """

    expression: str
    value: Decimal
    unit: str
    parts: tuple[Fact, ...]

    @property
    def id(self) -> str:
        """Hash of the expression and its facts' ids."""
        text = "|".join([self.expression, *(p.id for p in self.parts)])
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()

    @property
    def display(self) -> str:
        return show(float(self.value), self.unit)
