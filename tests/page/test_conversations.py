"""Conversations in Chromium: found again after a reload, renamed, deleted, nobody else's; Stop, and who wrote."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.model_server import Calls, ModelServer, Text
from tests.page.serving import CHROMIUM, environment, served
from tests.page.test_browser import visiting

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}")
LEVELS = Calls(("levels", {"subjects": ["rut"]}))


def _kept(page: Page) -> str:
    """What the browser keeps of the conversation, once it does. A function waited for would be evaluated: CSP forbids it."""
    for _ in range(500):
        kept = page.evaluate("localStorage.getItem('footnote-thread') ?? ''")
        if len(kept) > 20:  # a name, enciphered
            return str(kept)
        page.wait_for_timeout(20)
    raise AssertionError("the browser keeps no conversation")


def test_a_conversation_survives_a_reload_and_is_renamed_and_deleted(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        visit.ask("Is the Russell 2000 overbought?")
        expect(visit.page.locator("#fn-stop")).to_be_hidden()
        expect(visit.page.locator("#fn-now article")).to_have_count(0)
        before = visit.page.inner_text("#fn-past .fn-prose")
        _kept(visit.page)
        assert not visit.complaints
        visit.page.reload()
        expect(visit.page.locator("#fn-past .fn-prose")).to_have_text(before)
        visit.complaints.clear()  # a reload aborts what the old page still had under way, and it says so
        visit.ask("and the Nasdaq?")
        expect(visit.page.locator("#fn-past .fn-turn")).to_have_count(2)
        assert "Nasdaq" in visit.page.locator("#fn-past .fn-turn").nth(1).inner_text()
        visit.page.click("#fn-threads button.label-wrap")
        expect(visit.page.locator("#fn-thread-pick input")).to_have_value("Is the Russell 2000 overbought? (2 answers, 2026-01-22)")  # fmt: skip
        visit.page.fill("#fn-thread-title input, #fn-thread-title textarea", "Stretched?")
        visit.page.click("#fn-thread-rename")
        expect(visit.page.locator("#fn-thread-pick input")).to_have_value("Stretched? (2 answers, 2026-01-22)")
        asked: list[str] = []
        visit.page.once("dialog", lambda d: (asked.append(d.message), d.dismiss()))
        visit.page.locator("#fn-thread-delete").press("Enter")
        assert asked == ["Delete the conversation “Stretched? (2 answers, 2026-01-22)”? It can't be brought back."]
        visit.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        expect(visit.page.locator("#fn-past .fn-turn")).to_have_count(2)
        visit.page.once("dialog", lambda d: d.accept())
        visit.page.click("#fn-thread-delete")
        expect(visit.page.locator("#fn-past .fn-turn")).to_have_count(0)
        expect(visit.page.locator("#fn-thread-word")).to_contain_text("No conversation is kept yet")
        assert not visit.complaints


def test_another_visitor_finds_none_of_it(browser: Browser, page: str) -> None:
    with visiting(browser, page) as one, visiting(browser, page) as other:
        one.ask("Is the Russell 2000 overbought?")
        stolen = _kept(one.page)
        other.page.evaluate("(id) => localStorage.setItem('footnote-thread', id)", stolen)
        other.page.reload()
        expect(other.page.locator(".fn-examples button").first).to_be_visible()
        expect(other.page.locator("#fn-past .fn-turn")).to_have_count(0)


def test_the_endpoint_s_answer_says_who_wrote_it_and_stop_cuts_it_off(browser: Browser, tmp_path: Path) -> None:
    long = "The Russell 2000 closed at {rut.close}. " + "And so on " * 350  # too short to be cut off
    server = ModelServer([LEVELS, Text("The Russell 2000 closed at {rut.close}.", cached=40), LEVELS, Text(long, pause=0.05)])  # fmt: skip
    env = environment(tmp_path, OPENAI_BASE_URL=server.url, OPENAI_API_KEY="sk-test", FOOTNOTE_MODEL="scripted")
    with served(env) as url, visiting(browser, url) as visit:
        visit.ask("How is the Russell 2000?")
        expect(visit.page.locator("#fn-past .fn-foot .fn-notices")).to_contain_text("Written by scripted")
        visit.page.click("#fn-model-fold button.label-wrap")
        expect(visit.page.locator("#fn-model-line")).to_contain_text("200 tokens read, 40 of them cached, 40 written")
        visit.page.fill("#fn-box textarea", "And again?")
        visit.page.press("#fn-box textarea", "Enter")
        visit.page.wait_for_selector("#fn-now .fn-sentence")
        visit.page.click("#fn-stop")
        expect(visit.page.locator("#fn-past")).to_contain_text("Stopped. What stands here is not the whole answer.")
        for _ in range(100):
            if server.gone:
                break
            visit.page.wait_for_timeout(20)
        assert server.gone
        assert not visit.complaints
    server.close()
