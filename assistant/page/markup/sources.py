"""A source as a card: how a figure was computed and from what, or who said what, where and when."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

from assistant.statements.ordinals import nth
from tools.definitions import definition
from tools.fact import is_currency, show, spell_date
from tools.universe import UNIVERSE

TRUST = {
    "primary": "Primary source.",
    "secondary": "Secondary source: somebody else reports it.",
    "unverified": "Unverified: the original was not found.",
    "user": "Added by a user of this Footnote: not one of its own documents, and not checked by anyone.",
}
PARAPHRASE = "Footnote's paraphrase, not the person's words; those stand under Quotes alone."
VERBATIM = "The document's own words, as they were added."


def card(citation: dict[str, Any]) -> str:
    """One citation in the contract's shape, folded."""
    n = int(citation["n"])
    passage = citation["kind"] == "passage"
    title, shown = (_who(citation), citation["published"]) if passage else (fact_title(citation), _shown(citation))
    rows = _passage(citation) if passage else _derived(citation) if citation.get("derived") else _fact(citation)
    body = "".join(f"<dt>{escape(label)}</dt><dd>{markup}</dd>" for label, markup in rows if markup)
    return (
        f'<details class="fn-source fn-n-{n}"><summary><span class="fn-n">{n}</span>'
        f'<span class="fn-what">{escape(title)}</span><span class="fn-value">{escape(str(shown))}</span></summary>'
        f"<dl>{body}</dl></details>"
    )


def _shown(fact: dict[str, Any]) -> str:
    """A fact's figure as a line of the list has it; a percentile is a rank, not a share."""
    if "percentile" not in str(fact["key"]) or fact["unit"] != "fraction":
        return str(fact["display"])
    return f"{nth(round(100 * float(fact['value'])))} percentile"


def fact_title(fact: dict[str, Any]) -> str:
    """A fact's key in words: ``S&P 500: year to date return``."""
    if fact.get("derived"):
        return "Computed from other figures"
    metric = str(fact["key"]).removeprefix(f"{fact['subject']}.")
    try:
        label = definition(metric).label
    except KeyError:
        label = metric.replace("_", " ").replace(".", " ")
    subject = str(fact["subject"])
    if subject.startswith("record."):
        return f"{fact['reading']}: {label}"
    if subject.startswith("library."):
        whose = str(fact["inputs"][0]["field"])
        return f"{whose[:1].upper()}{whose[1:]}: {label}"
    own = str(fact.get("name") or "").removeprefix("the ")  # of a subject outside the universe
    return f"{own or subject_name(subject)}: {label}"


def subject_name(subject: str) -> str:
    """A subject's key in words; a pair's is both."""
    if subject.startswith("call."):
        return f"Call {subject.removeprefix('call.').replace('_', '-')}"
    first, _, second = subject.partition("_vs_")
    names = [
        UNIVERSE[k].name.removeprefix("the ") if k in UNIVERSE else k.replace("_", " ") for k in (first, second) if k
    ]
    text = " against ".join(names)
    return text[:1].upper() + text[1:]


def _day(text: str) -> str:
    return escape(spell_date(date.fromisoformat(text)))


def _fact(fact: dict[str, Any]) -> list[tuple[str, str]]:
    own = fact["unit"] if is_currency(fact["unit"]) else "index points"
    unit = UNIVERSE[fact["subject"]].unit if fact["subject"] in UNIVERSE else own
    base = fact.get("base")
    from_base = f"{_day(base['session'])}, {escape(base['field'])} {escape(show(base['value'], unit))}" if base else ""
    return [
        ("Value", f"{escape(_rank(fact))}{_exact(fact)}"),
        ("Reading", escape(fact.get("reading") or "")),
        ("As of", _day(fact["as_of"])),
        ("Measured from", from_base),
        ("Worked out", escape(fact.get("working") or "")),
        ("From", _arithmetic(fact)),
        ("Definition", escape(fact["definition"])),
        ("Sessions", _sessions(fact.get("dates") or [])),
        ("Earlier cases", f"{fact['cases']:,}" if fact.get("cases") else ""),
        ("Caveats", "<br>".join(escape(c) for c in fact.get("caveats") or [])),
        ("Inputs", "<br>".join(_input(i) for i in fact["inputs"])),
        *_origin(fact),
        ("Key", f"<code>{escape(fact['key'])}</code>, id <code>{escape(fact['id'])}</code>"),
    ]


def _arithmetic(fact: dict[str, Any]) -> str:
    """The values that a figure was worked out from, where they are few: session, field and value of each."""
    used = fact.get("arithmetic") or []
    if len(used) < 2 and not fact.get("working"):
        return ""  # the figure is that value itself
    return "<br>".join(
        f"{escape(u['symbol'])} {escape(u['field'].replace('_', ' '))}, {_day(u['session'])}: {u['value']:,.6g}"
        if abs(u["value"]) < 1000
        else f"{escape(u['symbol'])} {escape(u['field'].replace('_', ' '))}, {_day(u['session'])}: {u['value']:,.2f}"
        for u in used
    )


def _rank(fact: dict[str, Any]) -> str:
    shown = _shown(fact)
    return shown if shown == fact["display"] else f"{shown}: {fact['display']} of its earlier values are at or below it"


def _exact(fact: dict[str, Any]) -> str:
    """The stored value beside the one shown, where the two are written differently."""
    if fact["unit"] in ("date", "sessions", "count"):
        return ""
    # Kept as the contract has it: less one return from another, and no share of anything.
    unit = "as a difference of fractions" if fact["unit"] == "percentage points" else fact["unit"]
    stored = f"{fact['value']} {unit}"
    return f' <span class="fn-small">(stored {escape(stored)})</span>'


def _sessions(days: Sequence[str]) -> str:
    if not days:
        return ""
    if len(days) < 3:
        return " to ".join(_day(d) for d in days)
    return f"{_day(days[0])} to {_day(days[-1])}" + (f", {len(days)} in all" if len(days) > 2 else "")


def _input(source: dict[str, Any]) -> str:
    return (
        f"{escape(source['symbol'])} {escape(source['field'])}, {escape(source['first'])} to {escape(source['last'])}"
        f' <span class="fn-small">digest <code>{escape(source["digest"])}</code></span>'
    )


def _origin(fact: dict[str, Any]) -> list[tuple[str, str]]:
    retrieved = datetime.fromisoformat(fact["source"]["retrieved_at"])
    age = int(fact.get("age") or 0)
    behind = (
        f", {age} session{'s' if age > 1 else ''} behind the last settled one"
        if age
        else ", of the last settled session"
    )
    return [
        ("Source", f"{escape(fact['source']['publisher'])}, retrieved {retrieved:%Y-%m-%d %H:%M:%S} UTC"),
        ("State", f"{escape(fact['state'])}{behind}"),
    ]


def _derived(fact: dict[str, Any]) -> list[tuple[str, str]]:
    parts = [f"{escape(fact_title(p))} {escape(p['display'])}, {_day(p['as_of'])}" for p in fact["inputs"]]
    return [
        ("Value", escape(fact["display"])),
        ("As of", _day(fact["as_of"])),
        ("Computed as", f"<code>{escape(fact['derived'])}</code>"),
        ("From", "<br>".join(parts)),
        ("Caveats", "<br>".join(escape(c) for c in fact.get("caveats") or [])),
        *_origin(fact),
    ]


def _who(passage: dict[str, Any]) -> str:
    return (
        f"{passage['author']}, {passage['firm']}"
        if passage.get("firm") and passage["firm"] != passage["author"]
        else str(passage["author"])
    )


def _passage(passage: dict[str, Any]) -> list[tuple[str, str]]:
    stance, on = passage.get("stance") or "none", passage.get("stance_on")
    quotes = "<br>".join(f"“{escape(q)}”" for q in passage.get("quotes") or [])
    return [
        ("Title", _link(passage)),
        ("Published", published(passage)),
        ("Medium", escape(passage.get("medium") or "")),
        ("Role", escape(passage.get("role") or "")),
        ("Stance", escape(f"{stance} on {on}" if on else stance) if stance != "none" else ""),
        ("Trust", escape(TRUST.get(passage["trust"], passage["trust"]))),
        (
            "Passage",
            f'<span class="fn-passage">{escape(passage["text"])}</span>'
            f' <span class="fn-small">{escape(VERBATIM if passage["trust"] == "user" else PARAPHRASE)}</span>',
        ),
        ("Quotes", quotes),
        ("Id", f"<code>{escape(passage['id'])}</code>"),
    ]


def published(passage: dict[str, Any]) -> str:
    """When it was published, no more precisely than is known."""
    text = str(passage["published"])
    note = (
        f' <span class="fn-small">({escape(passage["published_note"])})</span>' if passage.get("published_note") else ""
    )
    if len(text) == 10:
        return _day(text) + note
    if len(text) == 7:
        return escape(f"{date.fromisoformat(text + '-01'):%B %Y}") + (
            note or ' <span class="fn-small">(the day is not known)</span>'
        )
    return escape(text) + (note or ' <span class="fn-small">(only the year is known)</span>')


def _link(passage: dict[str, Any]) -> str:
    """The title, as a link where the document has a web address."""
    title, url = escape(passage["title"]), str(passage.get("url") or "")
    if urlsplit(url).scheme not in ("http", "https"):
        return title
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
