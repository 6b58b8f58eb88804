"""Whether a sentence says what its passage says: its nouns, and its words in their order."""

import re
from datetime import date

from assistant.gate.sentence import Scene
from assistant.gate.views.first_person import of_the_author, plainly
from assistant.gate.views.word_order import retells
from assistant.gate.views.words import Years
from assistant.understanding.dates import DateMention
from assistant.understanding.vocabulary import REPORTING
from corpus.document import Passage
from corpus.people import REFERENCE, names_in

QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|(?<!\w)‘([^’]+)’(?!\w)|«([^»]+)»|„([^“”]+)[“”]")
_WORD = re.compile(r"[a-z]{4,}|(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d.,]*\d")
_COMMON = frozenset(
    [
        "that",
        "gave",
        "given",
        "published",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "this",
        "with",
        "from",
        "have",
        "been",
        "their",
        "they",
        "them",
        "than",
        "there",
        "these",
        "those",
        "which",
        "while",
        "would",
        "could",
        "should",
        "about",
        "into",
        "over",
        "under",
        "more",
        "most",
        "much",
        "very",
        "also",
        "such",
        "only",
        "when",
        "what",
        "where",
        "still",
        "last",
        "latest",
        "stored",
        "view",
        "views",
        "says",
        "said",
        "called",
        "according",
        "reportedly",
        "small",
        "caps",
        "index",
        "market",
        "markets",
        "stocks",
        "russell",
        "firm",
        "research",
    ]
)
_CREDITED = re.compile(r"\bis credited with the view that\b")
STALE_MONTHS = 3


def overlaps(scene: Scene, passage: Passage) -> bool:
    """Whether enough of the sentence's own words are the passage's; a paraphrase keeps its nouns."""
    said = (passage.text, passage.title, passage.stance, passage.stance_on, *passage.topics, *passage.quotes)
    source = " ".join(part for part in said if part).lower()
    stems = {w[:5] for w in _WORD.findall(source)}
    names = {w for n in (passage.author, passage.firm or "", passage.role or "") for w in _WORD.findall(n.lower())}
    own = [
        w
        for w in _WORD.findall(own_part(scene, passage).lower())
        if w not in _COMMON and w not in names and not REPORTING.fullmatch(w)
    ]
    shared = sum(w[:5] in stems for w in own)
    return not own or shared >= max(1, 0.4 * len(own))


def retold(scene: Scene, passage: Passage) -> bool:
    """Whether the sentence's own words stand in the passage's order."""
    own = plainly(QUOTED.sub(" ", own_part(scene, passage)), passage)
    outcome = passage.outcome.text if passage.outcome else ""
    title = passage.title if not passage.title.rstrip("'”\"").endswith("?") else ""  # a question claims nothing
    sources = [_spoken(passage, own), title, outcome]
    if passage.trust == "unverified":  # the reader sees "reportedly" beside it, which says as much
        sources.append(re.sub(r"\bis said to (?=\w)", "", _CREDITED.sub("says that", sources[0])))
    if passage.stance != "none":
        sources.append(f"{passage.author} {passage.stance} on {passage.stance_on}")
    note = passage.medium == REFERENCE and passage.trust != "user"
    authors = [] if note else names_in(passage.author)

    def told(text: str, held: list[str]) -> bool:
        years = Years(scene.as_of.year, int(str(passage.published)[:4]))
        fresh = age_in_months(passage.known_from, scene.as_of) < STALE_MONTHS
        return retells(text, held, authors, passage.firm, title=title, years=years, fresh=fresh)

    opened = _undated(own, scene, passage, opening=True)
    last = _undated(opened, scene, passage, opening=False)
    if told(own, sources):
        return True
    if note:
        return False  # a date in a note is of what it tells, not of when it was written
    if opened != own and told(opened, sources):
        return True
    if last == opened:
        return False
    # A year or month that ends a sentence may be the view's horizon: it is the date of publication only beside
    # sentences of the passage that name no other year than the rest does.
    years = {*_YEARS.findall(last), str(passage.published)[:4]}
    plain = [s for source in sources for s in _ENDS.split(source) if set(_YEARS.findall(s)) <= years]
    return told(last, plain)


def _spoken(passage: Passage, own: str) -> str:
    """The passage's text, of several authors without the sentences of those whom the sentence doesn't name."""
    lasts = [name.split()[-1] for name in names_in(passage.author)]
    named = {last for last in lasts if last in own}
    if len(lasts) < 2 or not named:
        return of_the_author(passage)
    kept = []
    for sentence in _ENDS.split(of_the_author(passage)):
        opening = re.match(r"(?:[\w’'.-]+ ?(?:and |, )?){1,6}", sentence)
        speakers = {last for last in lasts if opening and re.search(rf"\b{re.escape(last)}\b", opening[0])}
        if not speakers or named <= speakers:
            kept.append(sentence)
    return " ".join(kept)


_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def _undated(own: str, scene: Scene, passage: Passage, *, opening: bool) -> str:
    """The text without the date of publication where it opens it, stands in brackets or says the day; or where it ends it."""
    for mention in sorted(scene.dates, key=lambda d: -d.start):
        place = own.rfind(mention.text)
        if place < 0 or not _is_published(mention, passage):
            continue
        before, after = own[:place], own[place + len(mention.text) :]
        first = re.fullmatch(r"\W*(?:\w+ ){0,2}", before) and after.startswith(",")
        aside = before.rstrip().endswith(("(", ", ")) and after.startswith(")")
        # "in 2025" at the end is a horizon, unless no more is known of the day than the year.
        ends = not re.search(r"\w", after) and (mention.month is not None or len(str(passage.published)) == 4)
        if (first or aside or mention.day is not None) if opening else ends:
            own = before + after
    return own


def _is_published(mention: DateMention, passage: Passage) -> bool:
    said = (mention.year, mention.month, mention.day)
    parts = [int(x) for x in str(passage.published).split("-")]
    return any(said) and all(n is None or (i < len(parts) and parts[i] == n) for i, n in enumerate(said))


def own_part(scene: Scene, passage: Passage) -> str:
    """The sentence, or where several people are cited what it says from this one's name on to the next one's."""
    authors = {p.author for p in scene.cited}
    if len(authors) < 2:
        return scene.text
    parts = re.split(r"(;|, (?:while|whereas|but|and)\b|\bwhile\b|\bwhereas\b)", scene.text)
    whose: dict[str, str] = {}
    speaking, before = "", ""
    for part, joint in zip(parts[::2], [*parts[1::2], ""], strict=True):
        named = [a for a in authors if any(n.split()[-1] in part for n in names_in(a))]
        if len(named) > 1:
            return scene.text
        speaking = named[0] if named else speaking
        whose[speaking] = whose.get(speaking, "") + (before if not named else " ") + part
        before = joint
    own = whose.get("", "") + whose.get(passage.author, "")  # what nobody says yet, every one must hold
    return own if passage.author in whose else scene.text


def age_in_months(published: date, as_of: date) -> int:
    """Whole months from one day to another."""
    return (as_of.year - published.year) * 12 + as_of.month - published.month - (as_of.day < published.day)
