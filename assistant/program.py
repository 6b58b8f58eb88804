"""What the command line and the page share: an open database and library, conversations, and answering a question."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from assistant.bounds import QuestionError, Seats, check_question
from assistant.conversation.checkpoints import Checkpoints, checkpoint_errors, open_checkpoints
from assistant.conversation.threads import ThreadStore
from assistant.evidence.opened import Opened
from assistant.evidence.source import Evidence
from assistant.keys import visitors_key
from assistant.settings import BUILTIN, Settings
from assistant.understanding.not_understood import before, impossible_day, no_name
from tools.data.sessions import FIRST_DAY, now
from tools.errors import BadDate
from tools.fact import spell_date

if TYPE_CHECKING:  # the agent's libraries take seconds to load, and only a question needs them
    from langgraph.checkpoint.base import BaseCheckpointSaver

    from assistant.conversation.events import Event


ASKING_AT_ONCE = 50  # on the page and over its interfaces together


class Program(Opened):
    """One running Footnote. Opening it touches no network and loads no model.

    Attributes:
        threads: Conversations.
        seats: For whoever is answered to others: the page and its interfaces.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.threads = ThreadStore(self.engine)
        self.seats = Seats(ASKING_AT_ONCE)
        self._lock = threading.Lock()
        self._checkpoints: Checkpoints | None = None
        self._stops: set[threading.Event] = set()  # of the answers under way

    def ask(
        self,
        question: str,
        *,
        evidence: Evidence,
        model: str | None = None,
        thread: str | None = None,
        owner: str | None = "",
        stop: threading.Event | None = None,
        language: str | None = None,
        wording: str | None = None,
    ) -> "Iterator[Event]":
        """Answers a question in a thread, and keeps the answer there; see ``assistant.conversation.agent.Turn``.

        Args:
            question: As typed.
            evidence: Where facts and passages come from.
            model: ``builtin`` or a name of the endpoint; the settings' own when None.
            thread: Id of the conversation; a new one when None.
            owner: Whose conversation it is, where it is new; None for nobody's, of which nothing is kept.
            language: ``en``, ``zh``, or ``auto`` for the question's own; the settings' own when None.
            wording: ``open`` or ``proved``; the settings' own when None.
            stop: Set from elsewhere to stop at once; what was said so far is kept, as stopped.

        Raises:
            QuestionError: The question is empty or too long, or names what can be no name.
            BadDate: It names a day that doesn't exist, or one before all data.
            ThreadError: The thread is another's.
            StoreError: The database can't be read or written, here or while it is answered.
        """
        question = check_question(question)
        _check_understood(question, evidence)
        thread = thread or uuid4().hex
        if owner is not None:
            self.threads.open(thread, owner, question, now())
        return self._answering(
            question,
            evidence,
            model or self.settings.model,
            thread,
            stop or threading.Event(),
            language or self.settings.language,
            wording or self.settings.wording,
            owner is not None,
        )

    def _answering(
        self,
        question: str,
        evidence: Evidence,
        model: str,
        thread: str,
        stop: threading.Event,
        language: str,
        wording: str,
        keeping: bool,
    ) -> "Iterator[Event]":
        from assistant.checker.report import check_lines
        from assistant.conversation.agent import Turn
        from assistant.conversation.answer import Answer
        from assistant.conversation.events import Earlier

        earlier = self.threads.questions(thread) if keeping else []
        checkpointer = self.checkpointer if keeping else None
        turn = Turn(question, evidence, model, checkpointer, thread, stop, check_lines, earlier, language, wording)
        turn.remember(Earlier(*self.threads.evidence(thread)) if keeping and model != BUILTIN else Earlier())
        kept = not keeping
        self._stops.add(stop)
        try:
            with checkpoint_errors():
                for event in turn.run():
                    if isinstance(event, Answer) and not kept:
                        self.threads.keep(event, now())
                        kept = True
                    yield event
        finally:
            self._stops.discard(stop)
            if not kept and (turn.answer.sentences or stop.is_set()):
                self.threads.keep(turn.answer, now(), stopped=True)

    @property
    def checkpointer(self) -> "BaseCheckpointSaver[Any]":
        """Keeps threads, in the same database as everything else.

        Raises:
            StoreError: The database can't be read or written.
        """
        with self._lock:
            if self._checkpoints is None:
                self._checkpoints = open_checkpoints(self.engine)
            return self._checkpoints.saver

    def cut_off(self) -> None:
        """Stops the answers under way; what was said of each is kept, as stopped."""
        for stop in tuple(self._stops):
            stop.set()

    def visitors_key(self) -> bytes:
        """What signs visitors' cookies, the same on every copy.

        Raises:
            StoreError: The database can't be read or written.
        """
        return visitors_key(self.engine, self.settings.secret, self.settings.home)

    def forget(self, thread: str, owner: str | None = None) -> None:
        """Deletes a conversation: its answers, and what the model is reminded of.

        Raises:
            ThreadError: There is none for the owner.
        StoreError: The database can't be written.
        """
        self.threads.delete(thread, owner)
        with checkpoint_errors():
            self.checkpointer.delete_thread(thread)

    def close(self) -> None:
        """Lets go of the database and the index; what was stored is kept."""
        with self._lock:
            if self._checkpoints is not None:
                self._checkpoints.close()
                self._checkpoints = None
        super().close()


def _check_understood(question: str, evidence: Evidence) -> None:
    """Refuses a question whose day or subject can't be, which would be answered as if it were another.

    Raises:
        BadDate: A day that no calendar has, or a time before all data.
        QuestionError: A path, a tag or the like where a name would stand.
    """
    if day := impossible_day(question):
        raise BadDate(f"{day} is no such day: no calendar has it", "Name a day that exists.", kind="no-day", text=day)
    if word := no_name(question):
        message = f"“{word}” is not understood as a name; ask for an index, a fund, a share or a person"
        raise QuestionError(message, kind="no-name", text=word)
    if when := before(question, FIRST_DAY.year):
        message = f"There are no bars of {when}: the data begins on {spell_date(evidence.first)}"
        raise BadDate(message, kind="no-bars-of", text=when, first=evidence.first)
