"""The page once for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.page.serving import environment, served


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a page on sample data."""
    with served(environment(tmp_path_factory.mktemp("home"))) as url:
        yield url
