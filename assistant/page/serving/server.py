"""The web server: the page mounted with every limit it needs. All of what keeps strangers out stands here.

- One Content-Security-Policy on every response: nothing is loaded from, sent to or framed by anybody else.
- Only the routes that the page calls are open, and kept commentaries and their feed to be read; uploads, other files,
  monitoring and documentation are not.
- Bodies have a size, the queue a length, and fifty people can ask at once.
- On loopback only loopback's names are answered, and no other site may post: a page elsewhere can't drive this one.
- Passwords, where there are any, are asked for before anything is given.
"""

import base64
import binascii
import contextlib
import hashlib
import re
import secrets
import socket
import threading
from collections.abc import Callable, MutableMapping
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import anyio
import anyio.to_thread
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.page.passwords import matches, read_users
from assistant.page.serving.downloads import FEED, FILE, add_downloads
from assistant.page.serving.languages import ROOTS, Languages, Second, Tongue
from assistant.page.visitors import COOKIE, COOKIE_SECONDS, Visitors, cookie_in
from assistant.program import Program
from assistant.settings import is_loopback
from assistant.statements.sentence_parts import Language
from assistant.telemetry import disable_telemetry
from tools.data.sessions import now

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
ASKING_AT_ONCE, WAITING, THREADS = 50, 200, 80
LOGINS_AT_ONCE = 2  # each costs 16 MB and 40 ms, which a stranger may ask for


def build_app(program: Program, host: str | None = None) -> FastAPI:
    """The page as an application.

    Args:
        program: What answers.
        host: The address it will listen on; None where that isn't known, and any name is answered.
    """
    disable_telemetry()  # Gradio reads it when it is imported, which is next
    from assistant.page.api import speak_json

    visitors = Visitors(program.settings.home)
    users = read_users(program.settings.auth) if program.settings.auth else {}
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    second = Second(lambda: _mounted(FastAPI(docs_url=None, redoc_url=None, openapi_url=None), program, visitors, "zh"))
    app.add_middleware(Languages, setting=program.settings.language, second=second)
    app.add_middleware(Guard, visitors=visitors, users=users, local=host is not None and is_loopback(host))
    app.add_exception_handler(Exception, _failed)
    add_downloads(app, program)
    mounted = _mounted(app, program, visitors, "en")
    speak_json(_gradio(mounted).blocks.mcp_server_obj)
    mounted.state.second = second
    return mounted


def _mounted(app: FastAPI, program: Program, visitors: Visitors, language: Language) -> FastAPI:
    """An application with the page of a language on it; what programs call is on the English one alone."""
    import gradio as gr

    from assistant.page.layout import build_blocks, head, theme

    blocks = build_blocks(program, visitors, language)
    blocks.max_threads = THREADS
    blocks.queue(default_concurrency_limit=ASKING_AT_ONCE, max_size=WAITING, api_open=False)
    mounted: FastAPI = gr.mount_gradio_app(
        app, blocks, path=ROOTS[language] or "/", footer_links=[], run_history=False, show_error=False, max_file_size=1,
        ssr_mode=False, enable_monitoring=False, mcp_server=language == "en", pwa=False,
        blocked_paths=[str(Path("/").absolute())], theme=theme(), head=head(language),
        css_paths=[Path(__file__).parent.with_name(n) for n in ("page.css", "library.css")],
    )  # fmt: skip
    if language != "en":
        _gradio(mounted).user_middleware.append(Middleware(Tongue, language=language))
    return mounted


def _gradio(mounted: FastAPI) -> Any:
    """Gradio's application within ours."""
    return mounted.routes[-1].app  # type: ignore[attr-defined]


def run(program: Program, listener: socket.socket, host: str, listening: Callable[[], None]) -> None:
    """Serves the page on a socket until it is stopped.

    Args:
        program: What answers.
        listener: A socket that listens.
        host: The address it was asked to listen on.
        listening: Called when it answers.
    """

    class Server(uvicorn.Server):
        scheduler: Any = None

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            listening()
            threading.Thread(target=_warm, args=[program, app.state.second], daemon=True).start()
            if program.settings.brief_at:
                from assistant.commentary.schedule import start

                self.scheduler = start(program, program.settings.brief_at)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            if self.scheduler:
                self.scheduler.shutdown(wait=False)
            await super().shutdown(sockets)

    # Pages keep a stream open for as long as they are looked at; stopping doesn't wait for them.
    app = build_app(program, host)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=1
    )
    Server(config).run(sockets=[listener])


def _warm(program: Program, second: Second) -> None:
    """Builds the second page and opens the library's index while nobody waits; faults are said when somebody does."""
    with contextlib.suppress(Exception):
        second.prepare()
    with contextlib.suppress(Exception):
        program.library.search("speculation in small companies", as_of=now().date(), k=1)


def _failed(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("Something failed; it was logged.", 500, HEADERS)


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
        headers = Headers(scope=scope)
        fresh = None if self.visitors.of(cookie_in(headers.get("cookie", ""))) else self.visitors.new()
        sealed = _sealed(scope, send, fresh)
        refusal = self._refusal(scope, headers) or await self._stranger(headers)
        if refusal:
            await refusal(scope, receive, sealed)
        else:
            await self.app(scope, _measured(receive), sealed)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        method, path = scope["method"], scope["path"]
        host = headers.get("host", "")
        page = path.removeprefix(ROOTS["zh"]) if path.startswith(f"{ROOTS['zh']}/") else path
        if self.local and not is_loopback(urlsplit(f"//{host}").hostname or ""):
            return PlainTextResponse("This Footnote answers to this machine alone.", 421)
        if method in ("GET", "HEAD"):
            known = path in (*MCP, FEED) or page in READ or page.startswith(READ_BELOW)
            known = known or CALLED.fullmatch(path) is not None or FILE.fullmatch(path) is not None
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
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return PlainTextResponse(f"Larger than {LARGEST_BODY // 1024} kB", 413)
        return None

    async def _stranger(self, headers: Headers) -> Response | None:
        """The refusal of one who gave no password that is right; None for the others."""
        if not self.users:
            return None
        given = headers.get("authorization", "")
        digest = hashlib.blake2b(given.encode(), key=self._key).digest()
        if digest in self._known:
            return None
        if given and await anyio.to_thread.run_sync(partial(self._is_user, given), limiter=self._logins):  # type: ignore[arg-type]
            self._known.add(digest)
            return None
        return PlainTextResponse(
            "A user and a password, please.", 401, {"www-authenticate": 'Basic realm="Footnote", charset="UTF-8"'}
        )

    def _is_user(self, given: str) -> bool:
        scheme, _, code = given.partition(" ")
        try:
            user, _, password = base64.b64decode(code, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return False
        # One who isn't known costs as long as one who is: the time tells nobody which names exist.
        right = matches(password, self.users.get(user) or next(iter(self.users.values())))
        return scheme.lower() == "basic" and right and user in self.users


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
