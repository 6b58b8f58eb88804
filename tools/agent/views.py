"""The agent's tools for what people said: views, how one person's changed, and whether they were right."""

from collections.abc import Sequence
from typing import Literal

from langchain.tools import ToolRuntime, tool
from pydantic.json_schema import SkipJsonSchema

from corpus.instructions import tellable
from corpus.people import names_in
from corpus.search import is_generic
from tools.agent.research import (
    Artifact,
    Day,
    Research,
)
from tools.analysts.track_record import ledger, track_records
from tools.analysts.view_facts import balance_facts, line_of_views, person_facts, told
from tools.analysts.view_subjects import held_now, particular_in, subject_in
from tools.data.sessions import now
from tools.fact import Fact
from tools.measures.answers import Label


@tool(response_format="content_and_artifact", parse_docstring=True)
def views(
    question: str,
    runtime: ToolRuntime[Research],
    author: str | SkipJsonSchema[None] = None,
    stance: Literal["bullish", "bearish", "neutral", "none"] | SkipJsonSchema[None] = None,
    as_of: Day = None,
) -> tuple[str, Artifact]:
    """What analysts said, their targets held against the market, and notes on what RSI or the Russell 2000 is.

    Args:
        question: What to look for, in a few words.
        author: A person's name, to hear that person alone.
        stance: To hear one side alone; none for the notes on what things are.
        as_of: An earlier day: nothing published later; leave out for the date of the answer.
    """
    research = runtime.context
    known = min(as_of or research.as_of, research.as_of)
    wanted = 12 if stance else 6 if author else 4
    hits = research.library.search(question, as_of=known, author=author, stance=stance, k=wanted)
    if stance and stance != "none" and not is_generic(question):
        hits = list({h.passage.author: h for h in reversed(hits)}.values())[::-1]
        hits = sorted(hits, key=lambda h: -h.score)[:4]
    elif stance and stance != "none":  # one side of an open question as such is best heard from whoever spoke last
        newest = sorted(hits, key=lambda h: (h.passage.trust != "unverified", h.passage.known_from), reverse=True)
        hits = list({h.passage.author: h for h in reversed(newest)}.values())[::-1]
        hits = sorted(hits, key=newest.index)[:4]
    if author is None and stance != "none" and (subject := particular_in(question)):
        hits = held_now(hits, research.library.passages, subject, known, stance)
    hits = [hit for h in hits if (hit := h._replace(passage=tellable(h.passage))).passage.text]
    if as_of:  # another time was asked for: what was said nearest to it comes first
        hits = sorted(hits, key=lambda h: h.passage.known_from, reverse=True)
    lines = []
    for hit in hits:
        p = hit.passage
        quotes = f" Quotes: {'; '.join(p.quotes)}." if p.quotes else ""
        who = ", ".join(part for part in (p.author, p.firm, p.published) if part)
        lines.append(f"[{p.id}] {who}, {p.stance} on {p.stance_on}, {p.trust}: {' '.join(p.text.split())}{quotes}")
    calls = _calls_in([hit.passage.document for hit in hits], research) if any(h.passage.call for h in hits) else []
    lines += [f"{{say {f.subject}}}: {f.display} {f.reading}" for f in calls if f.metric == "target"]
    if author is None:
        balance = balance_facts(research.library.passages, research.as_of, now(), _simulated(research))
        calls = [*calls, *balance]
        lines += ["How many views on small caps stand on each side: {say library.small_caps}"] if balance else []
    passages = [hit.passage.model_dump(mode="json") for hit in hits]
    return "\n".join(lines) or "no passage found", {
        "passages": passages,
        "facts": [f.model_dump(mode="json") for f in calls],
        "notes": [] if hits else [f"no stored view of {author or 'anyone'} on that was found"],
    }


@tool(response_format="content_and_artifact", parse_docstring=True)
def view_history(
    author: str, runtime: ToolRuntime[Research], since: Day = None, subject: str = ""
) -> tuple[str, Artifact]:
    """How one person's view changed over time: dated stances with the turns, and how earlier views turned out.

    Args:
        author: The person's name.
        since: The first day wanted; leave out for all.
        subject: What the views are on, such as the Fed, a recession, small caps; leave out for all.
    """
    research = runtime.context
    person, on = next(iter(research.library.named_in(author)), None), subject_in(subject)
    steps = line_of_views(research.library.passages, person.name, research.as_of, since, on) if person else []
    if person is None or not steps:
        what = f"no stored view of {author}{f' on {on}' if on else ''} was found"
        return "no passage found", {"facts": [], "passages": [], "notes": [what]}
    facts = person_facts(steps, person.name, research.as_of, now(), _simulated(research), on)
    shown = told(steps)
    calls = _calls_in([s.passage.document for s in shown if s.passage.call], research)
    lines = []
    for step in shown:
        p = tellable(step.passage.as_known_on(research.as_of))
        turned = f", turned from {step.turned_from}" if step.turned_from else ""
        after = f" Outcome: {step.outcome}" if step.outcome else ""
        at = f"{step.position} on {step.subject}" if step.position else f"on {step.subject}"
        lines.append(f"[{p.id}] {p.published}, {at}{turned}: {p.text}{after}")
    return "\n".join(lines), {
        "passages": [tellable(s.passage.as_known_on(research.as_of)).model_dump(mode="json") for s in shown],
        "facts": [f.model_dump(mode="json") for f in (*facts, *calls)],
        "notes": [],
    }


@tool(response_format="content_and_artifact", parse_docstring=True)
def track_record(runtime: ToolRuntime[Research], author: str = "") -> tuple[str, Artifact]:
    """Whether people were right: how their dated calls came out, with how many were reached and the median miss.

    Args:
        author: A person's name; leave out for everyone whose calls have come due.
    """
    person = next(iter(runtime.context.library.named_in(author)), None) if author else None
    calls = runtime.context.calls()
    entries = [e for e in ledger(calls) if not author or (person and person.name in names_in(e.author))]
    whose = author or "anyone"
    if not entries:
        return "no dated call found", {
            "facts": [],
            "passages": [],
            "notes": [f"no dated call of {whose} was found"],
        }
    records, subjects = track_records(entries), {e.subject for e in entries}
    facts = [f for record in records for f in record.facts.values()]
    lines = [f"{next(iter(r.facts.values())).subject}: {r.caveat}" for r in records]
    lines += [f"{e.subject}: {e.status}" for e in entries]
    held = [*facts, *(f for f in calls if f.subject in subjects)]
    return "\n".join(lines), {"facts": [f.model_dump(mode="json") for f in held], "passages": [], "notes": []}


@tool(response_format="content_and_artifact", parse_docstring=True)
def targets(runtime: ToolRuntime[Research], author: str = "") -> tuple[str, Artifact]:
    """Price targets with their days and how far off they are, live ones first; with a table of all.

    Args:
        author: A person's name; leave out for everyone's.
    """
    research = runtime.context
    person = next(iter(research.library.named_in(author)), None) if author else None
    calls = research.calls()
    entries = [e for e in ledger(calls) if not author or (person and person.name in names_in(e.author))]
    entries = sorted(entries, key=lambda e: (e.status != "runs", -e.issued.toordinal(), e.subject))
    whose = author or "anyone"
    if not entries:
        return "no target found", {
            "facts": [],
            "passages": [],
            "notes": [f"no target of {whose} was found"],
        }
    held = {f.key: f for f in calls}
    rows = [
        [
            Label(display=e.author),
            held[f"{e.subject}.target"],
            Label(display=e.issued.isoformat()),
            Label(display=e.horizon.isoformat()),
            Label(display=e.status),
        ]
        for e in entries
    ]
    subjects = {e.subject for e in entries}
    return "\n".join(f"{{say {e.subject}}}: {e.status}" for e in entries), {
        "facts": [f.model_dump(mode="json") for f in calls if f.subject in subjects],
        "passages": [],
        "notes": [],
        "tables": [
            {
                "title": "Price targets",
                "columns": ["author", "target", "given", "for", "status"],
                "rows": [[c.model_dump(mode="json") for c in row] for row in rows],
            }
        ],
    }


def _simulated(research: Research) -> bool:
    """Whether the answer's bars are the sample's, of whose every fact that is said."""
    return research.at(None).market.source == "sample"


def _calls_in(documents: Sequence[str], research: Research) -> list[Fact]:
    """The facts of the calls that documents hold."""
    subjects = {f"call.{d.replace('-', '_')}" for d in documents}
    return [f for f in research.calls() if f.subject in subjects]
