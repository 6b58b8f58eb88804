"""The structure holds: whose modules these are, what loads what, what imports what."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ("assistant", "corpus", "tools")
MOST = 14  # modules in a folder
# Folders that hold more, each with how many it may hold: the next module asks for a folder of its own.
FULLER = {"corpus": 25, "tools/facts": 16, "tools/measures": 17}


def _loaded_by(code: str) -> set[str]:
    script = f"import sys, json\n{code}\nprint(json.dumps(sorted({{m.split('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("package", ["assistant", "tools", "corpus"])
def test_the_packages_are_ours(package: str) -> None:
    module = __import__(package)
    assert Path(str(module.__file__)).resolve().parent == ROOT / package


@pytest.mark.parametrize(
    ("code", "not_loaded"),
    [
        (
            "import assistant.cli.main",
            {"gradio", "langchain", "chromadb", "yfinance", "pandas", "onnxruntime", "plotly", "sqlalchemy"},
        ),
        ("import assistant.page.serving.start", {"gradio", "fastapi", "langchain", "plotly"}),
        (
            "import assistant.conversation.agent, assistant.program",
            {"gradio", "chromadb", "yfinance", "onnxruntime", "langchain_openai", "openai", "plotly"},
        ),
        (
            "import tools.facts.catalogue, tools.data.bars",
            {"langchain", "langchain_core", "gradio", "chromadb", "yfinance"},
        ),
        ("import corpus.library", {"chromadb", "onnxruntime", "langchain", "pandas"}),
        ("import app", {"gradio", "langchain", "chromadb"}),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str, not_loaded: set[str]) -> None:
    assert not _loaded_by(code) & not_loaded


def test_imports_point_one_way_and_heavy_libraries_have_one_door() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports"))], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout


def _folders() -> list[Path]:
    return [
        ROOT / f for f in sorted({str(p.parent.relative_to(ROOT)) for h in HOUSE for p in (ROOT / h).rglob("*.py")})
    ]


def test_a_folder_holds_what_can_be_overseen() -> None:
    counts = {str(f.relative_to(ROOT)): len([p for p in f.glob("*.py") if p.name != "__init__.py"]) for f in _folders()}
    assert not {name: n for name, n in counts.items() if n > FULLER.get(name, MOST)}
    assert all(counts[name] > MOST for name in FULLER), "no exception that isn't needed any more"


@pytest.mark.parametrize("folder", [str(f.relative_to(ROOT)) for f in _folders()])
def test_each_folder_says_in_a_sentence_what_lives_there(folder: str) -> None:
    said = ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert re.fullmatch(r"[A-Z][^.!?]+\.", said.partition("\n\n")[0]), said


def test_opening_a_folder_loads_nothing_heavy() -> None:
    names = [str(f.relative_to(ROOT)).replace("/", ".") for f in _folders() if f.name not in ("charts", "definitions")]
    heavy = {
        "gradio",
        "fastapi",
        "langchain",
        "langchain_core",
        "chromadb",
        "pandas",
        "yfinance",
        "sqlalchemy",
        "plotly",
    }
    assert not _loaded_by(f"import {', '.join(names)}") & heavy


def test_no_file_is_a_god_file() -> None:
    files = [p for folder in HOUSE for p in (ROOT / folder).rglob("*.py")]
    long = {str(p.relative_to(ROOT)): n for p in files if (n := len(p.read_text().splitlines())) > 400}
    assert not long
