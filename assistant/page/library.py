"""The tab of a person's own research: drop files in, confirm what was found of them, see and remove them."""

import base64
import binascii
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from assistant.page.blocks.fetching import bar, fault_line
from assistant.page.blocks.text import markup_block
from assistant.page.markup.prose import one_line
from assistant.page.markup.shelf import LEAD, fault, faults, found_lines, going, listing, shown_name, waiting_line
from assistant.page.visitors import COOKIE, Visitors
from assistant.program import Program
from corpus.document import RefusedDocument
from corpus.fetch import fetch
from corpus.ingest import Draft, draft, keep, remove
from corpus.opening import UnreadableText
from corpus.store import EVERYONE, LibraryUnwritable
from tools.data.sessions import now

LARGEST_FILE = 1_400_000  # bytes: what fits into the largest message the page may send
MOST_WAITING = 20  # files opened and not yet confirmed
STANCES = ["none", "bullish", "bearish", "neutral"]
INDEXES = {"no target": "", "Russell 2000": "rut", "S&P 500": "spx"}


@dataclass
class Waiting:
    """A visitor's files that were opened and are not yet kept, and those refused beside them."""

    drafts: list[Draft] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class LibraryTab:
    """The tab's parts that its events change; the fields in the order of ``FIELDS``."""

    line: gr.Markdown
    waiting: gr.State
    form: gr.Column
    which: gr.Markdown
    fields: tuple[Any, ...]
    shared: gr.Checkbox
    listed: gr.Markdown
    mine: gr.Dropdown

    def all(self) -> list[Any]:
        """The parts as Gradio wants them."""
        return [
            self.line, self.waiting, self.form, self.which, *self.fields, self.shared, self.listed, self.mine
        ]  # fmt: skip


FIELDS = ("author", "firm", "published", "stance", "stance_on", "title", "subject", "target", "horizon")
Shown = dict[Any, Any]


class Keeping:
    """What happens to files: opened, shown, confirmed, removed.

    Args:
        program: Has the library.
        visitors: Knows whose they are.
        tab: What is shown.
    """

    def __init__(self, program: Program, visitors: Visitors, tab: LibraryTab) -> None:
        self.program, self.visitors, self.tab = program, visitors, tab

    def show(self, request: gr.Request) -> Shown:
        """The documents this visitor may see."""
        return self._listing(self._visitor(request))

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
        yield {self.tab.line: going(f"Opening {name}")}

        def opened() -> Draft:
            if len(content) > LARGEST_FILE * 4 // 3 + 8:
                raise UnreadableText(f"{name} has more than {LARGEST_FILE / 1e6:.1f} MB")
            people = self.program.library.people
            return draft(name, base64.b64decode(content, validate=True), source=name, people=people)

        yield from self._open(name, opened, waiting, request, token)

    def fetch(self, url: str, waiting: Waiting, request: gr.Request) -> Iterator[Shown]:
        """Fetches a web page."""
        url = (url or "").strip()
        if not url:
            yield {self.tab.line: fault("Paste a web address first")}
            return
        yield {self.tab.line: going(f"Fetching {shown_name(url)}")}

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
                raise UnreadableText("this browser sends no cookie, so nothing could be kept as yours: allow cookies")
            if len(waiting.drafts) >= MOST_WAITING:
                raise UnreadableText(f"{name} was left out: confirm the {MOST_WAITING} files that wait first")
            waiting.drafts.append(opened())
        except (UnreadableText, RefusedDocument, binascii.Error) as error:
            why = str(error)
            self._refuse(waiting, why if why.startswith(name) else f"{name}: {why}")
            yield {self.tab.waiting: waiting, **self._which(waiting, token)}
            return
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            yield {self.tab.line: fault_line(error)}
            return
        first = len(waiting.drafts) == 1
        yield {**(self._form(waiting) if first else {}), self.tab.waiting: waiting, **self._which(waiting, token)}

    def confirm(
        self, waiting: Waiting, shared: bool, author: str, firm: str, published: str, stance: str, on: str, title: str,
        subject: str, target: str, horizon: str, request: gr.Request,
    ) -> Shown:  # fmt: skip
        """Keeps the first file that waits, as the person corrected it; a refusal leaves all as typed."""
        given = (author, firm, published, stance, on, title, subject, target, horizon)
        visitor = self._visitor(request)
        if not waiting.drafts or visitor is None:
            return {self.tab.line: fault("Nothing waits to be kept")}
        drafted = waiting.drafts[0]
        try:
            changes = _changes(dict(zip(FIELDS, given, strict=True)), drafted)
            kept = keep(self.program.holdings.store, drafted, by=visitor, now=now(), shared=shared, changes=changes)
        except (RefusedDocument, LibraryUnwritable) as error:
            return {self.tab.line: fault(str(error))}
        except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
            return {self.tab.line: fault_line(error)}
        waiting.drafts.pop(0)
        waiting.refused.clear()
        said = f"{drafted.name}: {kept.outcome} as {kept.document.id}."
        return {
            self.tab.waiting: waiting, **self._form(waiting), **self._which(waiting), **self._listing(visitor),
            self.tab.line: going(said),
        }  # fmt: skip

    def prepare(self, shared: bool, request: gr.Request) -> Iterator[str]:
        """Reads what was just kept, so that the next question needn't wait for it."""
        told = False
        for done, total in _prepared(self.program, EVERYONE if shared else self._visitor(request) or EVERYONE):
            told = True
            yield f'<p class="fn-going" role="status">{bar(done, total)} Reading {done} of {total}</p>'
        yield going("It can be asked about now.") if told else ""

    def skip(self, waiting: Waiting) -> Shown:
        """Leaves the first file that waits out."""
        gone = waiting.drafts.pop(0).name if waiting.drafts else ""
        line = {self.tab.line: going(f"{gone} was left out.")} if gone else {}
        return {self.tab.waiting: waiting, **self._form(waiting), **self._which(waiting), **line}

    def remove(self, document_id: str | None, request: gr.Request) -> Shown:
        """Removes one of the visitor's documents."""
        visitor = self._visitor(request)
        if not document_id or visitor is None:
            return {self.tab.line: fault("Choose one of your documents first")}
        try:
            gone = remove(self.program.holdings.store, str(document_id), visitor)
        except LibraryUnwritable as error:
            return {self.tab.line: fault(str(error))}
        said = going(f"{document_id} was removed.") if gone else fault(f"{document_id} isn't yours to remove")
        return {**self._listing(visitor), self.tab.line: said}

    def _visitor(self, request: gr.Request) -> str | None:
        return self.visitors.of(request.cookies.get(COOKIE))

    def _listing(self, visitor: str | None) -> Shown:
        held = self.program.holdings.store.held(visitor or EVERYONE)
        mine = [h.document.id for h in held if visitor and h.added_by == visitor]
        return {
            self.tab.listed: one_line(listing(held, visitor)),
            self.tab.mine: gr.update(choices=mine, value=mine[0] if mine else None, visible=bool(mine)),
        }

    def _form(self, waiting: Waiting) -> Shown:
        """The first file that waits, to be looked at."""
        if not waiting.drafts:
            return {self.tab.form: gr.update(visible=False)}
        fields = waiting.drafts[0].fields
        call = fields.get("call") if isinstance(fields.get("call"), dict) else {}
        assert isinstance(call, dict)
        values = {name: str(fields.get(name) or "") for name in FIELDS[:6]}
        values["stance"] = values["stance"] if values["stance"] in STANCES else "none"
        names = {key: name for name, key in INDEXES.items()}
        values["subject"] = names.get(str(call.get("subject") or ""), "no target")
        values["target"], values["horizon"] = str(call.get("target") or ""), str(call.get("horizon") or "")
        shown = dict(zip(self.tab.fields, (values[name] for name in FIELDS), strict=True))
        return {self.tab.form: gr.update(visible=True), self.tab.shared: False, **shown}

    def _refuse(self, waiting: Waiting, why: str) -> None:
        waiting.refused = [*waiting.refused, why][-5:]

    def _which(self, waiting: Waiting, token: str = "") -> Shown:
        """Which file is shown, how many wait, and where each field was found."""
        if not waiting.drafts:
            return {self.tab.which: "", self.tab.line: one_line(going("", token) + faults(waiting.refused))}
        first = waiting.drafts[0]
        return {
            self.tab.which: one_line(found_lines(first)),
            self.tab.line: one_line(going(waiting_line(first, len(waiting.drafts)), token) + faults(waiting.refused)),
        }


def _changes(given: dict[str, Any], drafted: Draft) -> dict[str, Any]:
    """What the person left in the form, as front matter."""
    changes = {name: str(given[name] or "").strip() for name in FIELDS[:6]}
    held = drafted.fields.get("call") if isinstance(drafted.fields.get("call"), dict) else {}
    subject, target = INDEXES.get(str(given["subject"]), ""), str(given["target"] or "").replace(",", "").strip()
    if not subject or not target:
        ranged = isinstance(held, dict) and held.get("low") is not None and subject
        return {**changes, "call": held if ranged else None}
    try:
        level = float(target)
    except ValueError:
        raise RefusedDocument(f"target: {target[:20]!r} is no level such as 2,825") from None
    kept = {k: v for k, v in (held or {}).items() if k in ("issued", "base", "base_date")}
    whole = {"kind": "target", "issued": changes["published"], **kept, "subject": subject, "target": level}
    return {**changes, "call": {**whole, "horizon": str(given["horizon"] or "").strip()}}


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


def build_library(program: Program, visitors: Visitors, tab: gr.Tab) -> None:
    """Lays out the tab and wires its events."""
    with gr.Column(elem_classes="fn-main fn-library"):
        markup_block(LEAD)
        carrier = gr.Textbox(elem_id="fn-library-file", elem_classes="fn-carrier", label="File", show_label=False)
        with gr.Row(elem_classes="fn-bar"):
            gr.Button("Add files", variant="primary", elem_id="fn-library-open")
            url = gr.Textbox(
                placeholder="or a web address", label="Web address", show_label=False, container=False, max_lines=1,
                max_length=2000, elem_id="fn-library-url",
            )  # fmt: skip
            fetching = gr.Button("Fetch", elem_id="fn-library-fetch")
        line = markup_block(elem_id="fn-library-line")
        reading = markup_block(elem_id="fn-library-reading")
        with gr.Column(visible=False, elem_classes="fn-draft", elem_id="fn-draft") as form:
            which = markup_block()
            fields = _form_fields()
            shared = gr.Checkbox(label="Share with everyone who uses this Footnote", elem_id="fn-draft-shared")
            with gr.Row(elem_classes="fn-bar"):
                confirming = gr.Button("Keep it", variant="primary", elem_id="fn-draft-keep")
                skipping = gr.Button("Leave it out", elem_id="fn-draft-skip")
        with gr.Row(elem_classes="fn-bar"):
            mine = gr.Dropdown(label="Your documents", choices=[], visible=False, elem_id="fn-library-mine")
            removing = gr.Button("Remove", elem_id="fn-library-remove")
        listed = markup_block(elem_id="fn-library-list")
    parts = LibraryTab(line, gr.State(Waiting()), form, which, fields, shared, listed, mine)
    keeping = Keeping(program, visitors, parts)
    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

    tab.select(keeping.show, None, parts.all(), **quiet)
    carrier.change(keeping.take, [carrier, parts.waiting], parts.all(), **quiet)
    gr.on([fetching.click, url.submit], keeping.fetch, [url, parts.waiting], parts.all(), **quiet)
    kept = confirming.click(keeping.confirm, [parts.waiting, shared, *fields], parts.all(), **quiet)
    kept.then(keeping.prepare, shared, reading, trigger_mode="always_last", **quiet)
    skipping.click(keeping.skip, parts.waiting, parts.all(), **quiet)
    removing.click(keeping.remove, mine, parts.all(), **quiet)


def _form_fields() -> tuple[Any, ...]:
    def text(label: str, name: str, longest: int, hint: str = "") -> gr.Textbox:
        return gr.Textbox(
            label=label, max_lines=1, max_length=longest, placeholder=hint, elem_id=f"fn-draft-{name}", container=True
        )

    with gr.Row(elem_classes="fn-pair"):
        author, firm = text("Author", "author", 120), text("Firm", "firm", 120)
    with gr.Row(elem_classes="fn-pair"):
        published = text("Published", "published", 10, "2026-01-22, 2026-01 or 2026")
        stance = gr.Dropdown(STANCES, label="Stance", value="none", elem_id="fn-draft-stance")
        on = text("Stance on", "stance-on", 80, "small caps")
    title = text("Title", "title", 300)
    with gr.Row(elem_classes="fn-pair"):
        subject = gr.Dropdown(list(INDEXES), label="Target of", value="no target", elem_id="fn-draft-subject")
        target, horizon = text("Level", "target", 12, "2,825"), text("For", "horizon", 10, "2026-12-31")
    return author, firm, published, stance, on, title, subject, target, horizon
