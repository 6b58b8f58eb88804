"""The page's frame: the name, as of when its figures are, and one module for each tab."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.page.about import ABOUT
from assistant.page.api import build_api
from assistant.page.archive import build_archive
from assistant.page.ask import build_ask
from assistant.page.blocks.fetching import Fetched, fault_line, fetching_line, gather, state_line
from assistant.page.blocks.text import markup_block
from assistant.page.brief import build_brief
from assistant.page.calls import build_calls
from assistant.page.check import build_check
from assistant.page.dashboard import build_dashboard
from assistant.page.definitions import build_definitions
from assistant.page.library import build_library
from assistant.page.visitors import Visitors
from assistant.program import Program


def theme() -> gr.themes.Base:
    """Gradio's plainest theme on fonts that every system has: nothing is fetched from a font service."""
    sans = [
        gr.themes.Font(name)
        for name in ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
    ]
    mono = [gr.themes.Font(name) for name in ("ui-monospace", "Menlo", "Consolas", "monospace")]
    return gr.themes.Base(
        font=sans, font_mono=mono, primary_hue=gr.themes.colors.blue, neutral_hue=gr.themes.colors.stone
    )


def head() -> str:
    """What goes into the page's head: our scripts, and no icon to ask for."""
    script = "\n".join(Path(__file__).with_name(n).read_text(encoding="utf-8") for n in ("page.js", "library.js"))
    return f'<meta name="color-scheme" content="light dark"><script>{script}</script>'


def build_blocks(program: Program, visitors: Visitors) -> gr.Blocks:
    """The whole page.

    Args:
        program: What answers.
        visitors: Knows who asks.
    """
    with gr.Blocks(title="Footnote", analytics_enabled=False, fill_width=True) as blocks:
        with gr.Row(elem_classes="fn-header"):
            markup_block('<h1 class="fn-name">Footnote</h1>', elem_classes="fn-title")
            state = markup_block('<p class="fn-state" role="status">Looking at the data…</p>', elem_id="fn-state")
            as_of = gr.Textbox(
                placeholder="latest", label="As of", info=None, max_length=20, elem_id="fn-as-of", lines=1, max_lines=1
            )
        with gr.Tabs(elem_classes="fn-tabs"):
            with gr.Tab("Ask", id="ask"):
                build_ask(program, visitors, state, as_of)
            with gr.Tab("Commentary", id="commentary") as tab:
                build_brief(program, tab, state, as_of)
            with gr.Tab("Archive", id="archive") as tab:
                build_archive(program, tab)
            with gr.Tab("Dashboard", id="dashboard") as tab:
                build_dashboard(program, tab, state, as_of)
            with gr.Tab("Check", id="check"):
                build_check(program, visitors, as_of)
            with gr.Tab("Library", id="library") as tab:
                build_library(program, visitors, tab)
            with gr.Tab("Calls", id="calls") as tab:
                build_calls(program, visitors, tab, as_of)
            with gr.Tab("About", id="about") as tab:
                markup_block(ABOUT, elem_classes="fn-about")
                build_definitions(tab)

        def look(day: str) -> Iterator[str]:
            """The line about the data, as it is fetched."""
            try:
                for item in gather(program, day or ""):
                    yield fetching_line(item) if isinstance(item, Fetched) else state_line(item)
            except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
                yield fault_line(error)

        build_api(program, visitors)
        quiet: dict[str, Any] = {"outputs": state, "show_progress": "hidden", "api_visibility": "private"}
        blocks.load(look, as_of, **quiet)
        gr.on([as_of.submit, as_of.blur], look, as_of, trigger_mode="always_last", **quiet)
    return blocks
