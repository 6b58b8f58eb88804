"""A question read: what it wants, of whom and what, over which time, in which form, how sure that is, and what it took over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.understanding.asks import asks
from assistant.understanding.decisions import asks_to_decide
from assistant.understanding.entities import Entities, find_entities, masked, prepared
from assistant.understanding.form import Form, read_form
from assistant.understanding.intents.classifier import Guess, ranked, vocabulary
from assistant.understanding.language import CJK, Language, language_of
from assistant.understanding.lexicon.terms import indicators_in
from assistant.understanding.parameters import AGAINST, Parameters, read_parameters
from corpus.people import Person
from tools.measures.windows.window import Window, days

SURE = 0.45  # probability of the intent from which nothing is offered beside it
NONSENSE = 0.5
OFFERED = 3
# Where a subject stands: after a verb or a preposition, at the beginning, or before "vs"; capitals count anywhere.
_IN_PLACE_OF_A_NAME = re.compile(
    r"(?:(?<=\bis )|(?<=\bare )|(?<=\bdid )|(?<=\bhas )|(?<=\bwas )|(?<=\bof )|(?<=\bfor )|(?<=\bin )|(?<=\bon )|(?<=\babout )"
    r"|(?<=\bvs )|(?<=\band )|^|(?=[A-Z]{2,5}\b)|(?<=\S )(?=[A-Z]))([A-Za-z][A-Za-z&.-]{1,20})\b"
)
ADVICE = "advice"
PERSON = 0.05  # probability from which an intent that hears people is taken where one is named
_NOT_OF_MARKETS = ("outside", "nonsense", "small_talk")
OF_FIGURES = ("level", "performance", "compare", "extreme", "count", "occurrences", "threshold", "drawdown", "growth",
              "records", "averages", "momentum", "correlation", "volatility", "support", "stretched", "streak")  # fmt: skip
_BARE = re.compile(
    r"\b(?:and|but|so|ok|okay|what|how|about|then|now|same|for|in|on|over|since|the|a|an|of|with|vs|versus|compared|to|did|does|do|they|it|he|she|has|have|pls|please|only|just|also|too|is|was|s)\b"
    r"|那|呢|换成|如果是|的|和|与|再|还有|同样|看看|怎么样|如何|了|对|吧|么|吗",
    re.I,
)
_LEANS = re.compile(
    r"^(?:and|but|so|ok|okay|then|what about|how about|same|why|really|since when|which one|who else|anyone else)\b|^(?:那|还有|换成|然后|为什么|為什麼|真的吗)|呢[?？]?$"
    r"|\b(?:it|that|this|they|them|there|those|these|one|ones)\b|它|这个|那个|他们|它们|这",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b|他|她|他们|她们|其", re.I)
_PERSONAL = ("person_view", "targets", "view_change", "track_record", "disagree")
_HEARS = (*_PERSONAL, "subject_views", "who", "library_fact", "definition")
_WHO_SAYS = re.compile(
    r"^(?:and |so )?who(?: else)? (?:says?|said|thinks?|believes?|expects?|predicts?|argues?|sees?|warns?|warned)\b|谁.{0,4}(?:认为|说|觉得|看好|看空|预计|预测)",
    re.I,
)
_OF_THE_DAY = ("changes", "summary")  # small caps among the rest
_MEANING = ("definition", "library_fact")
_IS_NOW = re.compile(r"\b(?:now|today|worth|be|would it)\b|现在|如今|值", re.I)
_PLURAL = re.compile(r"\b(?:they|them|their|both|the two|those two|each other)\b|他们|她们|他俩|两人|二人|双方", re.I)
_TALK = ("small_talk", "about", "outside", "nonsense", "definition")
SHORT = 5  # words, or twice as many signs, of a question too short to stand alone
_NOW = re.compile(r"\b(?:now|today|currently|at the moment|right now|latest)\b|现在|目前|今天|今日|当前|最新", re.I)
_UNKNOWN_PERSON = re.compile(
    r"\b(?:does|did|do|is|has|of|by|from|and|about|say|says|ask|on) ([A-Z][a-z]+(?: [A-Z][a-z]+)+)\b"
    r"|\b([A-Z][a-z]+ [A-Z][a-z]+)(?:'s| says| said| thinks| think)\b|^([A-Z][a-z]+ [A-Z][a-z]+)[?]?$"
)


@dataclass(frozen=True)
class Request:
    """What a question asks.

    Attributes:
        words: The question itself.
        language: In which it is asked.
        foreign: The language's name where it is neither English nor Chinese, which is answered in English.
        intent: What the person wants to hear first; a name of the bank's.
        confidence: Its calibrated probability.
        others: The next likely intents.
        subjects: Keys of the universe, in the order named or taken over.
        symbols: Yahoo symbols outside it.
        people: As the library spells them.
        unknown_people: Named like people, and not the library's.
        window: The time asked about; None where none was named.
        windows: All that were named.
        parameters: What of a measure it sets.
        form: How it is to be answered.
        earlier_people: Those of the question before.
        took_over: What it took from the turn before: ``subjects``, ``people``, ``window``, ``intent``.
        asks: The two questions it is made of, each read; none where it asks one thing.
        decides: Whether it asks for a decision about money, whatever else it asks.
    """

    words: str
    language: Language = "en"
    foreign: str = ""
    intent: str = "summary"
    confidence: float = 1.0
    others: tuple[Guess, ...] = ()
    subjects: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    unknown_people: tuple[str, ...] = ()
    window: Window | None = None
    windows: tuple[Window, ...] = ()
    parameters: Parameters = field(default_factory=Parameters)
    form: Form = field(default_factory=Form)
    took_over: tuple[str, ...] = ()
    earlier_people: tuple[str, ...] = ()
    asks: tuple["Request", ...] = ()
    decides: bool = False

    @property
    def measured(self) -> tuple[str, ...]:
        """Subjects and symbols, in that order."""
        return (*self.subjects, *self.symbols)

    @property
    def day(self) -> date | None:
        """The one day asked about; None for a longer time or none."""
        window = self.window
        return window.start if window and window.start and window.start == window.end else None

    @property
    def unsure(self) -> bool:
        """Whether the reading is offered rather than taken for granted."""
        return self.confidence < SURE


def read_request(question: str, earlier: Sequence[str], as_of: date, people: Sequence[Person]) -> Request:
    """What a question asks, read after the ones before it in its thread.

    Args:
        question: The person's words.
        earlier: Earlier questions of the thread, oldest first.
        as_of: The session that relative windows count from.
        people: Everyone the library knows.
    """
    own = _read_one(question, earlier, as_of, people)
    parts = asks(own.words)
    if len(parts) == 1:
        return own
    first = _read_one(parts[0], earlier, as_of, people)
    second = _read_one(parts[1], [*earlier, parts[0]], as_of, people)
    if first.intent == second.intent or any(p.unsure or p.intent in _TALK for p in (first, second)):
        return own
    return replace(own, intent=first.intent, confidence=min(first.confidence, second.confidence), asks=(first, second))


def _read_one(question: str, earlier: Sequence[str], as_of: date, people: Sequence[Person]) -> Request:
    own, entities = _read(question, as_of, people)
    if not earlier or not _leans(own, entities):
        return own
    return _resumed(own, _read_one(earlier[-1], earlier[:-1], as_of, people), entities)


def _read(question: str, as_of: date, people: Sequence[Person]) -> tuple[Request, Entities]:
    text = prepared(question)
    entities = find_entities(text, as_of, people)
    language, foreign = language_of(text)
    guesses = _likely(entities)
    windows = entities.windows
    names = [next(g for g in m.groups() if g) for m in _UNKNOWN_PERSON.finditer(text)]
    known = {word for n in entities.named for word in text[n.start : n.end].lower().split()}
    unknown = tuple(n for n in dict.fromkeys(names) if not known & set(n.lower().split()) and not CJK.search(n))
    symbols = entities.symbols or _perhaps_symbols(text, entities, guesses[0].intent)
    request = Request(
        text, language, foreign, guesses[0].intent, guesses[0].probability, tuple(guesses[1:OFFERED]),
        entities.subjects, symbols, entities.people, unknown, _chosen(windows, guesses[0].intent, text, as_of), windows,
        read_parameters(entities), read_form(text), decides=guesses[0].intent == ADVICE or asks_to_decide(text),
    )  # fmt: skip
    return request, entities


def _likely(entities: Entities) -> list[Guess]:
    """The intents, the likeliest first, of those that can hear what the question names."""
    guesses = ranked(masked(entities))
    if guesses[0].intent == ADVICE and guesses[0].probability < SURE and not asks_to_decide(entities.text):
        guesses = [*guesses[1:], guesses[0]]  # "did they sell off?" names no act of anybody's
    first, measured = guesses[0], entities.subjects + entities.symbols
    if first.intent in _NOT_OF_MARKETS and first.probability < NONSENSE and measured:
        return sorted(guesses, key=lambda g: g.intent in _NOT_OF_MARKETS)
    if (entities.people or _WHO_SAYS.search(entities.text)) and first.intent not in _HEARS:
        heard = next(g for g in guesses if g.intent in _HEARS)
        return sorted(guesses, key=lambda g: g is not heard) if heard.probability >= PERSON else guesses
    if first.intent in ("performance", *_OF_THE_DAY) and measured and AGAINST.search(entities.text):
        return _instead("compare", guesses)
    if first.intent in _OF_THE_DAY and measured and "rut" not in measured:
        return _instead("performance", guesses)  # of that alone
    if first.intent in _MEANING and first.probability < SURE and measured and indicators_in(entities.text):
        return _instead("level", guesses)  # its figure, not its meaning
    return guesses


def _instead(intent: str, guesses: list[Guess]) -> list[Guess]:
    """An intent in the place of the likeliest, as sure as that was."""
    return [Guess(intent, guesses[0].probability), *(g for g in guesses if g.intent != intent)]


def _chosen(windows: tuple[Window, ...], intent: str, words: str, as_of: date) -> Window | None:
    """The time meant: one with days of its own before one that only bars can date, as a growth's is up to now."""
    dated = [w for w in windows if w.since is None and w != Window()]
    window = next(iter([*dated, *windows]), None)
    if window is None:
        return None
    if (
        intent == "precedent"
        and re.fullmatch(r"\d{4}-\d\d", window.period or "")
        and str(window.period)[:4] not in words
    ):
        return Window(season=str(window.period)[5:])  # "in February": of every year
    if intent == "growth" and window.start is not None and window.start == window.end:
        return Window(start=window.start, closes=True)
    if intent == "growth" and window.period and _IS_NOW.search(words):
        return Window(start=days(window, as_of)[0])  # put in then, and asked what it is now
    return window


def _perhaps_symbols(text: str, entities: Entities, intent: str) -> tuple[str, ...]:
    """Words that no one who asks uses otherwise: tickers in capitals, companies by name; looked up before they are believed.

    They count where a figure is asked for and nothing known is named.
    """
    if intent not in OF_FIGURES or entities.subjects or entities.people or CJK.search(text):
        return ()
    known = vocabulary()
    taken = {w for n in entities.named for w in text[n.start : n.end].lower().split()}
    strange = [m[1] for m in _IN_PLACE_OF_A_NAME.finditer(text) if m[1].lower() not in known | taken]
    return tuple(dict.fromkeys(w.strip(".-") for w in strange))[:2]


def _bare(entities: Entities) -> bool:
    """Whether a question says nothing but names: "and the Nasdaq?", "over five years?"."""
    text = entities.text
    for named in reversed(entities.named):
        if named.kind != "number":
            text = text[: named.start] + " " + text[named.end :]
    return not re.search(r"\w", _BARE.sub(" ", text))


def _leans(own: Request, entities: Entities) -> bool:
    """Whether a question leans on the one before it: bare, with a pronoun, begun as an addition, or short and without a subject."""
    if _bare(entities) or _LEANS.search(own.words) or _PRONOUN.search(own.words):
        return True
    short = len(own.words) <= 2 * SHORT + 2 if CJK.search(own.words) else len(own.words.split()) <= SHORT
    return short and not own.measured and not own.people and own.intent not in ("small_talk", "about", "outside")


def _resumed(own: Request, before: Request, entities: Entities) -> Request:
    """A follow-up with what it leaves out taken from the question before."""
    took: list[str] = []
    bare = _bare(entities)
    intent, confidence = _meant(own, before, bare)
    if intent != own.intent or (bare and before.intent not in _TALK):
        took.append("intent")
    people = own.people
    if not people and not own.unknown_people and before.people:
        if _PLURAL.search(own.words) or (intent == "disagree" and len(before.people) < 2):
            people = tuple(dict.fromkeys([*before.earlier_people, *before.people]))
        elif _PRONOUN.search(own.words) or intent in _PERSONAL:
            people = before.people
        took += ["people"] if people else []
    subjects, symbols = own.subjects, own.symbols
    addressed = own.people and not bare
    if not own.measured and before.measured and not addressed and intent not in _TALK:
        subjects, symbols = before.subjects, before.symbols
        took.append("subjects")
    elif own.measured and len(own.measured) == 1 and intent in ("compare", "correlation") and before.measured:
        joined = list(dict.fromkeys([before.measured[0], *own.measured]))
        outside = (*own.symbols, *before.symbols)
        subjects, symbols = (tuple(s for s in joined if (s in outside) == out) for out in (False, True))
        took.append("subjects")
    window, windows = own.window, own.windows
    if window is None and before.window and not _NOW.search(own.words) and intent not in _TALK:
        window, windows = before.window, before.windows
        took.append("window")
    return replace(
        own, intent=intent, confidence=confidence, people=people, subjects=subjects, symbols=symbols, window=window,
        windows=windows, parameters=_parameters(own, before), took_over=tuple(took), earlier_people=before.people,
    )  # fmt: skip


def _meant(own: Request, before: Request, bare: bool) -> tuple[str, float]:
    """What a follow-up wants: what the question before did where it is bare, a person's reasons where it says he or she."""
    if bare and before.intent not in _TALK:
        return _continued(own, before), before.confidence
    he = re.search(r"\b(?:he|she|him|her|his)\b|他|她", own.words, re.I)
    if he and before.people and own.intent in ("why", "open", "definition", "nonsense"):
        return "person_view", own.confidence
    if own.intent == "nonsense" and before.intent not in _TALK:
        return "definition" if _LEANS.search(own.words) else before.intent, before.confidence
    if own.intent == "count" and before.intent == "records" and not own.parameters.condition:
        return "records", own.confidence
    return own.intent, own.confidence


def _parameters(own: Request, before: Request) -> Parameters:
    """What of a measure is set: a condition, a sum and the like of the question before stand until new ones are named."""
    if own.parameters == Parameters():
        return before.parameters
    mine, theirs = own.parameters, before.parameters
    if mine.condition or own.intent not in ("count", "occurrences", "growth"):
        return mine
    return replace(mine, condition=theirs.condition, amount=mine.amount or theirs.amount)


def _continued(own: Request, before: Request) -> str:
    """The intent a bare question goes on with: a person after figures asks for the view, a subject after a view for figures."""
    if own.people and before.intent not in _PERSONAL:
        return "person_view"
    if own.measured and before.intent in (*_PERSONAL, "definition", "library_fact", "calendar"):
        return "level" if own.window is None else "performance"
    return before.intent
