"""Who asks without a cookie shares nothing with others who do, and leaves nothing."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest

from assistant.page.ask import Asking, AskTab, Conversation
from assistant.page.blocks.conversations import GUEST, Conversations, ThreadFold
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program


@dataclass
class Asked:
    """A request as the page's events are handed it."""

    cookies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """Stands for a part of the page."""

    name: str


def _page(program: Program) -> tuple[Asking, ThreadFold]:
    fold: Any = ThreadFold(*(Part(n) for n in ThreadFold.__dataclass_fields__))
    tab: Any = AskTab(*(Part(n) for n in AskTab.__dataclass_fields__))
    visitors = Visitors(program.visitors_key())
    return Asking(program, Conversations(program, visitors, fold, "en"), tab), fold


def _ask(asking: Asking, request: Any, talk: Conversation | None = None) -> Conversation:
    shown = asking.begin("Is the Russell 2000 overbought?", talk, request)
    talk = shown[asking.tab.conversation]
    list(asking.answer("", "builtin", talk))
    asking.finish(talk)
    assert talk.fault is None
    assert talk.past
    return talk


def test_two_without_a_cookie_share_nothing(program: Program) -> None:
    asking, fold = _page(program)
    ann, bob = Asked(), Asked()
    talk = _ask(asking, ann)
    assert talk.thread.startswith(f"{GUEST}-")
    assert asking.threads.show(talk.thread, bob)[fold.pick]["choices"] == []
    assert asking.threads.turned(talk.thread, bob) == []
    for act in (asking.threads.delete, lambda t, r: asking.threads.rename(t, "mine now", r)):
        assert fold.word in act(talk.thread, bob)
    assert talk.past, "it stays on the page that asked"
    assert _ask(asking, ann, talk) is talk


def test_of_one_without_a_cookie_nothing_is_kept(program: Program) -> None:
    asking, _ = _page(program)
    before = {t.id for t in program.threads.listing()}
    talk = _ask(asking, Asked())
    assert {t.id for t in program.threads.listing()} == before
    assert program.threads.questions(talk.thread) == []


def test_one_with_a_cookie_finds_theirs_again_and_nobody_else_does(program: Program) -> None:
    asking, fold = _page(program)
    mine = Asked({COOKIE: asking.threads.visitors.new()})
    talk = _ask(asking, mine)
    held = asking.threads.show(talk.thread, mine)
    assert [t for _, t in held[fold.pick]["choices"]] == [talk.thread]
    other = Asked({COOKIE: asking.threads.visitors.new()})
    for request in (other, Asked(), Asked({COOKIE: f"{uuid4().hex}.{'0' * 64}"})):
        assert asking.threads.turned(talk.thread, request) == []
        assert asking._conversation(talk, request).thread != talk.thread


@pytest.mark.parametrize("owner", [None, ""])
def test_a_program_asked_for_nobody_keeps_nothing(program: Program, owner: str | None) -> None:
    before = len(program.threads.listing())
    list(program.ask("Is the Russell 2000 overbought?", evidence=program.evidence(), owner=owner))
    assert (len(program.threads.listing()) > before) is (owner is not None)
