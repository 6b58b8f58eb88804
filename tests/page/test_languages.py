"""The page in two languages: which one a reader gets, that it stays, and that the Chinese one holds no English labels."""

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from assistant.page.serving.languages import LANGUAGE_COOKIE, chosen, preferred
from assistant.settings import SettingError, read_settings
from tests.page.serving import CHROMIUM, environment, served
from tests.page.test_browser import SECONDS, visiting

TABS = ("提问", "每日评论", "往期评论", "数据面板", "核查文章", "资料库", "目标位", "关于")
# Names, keys, units and codes that stand in Latin letters on a Chinese page too.
ABORTED = re.compile(r"AbortError: signal is aborted|Connection errored out|status of 404")
NAMES = re.compile(
    r"Footnote|English|PDF|HTML|DOCX|Markdown|Atom|RSI|VIX|MACD|MSCI|UTC|ETF|MB|XL[A-Z]+|I[JW][A-Z]|SPY|QQQ|FOOTNOTE_\w+|OPENAI_\w+"
)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"), ("*", "en"), ("de", "en"), ("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("en-US,en;q=0.9,zh;q=0.8", "en"),
        ("fr,zh-TW;q=0.5,en;q=0.3", "zh"), ("zh;q=x", "en"), ("zh;q=0", "en"), ("ZH", "zh"),
    ],
)  # fmt: skip
def test_a_browser_s_languages_are_weighed(accepted: str, language: str) -> None:
    assert preferred(accepted) == language


def test_a_choice_goes_before_the_setting_and_that_before_the_browser() -> None:
    assert chosen("lang=zh", "en", "en", "en") == "zh"
    assert chosen("lang=fr", "zh", "en", "en") == "zh"
    assert chosen("", None, "zh", "en") == "zh"
    assert chosen("", "nonsense", "auto", "zh") == "zh"


def test_the_setting_is_one_of_three() -> None:
    assert read_settings({"FOOTNOTE_HOME": "x"}).language == "auto"
    assert read_settings({"FOOTNOTE_HOME": "x", "FOOTNOTE_LANG": "zh"}).language == "zh"
    with pytest.raises(SettingError, match="FOOTNOTE_LANG is 'fr'; it takes auto, en or zh"):
        read_settings({"FOOTNOTE_HOME": "x", "FOOTNOTE_LANG": "fr"})


def _language(answer: httpx.Response) -> str:
    found = re.search(r'<html\s+lang="(\w+)"', answer.text)
    assert answer.status_code == 200
    assert found
    return found[1]


def test_one_address_answers_in_the_reader_s_language_and_keeps_the_choice(page: str) -> None:
    chinese = {"accept-language": "zh-CN,zh;q=0.9"}
    assert _language(httpx.get(page)) == "en"
    assert _language(httpx.get(page, headers=chinese)) == "zh"
    with httpx.Client(headers=chinese) as client:
        pressed = client.get(f"{page}/?lang=en")
        assert _language(pressed) == "en"
        assert "accept-language" in pressed.headers["vary"].lower()
        assert client.cookies[LANGUAGE_COOKIE] == "en"
        assert _language(client.get(page)) == "en"
        assert _language(client.get(f"{page}/?lang=zh")) == "zh"
        assert _language(client.get(page)) == "zh"
        assert "footnote_visitor" in client.cookies
    for door, status in (
        ("/zh/config", 200),
        ("/zh/gradio_api/upload", 404),
        ("/zh/gradio_api/mcp", 404),
        ("/zh/x", 404),
    ):
        answer = httpx.get(page + door)
        assert answer.status_code == status
        assert "default-src 'self'" in answer.headers["content-security-policy"]
    feed = httpx.get(f"{page}/feed.xml?lang=zh").text
    assert "Footnote：小盘股轮动日评" in feed
    assert "feed.xml?lang=zh" in feed


def test_the_setting_decides_where_nothing_is_chosen(tmp_path: Path) -> None:
    with served(environment(tmp_path, FOOTNOTE_LANG="zh")) as url:
        assert _language(httpx.get(url, headers={"accept-language": "en"})) == "zh"
        assert _language(httpx.get(url, cookies={LANGUAGE_COOKIE: "en"})) == "en"


@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"needs Chromium at {CHROMIUM}")
def test_the_switch_leads_to_a_page_without_english_labels_and_back(browser: Browser, page: str) -> None:
    with visiting(browser, page, 1440) as visit:
        visit.page.get_by_role("link", name="中文").click()
        tabs = visit.page.locator('.fn-tabs button[role="tab"]')
        expect(tabs.first).to_have_text("提问", timeout=SECONDS)
        assert tuple(tabs.all_inner_texts()) == TABS
        expect(visit.page.locator("#fn-state")).to_contain_text("模拟数据", timeout=SECONDS)
        assert visit.page.evaluate("document.documentElement.lang") == "zh"
        for name, ready in (("每日评论", "#fn-brief .fn-disclaimer"), ("往期评论", "#fn-archive .fn-disclaimer"), ("数据面板", ".fn-grid svg.main-svg")):  # fmt: skip
            visit.tab(name)
            visit.page.wait_for_selector(ready, timeout=SECONDS)
        board = visit.page.locator("#fn-board").inner_text() + visit.page.locator(".fn-grid").inner_text()
        frame = "".join(visit.page.locator(".fn-header, .fn-tabs button, .fn-panel:visible .fn-what").all_inner_texts())
        assert not re.findall(r"[A-Za-z]{2,}", NAMES.sub("", board + frame))
        assert visit.page.locator("#fn-brief h2").text_content() == "小盘股轮动日评：2026年1月22日"
        assert [a.get_attribute("href") for a in visit.page.locator("#fn-brief .fn-files a").all()][-1] == "/feed.xml?lang=zh"  # fmt: skip
        visit.page.reload()
        expect(tabs.first).to_have_text("提问", timeout=SECONDS)
        visit.page.get_by_role("link", name="English").click()
        expect(tabs.first).to_have_text("Ask", timeout=SECONDS)
        # Leaving a page aborts what it still had under way, whenever it gets to say so.
        assert not [c for c in visit.complaints if not ABORTED.search(c)]
        assert not visit.elsewhere
