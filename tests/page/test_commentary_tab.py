"""The Commentary tab in Chromium with an endpoint's model: progress, Stop, what is kept on reload; the Archive tab."""

import re
import threading
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.model_server import ModelServer, Reply, Text
from tests.page.serving import CHROMIUM, environment, served
from tests.page.test_browser import SECONDS, visiting

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}")


class Held:
    """A model that writes the headline at once, and the rest when it may."""

    def __init__(self) -> None:
        self.go, self.close = threading.Event(), "{rut.close}"
        self.asked = 0

    def __call__(self, body: dict[str, Any]) -> Reply:
        found = re.search(r'Write the section "([^"]+)"', body["messages"][-1]["content"])
        self.asked += bool(found)
        if found and found[1] != "Headline":
            self.go.wait(30)
        return Text(f"The Russell 2000 closed at {self.close} on 22 January 2026.")


def test_a_models_commentary_is_stopped_written_and_shown_again_from_the_store(
    browser: Browser, tmp_path: Path
) -> None:
    model = Held()
    server = ModelServer(model)
    env = environment(tmp_path, OPENAI_BASE_URL=server.url, OPENAI_API_KEY="sk-test", FOOTNOTE_MODEL="scripted")
    try:
        with served(env) as url:
            with visiting(browser, url) as visit:
                visit.page.get_by_role("tab", name="Commentary").click()
                visit.page.get_by_role("button", name="Regenerate").click()
                expect(visit.page.locator("#fn-progress")).to_contain_text("1 of 10, Headline", timeout=SECONDS)
                expect(visit.page.locator("#fn-brief section")).to_have_count(1)
                visit.page.click("#fn-write-stop")
                expect(visit.page.locator("#fn-progress")).to_contain_text("Stopped", timeout=SECONDS)
                expect(visit.page.locator("#fn-brief section")).to_have_count(0)
                model.go.set()
                visit.page.get_by_role("button", name="Regenerate").click()
                visit.page.wait_for_selector("#fn-brief .fn-disclaimer", timeout=SECONDS)
                expect(visit.page.locator("#fn-progress")).to_contain_text("Written")
                expect(visit.page.locator("#fn-brief .fn-notices")).to_contain_text("Written by scripted")
                assert not visit.complaints
                assert not visit.elsewhere
            asked = model.asked
            with visiting(browser, url) as visit:
                visit.page.get_by_role("tab", name="Commentary").click()
                visit.page.wait_for_selector("#fn-brief .fn-disclaimer", timeout=SECONDS)
                assert model.asked == asked, "what is kept is shown without a call"
                visit.page.get_by_role("tab", name="Archive").click()
                visit.page.wait_for_selector("#fn-archive .fn-disclaimer", timeout=SECONDS)
                expect(visit.page.locator("#fn-archive-finds")).to_contain_text("1 kept")
                visit.page.fill("#fn-archive-search textarea, #fn-archive-search input", "no such words")
                visit.page.keyboard.press("Enter")
                expect(visit.page.locator("#fn-archive-finds")).to_contain_text("Nothing kept holds", timeout=SECONDS)
                assert not visit.complaints
    finally:
        model.go.set()
        server.close()
