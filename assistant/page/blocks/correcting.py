"""Under a checked text: pick a claim, say how it was meant, and have it judged again."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from assistant.checker.corrected import CorrectionError, corrected, judged_again
from assistant.checker.past import Past
from assistant.checker.report import Report
from assistant.evidence.source import BadDate, Evidence
from assistant.page.markup.shelf import fault
from assistant.statements.sentence_parts import Language
from assistant.statements.words import text

SHOWN = 70  # characters of a claim in the list


class Correcting:
    """The row of a correction.

    Args:
        language: The page's.
        evidence: Gathers the evidence that a report was made from.
        markup: A report as markup.
    """

    def __init__(
        self, language: Language, evidence: Callable[[str, str], Evidence], markup: Callable[[Report], str]
    ) -> None:
        self.language, self._evidence, self._markup = language, evidence, markup
        self.report: gr.State = gr.State(None)
        with gr.Row(elem_classes="fn-bar fn-correct", visible=False, elem_id="fn-correct") as self.row:
            self.claim = gr.Dropdown(
                [], label=text("correct-claim", language), elem_id="fn-correct-claim", container=False, scale=2
            )
            self.subject, self.window, self.day = (
                gr.Textbox(
                    placeholder=text(f"correct-{name}", language), label=text(f"correct-{name}", language),
                    show_label=False, container=False, elem_id=f"fn-correct-{name}", scale=1,
                )
                for name in ("subject", "window", "day")
            )  # fmt: skip
            self.button = gr.Button(text("correct-run", language), elem_id="fn-correct-run")

    @property
    def shown(self) -> list[Any]:
        """What a check's end fills."""
        return [self.report, self.row, self.claim]

    def offer(self, report: Report) -> dict[Any, Any]:
        """The claims that may be corrected, after a check."""
        choices = self._choices(report)
        return {
            self.report: report,
            self.row: gr.update(visible=bool(choices)),
            self.claim: gr.update(choices=choices, value=choices[0][1] if choices else None),
        }

    def _choices(self, report: Report) -> list[tuple[str, int]]:
        return [
            (f"{n}. {' '.join(c.claim.text.split())[:SHOWN]}", n - 1)
            for n, c in enumerate(report.checked, 1)
            if c.claim.kind != "none" and not c.claim.stance
        ]

    def judge(self, report: Report | None, place: int | None, subject: str, window: str, day: str, visitor: str) -> Any:
        """The line to show, and the new report with its markup; both stay where the correction says nothing."""
        if report is None or place is None:
            return "", report, gr.skip()
        try:
            claim = report.checked[int(place)].claim
            meant = corrected(claim, report.as_of, subject=subject or "", window=window or "", day=day or "")
            past = Past(self._evidence(report.as_of.isoformat(), visitor), self.language)
            again = judged_again(report, int(place), meant, past)
        except CorrectionError as error:
            return fault(text(f"correct-no-{error}", self.language), self.language), report, gr.skip()
        except BadDate as error:
            return fault(str(error), self.language), report, gr.skip()
        return "", again, self._markup(again)
