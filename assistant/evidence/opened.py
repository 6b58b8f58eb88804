"""Settings turned into an open database, its bars and the library, from which evidence of any date is had."""

from datetime import date

from assistant.database import open_database
from assistant.evidence.source import Evidence, Progress
from assistant.settings import Settings
from corpus.holdings import Holdings
from corpus.library import Library
from corpus.store import EVERYONE, DocumentStore
from tools.data.sessions import now
from tools.data.store import Store, create_tables


class Opened:
    """What evidence comes from, open. Opening it touches no network and loads no model.

    Attributes:
        settings: As read from the environment.
        store: Bars and facts.
        holdings: The analyst library, everyone's and each visitor's.
        notices: What had to be done to open it.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.engine, self.notices = open_database(settings.database_url, now())
        create_tables(self.engine)
        self.store = Store(self.engine)
        self.holdings = Holdings(DocumentStore(self.engine), settings.home, now())

    def evidence(
        self,
        *,
        as_of: date | None = None,
        data: str | None = None,
        progress: Progress | None = None,
        visitor: str = EVERYONE,
    ) -> Evidence:
        """Evidence as of a date, with everyone's documents and a visitor's own; fetches what the store lacks."""
        return Evidence(
            self.store,
            self.holdings.library(visitor),
            self.settings.home,
            data=data or self.settings.data,
            as_of=as_of,
            progress=progress,
        )

    @property
    def library(self) -> Library:
        """Everyone's documents, as they are now."""
        return self.holdings.library()

    def close(self) -> None:
        """Lets go of the database and the index; what was stored is kept."""
        self.holdings.close()
        self.engine.dispose()
