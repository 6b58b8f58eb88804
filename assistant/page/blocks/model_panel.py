"""Which model writes, why, and what the last answer cost."""

from functools import partial
from html import escape
from typing import Any

import gradio as gr

from assistant.conversation.answer import Answer
from assistant.settings import BUILTIN, Prices, Settings
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from assistant.writing.endpoint import endpoint_configured, endpoint_name

WRITER = "Built-in writer"  # what the choice of it sends, whatever it is called on the page


def why(settings: Settings, language: Language) -> str:
    """Which model writes and why, in a sentence."""
    told = partial(text, language=language, model=settings.model, endpoint=endpoint_name())
    if settings.model == BUILTIN:
        return told("model-builtin-chosen" if endpoint_configured() else "model-builtin-alone")
    return told("model-endpoint" if endpoint_configured() else "model-no-endpoint")


def cost(answer: Answer, prices: Prices | None = None, language: Language = "en") -> str:
    """What an answer cost: tokens as the endpoint counts them, dollars where its provider's prices are known."""
    used = answer.usage
    if not used["input_tokens"] and not used["output_tokens"]:
        return text("cost-none", language)
    cached = used.get("cached_tokens", 0)
    tokens = text(
        "cost-tokens", language, read=used["input_tokens"], written=used["output_tokens"],
        cached=text("cost-cached", language, n=cached) if cached else "",
    )  # fmt: skip
    if prices is None:
        return tokens
    parts = zip(prices, (used["input_tokens"] - cached, cached, used["output_tokens"]), strict=True)
    dollars = sum(price * count for price, count in parts) / 1e6
    return text("cost-priced", language, tokens=tokens, dollars=f"{dollars:.4f}")


def build_model_panel(settings: Settings, markup_block: Any, language: Language) -> tuple[gr.Radio, gr.Markdown]:
    """Lays out the fold: the choice where there is one, and the line that says what is active and what it cost."""
    choices = [settings.model] if settings.model != BUILTIN and endpoint_configured() else []
    with gr.Accordion(text("model-fold", language), open=False, elem_id="fn-model-fold", elem_classes="fn-fold"):
        pick = gr.Radio(
            [*((c, c) for c in choices), (text("model-builtin", language), WRITER)],
            value=(choices or [WRITER])[0],
            label=text("model-who", language),
            visible=bool(choices),
            elem_id="fn-model",
        )
        line = markup_block(told(settings, None, language), elem_id="fn-model-line")
    return pick, line


def told(settings: Settings, answer: Answer | None, language: Language = "en") -> str:
    """The fold's line."""
    words = why(settings, language)
    if answer:
        paid, writer = cost(answer, settings.prices, language), answer.identity or answer.model
        if writer == BUILTIN:
            writer = text("writer-builtin", language)
        words = text("model-last", language, why=words, writer=writer, cost=paid)
    return f'<p class="fn-small">{escape(words)}</p>'
