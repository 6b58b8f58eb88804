"""Kills, full disks and damaged files: what the next start of the library makes of them.

``nice python -m tests.evals.run_durability [KILLS] [postgres]`` kills a process that adds documents to a library of more than 5,000
passages at random points, then fills its disk, and damages each file of its index in turn. After each, a new process must answer from a whole library: all
that was added before is there, and a search finds it; an index built anew is said. Prints what happened, and fails on
the first loss. Run it under ``ulimit -f``; every loop in it is bounded. With ``postgres`` the documents are in a PostgreSQL of
its own, each home with a database like the base's; disks and files are PostgreSQL's to look after then, and left alone.
"""

import io
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from corpus.holdings import Holdings
from corpus.ingest import Draft, keep
from corpus.store import EVERYONE, LibraryUnwritable
from tests.corpus.holding import NOW, holdings
from tests.postgres.server import Postgres, running

ROOT = Path(__file__).parents[2]
DAY = date(2026, 3, 1)
URL = "database-url"  # a file that names a home's database
PER_DOCUMENT = 50  # passages, near enough
BASE, MORE = 108, 12  # documents before a kill, and added while it may come
LARGE = 5000  # passages that the base holds more than: what Chroma breaks under is larger than a small library


def opened(home: Path) -> Holdings:
    """The library at home: in the database whose URL stands there, else in a SQLite file."""
    named = home / URL
    return holdings(home, url=named.read_text() if named.exists() else None)


def shut(held: Holdings) -> None:
    """Lets go of index and database: one that somebody is connected to can't be cloned."""
    held.close()
    held.store._engine.dispose()


def cloned(base: Path, home: Path, server: Postgres | None) -> None:
    """Makes home what the base is, with a database of its own."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(base, home)
    if server is not None:
        (home / URL).write_text(server.database(like=(base / URL).read_text().rpartition("/")[2]))


def text_of(number: int) -> str:
    """A long text of its own."""
    sentence = (
        "Number{n} case{k} speaks at some length of matter{m} and of what follows from it for companies of all sizes."
    )
    return " ".join(sentence.format(n=number, k=k, m=(number * 7 + k) % 91) for k in range(PER_DOCUMENT * 6))


def add(held: Holdings, number: int) -> None:
    """Adds the document of a number."""
    fields = {"author": "Ann Author", "published": "2025-06-01", "title": f"Title {number}"}
    drafted = Draft(f"doc-{number}.md", f"doc-{number}.md", "Markdown", text_of(number), fields, {}, True)
    keep(held.store, drafted, by=EVERYONE, now=NOW)


def child(home: Path, start: int) -> None:
    """Adds documents and lets the index follow each, telling of every one that is kept; until it is killed."""
    held = opened(home)
    held.settle()
    print("ready", flush=True)
    for number in range(start, start + MORE):
        add(held, number)
        print(number, flush=True)
        held.settle()
    shut(held)


def whole(home: Path, kept: int) -> str:
    """Opens the library as a new start does and checks it; what was said of the index, or "sound".

    Raises:
        AssertionError: A document that was kept is gone, is there by half, or isn't found.
    """
    held = opened(home)
    library = held.library()
    numbers = {int(d.id.split("-")[1]) for d in library.documents}
    assert set(range(kept)) <= numbers, sorted(set(range(kept)) - numbers)
    for document in library.documents:
        assert document.text == " ".join(text_of(int(document.id.split("-")[1])).split())
    assert len(library.passages) > 30 * len(numbers)
    for number in (0, kept - 1):
        hits = library.search(f"Number{number} Title {number}", as_of=DAY, author="Ann Author", k=3)
        assert any(h.passage.document == f"doc-{number}" for h in hits), number
    held.settle()
    index = library.ranking().nearness.meaning._index
    assert index is not None
    assert index.count == len(library.passages)
    said = "; ".join(held.notices) or "sound"
    shut(held)
    return said


def killed(base: Path, home: Path, kept: int, rng: random.Random, server: Postgres | None = None) -> tuple[int, str]:
    """Kills a process that adds documents at a random moment. Returns how many were kept, and what the start said."""
    cloned(base, home, server)
    code = "import sys; from pathlib import Path; from tests.evals.run_durability import child; child(Path(sys.argv[1]), int(sys.argv[2]))"
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(home), str(kept)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    )  # fmt: skip
    assert running.stdout
    running.stdout.readline()
    time.sleep(rng.uniform(0, 4.0))
    os.kill(running.pid, signal.SIGKILL)
    out, _ = running.communicate()
    told = kept + len(out.split())
    return told, whole(home, told)


def filled(base: Path, home: Path, kept: int, spare: int) -> str:
    """Adds documents with so many bytes left for any file to grow by; what was said, and all that was kept is whole.

    SQLite writes to its log first, so that is the file whose room counts.
    """
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(base, home)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    held, refused = holdings(home), ""
    held.library()
    log = home / "library.db-wal"
    resource.setrlimit(resource.RLIMIT_FSIZE, ((log.stat().st_size if log.exists() else 0) + spare, hard))
    try:
        for number in range(kept, kept + MORE):
            add(held, number)
            kept = number + 1
        held.settle()
    except LibraryUnwritable as error:
        refused = str(error)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    said = refused or "; ".join(held.notices) or "nothing was refused"
    shut(held)
    whole(home, kept)
    return said


def damages(path: Path) -> list[tuple[str, Callable[[], None]]]:
    """Ways to break a file."""

    def flip(place: int) -> None:
        content = bytearray(path.read_bytes())
        content[place % len(content)] ^= 0xFF
        path.write_bytes(content)

    size = path.stat().st_size
    ways: list[tuple[str, Callable[[], None]]] = [("missing", path.unlink)]
    if size:
        ways += [("emptied", lambda: os.truncate(path, 0)), ("cut in half", lambda: os.truncate(path, size // 2))]
        ways += [(f"byte {p} flipped", lambda p=p: flip(p)) for p in (0, size // 3, size - 1)]  # type: ignore[misc]
    return ways


def prepared(folder: Path, documents: int, server: Postgres | None = None) -> Path:
    """A sound library of so many documents, with its index."""
    if server is not None:
        folder.mkdir()
        (folder / URL).write_text(server.database())
    held = opened(folder)
    for number in range(documents):
        add(held, number)
    held.settle()
    shut(held)
    return folder


def main(kills: int, on_server: bool) -> None:
    with tempfile.TemporaryDirectory() as folder, running() if on_server else nullcontext() as server:
        base, home = prepared(Path(folder) / "base", BASE, server), Path(folder) / "home"
        held = opened(base)
        count = len(held.library().passages)
        shut(held)
        assert count > LARGE, count
        print(f"{count} passages before, some {count + MORE * PER_DOCUMENT} after")
        kill(base, home, kills, server)
        if server is None:
            fill_and_damage(base, home)


def kill(base: Path, home: Path, kills: int, server: Postgres | None) -> None:
    """Kills so many times, and prints what the next starts said."""
    rng = random.Random(7)
    said: Counter[str] = Counter()
    added: Counter[int] = Counter()
    for number in range(1, kills + 1):
        kept, notice = killed(base, home, BASE, rng, server)
        said[_kind(notice)] += 1
        added[kept - BASE] += 1
        if number % 10 == 0:
            print(f"{number} kills: {dict(said)}")
    print(f"killed {kills} times, after {dict(sorted(added.items()))} documents; next starts: {dict(said)}; none lost")


def fill_and_damage(base: Path, home: Path) -> None:
    """Fills the disk, and damages each file of the index in turn."""
    for spare in (0, 20_000, 200_000, 1_000_000, 4_000_000):
        print(f"disk full after {spare:,} bytes: {filled(base, home, BASE, spare)}")
    said: Counter[str] = Counter()
    files = [p.relative_to(base) for p in sorted((base / "index").rglob("*")) if p.is_file()]
    for name in files:
        for way, _ in damages(base / name):
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(base, home)
            dict(damages(home / name))[way]()
            notice = _kind(whole(home, BASE))
            said[notice] += 1
            print(f"{name.name} {way}: {notice}")
    print(f"damaged {said.total()} times; next starts: {dict(said)}; none lost")


def _kind(notice: str) -> str:
    return "sound" if notice == "sound" else "built anew and said" if "built" in notice else notice


if __name__ == "__main__":
    assert isinstance(sys.stdout, io.TextIOWrapper)
    sys.stdout.reconfigure(line_buffering=True)  # a run of half an hour is looked at while it goes
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100, "postgres" in sys.argv[2:])
