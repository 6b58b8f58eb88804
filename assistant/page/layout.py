"""The page's frame: the name, as of when its figures are, and one module for each tab."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.page.about import about
from assistant.page.api import build_api
from assistant.page.archive import build_archive
from assistant.page.ask import build_ask
from assistant.page.blocks.fetching import Fetched, fault_line, fetching_line, gather, state_line
from assistant.page.blocks.language_switch import switch
from assistant.page.blocks.text import markup_block
from assistant.page.brief import build_brief
from assistant.page.calls import build_calls
from assistant.page.check import build_check
from assistant.page.dashboard import build_dashboard
from assistant.page.definitions import build_definitions
from assistant.page.library import build_library
from assistant.page.visitors import Visitors
from assistant.program import Program
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text


def theme() -> gr.themes.Base:
    """Gradio's plainest theme on fonts that every system has: nothing is fetched from a font service."""
    sans = [
        gr.themes.Font(name)
        for name in (
            "system-ui",
            "-apple-system",
            "Segoe UI",
            "Roboto",
            "Helvetica Neue",
            "Arial",
            "PingFang SC",
            "Microsoft YaHei",
            "Noto Sans CJK SC",
            "sans-serif",
        )
    ]
    mono = [gr.themes.Font(name) for name in ("ui-monospace", "Menlo", "Consolas", "monospace")]
    return gr.themes.Base(
        font=sans, font_mono=mono, primary_hue=gr.themes.colors.blue, neutral_hue=gr.themes.colors.stone
    )


SCRIPTS = ("page.js", "answer.js", "library.js")
SCRIPT_WORDS = (
    "close", "sources", "no-sources", "press", "not-whole", "footnote", "too-large-check", "unreadable",
    "inks-hover", "too-large-library", "unreadable-library", "nothing-to-copy", "copied", "refused", "delete", "remove",
)  # fmt: skip


def head(language: Language) -> str:
    """What goes into the page's head: our scripts and their words, and no icon to ask for."""
    places = {name: f"%{name}%" for name in ("n", "name", "size")}  # the script puts values there
    words = {name: text(f"js-{name}", language, **places) for name in SCRIPT_WORDS} | {"lang": language}
    told = json.dumps(words, ensure_ascii=False)
    script = "\n".join(Path(__file__).with_name(n).read_text(encoding="utf-8") for n in SCRIPTS)
    return f'<meta name="color-scheme" content="light dark"><script>const fnWords = {told};\n{script}</script>'


def build_blocks(program: Program, visitors: Visitors, language: Language) -> gr.Blocks:
    """The whole page.

    Args:
        program: What answers.
        visitors: Knows who asks.
        language: Whose words. What other programs call stands on the English page alone.
    """

    def named(name: str) -> str:
        return text(f"tab-{name}", language)

    with gr.Blocks(title="Footnote", analytics_enabled=False, fill_width=True) as blocks:
        with gr.Row(elem_classes="fn-header"):
            markup_block('<h1 class="fn-name">Footnote</h1>', elem_classes="fn-title")
            looking = f'<p class="fn-state" role="status">{escape(text("looking", language))}</p>'
            state = markup_block(looking, elem_id="fn-state")
            as_of = gr.Textbox(
                placeholder=text("as-of-latest", language), label=text("as-of-label", language), info=None,
                max_length=20, elem_id="fn-as-of", lines=1, max_lines=1,
            )  # fmt: skip
            markup_block(switch(language), elem_id="fn-language")
        with gr.Tabs(elem_classes="fn-tabs"):
            with gr.Tab(named("ask"), id="ask"):
                build_ask(program, visitors, state, as_of, language)
            with gr.Tab(named("commentary"), id="commentary") as tab:
                build_brief(program, tab, state, as_of, language)
            with gr.Tab(named("archive"), id="archive") as tab:
                build_archive(program, tab, language)
            with gr.Tab(named("dashboard"), id="dashboard") as tab:
                build_dashboard(program, tab, state, as_of, language)
            with gr.Tab(named("check"), id="check"):
                build_check(program, visitors, as_of, language)
            with gr.Tab(named("library"), id="library") as tab:
                build_library(program, visitors, tab, language)
            with gr.Tab(named("calls"), id="calls") as tab:
                build_calls(program, visitors, tab, as_of, language)
            with gr.Tab(named("about"), id="about") as tab:
                markup_block(about(language), elem_classes="fn-about")
                build_definitions(tab, language)

        def look(day: str) -> Iterator[str]:
            """The line about the data, as it is fetched."""
            try:
                for item in gather(program, day or ""):
                    yield fetching_line(item, language) if isinstance(item, Fetched) else state_line(item, language)
            except Exception as error:  # noqa: BLE001 (said on the page, and logged where it wasn't foreseen)
                yield fault_line(error, language)

        if language == "en":
            build_api(program, visitors)
        quiet: dict[str, Any] = {"outputs": state, "show_progress": "hidden", "api_visibility": "private"}
        blocks.load(look, as_of, **quiet)
        gr.on([as_of.submit, as_of.blur], look, as_of, trigger_mode="always_last", **quiet)
    return blocks
