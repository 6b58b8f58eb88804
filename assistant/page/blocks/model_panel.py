"""Which model writes, why, and what the last answer cost."""

from html import escape
from typing import Any

import gradio as gr

from assistant.conversation.answer import Answer
from assistant.settings import BUILTIN, Prices, Settings
from assistant.writing.endpoint import endpoint_configured, endpoint_name

WRITER = "Built-in writer"


def why(settings: Settings) -> str:
    """Which model writes and why, in a sentence."""
    if settings.model == BUILTIN and endpoint_configured():
        return f"The built-in writer, because FOOTNOTE_MODEL says so; an endpoint is configured at {endpoint_name()}."
    if settings.model == BUILTIN:
        return (
            "The built-in writer: deterministic, at no cost. No endpoint is configured: set OPENAI_API_KEY, or"
            " OPENAI_BASE_URL for a server of your own, and FOOTNOTE_MODEL for its model."
        )
    if not endpoint_configured():
        return f"FOOTNOTE_MODEL is {settings.model}, but no endpoint is configured, so the built-in writer answers."
    return f"{settings.model} at {endpoint_name()}; where it fails, the built-in writer finishes and says so."


def cost(answer: Answer, prices: Prices | None = None) -> str:
    """What an answer cost: tokens as the endpoint counts them, dollars where its provider's prices are known."""
    used = answer.usage
    if not used["input_tokens"] and not used["output_tokens"]:
        return "no tokens"
    cached = f", {used['cached_tokens']:,} of them cached" if used.get("cached_tokens") else ""
    tokens = f"{used['input_tokens']:,} tokens read{cached}, {used['output_tokens']:,} written"
    if prices is None:
        return tokens
    fresh = used["input_tokens"] - used.get("cached_tokens", 0)
    parts = zip(prices, (fresh, used.get("cached_tokens", 0), used["output_tokens"]), strict=True)
    return f"{tokens}: ${sum(price * count for price, count in parts) / 1e6:.4f} at your FOOTNOTE_PRICES"


def build_model_panel(settings: Settings, markup_block: Any) -> tuple[gr.Radio, gr.Markdown]:
    """Lays out the fold: the choice where there is one, and the line that says what is active and what it cost."""
    choices = [settings.model] if settings.model != BUILTIN and endpoint_configured() else []
    with gr.Accordion("Model and cost", open=False, elem_id="fn-model-fold", elem_classes="fn-fold"):
        pick = gr.Radio(
            [*choices, WRITER],
            value=(choices or [WRITER])[0],
            label="Who writes",
            visible=bool(choices),
            elem_id="fn-model",
        )
        line = markup_block(told(settings, None), elem_id="fn-model-line")
    return pick, line


def told(settings: Settings, answer: Answer | None) -> str:
    """The fold's line."""
    last = (
        f" The last answer was written by {answer.identity or answer.model} and cost {cost(answer, settings.prices)}."
        if answer
        else ""
    )
    return f'<p class="fn-small">{escape(why(settings) + last)}</p>'
