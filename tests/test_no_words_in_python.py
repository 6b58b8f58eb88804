"""No sentence for a reader stands in Python: it stands in the Fluent files, in both languages, and each there is said."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.statements.metric_names import message_of
from assistant.statements.words import FOLDER
from tests.test_wording import messages
from tools.definitions import DEFINITIONS

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("assistant/page", "assistant/charts", "assistant/commentary/exports")
# Modules whose words no reader of the page sees in a language of theirs, with the reason.
MODULES = {
    "assistant/page/api.py": "what other programs are told of the calls: their interface, in English",
    "assistant/page/passwords.py": "a command's words on a terminal, and those of a setting that can't be used",
    "assistant/page/serving/start.py": "one line on a terminal that says why the page didn't start",
    "assistant/page/serving/guard.py": "answers of the web server to who isn't let in, before any page",
    "assistant/page/serving/health.py": "lines of the log; what the routes tell are names in JSON, for programs",
    "assistant/page/serving/server.py": "the answer of the web server where something failed, of no page",
}
# Single strings that look like words and are none.
EXCEPTIONS = {
    "Built-in writer": "the value that a choice sends; what it is called comes from the files",
    "gathering ends with evidence or an error": "an assertion's",
    "the page could not do what was asked": "a line of the log",
    "a chart of the dashboard could not be made": "a line of the log",
    "no chart could be made for an answer": "a line of the log",
    "no charts could be drawn for the commentary of %s": "a line of the log",
    "No such commentary is kept": "a web server's 404, in no page",
    "\0 is not drawn to files": "an error of ours, which no reader meets",
    "模拟数据": "how the notice of simulated figures begins, by which it is known again",
    "板块": "what a sector's name ends with, cut off beside other sectors",
    "Footnote": "the product's name",
    "English": "a language's own name, the same on both pages",
    "中文": "a language's own name, the same on both pages",
    "Markdown": "a format's name",
}
# Arguments in which Gradio is given what a reader sees.
SHOWN = {"label", "placeholder", "info", "value", "title", "text", "name", "hovertemplate"}


def constants(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Every string of a module but docstrings, and whether it is given where a reader sees it; of an f-string its words."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    shown = {
        id(keyword.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in SHOWN
    }
    said = {
        id(node.args[0])
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args and node.func.attr in ("Button", "Tab", "Accordion")
    }  # fmt: skip
    within = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            words = "\0".join(str(p.value) if isinstance(p, ast.Constant) else "" for p in node.values)
            yield words, id(node) in shown | said
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | within:
            yield node.value, id(node) in shown | said


def prose(words: str) -> str:
    """What a reader would read of a string: without markup, style, script, addresses and forms of values."""
    words = re.sub(
        r"<(?:style|script)\b.*|<[^>]*>?|^[^<>]*>", " ", words, flags=re.S
    )  # an f-string may cut a tag in two
    words = re.sub(r"\{[^}]*\}|%\{[^}]*\}|%-?\w|https?://\S+|[\w.-]*[_/=@#]\S*|\0", " ", words)
    return " ".join(words.split())


def is_words(words: str, shown: bool) -> bool:
    """Whether a string is prose: two words and more, or one where a reader sees it."""
    told = prose(words)
    if "{" in words and ":" in words and ";" in words:  # a style sheet
        return False
    if shown and re.search(r"[A-Za-z]{3,}|[\u4e00-\u9fff]", told):
        return True
    return bool(re.search(r"(?:^|[\s“(])[A-Za-z][a-z'’]+,?:?;? (?:[\w$\"“(]|[A-Za-z])|[\u4e00-\u9fff]{2,}", told))


def is_names(words: str) -> bool:
    """Class names of markup, fonts, units, policies and cookies: several words that nobody reads."""
    return (
        all(word.startswith("fn-") for word in words.split())
        or words in NAMES
        or any(part in words for part in ("sans-serif", "default-src", "style-src", "Max-Age", "charset", "(?P<"))
    )


NAMES = {
    "Segoe UI", "Helvetica Neue", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "DejaVu Sans",
    "index points", "percentage points", "middle left", "upper left",
}  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_reader_reads_comes_from_the_fluent_files(folder: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {words!r}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        if str(path.relative_to(ROOT)) not in MODULES
        for words, shown in constants(ast.parse(path.read_text(encoding="utf-8")))
        if is_words(words, shown) and not is_names(words) and words not in EXCEPTIONS
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Paste a text here", False), ("<p>Stopped. What stands here</p>", False), ("Regenerate", True), ("\0 of \0 done", False),
        ("重新生成", False), ("Fetching bars: \0 of \0", False), ('<p class="fn-going">Looking at the data…</p>', False),
    ],
)  # fmt: skip
def test_words_are_known_as_words(words: str, shown: bool) -> None:
    assert is_words(words, shown)


@pytest.mark.parametrize(
    "words",
    ['<p class="fn-small">\0</p>', "fn-turn", "%Y-%m-%d %H:%M:%S", "application/pdf", "\0 \0", "rut_vs_spx.streak"],
)
def test_markup_and_keys_are_none(words: str) -> None:
    assert not is_words(words, False)


def said() -> tuple[set[str], list[re.Pattern[str]]]:
    """All strings of our modules, and its f-strings as patterns: what may name a message."""
    whole: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for folder in ("assistant", "tools", "corpus"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    whole.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    parts = [
                        re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"[a-z0-9-]*" for p in node.values
                    ]
                    if re.match(r"[a-z]+\\?-", parts[0]):
                        patterns.append(re.compile("".join(parts)))
    return whole, patterns


def test_every_message_is_said_somewhere() -> None:
    whole, patterns = said()
    names = {message_of(key) for key in DEFINITIONS}
    unused = {
        name
        for name in messages("en") | messages("zh")
        if name not in whole and name not in names and not any(p.fullmatch(name) for p in patterns)
    }
    assert not unused


def test_every_definition_has_its_name_in_chinese() -> None:
    held = {line.partition(" =")[0] for line in (FOLDER / "metrics-zh.ftl").read_text(encoding="utf-8").splitlines()}
    assert {message_of(key) for key in DEFINITIONS} == {name for name in held if name.startswith("metric-")}
