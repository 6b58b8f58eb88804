"""What Footnote says of itself: what it doesn't measure, hold or do, and where its figures are from."""

from datetime import date

from assistant.evidence.derived import SlotError
from assistant.statements.held import Held
from assistant.statements.sentence_parts import Part
from assistant.statements.words import listed, person, say
from assistant.understanding.vocabulary import mentions
from tools.universe import UNIVERSE

PLAIN = (
    "cant", "no_forecast", "ahead", "no_view", "no_answer", "no_advice", "no_date", "no_macro", "no_cause", "no_words",
    "nonsense", "yes", "no", "hello", "thanks", "about", "outside",
)  # fmt: skip


def itself(held: Held, name: str) -> list[Part]:
    """One of the sentences that need neither a figure nor a source."""
    return say(f"itself-{name.replace('_', '-')}", held.language)


def nothing(held: Held, year: str, month: str, day: str) -> list[Part]:
    """That there is neither a figure nor a view by a day."""
    return say("itself-nothing", held.language, day=date(int(year), int(month), int(day)))


def source(held: Held) -> list[Part]:
    """Where the prices are from, and to which session they run."""
    facts = [f for f in held.facts if f.source.publisher and not f.subject.startswith(("library.", "call.", "macro."))]
    if not facts:
        raise SlotError("the evidence holds no price")
    newest = max(facts, key=lambda f: f.as_of)
    if newest.state == "simulated":
        return say("itself-source-sample", held.language, day=newest.as_of)
    return say("itself-source", held.language, publisher=newest.source.publisher, day=newest.as_of)


def unmeasured(held: Held, names: str) -> list[Part]:
    """That something asked for by name has no bars; names are parted by semicolons."""
    wanted = [name.strip() for name in names.split(";") if name.strip()]
    if any(m.key in UNIVERSE for name in wanted for m in mentions(name)):
        raise SlotError(f"{names} is measured")
    return say("itself-unmeasured", held.language, names=listed(wanted, held.language))


def beyond(held: Held, what: str) -> list[Part]:
    """That something has no measure here, and the library is asked instead."""
    return say("itself-beyond", held.language, what=what)


def no_calls(held: Held, names: str) -> list[Part]:
    """That the library holds no dated call of somebody, who can't be right or wrong by one."""
    wanted = [person(name.strip(), held.language) for name in names.split(";") if name.strip()]
    return say("itself-no-calls", held.language, names=listed(wanted, held.language))


def unknown_person(held: Held, names: str) -> list[Part]:
    """That the library holds nothing by somebody asked for by name."""
    wanted = [person(name.strip(), held.language) for name in names.split(";") if name.strip()]
    return say("itself-unknown-person", held.language, names=listed(wanted, held.language))
