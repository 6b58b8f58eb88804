"""The tab of a person's own research: drop files in, confirm what was found of them, see and remove them."""

import base64
import binascii
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Any

import gradio as gr

from assistant.page.blocks.draft_form import FIELDS, INDEXES, STANCES, changes_in, form_fields
from assistant.page.blocks.fetching import fault_line, going_line
from assistant.page.blocks.text import markup_block
from assistant.page.markup.prose import one_line
from assistant.page.markup.shelf import (
    ORDERS,
    Wanted,
    fault,
    faults,
    found_lines,
    going,
    listing,
    shown_name,
    waiting_line,
)
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from corpus.document import RefusedDocument
from corpus.fetch import fetch
from corpus.ingest import Draft, draft, keep, remove
from corpus.keeping.identity import WouldReplace
from corpus.opening import UnreadableText
from corpus.store import EVERYONE, LibraryUnwritable
from tools.data.sessions import now

LARGEST_FILE = 1_400_000  # bytes: what fits into the largest message the page may send
MOST_WAITING = 20  # files opened and not yet confirmed


@dataclass
class Waiting:
    """A visitor's files that were opened and not yet kept, those refused, and which documents the list shows."""

    drafts: list[Draft] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    wanted: Wanted = field(default_factory=Wanted)


@dataclass(frozen=True)
class LibraryTab:
    """The tab's parts that its events change; the fields in the order of ``FIELDS``."""

    line: gr.Markdown
    waiting: gr.State
    form: gr.Column
    which: gr.Markdown
    fields: tuple[Any, ...]
    shared: gr.Checkbox
    replacing: gr.Button
    listed: gr.Markdown
    mine: gr.Dropdown

    def all(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return [
            self.line, self.waiting, self.form, self.which, *self.fields, self.shared, self.replacing, self.listed,
            self.mine,
        ]  # fmt: skip


Shown = dict[Any, Any]


class Keeping:
    """What happens to files: opened, shown, confirmed, removed.

    Args:
        program: Has the library.
        visitors: Knows whose they are.
        tab: What is shown.
        language: The page's.
    """

    def __init__(self, program: Program, visitors: Visitors, tab: LibraryTab, language: Language) -> None:
        self.program, self.visitors, self.tab, self.language = program, visitors, tab, language

    def show(self, waiting: Waiting, request: gr.Request) -> Shown:
        """The documents this visitor may see."""
        return self._listing(self._visitor(request), waiting)

    def narrow(self, waiting: Waiting, author: str, stance: str, words: str, by: str, request: gr.Request) -> Shown:
        """Those of them that are by an author, of a stance and hold some words, in the order wanted."""
        waiting.wanted = Wanted((author or "").strip(), stance or "", (words or "").strip(), by or ORDERS[0])
        return {self.tab.waiting: waiting, **self._listing(self._visitor(request), waiting)}

    def take(self, given: str, waiting: Waiting, request: gr.Request) -> Iterator[Shown]:
        """Opens a file that the browser read: ``name|content|token``; without content the name is a complaint."""
        name, _, rest = (given or "").partition("|")
        content, _, token = rest.partition("|")
        name = shown_name(name)
        if not content:
            if name:
                self._refuse(waiting, name)
            yield {self.tab.waiting: waiting, **self._which(waiting, token)} if name else {self.tab.line: gr.skip()}
            return
        yield {self.tab.line: going(self._said("check-opening", name=name))}

        def opened() -> Draft:
            if len(content) > LARGEST_FILE * 4 // 3 + 8:
                raise UnreadableText(self._said("library-too-large", name=name, size=f"{LARGEST_FILE / 1e6:.1f}"))
            people = self.program.library.people
            return draft(name, base64.b64decode(content, validate=True), source=name, people=people)

        yield from self._open(name, opened, waiting, request, token)

    def fetch(self, url: str, waiting: Waiting, request: gr.Request) -> Iterator[Shown]:
        """Fetches a web page."""
        url = (url or "").strip()
        if not url:
            yield {self.tab.line: self._fault("library-address-first")}
            return
        yield {self.tab.line: going(self._said("library-fetching", name=shown_name(url)))}

        def opened() -> Draft:
            served = fetch(url if "://" in url else f"https://{url}")
            people = self.program.library.people
            return draft(served.name, served.content, source=served.url, url=served.url, people=people)

        yield from self._open(shown_name(url), opened, waiting, request, "")

    def _open(
        self, name: str, opened: Callable[[], Draft], waiting: Waiting, request: gr.Request, token: str
    ) -> Iterator[Shown]:
        try:
            if self._visitor(request) is None:
                raise UnreadableText(self._said("library-no-cookie"))
            if len(waiting.drafts) >= MOST_WAITING:
                raise UnreadableText(self._said("library-too-many", name=name, n=MOST_WAITING))
            waiting.drafts.append(opened())
        except (UnreadableText, RefusedDocument, binascii.Error) as error:
            why = str(error)
            told = why if why.startswith(name) else self._said("library-refused", name=name, why=why)
            self._refuse(waiting, told)
            yield {self.tab.waiting: waiting, **self._which(waiting, token)}
            return
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.tab.line: fault_line(error, self.language)}
            return
        first = len(waiting.drafts) == 1
        yield {**(self._form(waiting) if first else {}), self.tab.waiting: waiting, **self._which(waiting, token)}

    def confirm(
        self, waiting: Waiting, shared: bool, author: str, firm: str, published: str, stance: str, on: str, title: str,
        subject: str, target: str, horizon: str, request: gr.Request,
    ) -> Shown:  # fmt: skip
        """Keeps the first file that waits, as the person corrected it; a refusal leaves all as typed."""
        given = (author, firm, published, stance, on, title, subject, target, horizon)
        return self._keep(waiting, shared, dict(zip(FIELDS, given, strict=True)), request, replace=False)

    def replace(
        self, waiting: Waiting, shared: bool, author: str, firm: str, published: str, stance: str, on: str, title: str,
        subject: str, target: str, horizon: str, request: gr.Request,
    ) -> Shown:  # fmt: skip
        """Keeps it in the place of the version that is held, which the person was asked about."""
        given = (author, firm, published, stance, on, title, subject, target, horizon)
        return self._keep(waiting, shared, dict(zip(FIELDS, given, strict=True)), request, replace=True)

    def _keep(self, waiting: Waiting, shared: bool, given: dict[str, Any], request: gr.Request, replace: bool) -> Shown:
        visitor = self._visitor(request)
        if not waiting.drafts or visitor is None:
            return {self.tab.line: self._fault("library-nothing-waits")}
        drafted, store = waiting.drafts[0], self.program.holdings.store
        try:
            changes = changes_in(given, drafted, self.language)
            kept = keep(store, drafted, by=visitor, now=now(), shared=shared, changes=changes, replace=replace)
        except WouldReplace as error:
            asked = self._said("library-replace-asked", why=str(error))
            return {self.tab.line: fault(asked, self.language), self.tab.replacing: gr.update(visible=True)}
        except (RefusedDocument, LibraryUnwritable) as error:
            return {self.tab.line: fault(str(error), self.language)}
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            return {self.tab.line: fault_line(error, self.language)}
        waiting.drafts.pop(0)
        waiting.refused.clear()
        outcome = text(f"outcome-{kept.outcome}", self.language)
        said = self._said("library-kept", name=drafted.name, outcome=outcome, id=kept.document.id)
        return {
            self.tab.waiting: waiting, **self._form(waiting), **self._which(waiting),
            **self._listing(visitor, waiting), self.tab.line: going(said),
        }  # fmt: skip

    def prepare(self, shared: bool, request: gr.Request) -> Iterator[str]:
        """Reads what was just kept, so that the next question needn't wait for it."""
        told = False
        for done, total in _prepared(self.program, EVERYONE if shared else self._visitor(request) or EVERYONE):
            told = True
            yield going_line(done, total, self._said("library-reading", done=done, total=total), self.language)
        yield going(self._said("library-ready")) if told else ""

    def skip(self, waiting: Waiting) -> Shown:
        """Leaves the first file that waits out."""
        gone = waiting.drafts.pop(0).name if waiting.drafts else ""
        line = {self.tab.line: going(self._said("library-left-out", name=gone))} if gone else {}
        return {self.tab.waiting: waiting, **self._form(waiting), **self._which(waiting), **line}

    def remove(self, document_id: str | None, waiting: Waiting, request: gr.Request) -> Shown:
        """Removes one of the visitor's documents."""
        visitor = self._visitor(request)
        if not document_id or visitor is None:
            return {self.tab.line: self._fault("library-choose-first")}
        try:
            gone = remove(self.program.holdings.store, str(document_id), visitor)
        except LibraryUnwritable as error:
            return {self.tab.line: fault(str(error), self.language)}
        named = str(document_id)
        said = going(self._said("library-removed", id=named)) if gone else self._fault("library-not-yours", id=named)
        return {**self._listing(visitor, waiting), self.tab.line: said}

    def _said(self, message: str, **given: str | int) -> str:
        return text(message, self.language, **given)

    def _fault(self, message: str, **given: str | int) -> str:
        return fault(self._said(message, **given), self.language)

    def _visitor(self, request: gr.Request) -> str | None:
        return self.visitors.of(request.cookies.get(COOKIE))

    def _listing(self, visitor: str | None, waiting: Waiting) -> Shown:
        held = self.program.holdings.store.held(visitor or EVERYONE)
        mine = [h.document.id for h in held if visitor and h.added_by == visitor]
        return {
            self.tab.listed: one_line(listing(held, visitor, self.language, waiting.wanted)),
            self.tab.mine: gr.update(choices=mine, value=mine[0] if mine else None, visible=bool(mine)),
        }

    def _form(self, waiting: Waiting) -> Shown:
        """The first file that waits, to be looked at."""
        if not waiting.drafts:
            return {self.tab.form: gr.update(visible=False), self.tab.replacing: gr.update(visible=False)}
        fields = waiting.drafts[0].fields
        call = fields.get("call") if isinstance(fields.get("call"), dict) else {}
        assert isinstance(call, dict)
        values = {name: str(fields.get(name) or "") for name in FIELDS[:6]}
        values["stance"] = values["stance"] if values["stance"] in STANCES else "none"
        subject = str(call.get("subject") or "")
        values["subject"] = subject if subject in INDEXES else ""
        values["target"], values["horizon"] = str(call.get("target") or ""), str(call.get("horizon") or "")
        shown = dict(zip(self.tab.fields, (values[name] for name in FIELDS), strict=True))
        put = {self.tab.shared: False, self.tab.replacing: gr.update(visible=False)}
        return {self.tab.form: gr.update(visible=True), **put, **shown}

    def _refuse(self, waiting: Waiting, why: str) -> None:
        waiting.refused = [*waiting.refused, why][-5:]

    def _which(self, waiting: Waiting, token: str = "") -> Shown:
        """Which file is shown, how many wait, and where each field was found."""
        if not waiting.drafts:
            return {
                self.tab.which: "",
                self.tab.line: one_line(going("", token) + faults(waiting.refused, self.language)),
            }
        first = waiting.drafts[0]
        return {
            self.tab.which: one_line(found_lines(first, self.language)),
            self.tab.line: one_line(
                going(waiting_line(first, len(waiting.drafts), self.language), token)
                + faults(waiting.refused, self.language)
            ),
        }


def _prepared(program: Program, owner: str) -> Iterator[tuple[int, int]]:
    """How far the passages just kept are read; a fault here costs nothing, the next search reads them."""
    told: queue.SimpleQueue[tuple[int, int] | None] = queue.SimpleQueue()

    def work() -> None:
        try:
            program.holdings.prepare(owner, lambda done, total: told.put((done, total)))
        finally:
            told.put(None)

    threading.Thread(target=work, daemon=True).start()
    while (step := told.get()) is not None:
        yield step


def build_library(program: Program, visitors: Visitors, tab: gr.Tab, language: Language) -> None:
    """Lays out the tab and wires its events."""
    with gr.Column(elem_classes="fn-main fn-library"):
        markup_block(f'<p class="fn-lead">{escape(text("library-lead", language))}</p>')
        carrier = gr.Textbox(
            elem_id="fn-library-file", elem_classes="fn-carrier", label=text("file-label", language), show_label=False
        )
        with gr.Row(elem_classes="fn-bar"):
            gr.Button(text("library-add", language), variant="primary", elem_id="fn-library-open")
            url = gr.Textbox(
                placeholder=text("library-address-placeholder", language), label=text("library-address", language),
                show_label=False, container=False, max_lines=1, max_length=2000, elem_id="fn-library-url",
            )  # fmt: skip
            fetching = gr.Button(text("library-fetch", language), elem_id="fn-library-fetch")
        line = markup_block(elem_id="fn-library-line")
        reading = markup_block(elem_id="fn-library-reading")
        with gr.Column(visible=False, elem_classes="fn-draft", elem_id="fn-draft") as form:
            which = markup_block()
            fields = form_fields(language)
            shared = gr.Checkbox(label=text("library-share", language), elem_id="fn-draft-shared")
            with gr.Row(elem_classes="fn-bar"):
                confirming = gr.Button(text("library-keep", language), variant="primary", elem_id="fn-draft-keep")
                replacing = gr.Button(text("library-replace", language), visible=False, elem_id="fn-draft-replace")
                skipping = gr.Button(text("library-skip", language), elem_id="fn-draft-skip")
        with gr.Row(elem_classes="fn-bar"):
            mine = gr.Dropdown(
                label=text("library-mine", language), choices=[], visible=False, elem_id="fn-library-mine"
            )
            removing = gr.Button(text("library-remove", language), elem_id="fn-library-remove")
        narrowing = _narrowing(language)
        listed = markup_block(elem_id="fn-library-list")
    parts = LibraryTab(line, gr.State(Waiting()), form, which, fields, shared, replacing, listed, mine)
    keeping = Keeping(program, visitors, parts, language)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

    tab.select(keeping.show, parts.waiting, parts.all(), **quiet)
    for part in narrowing:
        part.change(keeping.narrow, [parts.waiting, *narrowing], parts.all(), trigger_mode="always_last", **quiet)
    carrier.change(keeping.take, [carrier, parts.waiting], parts.all(), **quiet)
    gr.on([fetching.click, url.submit], keeping.fetch, [url, parts.waiting], parts.all(), **quiet)
    kept = confirming.click(keeping.confirm, [parts.waiting, shared, *fields], parts.all(), **quiet)
    kept.then(keeping.prepare, shared, reading, trigger_mode="always_last", **quiet)
    replaced = replacing.click(keeping.replace, [parts.waiting, shared, *fields], parts.all(), **quiet)
    replaced.then(keeping.prepare, shared, reading, trigger_mode="always_last", **quiet)
    skipping.click(keeping.skip, parts.waiting, parts.all(), **quiet)
    removing.click(keeping.remove, [mine, parts.waiting], parts.all(), **quiet)


def _narrowing(language: Language) -> list[Any]:
    """What narrows the list of documents and puts it in order: author, stance, words, order."""
    with gr.Row(elem_classes="fn-bar"):
        author, words = (
            gr.Textbox(
                label=text(f"library-filter-{name}", language), max_lines=1, max_length=80,
                elem_id=f"fn-library-{name}",
            )
            for name in ("author", "words")
        )  # fmt: skip
        every = (text("library-any-stance", language), "")
        stances = [every, *((text(f"stance-of-{s}", language), s) for s in STANCES)]
        stance = gr.Dropdown(
            stances, value="", label=text("library-filter-stance", language), elem_id="fn-library-stance"
        )
        orders = [(text(f"library-by-{by}", language), by) for by in ORDERS]
        by = gr.Dropdown(orders, value=ORDERS[0], label=text("library-order", language), elem_id="fn-library-order")
    return [author, stance, words, by]
