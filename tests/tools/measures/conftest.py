"""A program over the replay of real bars, at the evening of 22 January 2026."""

from collections.abc import Iterator

import pytest

from assistant.program import Program
from assistant.settings import read_settings
from tests.real import needs_real
from tests.replay import NOW, replaying


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program, with all bars of the replay fetched."""
    home = tmp_path_factory.mktemp("replayed")
    with pytest.MonkeyPatch.context() as patch, replaying() as replay:
        for name, value in {**replay.env, "FOOTNOTE_NOW": NOW.isoformat()}.items():
            patch.setenv(name, value)
        patch.setattr("tools.data.yahoo._ready", {})  # curl keeps the certificates of the first connection
        program = Program(read_settings({"FOOTNOTE_HOME": str(home), "FOOTNOTE_DATA": "yahoo"}))
        program.evidence()
        yield program
        program.close()


__all__ = ["needs_real", "replayed"]
