"""A few of the kills, full disks and damages that tests/evals/run_durability.py does by the hundred."""

import random
import shutil
from pathlib import Path

import pytest

from tests.evals.run_durability import damages, filled, killed, prepared, whole


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepared(tmp_path_factory.mktemp("base"), 3)


def test_a_process_killed_while_it_adds_loses_nothing_it_told_of(base: Path, tmp_path: Path) -> None:
    rng = random.Random(1)
    for _ in range(2):
        kept, _ = killed(base, tmp_path / "home", 3, rng)
        assert kept >= 3


@pytest.mark.parametrize("spare", [0, 60_000])
def test_a_full_disk_refuses_the_next_document_and_keeps_the_others(base: Path, tmp_path: Path, spare: int) -> None:
    said = filled(base, tmp_path / "home", 3, spare)
    assert "\n" not in said
    assert "could not be" in said or "can't be kept" in said


def test_a_damaged_file_is_noticed_or_harmless(base: Path, tmp_path: Path) -> None:
    manifest = next((base / "index").rglob("manifest.json")).relative_to(base)
    database = next((base / "index").rglob("chroma.sqlite3")).relative_to(base)
    for name, way in ((manifest, "byte 0 flipped"), (database, "emptied")):
        home = tmp_path / way.replace(" ", "-")
        shutil.copytree(base, home)
        dict(damages(home / name))[way]()
        assert "built" in whole(home, 3)
        assert whole(home, 3) == "sound"
