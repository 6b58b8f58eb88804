"""What the command line and the page share: an open database and library, conversations, and answering a question."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import make_url

from assistant.bounds import QuestionError, Seats, check_question
from assistant.conversation.threads import ThreadStore
from assistant.database import BUSY_MILLISECONDS, keep_private
from assistant.evidence.opened import Opened
from assistant.evidence.source import Evidence
from assistant.settings import BUILTIN, Settings
from assistant.understanding.not_understood import before, impossible_day, no_name
from tools.data.sessions import FIRST_DAY, now
from tools.errors import BadDate
from tools.fact import spell_date

if TYPE_CHECKING:  # the agent's libraries take seconds to load, and only a question needs them
    from langgraph.checkpoint.sqlite import SqliteSaver

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
        self._checkpointer: SqliteSaver | None = None

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
        try:
            for event in turn.run():
                if isinstance(event, Answer) and not kept:
                    self.threads.keep(event, now())
                    kept = True
                yield event
        finally:
            if not kept and (turn.answer.sentences or stop.is_set()):
                self.threads.keep(turn.answer, now(), stopped=True)

    @property
    def checkpointer(self) -> "SqliteSaver":
        """Keeps threads, in the same database as everything else."""
        with self._lock:
            if self._checkpointer is None:
                from langgraph.checkpoint.sqlite import SqliteSaver

                url = make_url(self.settings.database_url)
                path = (
                    url.database
                    if url.get_backend_name() == "sqlite" and url.database
                    else str(self.settings.home / "threads.db")
                )
                Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                if path != ":memory:":
                    keep_private(Path(path))
                connection = sqlite3.connect(path, check_same_thread=False, timeout=BUSY_MILLISECONDS / 1000)
                self._checkpointer = SqliteSaver(connection)
                self._checkpointer.setup()
            return self._checkpointer

    def forget(self, thread: str, owner: str | None = None) -> None:
        """Deletes a conversation: its answers, and what the model is reminded of.

        Raises:
            ThreadError: There is none for the owner.
        """
        self.threads.delete(thread, owner)
        self.checkpointer.delete_thread(thread)

    def close(self) -> None:
        """Lets go of the database and the index; what was stored is kept."""
        with self._lock:
            if self._checkpointer is not None:
                self._checkpointer.conn.close()
                self._checkpointer = None
        super().close()


def _check_understood(question: str, evidence: Evidence) -> None:
    """Refuses a question whose day or subject can't be, which would be answered as if it were another.

    Raises:
        BadDate: A day that no calendar has, or a time before all data.
        QuestionError: A path, a tag or the like where a name would stand.
    """
    if day := impossible_day(question):
        raise BadDate(f"{day} is no such day: no calendar has it", "Name a day that exists.")
    if word := no_name(question):
        raise QuestionError(f"“{word}” is not understood as a name; ask for an index, a fund, a share or a person")
    if when := before(question, FIRST_DAY.year):
        raise BadDate(f"There are no bars of {when}: the data begins on {spell_date(evidence.first)}")
