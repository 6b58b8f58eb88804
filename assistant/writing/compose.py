"""The built-in writer's prose: from what was asked and the evidence held, a draft with slots and passage ids.

It leads with the answer, gives what carries it and what speaks against it, and stops. Its drafts go through the
same gate as any model's, so that a sentence written wrongly here is withheld like any other.
"""

import re
from datetime import date

from assistant.evidence.ledger import Ledger
from assistant.evidence.names import called
from assistant.statements.about_itself import AHEAD, CANT, NO_ADVICE, NO_ANSWER, NO_FORECAST, NO_VIEW
from assistant.statements.catalogue import measured_names
from assistant.statements.names import listed, name_of
from assistant.understanding.question import Asked, whole_period
from assistant.writing import rally_questions, telling_views
from assistant.writing.narrow_questions import AROUND, direct
from assistant.writing.plan import of_rsi
from assistant.writing.prose import Prose
from tools.data.likeness import extras
from tools.fact import spell_date
from tools.universe import subject_for

CALM, TENSE = 15, 20
LONGEST = 6  # sentences on measures in one answer


def compose(asked: Asked, ledger: Ledger, as_of: date) -> list[str]:
    """The draft, a sentence each.

    Args:
        asked: What the question asks.
        ledger: The evidence of this turn.
        as_of: The date of the answer.

    Returns:
        At least one sentence; what it can't answer it says.
    """
    prose = Prose(ledger, asked.day or as_of, asked.horizon, whole_period(asked))
    out = _cannot(asked)
    if asked.measures and (told := measured_names(ledger)):
        return [*out, *(f"{{say {name}}}" for name in told[:LONGEST])]
    if "change" in asked.topics:
        return telling_views.changes(prose) or [NO_VIEW]
    if "record" in asked.topics:
        return telling_views.records(prose) or [NO_VIEW]
    if ("strength" in asked.topics or asked.advice) and prose.fact("rut_vs_spx.spread_1d"):
        return [s for s in [*out, *_strength(prose), *telling_views.views(prose, asked)] if s]
    measured = {f.subject for f in ledger.facts}
    lost = [s for s in asked.symbols if subject_for(s).key not in measured and not _is_called(s, ledger)]
    out += [f"Footnote doesn't measure {listed(lost)}; there are no bars of it."] if lost else []
    answer = direct(prose, asked.words) if not asked.people else []
    around = AROUND if answer else None
    themed = _themed(prose, asked, as_of)
    if themed:
        themed = [*answer, *[s for s in themed if s not in answer][:around]]
        return [s for s in [*out, *themed, *(telling_views.views(prose, asked) if ledger.passages else [])] if s]
    if "definition" in asked.topics:
        out += telling_views.views(prose, asked)
    measured_told = _measured(prose, asked, ledger)
    out += [*answer, *[s for s in measured_told if s not in answer][:around]]
    views = telling_views.views(prose, asked) if "definition" not in asked.topics else []
    out += views
    if asked.people and not views:
        out.append(NO_VIEW)
    if asked.outside and not views:
        out.append(NO_ANSWER)
    if not [s for s in out if s] and (asked.topics or asked.subjects):
        out.append(f"Footnote has no figure and no view on that by {spell_date(as_of)}.")
    return [s for s in out if s] or [CANT]


def _is_called(name: str, ledger: Ledger) -> bool:
    """Whether a subject held goes by a name: that of an index or a company, found by a search."""
    return any(extras(name, held, kind) is not None for held in called(ledger.names) for kind in ("index", "equity"))


def _measured(prose: Prose, asked: Asked, ledger: Ledger) -> list[str]:
    """What was measured: pairs, levels, averages and momentum, sectors, volatility."""
    out: list[str] = []
    pairs = [f.subject for f in ledger.facts if f.metric == "spread_1d" and not f.subject.startswith("style.")]
    levels = [
        s for s in dict.fromkeys(f.subject for f in ledger.facts if f.metric == "return_5d") if s not in ("vix", "tnx")
    ]
    out += [*(f"{{say {name}}}" for name in measured_names(ledger)), *prose.whole(levels)]
    for pair in dict.fromkeys(pairs):
        first, second = pair.split("_vs_")
        lagging = next((k for k in asked.subjects if k in (first, second)), "") if _LAGS.search(asked.words) else ""
        if lagging and len(asked.subjects) < 3:
            out += rally_questions.against(prose, pair, lagging, asked.horizon)
        elif not asked.start:
            out += prose.rotation(first, second, main=pair == pairs[0])
    average = re.search(r"\b(20|50|200)[- ]?(?:day|session)s?\b", asked.words)
    held = dict.fromkeys(f.subject for f in ledger.facts if f.metric == "rsi_14")
    out += [s for key in held if average for s in prose.average(key, average[1])]
    out += prose.levels(levels, after_rotation=bool(pairs))
    out += [s for key in held if not average for s in prose.momentum(key)]
    return out + prose.sectors() + prose.volatility(asked.subjects)


_LAGS = re.compile(
    r"\b(?:lag|lags|lagging|lagged|trailing|behind|ahead|leading|did better|doing better|beating)\b", re.I
)


def _themed(prose: Prose, asked: Asked, as_of: date) -> list[str]:
    """The answer to a question of one of the themes; empty for any other."""
    topics, out = set(asked.topics), []
    if asked.start or "definition" in topics:
        return []
    subject = next((f.subject for f in prose.facts if f.metric == "rsi_14" and "_vs_" not in f.subject), "rut")
    if "verdict" in topics and prose.fact("rotation.verdict.tests_1d"):
        out += [rally_questions.say(f"rotation.verdict{column}") for column in ("", ".1d", ".ytd")]
    if "quality" in topics and not asked.people:
        out += rally_questions.quality(prose)
    if "value" in topics:
        out += [*rally_questions.value(prose), *prose.sectors()[:2]]
    if asked.stretched:
        out += rally_questions.stretched(prose, subject)
    if "breaking" in topics:
        out += rally_questions.breaking(prose)
    elif "support" in topics:
        out += rally_questions.support(
            prose, next((f.subject for f in prose.facts if f.metric == "support.1"), "rut"), asked.words
        )
    if "base_rates" in topics:
        out += rally_questions.base_rates(prose, of_rsi(asked.words))
    if "breadth" in topics:
        out += rally_questions.breadth(prose)
    if "due" in topics:
        out += rally_questions.due(prose, asked, as_of)
    return out


def _cannot(asked: Asked) -> list[str]:
    """What of the question Footnote doesn't answer, said first."""
    out = [NO_ADVICE] if asked.advice else [NO_FORECAST] if asked.forecast and not asked.outside else []
    out = out or ([AHEAD] if asked.ahead else [])
    if asked.unmeasured:
        out.append(
            f"Footnote doesn't measure {listed(list(asked.unmeasured))}; what the library holds on the question follows."
        )
    return out


def _strength(prose: Prose) -> list[str]:
    """How strong the rotation is: the run and the record that carry it, the year, and what speaks against it."""
    pair, a, b = "rut_vs_spx", name_of("rut"), name_of("spx")
    wide = prose.rotation("rut", "spx")
    return [
        prose.streak(pair, a, b),
        *prose.levels(["rut", "spx", "comp"], after_rotation=True),
        *[s for s in wide[1:] if s.startswith("Over 20 sessions")],
        *(
            [rally_questions.say("rotation.verdict")]
            if prose.fact("rotation.verdict.small_vs_nasdaq.ytd")
            else prose.rotation("rut", "comp", main=False)
        ),
        *prose.momentum("rut")[:1],
        *prose.volatility()[:1],
    ]
