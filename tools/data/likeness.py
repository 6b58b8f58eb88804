"""Whether a name that a search found is the thing asked for, as a stranger would agree; and which of several it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tools.listings import listing_of, short_name, yahoo_symbol

KINDS = ("index", "equity", "cryptocurrency", "currency", "future", "etf", "mutualfund")  # the plainer first
CLEARLY = 1.1  # times the next one's score, from which the first of several names is meant
# Words that a name may hold beside those asked for and still be the same thing.
_HARMLESS = {
    "index": {"index", "indx", "idx", "average", "composite", "price", "jones"},
    "etf": {"etf", "fund", "trust", "shares", "index", "class"},
    "future": {"future", "futures"},
}
# Words that many names begin with: alone they name nobody.
_GENERIC = frozenset(
    "american associated bank capital china energy european financial first general global group india international "
    "japan national new north pacific royal south standard technology united universal us western world".split()
)


class Hit(NamedTuple):
    """What a search found.

    Attributes:
        symbol: Yahoo's symbol.
        names: The long and the short name, as far as there are any.
        kind: Type of instrument in lower case, as ``Listing.kind``.
        score: How near the source holds it; 0 where it doesn't say.
    """

    symbol: str
    names: tuple[str, ...]
    kind: str
    score: float

    @property
    def name(self) -> str:
        """The name as a sentence calls it, without legal forms."""
        return short_name(listing_of(self.symbol, self.names[0] if self.names else "", "", self.kind)) or self.symbol


def words_of(text: str) -> list[str]:
    """A name's words for comparison: lower case, ``mid cap`` as one word, without articles."""
    low = re.sub(r"\b(small|mid|large|micro|mega)[ -]?cap\b", r"\1cap", text.lower().replace("’", "'"))
    low = re.sub(r"\bs ?(?:&|and) ?p\b|\bstandard (?:&|and) poor's\b", "s&p", re.sub(r"'s\b", "", low))
    return [w for w in re.findall(r"[\w&]+", low) if w not in ("the", "&", "and")]


def extras(asked: str, found: str, kind: str) -> int | None:
    """How many words a found name has beyond those asked for; None where it isn't the same thing.

    A share's name begins with the words asked for; an index's, a fund's or a future's holds them all, the same numbers,
    and nothing else that would make it another. A number that wasn't asked for counts as a word.
    """
    want, have = words_of(asked), words_of(found)
    if not want or not have:
        return None
    if kind == "equity":
        begins = len(have) >= len(want) and all(_alike(w, h) for w, h in zip(want, have, strict=False))
        rest = len(have) - len(want)
        return rest if begins and rest <= 3 and not (rest and set(want) <= _GENERIC) else None
    left = list(have)
    for word in want:
        same = next((h for h in left if _alike(word, h) or (kind == "index" and _stem(word, h))), None)
        if same is None:
            return None
        left.remove(same)
    beside = [w for w in left if w not in _HARMLESS.get({"mutualfund": "etf"}.get(kind, kind), set())]
    numbers = [w for w in beside if w.isdigit()]
    if len(beside) > len(numbers) or (numbers and any(w.isdigit() for w in want)):
        return None
    return len(numbers)


def _alike(one: str, other: str) -> bool:
    return one == other or (len(one) > 3 and one.removesuffix("s") == other.removesuffix("s"))


def _stem(one: str, other: str) -> bool:
    """Whether two longer words have one stem: transports, transportation."""
    short = min(one.removesuffix("s"), other.removesuffix("s"), key=len)
    return len(short) >= 6 and one.startswith(short) and other.startswith(short)


def chosen(asked: str, hits: Sequence[Hit]) -> Hit | None:
    """The hit that is the thing asked for; None where none is, or where several could be.

    Args:
        asked: A name, or a symbol in any case.
        hits: In the source's order.
    """
    found = [(n, h) for h in hits if (n := _fewest(asked, h)) is not None]
    if not found:
        symbol = yahoo_symbol(asked)
        return next((h for h in hits if h.symbol == symbol), None)
    best = [h for n, h in found if n == 0] or [h for _, h in found]  # by just that name, or beginning with it
    first = best[0]
    same = [h for h in best if words_of(h.name) == words_of(first.name)]
    rivals = [h.score for h in best if h not in same]
    if rivals and not first.score > CLEARLY * max(rivals):
        return None
    # The same name on several exchanges, or as an index and its future: the plainer, and the one at home in New York.
    return min(same, key=lambda h: (KINDS.index(h.kind) if h.kind in KINDS else len(KINDS), "." in h.symbol))


def _fewest(asked: str, hit: Hit) -> int | None:
    names = [short_name(listing_of(hit.symbol, name, "", hit.kind)) for name in hit.names]
    found = [n for name in names if (n := extras(asked, name, hit.kind)) is not None]
    return min(found, default=None)
