"""A commentary as one HTML file: no script, nothing loaded from anywhere, footnotes at the end."""

from datetime import date
from html import escape

from assistant.answer import Sentence, source_line
from assistant.commentary import Commentary
from assistant.prompts import DISCLAIMER
from tools.facts import spell_date

STYLE = (
    "body{font:18px/1.6 Georgia,serif;max-width:38em;margin:2em auto;padding:0 1em;color:#222;background:#fdfcfa}"
    "h1{font-size:1.5em}h2{font-size:1.1em;margin-top:1.6em}sup a{font:11px sans-serif;text-decoration:none;color:#1f5d96}"
    "ol,.notes{font:14px/1.5 sans-serif;color:#444;overflow-wrap:anywhere}"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#16181b}ol,.notes{color:#aaa}sup a{color:#8ab8e6}}"
)


def html(commentary: Commentary) -> str:
    """The commentary as a whole HTML document; every text in it is escaped.

    Args:
        commentary: As written.
    """
    day = spell_date(date.fromisoformat(commentary.as_of))
    sections = "".join(
        f"<h2>{escape(s.title)}</h2><p>{' '.join(_sentence(t) for t in s.sentences)}</p>" for s in commentary.sections
    )
    notes = "".join(
        f'<li id="fn{c["n"]}">{escape(source_line(c).partition(". ")[2])}</li>' for c in commentary.footnotes.to_json()
    )
    badge = "".join(f"<p><strong>{escape(w)}</strong></p>" for w in commentary.warnings if w.startswith("Simulated"))
    warnings = "".join(f"<p>{escape(w)}</p>" for w in commentary.warnings)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Small-cap rotation, {day}</title><style>{STYLE}</style><h1>Small-cap rotation: {day}</h1>{badge}{sections}"
        f'<h2>Sources</h2><ol>{notes}</ol><div class="notes">{warnings}<p>{escape(DISCLAIMER)}</p></div></html>\n'
    )


def _sentence(sentence: Sentence) -> str:
    """A sentence with its marks as links to the notes."""
    out, done = [], 0
    for place, n in sentence.marks:
        out.append(escape(sentence.text[done:place]) + f'<sup><a href="#fn{n}">{n}</a></sup>')
        done = place
    return "".join([*out, escape(sentence.text[done:])])
