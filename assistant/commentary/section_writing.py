"""Sections being written: by the built-in writer one by one, by an endpoint's model several at a time; all through the gate."""

import queue
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from assistant.commentary.sections import CASES, TITLES, Brief, draft, required
from assistant.evidence.source import Evidence
from assistant.gate.gate import Gate, Grounded, Withheld, is_worded
from assistant.gate.views.people import newest_views
from assistant.settings import BUILTIN
from assistant.statements.catalogue import lines
from assistant.statements.sentence_parts import Language
from assistant.understanding.sentences import split
from assistant.writing.endpoint import endpoint_configured, endpoint_model, model_fault
from assistant.writing.prompts import REWRITE, SECTION
from corpus.document import Passage

WRITERS = 4  # sections asked of an endpoint at a time
LONGEST = 4  # sentences of a section by a model: the rest is left out
SECONDS, MOST = 90.0, 20_000  # for one section, and the characters of one without an end
_THINKING = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.I)
_THINKING_STILL = re.compile(r"<think(?:ing)?>.*", re.DOTALL | re.I)
PAUSE = 0.2  # seconds between two looks at whether it was stopped
ROOM = 590  # words of a whole commentary
# What is left out of a commentary that would be too long, the least news first.
SPARE = (
    ("sectors", "sectors.ends_ytd"),
    ("indexes", "indexes.year"),
    ("technicals", "rut.volatility"),
    ("rotation", "rotation.month"),
    ("technicals", "rut.diverging"),
)
UNEVEN = 1.6  # how many times the words of the other case one case may have


class Stopped(Exception):
    """Whoever asked for the commentary stopped it; nothing was kept of it, and nothing kept is lost."""


@dataclass(frozen=True)
class Drafted:
    """A section that passed the gate.

    Attributes:
        writer: ``builtin``, or the model that wrote it.
    """

    id: str
    grounded: list[Grounded]
    writer: str


@dataclass
class Writing:
    """One commentary in progress.

    Attributes:
        language: In which the built-in writer writes; a model of an endpoint writes English only.
        model: Who writes; ``builtin`` once an endpoint has written nothing at all.
        withheld: Sentences that did not pass.
        faults: What went wrong with the endpoint, each said once.
        stop: Set by whoever wants it to stop.
    """

    evidence: Evidence
    briefs: dict[str, Brief]
    model: str
    language: Language = "en"
    withheld: list[Withheld] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    _dead: threading.Event = field(default_factory=threading.Event)
    _slots: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(WRITERS))

    def run(self) -> Iterator[Drafted]:
        """Each section in order.

        Raises:
            Stopped: ``stop`` was set. An answer under way is not waited for.
        """
        if self.model != BUILTIN and not endpoint_configured():
            self._fault(f"{self.model} was asked for, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set")
        if self.model == BUILTIN or self.faults:
            self.model = BUILTIN
            yield from self._all_builtin()
            return
        # Loads the endpoint's libraries here: two threads that import httpx at the same time find it half there.
        endpoint_model(self.model)
        model_fault(RuntimeError())
        pending = {name: self._begin(name) for name in TITLES if name != "changes"}
        done: dict[str, Drafted] = {}
        for name in TITLES:
            if name in CASES and name not in done:
                done |= self._cases(pending)
            yield done[name] if name in done else self._section(name, pending.get(name))

    def _begin(self, name: str) -> "queue.SimpleQueue[list[str] | Exception]":
        """Asks the endpoint in a thread that nobody waits for once the writing is stopped."""
        answer: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

        def work() -> None:
            try:
                with self._slots:
                    answer.put([] if self.stop.is_set() else self._ask(name))
            except Exception as error:  # noqa: BLE001 (raised again where the answer is waited for)
                answer.put(error)

        threading.Thread(target=work, daemon=True).start()
        return answer

    def _answer(self, pending: "queue.SimpleQueue[list[str] | Exception] | None") -> list[str]:
        while pending is not None:
            if self.stop.is_set():
                raise Stopped
            try:
                got = pending.get(timeout=PAUSE)
            except queue.Empty:
                continue
            if isinstance(got, Exception):
                raise got
            return got
        return []

    def _fault(self, fault: str) -> None:
        line = f"{fault}. The built-in writer wrote what the model did not."
        if line not in self.faults:
            self.faults.append(line)

    def _ask(self, name: str) -> list[str]:
        """The endpoint's draft of a section; empty where it fails, which is said once and ends the asking.

        One that is only slow is asked for the others, until a second section has taken too long.
        """
        if self._dead.is_set():
            return []
        brief = self.briefs[name]
        try:
            model, evidence = endpoint_model(self.model), lines(brief.ledger)
            drafts = split(self._said(model, SECTION.format(title=TITLES[name], evidence=evidence)))[:LONGEST]
            verdicts = self._judge(name, drafts)
            failed = {i: v for i, v in enumerate(verdicts) if isinstance(v, Withheld)}
            if failed and not self.stop.is_set():
                asked = {"evidence": evidence, "sentences": _numbered(drafts, failed)}
                said = self._said(
                    model, REWRITE.format(question=f"the section {name} of the day's commentary", **asked)
                )
                drafts = self._rewritten(name, drafts, said, set(failed))
            return drafts
        except Exception as error:
            slow = isinstance(error, TimeoutError)
            fault = f"{self.model} did not finish within {SECONDS:.0f} s" if slow else model_fault(error)
            if fault is None:
                raise
            if not slow or self.faults:
                self._dead.set()
            self._fault(fault)
            return []

    def _said(self, model: Any, prompt: str) -> str:
        """What the endpoint says, read no further than a section has room for: a model that rambles is cut off.

        Raises:
            TimeoutError: It has not come to an end in time.
        """
        text, until = "", time.monotonic() + SECONDS
        for chunk in model.stream(prompt):
            text = _THINKING.sub("", text + chunk.text)
            if self.stop.is_set() or len(split(_THINKING_STILL.sub("", text))) > LONGEST:
                break
            if time.monotonic() > until or len(text) > MOST:
                raise TimeoutError
        return _THINKING_STILL.sub("", text)

    def _rewritten(self, name: str, drafts: list[str], said: str, failed: set[int]) -> list[str]:
        """The drafts with those sentences in the place of failed ones that pass now."""
        out = list(drafts)
        for match in re.finditer(r"^\s*(\d+)[.)]\s*(.+)$", said, re.MULTILINE):
            place, text = int(match[1]) - 1, match[2].strip()
            if place in failed and isinstance(self._judge(name, [text])[0], Grounded):
                out[place] = text
        return out

    def _builtin(self, name: str) -> Drafted:
        return Drafted(name, self._gate(name, draft(name, self.briefs[name])), BUILTIN)

    def _all_builtin(self) -> list[Drafted]:
        """All sections, within the room that a commentary has: what is dropped first is least news.

        The room is that of the English text whichever language is written, so that both state the same facts.
        """
        drafts = {name: draft(name, self.briefs[name]) for name in TITLES}
        out = {name: Drafted(name, self._gate(name, drafts[name]), BUILTIN) for name in TITLES}
        for name, statement in SPARE:
            if sum(_words(d) for d in out.values()) <= ROOM:
                break
            kept = [s for s in drafts[name] if statement not in s]
            if kept:
                drafts[name] = kept
                out[name] = Drafted(name, self._gate(name, kept), BUILTIN)
        return list(out.values()) if self.language == "en" else self._translated(drafts)

    def _translated(self, drafts: dict[str, list[str]]) -> list[Drafted]:
        """The same sections in another language: statements, and views with their original words."""
        self.withheld.clear()
        out = []
        for name, written in drafts.items():
            views = [f"{{view {i} 1}}" for i in self.briefs[name].ledger.passages] if name in CASES else []
            said = [s for s in written if is_worded(s)]  # any other sentence has words in English only
            out.append(Drafted(name, self._gate(name, [*views, *said], self.language), BUILTIN))
        return out

    def _section(self, name: str, pending: "queue.SimpleQueue[list[str] | Exception] | None") -> Drafted:
        drafted = self._answer(pending)
        passed = self._gate(name, drafted) if drafted else []
        if not passed:
            return self._builtin(name)
        lacking = [s for s in required(name, self.briefs[name]) if not any(_holds(d, s) for d in drafted)]
        return Drafted(name, self._gate(name, lacking) + passed, self.model)

    def _cases(self, pending: "dict[str, queue.SimpleQueue[list[str] | Exception]]") -> dict[str, Drafted]:
        """Both cases: by the model where it gives each its people and the two much the same room."""
        both = {name: self._case(name, self._answer(pending[name])) for name in CASES}
        room = [_words(d) for d in both.values()]
        if max(room) > UNEVEN * max(min(room), 1):
            return {name: self._builtin(name) for name in CASES}
        return both

    def _case(self, name: str, drafted: list[str]) -> Drafted:
        passed = self._gate(name, drafted) if drafted else []
        brief = self.briefs[name]
        told = {i.id for g in passed for _, i in g.marks if isinstance(i, Passage)}
        if not passed or set(brief.ledger.passages) - told:
            return self._builtin(name)
        figures = [s for s in required(name, brief) if "{say measured." in s and not any(_holds(d, s) for d in drafted)]
        return Drafted(name, passed + self._gate(name, figures), self.model)

    def _gate(self, name: str, drafts: list[str], language: Language = "en") -> list[Grounded]:
        verdicts = self._judge(name, drafts, language)
        self.withheld += [v for v in verdicts if isinstance(v, Withheld)]
        return [v for v in verdicts if isinstance(v, Grounded)]

    def _judge(self, name: str, drafts: list[str], language: Language = "en") -> list[Grounded | Withheld]:
        library, as_of = self.evidence.library, self.evidence.as_of
        people = {n: p.name for p in library.people for n in (p.name.lower(), p.last_name)}
        newest = newest_views(library.passages, as_of)
        gate = Gate(self.briefs[name].ledger, as_of, self.evidence.today, people, newest, language=language)
        return [gate.judge(d) for d in drafts]


def _numbered(drafts: list[str], failed: dict[int, Withheld]) -> str:
    """The failed sentences with their numbers and why they failed, as the prompt asks for them."""
    why = {i: "; ".join(r.detail for r in v.reasons) for i, v in failed.items()}
    return "\n".join(f"{i + 1}. {drafts[i]} (not shown: {why[i]})" for i in failed)


def _words(drafted: Drafted) -> int:
    return sum(len(g.text.split()) for g in drafted.grounded)


def _holds(written: str, wanted: str) -> bool:
    return wanted.rstrip(".") in written
