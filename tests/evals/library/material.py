"""Forty invented documents made into files of every form, and two hundred questions to them.

In the text files ``#`` begins a document (id, author, firm, day, title), ``?`` is a question in its words, ``~`` one in
others, ``!`` one that nothing answers.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
ROLE = {"en": "Chief Strategist", "zh": "首席策略师"}


class Paper(NamedTuple):
    """A document before it is a file."""

    id: str
    author: str
    firm: str
    published: str
    title: str
    text: str
    language: str


class Question(NamedTuple):
    """A question and the document that answers it; None where none does."""

    kind: str  # plain, paraphrase, none
    language: str
    text: str
    answer: str | None


def read() -> tuple[list[Paper], list[Question]]:
    """The documents and the questions."""
    papers: list[Paper] = []
    questions: list[Question] = []
    for language, name in (("en", "english.txt"), ("zh", "chinese.txt")):
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
            mark, rest = line[:1], line[2:]
            if mark == "#":
                fields = [part.strip() for part in rest.split("|")]
                papers.append(Paper(*fields, text="", language=language))
            elif mark in "?~!":
                kind = {"?": "plain", "~": "paraphrase", "!": "none"}[mark]
                questions.append(Question(kind, language, rest, papers[-1].id if mark != "!" else None))
            else:
                papers[-1] = papers[-1]._replace(text=line)
    return papers, questions


def _byline(paper: Paper) -> str:
    if paper.language == "zh":
        return f"{paper.title}\n作者：{paper.author} {paper.firm}{ROLE['zh']}\n{_day(paper)}\n\n{paper.text}\n"
    return f"{paper.title}\nBy {paper.author}, CFA | {ROLE['en']}, {paper.firm}\n{_day(paper)}\n\n{paper.text}\n"


def _signed(paper: Paper) -> str:
    if paper.language == "zh":
        return f"{paper.title}\n\n{paper.text}\n\n{paper.author}（{paper.firm}{ROLE['zh']}）\n{_day(paper)}\n"
    return (
        f"{paper.title}\n{_day(paper)}\n\n{paper.text}\n\nBest regards,\n{paper.author}\n{ROLE['en']}, {paper.firm}\n"
    )


def _letter(paper: Paper) -> str:
    small = "Disclaimer: Past performance is no guide to the future. For informational purposes only."
    small_zh = "免责声明：本报告仅供参考，不构成投资建议。"
    if paper.language == "zh":
        return f"{paper.firm}\n{paper.title}\n分析师：{paper.author}\n发布日期：{paper.published}\n\n{paper.text}\n\n{small_zh}\n"
    return f"{paper.firm}\n{paper.title}\nWritten by: {paper.author}\nPublished: {paper.published}\n\n{paper.text}\n\n{small}\n"


def _markdown(paper: Paper) -> str:
    label = "作者：" if paper.language == "zh" else "by "
    return f"# {paper.title}\n\n{label}{paper.author}, {paper.firm}, {paper.published}\n\n{paper.text}\n"


def _talk(paper: Paper) -> str:
    first, _, rest = paper.text.partition(". ")
    return (
        f"{paper.title}\nGuest: {paper.author}, {ROLE['en']}, {paper.firm}\nRecorded on {_day(paper)}\n\n"
        f"Q: What do you see?\n\nA: {first}.\n\nQ: And what follows from it?\n\nA: {rest}\n"
    )


def _day(paper: Paper) -> str:
    from datetime import date

    day = date.fromisoformat(paper.published)
    return f"{day.year}年{day.month}月{day.day}日" if paper.language == "zh" else f"{day:%B} {day.day}, {day.year}"


def _html(paper: Paper) -> bytes:
    body = "".join(f"<p>{part}.</p>" for part in paper.text.rstrip(".").split(". "))
    return (
        f"<html><head><title>{paper.title}</title></head><body><table><tr><td><h1>{paper.title}</h1>"
        f"<p>By {paper.author}, {ROLE['en']}, {paper.firm}</p><p>{_day(paper)}</p>{body}</td></tr></table>"
        "<p>You are receiving this email because you signed up. Unsubscribe</p></body></html>"
    ).encode()


def _docx(paper: Paper) -> bytes:
    import docx

    document = docx.Document()
    for line in _byline(paper).split("\n"):
        if line:
            document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf(paper: Paper) -> bytes:
    from tests.corpus.papers import report, text

    head = [text(paper.title, "Title"), text(f"{paper.author}, {ROLE['en']}, {paper.firm}"), text(_day(paper))]
    return report(head, [text(paper.text)], repeated=False)


Form = tuple[str, Callable[[Paper], str | bytes]]
FORMS: dict[str, tuple[Form, ...]] = {
    "en": (
        ("txt", _byline), ("pdf", _pdf), ("txt", _signed), ("html", _html), ("md", _markdown), ("docx", _docx), ("txt", _letter), ("txt", _talk),
    ),
    "zh": (("txt", _byline), ("txt", _signed), ("md", _markdown), ("docx", _docx), ("txt", _letter)),
}  # fmt: skip


def files(papers: list[Paper]) -> list[tuple[str, bytes, Paper]]:
    """Each document as a file: its name, its bytes and what it says."""
    made = []
    for n, paper in enumerate(papers):
        forms = FORMS[paper.language]
        ending, make = forms[n % len(forms)]
        content = make(paper)
        made.append((f"{paper.id}.{ending}", content if isinstance(content, bytes) else content.encode(), paper))
    return made
