"""The commentary as files over HTTP: PDF, HTML, Markdown and the feed; to be read only, by a kept commentary's id."""

import logging
import re
import threading
from collections import OrderedDict
from datetime import date

from fastapi import FastAPI, Request
from starlette.responses import PlainTextResponse, Response

from assistant.commentary.daily import Commentary
from assistant.commentary.exports.feed import feed, latest
from assistant.commentary.exports.text import html, markdown
from assistant.commentary.store import CommentaryStore
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from tools.errors import MarketDataError

FILE = re.compile(r"/brief/([0-9a-f]{20})\.(pdf|html|md)")
FEED = "/feed.xml"
TYPES = {"pdf": "application/pdf", "html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8"}
KEPT = 24  # files held in memory: one takes two seconds to make, and never changes but for errata
_log = logging.getLogger(__name__)


def add_downloads(app: FastAPI, program: Program) -> None:
    """Adds the routes, before the page is mounted on all others."""
    made: OrderedDict[tuple[str, str, int], bytes] = OrderedDict()
    lock = threading.Lock()  # one file is made at a time, whoever asks

    @app.get("/brief/{name}")
    def brief(request: Request) -> Response:
        match = FILE.fullmatch(request.url.path)
        document = CommentaryStore(program.engine).get(match[1]) if match else None
        if match is None or document is None:
            return PlainTextResponse("No such commentary is kept", 404)
        commentary, form = Commentary(document, fresh=False), match[2]
        key = (commentary.id, form, len(document["errata"]))
        with lock:
            if key not in made:
                made[key] = _made(program, commentary, form)
                while len(made) > KEPT:
                    made.popitem(last=False)
            content = made[key]
        shown = "inline" if form != "md" else "attachment"
        headers = {"content-disposition": f'{shown}; filename="footnote-{commentary.as_of}.{form}"'}
        return Response(content, media_type=TYPES[form], headers=headers)

    @app.get(FEED)
    def atom(request: Request) -> Response:
        address = f"{request.url.scheme}://{request.url.netloc}"
        language: Language = "zh" if request.query_params.get("lang") == "zh" else "en"
        content = feed(latest(program, None, language), address, language)
        return Response(content, media_type="application/atom+xml; charset=utf-8")


def _made(program: Program, commentary: Commentary, form: str) -> bytes:
    if form == "md":
        return markdown(commentary).encode()
    from assistant.commentary.exports.drawn_charts import charts_of, draw, svg

    try:
        evidence = program.evidence(as_of=date.fromisoformat(commentary.as_of), data=str(commentary.document["data"]))
        charts = charts_of(evidence.catalogue, commentary.language)
    except MarketDataError:  # the text stands without its charts
        _log.warning("no charts could be drawn for the commentary of %s", commentary.as_of)
        charts = []
    if form == "html":
        return html(commentary, [(svg(c), c.words) for c in charts]).encode()
    from assistant.commentary.exports.pdf import pdf

    return pdf(commentary, [(draw(c, "png"), c.words) for c in charts])
