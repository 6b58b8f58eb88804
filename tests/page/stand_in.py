"""A page whose answers a test chooses: ``python -m tests.page.stand_in hostile http://127.0.0.1:PORT`` or ``… slow``."""

import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from assistant.conversation.answer import Answer, Footnotes, Sentence
from assistant.conversation.events import Event, Said, ToolStep
from assistant.page.serving.start import serve
from assistant.settings import Settings, read_settings
from assistant.writing.prompts import VERSION
from corpus.document import Passage

SLOW_SECONDS = 1.0
LONG_SECONDS = 15.0
_ALL_ASKING = threading.Barrier(50, timeout=90)


def attacks(target: str) -> list[str]:
    """What a model or a document might write to make a reader's browser fetch something, run something, or look away."""
    return [
        f"![]({target}/markdown.png)",
        f'<img src="{target}/img.png">',
        f"<img src={target}/bare.png onerror=fetch('{target}/onerror')>",
        f'<script>fetch("{target}/script")</script>',
        f'<svg><image href="{target}/svg.png"/></svg>',
        f'<link rel="stylesheet" href="{target}/style.css"><style>@import "{target}/import.css";</style>',
        f'<div style="background:url({target}/background.png)">x</div>',
        f'<iframe src="{target}/frame"></iframe><object data="{target}/object"></object>',
        f'<video src="{target}/video.mp4" autoplay></video><audio src="{target}/audio.mp3" autoplay></audio>',
        "[press](javascript:alert(1))",
        f"$$\\includegraphics{{{target}/latex.png}}$$",
        f"\n\n![block]({target}/block.png)\n\n",
    ]


def _hostile(target: str) -> Iterator[Event]:
    texts = attacks(target)
    passage = Passage.model_construct(
        id="x-2026-01-01", document="x", text=" ".join(texts), start=0, end=1, author=texts[1], firm=texts[0], role=texts[2], published="2026-01-01",
        title=texts[3], url="javascript:alert(1)", trust="unverified", quotes=(texts[4],), medium=texts[5], stance="bearish", stance_on=texts[6],
    )  # fmt: skip
    footnotes = Footnotes()
    number = footnotes.number(passage)
    answer = Answer(
        texts[1],
        "2026-01-22",
        "sample",
        texts[1],
        "t",
        footnotes=footnotes,
        warnings=list(texts),
        prompt_version=VERSION,
    )
    yield ToolStep("1", texts[1], {"question": texts[0]}, 3, "\n".join(texts))
    for text in texts:
        answer.sentences.append(Sentence(text, ((len(text), number),)))
        yield Said(answer.sentences[-1])
    yield answer


def _slow(_target: str) -> Iterator[Event]:
    time.sleep(SLOW_SECONDS)
    sentence = Sentence("It took its time.", ())
    yield Said(sentence)
    yield Answer("?", date(2026, 1, 22).isoformat(), "sample", "builtin", "t", [sentence])


def _long(_target: str) -> Iterator[Event]:
    """An answer that keeps its seat for as long as a crowd needs to arrive."""
    time.sleep(LONG_SECONDS)
    yield from _slow(_target)


def _together(_target: str) -> Iterator[Event]:
    """Answers once fifty people are being answered at the same time; fewer at a time get none."""
    _ALL_ASKING.wait()
    sentence = Sentence("All fifty were asking.", ())
    yield Said(sentence)
    yield Answer("?", date(2026, 1, 22).isoformat(), "sample", "builtin", "t", [sentence])


def main(kind: str, target: str = "") -> int:
    """Serves the page over a program whose answers are of a kind."""
    from assistant.program import Program

    class StandIn(Program):
        def ask(self, question: str, **_: Any) -> Iterator[Event]:
            return {"hostile": _hostile, "slow": _slow, "long": _long, "together": _together}[kind](target)

    import assistant.program

    assistant.program.Program = StandIn  # type: ignore[misc]
    settings: Settings = read_settings()
    return serve(settings, settings.host, settings.port)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
