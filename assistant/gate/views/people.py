"""People's views: who is credited, from which passage, in whose words, how old."""

import re
from collections.abc import Iterable
from datetime import date

from assistant.evidence.derived import Derived
from assistant.gate.sentence import RETOLD_FREELY, Bound, Reason, Scene
from assistant.gate.views.passage_match import QUOTED, STALE_MONTHS, age_in_months, overlaps, own_part, retold
from assistant.gate.views.words import called, is_house
from assistant.understanding.vocabulary import NEGATION, VAGUE_SOURCE, mentions
from corpus.document import Passage
from corpus.people import REFERENCE, names_in
from tools.fact import Fact, spell_date

_STRANGER = re.compile(
    r"\b([A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+)+)(?:,? (?:of|at|from) [A-Z][\w&' ]+?,?)? (?:\w+ly )?(?:says?|said|expects?|expected|warns?|warned|argues?|argued|thinks?|believes?|sees?|calls?|called|predicts?|predicted|forecasts?|noted?|told|wrote)\b|(?:[Aa]ccording to|says) ([A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+)+)"
)
_BULLISH = re.compile(r"\b(?:bullish|optimistic|upbeat|constructive|positive on|favou?rs small)\b", re.I)
_BEARISH = re.compile(r"\b(?:bearish|pessimistic|gloomy|cautious|sceptical|skeptical|negative on|wary)\b", re.I)


def people_named(scene: Scene) -> list[str]:
    """Authors the sentence names, by full or last name, as the library spells them."""
    out = []
    for name, author in scene.people.items():
        if (
            re.search(rf"(?<!\w){re.escape(name)}(?:['’]s?)?(?!\w)", scene.text, re.I if " " in name else 0)
            and author not in out
        ):
            out.append(author)
    return out


def check_views(scene: Scene, bound: list[Bound]) -> list[Reason]:
    """Holds credit, wording and quotations against the cited passages.

    Returns:
        Reasons to withhold the sentence: a view without its author or source, credited to another, quoted in
        words that were not said, of the other stance, or saying what the passage doesn't.
    """
    named, out = people_named(scene), []
    cited_authors = {p.author for p in scene.cited}
    for person in named:
        if any(person.casefold() in (p.firm or "").casefold() for p in scene.cited):
            continue  # a firm that is an author too stands here as the person's firm
        told = any(person.split()[-1] in p.text for p in scene.cited if p.stance == "none")  # a note may tell of people
        if not told and not any(_same_person(person, author) for author in cited_authors):
            out.append(Reason("view without its source", f"{person} is named, but no passage of theirs is cited"))
    for passage in scene.cited:
        if _is_someones(passage) and not _credits(scene, named, passage):
            out.append(Reason("view without its author", f"{passage.id} is cited without naming {passage.author}"))
        if _is_someones(passage) and _speaks(scene.text, passage):
            out.append(
                Reason("view without its author", f"{passage.id} speaks of itself: begin with its author's name")
            )
        said = own_part(scene, passage)
        if _against(said, passage) or _turned(said, passage) or not overlaps(scene, passage):
            out.append(Reason("view that the passage doesn't hold", f"{passage.id} doesn't say that"))
        elif not retold(scene, passage):
            out.append(Reason(RETOLD_FREELY, f"not in the words of {passage.id}, in their order"))
    out += _strangers(scene, named) + _wrong_firm(scene)
    out += _quotations(scene)
    if VAGUE_SOURCE.search(scene.text) and not scene.cited:
        out.append(Reason("view without its source", "it reports views without a source"))
    return out


def _is_someones(passage: Passage) -> bool:
    """Whether a passage is somebody's view: all are but our own notes, and what a user added always is."""
    return passage.stance != "none" or passage.trust == "user"


def _speaks(text: str, passage: Passage) -> bool:
    """Whether a sentence says "I" or "we" outside quotation marks, as if Footnote did; after "Name: " it is the person's."""
    return _FIRST_PERSON.search(QUOTED.sub(" ", text)) is not None and not text.startswith(f"{passage.author}: ")


_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Mm]e|[Mm]yself|[Oo]urselves)\b")


def _same_person(person: str, author: str) -> bool:
    return person == author or person.casefold() in author.casefold()


def _credits(scene: Scene, named: list[str], passage: Passage) -> bool:
    if any(_same_person(person, passage.author) for person in named):
        return True
    names = [part for part in (passage.author, passage.firm) if part]
    if is_house(passage.author, passage.firm):
        names += called(passage.author, passage.firm)
    return any(n.casefold() in scene.text.casefold() for n in names)


def _against(text: str, passage: Passage) -> bool:
    """Whether a stance is said that isn't the passage's."""
    said = re.search(
        r"\b(?:is|was|were|are|remains?|remained|turned|stays?|stayed|still) (?:\w+ly )?(bullish|bearish|neutral)\b",
        text,
        re.I,
    )
    if said and passage.stance in ("bullish", "bearish", "neutral"):
        own = re.search(rf"(?:^|[.;] )(?:It|He|She) (?:is|was|remain\w*|stay\w*) {said[1].lower()}\b", passage.text)
        return said[1].lower() != passage.stance and not own  # bearish on the whole, neutral in a sentence of its own
    said_bull, said_bear = bool(_BULLISH.search(text)), bool(_BEARISH.search(text))
    if passage.stance == "bearish":
        return said_bull and not said_bear and not _BULLISH.search(passage.text)
    if passage.stance == "bullish":
        return said_bear and not said_bull and not _BEARISH.search(passage.text)
    return False


# Words that turn a view into its opposite: one side said where the passage has only the other.
_OPPOSITES = [
    tuple(re.compile(rf"\b(?:{side})\b", re.I) for side in pair)
    for pair in (
        (r"booms?|booming|expansion|recovery", r"recessions?|contract\w*|slump\w*|downturn"),
        (r"rais\w+|lifted|lifts|upgrad\w+|increas\w+", r"cut|cuts|cutting|lower\w*|trim\w*|downgrad\w+|reduc\w+"),
        (
            r"high|higher|rising|rise[sn]?|rose|climb\w*|gain\w*",
            r"low|lower|falling|fall|falls|fell|declin\w*|drop\w*|los[et]\w*",
        ),
        (r"overvalued|expensive|costly|stretched|bubbles?|frothy?", r"undervalued|cheap\w*|bargains?|inexpensive"),
        (r"prais\w+|welcom\w+|endors\w+|embrac\w+", r"dismiss\w+|reject\w+|criticis\w+|warn\w+|doubt\w+"),
        (r"strong\w*|healthy|robust|improv\w+|justified", r"weak\w*|sluggish|deteriorat\w+|poor|without"),
        (r"confident|optimis\w+|hopeful", r"worried|pessimis\w+|fear\w*|afraid"),
        (
            r"small(?:er)?[- ]?caps?|small caps|smaller companies|small ones",
            r"large(?:r)?[- ]?caps?|large caps|larger companies|large ones|mega[- ]?caps?",
        ),
        (r"outperform\w*|beat|ahead of|lead", r"underperform\w*|lag\w*|trail\w*|behind"),
        (r"buy\w*|overweight", r"sell\w*|sold|underweight"),
    )
]


def _turned(text: str, passage: Passage) -> bool:
    """Whether a sentence negates or reverses what the passage says."""
    source = " ".join([passage.text, passage.title, passage.stance_on or "", *passage.quotes])
    spoken = re.sub(r"[“\"][^”\"]*[”\"]", "", text)
    negated = [_next_stem(spoken, m.end()) for m in NEGATION.finditer(spoken)]
    known = [source[m.end() : m.end() + 60].lower() for m in NEGATION.finditer(source)]
    if any(not any(stem in after for after in known) for stem in negated):
        return True
    low = source.lower()
    return any(_reversed(text, low, *pair) or _reversed(text, low, *pair[::-1]) for pair in _OPPOSITES)


def _next_stem(text: str, place: int) -> str:
    """The first five letters of the next word that isn't a small one."""
    match = re.compile(r"\b[A-Za-z]{4,}").search(text, place)
    return match[0][:5].lower() if match else ""


def _reversed(text: str, source: str, said: re.Pattern[str], opposite: re.Pattern[str]) -> bool:
    """Whether a word of one side stands in the text alone, and the source has the other side."""
    return any(m[0].lower()[:5] not in source for m in said.finditer(text)) and opposite.search(source) is not None


_OF_FIRM = re.compile(r"(?:,? (?:of|at|from)) ((?:[A-Z][\w&.'’-]*|of|and|the)(?: (?:[A-Z][\w&.'’-]*|of|and|&))*)")


def _wrong_firm(scene: Scene) -> list[Reason]:
    """A person's firm, where the sentence names one, must be the cited passage's."""
    for passage in scene.cited:
        last = passage.author.split()[-1]
        match = re.search(re.escape(last) + _OF_FIRM.pattern, scene.text)
        held = f"{passage.firm or ''} {passage.author} {passage.text} {passage.medium or ''}".casefold()
        names = [w.strip(".,'’").casefold() for w in match[1].split() if w[0].isupper()] if match else []
        if match and not any(re.search(rf"(?<!\w){re.escape(n)}", held) for n in names):
            return [Reason("view credited to another firm", f"{match[1]} is not {passage.author}'s firm")]
    return []


_OF_A_FIRM = re.compile(r"\b([A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z’'-]+) (?:of|at|from) (?:the )?[A-Z]")


def _strangers(scene: Scene, named: list[str]) -> list[Reason]:
    held = " ".join([*named, *(f"{p.author} {p.firm or ''} {p.text}" for p in scene.cited)]).casefold()
    found = [m[1] or m[2] for m in _STRANGER.finditer(scene.text)] + [m[1] for m in _OF_A_FIRM.finditer(scene.text)]
    for name in found:
        if mentions(name) or name.casefold() in held or any(part in held for part in [name.split()[-1].casefold()]):
            continue
        return [Reason("view of someone the library doesn't hold", f"no passage of {name} is cited")]
    return []


def _quotations(scene: Scene) -> list[Reason]:
    held = [_plain(q) for p in scene.cited for q in p.quotes]
    for match in QUOTED.finditer(scene.text):
        words = next(g for g in match.groups() if g)
        if not any(_plain(words) in q for q in held):
            return [
                Reason(
                    "quotation that isn't held",
                    "the words in quotation marks are not among the quotes of a cited passage",
                )
            ]
    if re.search(r"[\"“”„«»]", QUOTED.sub("", scene.text)):
        return [Reason("quotation that isn't held", "a quotation mark stands alone")]
    return []


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w%']+", words.lower().replace("’", "'")))


def spell_published(passage: Passage) -> str:
    """When a passage was published, at its precision: a day, ``December 2025`` or ``2025``."""
    parts = str(passage.published).split("-")
    if len(parts) == 3:
        return spell_date(date.fromisoformat(str(passage.published)))
    return f"{date(int(parts[0]), int(parts[1]), 1):%B %Y}" if len(parts) == 2 else parts[0]


def newest_views(passages: Iterable[Passage], as_of: date) -> dict[str, date]:
    """By author line and by each single name in it, the day on which their newest stored view was known by a day."""
    out: dict[str, date] = {}
    for p in passages:
        if p.medium != REFERENCE and p.known_from <= as_of:
            for name in (p.author, *names_in(p.author)):
                out[name] = max(out.get(name, p.known_from), p.known_from)
    return out


def credit(
    text: str, marks: list[tuple[int, Fact | Derived | Passage]], as_of: date, done: set[str], newest: dict[str, date]
) -> tuple[str, list[tuple[int, Fact | Derived | Passage]]]:
    """Dates each cited view where it stands, once an answer, unless the sentence does.

    A view older than three months is called the latest stored one, or an earlier one, with its age; an unverified one is "reportedly".

    Returns:
        The text with what was put in, and the marks moved along.
    """
    for passage in [i for _, i in marks if isinstance(i, Passage)]:
        said = [] if passage.id in done or passage.medium == REFERENCE else _note(passage, as_of, text, newest)
        if passage.trust == "unverified" and "reportedly" not in text.lower():
            said.insert(0, "reportedly")
        done.add(passage.id)
        if not said:
            continue
        note = f" ({', '.join(said)})"
        here = max(p for p, i in marks if i is passage)
        text = text[:here] + note + text[here:]
        marks = [(p + len(note) if p > here or (p == here and isinstance(i, Passage)) else p, i) for p, i in marks]
    return text, marks


def _note(passage: Passage, as_of: date, text: str, newest: dict[str, date]) -> list[str]:
    when, months = spell_published(passage), age_in_months(passage.known_from, as_of)
    if months >= STALE_MONTHS and passage.known_from != as_of:
        # What two wrote together is the latest of neither who has written alone since.
        whose = [n for n in names_in(passage.author) if n.split()[-1] in text] or names_in(passage.author)
        latest = all(newest.get(n, passage.known_from) <= passage.known_from for n in (passage.author, *whose))
        return [f"{'latest stored' if latest else 'an earlier'} view, {when}, {months} months old"]
    return [] if when in text else [when]
