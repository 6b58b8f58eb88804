"""The web server: the page mounted with every limit it needs. All of what keeps strangers out stands here.

- One Content-Security-Policy on every response: nothing is loaded from, sent to or framed by anybody else.
- Only the routes that the page calls are open, and kept commentaries and their feed to be read; uploads, other files,
  monitoring and documentation are not.
- Bodies have a size, the queue a length, and fifty people can ask at once.
- On loopback only loopback's names are answered, and no other site may post: a page elsewhere can't drive this one.
- Passwords, where there are any, are asked for before anything is given.
"""

import asyncio
import contextlib
import logging
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from assistant.page.passwords import read_users
from assistant.page.serving.documents import add_documents
from assistant.page.serving.downloads import add_downloads
from assistant.page.serving.guard import HEADERS, Guard
from assistant.page.serving.health import Health, add_health
from assistant.page.serving.languages import ROOTS, Languages, Second, Tongue
from assistant.page.visitors import Visitors
from assistant.program import Program
from assistant.settings import is_loopback
from assistant.statements.sentence_parts import Language
from assistant.telemetry import disable_telemetry

# A press costs milliseconds; a question has a seat of the program's, and "busy" is said at once where none is left.
AT_ONCE, WAITING, THREADS = 50, 500, 120
# When it is stopped: for answers to finish, for those cut off to say so, for the last words to arrive.
FINISH_SECONDS, CUT_SECONDS, SENT_SECONDS = 15, 3, 1
_log = logging.getLogger(__name__)


def build_app(program: Program, host: str | None = None) -> FastAPI:
    """The page as an application.

    Args:
        program: What answers.
        host: The address it will listen on; None where that isn't known, and any name is answered.
    """
    disable_telemetry()  # Gradio reads it when it is imported, which is next
    from assistant.page.api import offer_tools_alone, speak_json

    visitors = Visitors(program.visitors_key())
    users = read_users(program.settings.auth) if program.settings.auth else {}
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    second = Second(lambda: _mounted(FastAPI(docs_url=None, redoc_url=None, openapi_url=None), program, visitors, "zh"))
    app.add_middleware(Languages, setting=program.settings.language, second=second)
    app.add_middleware(Guard, visitors=visitors, users=users, local=host is not None and is_loopback(host))
    app.add_exception_handler(Exception, _failed)
    add_downloads(app, program)
    health = Health(program)
    add_health(app, health)
    add_documents(app, program, visitors)
    mounted = _mounted(app, program, visitors, "en")
    server = _gradio(mounted).blocks.mcp_server_obj
    speak_json(server)
    offer_tools_alone(server)
    mounted.state.second, mounted.state.health = second, health
    return mounted


def _mounted(app: FastAPI, program: Program, visitors: Visitors, language: Language) -> FastAPI:
    """An application with the page of a language on it; what programs call is on the English one alone."""
    import gradio as gr

    from assistant.page.layout import build_blocks, head, theme

    blocks = build_blocks(program, visitors, language)
    blocks.max_threads = THREADS
    blocks.queue(default_concurrency_limit=AT_ONCE, max_size=WAITING, api_open=False)
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
            threading.Thread(target=_warm, args=[app.state.second, app.state.health], daemon=True).start()
            if program.settings.brief_at:
                from assistant.commentary.schedule import start

                self.scheduler = start(program, program.settings.brief_at)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            if self.scheduler:
                self.scheduler.shutdown(wait=False)
            await _let_finish(program, lambda: self.force_exit)
            await super().shutdown(sockets)

    # Pages keep a stream open for as long as they are looked at; stopping doesn't wait for them.
    app = build_app(program, host)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=1
    )
    Server(config).run(sockets=[listener])


async def _let_finish(program: Program, hurried: Callable[[], bool]) -> None:
    """Takes no more questions, and lets the answers under way finish; those that take too long are cut off and say so.

    The page is served on meanwhile: it is by its streams that answers reach their readers.
    """
    program.seats.close()
    until = time.monotonic() + FINISH_SECONDS
    if waited := not program.seats.free:
        _log.warning("stopping: answers under way have %d seconds (Ctrl-C again: at once)", FINISH_SECONDS)
    while not (program.seats.free or hurried()):
        if time.monotonic() > until:
            program.cut_off()
            until = time.monotonic() + CUT_SECONDS
            while not (program.seats.free or hurried() or time.monotonic() > until):
                await asyncio.sleep(0.05)
            break
        await asyncio.sleep(0.05)
    if waited and not hurried():
        await asyncio.sleep(SENT_SECONDS)  # what was said last is on its way


def _warm(second: Second, health: Health) -> None:
    """Builds the second page and opens the library's index while nobody waits; faults are said when somebody does."""
    with contextlib.suppress(Exception):
        second.prepare()
    health.look()


def _failed(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("Something failed; it was logged.", 500, HEADERS)
