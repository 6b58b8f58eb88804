"""The structure holds: whose modules these are, what loads what, what imports what."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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


def test_no_file_is_a_god_file() -> None:
    files = [p for folder in ("assistant", "tools", "corpus") for p in (ROOT / folder).rglob("*.py")]
    long = {str(p.relative_to(ROOT)): n for p in files if (n := len(p.read_text().splitlines())) > 400}
    assert not long
