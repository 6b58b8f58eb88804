"""A source as a card: how a figure was computed and from what, or who said what, where and when."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

from assistant.page.markup.moments import month
from assistant.page.markup.opened_document import address
from assistant.statements.cards.caveat_words import caveat_words
from assistant.statements.cards.metric_names import definition_words, metric_name
from assistant.statements.ordinals import nth
from assistant.statements.sentence_parts import Language
from assistant.statements.words import name_of, person, shown_as, spell, text, text_or
from tools.definitions import TABLES, family
from tools.fact import is_currency, show
from tools.universe import UNIVERSE


def card(citation: dict[str, Any], language: Language = "en") -> str:
    """One citation in the contract's shape, folded."""
    n = int(citation["n"])
    passage = citation["kind"] == "passage"
    title, shown = (
        (_who(citation, language), citation["published"])
        if passage
        else (fact_title(citation, language), _shown(citation, language))
    )
    rows = (
        _passage(citation, language)
        if passage
        else _derived(citation, language)
        if citation.get("derived")
        else _fact(citation, language)
    )
    body = "".join(_row(label, markup, language) for label, markup in rows if markup)
    return (
        f'<details class="fn-source fn-n-{n}"><summary><span class="fn-n">{n}</span>'
        f'<span class="fn-what">{escape(title)}</span><span class="fn-value">{escape(str(shown))}</span></summary>'
        f"<dl>{body}</dl></details>"
    )


def _shown(fact: dict[str, Any], language: Language) -> str:
    """A fact's figure as a line of the list has it; a percentile is a rank, not a share."""
    if "percentile" not in str(fact["key"]) or fact["unit"] != "fraction":
        return _figure(fact, language)
    rank = round(100 * float(fact["value"]))
    return text("card-percentile", language, nth=nth(rank) if language == "en" else str(rank))


def _figure(fact: dict[str, Any], language: Language) -> str:
    return shown_as(str(fact["display"]), str(fact["unit"]), fact["value"], language)


def fact_title(fact: dict[str, Any], language: Language = "en") -> str:
    """A fact's key in words: ``S&P 500: year to date return``."""
    if fact.get("derived"):
        return text("card-computed", language)
    label = metric_name(str(fact["key"]).removeprefix(f"{fact['subject']}."), language)
    subject = str(fact["subject"])
    if subject.startswith("record."):
        whose = str(fact["reading"])
    elif subject.startswith("library."):
        whose = str(fact["inputs"][0]["field"])
        whose = whose[:1].upper() + whose[1:]
    else:
        own = str(fact.get("name") or "").removeprefix("the ")  # of a subject outside the universe
        whose = own or subject_name(subject, language)
    return text("card-title", language, subject=whose, label=label)


def subject_name(subject: str, language: Language) -> str:
    """A subject's key in words; a pair's is both."""
    if subject.startswith("call."):
        return text("card-call", language, name=subject.removeprefix("call.").replace("_", "-"))
    first, _, second = subject.partition("_vs_")
    names = [
        name_of(k, language).removeprefix("the ")
        if k in UNIVERSE
        else text_or(f"subject-of-{k}", language, k.replace("_", " "))
        for k in (first, second)
        if k
    ]
    told = text("pair", language, first=names[0], second=names[1]) if second else names[0]
    return told[:1].upper() + told[1:]


def _day(told: str, language: Language) -> str:
    return escape(spell(date.fromisoformat(told), language))


def _field(name: str, language: Language) -> str:
    """A bar's field, or an indicator's name, in words."""
    return escape(text_or(f"field-{name.replace('_', '-')}", language, name.replace("_", " ")))


def _fact(fact: dict[str, Any], language: Language) -> list[tuple[str, str]]:
    own = fact["unit"] if is_currency(fact["unit"]) else "index points"
    unit = UNIVERSE[fact["subject"]].unit if fact["subject"] in UNIVERSE else own
    base = fact.get("base")
    from_base = (
        text(
            "card-base", language, day=_day(base["session"], language), field=_field(base["field"], language),
            value=escape(show(base["value"], unit)),
        )
        if base
        else ""
    )  # fmt: skip
    return [
        ("card-value", f"{escape(_rank(fact, language))}{_exact(fact, language)}"),
        ("card-reading", escape(_reading(fact.get("reading") or "", language))),
        ("card-as-of", _day(fact["as_of"], language)),
        ("card-measured-from", from_base),
        ("card-worked-out", escape(fact.get("working") or "")),
        ("card-from", _arithmetic(fact, language)),
        ("card-definition", escape(definition_words(fact, language))),
        ("card-sessions", _sessions(fact.get("dates") or [], language)),
        ("card-cases", f"{fact['cases']:,}" if fact.get("cases") else ""),
        ("card-caveats", "<br>".join(escape(caveat_words(c, language)) for c in fact.get("caveats") or [])),
        ("card-inputs", "<br>".join(_input(i, language) for i in fact["inputs"])),
        *_origin(fact, language),
        ("card-recompute", _recompute(fact)),
        ("card-key", text("card-key-id", language, key=_code(fact["key"]), id=_code(fact["id"]))),
    ]


def _recompute(fact: dict[str, Any]) -> str:
    """The command that computes a figure of the catalogue again; what a measure answered has no key to ask for."""
    metric = str(fact["key"]).removeprefix(f"{fact['subject']}.")
    try:
        known = family(metric)[0]
    except KeyError:
        return ""
    if known in TABLES["Measures"] or fact["subject"] not in UNIVERSE:
        return ""
    data = " --data sample" if fact["state"] == "simulated" else ""
    return _code(f"footnote facts {fact['key']} --as-of {fact['as_of']}{data}")


def _code(told: str) -> str:
    return f"<code>{escape(told)}</code>"


def _reading(reading: str, language: Language) -> str:
    """A fact's reading, in the language's words where it has them."""
    if language == "en" or not reading:
        return reading
    return text_or(f"reading-{re.sub('[^a-z0-9]+', '-', reading.lower()).strip('-')}", language, reading)


def _arithmetic(fact: dict[str, Any], language: Language) -> str:
    """The values that a figure was worked out from, where they are few: session, field and value of each."""
    used = fact.get("arithmetic") or []
    if len(used) < 2 and not fact.get("working"):
        return ""  # the figure is that value itself
    return "<br>".join(
        text(
            "card-used", language, symbol=escape(u["symbol"]), field=_field(u["field"], language),
            day=_day(u["session"], language),
            value=f"{u['value']:,.6g}" if abs(u["value"]) < 1000 else f"{u['value']:,.2f}",
        )
        for u in used
    )  # fmt: skip


_CARRIED = {
    "card-as-of", "card-measured-from", "card-definition", "card-computed-as", "card-title-of", "card-published",
}  # fmt: skip


def _row(label: str, markup: str, language: Language) -> str:
    """A line of a card; what goes along with a copied answer is told apart for the script."""
    carried = ' class="fn-carried"' if label in _CARRIED else ""
    return f"<dt>{escape(text(label, language))}</dt><dd{carried}>{markup}</dd>"


def _rank(fact: dict[str, Any], language: Language) -> str:
    shown, figure = _shown(fact, language), _figure(fact, language)
    return shown if shown == figure else text("card-rank", language, rank=shown, share=figure)


def _exact(fact: dict[str, Any], language: Language) -> str:
    """The stored value beside the one shown, where the two are written differently."""
    if fact["unit"] in ("date", "sessions", "count"):
        return ""
    # Kept as the contract has it: less one return from another, and no share of anything.
    unit = str(fact["unit"])
    stored = text("card-stored-unit", language, value=str(fact["value"]), unit=unit.replace(" ", "-"), name=unit)
    return f' <span class="fn-small">{escape(text("card-stored", language, value=stored))}</span>'


def _sessions(days: Sequence[str], language: Language) -> str:
    if not days:
        return ""
    ends = {"first": _day(days[0], language), "last": _day(days[-1], language)}
    if len(days) == 1:
        return ends["first"]
    return text("card-two-sessions" if len(days) == 2 else "card-many-sessions", language, **ends, n=len(days))


def _input(source: dict[str, Any], language: Language) -> str:
    digest = text("card-digest", language, digest=_code(source["digest"]))
    return text(
        "card-input", language, symbol=escape(source["symbol"]), field=_field(source["field"], language),
        first=escape(source["first"]), last=escape(source["last"]), digest=f'<span class="fn-small">{digest}</span>',
    )  # fmt: skip


def _origin(fact: dict[str, Any], language: Language) -> list[tuple[str, str]]:
    retrieved = datetime.fromisoformat(fact["source"]["retrieved_at"])
    age = int(fact.get("age") or 0)
    state = text_or(f"state-of-{fact['state']}", language, str(fact["state"]))
    publisher, at = escape(fact["source"]["publisher"]), f"{retrieved:%Y-%m-%d %H:%M:%S}"
    return [
        ("card-source", text("card-retrieved", language, publisher=publisher, at=at)),
        ("card-state", text("card-state-behind" if age else "card-state-now", language, state=escape(state), n=age)),
    ]


def _derived(fact: dict[str, Any], language: Language) -> list[tuple[str, str]]:
    parts = [
        text(
            "card-part", language, title=escape(fact_title(p, language)), figure=escape(_figure(p, language)),
            day=_day(p["as_of"], language),
        )
        for p in fact["inputs"]
    ]  # fmt: skip
    return [
        ("card-value", escape(_figure(fact, language))),
        ("card-as-of", _day(fact["as_of"], language)),
        ("card-computed-as", _code(fact["derived"])),
        ("card-from", "<br>".join(parts)),
        ("card-caveats", "<br>".join(escape(caveat_words(c, language)) for c in fact.get("caveats") or [])),
        *_origin(fact, language),
    ]


def _who(passage: dict[str, Any], language: Language) -> str:
    author = person(str(passage["author"]), language)
    if not passage.get("firm") or passage["firm"] == passage["author"]:
        return author
    return text("card-author-firm", language, author=author, firm=str(passage["firm"]))


def stance_words(stance: str, on: str | None, language: Language) -> str:
    """``bearish on small caps``; empty for no stance."""
    if stance == "none":
        return ""
    told = text_or(f"stance-of-{stance}", language, stance)
    subject = text_or(f"on-{re.sub('[^a-z]+', '-', on.lower())}", language, on) if on and language != "en" else on
    return text("stance-on", language, stance=told, on=str(subject)) if on else told


def _passage(passage: dict[str, Any], language: Language) -> list[tuple[str, str]]:
    stance, on = passage.get("stance") or "none", passage.get("stance_on")
    quotes = "<br>".join(f"“{escape(q)}”" for q in passage.get("quotes") or [])
    kind = text("passage-verbatim" if passage["trust"] == "user" else "passage-paraphrase", language)
    return [
        ("card-title-of", _link(passage)),
        ("card-published", published(passage, language)),
        ("card-medium", escape(passage.get("medium") or "")),
        ("card-role", escape(passage.get("role") or "")),
        ("card-stance", escape(stance_words(stance, on, language))),
        ("card-trust", escape(text_or(f"trust-{passage['trust']}", language, passage["trust"]))),
        (
            "card-passage",
            f'<span class="fn-passage">{escape(passage["text"])}</span> <span class="fn-small">{escape(kind)}</span>',
        ),
        ("card-quotes", quotes),
        ("card-page", escape(str(passage.get("page") or ""))),
        ("card-in-document", _in_document(passage, language)),
        ("card-id", _code(passage["id"])),
    ]


def _in_document(passage: dict[str, Any], language: Language) -> str:
    """What opens the document at the passage, in the card; without a script, beside the page."""
    where = address(passage, language)
    if not where:
        return ""
    said = escape(text("card-open-document", language))
    return f'<a class="fn-open-document" href="{escape(where)}" target="_blank" rel="noopener noreferrer">{said}</a>'


def published(passage: dict[str, Any], language: Language = "en") -> str:
    """When it was published, no more precisely than is known."""
    told = str(passage["published"])
    note = passage.get("published_note")
    if len(told) == 10:
        return _day(told, language) + (_small(f"({note})") if note else "")
    if len(told) == 7:
        shown = escape(month(datetime.fromisoformat(f"{told}-01"), language))
        return shown + _small(f"({note})" if note else text("published-month", language))
    return escape(told) + _small(f"({note})" if note else text("published-year", language))


def _small(words: str) -> str:
    return f' <span class="fn-small">{escape(words)}</span>'


def _link(passage: dict[str, Any]) -> str:
    """The title, as a link where the document has a web address."""
    title, url = escape(passage["title"]), str(passage.get("url") or "")
    if urlsplit(url).scheme not in ("http", "https"):
        return title
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
