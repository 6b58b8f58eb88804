"""The page once for all tests of this folder."""

from tests.page.conftest import page as page
