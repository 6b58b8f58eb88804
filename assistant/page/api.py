"""The six calls that other programs may make, over Gradio's HTTP API and its MCP server, with the contract's JSON.

What was withheld is told by kind alone: a client program may obey what a stranger wrote. Its words are told where the
address ends in ``?withheld=text``.

Each function's name, types and docstring are what a caller is shown: they are the interface.
"""

import json
import logging
from collections.abc import Callable
from datetime import date
from typing import Any

import gradio as gr

from assistant.bounds import NEW_SYMBOLS, BeingStopped
from assistant.commentary.daily import brief_json
from assistant.contract import (
    check_document,
    checked,
    error_document,
    facts_document,
    measure_document,
    search_document,
    without_withheld,
)
from assistant.conversation.answer import Answer
from assistant.conversation.events import Event
from assistant.evidence.source import Evidence, as_date
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from corpus.store import EVERYONE

log = logging.getLogger(__name__)
CALLER = "api"  # owns the conversations of callers that keep no cookie: who knows an id may go on with it


def build_api(program: Program, visitors: Visitors) -> None:
    """Offers the calls. To be called within the page's blocks.

    Args:
        program: What answers.
        visitors: Knows whose conversation is whose.
    """

    def ask(
        question: str,
        as_of: str = "",
        model: str = "",
        thread: str = "",
        wording: str = "",
        language: str = "",
        request: gr.Request | None = None,
    ) -> dict[str, Any]:
        """Answer a question about US small and large companies, the rotation between them, indexes, sectors, rates,
        volatility, or what analysts said. Every figure in the answer is computed from daily market bars or taken from a
        stored document, and cited; what can't be verified is withheld.

        Args:
            question: The question, in English or Chinese.
            as_of: A past trading day as 2026-01-22, to be answered as known then; empty for the latest settled session.
            model: "builtin" for the built-in writer, or a model of the configured endpoint; empty for the default.
            thread: Id of an earlier answer's conversation, to go on with it; empty for a new one.
            wording: open to have a model's own words too, told apart in spans, or proved; empty for the default.
            language: en, zh, or auto for the question's own; empty for the default.

        Returns:
            answer (Markdown with [1] marks), sentences, citations, withheld by kind, warnings, as_of, thread; or error.
        """

        def run() -> dict[str, Any]:
            answer: Event | None = None
            visitor = _visitor(visitors, request)
            evidence = _evidence(program, as_of, visitor)
            owner = visitor or CALLER
            for event in program.ask(
                question,
                evidence=evidence,
                model=model or None,
                thread=thread or None,
                owner=owner,
                language=language or None,
                wording=wording or None,
            ):
                answer = event
            if not isinstance(answer, Answer):  # nothing else stops an answer here
                raise BeingStopped(cut=True)
            document: dict[str, Any] = answer.to_json()
            return document if _texts_wanted(request) else without_withheld(document)

        return _told(program, run)

    def facts(prefixes: str = "rut", as_of: str = "") -> dict[str, Any]:
        """List computed market figures with their definition, base, inputs, date and source.

        Args:
            prefixes: Beginnings of keys, separated by spaces, as rut_vs_spx.streak sector AAPL; empty for all.
            as_of: A past trading day as 2026-01-22; empty for the latest settled session.

        Returns:
            as_of, data and facts, each with key, value, unit, display, as_of, base, definition and source; or error.
        """
        return _told(program, lambda: facts_document(_limited(program, as_of), prefixes.split()))

    def measure(
        kind: str, subjects: str, window: str = "", where: str = "", bucket: str = "", n: int = 0, as_of: str = ""
    ) -> dict[str, Any]:
        """Take a measure of daily market bars: any window, extreme, count, crossing, list, correlation, growth of an
        amount, or what followed a condition or a Fed cut; every figure with its definition, inputs and arithmetic.

        Args:
            kind: One of value change growth compare extremes rank count first last list drawdown volatility after.
            subjects: Separated by commas, as rut, IWM, rut.rsi_14, iwm.total, rut/spx.
            window: As '3 months', 'Q4 2025', 'since 2020-03-23'; empty for the measure's own.
            where: As 'above 30', 'beats spx', 'rsi_14 crosses above 70', 'fed cut'; for count share first last after.
            bucket: session, week, month, quarter or year.
            n: How many of a list or of extremes; 0 for the measure's own.
            as_of: A past trading day as 2026-01-22; empty for the latest settled session.

        Returns:
            as_of, data, measure (the query as understood), facts, table; or error.
        """
        named = [s.strip() for s in subjects.split(",") if s.strip()]
        asked = {"window": window, "where": where, "bucket": bucket, "n": int(n)}
        return _told(program, lambda: measure_document(_limited(program, as_of), kind, named, asked)[0])

    def brief(as_of: str = "", request: gr.Request | None = None) -> dict[str, Any]:
        """Write, or fetch where it is written already, the daily commentary on the small-cap rotation.

        Args:
            as_of: A past trading day as 2026-01-22; empty for the latest settled session.

        Returns:
            sections with cited sentences, citations, facts, changes since the last commentary; or error.
        """

        def run() -> dict[str, Any]:
            document = brief_json(program, _evidence(program, as_of))
            return document if _texts_wanted(request) else without_withheld(document)

        return _told(program, run)

    def check(text: str, as_of: str = "", request: gr.Request | None = None) -> dict[str, Any]:
        """Check a market commentary figure by figure against computed data: each claim is true, true of another date or
        definition, false, a person's view, or not checkable, with an explanation.

        Args:
            text: The commentary, as plain text, Markdown or HTML.
            as_of: The day it is about, as 2026-01-22; empty for the day that the text itself gives, or the latest.

        Returns:
            claims with start, end, verdict, computed figure and explanation, and a summary; or error.
        """

        def run() -> dict[str, Any]:
            evidence = _evidence(program, as_of, _visitor(visitors, request))
            return check_document(checked("the text", text.encode(), evidence), evidence, program.notices)

        return _told(program, run)

    def search(
        query: str, as_of: str = "", author: str = "", k: int = 5, request: gr.Request | None = None
    ) -> dict[str, Any]:
        """Search the library of analysts' views (Rosenberg, DeSanctis, Temple, Shiran and others), by meaning and word.

        Args:
            query: What to look for.
            as_of: A date as 2026-01-22: nothing published later is found; empty for today.
            author: A person's name, to hear that person alone.
            k: How many passages, at most 50.

        Returns:
            hits, best first, each with author, firm, published, title, text, stance and trust; or error.
        """

        def run() -> dict[str, Any]:
            day: date | None = as_date(as_of) if as_of.strip() else None
            library = program.holdings.library(_visitor(visitors, request) or EVERYONE)
            return search_document(library, query, day, author, int(k))

        return _told(program, run)

    for call in (ask, facts, measure, brief, check, search):
        # Not queued: a queued call of MCP's goes through a client of Gradio's own, which no password lets in.
        gr.api(call, api_name=call.__name__, queue=False, concurrency_limit=None)


def speak_json(server: Any) -> None:
    """Makes Gradio's MCP server tell results as JSON; by itself it tells them as Python writes them.

    Args:
        server: ``mcp_server_obj`` of the mounted blocks.
    """

    def told(data: Any, _root_url: str) -> list[Any]:
        texts = [json.dumps(output, ensure_ascii=False) for output in data]
        return [server.types.TextContent(type="text", text=text) for text in texts]

    server.postprocess_output_data = told


def offer_tools_alone(server: Any) -> None:
    """Leaves of MCP what tools need: to shake hands, to list them, to call one.

    Gradio's other methods (resources, prompts) serve nothing here, and reach for an address that the caller's headers
    or an environment name, without looking at its certificate.

    Args:
        server: ``mcp_server_obj`` of the mounted blocks.
    """
    types, handlers = server.types, server.mcp_server.request_handlers
    for method in [m for m in handlers if m not in (types.PingRequest, types.ListToolsRequest, types.CallToolRequest)]:
        del handlers[method]

    def none() -> Any:
        raise RuntimeError("No tool is called by way of a client")

    server._get_or_create_client = none


def _visitor(visitors: Visitors, request: gr.Request | None) -> str | None:
    """Who calls, where the caller keeps the cookie: their own documents count too, as on the page."""
    return visitors.of(request.cookies.get(COOKIE)) if request else None


def _limited(program: Program, as_of: str) -> Evidence:
    """Evidence for a caller who names what is looked up."""
    evidence = _evidence(program, as_of)
    evidence.limit_new_symbols(NEW_SYMBOLS)
    return evidence


def _texts_wanted(request: gr.Request | None) -> bool:
    """Whether the caller's address ends in ``?withheld=text``: a program may obey what a stranger wrote there."""
    return request is not None and request.query_params.get("withheld") == "text"


def _evidence(program: Program, as_of: str, visitor: str | None = None) -> Evidence:
    return program.evidence(as_of=as_date(as_of) if as_of.strip() else None, visitor=visitor or EVERYONE)


def _told(program: Program, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What a call gives back, or why not, in the contract's shape."""
    try:
        with program.seats.taken():
            return run()
    except Exception as error:
        told = error_document(error)
        if told is None:
            log.exception("a call failed")
            told = {"error": {"kind": "Failed", "message": "Something failed; it was logged", "hint": "Try again."}}
        return told
