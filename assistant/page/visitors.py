"""A visitor is a signed anonymous cookie: a random id that nobody else can write."""

import hashlib
import hmac
import os
import re
import secrets
from http.cookies import CookieError, SimpleCookie
from pathlib import Path

COOKIE = "footnote_visitor"
COOKIE_SECONDS = 365 * 24 * 3600
_SHAPE = re.compile(r"([0-9a-f]{32})\.([0-9a-f]{64})")


class Visitors:
    """Gives visitors their ids and knows its own signature again.

    Args:
        home: Folder where the secret is kept, readable by this user alone.
    """

    def __init__(self, home: Path) -> None:
        self._secret = _secret(home / "visitor-secret")

    def new(self) -> str:
        """The cookie of a new visitor."""
        visitor = secrets.token_hex(16)
        return f"{visitor}.{self._sign(visitor)}"

    def of(self, cookie: str | None) -> str | None:
        """The visitor's id, or None where the cookie isn't one of ours."""
        found = _SHAPE.fullmatch(cookie or "")
        return found[1] if found and hmac.compare_digest(self._sign(found[1]), found[2]) else None

    def _sign(self, visitor: str) -> str:
        return hmac.new(self._secret, visitor.encode(), hashlib.sha256).hexdigest()


def cookie_in(header: str, name: str = COOKIE) -> str | None:
    """A cookie's value out of a request's header; None where it holds none, or can't be read."""
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _secret(path: Path) -> bytes:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = path.read_bytes()
        if len(kept) == 32:
            return kept
        path.unlink()  # cut short by a crash: its cookies are worth nothing
        return _secret(path)
    fresh = secrets.token_bytes(32)
    with os.fdopen(handle, "wb") as file:
        file.write(fresh)
    return fresh
