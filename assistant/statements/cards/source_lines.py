"""A source in one line of text, with its number: under an answer in a terminal, in exports."""

from typing import Any

from assistant.statements.cards.caveat_words import caveat_words
from assistant.statements.cards.metric_names import definition_words, metric_name
from assistant.statements.sentence_parts import Language
from assistant.statements.words import person, shown_as, text, text_or


def source_line(c: dict[str, Any], language: Language = "en") -> str:
    """A citation in one line.

    Args:
        c: The citation in the contract's shape, with ``n``.
        language: Whose words; names, titles and what documents say stay as they are.
    """
    if c["kind"] == "passage":
        parts = (person(str(c["author"]), language), f"“{c['title']}”", c["medium"], c["published"])
        where = text("source-line-between", language).join(part for part in parts if part)
        trust = text_or(f"source-trust-{c['trust']}", language, str(c["trust"]))
        given = {"n": str(c["n"]), "where": where, "trust": trust, "url": c["url"] or ""}
        return text("source-line-passage", language, **given).rstrip()
    caveats = text("source-line-between-caveats", language).join(caveat_words(x, language) for x in c["caveats"])
    key = str(c["key"])
    state = str(c["state"]) if language == "en" else text_or(f"state-of-{c['state']}", language, str(c["state"]))
    return text(
        "source-line-fact", language, n=str(c["n"]), key=key, value=_shown(c, language), day=str(c["as_of"]),
        name=metric_name(key.removeprefix(f"{c['subject']}."), language), state=state,
        base=text("source-line-base", language, day=str(c["base"]["session"])) if c["base"] else "",
        publisher=str(c["source"]["publisher"]), definition=definition_words(c, language),
        caveats=text("source-line-caveats", language, caveats=caveats) if caveats else "",
    )  # fmt: skip


def _shown(c: dict[str, Any], language: Language) -> str:
    return shown_as(str(c["display"]), str(c["unit"]), c["value"], language)
