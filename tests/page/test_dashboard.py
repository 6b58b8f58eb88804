"""The dashboard, the definitions and an answer's chart in Chromium."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.page.serving import CHROMIUM
from tests.page.test_browser import SECONDS, visiting

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}")


@pytest.mark.parametrize(("width", "dark"), [(1440, True), (390, False)])
def test_the_dashboard_shows_figures_with_footnotes_a_table_and_six_charts(
    browser: Browser, page: str, width: int, dark: bool
) -> None:
    with visiting(browser, page, width, dark) as visit:
        visit.tab("Dashboard")
        table = visit.page.locator(".fn-table")
        expect(table.locator("tbody tr")).to_have_count(8, timeout=SECONDS)
        expect(table.locator("tfoot tr")).to_have_count(3)
        expect(table.locator("caption")).to_contain_text("Rotation verdict")
        assert table.locator("tbody th").first.get_attribute("scope") == "row"
        for word in ("supports", "opposes", "silent"):
            expect(table.locator(f"tbody .fn-{word}").first).to_contain_text(word)
        for cell in table.locator("tbody td:not(.fn-missing)").all():
            assert cell.locator(".fn-mark a").count() == 1
        assert visit.page.locator(".fn-tile").count() == 6
        for tile in visit.page.locator(".fn-tile").all():
            assert len(re.findall(r"\d\d", tile.inner_text())) >= 2
            assert tile.locator(".fn-mark a").count() == 3
        for cell in visit.page.locator(".fn-grid .fn-cell").all():
            expect(cell.locator("svg.main-svg").first).to_be_visible(timeout=SECONDS)
            expect(cell.locator(".fn-chart")).to_contain_text("simulated")
            cell.locator(".fn-words summary").click()
            expect(cell.locator(".fn-words p")).to_contain_text(re.compile(r"\d"))
            assert cell.locator(".fn-words .fn-mark a").count() >= 1
        visit.page.locator(".fn-grid .fn-words .fn-mark a").last.click()
        expect(visit.page.locator(".fn-panel .fn-lit:visible")).to_contain_text("Definition")
        assert not visit.overflows()
        assert not visit.complaints
        assert not visit.elsewhere


def test_a_date_that_is_none_is_one_line_on_the_dashboard(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        visit.page.locator("#fn-as-of input, #fn-as-of textarea").first.fill("yesterday")
        visit.tab("Dashboard")
        expect(visit.page.locator("#fn-board .fn-fault")).to_contain_text("not a date", timeout=SECONDS)
        visit.page.locator("#fn-as-of input, #fn-as-of textarea").first.fill("2025-12-01")
        visit.tab("About")
        expect(visit.page.locator(".fn-definition").first).to_be_visible(timeout=SECONDS)
        visit.page.locator("#fn-filter input, #fn-filter textarea").first.fill("rsi_14 seeded changes")
        expect(visit.page.locator(".fn-definition:visible")).to_have_count(1)
        visit.tab("Dashboard")
        expect(visit.page.locator("#fn-board h2")).to_contain_text("1 December 2025", timeout=SECONDS)
        assert "Traceback" not in visit.page.content()
        box = visit.page.locator("#fn-as-of input, #fn-as-of textarea").first
        box.fill("1999-01-02")
        box.press("Enter")
        fault = visit.page.locator("#fn-board .fn-fault")
        expect(fault).to_contain_text("runs from 2 January 2024", timeout=SECONDS)
        box.fill("2025-11-04")
        box.press("Enter")
        expect(visit.page.locator("#fn-board h2")).to_contain_text("4 November 2025", timeout=SECONDS)


def test_the_open_commentary_follows_the_date(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        box = visit.page.locator("#fn-as-of input, #fn-as-of textarea").first
        head, plot = visit.page.locator("#fn-brief h2").first, visit.page.locator(".fn-main:has(#fn-brief) .fn-chart")
        visit.tab("Commentary")
        expect(head).to_contain_text("22 January 2026", timeout=SECONDS)
        box.fill("2026-01-14")
        box.press("Enter")
        expect(head).to_contain_text("14 January 2026", timeout=SECONDS)
        box.fill("1999-01-04")
        box.press("Enter")
        expect(visit.page.locator("#fn-progress .fn-fault")).to_contain_text("runs from 2 January", timeout=SECONDS)
        expect(head).to_have_count(0)
        expect(plot.first).to_be_hidden()
        visit.tab("Ask")
        box.fill("2025-12-03")
        visit.tab("Commentary")
        expect(head).to_contain_text("3 December 2025", timeout=SECONDS)
        expect(plot.first).to_be_visible(timeout=SECONDS)
        assert not visit.complaints


def test_an_answer_offers_the_chart_that_helps_it(browser: Browser, page: str) -> None:
    loaded: list[str] = []
    with visiting(browser, page, 390) as visit:
        visit.page.on("request", lambda r: loaded.append(r.url))
        visit.ask("Is the Russell 2000 overbought?")
        fold = visit.page.locator("#fn-chart-fold")
        expect(fold).to_contain_text("Chart: Russell 2000: RSI-14 (simulated sample)", timeout=SECONDS)
        assert not [url for url in loaded if "Plotly" in url], "Plotly is for those who open the fold"
        fold.locator("button").first.click()
        expect(fold.locator("svg.main-svg").first).to_be_visible(timeout=SECONDS)
        fold.locator(".fn-words summary").click()
        fold.locator(".fn-mark a").first.click()
        expect(visit.page.locator(".fn-panel .fn-lit:visible")).to_contain_text("rut.rsi_14")
        assert not visit.overflows()
        visit.page.keyboard.press("Escape")
        visit.page.click("#fn-new")
        expect(fold).not_to_be_visible()
        assert not visit.complaints
