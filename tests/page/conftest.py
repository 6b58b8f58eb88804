"""The page once for all tests of this folder."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.page.serving import CHROMIUM, FLAGS, environment, served


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a page on sample data."""
    with served(environment(tmp_path_factory.mktemp("home"))) as url:
        yield url


@pytest.fixture(scope="module")  # no longer: an event loop of its own runs as long as it does
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS.split())
        yield running
        running.close()
