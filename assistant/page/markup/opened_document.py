"""A document's text with the passage cited of it highlighted. What it holds comes from strangers: all is escaped."""

from html import escape
from urllib.parse import quote, urlencode

from assistant.statements.sentence_parts import Language
from assistant.statements.words import text
from corpus.document import Document

PATH = "/document/"


def address(passage: dict[str, object], language: Language) -> str:
    """Where a cited passage's document is opened at it; empty where the passage has no place in one."""
    span, version = passage.get("span"), passage.get("version")
    if not (isinstance(span, list | tuple) and len(span) == 2 and version):
        return ""
    given = {"version": version, "start": span[0], "end": span[1], "lang": language}
    return f"{PATH}{quote(str(passage['document']), safe='')}?{urlencode(given)}"


def opened(document: Document, start: int, end: int, language: Language) -> str:
    """The document as an article, its pages numbered where its file has any."""
    start, end = max(0, start), min(max(start, end), len(document.text))
    cuts = sorted({0, start, end, len(document.text), *(p for p in document.pages if p <= len(document.text))})
    body = ""
    for at, upto in zip(cuts, [*cuts[1:], len(document.text)], strict=True):
        if at in document.pages:
            number = document.page_at(at)
            body += f'<span class="fn-page-number">{escape(text("document-page", language, n=number or 1))}</span>'
        words = escape(document.text[at:upto])
        body += f'<mark class="fn-cited">{words}</mark>' if words and start <= at < end else words
    who = (
        text("card-author-firm", language, author=document.author, firm=document.firm)
        if document.firm
        else document.author
    )
    return (
        f'<article class="fn-document"><h2>{escape(document.title)}</h2>'
        f'<p class="fn-small">{escape(who)} · {escape(document.published)}</p>'
        f'<div class="fn-document-text">{body}</div></article>'
    )


def whole_page(document: Document, start: int, end: int, language: Language) -> str:
    """The article as a page of its own, for who opens it beside the app."""
    style = (
        "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 Georgia,serif}mark{background:#fff1a8}"
        ".fn-document-text{white-space:pre-wrap}.fn-small,.fn-page-number{color:#777;font-size:12px}"
        ".fn-page-number{display:block;margin:1em 0 .3em}"
    )
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(document.title)}</title>'
        f"<style>{style}</style></head><body>{opened(document, start, end, language)}</body></html>"
    )
