"""The page in two languages: the English one at the root, the Chinese one beside it, each built once.

A reader's address is ``/`` in both: which of the two answers is their choice (``?lang=zh``, kept in a cookie), else the
setting's, else their browser's. What the Chinese page asks for afterwards goes to ``/zh/…``.
"""

import asyncio
import threading
from collections.abc import Callable
from urllib.parse import parse_qs

import anyio.to_thread
from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.page.visitors import COOKIE_SECONDS, cookie_in
from assistant.settings import Lang
from assistant.statements.sentence_parts import Language
from assistant.statements.words import LANGUAGES

LANGUAGE_COOKIE = "footnote_language"
ROOTS: dict[Language, str] = {"en": "", "zh": "/zh"}  # where each page's own requests go


def chosen(query: str, cookie: str | None, setting: Lang, accepted: str) -> Language:
    """The language of the page that a reader gets.

    Args:
        query: Of the address; ``lang`` in it is a press of the switch.
        cookie: What was chosen before.
        setting: ``FOOTNOTE_LANG``.
        accepted: The browser's Accept-Language.
    """
    for told in (*parse_qs(query).get("lang", [])[-1:], cookie, setting):
        for language in LANGUAGES:
            if told == language:
                return language
    return preferred(accepted)


def preferred(accepted: str) -> Language:
    """The one of our languages that an Accept-Language header puts first; English where it names neither."""
    best, weight = LANGUAGES[0], 0.0
    for part in accepted.split(","):
        tag, _, quality = part.strip().partition(";q=")
        for language in LANGUAGES:
            if tag.partition("-")[0].lower() == language and (given := _weight(quality)) > weight:
                best, weight = language, given
    return best


def _weight(quality: str) -> float:
    try:
        return float(quality or 1)
    except ValueError:
        return 0.0


class Languages:
    """Gives each reader the page of their language; the second page is built after the first one answers.

    Args:
        app: The page in English, with everything that has no language.
        setting: ``FOOTNOTE_LANG``.
        second: The page in Chinese.
    """

    def __init__(self, app: ASGIApp, setting: Lang, second: "Second") -> None:
        self.app, self.setting, self.second = app, setting, second

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] == "/":
            await self._page(scope, receive, send)
        elif scope["path"].startswith(f"{ROOTS['zh']}/"):
            await (await self.second.app())(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers, query = Headers(scope=scope), scope.get("query_string", b"").decode("latin-1")
        cookie = cookie_in(headers.get("cookie", ""), LANGUAGE_COOKIE)
        language = chosen(query, cookie, self.setting, headers.get("accept-language", ""))
        keep = language if f"lang={language}" in query.split("&") and language != cookie else None
        out = _kept(scope, send, keep)
        if language == "en":
            await self.app(scope, receive, out)
        else:
            path = f"{ROOTS[language]}/"
            await (await self.second.app())({**scope, "path": path, "raw_path": path.encode()}, receive, out)


def _kept(scope: Scope, send: Send, language: Language | None) -> Send:
    """A way out that keeps a press of the switch, and tells caches what the page's language hung on."""

    async def out(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.add_vary_header("Accept-Language, Cookie")
            if language:
                secure = "; Secure" if scope["scheme"] == "https" else ""
                headers.append(
                    "set-cookie",
                    f"{LANGUAGE_COOKIE}={language}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}",
                )
        await send(message)

    return out


class Second:
    """The second page: built when it is first needed or while nobody waits, so that starting takes no longer.

    Args:
        build: Makes it.
    """

    def __init__(self, build: Callable[[], FastAPI]) -> None:
        self._build, self._lock = build, threading.Lock()
        self._made: FastAPI | None = None
        self._life: asyncio.Task[None] | None = None
        self._alive = asyncio.Event()

    def prepare(self) -> FastAPI:
        """The page, built now if it isn't yet."""
        with self._lock:
            self._made = self._made or self._build()
            return self._made

    async def app(self) -> ASGIApp:
        """The page, with its queue running."""
        if self._made is None:
            await anyio.to_thread.run_sync(self.prepare)
        made = self.prepare()
        if self._life is None:  # in the loop that serves, where the queue has to run
            self._life = asyncio.create_task(self._live(made))
        await self._alive.wait()
        return made

    async def _live(self, made: FastAPI) -> None:
        """What the server does for an application it knows from the start; ends when the server does."""
        try:
            async with made.router.lifespan_context(made):
                self._alive.set()
                await asyncio.Event().wait()
        finally:
            self._alive.set()


class Tongue:
    """Says in the document which language it is in: Gradio's own template says English.

    Stands within Gradio's compression, so that it sees the text.

    Args:
        app: Gradio's.
        language: The page's.
    """

    def __init__(self, app: ASGIApp, language: Language) -> None:
        self.app, self.language = app, language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def out(message: Message) -> None:
            if message["type"] == "http.response.body":
                # As long as what it replaces: the length that was announced stays right.
                named = f'lang="{self.language}"'.encode()
                message["body"] = message.get("body", b"").replace(b'lang="en"', named, 1)
            await send(message)

        is_page = scope["type"] == "http" and scope["path"].rstrip("/") in ("", ROOTS[self.language])
        await self.app(scope, receive, out if is_page else send)
