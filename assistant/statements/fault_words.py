"""What went wrong, in the reader's language: what tools say in English, where the language has words for its kind."""

from assistant.statements.sentence_parts import Language
from assistant.statements.words import has_words, text
from tools.errors import MarketDataError, RateLimited, SourceDown, SymbolNotFound, Unreachable

# Outages have many causes, each named by its source: told by class, with the cause as the source words it.
_OUTAGES = {
    Unreachable: "fault-unreachable", RateLimited: "fault-rate-limited", SourceDown: "fault-source-down",
    SymbolNotFound: "fault-symbol",
}  # fmt: skip


def fault_words(error: Exception, language: Language) -> str:
    """What happened and what to do, as sentences.

    Args:
        error: One that a reader is told of.
        language: Whose words; what has none in it stands in English.
    """
    message, hint = getattr(error, "message", str(error)), getattr(error, "hint", "")
    if language != "en":
        kind = f"fault-{getattr(error, 'kind', '')}"
        if has_words(kind, language):
            return text(kind, language, **error.given)  # type: ignore[attr-defined]
        if isinstance(error, MarketDataError) and (outage := _OUTAGES.get(type(error))):
            return text(outage, language, cause=message.rstrip("."))
    return f"{message.rstrip('.')}. {hint}".strip()
