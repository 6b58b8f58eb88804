"""An answer taken away from the page: copied, saved, linked to; its table sorted; where it comes from opened."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.page.serving import CHROMIUM
from tests.page.test_browser import SECONDS, visiting

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}")
RANKED = "Rank the sectors by return this year in a table"


def test_it_is_copied_with_its_footnotes_saved_and_linked_to(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        seen = visit.page
        seen.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.ask("How did the Russell 2000 do against the S&P 500 this year?")
        answer = seen.locator("#fn-past .fn-turn").last
        answer.locator(".fn-copy-answer").click()
        expect(answer.locator(".fn-copy-answer")).to_have_text("Copied")
        told = str(seen.evaluate("navigator.clipboard.readText()"))
        assert told.startswith("**How did the Russell 2000 do against the S&P 500 this year?**\n\n")
        marks, notes = set(re.findall(r"(?<=\S)\[\^(\d+)\]", told)), set(re.findall(r"(?m)^\[\^(\d+)\]: .+", told))
        assert marks
        assert marks == notes
        assert "not investment advice" in told
        html = str(seen.evaluate("navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())"))
        assert "<sup>1</sup>" in html
        assert "class=" not in html
        with seen.expect_download() as saved:
            answer.locator(".fn-save-answer").click()
        assert saved.value.path().read_text(encoding="utf-8") == told
        answer.locator(".fn-link-answer").click()
        link = str(seen.evaluate("navigator.clipboard.readText()"))
        assert not visit.complaints  # before the page is left, which Gradio's streams complain of
        seen.click("#fn-new")
        seen.goto(link)
        expect(seen.locator("#fn-past .fn-question")).to_contain_text("against the S&P 500", timeout=SECONDS)
        assert not visit.elsewhere


def test_its_table_sorts_and_is_copied_and_where_it_comes_from_opens(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        seen = visit.page
        seen.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.ask(RANKED)
        table = seen.locator("#fn-past .fn-prose table").first
        figures = table.locator("tbody tr td:nth-child(2)")
        table.locator(".fn-sort").nth(1).click()
        down = figures.all_inner_texts()
        table.locator(".fn-sort").nth(1).click()
        assert figures.all_inner_texts() == down[::-1]
        assert table.locator("th[aria-sort=ascending]").count() == 1
        table.locator(".fn-table-copy").click()
        rows = str(seen.evaluate("navigator.clipboard.readText()")).splitlines()
        assert len(rows) == 1 + len(down)
        assert all("\t" in row for row in rows)
        foot = seen.locator("#fn-past .fn-foot")
        expect(foot.locator(".fn-notices")).to_be_hidden()
        foot.locator("summary").click()
        expect(foot.locator(".fn-notices")).to_contain_text("built-in writer")
        expect(seen.locator("#fn-past .fn-step").first).to_be_hidden()
        seen.locator("#fn-past .fn-worked > summary").click()
        expect(seen.locator("#fn-past .fn-step").first).to_be_visible()


def test_a_chart_that_was_asked_for_is_open(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        visit.ask("Draw a chart of the Russell 2000 against the S&P 500")
        expect(visit.page.locator("#fn-chart-fold svg.main-svg").first).to_be_visible(timeout=SECONDS)
