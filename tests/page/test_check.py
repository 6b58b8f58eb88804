"""The check tab in Chromium: paste, open a file, read the marks, copy."""

import pytest
from playwright.sync_api import Browser, expect

from tests.corpus.test_opening import pdf
from tests.page.serving import CHROMIUM
from tests.page.test_browser import SECONDS, Visit, visiting

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}")
TEXT = (
    "On 22 January 2026 the Russell 2000 closed at 2,718.77. The S&P 500 closed at 6,913.36."
    " <script>window.ran = true</script><img src=x onerror='window.ran = true'>"
)


def opened(visit: Visit) -> None:
    visit.tab("Check")
    expect(visit.page.locator("#fn-check-text textarea")).to_be_visible(timeout=SECONDS)


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])
def test_a_pasted_text_comes_back_marked(browser: Browser, page: str, width: int, dark: bool) -> None:
    with visiting(browser, page, width, dark) as visit:
        opened(visit)
        visit.page.fill("#fn-check-text textarea", TEXT)
        visit.page.click("#fn-check")
        expect(visit.page.locator(".fn-check-sum")).to_have_text("2 claims: 1 holds, 1 is false.", timeout=SECONDS)
        expect(visit.page.locator("mark.fn-v-true")).to_contain_text("2,718.77")
        expect(visit.page.locator("mark.fn-v-false")).to_contain_text("6,913.36")
        expect(visit.page.locator(".fn-check li.fn-v-false")).to_contain_text("6,913.35")
        kept = visit.page.locator(".fn-as-markdown").text_content() or ""
        assert "**[1✓]**" in kept
        assert "\n" in kept
        assert (visit.page.locator(".fn-as-html").text_content() or "").startswith("<!doctype html>")
        assert visit.page.evaluate("window.ran") is None
        assert not visit.overflows()
        assert not visit.complaints
        assert not visit.elsewhere


def test_a_file_is_opened_and_one_that_cannot_be_read_loses_nothing(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        opened(visit)
        for name, content, shown in (
            ("note.pdf", pdf("The VIX closed at 15.64."), "note.pdf: "),
            ("junk.pdf", b"%PDF-", "damaged"),
        ):
            with visit.page.expect_file_chooser() as chooser:
                visit.page.click("#fn-check-open")
            chooser.value.set_files({"name": name, "mimeType": "application/pdf", "buffer": content})
            expect(visit.page.locator("#fn-check-line")).to_contain_text(shown, timeout=SECONDS)
        assert visit.page.locator("#fn-check-text textarea").input_value().strip() == "The VIX closed at 15.64."
        visit.page.click("#fn-check")
        expect(visit.page.locator(".fn-check-sum")).to_have_text("1 claim: 1 holds.", timeout=SECONDS)
        visit.page.fill("#fn-check-text textarea", "  ")
        visit.page.click("#fn-check")
        expect(visit.page.locator("#fn-check-line .fn-fault")).to_contain_text("no text", timeout=SECONDS)
        expect(visit.page.locator(".fn-check-sum")).to_have_text("1 claim: 1 holds.")


def test_a_claim_is_judged_again_as_its_reader_meant_it(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        opened(visit)
        visit.page.fill("#fn-check-text textarea", "The S&P 500 closed at 2,718.77 on 22 January 2026.")
        visit.page.click("#fn-check")
        expect(visit.page.locator(".fn-check-sum")).to_have_text("1 claim: 1 is false.", timeout=SECONDS)
        visit.page.fill("#fn-correct-subject input, #fn-correct-subject textarea", "Russell 2000")
        visit.page.click("#fn-correct-run")
        expect(visit.page.locator(".fn-check-sum")).to_have_text("1 claim: 1 holds.", timeout=SECONDS)
        visit.page.fill("#fn-correct-subject input, #fn-correct-subject textarea", "my aunt")
        visit.page.click("#fn-correct-run")
        expect(visit.page.locator("#fn-check-line .fn-fault")).to_contain_text("No subject", timeout=SECONDS)
        expect(visit.page.locator(".fn-check-sum")).to_have_text("1 claim: 1 holds.")
        assert not visit.complaints
