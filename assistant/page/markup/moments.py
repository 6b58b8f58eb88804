"""Days and moments as a line on the page has them, where the year goes without saying."""

from datetime import UTC, datetime

from babel.dates import format_skeleton

from assistant.statements.sentence_parts import Language

_LOCALES: dict[Language, str] = {"en": "en_GB", "zh": "zh"}


def short_day(at: datetime, language: Language) -> str:
    """``22 Jan``, ``1月22日``, in UTC."""
    return str(format_skeleton("MMMd", at.astimezone(UTC), locale=_LOCALES[language]))


def clock(at: datetime) -> str:
    """``22:30``, in UTC."""
    return f"{at.astimezone(UTC):%H:%M}"


def month(at: datetime, language: Language) -> str:
    """``January 2026``, ``2026年1月``."""
    return str(format_skeleton("yMMMM", at, locale=_LOCALES[language]))
