"""The commentaries kept: looked through by words, and two of them held side by side."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assistant.commentary.changes import WATCHED
from assistant.commentary.daily import Commentary
from assistant.commentary.store import CommentaryStore, fact_of
from assistant.evidence.derived import SlotError
from assistant.statements.kinds.what_changed import label
from assistant.statements.sentence_parts import Language
from assistant.statements.words import spell, text
from tools.fact import Fact

AROUND = 70  # characters of a find's text on each side


@dataclass(frozen=True)
class Kept:
    """A commentary in the archive.

    Attributes:
        id: Of the commentary.
        as_of: Its session, spelled out.
        model: Who wrote it.
        data: Source of its bars.
        found: The first stretch of its text that holds what was looked for; its opening where nothing was.
        version: When it was written, where the session has several.
        language: In which it is written, and named.
    """

    id: str
    as_of: str
    model: str
    data: str
    found: str
    version: str = ""
    language: Language = "en"

    @property
    def name(self) -> str:
        """``22 January 2026``, with who wrote it and on what, where that isn't the built-in writer on market data."""
        writer = "" if self.model == "builtin" else text("archive-entry-model", self.language, model=self.model)
        given = {"day": self.as_of, "model": writer, "data": self.data, "version": self.version}
        return text("archive-entry", self.language, **given)


def look_through(store: CommentaryStore, words: str, language: Language = "en") -> list[Kept]:
    """The commentaries in a language whose text or date holds every word, the latest first; all without any word."""
    wanted = words.casefold().split()
    rows = store.rows(language=language)
    several = Counter((r["as_of"], r["data"], r["model"]) for r in rows)
    out = []
    for row in rows:
        day = spell(date.fromisoformat(row["as_of"]), language)
        prose = str(row["text"])
        whole = f"{day} {row['as_of']} {row['model']} {prose}".casefold()
        if all(w in whole for w in wanted):
            at = datetime.fromisoformat(row["written_at"])
            written = text("archive-entry-version", language, day=spell(at.date(), language), time=f"{at:%H:%M}")
            version = written if several[row["as_of"], row["data"], row["model"]] > 1 else ""
            out.append(Kept(row["id"], day, row["model"], row["data"], _found(prose, wanted), version, language))
    return out


def _found(prose: str, wanted: list[str]) -> str:
    place = max((prose.casefold().find(w) for w in wanted), default=0)
    start = max(0, place - AROUND)
    cut = " ".join(prose[start : place + 2 * AROUND].split())
    return f"{'… ' if start else ''}{cut} …"


@dataclass(frozen=True)
class Row:
    """A figure in two commentaries.

    Attributes:
        name: What it is of, in words.
        first: As one stated it; None where it has none.
        second: As the other did.
    """

    name: str
    first: Fact | None
    second: Fact | None


def side_by_side(first: Commentary, second: Commentary) -> list[Row]:
    """The watched figures of two commentaries, in the order of the first; those with no words of their own left out."""
    held: list[dict[str, Fact]] = []
    for commentary in (first, second):
        rows: list[dict[str, Any]] = commentary.document["facts"]
        held.append({r["key"]: fact_of(r) for r in rows if WATCHED.fullmatch(r["key"])})
    out = []
    for key in dict.fromkeys([*held[0], *held[1]]):
        a, b = held[0].get(key), held[1].get(key)
        name = _name(a or b, first.language)
        if name:
            out.append(Row(name, a, b))
    return out


def _name(fact: Fact | None, language: Language) -> str:
    try:
        return label(fact, language) if fact else ""
    except SlotError:
        return ""
