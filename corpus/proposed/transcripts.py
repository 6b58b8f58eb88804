"""Transcripts: whose turn each paragraph is, so that a question isn't told as the view of who was asked."""

import re

_TURN = re.compile(r"^[ \t]*(?P<who>Q|A|问|答|[^\W\d_][^\n\f:：]{1,60}?)\s*[:：][ \t]*(?=\S)", re.M)
_ASKS = re.compile(
    r"q|question|moderator|operator|host|interviewer|presenter|analyst|reporter|journalist|audience|问|提问|主持人|记者|提问者",
    re.I,
)
_ANSWERS = re.compile(r"a|answer|guest|speaker|答|回答|嘉宾", re.I)
LEAST = 3  # turns that make a text a transcript


def speakers(text: str) -> list[str]:
    """Who speaks in a transcript beside who asks, each once; none where the text is no transcript."""
    found = [_name(turn) for turn in _turns(text)]
    named = [who for who in dict.fromkeys(found) if not _ASKS.fullmatch(who) and not _ANSWERS.fullmatch(who)]
    return [who for who in named if found.count(who) > 1] if len(found) >= LEAST else []


def turns_of(author: str, text: str) -> str:
    """A transcript's text without the turns of others and the labels; any other text as it is."""
    turns = _turns(text)
    asked = [_ASKS.fullmatch(_name(turn)) is not None for turn in turns]
    last = author.casefold().split()[-1] if author else ""
    own = [_is_own(_name(turn), author, last) for turn in turns]
    if len(turns) < LEAST or not any(own) or not (any(asked) or not all(own)):
        return text
    ends = [*(turn.start() for turn in turns[1:]), len(text)]
    kept = [text[turn.end() : end].strip(" \t\n") for turn, end, mine in zip(turns, ends, own, strict=True) if mine]
    return "\n\n".join(kept)


def _is_own(who: str, author: str, last: str) -> bool:
    plain = who.casefold()
    return bool(_ANSWERS.fullmatch(who)) or plain in author.casefold() or bool(last and last in plain.split())


def _turns(text: str) -> list[re.Match[str]]:
    """Turns of those who speak more than once: a label that stands once is a heading or a field."""
    found = list(_TURN.finditer(text))
    names = [_name(turn) for turn in found]
    return [turn for turn, name in zip(found, names, strict=True) if names.count(name) > 1 and len(name.split()) <= 5]


def _name(turn: re.Match[str]) -> str:
    return re.split(r"\s*[,(（，–—]\s*", turn["who"].strip("*_ "))[0]
