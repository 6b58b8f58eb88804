"""The Fluent files: both languages hold the same messages, and figures keep their places and their footnotes."""

import re
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from assistant.evidence.ledger import Ledger
from assistant.statements.catalogue import statement
from assistant.statements.dated import with_sessions
from assistant.statements.sentence_parts import Language, Part, placed
from assistant.statements.words import FOLDER, LANGUAGES, NoWords, joined, name_of, say, shown, spell, text
from tests.market import bars as made
from tests.market import catalogue
from tools.fact import Fact
from tools.universe import UNIVERSE, subject_for

ROOT = Path(__file__).resolve().parent.parent


def messages(language: str) -> dict[str, set[str]]:
    """Each message of a language with the variables that it uses."""
    out: dict[str, set[str]] = {}
    for path in sorted(FOLDER.glob(f"{language}*.ftl")):
        for entry in FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), (path.name, entry.content)
            if isinstance(entry, ast.Message):
                assert entry.id.name not in out, f"{entry.id.name} stands twice"
                out[entry.id.name] = set(
                    re.findall(r'"VariableReference".*?"name": "([a-z0-9-]+)"', str(entry.to_json()).replace("'", '"'))
                )
    return out


def test_no_message_lacks_its_chinese_nor_its_english() -> None:
    english, chinese = messages("en"), messages("zh")
    names = {f"subject-{key.replace('.', '-')}" for key in UNIVERSE}
    own = {m for m in set(chinese) - set(english) if not m.startswith("person-")}  # people's names in Chinese
    assert own == names  # in English the universe itself has them
    assert set(english) - set(chinese) == set()


def test_chinese_is_chinese() -> None:
    plain = re.compile(r"[A-Za-z]{4,}")
    for path in set(FOLDER.glob("zh*.ftl")) - {FOLDER / "zh-foreign.ftl"}:  # which holds other languages
        for line in path.read_text(encoding="utf-8").splitlines():
            words = re.sub(r"^person-.*（.*）$|\{[^}]*\}?|\[[^\]]*\]|^\s*[a-z0-9-]+ =|^#.*|->|\$[a-z-]+", "", line)
            assert not [
                w
                for w in plain.findall(words)
                if w not in ("MACD", "MSCI", "Footnote") and not re.fullmatch("XL[A-Z]{1,2}", w)
            ], line


def fact(value: float = 0.0095, metric: str = "rut.return_1d") -> Fact:
    found = catalogue(made("^RUT", [100.0, 100 * (1 + value)])).get(metric)
    assert found is not None
    return found


@pytest.mark.parametrize(("language", "shows"), [("en", "0.95 %"), ("zh", "0.95%")])
def test_a_figure_keeps_its_footnote_wherever_the_language_puts_it(language: Language, shows: str) -> None:
    sentence, marks = placed(say("count-share", language, share=fact()))
    ((place, held),) = marks
    assert held.key == "rut.return_1d"
    assert sentence[:place].endswith(shows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_dates_and_names(language: Language) -> None:
    day = fact().as_of
    words = "".join(str(p) for p in joined([["a"], ["b"], ["c"]], language))
    assert words == {"en": "a, b and c", "zh": "a、b和c"}[language]
    assert spell(day, language) == {"en": "3 January 2024", "zh": "2024年1月3日"}[language]
    assert all(name_of(key, language) for key in UNIVERSE)
    assert name_of("rut_vs_spx", language) == {
        "en": "the Russell 2000 against the S&P 500", "zh": "罗素2000指数对标普500指数",
    }[language]  # fmt: skip


def test_units_as_a_chinese_reader_expects_them() -> None:
    close, move = fact(metric="rut.close"), fact(-0.0076)
    assert (shown(close, "zh"), shown(move, "zh")) == ("100.95 点", "−0.76%")


def test_a_message_that_lacks_or_lacks_a_variable_is_a_fault() -> None:
    with pytest.raises(NoWords):
        text("no-such-message", "en")
    with pytest.raises(NoWords):
        text("count-latest", "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_symbol_is_told_by_its_name_in_every_statement(language: Language) -> None:
    close, key = fact(metric="rut.close"), subject_for("TM").key
    used = close.inputs[0].model_copy(update={"symbol": "TM"})
    own = {"key": f"{key}.close", "subject": key, "inputs": (used,), "name": "Toyota Motor (TM)"}
    ledger = Ledger([close.model_copy(update=own)])
    told, _ = placed(statement(f"{key}.session", None, ledger, language=language))
    assert "Toyota Motor (TM)" in told


@pytest.mark.parametrize(("language", "note"), [("en", " (as of 3 January 2024)."), ("zh", "（截至2024年1月3日）。")])
def test_a_figure_older_than_the_answer_says_its_session_once(language: Language, note: str) -> None:
    closed = fact(metric="rut.close")
    parts: list[Part] = ["closed at ", closed, {"en": ".", "zh": "。"}[language]]
    told = placed(with_sessions("rut.any", parts, date(2024, 1, 5), language))[0]
    assert told.endswith(note)
    assert with_sessions("rut.any", parts, closed.as_of, language) == parts
    assert with_sessions("macro.any", parts, date(2024, 1, 5), language) == parts
