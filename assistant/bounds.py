"""What is accepted from a person, checked before anything is loaded or fetched."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.words import storable

MOST_CALLS = 12  # of tools in a turn, all its rounds together
NEW_SYMBOLS = 4  # looked up in a turn or a call: each may cost a search and two fetches
LONGEST = 4000  # characters; a pasted article belongs in the checker


class QuestionError(ValueError):
    """The question can't be asked as it stands; the message says what to change.

    Attributes:
        kind: By which a page tells it in its reader's language; empty where it has no words of its own for it.
        given: What stands in those words.
    """

    def __init__(self, message: str, *, kind: str = "", **given: str | int) -> None:
        super().__init__(message)
        self.kind, self.given = kind, given


def check_question(text: str) -> str:
    """The question, stripped, and without characters that no database takes.

    Raises:
        QuestionError: It is empty or too long.
    """
    text = storable(text).strip()
    if not re.search(r"\w", text):
        raise QuestionError(
            "The question is empty; ask something about small caps, an index or an analyst", kind="empty"
        )
    if len(text) > LONGEST:
        message = f"The question has {len(text):,} characters, more than {LONGEST:,}; shorten it"
        raise QuestionError(message, kind="too-long", n=len(text), most=LONGEST)
    return text


class Busy(Exception):
    """As many questions are being answered as may be; told at once, instead of letting somebody wait unseen."""


class BeingStopped(Exception):
    """The program is being stopped: it takes no question any more, or cut an answer off.

    Attributes:
        cut: Whether an answer was cut off; what was said of it is kept in its conversation.
    """

    def __init__(self, *, cut: bool = False) -> None:
        super().__init__("Footnote is being stopped")
        self.cut = cut


class Seats:
    """How many may be answered at the same time.

    Args:
        most: Of them.

    Attributes:
        closed: Whether nobody is answered any more who isn't being answered already.
    """

    def __init__(self, most: int) -> None:
        self.most, self._taken, self._lock = most, 0, threading.Lock()
        self.closed = False

    @property
    def free(self) -> bool:
        """Whether nobody is being answered."""
        return self._taken == 0

    def close(self) -> None:
        """Lets nobody in any more."""
        with self._lock:
            self.closed = True

    @contextmanager
    def taken(self) -> Iterator[None]:
        """One of them, for as long as the block lasts.

        Raises:
            Busy: All are taken.
            BeingStopped: They are closed.
        """
        with self._lock:
            if self.closed:
                raise BeingStopped
            if self._taken >= self.most:
                raise Busy
            self._taken += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken -= 1
