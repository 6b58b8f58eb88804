"""A visitor is a signed anonymous cookie: a random id that nobody else can write."""

import hashlib
import hmac
import re
import secrets
from http.cookies import CookieError, SimpleCookie

COOKIE = "footnote_visitor"
COOKIE_SECONDS = 365 * 24 * 3600
_SHAPE = re.compile(r"([0-9a-f]{32})\.([0-9a-f]{64})")


class Visitors:
    """Gives visitors their ids and knows its own signature again.

    Args:
        key: What signs, the same on every copy; see ``assistant.keys``.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def new(self) -> str:
        """The cookie of a new visitor."""
        visitor = secrets.token_hex(16)
        return f"{visitor}.{self._sign(visitor)}"

    def of(self, cookie: str | None) -> str | None:
        """The visitor's id, or None where the cookie isn't one of ours."""
        found = _SHAPE.fullmatch(cookie or "")
        return found[1] if found and hmac.compare_digest(self._sign(found[1]), found[2]) else None

    def _sign(self, visitor: str) -> str:
        return hmac.new(self._key, visitor.encode(), hashlib.sha256).hexdigest()


def cookie_in(header: str, name: str = COOKIE) -> str | None:
    """A cookie's value out of a request's header; None where it holds none, or can't be read."""
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found else None
