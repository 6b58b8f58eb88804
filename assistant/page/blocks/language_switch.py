"""The switch between the page's languages."""

from html import escape

from assistant.statements.sentence_parts import Language

# Each by its own name, on both pages: who looks for a language can read that.
NAMES: dict[Language, str] = {"en": "English", "zh": "中文"}


def switch(language: Language) -> str:
    """The languages, those that aren't the page's as links; the server keeps what is pressed."""
    names = [
        f'<span class="fn-here">{escape(name)}</span>'
        if key == language
        else f'<a href="/?lang={key}">{escape(name)}</a>'
        for key, name in NAMES.items()
    ]
    return f'<p class="fn-language">{" | ".join(names)}</p>'
