"""Whom a figure is said of: the name before its verb, the one behind it, or what the sentence leaves to the one before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checker.text.names import Named
from assistant.checker.text.verbs import MOVES, PLACES
from assistant.understanding.figures import Figure
from tools.universe import UNIVERSE

UNKNOWN = "?"  # something is named that isn't measured
_BEHIND = re.compile(
    r" ?(?:(?:percentage |index )?points? ?|percent ?|% ?)?(?:(?:gain|rise|advance|increase|decline|drop|fall|loss|return|jump|climb|slide|move|rally|slump)s? )?"
    r"(?P<by>for|in|by|of|on) (?:the )?(?:[a-z-]+ ){0,2}",
)
_RUN_OF = re.compile(
    r"[- ](?:straight |consecutive |successive )?(?:\w+[- ]){0,4}(?P<by>for|by|in|of) (?:the )?(?:[a-z-]+ ){0,2}"
)
_PARTICIPLE = re.compile(r"\W*(?:(?:After|Following|Despite|While|Having|Upon) )?(?:[a-z]+ )?\w+ing\b", re.I)
_BREAK = re.compile(
    r"[;:—|()]| – | -- |, (?=(?:and|but|while|whereas|as|with|which|after|before|though|although|compared|versus|against|led|or)\b)|(?:,| )(?= ?(?:while|whereas|but|and) )",
    re.I,
)
_FILLER = re.compile(
    r"\b(?:the|a|an|and|or|but|while|whereas|with|as|it|its|they|their|both|each|all|then|also|again|has|have|had|is|are|was|were|been|be|which|that|this|those|these|who|when|after|before|still|just|only|so|far|than|more|less|at|to|by|of|in|on|for|from|up|down|"
    r"gauge|index|indexes|indices|benchmark|average|measure|former|latter|barometer|close|closed|closing|ended|end|finished|finish|settle|settled|session|day|days|week|month|quarter|year|years|trading|early|late|late-day|afternoon|morning|midday|today|yesterday|meanwhile|however|further|another|about|some|nearly|almost|roughly|around|"
    r"total|not|never|did|does|do|would|could|may|might|will|can|since|over|past|last|first|second|third|fourth|half|same|period|date|now|already|even|alone|overall|here|there|where|what|us|ago|earlier|previous|prior|compared|compares|against|versus|or|recently|briefly|later|finally|down|respectively|one|two|three|four|five|six|seven|ten|point|points|percent|percentage|basis|gain|gains|loss|losses|advance|decline|move|rise|drop|fall|record|high|low|level|mark|straight|consecutive|successive|row|streak|milestone|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|during|through|until|between|among|out|off|if|because|ytd|mtd|qtd|wtd|return|returns|returned|volatility|wall street'?s?|wall|street'?s?|s|recovery|selloff|rally)\b|\d[\d.,%]*|[^\w\s]",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:it|its|the (?:index|gauge|benchmark|average|measure|barometer|fund|yield|latter))\b", re.I)


@dataclass(frozen=True)
class Whom:
    """Whom a figure is of.

    Attributes:
        key: Of the subject; ``?`` for something that isn't measured, empty where the text doesn't say.
        others: Keys of more subjects that it is said of just so.
        other: The one it is compared with.
        at: Where the name stands; -1 where it is left out.
        sure: Whether the sentence itself names it.
        left: Where the stretch starts that may hold its verb.
    """

    key: str
    others: tuple[str, ...] = ()
    other: str = ""
    at: int = -1
    sure: bool = False
    left: int = 0


def whom(
    text: str, figures: Sequence[Figure], place: int, named: Sequence[Named], before: Sequence[Whom], context: str
) -> Whom:
    """Whom the figure in a place is of.

    Args:
        text: The sentence.
        figures: Its figures.
        place: Which of them.
        named: The names in the sentence.
        before: Whom the figures before it are of.
        context: Whom the sentence before was about.
    """
    figure = figures[place]
    for n in named:  # "the Nasdaq (+0.2%)", whatever it is compared with
        if n.end <= figure.start <= n.end + 16 and re.fullmatch(
            r"(?: [Ii]ndex| Composite)? ?\((?:up |down )?", text[n.end : figure.start]
        ):
            return Whom(n.key or UNKNOWN, (), "", n.start, True, n.start)
    last = figures[place - 1] if place else None
    left = _left(text, figure, last)
    behind = _behind(text, figures, place, named, left)
    other = _beside(text, named, left, figure, figures[place + 1].start if place + 1 < len(figures) else len(text))
    if behind:
        return Whom(behind.key or UNKNOWN, (), other if other != behind.key else "", behind.start, True, left)
    near = [n for n in named if left <= n.start < figure.start]
    between = [n for n in named if last and last.end <= n.start < figure.start]
    if (
        near
        and all(n.beside for n in near)
        and (before or context)
        and not any(re.match(r"[^,;]{0,12}, which\b", text[n.end :]) for n in near)
    ):
        ahead = [n.key for n in named if n.end <= near[0].start and not n.beside and n.key]
        main = Whom(ahead[-1], sure=True) if ahead else before[-1] if before else Whom(context)
        return Whom(main.key, main.others, near[-1].key or UNKNOWN, main.at, bool(before) or main.sure, left)
    if (
        last
        and not near
        and not (between and MOVES.search(text, between[-1].end, figure.start))
        and not _own_clause(text[last.end : figure.start])
    ):
        mine = before[-1]
        return Whom(mine.key, mine.others, mine.other or other, mine.at, mine.sure, mine.left)
    own = [n for n in near if not n.beside or re.match(r"[^,;]{0,12}, which\b", text[n.end :])] or near
    if own:
        return _named(text, own, left, figure, other)
    return _unnamed(text, figure, left, named, before, context, other)


def _left(text: str, figure: Figure, last: Figure | None) -> int:
    """Where the clause of a figure starts: behind the last break that is followed by a verb or a name, or the figure before."""
    start = last.end if last else 0
    if last is None:
        breaks = [m.end() for m in re.finditer(r"[;—|]| – ", text[: figure.start])]
        return breaks[-1] if breaks else 0
    breaks = [
        m.end()
        for m in _BREAK.finditer(text, start, figure.start)
        if re.search(r"[A-Za-z]", text[m.end() : figure.start])
    ]
    return breaks[0] if breaks else start


def _own_clause(between: str) -> bool:
    """Whether a verb of its own stands between two figures."""
    verb = MOVES.search(between)
    words = _FILLER.sub(" ", between[: verb.start()] if verb else between)
    return bool(verb or PLACES.search(between)) and bool(re.search(r"[A-Za-z]{2}", words))


def _behind(text: str, figures: Sequence[Figure], place: int, named: Sequence[Named], left: int) -> Named | None:
    figure = figures[place]
    later = next((n for n in named if n.start >= figure.end), None)
    end = figures[place + 1].start if place + 1 < len(figures) else len(text)
    if later is None or later.start >= end:
        return None
    found = _BEHIND.fullmatch(text[figure.end : later.start])
    if not found and not later.beside and figure.unit in ("ordinal", "sessions", ""):
        found = _RUN_OF.fullmatch(text[figure.end : later.start])
    if not found:
        return None
    mine = [n for n in named if left <= n.start < figure.start]
    if mine and found["by"] in ("in", "on", "by", "of", "for") and MOVES.search(text, mine[-1].end, figure.start):
        return None
    return later


def _beside(text: str, named: Sequence[Named], left: int, figure: Figure, end: int) -> str:
    """The subject that a figure's is compared with: one after "than", "against", "beat"."""
    found = [n.key for n in named if n.beside and n.key and left <= n.start < end]
    return found[0] if found else ""


def _named(text: str, own: Sequence[Named], left: int, figure: Figure, other: str) -> Whom:
    verb = MOVES.search(text, left, figure.start) or PLACES.search(text, own[-1].end, figure.start)
    ahead = [n for n in own if verb is None or n.end <= verb.start() + 1] or list(own)
    main = ahead[-1]
    if verb and re.fullmatch(r"[^,;]{0,12}, which (?:\w+ )?", text[own[-1].end : verb.start()]):
        main = own[-1]
    joined = [main]
    for n in reversed(ahead[:-1]):
        between = text[n.end : joined[0].start]
        if not re.fullmatch(r"(?: index| Composite)?(?:,|,? and|,? as well as)? (?:the )?(?:[a-z-]+ )?", between):
            break
        joined.insert(0, n)
    if any(not n.key for n in joined):
        return Whom(UNKNOWN, (), other, main.start, True, left)
    if len(joined) > 1 and re.search(r"['’]s? $", text[joined[0].end : joined[1].start]):
        joined = [main]
    keys = list(dict.fromkeys(n.key for n in joined))
    between = text[main.end : verb.start()] if verb and verb.start() > main.end else ""
    foreign = re.search(
        r"\b(?:stock|shares|member|component|heavyweight)s? [A-Z]\w+|,? (?:where|whose|in which) ", between
    )
    key = UNKNOWN if foreign else keys[-1] if len(keys) == 1 else keys[0]
    return Whom(
        key, tuple(keys[1:]) if len(keys) > 1 else (), other if other not in keys else "", main.start, True, left
    )


def _unnamed(
    text: str, figure: Figure, left: int, named: Sequence[Named], before: Sequence[Whom], context: str, other: str
) -> Whom:
    verb = MOVES.search(text, left, figure.start) or PLACES.search(text, left, figure.start)
    phrase = text[left : verb.start()] if verb else text[left : figure.start]
    if (ahead_all := [n for n in named if n.end <= left + 2]) and re.match(r"\W*(?:which|who)\b", text[left:]):
        return Whom(ahead_all[-1].key or UNKNOWN, (), other if other != ahead_all[-1].key else "", -1, True, left)
    rest = re.findall(r"[A-Za-z][A-Za-z'’&-]+", _FILLER.sub(" ", phrase))
    ahead = [n for n in named if n.end <= left and not n.beside]
    if (
        left == 0
        and re.match(r"\W*[A-Za-z0-9][\w .&/'’-]{1,30}:", text[: figure.start])
        and not _PRONOUN.search(phrase)
    ):
        return Whom(UNKNOWN, (), other, -1, False, left)
    following = [n for n in named if n.start >= figure.end and not n.beside]
    if (
        left == 0
        and following
        and _PARTICIPLE.match(text)
        and "," in text[figure.end : following[0].start]
        and not ahead
    ):
        return Whom(following[0].key or UNKNOWN, (), other if other != following[0].key else "", -1, True, left)
    if rest and not (_PRONOUN.search(phrase) and all(w[0].islower() for w in rest)):
        return Whom(UNKNOWN if verb or any(w[0].isupper() for w in rest) else "", (), other, -1, False, left)
    if before and not (_PRONOUN.match(phrase.strip(" ,;:—(")) and left == 0):
        return Whom(before[-1].key, (), other, -1, before[-1].sure, left)
    if ahead:
        return Whom(ahead[-1].key or UNKNOWN, (), other, ahead[-1].start, True, left)
    return Whom(context, (), other, -1, bool(_PRONOUN.search(text[: figure.start])), left)


def main_subject(named: Sequence[Named], whoms: Sequence[Whom]) -> str:
    """Whom a sentence is about, which "the index" of the next means: whom its first figure is of, else its first name."""
    first = next((w.key for w in whoms if w.key and w.key != UNKNOWN), "")
    if first:
        return first
    return next((n.key for n in named if n.key and not n.beside and UNIVERSE[n.key].group != "sector"), "")
