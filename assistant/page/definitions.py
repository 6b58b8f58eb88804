"""The part of the page that lists every definition, with a box that narrows them down; filled when it is opened."""

from html import escape
from typing import Any

import gradio as gr

from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from tools.definitions.page import html


def build_definitions(tab: gr.Tab, language: Language) -> None:
    """Lays out the list; the page's script narrows it down to what is typed."""
    keep: dict[str, Any] = {"sanitize_html": True, "latex_delimiters": [], "container": False, "padding": False}
    head, lead = (escape(text(f"definitions-{part}", language)) for part in ("heading", "lead"))
    gr.Markdown(
        f'<h2 class="fn-defined-head">{head}</h2><p class="fn-small">{lead}</p>', elem_classes="fn-about", **keep
    )
    gr.Textbox(
        label=text("definitions-filter", language), placeholder=text("definitions-placeholder", language), max_lines=1,
        elem_id="fn-filter", container=True,
    )  # fmt: skip
    listed = gr.Markdown(elem_id="fn-definitions", elem_classes="fn-about", **keep)
    tab.select(html, None, listed, show_progress="hidden", api_visibility="private")
