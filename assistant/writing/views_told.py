"""Whom the built-in writer lets speak and which of a view's sentences it tells: each credited, newest first, both sides heard."""

import re

from assistant.statements.answers.views import of_its_source
from assistant.understanding.lexicon.names import NICKNAMES
from assistant.understanding.lexicon.terms import beyond_in
from assistant.writing.draft import Evidence, named
from corpus.document import Passage
from corpus.instructions import is_view
from corpus.search import subject_words
from corpus.words import words
from tools.analysts.track_record import ledger
from tools.analysts.view_subjects import group_of, is_on, particular_in, pattern_of, subject_in
from tools.universe import UNIVERSE

RECENT, NEAR = 183, 7  # days: a view that counts as current; what was said about a day
_LEANING = re.compile(r"(?:That|This|These|Those|It|Its|They|Their|Such|Both|So)\b")
_SOMEONE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
SHORT, LONG = 1, 3  # sentences told of a view


def told(passage: Passage, longer: bool = False, about: re.Pattern[str] | None = None) -> list[str]:
    """The slots of a passage's leading sentences; where it is told for a subject, the one that names it first."""
    sentences = [pair[0] for pair in passage.sentences]
    kept = [i for i, s in enumerate(sentences) if passage.trust != "user" or is_view(s)]
    if not kept:
        return []
    on_it = [i for i in kept if about and is_about(sentences[i], about)]
    lead = next((i for i in on_it if not _LEANING.match(sentences[i])), (on_it or kept)[0])
    before = [lead - 1] if on_it and lead and _LEANING.match(sentences[lead]) else []
    note = passage.stance == "none"
    further = [i for i in kept if i > 0 and len(sentences[i].split()) > 6 and not of_its_source(sentences[i])]
    telling = [i for i in further if not (note and _SOMEONE.search(sentences[i]))]
    wanted = [*before, lead, *(i for i in telling if i not in (lead, *before))]
    chosen = wanted[: LONG if longer else SHORT + len(before)]
    quote = [f"{{view {passage.id} quote}}"] if longer and passage.quotes and passage.stance != "none" else []
    slots = [f"{{view {passage.id} {i + 1}}}" for i in chosen]
    begun = len(before) + 1  # the quotation stands after the lead, unless what follows leans on that
    begun = begun if begun < len(chosen) and not _LEANING.match(sentences[chosen[begun]]) else len(chosen)
    return [*slots[:begun], *quote, *slots[begun:]]


def is_about(sentence: str, about: re.Pattern[str]) -> bool:
    """Whether a view's sentence names a subject: a newspaper's name names none."""
    return about.search(sentence) is not None and not of_its_source(sentence)


def person_view(held: Evidence) -> list[str]:
    """What the people asked about hold: the newest first, with a target's bases; who isn't held is said by name."""
    request, out = held.request, []
    about = pattern_of(subject_in(held.words))
    for person in request.people:
        chosen = _recent(held, held.ledger.by(person))[: 3 if len(request.people) == 1 else 1]
        alone = len(request.people) == 1
        for i, passage in enumerate(chosen):
            out += [*told(passage, longer=i == 0 and alone, about=about), *_target(held, passage)]
    unknown = named("unknown_person", list(request.unknown_people))
    if not out and not unknown and request.people:
        return held.say("itself.no_view")
    return [*unknown, *out] if out or unknown else subject_views(held)


def subject_views(held: Evidence) -> list[str]:
    """What people say about a subject: the two that fit best, and the best of a side not heard yet; the balance.

    What has no measure here is said first; of a sector only those are heard who name it.
    """
    if not held.passages:
        return held.say("itself.no_answer")
    particular = particular_in(held.words)
    sector = _sectors_in(held)
    beyond = ["within"] if sector and "rut" in held.request.subjects else list(beyond_in(held.request.words))
    views = [p for p in held.passages if p.stance != "none"]
    if sector and (on_it := [p for p in views if any(is_about(s, sector) for s, _ in p.sentences)]):
        return [
            *held.say(*(f"itself.beyond.{b}" for b in beyond)),
            *(s for p in on_it[:3] for s in told(p, about=sector)),
        ]
    about = pattern_of(particular)
    first = {p.author: p for p in reversed(views[:4])}
    chosen = sorted(first.values(), key=views.index)[:2] or held.passages[:1]
    for side in ("bullish", "bearish"):
        if all(p.stance != side for p in chosen):
            chosen += [p for p in views if p.stance == side and p not in chosen][:1]
    out = [s for i, p in enumerate(chosen) for s in told(p, longer=i == 0, about=about)]
    begin = held.say(*(f"itself.beyond.{b}" for b in beyond))
    return [*begin, *out] if particular else [*begin, *out, *held.say("library.small_caps")]


def _sectors_in(held: Evidence) -> re.Pattern[str] | None:
    """How texts name the sectors that are asked about; None where none is."""
    names = [n for s in held.request.subjects if s.startswith("sector.") for n in (*UNIVERSE[s].names, *NICKNAMES.get(s, "").split("|")) if n]  # fmt: skip
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.I) if names else None


def library_fact(held: Evidence) -> list[str]:
    """What the notes say on it; where none speaks of it, what people do."""
    asked, about = set(subject_words(held.words)), pattern_of(particular_in(held.words))
    notes = [p for p in held.passages if p.stance == "none" and (about is None or is_on(p, particular_in(held.words)))]
    if held.request.intent == "library_fact" and about:
        notes = [p for p in notes if "definition" not in p.topics]  # what a word means answers no question on how it is
    if about and not notes and any(about.search(p.text) for p in held.passages):
        return subject_views(held)
    best = sorted(notes, key=lambda p: -len(asked & set(words(p.indexed_text))))[:1] or held.passages[:1]
    if not best:
        return held.say("itself.no_answer")
    return [s for p in best for s in told(p, longer=True, about=_any_of(asked))]


def _any_of(asked: set[str]) -> re.Pattern[str] | None:
    """Finds the rarer words of a question in a sentence, so that the one that answers it is told first."""
    long = sorted((w for w in asked if len(w) > 4), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in long)})", re.I) if long else None


def who(held: Evidence) -> list[str]:
    """Who stands on a side, or on both: the newest view of each, and how many stand where."""
    request = held.request
    if len(request.people) > 1:
        return person_view(held)
    wanted = _side(request.words)
    out: list[str] = held.say("library.small_caps")
    for side in [wanted] if wanted else ["bullish", "bearish"]:
        for passage in voices([p for p in held.passages if p.stance == side], 3 if wanted else 2):
            out += told(passage)
    return out if len(out) > 1 else [*out, *held.say("itself.no_answer")]


def _side(text: str) -> str:
    if re.search(r"\bbear\w*|pessimis\w+|negative|worr\w+|against|看空|悲观|唱空|看跌|担心", text, re.I):
        return "" if re.search(r"\bbull|看多|看涨", text, re.I) else "bearish"
    return "bullish" if re.search(r"\bbull\w*|optimis\w+|positive|看多|看涨|乐观|唱多", text, re.I) else ""


def voices(passages: list[Passage], count: int) -> list[Passage]:
    """The newest passage of each of so many authors; what is only reportedly said comes last."""
    newest = sorted(passages, key=lambda p: (p.trust != "unverified", p.known_from), reverse=True)
    authors = list(dict.fromkeys(p.author for p in newest))[:count]
    return [next(p for p in newest if p.author == author) for author in authors]


def open_question(held: Evidence) -> list[str]:
    """Which way the evidence leans, both sides by people with their dates, and the test that stands against it."""
    lean = held.say("rotation.summary", "rut_vs_spx.run")
    bull, bear = (voices([p for p in held.passages if p.stance == side], 1) for side in ("bullish", "bearish"))
    about = pattern_of(particular_in(held.words))
    if about and (word := about.search(held.words)):  # who says that very word comes first
        both = sorted([*bull, *bear], key=lambda p: word[0].lower() not in p.text.lower())
        sides = [s for p in both for s in told(p, about=about)]
        return [*sides, *lean[:1]]
    sides = [s for p in [*bull, *bear] for s in told(p)]
    return [*lean[:1], *sides, *held.say("rotation.verdict.quality", "library.small_caps"), *lean[1:]][:6]


def why(held: Evidence) -> list[str]:
    """What was said of the day and about it; that no cause is measured; and the move itself."""
    day = held.request.day or (held.request.window.end if held.request.window else None) or held.as_of
    near = [p for p in held.passages if abs((p.known_from - day).days) <= NEAR]
    moved = held.say(*(f"{s}.session" for s in held.request.measured or ("rut",)))[:2]
    if not near:
        return [*held.say("itself.no_words"), *moved]
    heard = [*near[:1], *[p for p in near if p.stance != near[0].stance][:1]]
    return [*held.say("itself.no_cause"), *(s for p in heard for s in told(p)), *moved]


def targets(held: Evidence) -> list[str]:
    """Price targets with their bases: live ones before expired or replaced ones, the newest first."""
    request, found = held.request, ledger(held.facts)
    if request.people and not found:
        return person_view(held)
    wanted = {UNIVERSE[s].symbol for s in request.subjects}
    entries = [e for e in found if not wanted or e.index in wanted] or found
    live = [e for e in entries if e.status in ("runs", "unsettled") and e.horizon >= held.as_of]
    chosen = [*live, *(e for e in entries if e not in live)][:3] if request.people else live[:5] or entries[:3]
    return held.say(*(e.subject for e in chosen)) or held.say("itself.no_answer")


def _target(held: Evidence, passage: Passage) -> list[str]:
    return held.say(f"call.{passage.document.replace('-', '_')}") if passage.call else []


def view_change(held: Evidence) -> list[str]:
    """How many of each stance, the turns, then the views in order of time; what came of them."""
    out: list[str] = []
    for count in [f for f in held.facts if f.metric == "views_held"]:
        out += held.say(count.subject, f"{count.subject}.turns")
        by_date = sorted(held.ledger.by(count.inputs[0].field), key=lambda p: (p.known_from, p.id))
        groups = list(dict.fromkeys(group_of(p) for p in by_date))
        about = pattern_of((count.reading or "").removeprefix("on "))
        for passage in by_date if count.reading else sorted(by_date, key=lambda p: groups.index(group_of(p))):
            out += told(passage, about=about)
        out += held.say(f"{count.subject}.outcomes")
    return out or person_view(held)


def track_record(held: Evidence) -> list[str]:
    """How calls came out: the record, then each call."""
    records = [f.subject for f in held.facts if f.metric == "calls_settled"]
    calls = [f.subject for f in held.facts if f.subject.startswith("call.") and f.metric == "target"]
    if not records:
        nobody = named("unknown_person", list(held.request.unknown_people))
        return nobody or named("no_calls", list(held.request.people)) or held.say("itself.no_answer")
    return held.say(*records[:4], *(calls if held.request.people else []))


def _recent(held: Evidence, passages: list[Passage]) -> list[Passage]:
    """The best match, and of the others those of half a year that speak of what is asked; the newest first where nothing is."""
    request, day = held.request, held.request.day or held.as_of
    names = {word for name in [*request.people, *(p.firm or "" for p in passages)] for word in words(name)}
    about = [word for word in subject_words(held.words, names) if word != "target"]
    subject = pattern_of(subject_in(held.words))

    def on_it(passage: Passage) -> bool:
        text = passage.indexed_text
        return bool(subject.search(text)) if subject else not about or not set(about).isdisjoint(words(text))

    recent = [p for p in passages[1:] if (day - p.known_from).days <= RECENT and on_it(p)]
    aged = any((day - p.known_from).days > RECENT for p in passages[:1])
    kept = ([*recent[:2], *passages[:1]] if aged and recent else [*passages[:1], *recent])[:3]
    return kept if about and subject else sorted(kept, key=lambda p: p.known_from, reverse=True)
