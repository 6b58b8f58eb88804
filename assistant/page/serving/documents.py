"""A document of the library over HTTP, at the passage that was cited of it: to be read by who may see it alone."""

import re

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from assistant.page.markup.opened_document import whole_page
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from corpus.store import EVERYONE

DOCUMENT = re.compile(r"/document/[a-z0-9-]{1,200}")
_VERSION = re.compile(r"[0-9a-f]{12}|")


def add_documents(app: FastAPI, program: Program, visitors: Visitors) -> None:
    """Adds the route, before the page is mounted on all others."""

    @app.get("/document/{name}")
    def document(request: Request, name: str) -> Response:
        asked = request.query_params
        language: Language = "zh" if asked.get("lang") == "zh" else "en"
        version = asked.get("version", "")
        visitor = visitors.of(request.cookies.get(COOKIE)) or EVERYONE
        held = None
        if DOCUMENT.fullmatch(request.url.path) and _VERSION.fullmatch(version):
            held = program.holdings.store.opened(name, visitor, version)
        if held is None:
            return PlainTextResponse(text("document-gone", language), 404)
        return HTMLResponse(whole_page(held, _place(asked.get("start")), _place(asked.get("end")), language))


def _place(given: str | None) -> int:
    return int(given) if given and re.fullmatch(r"\d{1,7}", given) else 0
