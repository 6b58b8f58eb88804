"""Whether a view told in a model's own words may stand beside its passage, in grey.

What words mean no code here can tell; but a paraphrase that reverses, exaggerates or adds brings words the passage hasn't,
turns a negation, swaps two names, or moves a figure. So most of its words must be the passage's, its names in their order,
its negations as they are there, and it has no figure. What fails is told in the passage's own sentence instead.
"""

import re

from assistant.gate.sentence import Scene
from assistant.gate.views.passage_match import QUOTED, own_part
from assistant.gate.views.words import (
    AUTHOR,
    AUTHORS,
    EXPECTING,
    FIRM,
    FREE,
    PRONOUNS,
    RELATIONS,
    SAYING,
    SEPARATORS,
    Word,
    called,
    is_named,
    is_number,
    is_time,
    marked,
    stem,
    words,
)
from assistant.understanding.vocabulary import NEGATION
from corpus.document import Passage

NEW = 0.25  # the share of its content words that a paraphrase may bring of its own
# Two things weighed against each other, or one held though another: which is which, word by word can't be seen.
_WEIGHED = re.compile(
    r"\b(?:rather than|instead of|more than|less than|not because|but not|though|although|despite|in spite of)\b", re.I
)
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_EMPTY = frozenset(
    [*SEPARATORS, *FREE, *PRONOUNS, *RELATIONS, *SAYING, *EXPECTING, AUTHOR, AUTHORS, FIRM, "(", ")"]
    + [stem(w) for w in """view views case argument point side same way also too even still just more not no never nor neither without would
        could may this these those who whom whose which what when where how rather latest remarks words own here there""".split()]
)  # fmt: skip


def paraphrases(scene: Scene, passage: Passage) -> bool:
    """Whether the sentence's own part keeps to what its passage says, as far as its words can show."""
    own = QUOTED.sub(" ", own_part(scene, passage))
    names = called(passage.author, passage.firm)
    year = int(str(passage.published)[:4])
    said = words(marked(own, names, passage.firm or ""), year, year)
    sentences = [
        words(marked(s, names, passage.firm or ""), year, year) for s in [*_ENDS.split(passage.text), passage.title]
    ]
    if any(is_number(w) for w in said) or _WEIGHED.search(own):
        return False
    content = [w.stem for w in said if _is_content(w)]
    held = {w.stem for sentence in sentences for w in sentence}
    new = [s for s in content if s not in held]
    if not content or len(new) > NEW * len(content):
        return False
    best = max(sentences, key=lambda sentence: len({w.stem for w in sentence} & set(content)))
    return _denies(said) == _denies(best) and _in_order(said, [w for sentence in sentences for w in sentence])


def _is_content(word: Word) -> bool:
    return word.stem not in _EMPTY and not is_time(word)


def _denies(found: tuple[Word, ...]) -> bool:
    return NEGATION.search(" ".join(w.text for w in found)) is not None


def _in_order(said: tuple[Word, ...], held: list[Word]) -> bool:
    """Whether the indexes and sizes named are named in that order in the passage too."""
    rest = iter([w.stem for w in held if is_named(w)])
    return all(any(name == other for other in rest) for name in (w.stem for w in said if is_named(w)))
