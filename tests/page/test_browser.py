"""The page in Chromium: asked, read, pressed, on a wide and on a narrow screen; and nothing leaves the machine."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.serving import CHROMIUM, environment, served

QUESTION = "How strong is the small-cap rotation, and what does David Rosenberg say about it?"
SECONDS = 60_000  # milliseconds for a first answer on a slow machine
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}")
# Keeps, from the page's start, how many sentences stood there each time the page changed.
WATCH = """
window.seen = []; window.bars = [];
new MutationObserver(() => {
  const n = document.querySelectorAll("#fn-now .fn-sentence").length;
  if (window.seen.at(-1) !== n) window.seen.push(n);
  const bar = document.querySelector("#fn-progress progress");
  if (bar && window.bars.at(-1) !== bar.value / bar.max) window.bars.push(bar.value / bar.max);
}).observe(document, { childList: true, subtree: true });
"""


@dataclass
class Visit:
    """A page opened, and what it did that it shouldn't have."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def ask(self, question: str = QUESTION) -> None:
        self.page.fill("#fn-box textarea", question)
        self.page.press("#fn-box textarea", "Enter")
        self.page.wait_for_selector("#fn-past .fn-disclaimer", timeout=SECONDS)

    def tab(self, name: str) -> None:
        """Opens a tab, which stands in a menu where the screen is narrow."""
        button = self.page.get_by_role("tab", name=name)
        self.page.wait_for_selector('.fn-tabs button[role="tab"]')
        if button.is_visible():
            button.click()
        else:
            self.page.locator(".overflow-menu > button").click()
            self.page.locator(".overflow-dropdown button", has_text=name).click()

    def overflows(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@contextmanager
def visiting(browser: Browser, url: str, width: int = 1440, dark: bool = False) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme="dark" if dark else "light")
    visit = Visit(context.new_page())
    visit.page.add_init_script(WATCH)
    visit.page.on("console", lambda m: visit.complaints.append(m.text) if m.type == "error" else None)
    visit.page.on("pageerror", lambda e: visit.complaints.append(str(e)))
    own = urlsplit(url).netloc
    visit.page.on(
        "request",
        lambda r: (
            visit.elsewhere.append(r.url)
            if urlsplit(r.url).scheme != "data" and urlsplit(r.url).netloc != own
            else None
        ),
    )
    try:
        visit.page.goto(url)
        visit.page.wait_for_selector("#fn-box textarea")
        yield visit
    finally:
        context.close()


def test_a_question_is_answered_with_footnotes_that_open(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        expect(visit.page.locator("#fn-state")).to_contain_text("Simulated sample", ignore_case=True, timeout=SECONDS)
        visit.ask()
        counts = visit.page.evaluate("window.seen")
        assert len({n for n in counts if n > 0}) >= 2, "sentences come one by one"
        steps = visit.page.locator("#fn-past .fn-step")
        assert steps.count() >= 2
        expect(steps.first).to_be_hidden()
        visit.page.locator("#fn-past .fn-worked > summary").click()
        assert not steps.first.evaluate("fold => fold.open")
        steps.first.locator("summary").click()
        expect(steps.first.locator(".fn-lines")).to_be_visible()
        prose = visit.page.locator("#fn-past .fn-prose").inner_text()
        assert "Rosenberg" in prose
        for sentence in visit.page.locator("#fn-past .fn-sentence").all():
            assert not re.search(r"\d", sentence.inner_text()) or sentence.locator(".fn-mark").count()
        visit.page.locator("#fn-past .fn-mark a").first.click()
        lit = visit.page.locator(".fn-panel .fn-source.fn-lit:visible")
        for word in ("Definition", "As of", "Inputs", "Source", "simulated"):
            expect(lit).to_contain_text(word)
        visit.page.locator("#fn-past .fn-mark a").last.press("Space")
        for word in ("Rosenberg", "Published", "paraphrase"):
            expect(lit).to_contain_text(word)
        assert lit.locator("dd a").first.get_attribute("href", timeout=1000).startswith("https://")  # type: ignore[union-attr]
        expect(visit.page.locator("#fn-past .fn-disclaimer")).to_contain_text("not investment advice")
        expect(visit.page.locator("#fn-past .fn-foot")).to_contain_text("Simulated", ignore_case=True)
        assert not visit.complaints
        assert not visit.elsewhere


def test_an_earlier_answers_marks_still_open_and_a_new_conversation_begins_empty(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        visit.page.get_by_role("button", name="Is the Russell 2000 overbought?").click()
        visit.page.wait_for_selector("#fn-past .fn-disclaimer", timeout=SECONDS)
        visit.page.fill("#fn-box textarea", "Which sectors led, and which lagged?")
        visit.page.click("#fn-send")
        expect(visit.page.locator("#fn-past .fn-turn")).to_have_count(2, timeout=SECONDS)
        panel = visit.page.locator(".fn-panel:visible")
        expect(panel.locator(".fn-of")).to_contain_text("sectors")
        visit.page.locator("#fn-past .fn-turn").first.locator(".fn-mark a").first.click()
        expect(panel.locator(".fn-of")).to_contain_text("overbought")
        visit.page.click("#fn-new")
        expect(visit.page.locator(".fn-turn")).to_have_count(0)
        expect(visit.page.locator(".fn-example").first).to_be_visible()


@pytest.mark.parametrize(
    ("question", "as_of", "said"),
    [
        ("?!", "", "empty"),
        ("How are small caps?", "yesterday", "not a date"),
        ("How are small caps?", "2031-01-02", "2031"),
        ("x" * 4001, "", "shorten"),
    ],
)
def test_what_cant_be_asked_is_one_line_and_stays_in_the_box(
    browser: Browser, page: str, question: str, as_of: str, said: str
) -> None:
    with visiting(browser, page) as visit:
        expect(visit.page.locator("#fn-state")).to_contain_text("2026", timeout=SECONDS)
        visit.page.locator("#fn-as-of input, #fn-as-of textarea").first.fill(as_of)
        visit.page.fill("#fn-box textarea", question)
        visit.page.press("#fn-box textarea", "Enter")
        expect(visit.page.locator("#fn-now .fn-fault")).to_contain_text(said, timeout=SECONDS)
        expect(visit.page.locator("#fn-box textarea")).to_have_value(question)
        expect(visit.page.locator("#fn-send")).to_be_visible()
        assert "Traceback" not in visit.page.content()


def test_the_commentary_is_written_before_ones_eyes_with_its_chart(browser: Browser, page: str) -> None:
    with visiting(browser, page) as visit:
        visit.tab("Commentary")
        visit.page.wait_for_selector("#fn-brief .fn-disclaimer", timeout=SECONDS)
        visit.page.get_by_role("button", name="Regenerate").click()
        expect(visit.page.locator("#fn-progress")).to_contain_text("Same facts, same text", timeout=SECONDS)
        expect(visit.page.locator("#fn-brief .fn-differs")).to_have_count(0)
        assert visit.page.locator("#fn-brief section h3").count() >= 6
        chart = visit.page.locator(".fn-chart svg.main-svg").first
        expect(chart).to_be_visible(timeout=SECONDS)
        expect(visit.page.locator(".fn-chart")).to_contain_text("simulated sample")
        visit.page.locator(".fn-words summary").click()
        expect(visit.page.locator(".fn-words")).to_contain_text("ratio of their closes")
        visit.page.locator("#fn-brief .fn-mark a").first.click()
        expect(visit.page.locator(".fn-panel .fn-lit:visible")).to_contain_text("Definition")
        assert not visit.complaints
        assert not visit.elsewhere


@pytest.mark.parametrize("dark", [False, True])
def test_a_narrow_screen_has_no_sideways_scrolling_and_sources_in_a_sheet(
    browser: Browser, page: str, dark: bool
) -> None:
    with visiting(browser, page, 390, dark) as visit:
        assert not visit.overflows()
        visit.ask()
        assert not visit.overflows()
        side = visit.page.locator(".fn-side:has(.fn-source)").first
        expect(side).not_to_be_visible()
        mark = visit.page.locator("#fn-past .fn-mark a").last
        mark.click()
        expect(side.locator(".fn-lit")).to_be_visible()
        expect(side).to_be_in_viewport()
        visit.page.wait_for_timeout(400)  # the sheet has risen
        ends = [visit.page.evaluate("e => e.getBoundingClientRect()", part.element_handle()) for part in (mark, side)]
        assert ends[0]["bottom"] <= ends[1]["top"], "what was pressed stays in view above the sheet"
        assert not visit.overflows()
        visit.page.keyboard.press("Escape")
        expect(side).not_to_be_visible()
        assert mark.evaluate("link => link === document.activeElement"), "the focus goes back to the mark"
        ground, ink = visit.page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.fn-sentence')).color]"
        )
        light, heavy = (max(map(int, re.findall(r"\d+", colour)[:3])) for colour in (ground, ink))
        assert (light < 80 and heavy > 180) if dark else (light > 230 and heavy < 80)
        visit.tab("Commentary")
        visit.page.wait_for_selector("#fn-brief .fn-disclaimer", timeout=SECONDS)
        assert not visit.overflows()


def test_an_answer_can_be_stopped(browser: Browser, tmp_path: Path) -> None:
    with served(environment(tmp_path), "-m", "tests.page.stand_in", "slow") as url, visiting(browser, url) as visit:
        visit.page.fill("#fn-box textarea", "How are small caps?")
        visit.page.press("#fn-box textarea", "Enter")
        visit.page.click("#fn-stop")
        expect(visit.page.locator("#fn-past .fn-fault")).to_contain_text("Stopped")
        expect(visit.page.locator("#fn-past .fn-disclaimer")).to_be_visible()
        expect(visit.page.locator("#fn-send")).to_be_visible()


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A loopback listener, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_hostile_answer_makes_no_request(browser: Browser, tmp_path: Path) -> None:
    with (
        listening() as (target, asked),
        served(environment(tmp_path), "-m", "tests.page.stand_in", "hostile", target) as url,
        visiting(browser, url) as visit,
    ):
        visit.page.on("dialog", lambda dialog: asked.append(dialog.message))
        visit.ask()
        assert visit.page.locator("#fn-past .fn-sentence").count() >= 10
        visit.page.locator("#fn-past .fn-mark a").first.click()
        visit.page.wait_for_timeout(500)
        main = visit.page.locator(".fn-columns").first
        assert main.locator("img, iframe, object, video, audio, script, style, link, svg image, form").count() == 0
        ours = re.compile(r"#fn-.*|\?thread=[\w-]*")
        assert all(ours.fullmatch(link.get_attribute("href") or "") for link in main.locator("a").all())
        assert not visit.elsewhere
        assert not asked
        assert visit.page.evaluate(f"fetch('{target}/proof').then(() => 'sent', () => 'held')") == "held", (
            "and the policy would hold it"
        )
        assert not asked
