"""The part of the page that lists every definition, with a box that narrows them down; filled when it is opened."""

from typing import Any

import gradio as gr

from tools.definitions.page import html

HEAD = (
    '<h2 class="fn-defined-head">Definitions</h2><p class="fn-small">Every figure’s formula, as the code has it.'
    " What stands in braces is a parameter.</p>"
)


def build_definitions(tab: gr.Tab) -> None:
    """Lays out the list; the page's script narrows it down to what is typed."""
    keep: dict[str, Any] = {"sanitize_html": True, "latex_delimiters": [], "container": False, "padding": False}
    gr.Markdown(HEAD, elem_classes="fn-about", **keep)
    gr.Textbox(
        label="Filter the definitions", placeholder="support, RSI, streak …", max_lines=1, elem_id="fn-filter",
        container=True,
    )  # fmt: skip
    listed = gr.Markdown(elem_id="fn-definitions", elem_classes="fn-about", **keep)
    tab.select(html, None, listed, show_progress="hidden", api_visibility="private")
