"""The form in which a person looks over what was found of a file, and what the person left in it."""

from typing import Any

import gradio as gr

from assistant.statements.sentence_parts import Language
from assistant.statements.words import name_of, text
from corpus.document import RefusedDocument
from corpus.ingest import Draft

FIELDS = ("author", "firm", "published", "stance", "stance_on", "title", "subject", "target", "horizon")
STANCES = ("none", "bullish", "bearish", "neutral")
INDEXES = ("", "rut", "spx")  # what a target may be of; the first is none


def changes_in(given: dict[str, Any], drafted: Draft, language: Language) -> dict[str, Any]:
    """What the person left in the form, as front matter."""
    changes = {name: str(given[name] or "").strip() for name in FIELDS[:6]}
    held = drafted.fields.get("call") if isinstance(drafted.fields.get("call"), dict) else {}
    subject, target = str(given["subject"] or ""), str(given["target"] or "").replace(",", "").strip()
    if not subject or not target:
        ranged = isinstance(held, dict) and held.get("low") is not None and subject
        return {**changes, "call": held if ranged else None}
    try:
        level = float(target)
    except ValueError:
        raise RefusedDocument(text("library-no-level", language, target=repr(target[:20]))) from None
    kept = {k: v for k, v in (held or {}).items() if k in ("issued", "base", "base_date")}
    whole = {"kind": "target", "issued": changes["published"], **kept, "subject": subject, "target": level}
    return {**changes, "call": {**whole, "horizon": str(given["horizon"] or "").strip()}}


def form_fields(language: Language) -> tuple[Any, ...]:
    """The fields, in the order of ``FIELDS``."""

    def box(name: str, longest: int, hint: str = "") -> gr.Textbox:
        return gr.Textbox(
            label=text(f"draft-{name}", language), max_lines=1, max_length=longest, placeholder=hint,
            elem_id=f"fn-draft-{'target' if name == 'level' else name}", container=True,
        )  # fmt: skip

    def pick(name: str, choices: list[tuple[str, str]]) -> gr.Dropdown:
        label = text(f"draft-{name}", language)
        return gr.Dropdown(choices, label=label, value=choices[0][1], elem_id=f"fn-draft-{name}")

    with gr.Row(elem_classes="fn-pair"):
        author, firm = box("author", 120), box("firm", 120)
    with gr.Row(elem_classes="fn-pair"):
        published = box("published", 10, text("draft-published-hint", language))
        stance = pick("stance", [(text(f"stance-of-{s}", language), s) for s in STANCES])
        on = box("stance-on", 80, text("draft-stance-on-hint", language))
    title = box("title", 300)
    with gr.Row(elem_classes="fn-pair"):
        names = [text("draft-no-target", language), *(name_of(k, language).removeprefix("the ") for k in INDEXES[1:])]
        subject = pick("subject", list(zip(names, INDEXES, strict=True)))
        target, horizon = box("level", 12, "2,825"), box("horizon", 10, "2026-12-31")
    return author, firm, published, stance, on, title, subject, target, horizon
