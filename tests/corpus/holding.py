"""A library in a database of its own, with a small embedder: what the tests of storing and searching share."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, create_engine, event

from assistant.database import open_database
from corpus.holdings import Holdings
from corpus.store import DocumentStore
from tests.corpus.conftest import WordEmbedder

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)
NOTE = "---\nauthor: {author}\npublished: {published}\ntitle: {title}\n{more}---\n{text}\n"


def note(
    text: str, author: str = "Zoe Zander", published: str = "2026-02-20", title: str = "A note", more: str = ""
) -> bytes:
    """A Markdown file with front matter."""
    return NOTE.format(author=author, published=published, title=title, more=more, text=text).encode()


def database(path: Path) -> Engine:
    """An engine as the program opens one."""
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _pragmas)
    return engine


def _pragmas(connection, _record) -> None:  # type: ignore[no-untyped-def]
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA busy_timeout=10000")


def holdings(home: Path, documents: Path | None = None, url: str | None = None) -> Holdings:
    """A library at home, of the documents of a folder; of none where there is none. In a file, or where a URL says."""
    home.mkdir(parents=True, exist_ok=True)
    folder = documents or home / "shipped"
    folder.mkdir(exist_ok=True)
    engine = open_database(url, NOW)[0] if url else database(home / "library.db")
    return Holdings(DocumentStore(engine), home, NOW, folder, WordEmbedder)
