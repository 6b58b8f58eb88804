"""The tab that says what the rules are."""

from html import escape

from assistant.statements.sentence_parts import Language
from assistant.statements.words import text

SAID = ("about-figures", "about-withheld", "about-closes", "about-views")


def about(language: Language) -> str:
    """The rules, and what the page isn't."""

    def told(message: str, tag: str = "p") -> str:
        return f"<{tag}>{escape(text(message, language))}</{tag}>"

    rules = "".join(told(message) for message in SAID)
    return (
        f'<div class="fn-prose">{told("about-heading", "h2")}{rules}{told("about-not-heading", "h2")}'
        f"{told('about-not')}</div>"
    )
