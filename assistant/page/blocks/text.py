"""Text on the page: markup that our code wrote, and the panel of an answer's sources."""

from typing import Any

import gradio as gr


def panel() -> None:
    """The panel that lists an answer's sources; the page's script fills it."""
    with gr.Column(elem_classes="fn-side"):
        markup_block('<section class="fn-panel"></section>')


def markup_block(value: str = "", **names: Any) -> gr.Markdown:
    """Markup that our code wrote, which Gradio sanitises once more on its way into the page."""
    return gr.Markdown(value, sanitize_html=True, latex_delimiters=[], container=False, padding=False, **names)
