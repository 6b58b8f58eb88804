"""A list of values by bucket, each with its change, as a table."""

from collections.abc import Sequence

from tools.errors import BadQuery
from tools.fact import Fact
from tools.measures.answers import Label, Measured, Table, line_fact
from tools.measures.changes import Lay, value_fact
from tools.measures.extremes import bucket_name
from tools.measures.lines import Line
from tools.measures.query import MOST_ROWS, Bucket, Query
from tools.measures.spans import bucket_ends, season_mask


def listing(query: Query, lines: Sequence[Line], lay: Lay) -> Measured:
    """The values by bucket, newest last, with the change of each: at most 60 rows, the newest where there are more."""
    n, bucket = query.n or MOST_ROWS, query.bucket or "session"
    rows: list[tuple[Label | Fact | None, ...]] = []
    facts: list[Fact] = []
    notes: list[str] = []
    for line in lines:
        span = lay(line)
        ends, bases = bucket_ends(line, span, bucket, running=True)
        if query.window and query.window.season:
            chosen = season_mask(line.index[ends], query.window.season)
            ends, bases = ends[chosen], bases[chosen]
        chosen = line.known[ends]
        ends, bases = ends[chosen][-n:], bases[chosen][-n:]
        for end, base in zip(ends.tolist(), bases.tolist(), strict=True):
            held = value_fact(line, end)
            moved = _bucket_change(line, end, base, bucket) if base >= 0 and line.known[base] else None
            facts += [held, *([moved] if moved else [])]
            name = (
                bucket_name(line, end, bucket) if len(lines) == 1 else f"{line.title}, {bucket_name(line, end, bucket)}"
            )
            rows.append((Label(display=name), held, moved))
        notes += span.notes
    if not rows:
        raise BadQuery("No bar lies in the window: there is nothing to list")
    if len(rows) > MOST_ROWS:
        raise BadQuery(
            f"That would be {len(rows)} rows, and a table has at most {MOST_ROWS}",
            "Ask for fewer, or for a longer bucket.",
        )
    what = "close" if lines[0].metric == "close" else lines[0].metric
    table = Table(f"{', '.join(x.title for x in lines)} by {bucket}", (bucket, what, "change"), tuple(rows))
    lead = f"{lines[0].subject}.{lines[0].metric}.listed"
    return Measured(query, tuple(facts), lead, table, tuple(dict.fromkeys(notes)))


def _bucket_change(line: Line, end: int, base: int, bucket: Bucket) -> Fact:
    moved = float(line.moved(line.values[[base]], line.values[[end]])[0])
    name = "return" if line.moves == "return" else "change"
    return line_fact(line, f"{name}.{bucket}_{line.days[end]:%Y%m%d}", moved, line.move_unit, first=base, last=end,
                     ends_only=True, base=base, working=line.working())  # fmt: skip
