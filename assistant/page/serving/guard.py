"""What stands before everything: who may come in, by which doors, with how much, and what every answer carries."""

import base64
import hashlib
import math
import re
import secrets
from collections.abc import MutableMapping
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import anyio
import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.page.passwords import matches
from assistant.page.serving.documents import DOCUMENT
from assistant.page.serving.downloads import FEED, FILE
from assistant.page.serving.health import ALIVE, READY
from assistant.page.serving.languages import ROOTS
from assistant.page.serving.limits import Backoff, Rate
from assistant.page.visitors import COOKIE, COOKIE_SECONDS, Visitors, cookie_in
from assistant.settings import is_loopback

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "  # Gradio's own, inline
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-src 'none'; frame-ancestors 'none'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
READ = ("/", "/config", "/theme.css", "/favicon.ico", "/manifest.json", "/robots.txt", "/gradio_api/queue/data",
        "/gradio_api/startup-events", "/gradio_api/info")  # fmt: skip
READ_BELOW = ("/assets/", "/static/", "/gradio_api/heartbeat/")
WRITTEN = ("/gradio_api/queue/join", "/gradio_api/cancel", "/gradio_api/reset")
# What other programs may call: five functions, over HTTP and MCP. No file travels by either.
CALLED = re.compile(r"/gradio_api/call/(?:ask|facts|measure|brief|check|search)(?:/[0-9a-f]+)?")
MCP = ("/gradio_api/mcp", "/gradio_api/mcp/", "/gradio_api/mcp/schema")
LARGEST_BODY = 2 * 1024 * 1024  # bytes: a file to check travels in a message, so that no upload stands open
LOGINS_AT_ONCE = 2  # each costs 16 MB and 40 ms, which a stranger may ask for
CALLS_A_MINUTE = 120  # of a visitor, over HTTP and MCP together
CALLS_OF_AN_ADDRESS = 480  # and of all the visitors that one address claims to be
# Gradio builds addresses of these, and its MCP server fetches from them. Our own address is in Host.
UNHEARD = (b"forwarded", b"x-gradio-server", b"x-gradio-user")
UNHEARD_PREFIX = b"x-forwarded-"


class Credentials(NamedTuple):
    """A name and a password as a header gives them."""

    user: str
    password: str


def read_credentials(header: str) -> Credentials | None:
    """What an Authorization header says; None where it is none of HTTP's basic kind."""
    scheme, _, code = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        user, colon, password = base64.b64decode(code.strip(), validate=True).decode().partition(":")
    except ValueError:  # no base64, or no UTF-8
        return None
    return Credentials(user, password) if colon else None


class Guard:
    """Stands before everything: who may come in, by which doors, with how much, and what every answer carries.

    Args:
        app: What it guards.
        visitors: Gives a new visitor a cookie.
        users: Password hashes by user; empty where none is asked for.
        local: Whether only this machine is served.
    """

    def __init__(self, app: ASGIApp, visitors: Visitors, users: dict[str, str], local: bool) -> None:
        self.app, self.visitors, self.users, self.local = app, visitors, users, local
        self._known: set[bytes] = set()
        self._calls, self._crowd, self._tries = Rate(CALLS_A_MINUTE), Rate(CALLS_OF_AN_ADDRESS), Backoff()
        self._key = secrets.token_bytes(32)
        self._logins = anyio.CapacityLimiter(LOGINS_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope = {**scope, "headers": [h for h in scope["headers"] if not _unheard(h[0].lower())]}
        headers = Headers(scope=scope)
        if scope["method"] == "GET" and scope["path"] in (
            ALIVE,
            READY,
        ):  # whoever asks has no password and no name for us
            await self.app(scope, receive, _sealed(scope, send, None))
            return
        visitor = self.visitors.of(cookie_in(headers.get("cookie", "")))
        sealed = _sealed(scope, send, None if visitor else self.visitors.new())
        refusal = (
            self._refusal(scope, headers) or await self._stranger(scope, headers) or self._too_many(scope, visitor)
        )
        if refusal:
            await refusal(scope, receive, sealed)
        else:
            await self.app(scope, _measured(receive), sealed)

    def _too_many(self, scope: Scope, visitor: str | None) -> Response | None:
        """The refusal of a program that calls more often than anybody reads."""
        if scope["method"] != "POST" or not (CALLED.fullmatch(scope["path"]) or scope["path"] in MCP):
            return None
        address = _address(scope)
        seconds = self._crowd.wait(address) or self._calls.wait(visitor or address)
        return _later("Too many calls in a minute", seconds) if seconds else None

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        method, path = scope["method"], scope["path"]
        host = headers.get("host", "")
        page = path.removeprefix(ROOTS["zh"]) if path.startswith(f"{ROOTS['zh']}/") else path
        if self.local and not is_loopback(urlsplit(f"//{host}").hostname or ""):
            return PlainTextResponse("This Footnote answers to this machine alone.", 421)
        if method in ("GET", "HEAD"):
            known = path in (*MCP, FEED) or page in READ or page.startswith(READ_BELOW)
            known = known or any(door.fullmatch(path) for door in (CALLED, FILE, DOCUMENT))
        else:
            origin = headers.get("origin")
            if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or (
                origin and urlsplit(origin).netloc != host
            ):
                return PlainTextResponse("Another site may not post here.", 403)
            known = (method == "POST" and (page.rstrip("/") in WRITTEN or CALLED.fullmatch(path) is not None)) or (
                method in ("POST", "DELETE") and path in MCP
            )
        if not known:
            return PlainTextResponse("Not found", 404)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()) or int(length[:20]) > LARGEST_BODY:
            return PlainTextResponse(f"Larger than {LARGEST_BODY // 1024} kB", 413)
        return None

    async def _stranger(self, scope: Scope, headers: Headers) -> Response | None:
        """The refusal of one who gave no password that is right; None for the others."""
        if not self.users:
            return None
        given = headers.get("authorization", "")
        digest = hashlib.blake2b(given.encode(), key=self._key).digest()
        if digest in self._known:
            return None
        tried = read_credentials(given)
        if tried is None:
            return _please()
        keys = f"name {hashlib.blake2b(tried.user.encode(), key=self._key).hexdigest()}", f"from {_address(scope)}"
        if seconds := self._tries.wait(*keys):
            return _later("Too many wrong passwords", seconds)
        # Counted before it is looked at: a hundred tries at once are a hundred, not one.
        self._tries.wrong(*keys)
        if await anyio.to_thread.run_sync(partial(self._is_user, tried), limiter=self._logins):  # type: ignore[arg-type]
            self._tries.right(*keys)
            self._known.add(digest)
            return None
        return _please()

    def _is_user(self, tried: Credentials) -> bool:
        # One who isn't known costs as long as one who is: the time tells nobody which names exist.
        right = matches(tried.password, self.users.get(tried.user) or next(iter(self.users.values())))
        return right and tried.user in self.users


def _please() -> Response:
    return PlainTextResponse(
        "A user and a password, please.", 401, {"www-authenticate": 'Basic realm="Footnote", charset="UTF-8"'}
    )


def _later(why: str, seconds: float) -> Response:
    wait = max(1, math.ceil(seconds))
    return PlainTextResponse(f"{why}; wait {wait} seconds.", 429, {"retry-after": str(wait)})


def _unheard(name: bytes) -> bool:
    return name in UNHEARD or name.startswith(UNHEARD_PREFIX)


def _address(scope: Scope) -> str:
    """Where a request comes from; of an IPv6 address the network, which one machine has whole."""
    host = str((scope.get("client") or ("",))[0])
    return ":".join(host.split(":")[:4]) if ":" in host else host


def _sealed(scope: Scope, send: Send, fresh: str | None) -> Send:
    """A way out that puts our headers on every response, and on the page a new visitor's cookie."""

    async def out(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            if fresh and scope["path"] in ("/", f"{ROOTS['zh']}/") and message["status"] == 200:
                secure = "; Secure" if scope["scheme"] == "https" else ""
                headers.append(
                    "set-cookie",
                    f"{COOKIE}={fresh}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Strict{secure}",
                )
        await send(message)

    return out


def _measured(receive: Receive) -> Receive:
    """A way in that ends a body which is longer than its head said."""
    seen = 0

    async def more() -> MutableMapping[str, Any]:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > LARGEST_BODY:
            return {"type": "http.disconnect"}
        return message

    return more
