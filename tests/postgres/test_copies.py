"""Two copies of the page on one PostgreSQL are one Footnote, and the death of one costs the answer it was giving."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from assistant.commentary.store import CommentaryStore
from assistant.conversation.threads import ThreadStore
from assistant.database import open_database
from tests.hesitant_model import HESITATE, Model
from tests.page.test_interfaces import call
from tests.postgres.conftest import NOW
from tests.postgres.copies import Copy, Visitor, copies
from tests.postgres.front import fronting, program
from tests.postgres.server import Postgres

Both = tuple[Copy, Copy, Model, str]


@pytest.fixture(scope="module")
def both(postgres: Postgres, furnished: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """Two copies whose schedule is due at once, the model that both ask, and their database's URL."""
    model, url = Model(), postgres.database(like=furnished)
    try:
        given = {"FOOTNOTE_DATABASE_URL": url, "FOOTNOTE_BRIEF_AT": "17:00", **model.settings}
        with copies(tmp_path_factory.mktemp("copies"), **given) as (first, second):
            yield first, second, model, url
    finally:
        model.close()


@pytest.fixture(scope="module")
def front(both: Both, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of nginx in front of the two; skips, saying so, where it isn't installed."""
    if program() is None:
        pytest.skip("needs nginx, which is not installed here")
    with fronting(tmp_path_factory.mktemp("nginx"), [copy.url for copy in both[:2]]) as url:
        yield url


def test_a_cookie_of_one_is_good_at_the_other(both: Both) -> None:
    first, second, *_ = both
    visitor = Visitor.at(first.url)
    assert "set-cookie" not in httpx.get(second.url, headers=visitor.headers).headers
    assert "set-cookie" in httpx.get(second.url, headers={"cookie": visitor.cookie[:-4] + "0000"}).headers


def test_a_conversation_goes_on_at_the_other_and_its_follow_up_is_understood(both: Both) -> None:
    first, second, *_ = both
    visitor = Visitor.at(first.url)
    begun = visitor.ask(first.url, "How did the Russell 2000 do in the last six months?")
    went_on = visitor.ask(second.url, "and the Nasdaq?", begun["thread"])
    assert went_on["request"]["windows"] == begun["request"]["windows"] != []
    assert went_on["request"]["took_over"]
    again = visitor.ask(first.url, "and the S&P 500?", begun["thread"])
    assert again["request"]["windows"] == begun["request"]["windows"]
    assert "S&P 500" in again["answer"]
    stranger = Visitor.at(second.url)
    assert stranger.ask(second.url, "and the Dow?", begun["thread"])["error"]["kind"] == "ThreadError"


def test_a_model_is_reminded_at_the_other_of_what_was_said_at_the_first(both: Both) -> None:
    first, second, model, _ = both
    visitor = Visitor.at(first.url)
    begun = visitor.ask(first.url, "How did the quokka index do?", model="scripted")
    visitor.ask(second.url, "and today?", begun["thread"], model="scripted")
    reminded = [r for r in model.server.requests if "and today?" in str(r["messages"])]
    assert reminded
    assert all("quokka" in str(r["messages"]) for r in reminded)


def test_what_is_added_at_one_is_found_at_the_other_by_those_who_may(both: Both) -> None:
    first, second, *_ = both
    ann, bob = Visitor.at(first.url), Visitor.at(second.url)
    ann.add(first.url, "mine", "Ann Ames", "Zirconium arbitrage will outlast every rally in small caps.", shared=False)
    ann.add(first.url, "ours", "Ann Ames", "Yttrium spreads foretell the turn of mid caps and banks.", shared=True)
    for copy in (second, first):
        assert "mine" in ann.finds(copy.url, "zirconium arbitrage outlasts")
        assert "mine" not in bob.finds(copy.url, "zirconium arbitrage outlasts")
        assert "ours" in bob.finds(copy.url, "yttrium spreads turn")
    for copy in (first, second):
        assert httpx.get(f"{copy.url}/readyz", timeout=20).json()["index"] == "ok"


def test_the_schedule_fires_once_and_the_commentary_is_made_once(both: Both) -> None:
    first, second, model, url = both
    with ThreadPoolExecutor(2) as pool:
        documents = list(pool.map(lambda copy: call(copy.url, "brief", ""), (first, second)))
    assert documents[0]["id"] == documents[1]["id"]
    assert len(model.sections) == len(set(model.sections)) > 3, "each section was asked for once"
    engine, _ = open_database(url, NOW)
    assert [row["id"] for row in CommentaryStore(engine).rows()] == [documents[0]["id"]]
    engine.dispose()


def test_behind_nginx_the_two_are_one_and_a_visitor_stays_with_one(both: Both, front: str) -> None:
    """A call is two requests and a form three, each good at one copy only: eight visitors would not all be lucky."""
    visitors = [Visitor.at(front) for _ in range(8)]
    for number, visitor in enumerate(visitors[:3]):
        visitor.add(front, f"front-{number}", "Ann Ames", f"Vanadium hoards number {number} lift banks.", shared=False)
        assert f"front-{number}" in visitor.finds(front, f"vanadium hoards {number}")
        assert f"front-{number}" not in visitors[-1].finds(front, f"vanadium hoards {number}")
    begun = [visitor.ask(front, "How did the Russell 2000 do in the last six months?") for visitor in visitors]
    for visitor, answer in zip(visitors, begun, strict=True):
        went_on = visitor.ask(front, "and the Nasdaq?", answer["thread"])
        assert went_on["request"]["windows"] == answer["request"]["windows"] != []
    for origin, status in (("http://evil.example", 403), (front, 200)):
        headers = {"origin": origin, **visitors[0].headers}
        body = {"data": ["rut.close", ""]}
        assert httpx.post(f"{front}/gradio_api/call/facts", json=body, headers=headers).status_code == status


def test_tls_in_front_makes_the_cookie_secure(both: Both) -> None:
    given = httpx.get(both[0].url, headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    assert "; Secure" in given
    assert "; Secure" not in httpx.get(both[0].url).headers["set-cookie"]


def test_a_copy_killed_in_mid_answer_loses_that_answer_alone(both: Both) -> None:
    """Comes last: one of the two doesn't live after it."""
    first, second, model, url = both
    visitor = Visitor.at(first.url)
    begun = visitor.ask(first.url, "How did the Russell 2000 do in the last six months?")
    lost: list[Exception] = []

    def ask() -> None:
        try:
            visitor.ask(first.url, f"Do not {HESITATE}.", begun["thread"], model="scripted")
        except Exception as error:  # noqa: BLE001 (whatever a client makes of a server that dies)
            lost.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert model.asked.wait(60)
    first.kill()
    model.go.set()
    asking.join(30)
    assert lost
    went_on = visitor.ask(second.url, "and the Nasdaq?", begun["thread"])
    assert went_on["request"]["windows"] == begun["request"]["windows"]
    engine, _ = open_database(url, NOW)
    kept = [turned.answer.question for turned in ThreadStore(engine).turns(begun["thread"])]
    engine.dispose()
    assert kept == ["How did the Russell 2000 do in the last six months?", "and the Nasdaq?"]


def test_behind_nginx_everybody_goes_on_after_it(both: Both, front: str) -> None:
    assert both[0].process.poll() is not None
    for _ in range(4):
        visitor = Visitor.at(front)
        begun = visitor.ask(front, "How did the Russell 2000 do in the last six months?")
        went_on = visitor.ask(front, "and the Nasdaq?", begun["thread"])
        assert went_on["request"]["windows"] == begun["request"]["windows"] != []
