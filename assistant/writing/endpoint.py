"""The model of an OpenAI-compatible endpoint: its connection with limits that hold, and what its failures mean."""

import contextlib
import os
import socket
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx
    from langchain_core.language_models import BaseChatModel

RETRIES = 2  # by OpenAI's client: 429 with its Retry-After, 408, 409, 5xx, resets; backoff with jitter
SEED = 7
STEP = 0.05  # seconds between two looks at the clock


@dataclass(frozen=True)
class Limits:
    """How long an endpoint is waited for, in seconds.

    Attributes:
        first: For its first piece, while it reads the prompt.
        idle: Between two pieces of an answer, keep-alives not counted.
        whole: For one answer.
    """

    first: float = 120.0
    idle: float = 30.0
    whole: float = 300.0


LIMITS = Limits()


def endpoint_configured() -> bool:
    """Whether the environment names an endpoint, by key or by address."""
    return bool(os.environ.get("OPENAI_API_KEY") or os.environ.get("OPENAI_BASE_URL"))


def endpoint_name() -> str:
    """Where the endpoint is, without what an address may hold of secrets."""
    from urllib.parse import urlsplit

    address = urlsplit(os.environ.get("OPENAI_BASE_URL") or "https://the OpenAI API")
    return address.hostname + (f":{address.port}" if address.port else "") if address.hostname else "the endpoint"


class Line:
    """A connection to the endpoint for one turn, cut when a limit is passed or the reader stops.

    httpx has no limit on a whole answer, takes keep-alives for life, and a close from another thread doesn't wake a
    reader; so a thread of ours looks at the clock, and shuts the sockets down.

    Args:
        stop: Set when the reader stops.
        limits: How long to wait.
    """

    def __init__(self, stop: threading.Event, limits: Limits | None = None) -> None:
        self._stop, self._limits = stop, limits or LIMITS
        self._sockets: list[socket.socket] = []
        self._done = threading.Event()
        self._begun = self._last = time.monotonic()
        self._heard = self._waiting = False
        self.cut: str | None = None
        self._client: httpx.Client | None = None

    def __enter__(self) -> "Line":
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._shut()
        if self._client is not None:
            self._client.close()

    def model(self, name: str, *, steady: bool = True) -> "BaseChatModel":
        """A model over this connection.

        Args:
            name: As the endpoint knows it; key and address are read from the environment as OpenAI's client reads them.
            steady: Ask for temperature 0 and a fixed seed; some models refuse either.
        """
        import httpx

        if self._client is None:
            timeout = httpx.Timeout(self._limits.first, connect=10.0)
            self._client = httpx.Client(timeout=timeout, event_hooks={"request": [self._trace]})
        return endpoint_model(name, self._client, steady=steady)

    def begin(self) -> None:
        """A new request begins, and its limits with it."""
        self._begun = self._last = time.monotonic()
        self._heard, self._waiting = False, True

    def heard(self) -> None:
        """A piece of the answer came."""
        self._last, self._heard = time.monotonic(), True

    def give_up(self, why: str) -> None:
        """Cuts the connection for a reason of the reader's: what comes next from it is an error."""
        self.cut = self.cut or why
        self._shut()

    def rest(self) -> None:
        """The endpoint is not waited for: tools run, or sentences are judged."""
        self._waiting = False

    def _trace(self, request: "httpx.Request") -> None:
        if self.cut:
            raise OSError(self.cut)
        self.begin()
        request.extensions["trace"] = self._opened

    def _opened(self, event: str, info: dict[str, Any]) -> None:
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            opened = info["return_value"].get_extra_info("socket")
            if opened is not None:
                self._sockets.append(opened)

    def _watch(self) -> None:
        while not self._done.wait(STEP):
            now = time.monotonic()
            quiet = now - self._last
            if self.cut:
                return None
            if self._stop.is_set():
                self.cut = "stopped"
            elif not self._waiting:
                continue
            elif self._heard and quiet > self._limits.idle:
                self.cut = f"stalled: nothing came for {self._limits.idle:.0f} s in the middle of its answer"
            elif not self._heard and quiet > self._limits.first:
                self.cut = f"did not answer within {self._limits.first:.0f} s"
            elif now - self._begun > self._limits.whole:
                self.cut = f"did not finish within {self._limits.whole:.0f} s"
            if self.cut:
                return self._shut()
        return None

    def _shut(self) -> None:
        for opened in self._sockets:
            with contextlib.suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)


def endpoint_model(name: str, client: "httpx.Client | None" = None, *, steady: bool = True) -> "BaseChatModel":
    """A model of the configured endpoint.

    Args:
        name: As the endpoint knows it; key and address are read from the environment as OpenAI's client reads them.
        client: The connection; None for one of its own, with limits between two pieces alone.
        steady: Ask for temperature 0 and a fixed seed; some models refuse either.
    """
    # OpenAI's types are built at their first use otherwise, which fails where two threads come to it together.
    os.environ.setdefault("DEFER_PYDANTIC_BUILD", "false")
    from assistant.writing.wire import Wire

    # OpenAI's client would otherwise put its ten minutes in the place of the connection's limits.
    # No options for sockets either: with them LangChain would leave the environment's proxy out.
    given: dict[str, Any] = {
        "http_socket_options": (),
        "timeout": client.timeout if client else LIMITS.idle,
        "http_client": client,
    }
    given |= {"temperature": 0.0, "seed": SEED} if steady else {}
    given["api_key"] = os.environ.get("OPENAI_API_KEY") or "none"  # self-hosted servers take any
    return Wire(model=name, max_retries=RETRIES, streaming=True, stream_usage=True, **given)


def model_fault(error: Exception) -> str | None:
    """What an endpoint's failure means, in one line; None where the error isn't the endpoint's."""
    import json

    import httpx
    import openai

    where = endpoint_name()
    match error:
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return f"{where} rejected the key ({error.status_code}); check OPENAI_API_KEY"
        case openai.NotFoundError() if "model" in str(error).lower():
            return f"{where} has no such model (404); check FOOTNOTE_MODEL"
        case openai.NotFoundError():
            return (
                f"{where} has no such model (404), or has its API elsewhere; check FOOTNOTE_MODEL and OPENAI_BASE_URL"
            )
        case openai.RateLimitError():
            return f"{where} is out of quota or asks to wait (429)"
        case openai.APITimeoutError():
            return f"{where} did not answer in time"
        case openai.APIConnectionError():
            return f"{where} can't be reached, or broke off; check OPENAI_BASE_URL"
        case openai.BadRequestError() if is_overflow(error):
            return f"{where} can't take as long a question with its evidence"
        case openai.BadRequestError() if "content" in str(error.code or "") or "filter" in str(error).lower():
            return f"{where} refused the question by its content filter"
        case openai.APIStatusError():
            return f"{where} answered {error.status_code}{_told(error)}"
        case openai.OpenAIError() | httpx.HTTPError() | json.JSONDecodeError():
            return f"{where} broke off or answered unreadably ({type(error).__name__})"
        case ValueError() if "No generations" in str(error):  # LangChain's word for a stream with nothing in it
            return f"{where} stopped without an answer"
        case UnicodeDecodeError():
            return f"{where} answered unreadably"
    return None


def _told(error: Any) -> str:
    """The server's own words, where they are short and plain enough for one line."""
    message = error.body.get("message") if isinstance(error.body, dict) else None
    words = " ".join(message.split()) if isinstance(message, str) else ""
    return f": {words.rstrip('.')}" if words and len(words) <= 120 and "<" not in words else ""


def is_overflow(error: Exception) -> bool:
    """Whether the endpoint says that the prompt is longer than its context."""
    text = str(error).lower()
    return any(said in text for said in _OVERFLOWS)


_OVERFLOWS = (
    "context_length",
    "context length",
    "context size",
    "context window",
    "maximum context",
    "too many tokens",
    "too long",
)


def is_unsteady(error: Exception) -> bool:
    """Whether the endpoint refuses a fixed temperature or seed, as some models do."""
    import openai

    text = str(error).lower()
    refused = isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError)
    return refused and any(
        name in text for name in ("temperature", "seed", "unsupported parameter", "unsupported value")
    )
