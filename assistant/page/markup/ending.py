"""What stands under an answer or a commentary: its sources, what can be done with it, its notices, the disclaimer."""

from collections.abc import Sequence
from html import escape
from typing import Any

from assistant.page.markup.sources import card
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text


def doing(thread: str, language: Language) -> str:
    """What a reader can do with an answer: copy it, save it, link to its conversation."""
    addresses = {"copy": "#fn-copy", "save": "#fn-save", "link": f"?thread={thread}"}
    words = {name: escape(text(f"answer-{name}", language)) for name in addresses}
    return "".join(
        f'<a href="{escape(address)}" class="fn-{name}-answer" role="button">{words[name]}</a>'
        for name, address in addresses.items()
    )


def ending(
    warnings: Sequence[str],
    citations: Sequence[dict[str, Any]],
    turn: str,
    model: str,
    language: Language,
    own: Language | None = None,
    provenance: Sequence[str] = (),
    doing: str = "",
) -> str:
    """What stands under every answer: sources to open, notices, the disclaimer; and the sources themselves, put by.

    Where it comes from and the disclaimer stand in one line that opens; what went otherwise than wished stays in view.

    Args:
        warnings: The answer's.
        citations: The answer's.
        turn: Tells its marks from those of other answers.
        model: Who wrote it.
        language: The page's.
        own: The answer's own, in which its notices and the disclaimer are; the page's when None.
        provenance: Those of the warnings that only say where it comes from; with none all stay in view.
        doing: What can be done with the answer, as markup, beside its sources.
    """
    own = own or language
    count = len(citations)
    words = escape(text("answer-sources", language, n=count))
    sources = f'<span class="fn-open"><a href="#fn-{turn}-0" role="button">{words}</a></span>' if count else ""
    button = f'<p class="fn-doing">{sources}{doing}</p>' if sources or doing else ""
    writer = text("answer-by-builtin", own) if model == "builtin" else text("answer-by-model", own, model=model)
    cards = "".join(card(c, language) for c in citations)
    told = [w for w in warnings if w not in provenance]
    folded = [*provenance[1:], writer]
    if not provenance:
        told, folded = [*told, writer], []
    return f'{button}{_notices(told)}{_foot(provenance, folded, turn, own)}<div class="fn-store">{cards}</div>'


def _notices(told: Sequence[str]) -> str:
    return f'<ul class="fn-notices">{"".join(f"<li>{escape(w)}</li>" for w in told)}</ul>' if told else ""


def _foot(provenance: Sequence[str], folded: Sequence[str], turn: str, language: Language) -> str:
    """The disclaimer, behind the state of the data where that is known, with the rest of where it comes from folded."""
    disclaimer = escape(text("disclaimer", language))
    if not provenance:
        return f'<p class="fn-disclaimer">{disclaimer}</p>'
    return (
        f'<details class="fn-foot fn-k-{turn}-foot"><summary class="fn-disclaimer">{escape(provenance[0])} '
        f"{disclaimer}</summary>{_notices(folded)}</details>"
    )
