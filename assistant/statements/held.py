"""The facts that a sentence written by code may use, and in whose words it is written."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.evidence.ledger import Ledger
from assistant.statements.sentence_parts import Language
from assistant.statements.words import name_of
from tools.fact import Fact

SHOWN = 3  # support or resistance levels told


class Held:
    """The facts a statement may use: of one day where one is given, and the language it is worded in.

    Args:
        ledger: The evidence.
        day: The only day whose facts count.
        language: Whose words.
    """

    def __init__(self, ledger: Ledger, day: date | None, language: Language = "en") -> None:
        self._ledger, self._day = ledger, day
        self.language = language

    def get(self, key: str) -> Fact | None:
        """The fact of a key, None where it isn't held."""
        try:
            return self._ledger.fact(key, self._day)
        except KeyError:
            return None

    def need(self, key: str) -> Fact:
        """The fact of a key.

        Raises:
            SlotError: It isn't held.
        """
        try:
            return self._ledger.fact(key, self._day)
        except KeyError as error:
            raise SlotError(str(error.args[0])) from None

    @property
    def facts(self) -> list[Fact]:
        """All of them, in the order they were taken in."""
        return self._ledger.facts

    def all(self, key: str) -> list[Fact]:
        """Every fact of a key, whatever its day, in the order they were taken in."""
        return [f for f in self._ledger.facts if f.key == key]

    def numbered(self, stem: str) -> list[Fact]:
        """The first few of facts that are numbered from 1."""
        found = (self.get(f"{stem}.{n}") for n in range(1, SHOWN + 1))
        return [f for f in found if f]

    def name(self, key: str) -> str:
        """A subject's name as it stands in a sentence: ``the Russell 2000``, ``罗素2000指数``, ``Toyota Motor (TM)``."""
        return name_of(key, self.language, self._ledger.names)
