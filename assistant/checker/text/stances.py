"""Where a text says that people stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.people import Person

_STANCES = {
    "bullish": r"bullish|optimistic|upbeat|constructive|bulls?",
    "bearish": r"bearish|pessimistic|downbeat|gloomy|sceptical|skeptical|bears?",
    "neutral": r"neutral",
}
_STANCE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _STANCES.items()) + r")\b"
    r"(?! (?:divergence|market|case|run|trap|rally|signal|cross))"
    r"(?: (?:about|on|towards?|over) (?P<on>(?:the )?[\w&'’-]+(?: (?!(?:and|but|as|because|while|for|in|this|that|since|so|after|into|at|with|who|which|is|are)\b)[\w&'’-]+){0,3}))?",
    re.I,
)
# How a name leads to its stance: "is still deeply", "'s", ", a lifelong"; past an aside or a second name, never past
# another subject, whose stance it would be.
_LINK = re.compile(
    r"(?:,[^,;]*,|\s\([^)]*\)|\sof [A-Z][\w&' ]+|,? (?:and|,) [^;]*)?\s"
    r"(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|remains?|remained|stays?|stayed|turns?|turned|sounds?|looks?|became|becomes?|grew|appears?|"
    r"(?:has|have|had)(?:n['’]t)?(?: long)?(?: not)? (?:been|turned|become|grown|remained|stayed))"
    r"(?: (?:not|no longer|never|hardly|a|an|the|still|very|so|too|quite|rather|more|less|most|as|also|now|again|both|well|outright|[\w-]+ly|long-?time|lifelong))* "
    r"|['’]s? (?:[\w-]+ )?|, (?:a|an|the)(?: [\w-]+){0,2} ",
    re.I,
)
_VIEW = re.compile(r"(?: [\w-]+)? (?:views?|calls?|stance|outlook|tone|notes?|forecasts?|position|thesis|camp)\b", re.I)
_DENIED = re.compile(r"\b(?:not|never|no longer|hardly|nor|neither)\b|n['’]t\b", re.I)
_ASIDE = re.compile(r"\b(?:unlike|against|than|contrary to|as opposed to|disagrees with) $", re.I)
_TOPICS = (
    ("small caps", r"small[- ]?(?:er )?(?:caps?|compan\w+|stocks?)|russell"),
    ("the economy", r"econom\w+|growth|recession"),
    ("the broad market", r"(?:stock |broad |us )?(?:market|stocks|equities)\b|s&p|large[- ]?caps?"),
)


@dataclass(frozen=True)
class Stance:
    """Where a text says that people stand.

    Attributes:
        start: Of the claim in its sentence.
        end: Where it ends.
        people: Whose stance it is.
        stance: ``bullish``, ``bearish`` or ``neutral``.
        on: On what, as the library says it; empty where the text doesn't.
        denied: Whether the text says that they do not stand there.
    """

    start: int
    end: int
    people: tuple[Person, ...]
    stance: str
    on: str = ""
    denied: bool = False


def read_stances(text: str, people: Sequence[Person], before: Sequence[Person] = ()) -> Iterator[Stance]:
    """The stances that a sentence credits to people of the library.

    Args:
        text: The sentence.
        people: Those it names.
        before: Those the sentence before named, whom "he" and "she" mean.
    """
    named = sorted(
        (m.start(), m.end(), person)
        for person in people
        if (m := re.search(rf"(?<!\w)(?:{re.escape(person.name)}|{re.escape(person.last_name)})(?!\w)", text))
        and not _ASIDE.search(text[: m.start()])
    )
    for match in _STANCE.finditer(text):
        stance = next(name for name in _STANCES if match[name])
        ahead = [n for n in named if n[1] <= match.start() and _leads(text, n[1], match)]
        behind = [n for n in named if re.fullmatch(r" (?:[a-z]+ )?", text[match.end() : n[0]])]
        start, end = match.start(), match.end()
        if ahead:
            both = re.search(r"\b(?:are|remain|were|both|stay|have)\b", text[ahead[-1][1] : start], re.I) is not None
            own = tuple(n[2] for n in ahead) if both else (ahead[-1][2],)
            start = ahead[0 if both else -1][0]
        elif behind and not match["on"]:
            own, end = (behind[0][2],), behind[0][1]
        elif before and (he := re.match(r"(?:He|She)\b", text)) and not named and _leads(text, he.end(), match):
            own, start = tuple(before[-1:]), 0
        else:
            continue
        denied = bool(_DENIED.search(text[start : match.start()]))
        yield Stance(start, end, own, stance, _topic(match["on"] or ""), denied)


def _leads(text: str, end: int, stance: re.Match[str]) -> bool:
    """Whether a name that ends at a place is the subject of a stance."""
    between = text[end : stance.start()]
    if not _LINK.fullmatch(between):
        return False
    return between[:1] not in ("'", "’") or _VIEW.match(text, stance.end()) is not None


def _topic(words: str) -> str:
    """What a stance is on as the library says it, or in the text's own words."""
    return next((topic for topic, pattern in _TOPICS if re.search(pattern, words, re.I)), words)
