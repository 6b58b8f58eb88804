"""Whether a sentence tells a passage in its own order: nothing may stand in it that the passage doesn't hold.

The nouns of a view can all be the passage's while one word reverses it, or while a number, a name or a horizon is said of
another thing. So each stretch of the sentence is laid along one sentence of the passage, from where a clause of it begins
(the author's own clause where the author is the subject) and in its order. What is skipped may only be what claims nothing
apart: an aside, a date, an item of a list. A paraphrase in words of its own is withheld: what isn't understood isn't shown.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.gate.views.passage_sentences import ACTS, MODAL, Source, in_the_present, read
from assistant.gate.views.passage_sentences import sources as sources_of
from assistant.gate.views.words import (
    AUTHOR,
    AUTHORS,
    EXPECTING,
    FIRM,
    FREE,
    NO_YEARS,
    PRONOUNS,
    RELATIONS,
    SAYING,
    SEPARATORS,
    Word,
    Years,
    called,
    is_house,
    is_named,
    is_number,
    is_past,
    is_time,
    marked,
    stem,
    words,
)

_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_JOINING = frozenset([",", ";", ":", "and", "but", "while", "wherea"])  # between stretches told one after the other
_SOFT = frozenset(
    [*FREE, *(stem(w) for w in "still own us again it its they them their".split())]
)  # a sentence may leave these out
_LONGEST = 200  # words of a sentence that are laid one by one
_MOST_JOINED = 30  # commas and "and"s
_STEPS = 100_000
_AND, _OR = (Word("and", "and"),), (Word("or", "or"),)
_LISTING = frozenset([",", "and", "or"])
_NOW = frozenset(["now", "currently", "recently"])
# Words that turn a claim: never left out of a list.
_TURNING = frozenset(stem(w) for w in """
second third fourth rather instead less fewer least most more lower higher high low up down only first last not no never nor neither without unlikely
hardly barely half part nearly mostly almost except few little risk fear hope doubt rise fall gain lose cut raise beat lag
""".split())  # fmt: skip
_CUT = frozenset(
    [*SEPARATORS, *(stem(w) for w in "which who whose where when because as so though to in at on by with for after since within over during across without".split())]
)  # fmt: skip
_OF_WHOM = frozenset("for from in of on".split())
_CONDITION = frozenset(stem(w) for w in "if unless until provided except once".split())
# "Starting to end" is no start.
_LEADING = frozenset(stem(w) for w in """
start begin refuse decline fail cease stop about bound seem appear likely unlikely due tend want threaten need going close said
""".split())  # fmt: skip
_MADE = frozenset(stem(w) for w in "produced caused driven fed fuelled helped supported boosted".split())
_BEST = re.compile(r"\w{2,}est|first|third|least|most|best|worst|record|only")
_GENERIC = frozenset(
    [*SAYING, *EXPECTING, *RELATIONS, *SEPARATORS, *FREE, FIRM, AUTHOR, AUTHORS]
    + [stem(w) for w in "it its they them their call view views opinion stance position comment remark put describe own words give quote phrase this".split()]
)  # fmt: skip


def retells(
    own: str,
    sources: Sequence[str],
    authors: Sequence[str],
    firm: str | None = None,
    *,
    title: str = "",
    years: Years = NO_YEARS,
    fresh: bool = False,
) -> bool:
    """Whether a sentence's own part tells what one of the sources says, in its order.

    Args:
        own: The sentence without quotations, dates of publication and figures' notes.
        sources: The passage's text, and others that may be told, such as its title.
        authors: Whose view it is.
        firm: The authors' firm.
        title: What the passage is about, for which its pronouns may stand.
        years: What "this year" is, in the sentence and in the sources.
        fresh: Whether the sources are recent enough for "now".
    """
    names = tuple(sorted({n for a in authors for n in called(a, firm)}, key=lambda n: (-len(n), n)))
    house = any(is_house(a, firm) for a in authors)
    firm = "" if house or not firm else firm
    told = read(marked(own, names, firm), house, credited=True)
    the_year = years.now if in_the_present(told) else years.published
    found = words(told, years.now, the_year)
    kept = tuple(w for w in found if w.stem not in FREE and not (fresh and w.text in _NOW))
    topic = words(read(marked(title, names, firm), house), years.published, years.published)
    named = tuple(w.stem for w in topic if is_named(w))  # of two indexes or sizes a pronoun may mean either
    meant = named if len(named) == 1 else ()
    held = tuple(
        source
        for text in sources
        if text
        for sentence in _ENDS.split(text)
        for source in sources_of(read(marked(sentence, names, firm), house), years.published, meant)
    )
    present = any(w.text in ("is", "are") for w in found) and not any(w.text in ("was", "were") for w in found)
    if in_the_present(told) and not any(map(is_time, found)):
        # "Expects a recession" of one expected for a year that is over: the year, or the past, must be said.
        held = tuple(s for s in held if not any(is_time(w) and _is_over(w, years.now) for w in s.words))
    return _laid(kept, held, present)


def _is_over(word: Word, year: int) -> bool:
    named = re.search(r"\d{4}", word.stem)
    return named is not None and int(named[0]) < year


def _laid(told: tuple[Word, ...], held: tuple[Source, ...], present: bool) -> bool:
    """Whether the words, in as few stretches as it takes, each lie along one sentence."""

    if len(told) > _LONGEST or sum(w.stem in _JOINING for w in told) > _MOST_JOINED:  # told whole or not at all
        return any(source.words in (told, told[2:]) for source in held)  # after "Name says"
    steps = [_STEPS]

    @cache
    def from_here(i: int, first: bool) -> bool:
        while i < len(told) and told[i].stem in _JOINING:
            i += 1
        if i == len(told):
            return True
        for k in range(len(told), i, -1):
            if steps[0] < 0 or (k < len(told) and told[k].stem not in _JOINING):
                continue
            # A bare name with more to follow is no stretch: "Rosenberg and …".
            if (
                (k > i + 1 or k == len(told))
                and _stretch(told[i:k], held, present, first, steps)
                and from_here(k, False)
            ):
                return True
        return False

    return from_here(0, True)


def _stretch(part: tuple[Word, ...], held: tuple[Source, ...], present: bool, first: bool, steps: list[int]) -> bool:
    """Whether one stretch lies along one sentence of the sources."""
    if first and all(w.stem in _GENERIC for w in part):
        return True  # "Rosenberg called it", with what he called it in quotation marks
    for source in held:
        own = part
        if source.front and tuple(w.stem for w in part[-len(source.front) :]) == source.front:
            own = part[: -len(source.front)]
        elif source.fronted:
            continue
        first_clause = next((j for j, w in enumerate(source.words) if w.stem in SEPARATORS), len(source.words))
        for start, place in _starts(own, source, present):
            if (own is part or place <= first_clause) and _along(own, source, start, place, steps):
                return True
    return False


def _starts(part: tuple[Word, ...], source: Source, present: bool) -> Iterator[tuple[int, int]]:
    """From which word of a stretch, and from which of the source, the two are laid along each other."""
    if not part:
        return
    if part[0].stem == AUTHOR and len(part) > 1:
        yield from ((1, j) for j in source.acts)
        if part[1].stem in SAYING and not (present and source.past):
            yield from ((2, j) for j in source.claims)
            yield from ((2, j) for j in source.acts if len(part) > 2 and part[2].text in ("he", "she"))
    elif part[0].stem == AUTHORS:
        if source.words and source.words[0].stem == AUTHORS:
            yield (0, 0)
    else:
        yield from ((0, j) for j in source.acts)
        if not (present and source.past):
            yield from ((0, j) for j in source.claims)
            if part[0].stem in SAYING:
                yield from ((1, j) for j in source.claims)  # "and said that …"


def _along(part: tuple[Word, ...], source: Source, start: int, place: int, steps: list[int]) -> bool:
    """Whether a stretch lies along a source from a place on, in order, and ends where it may."""
    rest = part[start:]
    if not rest:
        return False
    if _run(rest, source, place, None, steps):
        return True
    times = [i for i, w in enumerate(rest) if is_time(w)]
    held = [j for j, w in enumerate(source.words) if is_time(w)]
    if len(times) != 1 or len(held) != 1 or rest[times[0]].stem != source.words[held[0]].stem:
        return False
    i = times[0]
    if i and rest[i - 1].stem in RELATIONS:
        return False  # "since 2025" is no "in 2025"
    short = rest[:i] + rest[i + 1 :]
    return bool(short) and _run(short, source, place, held[0], steps)


def _run(rest: tuple[Word, ...], source: Source, place: int, moved: int | None, steps: list[int]) -> bool:
    """Whether words lie along a source from a place on.

    Args:
        rest: The words.
        source: The sentence they are held against.
        place: Where the first of them must stand.
        moved: Where the one date of the sentence stands, if it is told at another place.
        steps: How much work is left: a text that repeats itself can be laid in too many ways.
    """

    @cache
    def ends(i: int, j: int) -> int:
        """The last place of the source in a way to lay the words from the i-th on, with that at j; -1 for none."""
        if i == len(rest) - 1:
            return j if _may_end(rest, source, j) else -1
        nexts = [i + 1]
        if rest[i + 1].stem in (",", "(", ")", *PRONOUNS):
            nexts.append(i + 2)
        nexts += _instead(rest, i + 1, source, j)
        for n, k in _before_its_noun(rest, i + 1, source, j):
            if (last := ends(n, k)) >= 0:
                return last
        for n in nexts:
            if n == len(rest):
                last = j + (n > i + 2 or rest[n - 1].stem not in PRONOUNS)
                return last if _may_end(rest, source, last) else -1
            steps[0] -= len(source.words) - j
            if steps[0] < 0:
                return -1
            for k in range(j + 1, len(source.words)):
                if _same(rest[n], source, k) and _may_skip(source, j, k) and (last := ends(n, k)) >= 0:
                    return last
        return -1

    if place >= len(source.words) or not _same(rest[0], source, place, opening=place in source.acts):
        return False
    last = ends(0, place)
    if last < 0:
        return False
    if moved is None:
        return True
    return place < moved <= last + 1


def _instead(rest: Sequence[Word], i: int, source: Source, j: int) -> list[int]:
    """Where a sentence goes on after words of its own for a pronoun that follows a place: "the record run" for "it"."""
    if j + 1 >= len(source.words) or source.words[j + 1].stem not in PRONOUNS:
        return []
    out = []
    for n in range(i + 1, min(i + 7, len(rest)) + 1):
        run = tuple(w.stem for w in rest[i:n])
        if any(map(is_number, rest[i:n])) or not any(_holds(held, run) for held in source.meant):
            break
        out.append(n)
    return out


def _before_its_noun(rest: Sequence[Word], i: int, source: Source, j: int) -> Iterator[tuple[int, int]]:
    """Where both go on after an index or a size that stands before its noun: "small-cap run" for "run in small caps"."""
    if not is_named(rest[i]):
        return
    for size in range(1, 4):
        run, held = rest[i + 1 : i + 1 + size], source.words[j + 1 : j + 3 + size]
        if len(run) < size or len(held) < size + 2 or any(map(is_number, run)):
            return
        told = [w.stem for w in run]
        if (
            told == [w.stem for w in held[:size]]
            and held[-2].stem in ("in", "of", "among")
            and held[-1].stem == rest[i].stem
        ):
            yield i + size, j + 2 + size


def _holds(held: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Whether words stand together in others."""
    return any(held[k : k + len(run)] == run for k in range(len(held) - len(run) + 1))


def _same(word: Word, source: Source, j: int, opening: bool = False) -> bool:
    """Whether a word is told by one of the source."""
    other = source.words[j]
    if word.stem == other.stem:
        certain = word.text == "will" and other.text == "would"
        was = is_past(other) and not is_past(word) and not opening
        return bool(source.author) or not (certain or was)
    if opening:
        return any(word.stem in alike and other.stem in alike for alike in (SAYING, EXPECTING))
    if word.stem in ("and", "or") and other.stem == ",":
        return source.words[j + 1 : j + 2] not in (_AND, _OR)
    return word.stem == "would" and other.stem == "to" and any(source.words[a].stem in EXPECTING for a in source.acts)


def _may_skip(source: Source, before: int, after: int) -> bool:
    """Whether what lies between two places of the source may be left out."""
    gap = list(source.words[before + 1 : after])
    if not gap:
        return True
    if source.words[after].stem in ACTS and any(w.stem in _LISTING for w in gap):
        return False  # "and still expected" begins the author's next clause
    if gap[-1].stem == "nor" and source.words[before - 1].stem == "not":
        return True  # "doesn't accept that …, nor that …"
    if gap[0].stem == "," and gap[-1].stem == "," and len(gap) > 2:
        return gap[1].text in ("which", "who", "whose", "where") or _aside(gap[1:-1])
    if source.words[before].stem == "target" and len(gap) > 1 and gap[0].stem == "for" and is_named(gap[1]):
        gap = gap[2:]  # "his target", of whatever index
    if source.words[before].stem.endswith("%") and is_time(gap[0]):
        return False  # the time in which a share or a return came
    bare = [w for w in gap if not is_time(w)]
    if all(w.stem in _SOFT or w.stem == "," for w in bare):
        return len(bare) < 2 or source.words[before].stem != ","
    if len(gap) == 2 and gap[0].stem in ("at", "of") and gap[1].stem == FIRM:
        return True
    if before in source.acts and _said_of_either(source, gap, after):
        return True
    whole = gap[-1].stem in _LISTING or source.words[after].stem in _LISTING or {"and", "or"} & {w.stem for w in gap}
    return bool(whole) and not is_number(source.words[after]) and _items(gap)


def _aside(gap: Sequence[Word]) -> bool:
    """Whether what stands between commas only says on what occasion: "against the consensus"."""
    if gap[0].stem not in ("against", "in", "after", "on", "for", "at", "from", "since", "with", "by", "before"):
        return False
    return not any(is_number(w) or is_named(w) or w.stem in _TURNING | MODAL | _CONDITION | {","} for w in gap)


def _said_of_either(source: Source, gap: Sequence[Word], after: int) -> bool:
    """Whether a verb of the author's is said of what is skipped and of what comes after it alike.

    "Expected metals to gain and shares to suffer", "expected a recession in 2023 and an index between …".
    """
    skipped = [w.stem for w in gap]
    if (
        skipped[-1] != "and"
        or any(is_number(w) or is_named(w) for w in gap)
        or len(SEPARATORS & set(skipped)) > 1
        or skipped.count("and") > 1
    ):
        return False
    related = [s for s in skipped if s in RELATIONS]
    then = [w.stem for w in source.words[after : after + 5]]
    return not related or (related == ["to"] and "to" in then)


def _items(gap: Sequence[Word]) -> bool:
    """Whether what is skipped are items of a list, of one plain word each: "gold and" of "gold and Treasuries"."""
    if gap[0].stem not in _LISTING and gap[-1].stem not in _LISTING:
        return False
    run = 0
    for word in gap:
        run = 0 if word.stem in _LISTING else run + 1
        plain = word.stem not in (RELATIONS | _TURNING | MODAL | ACTS | {AUTHOR, AUTHORS, ";", ":", "but", "while"})
        if run > 1 or not plain or is_number(word) or is_named(word) or word.text.endswith(("ed", "ing")):
            return False
    return True


def _may_end(rest: Sequence[Word], source: Source, j: int) -> bool:
    """Whether a source may be left at a place: no condition, comparison or second number is cut off."""
    after = source.words[j + 1 :]
    if not after:
        return True
    following = after[0]
    made = following.stem in _MADE and len(after) > 1 and after[1].stem == "by"  # "an illusion produced by …"
    if following.stem not in _CUT and not is_time(following) and not made and j + 1 not in source.that:
        return False
    if following.stem == "to" and source.words[j].stem in _LEADING:
        return False
    if following.stem in _OF_WHOM and len(after) > 1 and is_named(after[1]):
        return False  # growth of 14.6 %, but for small caps
    if is_time(following) and source.words[j].stem.endswith("%"):
        return False
    if is_number(source.words[j]) and following.stem in ("to", "and", "or") and len(after) > 1 and is_number(after[1]):
        return False
    if following.stem in ("in", "since", "of", "for", "on") and any(_BEST.fullmatch(w.text) for w in rest):
        return False
    clause = []
    for word in after:
        if word.stem == ";":
            break
        clause.append(word.stem)
    return not _CONDITION & set(clause)
