"""Errata: what kept commentaries state that their bars, revised since, no longer give.

A commentary is never changed. Where a stored bar it rests on is revised, the sentence, the old figure and the new one
are kept beside it, and shown wherever the commentary is.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from assistant.commentary.store import CommentaryStore, fact_of
from assistant.evidence.opened import Opened
from tools.data.sessions import now
from tools.errors import MarketDataError
from tools.fact import Fact

Progress = Callable[[int, int, str], None]


def find_errata(opened: Opened, data: str, progress: Progress | None = None) -> list[dict[str, Any]]:
    """Looks at the commentaries whose bars were revised since they were written, and keeps what is wrong in them.

    Args:
        opened: For its bars and database.
        data: Source of the bars; the sample's are never revised.
        progress: Told of each commentary looked at.

    Returns:
        The errata found now: ``commentary``, ``as_of``, ``section``, ``sentence``, ``n``, ``key``, ``old``, ``new``,
        and the two facts. Empty where no bar was revised, which costs one look at the store.
    """
    store, out = CommentaryStore(opened.engine), []
    rows = store.rows(data) if data != "sample" else []
    if not rows:
        return []
    revised = opened.store.revised(datetime.fromisoformat(min(r["written_at"] for r in rows)), now())
    wanted = [r for r in rows if any(day <= r["as_of"] and at > _stamp(r) for day, at in revised)]
    for n, row in enumerate(wanted, 1):
        if progress:
            progress(n, len(wanted), row["as_of"])
        try:
            catalogue = opened.evidence(as_of=date.fromisoformat(row["as_of"]), data=data).catalogue
        except MarketDataError:
            continue  # looked at again when its bars can be had
        if store.is_checked(row["id"], catalogue.market.version):
            continue
        document = store.get(row["id"])
        if document:
            found = list(_wrong(document, catalogue.get))
            store.add_errata(row["id"], catalogue.market.version, found, now())
            out += found
    return out


def _stamp(row: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(row["written_at"])


def _wrong(document: dict[str, Any], known: Callable[[str], Fact | None]) -> Iterator[dict[str, Any]]:
    """Each cited figure that the bars no longer give as shown, with the sentence that states it."""
    for citation in document["citations"]:
        if citation["kind"] != "fact" or citation.get("derived") or citation["as_of"] != document["as_of"]:
            continue
        was, fact = fact_of(citation), known(citation["key"])
        if fact is None or fact.as_of != was.as_of or fact.version != was.version or fact.display == was.display:
            continue
        for section in document["sections"]:
            for sentence in section["sentences"]:
                if citation["n"] in sentence["citations"]:
                    yield {
                        "commentary": document["id"],
                        "as_of": document["as_of"],
                        "section": section["id"],
                        "sentence": sentence["text"],
                        "n": citation["n"],
                        "key": was.key,
                        "old": was.display,
                        "new": fact.display,
                        "was": {"kind": "fact", **was.model_dump(mode="json")},
                        "now": {"kind": "fact", **fact.model_dump(mode="json")},
                    }
                    break
            else:
                continue
            break
